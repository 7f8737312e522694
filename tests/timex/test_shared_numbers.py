"""Public cases for Arabic numbers, percentages, ordinals, ranges, money and measures, and Duckling's examples."""

from __future__ import annotations

import re
import sys
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
from case_classes import CASES, left_out, usable

from tawatur.annotate.figures import find_figures
from tawatur.lexicon.count_words import load_count_words
from tawatur.lexicon.time_words import load_time_words
from tawatur.model import Figure
from tawatur.text.numbers import find_numbers, read_ordinal
from tawatur.text.prepared import prepare
from tawatur.text.words import find_words
from tawatur.timex.find import find_expressions
from tawatur.timex.resolve import resolve

pytestmark = [pytest.mark.shared, pytest.mark.skipif(not CASES.is_dir(), reason="no shared cases beside the checkout")]
TIMES, COUNTS = load_time_words(), load_count_words()


def numbers(text: str) -> list[float]:
    return [n.value for n in find_numbers(list(find_words(text)))]


def figures(text: str) -> tuple[Figure, ...]:
    return find_figures(prepare(text), (), (), COUNTS)


def close(wanted: list[float], found: list[float]) -> bool:
    return len(wanted) == len(found) and all(
        abs(a - b) < 1e-6 * max(1, abs(a)) for a, b in zip(wanted, found, strict=True)
    )


def report(name: str, out: Counter[str], other: int, total: int, missed: list[str], floor: float = 0.95) -> None:
    print(
        f"\n== {name}: {total - len(missed)} of {total}, of them {other} as our guidelines say",
        dict(out),
        *missed,
        sep="\n",
    )
    assert (total - len(missed)) / total >= floor


def test_numbers() -> None:
    out, other, total, missed = Counter[str](), 0, 0, []
    for _, text, results in usable("NumberModel", out):
        total += 1
        wanted, found = [float(v) for _, v in results if v], numbers(text)
        if close(wanted, found):
            continue
        # Figures written onto the next word, «واحد» and days of a month are numbers for us, and none for the cases.
        if not wanted and re.search(r"[\d٠-٩](?:[^\W\d]|من ال)|واحد", text):
            other += 1
        else:
            missed.append(f"{text} {wanted} {found}")
    report("NumberModel", out, other, total, missed)


def test_percentages() -> None:
    out, total, missed = Counter[str](), 0, []
    for _, text, results in usable("PercentModel", out):
        total += 1
        found = [f.value for f in figures(text) if f.unit == "%"]
        if found != [float(v.rstrip("%")) for _, v in results]:
            missed.append(f"{text} {results} {found}")
    report("PercentModel", out, 0, total, missed)


@pytest.mark.parametrize("name", ["OrdinalModel", "OrdinalModelSuppressExtendedTypes"])
def test_ordinals(name: str) -> None:
    out, total, missed = Counter[str](), 0, []
    for _, text, results in usable(name, out):
        total += 1
        words, found, at = list(find_words(text)), [], 0
        while at < len(words):
            ordinal = read_ordinal(words, at) if words[at].kind == "word" else None
            found += [str(int(ordinal.value))] if ordinal else []
            at = ordinal.last if ordinal else at + 1
        if found != [v for _, v in results]:
            missed.append(f"{text} {results} {found}")
    report(name, out, 0, total, missed, 0.9)


def test_bounds() -> None:
    """«أكثر من ثلاثين», «بين 20 و30»: the comparator and the value, or both ends of the range."""
    out, total, missed = Counter[str](), 0, []
    for _, text, results in usable("NumberRangeModel", out):
        total += 1
        found = [bound(f) for f in figures(text)]
        if found != [re.sub(r"[)]$", "]", v) if re.fullmatch(r"\[.+,.+\)", v) else v for _, v in results]:
            missed.append(f"{text} {results} {found}")
    report("NumberRangeModel", out, 0, total, missed)


def bound(figure: Figure) -> str:
    if isinstance(figure.value, tuple):
        return f"[{figure.value[0]:g},{figure.value[1]:g}]"
    value = f"{figure.value:g}"
    return {">": f"({value},)", ">=": f"[{value},)", "<": f"(,{value})", "<=": f"(,{value}]"}.get(
        figure.comparator, f"[{value},{value}]"
    )


def duckling(dimension: str) -> tuple[list[tuple[str, str]], Counter[str]]:
    rows = [line.split("\t") for line in (CASES / "duckling_examples.tsv").read_text("utf-8").splitlines()[1:]]
    kept, out = [], Counter[str]()
    for kind, text, wanted in rows:
        if kind == dimension:
            name = left_out(f"duckling {dimension}", text, [(text, "")])
            out[name or ""] += 1
            kept += [] if name else [(text, wanted)]
    del out[""]
    return kept, out


@pytest.mark.parametrize("dimension", ["Numeral", "AmountOfMoney", "Quantity", "Volume", "Temperature"])
def test_amounts_of_duckling(dimension: str) -> None:
    rows, out = duckling(dimension)
    missed = []
    for text, expected_value in rows:
        wanted = [float(v) for v in re.findall(r"-?\d[\d.]*(?:e\d+)?", expected_value)]
        found = numbers(text)
        if dimension != "Numeral":
            found = [float(v) for f in figures(text) for v in (f.value if isinstance(f.value, tuple) else (f.value,))]
        if not close(wanted, found):
            missed.append(f"{text} {wanted} {found}")
    report(dimension, out, 0, len(rows), missed)


def test_ordinals_of_duckling() -> None:
    rows, out = duckling("Ordinal")
    missed = []
    for text, wanted in rows:
        found = read_ordinal(list(find_words(text)), 0)
        if found is None or found.value != int(re.findall(r"\d+", wanted)[0]):
            missed.append(text)
    report("Ordinal", out, 0, len(rows), missed)


def values(text: str, day: date) -> list[str | None]:
    return [resolve(e, day, TIMES).value for e in find_expressions(prepare(text), TIMES)]


def test_times_of_duckling() -> None:
    day = date(2013, 2, 12)
    (rows, out), other, missed = duckling("Time"), 0, []
    for text, wanted in rows:
        found = values(text, day)
        if len(found) == 1 and found[0] is not None and same_time(found[0], wanted):
            continue
        if len(found) == 1 and news_value(text, found[0], day):
            other += 1
        else:
            missed.append(f"{text} {wanted} {found}")
    report("Time", out, other, len(rows), missed)


def news_value(text: str, value: str | None, day: date) -> bool:
    """What the guidelines write otherwise: the last such day, months for their thirds, «الآن», lengths, contexts."""
    if value is None:
        return bool(re.search("السابق|التالي", text))
    if value in ("PRESENT_REF", "PAST_REF", "FUTURE_REF"):
        return True
    if re.fullmatch(r"P\d+[DWMY]", value):
        return "خلال" in text
    if (
        re.match(r"201[23]-\d\d(-\d\d)?", value)
        and date.fromisoformat((value[:10] + "-01")[:10] if len(value) > 6 else value) <= day
    ):
        return True  # the same weekday, month or date in the past
    return bool(re.search("[أا]وائل|[أا]واخر|منتصف|بداية|نهاية", text))


def same_time(value: str, wanted: str) -> bool:
    """Whether a value begins (and, for intervals, ends) where the case says."""
    groups = [tuple(map(int, g.split(", "))) for g in re.findall(r"\((\d{4}, \d+, \d+, \d+, \d+, \d+)\)", wanted)]
    if not groups:
        return False
    year, month, day, hour, minute, _ = groups[0]
    start, ending = date(year, month, day), wanted.rstrip(")")
    names = {start.isoformat(), f"{start.isoformat()}T{hour:02d}:{minute:02d}"}
    names |= {f"{year}-{month:02d}"} if ending.endswith("Month") else set()
    names |= {f"{year}"} if ending.endswith("Year") else set()
    if len(groups) == 2:
        last = date(*groups[1][:3])
        names = {f"{start}/{end}" for end in (last, date.fromordinal(last.toordinal() - 1))}
        if (start.day, last.day) == (1, 1) and (last - start).days <= 31:
            names.add(f"{year}-{month:02d}")
        if "Hour" in wanted or "Minute" in wanted:
            names |= {f"{start}T{part}" for part in ("MO", "AF", "EV", "NI")}
    if ending.endswith("Week"):
        return value.startswith(start.isoformat() + "/")
    return value in names
