"""Code political events: PLOVER type and mode, participants, place, time and status."""

from __future__ import annotations

from tawatur.events.frames import FrameReader
from tawatur.events.phrases import Phrases
from tawatur.events.scene import Scene, set_scene
from tawatur.events.settings import find_figures, find_place, find_time
from tawatur.events.triggers import Candidate, find_candidates
from tawatur.lexicon.bundle import Lexicons
from tawatur.lexicon.event_words import EventLexicon
from tawatur.model import Annotation, Event, Statement
from tawatur.text.prepared import Prepared


def code_events(
    prepared: Prepared, annotation: Annotation, statements: tuple[Statement, ...], lexicons: Lexicons
) -> tuple[Event, ...]:
    """Find the political events of a text, in order of their trigger."""
    scene = set_scene(prepared, annotation, statements)
    candidates = find_candidates(scene, lexicons.events)
    best: dict[int, Candidate] = {}
    for candidate in candidates:
        held = best.get(candidate.index)
        if held is None or candidate.sense.strength > held.sense.strength:
            best[candidate.index] = candidate
    phrases = Phrases(scene, lexicons.events, frozenset(c.index for c in candidates if c.verbal))
    reader = FrameReader(scene, phrases, lexicons.events)
    return tuple(_code(scene, c, phrases, reader, lexicons.events) for c in best.values() if c.sense.strength >= 2)


def _code(scene: Scene, c: Candidate, phrases: Phrases, reader: FrameReader, lexicon: EventLexicon) -> Event:
    who = reader.read(c)
    at = scene.statement_at[c.index]
    return Event(
        scene.words[c.index].sentence,
        c.span,
        c.sense.type,
        c.sense.mode,
        "actual",
        who.actors,
        who.recipients,
        find_place(scene, phrases, c.index, lexicon, who.actors),
        find_time(scene, c.index, lexicon),
        find_figures(scene, c.index, lexicon, (*who.actors, *who.recipients)),
        statement=at if at >= 0 else None,
    )
