"""Learn the weights of event coding: `python -m tawatur.events.train --gold GOLD --corpus corpus/texts [--write]`.

Logistic regression (L2) over the named features of tawatur.events.features, and with --folds also over what taggers
that have not seen the text say of it (tawatur.tagger.train.crossfit). Prints figures cross-validated by article; with
--write also writes event_weights.json, or event_weights_tagged.json with --folds, into the lexicon.
Needs scikit-learn (a development dependency); the solver is deterministic and the folds go by the articles' order.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, cast

from tawatur.annotate import annotate
from tawatur.attribute import attribute
from tawatur.events.coding import Judged, choose_events, judge_candidates
from tawatur.events.roles import Part
from tawatur.events.scene import Scene, set_scene
from tawatur.lexicon.bundle import Lexicons, load_lexicons
from tawatur.lexicon.event_weights import EventWeights
from tawatur.lexicon.event_words import EventLexicon
from tawatur.lexicon.learning import fit_classes, fit_row, kept, row_data, write_weights
from tawatur.lexicon.sparse_weights import Row
from tawatur.model import Event, Published, Span, Status
from tawatur.model.readings import STATUSES
from tawatur.tagger import TaggedText, Tagger
from tawatur.tagger.train.crossfit import unseen_taggers
from tawatur.tagger.train.overlay import overlaid
from tawatur.tagger.train.prepare import read_golds
from tawatur.text.prepared import prepare

# Inverse regularisations, least count of a feature, and the exponent of a status's rarity: chosen by
# cross-validation on the training articles.
EVENT_C, STATUS_C, ROLE_C, LEAST = 0.15, 0.15, 0.15, 3
RARITY = 0.4
# Where F1 of each role is highest, or flat and precision and recall are equal, on texts held out.
ROLE_THRESHOLDS = {"actor": 0.36, "recipient": 0.32, "place": 0.34, "time": 0.38}
# By the grammar alone who announces a deed is taken for its doer more often: there precision counts more.
GRAMMAR_THRESHOLDS = {**ROLE_THRESHOLDS, "actor": 0.42, "recipient": 0.355}
ROLES = {"actor": "actors", "recipient": "recipients", "place": "place", "time": "time"}
FOLDS = 8
# Differences of F1 below this are chance on some 5,000 events.
AS_GOOD = 0.003
Gold = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Lesson:
    """One article to learn from: its scene, judged candidates, gold events, and the noun phrases around those."""

    scene: Scene
    judged: list[Judged]
    gold: list[Gold]
    parts: list[tuple[list[Part], list[Part], Gold]]


def read_lesson(record: Gold, lexicons: Lexicons, tagger: Tagger | None = None) -> Lesson:
    """Read one gold record with the stages before event coding, as at run time."""
    prepared = prepare(record["text"])
    tagged = tagger.tag(prepared) if tagger else None
    day = date.fromisoformat(record["date"]) if record.get("date") else None
    annotation = annotate(prepared, Published(day, day, "given") if day else None, lexicons, tagged)
    statements, entities = attribute(prepared, annotation, lexicons, tagged)
    scene = set_scene(prepared, replace(annotation, entities=entities), statements)
    return make_lesson(scene, record["events"], lexicons.events, tagged)


def make_lesson(scene: Scene, gold: list[Gold], lexicon: EventLexicon, tagged: TaggedText | None = None) -> Lesson:
    """Judge the candidates of a scene and pair the gold events' surroundings with them."""
    judged = judge_candidates(scene, lexicon, tagged)
    paired: dict[int, tuple[list[Part], list[Part], Gold]] = {}
    for item in judged:
        event = gold_event(item, gold)
        if event is not None and id(event) not in paired:
            paired[id(event)] = (item.parts(), item.times(), event)
    return Lesson(scene, judged, gold, list(paired.values()))


def gold_event(item: Judged, gold: Sequence[Gold]) -> Gold | None:
    """Return the gold event that a candidate names with its type, or None."""
    span, kind = item.read.candidate.span, item.read.candidate.sense.type
    for event in gold:
        if event["trigger"][0] < span.end and span.start < event["trigger"][1]:
            ahead = kind == "CONSULT" and event["type"] == "AGREE" and event["status"] in ("planned", "hypothetical")
            if event["type"] == kind or ahead:
                return event
    return None


def fit(
    lessons: Sequence[Lesson], threshold: float = 0.34, of_roles: Mapping[str, float] = ROLE_THRESHOLDS
) -> EventWeights:
    """Fit all models on lessons; `of_roles` gives the threshold of each role."""
    items = [(j, gold_event(j, lesson.gold)) for lesson in lessons for j in lesson.judged]
    event = fit_row(
        [j.event for j, _ in items],
        [g is not None for _, g in items],
        strength=EVENT_C,
        threshold=threshold,
        least=LEAST,
    )
    told = [(j.status(), cast(Status, g["status"])) for j, g in items if g is not None]
    status, bias = fit_classes(
        [f for f, _ in told], [s for _, s in told], strength=STATUS_C, rarity=RARITY, least=LEAST
    )
    return EventWeights(event, status, bias, fit_roles(lessons, of_roles))


def fit_roles(lessons: Sequence[Lesson], thresholds: Mapping[str, float]) -> dict[str, Row]:
    """Fit «acts», «is acted upon», «is where» and «is when» on what stands around the triggers of gold events."""
    models = {}
    for role, key in ROLES.items():
        rows: list[frozenset[str]] = []
        truth: list[bool] = []
        for lesson in lessons:
            for parts, times, gold in lesson.parts:
                fillers = gold[key] if role in ("actor", "recipient") else [gold[key]]
                for part in times if role == "time" else parts:
                    rows.append(part.features)
                    truth.append(any(f is not None and covers(lesson.scene, part.span, Span(*f)) for f in fillers))
        models[role] = fit_row(rows, truth, strength=ROLE_C, threshold=thresholds[role], least=LEAST)
    return models


def covers(scene: Scene, one: Span, other: Span) -> bool:
    """Tell whether two spans share at least half of their words (F1), as the scorer asks."""
    first = {w.index for w in scene.words if w.kind != "mark" and w.span.meets(one)}
    second = {w.index for w in scene.words if w.kind != "mark" and w.span.meets(other)}
    return 2 * len(first & second) >= 0.5 * (len(first) + len(second)) if first and second else False


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts over events: found, predicted, gold; and pairs of gold and predicted status of the found."""

    found: int
    predicted: int
    gold: int
    statuses: Counter[tuple[str, str]]

    def f1(self) -> float:
        """Return the F1 of finding events with their type."""
        return 2 * self.found / max(1, self.predicted + self.gold)

    def macro(self) -> float:
        """Return the mean F1 over the statuses found in gold at least five times."""
        scores = []
        for status in STATUSES:
            gold = sum(n for (g, _), n in self.statuses.items() if g == status)
            predicted = sum(n for (_, p), n in self.statuses.items() if p == status)
            if gold >= 5:
                scores.append(2 * self.statuses[status, status] / (gold + predicted))
        return sum(scores) / max(1, len(scores))


def tally(pairs: Sequence[tuple[Sequence[Event], Sequence[Gold]]]) -> Tally:
    """Count what was found, article by article; each gold event is matched once."""
    found, statuses = 0, Counter[tuple[str, str]]()
    for events, gold in pairs:
        left = list(gold)
        for e in events:
            for g in left:
                if g["type"] == e.type and g["trigger"][0] < e.trigger.end and e.trigger.start < g["trigger"][1]:
                    left.remove(g)
                    found += 1
                    statuses[g["status"], e.status] += 1
                    break
    return Tally(found, sum(len(e) for e, _ in pairs), sum(len(g) for _, g in pairs), statuses)


def cross_validate(lessons: Sequence[Lesson]) -> list[tuple[EventWeights, Lesson]]:
    """Return each lesson with weights that were fitted without it."""
    held: list[tuple[EventWeights, Lesson]] = []
    for fold in range(FOLDS):
        weights = fit([lesson for i, lesson in enumerate(lessons) if i % FOLDS != fold])
        held += [(weights, lesson) for i, lesson in enumerate(lessons) if i % FOLDS == fold]
    return held


def at_threshold(held: Sequence[tuple[EventWeights, Lesson]], threshold: float) -> Tally:
    """Count the held-out articles' events at one threshold."""
    pairs = []
    for weights, lesson in held:
        at = replace(weights, event=replace(weights.event, threshold=threshold))
        pairs.append((choose_events(lesson.scene, lesson.judged, at, lambda index, verbal, time: False), lesson.gold))
    return tally(pairs)


def held_at(
    lessons: Sequence[Lesson], held: Sequence[tuple[EventWeights, Lesson]]
) -> list[tuple[EventWeights, Lesson]]:
    """Return the pairs of some lessons."""
    wanted = {id(lesson) for lesson in lessons}
    return [pair for pair in held if id(pair[1]) in wanted]


def steady_threshold(scores: dict[float, float]) -> float:
    """Return the middle of the thresholds whose F1 is as good as the best: where it is flat, the best one is chance."""
    good = sorted(t for t, f1 in scores.items() if f1 >= max(scores.values()) - AS_GOOD)
    return good[len(good) // 2]


def main() -> None:
    """Cross-validate, choose the threshold by F1, and write the weights if asked."""
    parser = argparse.ArgumentParser(description="Learn the weights of event selection, status and roles.")
    parser.add_argument("--gold", type=Path, nargs="*", default=[], help="gold files, one JSON object a line")
    parser.add_argument("--corpus", type=Path, nargs="*", default=[], help="files or folders of the annotated corpus")
    parser.add_argument("--overlay", type=Path, nargs="*", default=[], help="events annotated in ANERcorp's text")
    parser.add_argument("--anercorp", type=Path, help="what --overlay annotates")
    parser.add_argument("--folds", type=Path, help="taggers that have not seen the texts; without, the grammar alone")
    parser.add_argument("--write", action="store_true", help="write the weights into the lexicon")
    arguments = parser.parse_args()
    lexicons = load_lexicons()
    unseen = unseen_taggers(arguments.folds) if arguments.folds else None
    news = read_golds(arguments.gold, [])
    records = news + read_golds([], arguments.corpus) + overlaid(arguments.overlay, arguments.anercorp)
    lessons = [read_lesson(record, lexicons, unseen(record["id"]) if unseen else None) for record in records]
    held = cross_validate(lessons)
    tallies = {t / 100: at_threshold(held, t / 100) for t in range(25, 60, 3)}
    # What it is chosen for are real texts; where there are none, the corpus must do.
    real = held_at(lessons[: len(news)] or lessons, held)
    threshold = steady_threshold({t: at_threshold(real, t).f1() for t in tallies})
    for t, counts in tallies.items():
        precision, recall = counts.found / max(1, counts.predicted), counts.found / counts.gold
        print(f"p >= {t:.2f}: F1 {counts.f1():.3f} P {precision:.3f} R {recall:.3f} status.macro {counts.macro():.3f}")
    if arguments.write:
        name = "event_weights_tagged.json" if unseen else "event_weights.json"
        write(fit(lessons, threshold, ROLE_THRESHOLDS if unseen else GRAMMAR_THRESHOLDS), name)


def write(weights: EventWeights, name: str) -> None:
    """Write weights into the lexicon's data folder, negligible ones left out, keys in order."""
    data = {
        "about": "Learned by python -m tawatur.events.train; see docs/stages/events.md.",
        "event": row_data(weights.event),
        "roles": {role: row_data(row) for role, row in weights.roles.items()},
        "status_bias": weights.status_bias,
        "status": {s: kept(row) for s, row in sorted(weights.status.items())},
    }
    write_weights(name, data)


if __name__ == "__main__":
    main()
