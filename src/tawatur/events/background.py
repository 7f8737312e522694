"""Which events an article tells as its news, and which it only recalls: an old attack, an anniversary, a life story.

Recalled events stay events; they must not be counted as happening again, nor joined with today's of the same kind.
"""

from __future__ import annotations

from datetime import date, timedelta

from tawatur.events.scene import Scene
from tawatur.lexicon.event_words import EventLexicon
from tawatur.model import Published, Span, When

# An event whose latest possible day lies this far before publication is no news of it: follow-ups of an attack run for
# weeks, and monthly papers exist.
OLD = timedelta(days=62)
# Without a publication date, an event dated this many years before the latest year the text names is recalled.
OLD_YEARS = 2
# Words before a trigger among which a word of recalling («ذكرى», «ضحايا», «أعقاب») governs it.
_REACH = 3
# Words of the clause before a finite verb in which «كان (قد)» makes it a pluperfect.
_PLUPERFECT_REACH = 5


def is_background(
    scene: Scene, index: int, verbal: bool, time: Span | None, published: Published | None, lexicon: EventLexicon
) -> bool:
    """Tell whether the event at word `index`, with its time, is recalled rather than reported."""
    when = _when(scene, time)
    if when is not None and when.last is not None:
        return _is_old(scene, when.last, published)
    if when is not None and when.value == "PAST_REF" and _long_ago(scene, when, lexicon):
        return True
    return _recalled(scene, index, lexicon) or (verbal and _pluperfect(scene, index, lexicon))


def _when(scene: Scene, time: Span | None) -> When | None:
    return next((w for w in scene.annotation.times if w.span == time), None) if time else None


def _is_old(scene: Scene, last: date, published: Published | None) -> bool:
    if published is not None and published.first is not None:
        return last < published.first - OLD
    years = [w.last.year for w in scene.annotation.times if w.last is not None and w.basis == "absolute"]
    return bool(years) and last.year <= max(years) - OLD_YEARS


def _long_ago(scene: Scene, when: When, lexicon: EventLexicon) -> bool:
    return any(w.norm in lexicon.markers["long_ago"] for w in scene.prepared.words_in(when.span))


def _recalled(scene: Scene, index: int, lexicon: EventLexicon) -> bool:
    """Tell whether a word of recalling governs the trigger: «الذكرى الأربعين للمجزرة», «تخليدا لضحايا تفجيرات»."""
    first, _ = scene.bounds(index)
    before = range(max(first, index - _REACH), index)
    return any(not lexicon.markers["recalling"].isdisjoint(scene.variants[at]) for at in before)


def _pluperfect(scene: Scene, index: int, lexicon: EventLexicon) -> bool:
    """Tell whether «كان» stands before the verb in its clause, so that it tells what had been before the news."""
    first, _ = scene.bounds(index)
    for at in range(index - 1, max(first, index - _PLUPERFECT_REACH) - 1, -1):
        norm = scene.norm(at)
        if norm in lexicon.markers["complementizer"] or scene.words[at].text in (".", "؛", ":"):
            return False
        if not lexicon.markers["had_been"].isdisjoint(scene.variants[at]):
            return True
    return False
