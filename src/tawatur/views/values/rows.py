"""Rows of lists: an article, a story, a person, body or place."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tawatur.views.values.evidence import DaysView


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """One article in a list."""

    id: str
    title: str | None
    outlet: str | None
    published: DaysView
    basis: str | None
    copy_of: str | None = None
    origin: str | None = None
    lead: str = ""


@dataclass(frozen=True, slots=True)
class StoryRow:
    """One story in a list."""

    id: str
    label: str
    first: date | None
    last: date | None
    articles: int
    outlets: int
    happenings: int
    known: int
    unknown: int
    disagreements: int
    line: str | None = None


@dataclass(frozen=True, slots=True)
class EntityRow:
    """One person, body or place in a list; `articles` counts those that name it."""

    id: str
    label: str
    type: str
    latin: str | None
    country: str | None
    spellings: tuple[str, ...]
    articles: int
