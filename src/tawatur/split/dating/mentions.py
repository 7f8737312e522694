"""Bounds from what an article mentions: dates, weekdays beside «اليوم», offices held, wars that have lasted so long."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from tawatur.lexicon.bundle import Lexicons
from tawatur.lexicon.known_dates import KnownDate
from tawatur.model import Anchor, Span
from tawatur.split.dating.bounds import Bound
from tawatur.split.dating.tense import is_announced, is_past
from tawatur.text.fold import fold
from tawatur.text.prepared import Prepared
from tawatur.text.words import Word, cuts
from tawatur.timex.expressions import TimeExpression
from tawatur.timex.find import find_expressions
from tawatur.timex.resolve import covers

# A winner of an election is called by the office some weeks before taking it, and by habit some days after leaving.
_BEFORE_OFFICE = timedelta(days=75)
_AFTER_OFFICE = timedelta(days=14)
# Months after which a round number of months, or years, gives way to the next («أكثر من 30 شهرا» is less than 36).
_NEXT_MONTHS, _NEXT_YEARS = 6, 12
_ROUGH = timedelta(days=10)
# Years of web pages; a date written without its year lies nearer than half a year.
_NEWS_YEARS = (1995, 2100)
_NEAR_DATE = timedelta(days=182)
# A date of no clear tense, that no word near it calls a plan, lies no further ahead than this: so far ahead are single
# events announced (a congress, a film), when not by the words that are known.
_SOON = timedelta(days=365)
# Before a title these make another of the person: «نائب الرئيس …», «ولي ولي العهد …».
_DEPUTY = frozenset(fold("نائب نائبة ولي وكيل مساعد لنائب ونائب وولي لولي").split())
_LASTING = frozenset(
    fold("المستمرة المستمر مستمرة المتواصلة المتواصل متواصلة الدائرة الدائر الممتدة استمرت تستمر").split()
)
_FORMER = frozenset(
    fold("السابق السابقة الأسبق سابق سابقا الراحل الراحلة المنتخب المخلوع المقبل السابقين ذكرى عهد").split()
)
_SAID = frozenset(
    fold(
        "قال قالت أعلن أعلنت أكد أكدت التقى التقت استقبل استقبلت وصل وصلت بحث بحثت دعا دعت حذر حذرت اعتبر "
        "اعتبرت وعد تعهد أشار أشارت شدد شددت أجرى زار غادر اتهم اتهمت ندد طالب طالبت رحب رحبت صرح أعرب "
        "أعربت أوضح ذكر أضاف افتتح ترأس نفى تحدث أبلغ ناقش هدد توجه يلتقي يزور يستقبل كشف دافع انتقد بعث "
        "هاتف عقد وقع كتب"
    ).split()
)


def mention_bounds(source: str, prepared: Prepared, lexicons: Lexicons) -> Iterator[Bound]:
    """Yield the bounds that one text gives; `source` is the id that the anchors name."""
    expressions = find_expressions(prepared, lexicons.times)
    for expression in expressions:
        yield from _of_expression(source, prepared, expression, lexicons)
    near = {prepared.sentence_at(e.span.start) for e in expressions if _is_near(e)}
    yield from _of_known(source, prepared, near, lexicons)
    yield from _of_wars(source, prepared, expressions, lexicons)


def _is_near(expression: TimeExpression) -> bool:
    return expression.kind in ("weekday", "day") and expression.facing != "future"


def _anchor(source: str, prepared: Prepared, span: Span) -> Anchor:
    return Anchor.of(source, prepared.text, span)


def _of_expression(source: str, prepared: Prepared, expression: TimeExpression, lexicons: Lexicons) -> Iterator[Bound]:
    words = expression.span.of(prepared.text)
    if expression.kind == "day" and expression.weekday is not None and expression.count is not None:
        weekday = (expression.weekday - int(expression.count)) % 7
        yield Bound(f"«{words}» fixes the weekday", _anchor(source, prepared, expression.span), weekday=weekday)
        return
    if expression.kind == "date" and expression.year is None and not expression.hijri and expression.facing != "future":
        windows = tuple(_years_of(expression))
        if windows:
            yield Bound(f"«{words}» fits few years", _anchor(source, prepared, expression.span), windows=windows)
    days = covers(expression, lexicons.times)
    if days is None or expression.kind not in ("date", "interval", "part", "clock", "season"):
        return
    first, last = days
    if expression.facing == "future":
        if (last - first).days <= 31 and not expression.tensed:
            yield Bound(f"«{words}» is still to come", _anchor(source, prepared, expression.span), last=last)
        return
    anchor = _anchor(source, prepared, expression.span)
    if expression.facing == "past" or is_past(prepared, expression, (last - first).days):
        # An interval's end may lie ahead («من يناير إلى ديسمبر 2024»); that it has begun is what its mention shows.
        yield Bound(f"«{words}» has begun", anchor, first=first)
    elif not is_announced(prepared, expression):
        yield Bound(f"«{words}» is spoken of, past or soon to come", anchor, first=first - _SOON)


def _years_of(expression: TimeExpression) -> Iterator[tuple[date, date, date]]:
    """Yield, for a weekday with its day and month («الثلاثاء 21 يوليو»), when the text was written, by year."""
    if expression.weekday is None or expression.day is None or expression.month is None:
        return
    for year in range(*_NEWS_YEARS):
        try:
            day = date(year, expression.month, expression.day)
        except ValueError:
            continue
        if day.weekday() == expression.weekday:
            yield date.min, day - _NEAR_DATE, day + _NEAR_DATE


def _of_known(source: str, prepared: Prepared, near: set[int | None], lexicons: Lexicons) -> Iterator[Bound]:
    known = lexicons.pages.known
    words = [word for word in prepared.words if word.kind != "mark"]
    for at, word in enumerate(words):
        if at and words[at - 1].norm in _DEPUTY:
            continue
        opener = next((cut for cut in cuts(word.norm) if cut.form in known.openers), None)
        if opener is None:
            continue
        for size in range(min(known.longest, len(words) - at), 0, -1):
            inside = words[at : at + size]
            found = known.phrases.get(" ".join([opener.form, *(w.norm for w in inside[1:])]))
            if found is None or inside[-1].sentence != word.sentence:
                continue
            around = {w.norm for w in words[max(0, at - 3) : at] + words[at + size : at + size + 2]}
            # «ووزير … سابقاً» says nothing of when the text was written but that the office had been taken.
            yield from _of_holder(source, prepared, found, words, at, inside, around, near)
            break


def _of_holder(
    source: str,
    prepared: Prepared,
    found: KnownDate,
    words: list[Word],
    at: int,
    inside: list[Word],
    around: set[str],
    near: set[int | None],
) -> Iterator[Bound]:
    span = Span(inside[0].span.start, inside[-1].span.end)
    phrase = span.of(prepared.text)
    anchor = _anchor(source, prepared, span)
    if found.kind == "event":
        yield Bound(f"«{phrase}» can be spoken of since {found.first}", anchor, first=found.first)
        return
    yield Bound(f"«{phrase}» since {found.first}", anchor, first=found.first - _BEFORE_OFFICE)
    before = words[at - 1] if at else None
    acts = before is not None and before.norm.removeprefix("و") in _SAID
    if found.last and acts and inside[0].sentence in near and not around & _FORMER:
        reason = f"«{phrase}», in office until {found.last}, acts on a day of that week"
        yield Bound(reason, anchor, last=found.last + _AFTER_OFFICE)


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
