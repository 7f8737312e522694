"""Code political events: PLOVER type and mode, participants, place, time and status."""

from __future__ import annotations

from functools import partial

from tawatur.events.background import is_background
from tawatur.events.coding import choose_events, judge_candidates
from tawatur.events.condemning import without_condemners
from tawatur.events.fillers import without_letters
from tawatur.events.scene import set_scene
from tawatur.lexicon.bundle import Lexicons
from tawatur.model import Annotation, Event, Published, Statement
from tawatur.tagger import TaggedText
from tawatur.text.prepared import Prepared


def code_events(
    prepared: Prepared,
    annotation: Annotation,
    statements: tuple[Statement, ...],
    lexicons: Lexicons,
    tagged: TaggedText | None = None,
    published: Published | None = None,
) -> tuple[Event, ...]:
    """Find the political events of a text, in order of their trigger; `published` tells old ones from news."""
    scene = set_scene(prepared, annotation, statements)
    weights = lexicons.events.weights if tagged is None else lexicons.events.weights_tagged
    recalls = partial(is_background, scene, published=published, lexicon=lexicons.events)
    events = choose_events(scene, judge_candidates(scene, lexicons.events, tagged), weights, recalls, tagged)
    return without_letters(scene, without_condemners(scene, events), lexicons.events.markers["filler_head"])
