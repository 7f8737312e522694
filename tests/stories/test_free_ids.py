"""Ids of what is joined again in a store: one that something else has is never given a second time."""

from __future__ import annotations

from collections.abc import Iterable

from tawatur.stories.happenings.build import free_id


def test_an_id_stays_where_nothing_else_has_it() -> None:
    assert free_id("h", "h1", set(), lambda ids: frozenset()) == "h1"


def test_an_id_pushed_aside_twice_is_another_each_time() -> None:
    """The first to be pushed aside stays in the store under its second id."""
    stored = {"h1"}

    def taken(ids: Iterable[str]) -> frozenset[str]:
        return frozenset(stored.intersection(ids))

    first = free_id("h", "h1", set(), taken)
    stored.add(first)
    second = free_id("h", "h1", set(), taken)
    assert len({"h1", first, second}) == 3
    assert free_id("h", "h1", {second}, taken) not in {"h1", first, second}
