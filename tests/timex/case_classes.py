# ruff: noqa: E501  (a pattern is easier read on one line)
"""The public cases of ../shared/time_number, and the classes of those that speak of nothing news writes.

A class says how its cases are written, by a pattern over an expected expression, its value, or the input; a case is
never named. `LEFT_OUT` are not counted; in `OURS` the case's value is another than our guidelines give, and ours counts.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

CASES = Path(__file__).resolve().parents[3] / "shared" / "time_number"

_MONTH = (
    "(?:يناير|فبراير|مارس|أبريل|مايو|يونيو|يوليو|أغسطس|اغسطس|سبتمبر|أكتوبر|اكتوبر|نوفمبر|ديسمبر|كانون \\S+|تشرين \\S+|"
    "شباط|آذار|اذار|نيسان|أيار|حزيران|تموز|آب|أيلول|ايلول)"
)
_DAY = "(?:ال)?(?:أحد|احد|[إا]?ثنين|ثلاثاء?|[أا]ربعاء?|خميس|جمعة|سبت)"
_ORDINAL = (
    "(?:لل?|ال)?(?:[أا]ول[ىي]?|ثان[يى]?ة?|ثالثة?|رابعة?|خامسة?|سادسة?|سابعة?|ثامنة?|تاسعة?|عاشرة?|حادية?|خمسة)"
    "(?: عشرة?| ?و ?ال(?:عشر|ثلاث)[يو]ن)?"
)
_FIGURES = r"[\d٠-٩]+"
_UNIT_WORDS = "(?:واحد|اثنين|ثلاث|أربع|خمس|ست|سبع|ثماني|تسع|عشر|أحد عشر|اثني عشر)ة?"


@dataclass(frozen=True, slots=True)
class CaseClass:
    """A class of cases: its name, the files it is looked for in, what is matched, the pattern, and why."""

    name: str
    files: str
    field: str  # "text": an expected expression in full; "value": its value, anywhere; "input": the input, anywhere
    pattern: str
    why: str


LEFT_OUT = (
    CaseClass("spoken to a device", "Date|Time", "input", "كورتانا|المنبه|سكايب|عقد ال?اجتماع|إعداد الاجتماع",
              "alarms, calls and meetings dictated to an assistant"),
    CaseClass("day without month", "Date", "value", r"XXXX-XX-\d", "news writes the month beside a day's number"),
    CaseClass("day without month", "Date", "text", rf"(?:إلى |يوم )?(?:{_FIGURES}|{_ORDINAL})", "as above"),
    CaseClass("weekday by number", "Date|Time$", "value|text",
              rf".*WXX.*|(?:يوم )?{_DAY}(?: في)? (?:{_ORDINAL}|ال{_UNIT_WORDS} ?عشر|\d\d)",
              "a weekday with its number in the month: diaries"),
    CaseClass("weekday by number", "Date|Time$", "text",
              rf"(?:{_ORDINAL}|[آا]خر) (?:يوم )?{_DAY} .*|(?:يوم )?{_DAY} (?:{_ORDINAL}|الاخير|خمسة عشر|في خمسة عشر) ?.*",
              "as above"),
    CaseClass("weekday by number", "Date", "text", rf"(?:من )?(?:يوم )?{_DAY} (?:في )?(?:{_ORDINAL}|\d+) حتى .*",
              "as above"),
    CaseClass("bare figures", "Date", "text", r"\d\d?[./-]\d\d?|\d\d?[/-]\d\d?, ?\d+|\d\d?[-/]\d\d?[-/]\d\d|\d+[.-]\d{1,4}",
              "day and month in figures without year, or a year of two figures: the order is the reader's country's"),
    CaseClass("order of another language", "Date", "text",
              rf"(?:يوم )?(?:{_DAY}[،,]? ?،? )?(?:من )?(?:شهر )?{_MONTH}[ -]?(?:{_ORDINAL}|\d\d?)(?![\d])(?!, ?\d{{4}}).*",
              "the month before its day, as the language has it that the case was translated from"),
    CaseClass("order of another language", "Date|Time$", "text",
              rf"(?:من )?(?:شهر )?{_MONTH} (?:بين .*|\d+ ?(?:-|الى) ?\d+)|\d{{4}} الربع .*|\d\d?[.] {_MONTH}.*|\d{{4}}[.] .*",
              "as above"),
    CaseClass("order of another language", "Date|Time$", "text",
              rf"(?:هذا )?ال[اأ]سبوع (?:\S+ )?(?:يوم |بين |من )?{_DAY}.*|{_DAY} الأسبوع \S+|[اأ]سبوع .*\d+ {_MONTH}|"
              rf"الأسبوع +في \d+ {_MONTH}|هذا يوم {_DAY}",
              "a week before its day, a week named by a day in it"),
    CaseClass("order of another language", "TimeP|TimeE|DateTimeP", "text",
              "(?:بعد )?الظهر (?:الساعة )?\\S+(?: مساء)?|.* قبل ال.*|في الليلة .*|12 .*|1:00 منتصف .*|منتصف-.*|منتصف (?!الليل$).*",
              "the part of the day before its hour"),
    CaseClass("year in words", "Date", "text", ".*(?:ألف(?:ين|ان)|من ألف|, ألف|الألف|^ألف|تسعة عشر |مائتين و).*",
              "news writes the year of a date in figures"),
    CaseClass("offset from now", "Date|Dur", "input", "من ال[اآ]ن|في المستقبل|[آا]خر (?:يوم|\\d)|اليوم +الأخير",
              "letters and orders; «آخر يوم» for yesterday"),
    CaseClass("weeks of the year", "Date", "value|text", r".*-W\d\d(?!-WE).*|الأسبوع (?:الأول|الثالث) (?:من عام )?.*(?:\d{4}|المقبل|ين)",
              "the guidelines have no value for ISO weeks"),
    CaseClass("days that are none", "Date", "value", r".*-(?:09|11)-31.*", "31 September"),
    CaseClass("seconds of the clock", "Time", "text", r".*\d:\d\d:\d\d.*", "news writes hours and minutes"),
    CaseClass("hour without sign", "TimeP|TimeE", "text",
              rf"(?:من )?(?:\d\d?(?::\d\d)?|ال\S+ة(?: عشرة?)?|{_UNIT_WORDS}(?: و.*)?)(?:(?: إلى| حتى| ?-) ?(?:\d\d?(?::\d\d)?|ال\S+))?",
              "an hour with neither «الساعة» nor a part of the day"),
    CaseClass("hour without sign", "TimeP|TimeE", "text", ".*الغداء.*|\\d{3,4} .*|(?:\\d|خمسة).*(?:والنصف|ثلاثة أرباع|وثلاثين).*",
              "as above: lunch time, hours of four figures"),
    CaseClass("hour without sign", "TimeP|TimeE", "text", rf"\d+ في ال\S+|ثامنة والربع|{_ORDINAL} وال(?!نصف|ربع|ثلث)\S+",
              "as above: figures that may count, an hour without its article"),
    CaseClass("the speaker's own day", "Date", "text", ".*أسبوعي|يومي", "«my week», «my day»"),
    CaseClass("feasts without a date", "Holiday|Time$", "text",
              ".*(?:يواندان|الشكر|الأب|الرماد|الحج|الفصح|الاستقلال|الشباب|كريسماس).*",
              "no date in the case, or the feast of one country"),
    CaseClass("dialect", "duckling", "input",
              "نص(?: |$)|بكر[اة]|(?:^| )(?:الي|القبل) |الماض$|حالا|شهر (?:\\d|ثلاث|عشر)|الشهر (?:التاسع|الثامن)|^من اسبوع|الصبح|"
              "تلاتة|متين|خمسمية|اتنين|الساعة (?:ثلاثة|خمسة)|سينت",
              "everyday speech, months by their number"),
    CaseClass("mathematics", "Number|duckling|Percent|Range", "input",
              r"[\^e×<>=~]|(?:واحد|مائة|[\d٠-٩]) على |(?:^| )[-.٫,]\s?[\d٠-٩]|سالب|ناقص|جزء من|[أا]جزاء من|دزين|خماس|[أا]?ثما?ن |خمس ال|واحد من|"
              r"[\d٠-٩]/[\d٠-٩]|‪|فاصلة|صفر|خمس من|خُمسَين|وخمس |و\S+ [أا]رباع|يساوي|واحد وعشرونات| في [\d٠-٩]{4}|[\d٠-٩] في [\d٠-٩] ",
              "fractions and powers in words or with a stroke, negative numbers, equations"),
    CaseClass("figures of machines", "Number", "input", r"[\d٠-٩] [\d٠-٩]{3} |[٠-٩]+[.][٠-٩]+[.][٠-٩]|[\d٠-٩] (?:مئة|مائة|آلاف)|،\d{3},",
              "addresses, telephone numbers, digits mixed with hundreds in words"),
    CaseClass("percent before its number", "Percent", "text", "بالمائة .*|نسبة .*", "«بالمائة 10», «نسبة 22»"),
    CaseClass("ordinal written as a cardinal", "Ordinal", "text", "ال(?:[أا]حد|إحدى|اثن|واحد).*|ال\\S+[يو]ن|المئة.*|المئتيان|الثانية الى الاخير",
              "«الواحد والعشرون», «الثلاثون»: news writes «الحادي والعشرون», and these count"),
    CaseClass("bounds of mathematics", "NumberRange", "input", "فوق|تحت|ادنى|العاشر|او اكبر",
              "«فوق», «تحت» name places in news"),
    CaseClass("dollars with cents", "duckling Amount", "text", r".*\$ ?و? ?\d+ ?c?|\$20 .*|.*سنت", "two units in one sum"),
    CaseClass("converted units", "duckling Quantity", "text", ".*(?:كيلو|كغ|ملغ|ملج).*", "the case gives grams; we keep the unit written"),
    CaseClass("place in a list", "Ordinal", "value", "(?:end|current).*", "«التالي», «الأخير» are no numbers"),
)  # fmt: skip


def load(name: str) -> list[dict[str, Any]]:
    """Return the cases of a file that are not marked NotSupported."""
    (path,) = CASES.glob(f"recognizers_*/{name}.json")
    return [c for c in json.loads(path.read_text("utf-8-sig")) if "NotSupported" not in c]


def expected(case: dict[str, Any]) -> list[tuple[str, str]]:
    """Return (expression, value) of each result; the value is empty where the case gives none."""
    found = []
    for result in case["Results"]:
        value = result.get("Value") or result.get("Resolution") or {}
        found.append((str(result.get("Text", "")), str(value.get("Timex") or value.get("value") or "")))
    return found


def left_out(name: str, text: str, results: list[tuple[str, str]]) -> str | None:
    """Return the name of the first class that a case belongs to, None for a case that counts."""
    for kind in LEFT_OUT:
        if not re.search(kind.files, name):
            continue
        pattern = re.compile(kind.pattern)
        if kind.field == "input" and pattern.search(text):
            return kind.name
        values = [v for _, v in results] if "value" in kind.field else []
        texts = [t.strip(" .!") for t, _ in results] if "text" in kind.field else []
        if any(pattern.search(v) for v in values if v) or any(pattern.fullmatch(t) for t in texts if t):
            return kind.name
    return None


def usable(name: str, out: Counter[str]) -> Iterator[tuple[dict[str, Any], str, list[tuple[str, str]]]]:
    """Yield the cases of a file that speak as news does, with input and expected results; count the others by class."""
    for case in load(name):
        text, results = case["Input"], expected(case)
        kind = left_out(name, text, results)
        if kind:
            out[kind] += 1
        else:
            yield case, text, results
