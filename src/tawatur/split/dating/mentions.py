"""Bounds from what an article mentions: dates, weekdays beside «اليوم», known things, wars that have lasted so long."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from tawatur.lexicon.bundle import Lexicons
from tawatur.lexicon.known_dates import KnownDate, joined_names
from tawatur.model import Anchor, Span
from tawatur.split.dating.bounds import FIRM, WEAK, Bound
from tawatur.split.dating.counted import counted_bounds
from tawatur.split.dating.holders import holder_bounds
from tawatur.split.dating.people import people_bounds
from tawatur.split.dating.tense import is_announced, is_past
from tawatur.split.dating.years import year_bounds
from tawatur.text.fold import fold
from tawatur.text.prepared import Prepared
from tawatur.text.words import Word, cuts, find_words
from tawatur.timex.expressions import TimeExpression
from tawatur.timex.find import find_expressions
from tawatur.timex.resolve import covers

# Months after which a round number of months, or years, gives way to the next («أكثر من 30 شهرا» is less than 36).
_NEXT_MONTHS, _NEXT_YEARS = 6, 12
_ROUGH = timedelta(days=10)
# Years of web pages; a date written without its year lies nearer than half a year.
_NEWS_YEARS = (1995, 2100)
_NEAR_DATE = timedelta(days=182)
# A body is called by its old name for so long after it got a new one.
_NAMED_STILL = timedelta(days=365)
# An article's headline and lead tell of its own days; below them it also tells of the past.
_LEAD = 350
# A date of no clear tense, that no word near it calls a plan, lies no further ahead than this: so far ahead are single
# events announced (a congress, a film), when not by the words that are known.
_SOON = timedelta(days=2 * 365)
_MONTH, _YEAR = timedelta(days=31), 366
_LASTING = frozenset(
    fold("المستمرة المستمر مستمرة المتواصلة المتواصل متواصلة الدائرة الدائر الممتدة استمرت تستمر").split()
)
# Plans and terms are told of so many years ahead («موازنة 2016», «كأس العالم 2022»); goals and forecasts that name a
# whole decade's end («بحلول 2030») further.
_PLANS, _GOALS = 25, 40
_PLAN_DAYS = 4 * 366
_GOAL_YEARS = range(2030, 2101, 5)
# The century that has begun and how long before it was spoken of; a decade without a century counts from 1950 on.
_CENTURY, _EXPECTED = date(2000, 1, 1), timedelta(days=15 * 365)
_LAST_CENTURY = tuple(fold(f"القرن {gone}") for gone in ("الماضي", "المنصرم", "الفائت"))
_LAST_BEGUN, _DECADES, _TEN = 1900, 1950, 10
# Days before the text's own that «اليوم» and «أمس» name where a date follows them («أمس 21 يوليو»).
_COUNTED = {fold(word): days for word, days in (("اليوم", 0), ("أمس", 1), ("الليلة", 0), ("البارحة", 1), ("غدا", -1))}


def mention_bounds(source: str, prepared: Prepared, lexicons: Lexicons, title: str = "") -> Iterator[Bound]:
    """Yield the bounds that one text gives; `source` is the id that the anchors name.

    The title only tells which country's news it is.
    """
    expressions = find_expressions(prepared, lexicons.times)
    for expression in expressions:
        yield from _of_expression(source, prepared, expression, lexicons)
    yield from year_bounds(source, prepared)
    yield from _of_known(source, prepared, lexicons, title)
    dated = frozenset(_sentences(prepared, (e for e in expressions if e.absolute)))
    yield from holder_bounds(source, prepared, lexicons.pages.terms, dated)
    yield from people_bounds(source, prepared, lexicons.pages.people, dated)
    yield from counted_bounds(source, prepared, lexicons.pages.counted, dated)
    yield from _of_wars(source, prepared, expressions, lexicons)


def _sentences(prepared: Prepared, expressions: Iterable[TimeExpression]) -> Iterator[int]:
    for expression in expressions:
        index = prepared.sentence_at(expression.span.start)
        if index is not None:
            yield index


def _anchor(source: str, prepared: Prepared, span: Span) -> Anchor:
    return Anchor.of(source, prepared.text, span)


def _of_expression(source: str, prepared: Prepared, expression: TimeExpression, lexicons: Lexicons) -> Iterator[Bound]:
    words = expression.span.of(prepared.text)
    if expression.kind == "day" and expression.weekday is not None and expression.count is not None:
        weekday = (expression.weekday - int(expression.count)) % 7
        yield Bound(f"«{words}» fixes the weekday", _anchor(source, prepared, expression.span), weekday=weekday)
        return
    if expression.kind == "date" and expression.year is None and not expression.hijri and expression.facing != "future":
        windows = tuple(_years_of(expression, words))
        if windows:
            reason = f"«{words}» fits few years"
            yield Bound(reason, _anchor(source, prepared, expression.span), windows=windows, single=False)
    days = covers(expression, lexicons.times)
    if days is not None and expression.kind == "decade":
        yield from _of_decade(expression, days[0], _anchor(source, prepared, expression.span))
    if days is not None and expression.kind in ("date", "interval", "part", "clock", "season", "fraction"):
        yield from _of_days(prepared, expression, days, _anchor(source, prepared, expression.span))


def _of_days(
    prepared: Prepared, expression: TimeExpression, days: tuple[date, date], anchor: Anchor
) -> Iterator[Bound]:
    words, (first, last) = f"«{anchor.exact}»", days
    if expression.facing == "future":
        if (last - first).days <= _YEAR and not expression.tensed:
            yield Bound(
                f"{words} is still to come", anchor, last=last, strength=WEAK if last - first > _MONTH else FIRM
            )
        return
    if expression.facing == "past" or is_past(prepared, expression, (last - first).days):
        # An interval's end may lie ahead («من يناير إلى ديسمبر 2024»); that it has begun is what its mention shows.
        yield Bound(f"{words} has begun", anchor, first=first)
    elif not is_announced(prepared, expression):
        # Five years together may be those of a plan («2020-2025»), announced as long before as it lasts.
        ahead = last - first if (last - first).days > _PLAN_DAYS else timedelta()
        since = first - _SOON - ahead
        yield Bound(f"{words} is spoken of, past or soon to come", anchor, first=since, strength=WEAK)
    elif first.year >= _NEWS_YEARS[0]:
        years = _GOALS if last.year in _GOAL_YEARS else _PLANS
        yield Bound(f"{words} is planned or told", anchor, first=date(first.year - years, 1, 1), strength=WEAK)


def _of_decade(expression: TimeExpression, first: date, anchor: Anchor) -> Iterator[Bound]:
    """Yield since when a decade or century can be spoken of: once it has begun, the last century once it is over.

    «السبعينات» without a century is of the last one or of the Islamic calendar, and names an age at times: none of them
    is told of in the news before that decade.
    """
    since = None
    if any(gone in fold(anchor.exact) for gone in _LAST_CENTURY) and expression.year and expression.year >= _LAST_BEGUN:
        since = _CENTURY
    elif expression.count == _TEN and _DECADES <= first.year < _CENTURY.year:
        since = first
    elif expression.count != _TEN and expression.year == _CENTURY.year:
        since = _CENTURY - _EXPECTED
    if since:
        yield Bound(f"«{anchor.exact}» can be spoken of since {since}", anchor, first=since, strength=WEAK)


def _years_of(expression: TimeExpression, words: str) -> Iterator[tuple[date, date, date]]:
    """Yield when the text was written, by year, for a weekday with its day and month («الثلاثاء 21 يوليو»).

    After «اليوم» or «أمس» that is one day of each year, after a month that is called the present one a month of it.
    """
    counted = _COUNTED.get(fold(words).split()[0].strip("()"))
    if expression.month and expression.facing == "present":
        for year in range(*_NEWS_YEARS):
            yield date.min, date(year, expression.month, 1), date(year, expression.month, 28) + timedelta(days=3)
        return
    if expression.day is None or expression.month is None or (expression.weekday is None and counted is None):
        return
    for year in range(*_NEWS_YEARS):
        try:
            day = date(year, expression.month, expression.day)
        except ValueError:
            continue
        if expression.weekday is None or day.weekday() == expression.weekday:
            written = day + timedelta(days=counted or 0)
            near = timedelta() if counted is not None else _NEAR_DATE
            yield date.min, written - near, written + near


def _of_known(source: str, prepared: Prepared, lexicons: Lexicons, title: str) -> Iterator[Bound]:
    known = lexicons.pages.known
    words = [word for word in prepared.words if word.kind != "mark"]
    here: dict[str, bool] = {}
    for at, word in enumerate(words):
        # «لهيئة» may open a phrase that is listed so, and be «هيئة» of another one.
        openers = [cut.form for cut in cuts(word.norm) if cut.form in known.openers]
        for size in range(min(known.longest, len(words) - at) if openers else 0, 0, -1):
            inside = words[at : at + size]
            rest = [w.norm for w in inside[1:]]
            phrases = (" ".join(joined_names([opener, *rest])) for opener in openers)
            found = next((known.phrases[phrase] for phrase in phrases if phrase in known.phrases), None)
            if found is None or inside[-1].sentence != word.sentence:
                continue
            if found.country and not here.setdefault(
                found.country, _is_of([*find_words(title), *words], known.contexts[found.country])
            ):
                continue
            yield from _of_thing(source, prepared, found, Span(inside[0].span.start, inside[-1].span.end))
            break


def _is_of(words: Sequence[Word], context: frozenset[str]) -> bool:
    """Tell whether a text is of a country's news, by the words that it is known by."""
    forms = [{cut.form for cut in cuts(word.norm)} for word in words]
    return any(
        len(said := phrase.split()) <= len(forms) - at and all(part in forms[at + n] for n, part in enumerate(said))
        for phrase in context
        for at in range(len(forms))
    )


def _of_thing(source: str, prepared: Prepared, found: KnownDate, span: Span) -> Iterator[Bound]:
    anchor = _anchor(source, prepared, span)
    yield Bound(f"«{anchor.exact}» can be spoken of since {found.first}", anchor, first=found.first)
    if found.last and span.end <= _LEAD:
        reason = f"«{anchor.exact}» was called so until {found.last}"
        yield Bound(reason, anchor, last=found.last + _NAMED_STILL, strength=WEAK)


def _of_wars(
    source: str, prepared: Prepared, expressions: tuple[TimeExpression, ...], lexicons: Lexicons
) -> Iterator[Bound]:
    for expression in expressions:
        if expression.kind != "duration" or expression.unit not in ("M", "Y") or not expression.count:
            continue
        index = prepared.sentence_at(expression.span.start)
        if index is None or not _lasts(prepared, index, expression):
            continue
        said = {cut.form for word in prepared.sentence_words(index) for cut in cuts(word.norm)}
        words = fold(expression.span.of(prepared.text))
        exact = not any(rough in words for rough in ("نحو", "حوالي", "قرابه", "زهاء", "اقل"))
        for names, starts in lexicons.pages.known.wars.items():
            if names <= said and exact and expression.count >= 1:
                windows = tuple(_window(start, expression) for start in starts)
                reason = f"«{expression.span.of(prepared.text)}» of a war that began on {starts[-1]}"
                yield Bound(reason, _anchor(source, prepared, expression.span), windows=windows)
                break


def _lasts(prepared: Prepared, index: int, expression: TimeExpression) -> bool:
    """Tell whether a duration is a war's own: «المستمرة منذ أكثر من 30 شهرا», «أكثر من 18 شهراً من الحرب»."""
    words = [word for word in prepared.sentence_words(index) if word.kind != "mark"]
    before = [word.norm for word in words if word.span.end <= expression.span.start][-3:]
    after = [word.norm for word in words if word.span.start >= expression.span.end][:2]
    return any(word in _LASTING for word in before) or after in (["من", "الحرب"], ["من", "النزاع"])


def _window(start: date, expression: TimeExpression) -> tuple[date, date, date]:
    """Return the war's start and the first and last day on which it has lasted so long."""
    months = int((expression.count or 0) * (12 if expression.unit == "Y" else 1))
    grace = _NEXT_YEARS if expression.unit == "Y" else _NEXT_MONTHS
    return start, _later(start, months) - _ROUGH, _later(start, months + grace) + _ROUGH


def _later(day: date, months: int) -> date:
    month = day.month - 1 + months
    return date(day.year + month // 12, month % 12 + 1, min(day.day, 28))
