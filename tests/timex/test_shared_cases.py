"""The share of public cases for Arabic dates, durations and numbers that is read as they say; it must not fall.

The cases are written for assistants; what news never writes is left out by the two patterns below: bare day numbers
(«سأعود في 15»), weekdays of a month, offsets «من الآن», day/month without a sign; powers, negatives, «جزء من».
"""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

import pytest

from tawatur.lexicon.time_words import load_time_words
from tawatur.text.numbers import find_numbers, read_ordinal
from tawatur.text.prepared import prepare
from tawatur.text.words import find_words
from tawatur.timex.find import find_expressions
from tawatur.timex.resolve import resolve

CASES = Path(__file__).resolve().parents[3] / "shared" / "time_number"
pytestmark = [pytest.mark.shared, pytest.mark.skipif(not CASES.is_dir(), reason="no shared cases beside the checkout")]
NO_NEWS_TIME = re.compile(r"XXXX-XX-|WXX|من الآن|SU$|PRESENT|^\D*\d\d?[./-]\d\d?\D*$|XX70|-W\d\d$|كورتانا|بعد التالي")
NO_NEWS_NUMBER = re.compile(
    r"[\^e×]|(?:^| )-|سالب|ناقص| على |جزء من|اجزاء من|دزين|خماس|ثمن|اثمان|أثمان|خمس ال|واحد من|\d/\d|‪"
)
LEXICON = load_time_words()


def values(text: str, day: date) -> list[str | None]:
    return [resolve(e, day, LEXICON).value for e in find_expressions(prepare(text), LEXICON)]


def accepted(value: dict[str, object]) -> set[str]:
    """The ways our values may write what a case expects: its timex, its past or its future reading."""
    timex = str(value["Timex"])
    found = {timex, *_smaller(timex)}
    for side in ("FutureResolution", "PastResolution"):
        given = value.get(side) or {}
        assert isinstance(given, dict)
        if "date" in given:
            found.add(given["date"])
        if given.get("startDate") and given.get("endDate"):
            start, end = date.fromisoformat(given["startDate"]), date.fromisoformat(given["endDate"])
            for last in (end, date.fromordinal(end.toordinal() - 1)):
                found.add(f"{start}/{last}")
                if (start.day, start.month) == (1, 1):
                    found.add(f"{start.year}/{last.year}")
                found.add(f"{start.year}-{start.month:02d}/{last.year}-{last.month:02d}")
            found |= {f"{start.year}-{start.month:02d}"} if (end - start).days in range(28, 32) else set()
    return found


def _smaller(timex: str) -> set[str]:
    half = re.fullmatch(r"P(T?)([\d.]+)([YMWDHS])", timex)
    if not half or "." not in half[2]:
        return set()
    steps = {"Y": ("M", 12), "M": ("D", 30), "W": ("D", 7), "H": ("M", 60)}
    unit, factor = steps.get(half[3], ("", 0))
    return {f"P{half[1]}{round(float(half[2]) * factor):d}{unit}"} if unit else set()


def _about(case: dict[str, object]) -> str:
    results = case["Results"]
    assert isinstance(results, list)
    return f"{case['Input']} {' '.join(r['Value']['Timex'] for r in results)}"


def dates(name: str) -> tuple[int, int, list[str]]:
    right, missed = 0, []
    cases = json.loads((CASES / "recognizers_datetime" / name).read_text("utf-8-sig"))
    cases = [c for c in cases if "NotSupported" not in c and not NO_NEWS_TIME.search(_about(c))]
    for case in cases:
        day = date.fromisoformat(case.get("Context", {}).get("ReferenceDateTime", "2016-11-07")[:10])
        found = values(case["Input"], day)
        wanted = [accepted(r["Value"]) for r in case["Results"]]
        if len(wanted) == len(found) and all(v in w for v, w in zip(found, wanted, strict=True)):
            right += 1
        else:
            missed.append(f"{case['Input']} {[r['Value']['Timex'] for r in case['Results']]} {found}")
    return right, len(cases), missed


@pytest.mark.parametrize(
    ("name", "floor"), [("DateParser.json", 0.42), ("DatePeriodParser.json", 0.51), ("DurationParser.json", 0.89)]
)
def test_dates_of_recognizers(name: str, floor: float) -> None:
    right, total, missed = dates(name)
    print(f"{name}: {right} of {total}", *missed, sep="\n")
    assert right / total >= floor


def test_numbers_of_recognizers() -> None:
    cases = json.loads((CASES / "recognizers_number" / "NumberModel.json").read_text("utf-8-sig"))
    right, total, missed = 0, 0, []
    for case in cases:
        if NO_NEWS_NUMBER.search(case["Input"]):
            continue
        if "NotSupported" in case or not all("Resolution" in r for r in case["Results"]):
            continue
        total += 1
        wanted = [float(r["Resolution"]["value"]) for r in case["Results"]]
        found = [n.value for n in find_numbers(list(find_words(case["Input"])))]
        if len(wanted) == len(found) and all(
            abs(a - b) < 1e-6 * max(1, abs(a)) for a, b in zip(wanted, found, strict=True)
        ):
            right += 1
        else:
            missed.append(f"{case['Input']} {wanted} {found}")
    print(f"NumberModel: {right} of {total}", *missed, sep="\n")
    assert right / total >= 0.65


def duckling(dimension: str) -> list[tuple[str, str]]:
    rows = [line.split("\t") for line in (CASES / "duckling_examples.tsv").read_text("utf-8").splitlines()[1:]]
    return [(text, expected) for kind, text, expected in rows if kind == dimension]


def test_numbers_and_ordinals_of_duckling() -> None:
    rows = duckling("Numeral")
    missed = []
    for text, expected in rows:
        (wanted,) = re.findall(r"NumeralValue \(?(-?[\d.e]+)", expected)
        if [n.value for n in find_numbers(list(find_words(text)))] != [pytest.approx(float(wanted))]:
            missed.append(f"{text} {wanted}")
    print(f"Numeral: {len(rows) - len(missed)} of {len(rows)}", *missed, sep="\n")
    assert len(missed) / len(rows) <= 0.13
    ordinals = duckling("Ordinal")
    wrong = []
    for text, expected in ordinals:
        found = read_ordinal(list(find_words(text)), 0)
        if found is None or found.value != int(re.findall(r"\d+", expected)[0]):
            wrong.append(text)
    print("Ordinal missed:", *wrong)
    assert len(wrong) / len(ordinals) <= 0.3


def test_times_of_duckling() -> None:
    day = date(2013, 2, 12)
    rows, missed = duckling("Time"), []
    for text, expected in rows:
        found = values(text, day)
        if not (len(found) == 1 and found[0] is not None and _same_time(found[0], expected)):
            missed.append(f"{text} {expected} {found}")
    print(f"Time: {len(rows) - len(missed)} of {len(rows)}", *missed, sep="\n")
    assert len(missed) / len(rows) <= 0.56


def _same_time(value: str, expected: str) -> bool:
    """Whether a value begins (and, for intervals, ends) where the case says."""
    groups = [tuple(map(int, g.split(", "))) for g in re.findall(r"\((\d{4}, \d+, \d+, \d+, \d+, \d+)\)", expected)]
    if not groups:
        return False
    year, month, day, hour, minute, _ = groups[0]
    start = date(year, month, day)
    names = {start.isoformat(), f"{start.isoformat()}T{hour:02d}:{minute:02d}"}
    if expected.rstrip(")").endswith("Month"):
        names.add(f"{year}-{month:02d}")
    if expected.rstrip(")").endswith("Year"):
        names.add(f"{year}")
    if len(groups) == 2:
        last = date(*groups[1][:3])
        names = {f"{start}/{end}" for end in (last, date.fromordinal(last.toordinal() - 1))}
        if (start.day, last.day) == (1, 1) and (last - start).days <= 31:
            names.add(f"{year}-{month:02d}")
        if "Hour" in expected or "Minute" in expected:
            names |= {f"{start}T{part}" for part in ("MO", "AF", "EV", "NI")}
    if expected.rstrip(")").endswith("Week"):
        return value.startswith(start.isoformat() + "/")
    return value in names
