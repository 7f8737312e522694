"""What the web asks for: views by id, and nothing of how they are stored."""

from __future__ import annotations

from typing import Protocol

from tawatur.views.values import ArticleView, EntityView, SearchHit, StoryRow, StoryView


class Source(Protocol):
    """Gives views; every method returns None (or nothing) for what it does not hold."""

    def stories(self, limit: int = 100, offset: int = 0) -> tuple[StoryRow, ...]:
        """Return stories, the most active first."""

    def story(self, story_id: str) -> StoryView | None:
        """Return one story."""

    def article(self, article_id: str) -> ArticleView | None:
        """Return one article."""

    def entity(self, entity_id: str) -> EntityView | None:
        """Return one entity."""

    def state(self) -> str:
        """Return a mark that differs whenever anything that is shown does."""

    def search(self, text: str, limit: int = 30) -> tuple[SearchHit, ...]:
        """Return the articles that hold the words of a query, best first."""
