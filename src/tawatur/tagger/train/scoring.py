"""Scores of the tagger alone on annotated texts, head by head; the measures are those of the project's gold scorer."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Any

import numpy as np

from tawatur.tagger.decoding import best_labels, log_softmax, runs
from tawatur.tagger.train.anercorp import ANER_TYPES
from tawatur.tagger.train.samples import Gold

Span = tuple[int, int]
# A filler is right when half of its words are, content when seven tenths are.
_HALF, _CONTENT = 0.5, 0.7
_WORDS = re.compile(r"\w+")


class Tally:
    """Right, given and wanted items of one layer."""

    def __init__(self) -> None:
        self.right = self.given = self.wanted = 0

    def add(self, right: int, given: int, wanted: int) -> None:
        """Count some more."""
        self.right, self.given, self.wanted = self.right + right, self.given + given, self.wanted + wanted

    @property
    def f1(self) -> float:
        """F1, 0 where there is nothing."""
        return 2 * self.right / (self.given + self.wanted) if self.given + self.wanted else 0.0


def scores(golds: Iterable[Gold], readings: Iterable[dict[str, Any]]) -> dict[str, float]:
    """Return F1 or accuracy by measure for readings in the order of their gold objects."""
    tallies: dict[str, Tally] = defaultdict(Tally)
    for gold, reading in zip(golds, readings, strict=True):
        _names(gold, reading, tallies)
        _statements(gold, reading, tallies)
        _events(gold, reading, tallies)
    return {name: round(tally.f1, 4) for name, tally in sorted(tallies.items())}


def _names(gold: Gold, reading: dict[str, Any], tallies: dict[str, Tally]) -> None:
    wanted = {(*n["span"], n["type"]) for n in gold["names"]}
    given = {(*n["span"], n["type"]) for n in reading["names"]}
    tallies["names"].add(len(wanted & given), len(given), len(wanted))
    for kind in {n[2] for n in wanted | given}:
        here, there = ({n for n in side if n[2] == kind} for side in (wanted, given))
        tallies[f"names.{kind}"].add(len(here & there), len(there), len(here))


def _statements(gold: Gold, reading: dict[str, Any], tallies: dict[str, Tally]) -> None:
    overlap = _by_words(gold["text"])
    wanted, given = [s for s in gold["statements"] if s["cue"]], reading["statements"]
    pairs = _matched(
        wanted, given, lambda a, b: _shared(a["cue"], b["cue"]) + overlap(a["content"], b["content"]) / 100
    )
    pairs = [(a, b) for a, b in pairs if _shared(a["cue"], b["cue"])]
    tallies["statements.found"].add(len(pairs), len(given), len(wanted))
    whole = 0
    for a, b in pairs:
        holder = overlap(a["holder"], b["holder"]) >= _HALF
        content = overlap(a["content"], b["content"]) >= _CONTENT
        whole += holder and content
        for name, right in (("holder", holder), ("content", content), ("stance", a["stance"] == b["stance"])):
            tallies[f"statements.{name}"].add(right, 1, 1)
        via = _matched(a["via"], b["via"], lambda x, y: overlap(x, y) if overlap(x, y) >= _HALF else 0)
        tallies["statements.via"].add(len(via), len(b["via"]), len(a["via"]))
    tallies["statements.full"].add(whole, len(given), len(wanted))


def _events(gold: Gold, reading: dict[str, Any], tallies: dict[str, Tally]) -> None:
    overlap = _by_words(gold["text"])
    wanted, given = gold["events"], reading["events"]
    loose = _matched(wanted, given, lambda a, b: _shared(a["trigger"], b["trigger"]))
    tallies["events.trigger"].add(len(loose), len(given), len(wanted))
    for a, b in loose:
        tallies["events.type"].add(a["type"] == b["type"], 1, 1)
    pairs = _matched(wanted, given, lambda a, b: _shared(a["trigger"], b["trigger"]) if a["type"] == b["type"] else 0)
    tallies["events.found"].add(len(pairs), len(given), len(wanted))
    for a, b in pairs:
        tallies["events.status"].add(a["status"] == b["status"], 1, 1)
        for key in ("actors", "recipients", "place", "time"):
            here, there = _list(a[key]), _list(b[key])
            right = _matched(here, there, lambda x, y: overlap(x, y) if overlap(x, y) >= _HALF else 0)
            tallies[f"events.{key}"].add(len(right), len(there), len(here))


def _list(value: Any) -> list[Any]:
    if not value:
        return []
    return value if isinstance(value[0], list | tuple) else [value]


def _shared(a: Any, b: Any) -> int:
    return max(0, int(min(a[1], b[1]) - max(a[0], b[0])))


def _by_words(text: str) -> Callable[[Any, Any], float]:
    """Return the F1 of the words that two spans cover; 1 where both are missing."""
    words = [m.span() for m in _WORDS.finditer(text)]

    def overlap(a: Any, b: Any) -> float:
        if not a or not b:
            return float(not a and not b)
        here, there = ({w for w in words if _shared(w, span)} for span in (a, b))
        return 2 * len(here & there) / (len(here) + len(there)) if here and there else 0.0

    return overlap


def _matched(wanted: list[Any], given: list[Any], score: Callable[[Any, Any], float]) -> list[tuple[Any, Any]]:
    """Return pairs of items, best first, each item in one pair at most."""
    ranked = sorted(
        ((score(a, b), i, j) for i, a in enumerate(wanted) for j, b in enumerate(given)), key=lambda r: (-r[0], *r[1:])
    )
    found, used_a, used_b = [], set(), set()
    for value, i, j in ranked:
        if value > 0 and i not in used_a and j not in used_b:
            used_a.add(i)
            used_b.add(j)
            found.append((wanted[i], given[j]))
    return found


# The classes of ANERcorp that are names in this project as well.
_NAMED = tuple(kind for kind, name in enumerate(ANER_TYPES) if name != "MISC")


def aner_scores(wanted: list[list[int]], outputs: list[Any]) -> dict[str, float]:
    """Return F1 by class, over persons, places and bodies together ("aner.named") and over all, for ANERcorp's head.

    `wanted` are gold labels, `outputs` scores (words × labels), each by sentence. MISC are mostly nationalities, which
    are no names in this project; the three others are one sum of right, given and gold names.
    """
    tallies: dict[str, Tally] = defaultdict(Tally)
    for labels, output in zip(wanted, outputs, strict=True):
        log_p = log_softmax(output)
        here = _spans(labels, log_p)
        there = {run[:3] for run in runs(best_labels(log_p), log_p)}
        for measure, kinds in (("aner", range(len(ANER_TYPES))), ("aner.named", _NAMED)):
            a, b = ({s for s in side if s[2] in kinds} for side in (here, there))
            tallies[measure].add(len(a & b), len(b), len(a))
        for kind, name in enumerate(ANER_TYPES):
            a, b = ({s for s in side if s[2] == kind} for side in (here, there))
            tallies[f"aner.{name}"].add(len(a & b), len(b), len(a))
    return {name: round(tally.f1, 4) for name, tally in sorted(tallies.items())}


def _spans(labels: list[int], log_p: Any) -> set[tuple[int, int, int]]:
    return {run[:3] for run in runs(np.asarray(labels), log_p)}
