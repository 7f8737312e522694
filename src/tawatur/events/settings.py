"""Settings of an event: its place, its time and the figures that belong to it."""

from __future__ import annotations

from tawatur.events.phrases import Phrases
from tawatur.events.scene import Scene
from tawatur.lexicon.event_words import EventLexicon
from tawatur.model import Span

# Words after and before a trigger within which its place and time are looked for; nearer ones win.
AFTER, BEFORE = 16, 10


def clause_of(scene: Scene, index: int, lexicon: EventLexicon) -> tuple[int, int]:
    """Return the word range of the clause around a word: to the marks and complementizers on both sides."""
    begin, end = scene.bounds(index)
    first, last = index, index + 1
    while first > begin and index - first < BEFORE and not scene.ends_clause(first - 1, lexicon.markers):
        first -= 1
    while last < end and last - index < AFTER and not scene.ends_clause(last, lexicon.markers):
        last += 1
    return first, last


def find_place(
    scene: Scene,
    phrases: Phrases,
    index: int,
    clause: tuple[int, int],
    lexicon: EventLexicon,
    taken: tuple[Span, ...],
) -> Span | None:
    """Return where an event is said to be: a place behind a locative, the nearest after its trigger, then before."""
    first, last = clause
    for at in (*range(index + 1, last), *range(index - 1, first - 1, -1)):
        place = _place_at(scene, phrases, at, lexicon)
        if place is not None and place not in taken:
            return place
    return None


def _place_at(scene: Scene, phrases: Phrases, at: int, lexicon: EventLexicon) -> Span | None:
    _, end = scene.bounds(at)
    norm = scene.norm(at)
    if norm in lexicon.markers["locative"] and at + 1 < end:
        start, clitic = at + 1, False
    elif norm.startswith("ب") and _names_place(scene, at, lexicon, norm[1:]):
        start, clitic = at, True
    else:
        return None
    phrase = phrases.at(start, clitic=clitic)
    if phrase is None:
        return None
    for inside in range(phrase.first, phrase.last):
        if _names_place(scene, inside, lexicon, scene.norm(inside)):
            return phrase.span
    return None


def _names_place(scene: Scene, at: int, lexicon: EventLexicon, norm: str) -> bool:
    name = scene.name(at)
    if name is not None:
        return name.type in ("GPE", "LOC", "FAC")
    return norm in lexicon.markers["place_head"]


def find_time(scene: Scene, index: int, clause: tuple[int, int]) -> Span | None:
    """Return the time expression of the clause of trigger `index` that stands nearest to it."""
    best: tuple[int, int] | None = None
    for at in range(*clause):
        when = scene.time_at[at]
        if when >= 0 and scene.annotation.times[when].granularity not in ("set",):
            distance = abs(at - index) + (2 if at < index else 0)
            if best is None or distance < best[0]:
                best = (distance, when)
    return scene.annotation.times[best[1]].span if best else None


def find_figures(
    scene: Scene, index: int, clause: tuple[int, int], lexicon: EventLexicon, participants: tuple[Span, ...]
) -> tuple[int, ...]:
    """Return the figures that belong to an event: those inside its participants, and those of its clause's victims."""
    found = [
        i
        for i, f in enumerate(scene.annotation.figures)
        if any(p.holds(f.span) or p.meets(f.span) for p in participants)
    ]
    for at in range(index + 1, clause[1]):
        figure = scene.figure_at[at]
        if figure >= 0 and figure not in found and not lexicon.markers["victim"].isdisjoint(scene.variants[at]):
            found.append(figure)
    return tuple(sorted(found))
