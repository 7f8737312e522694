"""Bounds from what an article mentions: dates, weekdays beside «اليوم», offices held, wars that have lasted so long."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from tawatur.lexicon.bundle import Lexicons
from tawatur.lexicon.known_dates import KnownDate
from tawatur.model import Anchor, Span
from tawatur.split.dating.bounds import Bound
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
_AHEAD = frozenset(
    fold(
        "المقرر المزمع المتوقع المنتظر يتوقع تتوقع متوقع مقرر مقررا مقررة بحلول حتى لغاية المقبل المقبلة "
        "القادم القادمة سوف ستكون سيكون موازنة ميزانية انتخابات كأس مونديال أولمبياد بطولة دورة رؤية خطة "
        "موسم إكسبو استراتيجية هدف أهداف أجندة مشروع العام بنهاية نهاية قبل اعتبارا ينتهي تنتهي لعام توقعات"
    ).split()
)
# Verbs in the past tense: with one of them before it, and nothing that looks ahead, a date is past.
_HAPPENED = frozenset(
    fold(
        "كان كانت بدأ بدأت اندلع اندلعت وقع وقعت حدث حدثت جرى جرت تم تمت شهد شهدت أعلن أعلنت أصدر أصدرت صدر "
        "صدرت التقى عقد عقدت تولى تولت انتخب قتل قتلت أسفر أسفرت أدى أدت أطلق أطلقت شن شنت انسحب انسحبت "
        "سيطر سيطرت استولى انتهى انتهت توفي ولد اغتيل أطاح أطاحت أقر أقرت فرض فرضت بلغ بلغت سجل سجلت قرر "
        "قررت حكم حكمت أدين اعتقل اعتقلت احتل احتلت غزا غزت ضم ضمت وقعا زار زارت فاز فازت خسر خسرت استقال "
        "أقيل تأسس تأسست افتتح أغلق أغلقت هاجر فر نفذ نفذت استهدف استهدفت تعرض تعرضت انطلق انطلقت توقف "
        "توقفت انهار انهارت سقط سقطت عاد عادت غادر وصل وصلت تبنى تبنت اعترف اعترفت اعترافها اتهم اتهمت"
    ).split()
)
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
    days = covers(expression, lexicons.times)
    if days is None or expression.kind not in ("date", "interval", "part", "clock", "season"):
        return
    first, last = days
    if expression.facing == "future":
        if (last - first).days <= 31 and not expression.tensed:
            yield Bound(f"«{words}» is still to come", _anchor(source, prepared, expression.span), last=last)
        return
    if expression.facing == "past" or _is_past(prepared, expression, (last - first).days):
        # An interval's end may lie ahead («من يناير إلى ديسمبر 2024»); that it has begun is what its mention shows.
        yield Bound(f"«{words}» has begun", _anchor(source, prepared, expression.span), first=first)


def _is_past(prepared: Prepared, expression: TimeExpression, length: int) -> bool:
    """Tell whether a date whose tense is not clear is past all the same: by «منذ», or by a past verb before it."""
    index = prepared.sentence_at(expression.span.start)
    if index is None or expression.hijri:
        return False
    before = [w for w in prepared.sentence_words(index) if w.span.end <= expression.span.start and w.kind != "mark"]
    if before and before[-1].norm in ("منذ", "ومنذ"):
        return True
    # A year alone also names budgets, cups and plans: it counts only after «منذ», as above, or a clear past tense.
    if length > 92 or (expression.kind == "interval" and length > 31):
        return False
    near = before[-8:]
    happened = any(word.norm in _HAPPENED or word.norm.removeprefix("و") in _HAPPENED for word in near)
    return happened and not any(_looks_ahead(word) for word in before[-12:])


def _looks_ahead(word: Word) -> bool:
    norm = word.norm.removeprefix("و")
    return norm in _AHEAD or (norm.startswith(("سي", "ست", "سن")) and len(norm) >= 5 and norm not in ("سياسه", "سيناء"))


def _of_known(source: str, prepared: Prepared, near: set[int | None], lexicons: Lexicons) -> Iterator[Bound]:
    known = lexicons.pages.known
    words = [word for word in prepared.words if word.kind != "mark"]
    for at, word in enumerate(words):
        if at and words[at - 1].norm in _DEPUTY:
            continue
        opener = next((cut for cut in cuts(word.norm) if cut.form in known.openers), None)
        if opener is None:
            continue
        for size in range(min(known.longest, len(words) - at), 1, -1):
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
