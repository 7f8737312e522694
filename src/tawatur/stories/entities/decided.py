"""Decisions of people: which entities of articles they put together, and which they keep apart.

Decisions are taken the newest first; what contradicts a newer one is passed over. They go before every other rule.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from tawatur.model import DecidedEntity, DecidedMention, Decision, Reading
from tawatur.text.fold import fold

Member = tuple[str, str]
# A side of a decision: its number (0 is the newest) and which of the two it is.
Side = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Decided:
    """For the entities of articles that decisions are about: with which they are one, and which sides they are on."""

    group: Mapping[Member, int] = field(default_factory=dict)
    sides: Mapping[Member, frozenset[Side]] = field(default_factory=dict)
    labels: Mapping[int, tuple[str, str]] = field(default_factory=dict)


def against(sides: Iterable[Side], others: Iterable[Side]) -> bool:
    """Tell whether somebody decided that what is on these sides is different from what is on the others."""
    theirs = set(others)
    return any((number, 1 - side) in theirs for number, side in sides)


def resolve_decisions(readings: Sequence[Reading], decisions: Sequence[Decision]) -> Decided:
    """Find the entities that each decision is about, as the articles are read now; `decisions` are newest first."""
    if not decisions:
        return Decided()
    index = {reading.article.id: reading for reading in readings}
    groups = _Groups()
    for number, decision in enumerate(decisions):
        one, other = (_members(side, index) for side in (decision.one, decision.other))
        if decision.verdict == "different":
            groups.part(number, one, other)
        elif one and other:
            groups.join((*one, *other), (decision.one.label, decision.other.label))
    return groups.result()


def _members(side: DecidedEntity, index: Mapping[str, Reading]) -> list[Member]:
    """Return the entities of one side: those whose mention stands where it stood, or that are called the same."""
    found: dict[Member, None] = {}
    for mention in side.mentions:
        reading = index.get(mention.article)
        entity = _entity(mention, reading) if reading is not None else None
        if entity is not None:
            found.setdefault((mention.article, entity))
    return list(found)


def _entity(mention: DecidedMention, reading: Reading) -> str | None:
    if mention.span is not None:
        for name in reading.names:
            if name.span.meets(mention.span):
                return name.entity
    wanted = fold(mention.name)
    return next((entity.id for entity in reading.entities if fold(entity.canonical) == wanted), None)


class _Groups:
    """Groups of entities that are one by decision, each with the sides of the decisions that keep it from others."""

    def __init__(self) -> None:
        self._of: dict[Member, int] = {}
        self._members: dict[int, list[Member]] = defaultdict(list)
        self._sides: dict[int, set[Side]] = defaultdict(set)
        self._labels: dict[int, tuple[str, str]] = {}

    def _group(self, member: Member) -> int:
        if member not in self._of:
            number = len(self._of)
            self._of[member] = number
            self._members[number].append(member)
        return self._of[member]

    def part(self, number: int, one: Sequence[Member], other: Sequence[Member]) -> None:
        """Keep two sides apart, but for what a newer decision made one."""
        first, second = {self._group(m) for m in one}, {self._group(m) for m in other}
        for side, groups in enumerate((first - second, second - first)):
            for group in groups:
                self._sides[group].add((number, side))

    def join(self, members: Sequence[Member], labels: tuple[str, str]) -> None:
        """Make members one, but for those that a newer decision keeps from the first."""
        first = self._group(members[0])
        for member in members[1:]:
            other = self._group(member)
            if other == first or against(self._sides[first], self._sides[other]):
                continue
            for moved in self._members.pop(other):
                self._of[moved] = first
                self._members[first].append(moved)
            self._sides[first] |= self._sides.pop(other)
        self._labels.setdefault(first, labels)

    def result(self) -> Decided:
        """Return what was decided by member."""
        sides = {m: frozenset(self._sides[g]) for m, g in self._of.items() if self._sides[g]}
        joined = {m: g for m, g in self._of.items() if len(self._members[g]) > 1}
        return Decided(joined, sides, self._labels)
