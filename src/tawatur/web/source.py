"""What the web asks for: views by id, and nothing of how they are stored."""

from __future__ import annotations

from typing import Protocol

from tawatur.store import NO_FILTERS, Filters, OutletTotals, StoryOrder
from tawatur.views import Wanted
from tawatur.views.original import OriginalView
from tawatur.views.outlet import OutletView
from tawatur.views.overview import Overview
from tawatur.views.reviewing import MemberView
from tawatur.views.values import (
    ArticleView,
    EntityRow,
    EntityView,
    HappeningView,
    SearchHit,
    StatementFound,
    StoryRow,
    StoryView,
)


class Source(Protocol):
    """Gives views; every method returns None (or nothing) for what it does not hold."""

    def stories(self, limit: int = 100, offset: int = 0) -> tuple[StoryRow, ...]:
        """Return stories, the most active first."""

    def story(self, story_id: str) -> StoryView | None:
        """Return one story."""

    def article(self, article_id: str, rejected: bool = False) -> ArticleView | None:
        """Return one article; with `rejected` also the marks of what people rejected."""

    def entity(self, entity_id: str) -> EntityView | None:
        """Return one entity."""

    def state(self) -> str:
        """Return a mark that differs whenever anything that is shown does."""

    def overview(
        self,
        text: str = "",
        order: StoryOrder = "active",
        filters: Filters = NO_FILTERS,
        limit: int = 50,
        offset: int = 0,
    ) -> Overview:
        """Return the stories that words and filters ask for, in an order."""

    def happening(self, happening_id: str) -> HappeningView | None:
        """Return one happening."""

    def stories_with(self, happening_id: str) -> tuple[StoryRow, ...]:
        """Return the stories that a happening belongs to."""

    def stories_naming(self, entity_id: str) -> tuple[StoryRow, ...]:
        """Return the stories with an article that names an entity."""

    def members(self, entity_id: str) -> tuple[MemberView, ...]:
        """Return the articles' own entities that an entity is joined from."""

    def alike(self, entity_id: str) -> tuple[EntityRow, ...]:
        """Return other entities that share a word of a name."""

    def entities(self, limit: int | None = 100, offset: int = 0) -> tuple[EntityRow, ...]:
        """Return persons, bodies and places."""

    def named(self, name: str, limit: int = 20) -> tuple[EntityRow, ...]:
        """Return the entities that a name may mean, best match first."""

    def outlets(self) -> tuple[OutletTotals, ...]:
        """Return the outlets, those of most articles first."""

    def outlet(self, name: str) -> OutletView | None:
        """Return one outlet, by its name."""

    def original(self, article_id: str) -> OriginalView | None:
        """Return the page that an article was taken from."""

    def search(self, wanted: Wanted | str) -> tuple[SearchHit, ...]:
        """Return the articles that are asked for, best first."""

    def search_statements(self, wanted: Wanted | str) -> tuple[StatementFound, ...]:
        """Return the statements that are asked for, best first."""

    def search_happenings(self, wanted: Wanted | str) -> tuple[HappeningView, ...]:
        """Return the happenings that are asked for, best first."""
