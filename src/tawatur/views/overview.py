"""The overview: stories that words and filters ask for, each with its activity by day, and what can be chosen."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from tawatur.store import NO_FILTERS, Filters, StoryOrder
from tawatur.views.building import Builder
from tawatur.views.rows import story_row
from tawatur.views.values import StoryRow


@dataclass(frozen=True, slots=True)
class ActiveStory:
    """A story in the overview: its row, and how many articles were published on which days, undated ones left out."""

    row: StoryRow
    days: tuple[tuple[date, int], ...]


@dataclass(frozen=True, slots=True)
class Overview:
    """One page of the overview: the stories, and how many there are in all."""

    stories: tuple[ActiveStory, ...]
    total: int


def overview(
    builder: Builder, text: str, order: StoryOrder, filters: Filters = NO_FILTERS, limit: int = 50, offset: int = 0
) -> Overview:
    """Return the stories asked for, in an order that the store knows."""
    ids = builder.store.find_stories(text, order, filters)
    found = [_active(story, builder) for story in ids[offset : offset + limit]]
    return Overview(tuple(story for story in found if story is not None), len(ids))


def _active(story_id: str, builder: Builder) -> ActiveStory | None:
    story = builder.store.story(story_id)
    if story is None:
        return None
    published = [a.published for a in map(builder.store.article, story.articles) if a is not None]
    days = Counter(p.day or p.first for p in published if p is not None and (p.day or p.first))
    told = sorted((day, articles) for day, articles in days.items() if day is not None)
    return ActiveStory(story_row(story, builder), tuple(told))
