"""The graph of likeness: which units are alike enough to be joined, by an inverted index over the days around each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from tawatur.stories.grouping.vectors import Vectors

# Likeness below this is noise of the trade's vocabulary and counts as none.
_FAINT = 0.08
# Follow-ups come within days: up to one day apart nothing is taken off, from eight days on nothing is left. Days of
# fetching stand for days of publication often enough that one day says nothing.
_FULL_DAYS = 1
NO_DAYS = 8
# Units whose products are reckoned at once: with the ten thousand units around them a table of ten megabytes.
_AT_ONCE = 128

Days = tuple[date | None, date | None]
Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Graph:
    """Pairs of units (`ones` smaller than `others`) and the likeness of each; pairs that are not there have none."""

    ones: Ints
    others: Ints
    values: Floats

    def only(self, kept: NDArray[np.bool_]) -> Graph:
        """Return the graph of some of its pairs."""
        return Graph(self.ones[kept], self.others[kept], self.values[kept])

    def as_mapping(self) -> dict[tuple[int, int], float]:
        """Return the likeness by pair."""
        pairs = zip(self.ones.tolist(), self.others.tolist(), strict=True)
        return dict(zip(pairs, self.values.tolist(), strict=True))


def likeness_graph(vectors: Vectors, days: Sequence[Days]) -> Graph:
    """Return the likeness of all pairs of units that is not faint.

    `days` holds the first and last day of publication of each unit, None where unknown; unknown days take nothing off.
    Units too many days apart for any likeness are never compared, so that the work for a unit depends on how many
    articles its fortnight has, not on how many years are stored; units of unknown days are compared with all.
    """
    firsts, lasts = _ordinals(days)
    order = np.argsort(firsts, kind="stable")  # those of unknown days come first
    index = _Index(vectors, order)
    firsts, lasts = firsts[order], lasts[order]
    undated = int(np.searchsorted(firsts, -np.inf, side="right"))
    pieces = [
        piece
        for start in range(0, len(order), _AT_ONCE)
        for piece in _rows(index, start, min(start + _AT_ONCE, len(order)), undated, firsts, lasts)
    ]
    empty = np.array([], dtype=np.int64)
    rows, columns, values = (np.concatenate(part) for part in zip(*pieces, (empty, empty, empty), strict=True))
    one, other = order[rows], order[columns]
    return Graph(np.minimum(one, other), np.maximum(one, other), values.astype(np.float64))


class _Index:
    """The vectors in order of days, by unit and turned round: for each term the places that hold it, in order."""

    def __init__(self, vectors: Vectors, order: Ints) -> None:
        sizes = np.diff(vectors.starts)[order]
        self.starts = np.concatenate(([0], np.cumsum(sizes)))
        taken = np.repeat(vectors.starts[order] - self.starts[:-1], sizes) + np.arange(int(sizes.sum()))
        self.terms = vectors.terms[taken]
        self.values = vectors.values[taken]
        places = np.repeat(np.arange(len(order), dtype=np.int64), sizes)
        turned = np.argsort(self.terms, kind="stable")
        self.holders = places[turned]
        self.held = self.values[turned]
        self.columns = np.searchsorted(self.terms[turned], np.arange(vectors.count + 1))


def _rows(
    index: _Index, start: int, end: int, undated: int, firsts: Floats, lasts: Floats
) -> Iterator[tuple[Ints, Ints, Floats]]:
    """Yield the pairs of the units from `start` to `end` with those before them: places of both, likeness."""
    near = np.flatnonzero(lasts[undated:start] > firsts[start] - NO_DAYS)
    low = undated + int(near[0]) if len(near) else max(start, undated)
    for first, last in ((0, undated), (low, end)) if start >= undated else ((0, end),):
        sums = _products(index, start, end, first, last)
        for place in range(start, end):
            row = sums[place - start, : max(0, place - first)]
            found = np.flatnonzero(row >= _FAINT)
            others = found + first
            gaps = np.maximum(np.maximum(firsts[others] - lasts[place], firsts[place] - lasts[others]), 0.0)
            kept = row[found] * _left(gaps)
            strong = kept >= _FAINT
            if strong.any():
                yield np.full(int(strong.sum()), place, dtype=np.int64), others[strong], kept[strong]


def _products(index: _Index, start: int, end: int, first: int, last: int) -> Floats:
    """Return the products of the vectors from `start` to `end` with those from `first` to `last`."""
    sums = np.zeros((end - start, max(0, last - first)))
    if not sums.size or index.starts[start] == index.starts[end]:
        return sums
    own = slice(index.starts[start], index.starts[end])
    places = np.repeat(np.arange(end - start), np.diff(index.starts[start : end + 1]))
    order = np.argsort(index.terms[own], kind="stable")
    terms, values, places = index.terms[own][order], index.values[own][order], places[order]
    edges = np.flatnonzero(np.concatenate(([True], terms[1:] != terms[:-1], [True])))
    for at, upto in zip(edges[:-1].tolist(), edges[1:].tolist(), strict=True):
        begin, finish = index.columns[terms[at]], index.columns[terms[at] + 1]
        if finish - begin < 2:
            continue
        holders = index.holders[begin:finish]
        begin, finish = begin + holders.searchsorted(first), begin + holders.searchsorted(last)
        columns, held = index.holders[begin:finish] - first, index.held[begin:finish]
        # A unit has a term once, so that plain addition by index counts every one.
        for place, value in zip(places[at:upto].tolist(), values[at:upto].tolist(), strict=True):
            sums[place, columns] += value * held
    return sums


def nearness(one: Days, other: Days) -> float:
    """Return what is left of likeness between units published on these days, from 1 to 0: the same as in the graph."""
    firsts, lasts = _ordinals([one, other])
    return float(_left(np.array(max(firsts[1] - lasts[0], firsts[0] - lasts[1], 0.0))))


def _left(gaps: Floats) -> Floats:
    """Return what is left of likeness so many days apart."""
    return np.clip((NO_DAYS - gaps) / (NO_DAYS - _FULL_DAYS), 0.0, 1.0)


def _ordinals(days: Sequence[Days]) -> tuple[Floats, Floats]:
    firsts = np.array([-np.inf if first is None else first.toordinal() for first, _ in days])
    lasts = np.array([np.inf if last is None else last.toordinal() for _, last in days])
    return firsts, lasts
