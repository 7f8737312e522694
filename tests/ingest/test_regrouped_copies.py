"""What is made again when articles arrive: every story tied by copies to one that is near, however far that goes."""

from __future__ import annotations

from collections.abc import Iterable
from types import SimpleNamespace
from typing import Any

import pytest

from tawatur.ingest import growing

# Stories and copy groups by id: «c1» ties «s1» to «s2», «c2» ties «s2» to «s3», «c3» lies in «s4».
STORIES = {"s1": ("a",), "s2": ("b", "c"), "s3": ("d",), "s4": ("e", "f")}
COPIES = {"c1": ("a", "b"), "c2": ("c", "d"), "c3": ("e", "f")}


class Standing:
    """A store's standing stories and copies, which answers as the store does."""

    def near(self, new: Iterable[str], days: float) -> set[str]:
        return {"a"}

    def stories_of(self, articles: Iterable[str]) -> dict[str, Any]:
        return self._with(STORIES, articles)

    def copies_of(self, articles: Iterable[str]) -> dict[str, Any]:
        return self._with(COPIES, articles)

    def _with(self, groups: dict[str, tuple[str, ...]], articles: Iterable[str]) -> dict[str, Any]:
        wanted = set(articles)
        return {i: SimpleNamespace(id=i, articles=g) for i, g in groups.items() if wanted.intersection(g)}


def test_copies_that_tie_stories_come_along_to_the_last(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: dict[str, Any] = {}

    def regroup(readings: Any, new: Any, stories: Any, copies: Any, *others: Any) -> None:
        asked.update(readings=set(readings), stories=set(stories), copies=set(copies))

    monkeypatch.setattr(growing, "regroup", regroup)
    shelf = SimpleNamespace(take=lambda articles: dict.fromkeys(articles))
    store: Any = SimpleNamespace(standing=Standing())
    growing._regrouped(store, None, shelf, ["new"])  # type: ignore[arg-type]
    assert asked == {
        "readings": {"new", "a", "b", "c", "d"},
        "stories": {"s1", "s2", "s3"},
        "copies": {"c1", "c2"},
    }
