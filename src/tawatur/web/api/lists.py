"""The endpoints that list: each page of each list made of views, in a stable order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import Response

from tawatur.views import StoreSource, Wanted
from tawatur.views.story import timeline
from tawatur.views.values import (
    AboutView,
    ArticleRow,
    DisagreementView,
    EntityRow,
    EntityView,
    HappeningView,
    SearchHit,
    StatementFound,
    StoryRow,
    StoryView,
    UtteranceView,
)
from tawatur.web.answers import Found, Paged, answer, paged
from tawatur.web.api.examples import documented
from tawatur.web.api.needs import EntityId, Limit, Name, Offset, Sought, SoughtSaid, StoryId
from tawatur.web.problems import found_or_problem

# Found(story or entity, limit, offset) gives one item more than the limit where there is a next page.
Pick = Callable[[Any], Sequence[Any]]


def list_routes(source: StoreSource) -> APIRouter:
    """Return the routes of the lists."""
    routes = APIRouter(tags=["lists"])

    @routes.get("/stories", response_model=Paged[StoryRow], **documented("stories"))
    def stories(request: Request, limit: Limit = 50, offset: Offset = 0) -> Response:
        """The stories, those of most articles first."""
        return _listed(request, source, lambda: source.stories(limit + 1, offset), limit, offset)

    @routes.get("/articles", response_model=Paged[ArticleRow], **documented("articles"))
    def articles(request: Request, limit: Limit = 50, offset: Offset = 0) -> Response:
        """The articles, in the order they were stored."""
        return _listed(request, source, lambda: source.articles(limit + 1, offset), limit, offset)

    @routes.get("/entities", response_model=Paged[EntityRow], **documented("entities"))
    def entities(request: Request, name: Name = None, limit: Limit = 50, offset: Offset = 0) -> Response:
        """Persons, bodies and places, those that most articles name first.

        With a name, those that it may mean, the best match first.
        """
        if name is None:
            return _listed(request, source, lambda: source.entities(limit + 1, offset), limit, offset)
        return _listed(request, source, lambda: source.named(name, offset + limit + 1)[offset:], limit, offset)

    return routes


def search_routes(source: StoreSource) -> APIRouter:
    """Return the routes of searches."""
    routes = APIRouter(tags=["searches"])

    def of(request: Request, wanted: Wanted, look: Callable[[Wanted], Sequence[Any]]) -> Response:
        def found() -> dict[str, Any]:
            items = look(wanted.and_one())
            page = paged(request, items, wanted.limit, wanted.offset)
            return {**page, "unknown": () if items else source.unknown_names(wanted.filters)}

        return answer(request, source.state, found)

    @routes.get("/search", response_model=Found[SearchHit], **documented("search", 409))
    def search(request: Request, wanted: Sought) -> Response:
        """The articles that hold all words and fit all filters, best first; by meaning, those that mean the same."""
        return of(request, wanted, source.search)

    @routes.get("/search/statements", response_model=Found[StatementFound], **documented("search-statements", 409))
    def statements(request: Request, wanted: SoughtSaid) -> Response:
        """The statements whose content or holder holds all words, the best first."""
        return of(request, wanted, source.search_statements)

    @routes.get("/search/happenings", response_model=Found[HappeningView], **documented("search-happenings", 409))
    def happenings(request: Request, wanted: Sought) -> Response:
        """The happenings told of in all words, the best first."""
        return of(request, wanted, source.search_happenings)

    return routes


def story_routes(source: StoreSource) -> APIRouter:
    """Return the routes of what one story holds."""
    routes = APIRouter(tags=["of a story"])

    def of(request: Request, story: str, limit: int, offset: int, pick: Callable[[StoryView], Any]) -> Response:
        def found() -> Sequence[Any]:
            return _cut(pick(found_or_problem("story", story, source.story)), limit, offset)

        return _listed(request, source, found, limit, offset)

    @routes.get("/timeline", response_model=Paged[HappeningView], **documented("timeline", 404))
    def story_timeline(request: Request, story: StoryId, limit: Limit = 50, offset: Offset = 0) -> Response:
        """A story's happenings of a known day, in the order they happened."""
        return of(request, story, limit, offset, timeline)

    @routes.get("/happenings", response_model=Paged[HappeningView], **documented("happenings", 404))
    def happenings(request: Request, story: StoryId, limit: Limit = 50, offset: Offset = 0) -> Response:
        """All that is reported to have happened in a story: by day, then those of unknown day."""
        return of(request, story, limit, offset, lambda view: view.happenings)

    @routes.get("/utterances", response_model=Paged[UtteranceView], **documented("utterances", 404))
    def utterances(request: Request, story: StoryId, limit: Limit = 50, offset: Offset = 0) -> Response:
        """Who says what in a story, in every wording, with the chain that carries it."""
        return of(request, story, limit, offset, lambda view: view.utterances)

    @routes.get("/disagreements", response_model=Paged[DisagreementView], **documented("disagreements", 404))
    def disagreements(request: Request, story: StoryId, limit: Limit = 50, offset: Offset = 0) -> Response:
        """Values that cannot all hold, side by side, with the reports that give them."""
        return of(request, story, limit, offset, lambda view: view.disagreements)

    @routes.get("/articles-of", response_model=Paged[ArticleRow], **documented("articles-of", 404))
    def story_articles(request: Request, story: StoryId, limit: Limit = 50, offset: Offset = 0) -> Response:
        """The articles of a story, the earliest first, copies marked."""
        return of(request, story, limit, offset, lambda view: view.articles)

    return routes


def entity_routes(source: StoreSource) -> APIRouter:
    """Return the routes of what a person, body or place says and does."""
    routes = APIRouter(tags=["of a person, body or place"])

    def of(request: Request, entity: str, limit: int, offset: int, pick: Callable[[EntityView], Any]) -> Response:
        def found() -> Sequence[Any]:
            return _cut(pick(found_or_problem("person, body or place", entity, source.entity)), limit, offset)

        return _listed(request, source, found, limit, offset)

    @routes.get("/statements-by", response_model=Paged[UtteranceView], **documented("statements-by", 404))
    def statements_by(request: Request, entity: EntityId, limit: Limit = 50, offset: Offset = 0) -> Response:
        """What it says, the earliest first."""
        return of(request, entity, limit, offset, lambda view: view.utterances)

    @routes.get("/statements-about", response_model=Paged[AboutView], **documented("statements-about", 404))
    def statements_about(request: Request, entity: EntityId, limit: Limit = 50, offset: Offset = 0) -> Response:
        """What others say that names it; of a head of state the first two hundred."""
        return of(request, entity, limit, offset, lambda view: view.about)

    @routes.get("/happenings-with", response_model=Paged[HappeningView], **documented("happenings-with", 404))
    def happenings_with(request: Request, entity: EntityId, limit: Limit = 50, offset: Offset = 0) -> Response:
        """What it acts in, is acted on in, or is the place of."""
        return of(request, entity, limit, offset, lambda view: view.happenings)

    return routes


def _cut(found: Sequence[Any], limit: int, offset: int) -> Sequence[Any]:
    return found[offset : offset + limit + 1]


def _listed(
    request: Request, source: StoreSource, found: Callable[[], Sequence[Any]], limit: int, offset: int
) -> Response:
    return answer(request, source.state, lambda: paged(request, found(), limit, offset))
