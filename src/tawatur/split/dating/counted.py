"""Bounds from what is counted: «الذكرى السبعون لـ…», «الدورة الـ68 لمهرجان …», «القمة العربية الـ26»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta

from tawatur.lexicon.counted_events import Counted, CountedEvents, years_later
from tawatur.lexicon.known_dates import joined_names
from tawatur.model import Anchor, Span
from tawatur.split.dating.bounds import WEAK, Bound
from tawatur.text.fold import fold
from tawatur.text.numbers import read_number, read_ordinal
from tawatur.text.prepared import Prepared
from tawatur.text.words import Word, cuts, without_article

_MEMORY = frozenset(fold("ذكرى ذكراه ذكراها الذكرى عيد").split())
_DAYS = frozenset(("يوم", "عيد"))
_DEATHS = frozenset(fold("رحيل وفاة اغتيال استشهاد مقتل غياب إعدام لرحيل").split())
_EDITIONS = frozenset(fold("دورة نسخة طبعة دورته دورتها نسخته نسختها طبعته طبعتها موسمه جلسة قمة مؤتمر اجتماع").split())
# The number of an anniversary stands right after its word, the event at most so many words after the number.
_NUMBER_AFTER, _EVENT_AFTER = 3, 8
# The number of an edition: at most so many words before the name, or after it with its word («في دورته الـ68»).
_BEFORE, _AFTER = 4, 7
# An anniversary is spoken of from some weeks before its day to half a year after it; one told as to come, years ahead.
_EARLY, _LATE, _PLANNED = timedelta(days=60), timedelta(days=183), timedelta(days=3 * 366)
_COMING = frozenset(fold("المقبل المقبلة القادم القادمة استعدادا استعدادات تمهيدا المرتقب المرتقبة").split())
# Editions of every year are told of a year and a quarter ahead; others (whose hosts are chosen) three terms ahead.
_AHEAD = timedelta(days=460)
_TERMS_AHEAD = 3
# An edition that a headline or lead speaks of without another date is of these months.
_NEWS = timedelta(days=400)
_LEAD = 350
# A word after the name that makes it another event («كأس آسيا للشباب», «كأس العالم تحت 20 سنة»).
_SAME = frozenset(fold("لكرة للكتاب للأفلام للفيلم لعام للعام لسنة").split())


def counted_bounds(source: str, prepared: Prepared, events: CountedEvents, dated: frozenset[int]) -> Iterator[Bound]:
    """Yield the bounds of the anniversaries and editions that a text counts; `dated` are sentences with other dates."""
    words = [word for word in prepared.words if word.kind != "mark"]
    for at, word in enumerate(words):
        opener = next((cut.form for cut in cuts(word.norm) if cut.form in events.openers), None)
        if opener is None:
            continue
        for size in range(min(events.longest, len(words) - at), 0, -1):
            inside = words[at : at + size]
            found = events.phrases.get(" ".join(joined_names([opener, *(w.norm for w in inside[1:])])))
            if found is None or inside[-1].sentence != word.sentence:
                continue
            if found.begun:
                yield from _anniversary(source, prepared, words, (at, at + size), found)
            else:
                yield from _edition(source, prepared, words, (at, at + size), found, word.sentence in dated)
            break


def _bare(word: Word) -> str:
    """Return a word without its clitics and article where it is one of those that are counted by."""
    for cut in cuts(word.norm):
        form = without_article(cut.form)
        if form in _MEMORY or form in _EDITIONS or form in _DEATHS:
            return form
    return word.norm


def _number(words: Sequence[Word], at: int) -> int | None:
    """Return the number at a place: «الـ68», «68», «الثامنة والستين», «السبعين»."""
    at += at < len(words) and words[at].norm == "ال"
    if at >= len(words):
        return None
    found = read_ordinal(words, at) or read_number(words, at)
    return int(found.value) if found and found.kind in ("ordinal", "count") and 1 < found.value < 500 else None


def _anniversary(
    source: str, prepared: Prepared, words: Sequence[Word], place: tuple[int, int], found: Counted
) -> Iterator[Bound]:
    start, end = place
    sentence = words[start].sentence
    begin = max(0, start - _NUMBER_AFTER - _EVENT_AFTER)
    near = [at for at in range(begin, start) if words[at].sentence == sentence and _bare(words[at]) in _MEMORY]
    behind = [
        at
        for at in range(end, min(end + _BEFORE, len(words)))
        if words[at].sentence == sentence and _bare(words[at]) in _MEMORY
    ]
    # «اليوم الوطني السعودي الـ85» counts its own name.
    day = end - 1 if {without_article(cut.form) for cut in cuts(words[start].norm)} & _DAYS else None
    memory = near[-1] if near else behind[0] if behind else day
    if memory is None or found.begun is None:
        return
    stop = start if near else min(end + _AFTER, len(words))
    after = 1 if memory == day else _NUMBER_AFTER
    number = next((n for at in range(memory + 1, stop)[:after] if (n := _number(words, at))), None)
    between = {_bare(word) for word in words[memory:stop]}
    if number is None or (found.kind == "death" and not between & _DEATHS):
        return
    first, last = min(memory, start), max(end, memory + _NUMBER_AFTER) - 1
    last = min(last, len(words) - 1)
    anchor = Anchor.of(source, prepared.text, Span(words[first].span.start, words[last].span.end))
    begun, ended = years_later(found.begun[0], number), years_later(found.begun[1], number)
    coming = any(word.norm in _COMING for word in prepared.sentence_words(sentence))
    yield Bound(
        f"«{anchor.exact}» is of {begun}",
        anchor,
        first=begun - (_PLANNED if coming else _EARLY),
        last=ended + _LATE,
        strength=WEAK,
    )


def _edition(
    source: str, prepared: Prepared, words: Sequence[Word], place: tuple[int, int], found: Counted, dated: bool
) -> Iterator[Bound]:
    start, end = place
    counted = _counted(words, start, end, found.kind == "numbered")
    held = found.held(counted[0]) if counted else None
    if counted is None or held is None:
        return
    _, first, last = counted
    anchor = Anchor.of(source, prepared.text, Span(words[first].span.start, words[last].span.end))
    ahead = _AHEAD if held.every <= 1 else timedelta(days=366 * held.every * _TERMS_AHEAD)
    yield Bound(f"«{anchor.exact}» is of {held.first.year}", anchor, first=held.first - ahead)
    if anchor.end <= _LEAD and not dated:
        reason = f"«{anchor.exact}», of {held.first.year}, is news"
        yield Bound(reason, anchor, last=held.last + _NEWS, strength=WEAK)


def _counted(words: Sequence[Word], start: int, end: int, numbered: bool) -> tuple[int, int, int] | None:
    """Return an edition's number, and the places of the first and last word that tell it."""
    sentence = words[start].sentence
    after = words[end].norm if end < len(words) and words[end].sentence == sentence else ""
    if (after.startswith("ل") and after not in _SAME and after != "ل") or after == "تحت":
        return None
    for at in range(start - 1, max(-1, start - 1 - _BEFORE), -1):
        if words[at].sentence == sentence and _bare(words[at]) in _EDITIONS and (number := _number(words, at + 1)):
            return number, at, end - 1
    told = after == "ال" or (numbered and after.isdigit()) or (end < len(words) and read_ordinal(words, end))
    if told and (number := _number(words, end)):
        return number, start, min(end + 1, len(words) - 1) if after == "ال" else end
    for at in range(end, min(end + _AFTER, len(words) - 1)):
        if words[at].sentence != sentence:
            break
        if _bare(words[at]) in _EDITIONS and (number := _number(words, at + 1)):
            return number, start, at + 1
    return None
