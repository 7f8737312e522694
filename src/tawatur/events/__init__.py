"""Code political events: PLOVER type and mode, participants, place, time and status."""

from __future__ import annotations

from tawatur.events.scene import set_scene
from tawatur.events.triggers import Candidate, find_candidates
from tawatur.lexicon.bundle import Lexicons
from tawatur.model import Annotation, Event, Statement
from tawatur.text.prepared import Prepared


def code_events(
    prepared: Prepared, annotation: Annotation, statements: tuple[Statement, ...], lexicons: Lexicons
) -> tuple[Event, ...]:
    """Find the political events of a text, in order of their trigger."""
    scene = set_scene(prepared, annotation, statements)
    best: dict[int, Candidate] = {}
    for candidate in find_candidates(scene, lexicons.events):
        held = best.get(candidate.index)
        if held is None or candidate.sense.strength > held.sense.strength:
            best[candidate.index] = candidate
    return tuple(
        Event(
            scene.words[c.index].sentence,
            c.span,
            c.sense.type,
            c.sense.mode,
            "actual",
            statement=scene.statement_at[c.index] if scene.statement_at[c.index] >= 0 else None,
        )
        for c in best.values()
        if c.sense.strength >= 2
    )
