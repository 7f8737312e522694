"""The graph of likeness: the same pairs as by comparing each with each, whatever the days and their order."""

from __future__ import annotations

import random
from datetime import date, timedelta

import numpy as np
import pytest

from tawatur.stories.grouping.graph import Days, likeness_graph
from tawatur.stories.grouping.vectors import Vectors

START = date(2021, 3, 1)


def vectors(count: int, chance: random.Random) -> tuple[Vectors, np.ndarray]:
    table = np.zeros((count, 30))
    for row in table:
        for term in chance.sample(range(30), chance.randrange(6)):
            row[term] = chance.random()
        row /= np.linalg.norm(row) or 1.0
    starts = np.concatenate(([0], np.cumsum((table > 0).sum(axis=1))))
    rows, terms = np.nonzero(table)
    return Vectors(starts, terms.astype(np.int32), table[rows, terms], 30), table


def days_of(count: int, chance: random.Random) -> list[Days]:
    found: list[Days] = []
    for _ in range(count):
        first = START + timedelta(chance.randrange(40))
        last = first + timedelta(chance.choice((0, 0, 0, 2, 12)))
        found.append(chance.choice(((first, last), (first, last), (first, last), (None, None), (first, None))))
    return found


def factor(one: Days, other: Days) -> float:
    gap = 0
    for early, late in ((one, other), (other, one)):
        if early[1] is not None and late[0] is not None:
            gap = max(gap, (late[0] - early[1]).days)
    return min(1.0, max(0.0, (8 - gap) / 7))


@pytest.mark.parametrize("at_once", [3, 128])
@pytest.mark.parametrize("seed", range(4))
def test_it_holds_what_each_with_each_gives(seed: int, at_once: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tawatur.stories.grouping.graph._AT_ONCE", at_once)
    chance = random.Random(seed)
    compact, table = vectors(60, chance)
    days = days_of(60, chance)
    likeness = table @ table.T
    wanted = {
        (one, other): likeness[one, other] * factor(days[one], days[other])
        for other in range(60)
        for one in range(other)
        if likeness[one, other] * factor(days[one], days[other]) >= 0.08
    }
    found = likeness_graph(compact, days).as_mapping()
    assert found.keys() == wanted.keys()
    assert all(found[pair] == pytest.approx(value) for pair, value in wanted.items())
    assert len(wanted) > 100


def test_no_units_and_units_without_terms() -> None:
    nothing = np.array([], dtype=np.int32), np.array([])
    assert likeness_graph(Vectors(np.array([0]), *nothing, 0), []).as_mapping() == {}
    assert likeness_graph(Vectors(np.array([0, 0, 0]), *nothing, 0), [(None, None)] * 2).as_mapping() == {}
