"""Choose among candidates: which are events, one type a word, with what status."""

from __future__ import annotations

from dataclasses import dataclass

from tawatur.events.features import Reading, event_features, keep_company, status_features
from tawatur.events.frames import FrameReader
from tawatur.events.phrases import Phrases
from tawatur.events.scene import Scene
from tawatur.events.settings import find_figures, find_place, find_time
from tawatur.events.triggers import find_candidates
from tawatur.lexicon.event_weights import EventWeights
from tawatur.lexicon.event_words import EventLexicon
from tawatur.model import Event, Status


@dataclass(frozen=True, slots=True)
class Judged:
    """A candidate as read, with the features that its probability and its status are told by."""

    read: Reading
    event: frozenset[str]
    status: frozenset[str]


def judge_candidates(scene: Scene, lexicon: EventLexicon) -> list[Judged]:
    """Return all candidates of an article with their surroundings and features, in order of their words."""
    candidates = find_candidates(scene, lexicon)
    phrases = Phrases(scene, lexicon, frozenset(c.index for c in candidates if c.verbal))
    reader = FrameReader(scene, phrases, lexicon)
    company = keep_company(scene, candidates, lexicon)
    judged = []
    for c in candidates:
        who = reader.read(c)
        read = Reading(
            c,
            who,
            find_place(scene, phrases, c.index, lexicon, who.actors),
            find_time(scene, c.index, lexicon),
            find_figures(scene, c.index, lexicon, (*who.actors, *who.recipients)),
        )
        judged.append(
            Judged(
                read,
                frozenset(event_features(scene, read, company, lexicon)),
                frozenset(status_features(scene, read, company, lexicon)),
            )
        )
    return judged


def choose_events(scene: Scene, judged: list[Judged], weights: EventWeights) -> tuple[Event, ...]:
    """Return the events among judged candidates: those likely enough, the likeliest type of each word."""
    best: dict[int, tuple[float, Judged]] = {}
    for item in judged:
        p = weights.probability(item.event)
        index = item.read.candidate.index
        if p >= weights.threshold and (index not in best or p > best[index][0]):
            best[index] = (p, item)
    return tuple(_event(scene, item, weights.pick_status(item.status), p) for p, item in best.values())


def _event(scene: Scene, item: Judged, status: Status, p: float) -> Event:
    read = item.read
    c = read.candidate
    kind, mode = c.sense.type, c.sense.mode
    # PLOVER: a meeting told as still to come is an agreement to meet.
    if kind == "CONSULT" and status in ("planned", "hypothetical"):
        kind, mode = "AGREE", None
    statement = scene.statement_at[c.index]
    return Event(
        scene.words[c.index].sentence,
        c.span,
        kind,
        mode,
        status,
        read.who.actors,
        read.who.recipients,
        read.place,
        read.time,
        read.figures,
        _by(scene, c.index, status),
        statement if statement >= 0 else None,
        round(p, 4),
    )


def _by(scene: Scene, index: int, status: Status) -> tuple[str, ...]:
    """Return the entity that alleges or denies: the speaker of the innermost statement around the trigger."""
    statement = scene.statement(index)
    if status not in ("alleged", "denied") or statement is None or statement.speaker is None:
        return ()
    return (statement.speaker,)
