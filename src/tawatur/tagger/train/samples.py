"""Annotated texts as training samples: the words of one sentence with a label for every head."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from tawatur.model import Span
from tawatur.tagger.labels import (
    CUE_ROLES,
    CUT_GROUPS,
    EVENT_TYPES,
    MOST_CUT,
    NAME_TYPES,
    STANCES,
    STATUSES,
    TRIGGER_ROLES,
)
from tawatur.text.fold import fold
from tawatur.text.prepared import Prepared, prepare

# What the loss leaves out.
UNLABELLED = -100
# The layers that a text is annotated with, unless its `layers` say otherwise.
LAYERS = ("names", "statements", "events")
Gold = dict[str, Any]


@dataclass
class Predicate:
    """A cue or trigger word of a sample, and the BIO labels of all words towards it."""

    kind: str
    word: int
    roles: list[int]


@dataclass
class Sample:
    """One sentence: its words as written, which of them are marks, and their labels.

    `labels` maps a head to one number a word (`cut`: four numbers a word); a head that is missing was not annotated.
    `follows` tells that the sample before is the sentence before it in its text.
    """

    words: list[str]
    marks: list[bool]
    labels: dict[str, list[Any]] = field(default_factory=dict)
    predicates: list[Predicate] = field(default_factory=list)
    follows: bool = False


def samples_of(gold: Gold) -> Iterator[Sample]:
    """Yield a sample for each sentence of one gold object that has words."""
    prepared = prepare(gold["text"])
    follows = False
    for first, last in prepared.bounds:
        if first < last:
            sample = _Labeller(prepared, first, last).label(gold)
            sample.follows, follows = follows, True
            yield sample


class _Labeller:
    """Labels the words [first, last) of a text, one sentence of it."""

    def __init__(self, prepared: Prepared, first: int, last: int) -> None:
        self.prepared, self.first, self.last = prepared, first, last
        words, count = prepared.words[first:last], last - first
        self.sample = Sample([w.text for w in words], [w.kind == "mark" for w in words])
        labels = self.sample.labels
        labels.update({head: [0] * count for head in ("name", "cue", "trigger")})
        labels.update({head: [UNLABELLED] * count for head in ("stance", "type", "status")})
        labels["cut"] = [[UNLABELLED] * len(CUT_GROUPS) for _ in range(count)]

    def label(self, gold: Gold) -> Sample:
        labels = self.sample.labels
        # What nobody annotated in a text is not known to be absent from it.
        for layer, head in (("names", "name"), ("statements", "cue"), ("events", "trigger")):
            if layer not in gold.get("layers", LAYERS):
                labels[head] = [UNLABELLED] * len(self.sample.words)
        for name in gold["names"]:
            self._mark(labels["name"], name["span"], NAME_TYPES.index(name["type"]), "name")
        for statement in gold["statements"]:
            at = self._mark(labels["cue"], statement["cue"], 0, "predicate")
            if at is not None:
                labels["stance"][at] = STANCES.index(statement["stance"])
                fillers = [("content", statement["content"]), ("holder", statement["holder"])]
                fillers += [("via", span) for span in statement["via"]]
                self._predicate("cue", at, CUE_ROLES, fillers)
        for event in gold["events"]:
            at = self._mark(labels["trigger"], event["trigger"], 0, "predicate")
            if at is not None:
                labels["type"][at] = EVENT_TYPES.index(event["type"])
                labels["status"][at] = STATUSES.index(event["status"])
                # In order of rising preference where two overlap: participants hold places and times, seldom the
                # other way round.
                fillers = [("time", event["time"]), ("place", event["place"])]
                fillers += [("recipient", span) for span in event["recipients"]]
                fillers += [("actor", span) for span in event["actors"]]
                self._predicate("trigger", at, TRIGGER_ROLES, fillers)
        return self.sample

    def _words(self, span: Any) -> list[int]:
        """Return the words of this sentence that a span touches, as indexes within the sentence."""
        if not span:
            return []
        where = Span(*span)
        words = self.prepared.words[self.first : self.last]
        return [i for i, word in enumerate(words) if word.span.meets(where)]

    def _mark(self, labels: list[int], span: Any, kind: int, group: str) -> int | None:
        """Write the BIO labels of a span; return its first word, None when it is not in this sentence or not free."""
        found = self._words(span)
        if not found or any(labels[i] for i in found):
            return None
        for i in found:
            labels[i] = 2 + 2 * kind
        labels[found[0]] = 1 + 2 * kind
        self._cut(found[0], span, group)
        return found[0]

    def _predicate(self, kind: str, at: int, roles: tuple[str, ...], fillers: list[tuple[str, Any]]) -> None:
        labels = [0] * len(self.sample.words)
        for role, span in fillers:
            found = [i for i in self._words(span) if i != at]
            for i in found:
                labels[i] = 2 + 2 * roles.index(role)
            if found:
                labels[found[0]] = 1 + 2 * roles.index(role)
                self._cut(found[0], span, "content" if role == "content" else "phrase")
        self.sample.predicates.append(Predicate(kind, at, _mended(labels)))

    def _cut(self, at: int, span: Any, group: str) -> None:
        word = self.prepared.words[self.first + at]
        letters = len(fold(self.prepared.text[word.span.start : max(word.span.start, span[0])]))
        if letters <= MOST_CUT:
            self.sample.labels["cut"][at][CUT_GROUPS.index(group)] = letters


def _mended(labels: list[int]) -> list[int]:
    """Return labels in which every further word follows its kind: a span that another cut in two is two spans."""
    for i, label in enumerate(labels):
        if label and label % 2 == 0 and (i == 0 or labels[i - 1] not in (label, label - 1)):
            labels[i] = label - 1
    return labels
