"""Cancelling: the words of a sentence that call off or put off the meeting that it names."""

from __future__ import annotations

from typing import Literal

from tawatur.lexicon.told_words import ToldWords
from tawatur.model import Reading, Span
from tawatur.text.words import find_words

Change = Literal["cancels", "postpones"]

# «لأجل», «من أجل», «إلى أجل غير مسمى»: no verb.
_NO_VERB_AFTER = frozenset({"من", "الي", "لاجل"})
# How far before the change a word stands that takes it back.
_BEFORE = 4
# From the meeting to what calls it off, as in the status of events («… أن يزور الوزير المدينة، لكن الزيارة ألغيت»).
_REACH = 24


def change_told(place: Span, reading: Reading, told: ToldWords) -> Change | None:
    """Return whether the sentence of a meeting, by the place of its trigger, calls it off or puts it off, or None."""
    sentence = next((s.span for s in reading.sentences if s.span.holds(place)), None)
    if sentence is None:
        return None
    words = find_words(sentence.of(reading.article.text))
    norms = [word.norm for word in words]
    at = next((n for n, word in enumerate(words) if word.span.end + sentence.start > place.start), 0)
    for number, norm in enumerate(norms):
        change = _change(norm.removeprefix("و"), told) or _change(norm, told)
        if change is None or abs(number - at) > _REACH:
            continue
        before = norms[max(0, number - _BEFORE) : number]
        if before and before[-1] in _NO_VERB_AFTER and norm in ("اجل", "واجل"):
            continue
        # «نفى إلغاء الزيارة», «دعا إلى إلغاء».
        if not any(word in told.taken_back or word.removeprefix("و") in told.taken_back for word in before):
            return change
    return None


def _change(norm: str, told: ToldWords) -> Change | None:
    """Return what a word does to a meeting; an imperfect («قد يلغي») has not done it."""
    return "cancels" if norm in told.cancelled else "postpones" if norm in told.postponed else None


__all__ = ["Change", "change_told"]
