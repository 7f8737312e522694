"""The graph of likeness: which units are alike enough to be joined, by an inverted index over days."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

import numpy as np
from numpy.typing import NDArray

from tawatur.stories.grouping.vectors import Term, Vector

# Likeness below this is noise of the trade's vocabulary and counts as none.
_FAINT = 0.08
# Follow-ups come within days: up to one day apart nothing is taken off, from eight days on nothing is left. Days of
# fetching stand for days of publication often enough that one day says nothing.
_FULL_DAYS = 1
_NO_DAYS = 8

Days = tuple[date | None, date | None]
Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


def likeness_graph(vectors: Sequence[Vector], days: Sequence[Days]) -> dict[tuple[int, int], float]:
    """Return the likeness of all pairs of units (smaller number first) that is not faint.

    `days` holds the first and last day of publication of each unit, None where unknown; unknown days take nothing off.
    """
    columns, rows, values = _columns(vectors)
    firsts, lasts = _ordinals(days)
    graph: dict[tuple[int, int], float] = {}
    for number, vector in enumerate(vectors):
        sums = _products(number, vector, columns, rows, values)
        found = np.flatnonzero(sums >= _FAINT)
        if not len(found):
            continue
        gaps = np.maximum(np.maximum(firsts[found] - lasts[number], firsts[number] - lasts[found]), 0.0)
        kept = sums[found] * np.clip((_NO_DAYS - gaps) / (_NO_DAYS - _FULL_DAYS), 0.0, 1.0)
        for other, value in zip(found.tolist(), kept.tolist(), strict=True):
            if value >= _FAINT:
                graph[other, number] = value
    return graph


def _columns(vectors: Sequence[Vector]) -> tuple[dict[Term, slice], Ints, Floats]:
    """Return the vectors turned round: for each term that two units have, its units in order and their values."""
    holders: dict[Term, list[int]] = defaultdict(list)
    for number, vector in enumerate(vectors):
        for term in vector:
            holders[term].append(number)
    columns: dict[Term, slice] = {}
    rows: list[int] = []
    values: list[float] = []
    for term, numbers in holders.items():
        if len(numbers) > 1:
            columns[term] = slice(len(rows), len(rows) + len(numbers))
            rows.extend(numbers)
            values.extend(vectors[number][term] for number in numbers)
    return columns, np.array(rows, dtype=np.int64), np.array(values, dtype=np.float64)


def _products(number: int, vector: Vector, columns: Mapping[Term, slice], rows: Ints, values: Floats) -> Floats:
    """Return the products of one unit's vector with those of the units before it."""
    sums = np.zeros(number)
    for term in sorted(vector):
        column = columns.get(term)
        if column is None:
            continue
        before = column.start + int(np.searchsorted(rows[column], number))
        # A unit has a term once, so that plain addition by index counts every one.
        sums[rows[column.start : before]] += vector[term] * values[column.start : before]
    return sums


def _ordinals(days: Sequence[Days]) -> tuple[Floats, Floats]:
    firsts = np.array([-np.inf if first is None else first.toordinal() for first, _ in days])
    lasts = np.array([np.inf if last is None else last.toordinal() for _, last in days])
    return firsts, lasts
