"""Learn the weights of event selection and status: `python -m tawatur.events.train GOLD.jsonl [--write]`.

Logistic regression (L2) over the named features of tawatur.events.features, from gold articles in the format of
`tawatur read`. Prints figures cross-validated by article; with --write also writes event_weights.json into the lexicon.
Needs scikit-learn (a development dependency); the solver is deterministic and the folds go by the articles' order.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np

from tawatur.annotate import annotate
from tawatur.attribute import attribute
from tawatur.events.coding import Judged, choose_events, judge_candidates
from tawatur.events.scene import Scene, set_scene
from tawatur.lexicon.bundle import Lexicons, load_lexicons
from tawatur.lexicon.event_weights import EventWeights
from tawatur.model import Event, Published, Status
from tawatur.model.readings import STATUSES
from tawatur.text.prepared import prepare

# Inverse regularisations, least count of a feature, and the exponent of a status's rarity: chosen by
# cross-validation on the training articles.
EVENT_C, STATUS_C, LEAST = 0.15, 0.15, 3
RARITY = 0.4
FOLDS = 8
Gold = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Lesson:
    """One article to learn from: its scene, judged candidates and gold events."""

    scene: Scene
    judged: list[Judged]
    gold: list[Gold]


def read_lesson(record: Gold, lexicons: Lexicons) -> Lesson:
    """Read one gold record with the stages before event coding, as at run time."""
    prepared = prepare(record["text"])
    day = date.fromisoformat(record["date"]) if record.get("date") else None
    annotation = annotate(prepared, Published(day, day, "given") if day else None, lexicons)
    statements, entities = attribute(prepared, annotation, lexicons)
    scene = set_scene(prepared, replace(annotation, entities=entities), statements)
    return Lesson(scene, judge_candidates(scene, lexicons.events), record["events"])


def gold_event(item: Judged, gold: Sequence[Gold]) -> Gold | None:
    """Return the gold event that a candidate names with its type, or None."""
    span, kind = item.read.candidate.span, item.read.candidate.sense.type
    for event in gold:
        if event["trigger"][0] < span.end and span.start < event["trigger"][1]:
            ahead = kind == "CONSULT" and event["type"] == "AGREE" and event["status"] in ("planned", "hypothetical")
            if event["type"] == kind or ahead:
                return event
    return None


def _matrix(rows: Sequence[frozenset[str]], index: dict[str, int]) -> Any:
    from scipy.sparse import csr_matrix  # type: ignore[import-untyped]

    columns = [[index[f] for f in row if f in index] for row in rows]
    starts = np.cumsum([0] + [len(c) for c in columns])
    flat = [c for row in columns for c in row]
    return csr_matrix((np.ones(len(flat)), flat, starts), shape=(len(rows), len(index)))


def _index(rows: Sequence[frozenset[str]]) -> dict[str, int]:
    counts = Counter(f for row in rows for f in row)
    return {f: i for i, f in enumerate(sorted(f for f, n in counts.items() if n >= LEAST))}


def fit(lessons: Sequence[Lesson], threshold: float = 0.4) -> EventWeights:
    """Fit both models on lessons."""
    from sklearn.linear_model import LogisticRegression  # type: ignore[import-untyped]

    items = [(j, gold_event(j, lesson.gold)) for lesson in lessons for j in lesson.judged]
    rows = [j.event for j, _ in items]
    index = _index(rows)
    model = LogisticRegression(C=EVENT_C, max_iter=2000).fit(_matrix(rows, index), [g is not None for _, g in items])
    true = [(j.status, g["status"]) for j, g in items if g is not None]
    status_index = _index([f for f, _ in true])
    status_model = LogisticRegression(C=STATUS_C, max_iter=2000, class_weight=_status_weights([s for _, s in true]))
    status_model.fit(_matrix([f for f, _ in true], status_index), [s for _, s in true])
    names: list[Status] = list(status_model.classes_)
    rows_of = dict(zip(names, status_model.coef_, strict=True))
    return EventWeights(
        {f: round(float(model.coef_[0][i]), 3) for f, i in index.items()},
        round(float(model.intercept_[0]), 3),
        threshold,
        {s: {f: round(float(rows_of[s][i]), 3) for f, i in status_index.items()} for s in names},
        {s: round(float(status_model.intercept_[k]), 3) for k, s in enumerate(names)},
    )


def _status_weights(statuses: Sequence[str]) -> dict[str, float]:
    """Weigh a status by a root of its rarity: rare ones must be found, but not everywhere."""
    counts = Counter(statuses)
    return {s: (len(statuses) / n) ** RARITY for s, n in counts.items()}


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
    return tally([(choose_events(s.scene, s.judged, replace(w, threshold=threshold)), s.gold) for w, s in held])


def main() -> None:
    """Cross-validate, choose the threshold by F1, and write the weights if asked."""
    parser = argparse.ArgumentParser(description="Learn the weights of event selection and status.")
    parser.add_argument("gold", type=Path)
    parser.add_argument("--write", action="store_true", help="write event_weights.json into the lexicon")
    arguments = parser.parse_args()
    lexicons = load_lexicons()
    records = [json.loads(line) for line in arguments.gold.read_text(encoding="utf-8").splitlines()]
    lessons = [read_lesson(record, lexicons) for record in records]
    held = cross_validate(lessons)
    tallies = {t / 100: at_threshold(held, t / 100) for t in range(25, 60, 3)}
    threshold = max(tallies, key=lambda t: (tallies[t].f1(), -t))
    for t, counts in tallies.items():
        precision, recall = counts.found / max(1, counts.predicted), counts.found / counts.gold
        print(f"p >= {t:.2f}: F1 {counts.f1():.3f} P {precision:.3f} R {recall:.3f} status.macro {counts.macro():.3f}")
    if arguments.write:
        write(fit(lessons, threshold))


def write(weights: EventWeights) -> None:
    """Write weights into the lexicon's data folder, zero weights left out, keys in order."""
    path = Path(__file__).parents[1] / "lexicon" / "data" / "event_weights.json"
    data = {
        "about": "Learned by python -m tawatur.events.train; see docs/notes-events.md.",
        "bias": weights.bias,
        "threshold": weights.threshold,
        "status_bias": weights.status_bias,
        "event": {f: w for f, w in sorted(weights.event.items()) if w},
        "status": {s: {f: w for f, w in sorted(row.items()) if w} for s, row in sorted(weights.status.items())},
    }
    path.write_text(json.dumps(data, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
