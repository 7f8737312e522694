"""Code political events: PLOVER type and mode, participants, place, time and status."""

from __future__ import annotations

from tawatur.events.coding import choose_events, judge_candidates
from tawatur.events.scene import set_scene
from tawatur.lexicon.bundle import Lexicons
from tawatur.model import Annotation, Event, Statement
from tawatur.tagger import TaggedText
from tawatur.text.prepared import Prepared


def code_events(
    prepared: Prepared,
    annotation: Annotation,
    statements: tuple[Statement, ...],
    lexicons: Lexicons,
    tagged: TaggedText | None = None,
) -> tuple[Event, ...]:
    """Find the political events of a text, in order of their trigger."""
    scene = set_scene(prepared, annotation, statements)
    return choose_events(scene, judge_candidates(scene, lexicons.events), lexicons.events.weights)
