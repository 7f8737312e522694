"""Dates written out in full on lines of dates: every order, every tradition of months, digits of every kind."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from hijridate import Hijri

from tawatur.model import Span
from tawatur.split.dating.words import HIJRI_MONTHS, MONTHS, WEEKDAYS
from tawatur.text.fold import fold_aligned

_TOKEN = re.compile(r"\d+|[^\W\d_]+|[^\w\s]")
_UPDATE = frozenset({"تحديث", "التحديث", "حدث", "حدثت", "محدث", "تعديل", "updated", "update", "modified"})
_PUBLISH = frozenset({"نشر", "نشرت", "النشر", "نشره", "published", "posted", "اضيف", "اضيفت", "انشيء", "صدر"})
_ORDINAL_TAILS = frozenset({"st", "nd", "rd", "th"})
# «غرة رمضان»: the month's first day.
_FIRST = frozenset({"غره", "اول"})
_HIJRI_MARKS = frozenset({"ه", "هجري", "هجريه", "للهجره"})
_BETWEEN = frozenset("/-.،,")
# First words of the names of months.
_OPENING = frozenset(name.split()[0] for name in (*MONTHS, *HIJRI_MONTHS))
# Years of the Gregorian and the Islamic calendar that news pages can carry.
_YEARS = (1900, 2100)
_HIJRI_YEARS = (1350, 1500)
# Days by which a sighted Islamic date may differ from the Umm al-Qura calendar.
_SIGHTING = 1


@dataclass(frozen=True, slots=True)
class Written:
    """A date as written: the days it covers (one, a month, or three for an Islamic date), its place and its label.

    `numeric` tells that day and month were both numbers that could be either.
    """

    first: date
    last: date
    span: Span
    label: str = ""
    numeric: bool = False
    hijri: bool = False
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class _Token:
    text: str
    start: int
    end: int

    @property
    def number(self) -> int | None:
        return int(self.text) if self.text.isdigit() and len(self.text) <= 4 else None


def written_dates(text: str) -> list[Written]:
    """Return the full dates of a short text in order, with the label («published», «updated») that stands before each.

    A date without a year is no full date. Numbers alone are read day first, as the Arabic press writes, unless only
    another order makes a date. Spans count in the text as given.
    """
    if not any(map(str.isdigit, text)):
        return []
    folded = fold_aligned(text)
    tokens = [_Token(m.group(), m.start(), m.end()) for m in _TOKEN.finditer(folded.text)]
    found: list[Written] = []
    at, label, weekday = 0, "", None
    while at < len(tokens):
        word = tokens[at].text
        if word in _UPDATE:
            label = "updated"
        elif word in _PUBLISH:
            label = "published"
        elif word in WEEKDAYS:
            weekday = WEEKDAYS[word]
        match = _date_at(tokens, at)
        if match is None:
            at += 1
            continue
        first, last, size, numeric, hijri = match
        span = folded.original(Span(tokens[at].start, tokens[at + size - 1].end))
        found.append(Written(first, last, span, label, numeric, hijri, weekday))
        at += size
    return found


def _date_at(tokens: Sequence[_Token], at: int) -> tuple[date, date, int, bool, bool] | None:
    """Return first day, last day, number of tokens, whether ambiguous, whether Islamic, of the date that starts."""
    for read in (_numbers, _day_month_year, _month_day_year, _month_year):
        match = read(tokens, at)
        if match:
            return match
    return None


def _skip(tokens: Sequence[_Token], at: int, words: frozenset[str]) -> int:
    while at < len(tokens) and tokens[at].text in words:
        at += 1
    return at


def _month(tokens: Sequence[_Token], at: int) -> tuple[int, int, bool] | None:
    """Return month number, the token after it, and whether it is Islamic; both names of a dual month are taken."""
    if at < len(tokens) and tokens[at].text not in _OPENING:
        return None
    for names, hijri in ((MONTHS, False), (HIJRI_MONTHS, True)):
        for size in (2, 1):
            name = " ".join(token.text for token in tokens[at : at + size])
            if name not in names or at + size > len(tokens):
                continue
            month, after = names[name], at + size
            other = _skip(tokens, after, frozenset("/(-"))
            if other > after:
                for again in (2, 1):
                    if names.get(" ".join(token.text for token in tokens[other : other + again])) == month:
                        after = _skip(tokens, other + again, frozenset(")"))
                        break
            return month, after, hijri
    return None


def _year(tokens: Sequence[_Token], at: int, *, hijri: bool) -> tuple[int, int] | None:
    at = _skip(tokens, at, frozenset({",", "،", "-", "/", "من", "عام", "سنه", "."}))
    if at >= len(tokens):
        return None
    number = tokens[at].number
    low, high = _HIJRI_YEARS if hijri else _YEARS
    if number is None or not low <= number <= high:
        return None
    return number, at + 1


def _day_month_year(tokens: Sequence[_Token], at: int) -> tuple[date, date, int, bool, bool] | None:
    day = 1 if tokens[at].text in _FIRST else tokens[at].number
    if day is None or not 1 <= day <= 31:
        return None
    after = _skip(tokens, at + 1, _ORDINAL_TAILS | frozenset({",", "،", "-", "/", "من", "of"}))
    month = _month(tokens, after) if after < len(tokens) else None
    if month is None:
        return None
    year = _year(tokens, month[1], hijri=month[2])
    return _built(year[0], month[0], day, year[1] - at, month[2]) if year else None


def _month_day_year(tokens: Sequence[_Token], at: int) -> tuple[date, date, int, bool, bool] | None:
    month = _month(tokens, at)
    if month is None or month[1] >= len(tokens):
        return None
    day = tokens[month[1]].number
    if day is None or not 1 <= day <= 31:
        return None
    year = _year(tokens, _skip(tokens, month[1] + 1, _ORDINAL_TAILS), hijri=month[2])
    return _built(year[0], month[0], day, year[1] - at, month[2]) if year else None


def _month_year(tokens: Sequence[_Token], at: int) -> tuple[date, date, int, bool, bool] | None:
    month = _month(tokens, at)
    # «32 يناير 2020» is a mistake, not a month.
    if at and (tokens[at - 1].number or 0) in range(1, 100):
        return None
    year = _year(tokens, month[1], hijri=False) if month and not month[2] else None
    if month is None or year is None:
        return None
    first = date(year[0], month[0], 1)
    following = date(year[0] + month[0] // 12, month[0] % 12 + 1, 1)
    return first, following - timedelta(days=1), year[1] - at, False, False


def _numbers(tokens: Sequence[_Token], at: int) -> tuple[date, date, int, bool, bool] | None:
    """Read «2016/11/08», «08-11-2016», «8.11.16», «1438/2/8 هـ»."""
    places = [at, at + 2, at + 4]
    if at + 4 >= len(tokens) or any(tokens[at + i].text not in _BETWEEN for i in (1, 3)):
        return None
    values = [tokens[place].number for place in places]
    a, b, c = values
    if a is None or b is None or c is None or tokens[at + 1].text != tokens[at + 3].text:
        return None
    marked = at + 5 < len(tokens) and tokens[at + 5].text in _HIJRI_MARKS
    year, month, day = (a, b, c) if a > 31 else (c, b, a)
    if year < 100 and len(tokens[at + 4].text) == 2 and tokens[at + 1].text != ",":
        year += 2000 if year < 70 else 1900
    hijri = _HIJRI_YEARS[0] <= year <= _HIJRI_YEARS[1]
    if marked and not hijri:
        return None
    if month > 12 and day <= 12:
        day, month = month, day
    built = _built(year, month, day, 5, hijri)
    ambiguous = a <= 31 and day <= 12 and month <= 12 and day != month and not hijri
    return (built[0], built[1], 5, ambiguous, hijri) if built else None


def _built(year: int, month: int, day: int, size: int, hijri: bool) -> tuple[date, date, int, bool, bool] | None:
    try:
        if not hijri:
            if not _YEARS[0] <= year <= _YEARS[1]:
                return None
            found = date(year, month, day)
            return found, found, size, False, False
        found = Hijri(year, month, day).to_gregorian()
        plain = date(found.year, found.month, found.day)
    except (ValueError, OverflowError):
        return None
    return plain - timedelta(days=_SIGHTING), plain + timedelta(days=_SIGHTING), size, False, True


def best_date(dates: Sequence[Written]) -> Written | None:
    """Return the publication date among the dates of one article's date lines.

    What is labelled as published comes first, then what has no label, then what is labelled as an update; a Gregorian
    day before an Islamic one, a day before a month. A weekday beside an ambiguous numeric date decides its order.
    """
    ranked = sorted(dates, key=_rank)
    return _by_weekday(ranked[0]) if ranked else None


def _rank(written: Written) -> tuple[int, bool, int]:
    label = {"published": 0, "": 1, "updated": 2}[written.label]
    return label, written.hijri, (written.last - written.first).days


def month_first(written: Written) -> Written:
    """Return an ambiguous numeric date read with its month first, as a few outlets write it."""
    turned = date(written.first.year, written.first.day, written.first.month)
    return Written(turned, turned, written.span, written.label, False, False, written.weekday)


def _by_weekday(written: Written) -> Written:
    if not written.numeric or written.weekday is None or written.first.weekday() == written.weekday:
        return written
    turned = date(written.first.year, written.first.day, written.first.month)
    if turned.weekday() != written.weekday:
        return written
    return Written(turned, turned, written.span, written.label, False, False, written.weekday)
