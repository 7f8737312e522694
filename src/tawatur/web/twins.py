"""The `.json` twin of every page: the same view as data, at the page's address with `.json` behind it.

The list of stories, whose page is "/", is at /stories.json. An id that itself ends in ".json" keeps its page; its twin
has the ending twice. /search.json takes all that the page of searches does: words, `of`, `by`, `exact`, the filters,
`offset`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

from fastapi import FastAPI, Query, Request
from fastapi.responses import Response

from tawatur.search.meaning import MeaningMissing
from tawatur.store import NoVectors
from tawatur.web.answers import answer
from tawatur.web.asked import asked
from tawatur.web.finding import RESULTS, find
from tawatur.web.guide import guide
from tawatur.web.problems import Problem, problem_response, shortened
from tawatur.web.source import Source

# Items of one list in one answer.
_MOST = 200


def nothing_there(request: Request) -> Response:
    """Return the problem for an address with nothing at it."""
    return problem_response(404, f"there is nothing at {shortened(request.url.path)!r}")


def twin(request: Request, source: Source, look: Callable[[], object]) -> Response:
    """Return a view as data, or the problem that it is not there."""

    def found() -> object:
        view = look()
        if view is None:
            raise Problem(404, f"there is nothing at {shortened(request.url.path)!r}")
        return view

    try:
        return answer(request, source.state, found)
    except Problem as problem:
        return problem_response(problem.status_code, str(problem.detail))


def add_twins(app: FastAPI, source: Source) -> None:
    """Add the twins of the pages that are lists; those of single things stand beside their pages."""

    @app.get("/stories.json")
    def stories(
        request: Request,
        limit: Annotated[int, Query(ge=1, le=_MOST)] = 50,
        offset: Annotated[int, Query(ge=0, le=10**6)] = 0,
    ) -> Response:
        return twin(request, source, lambda: source.stories(limit, offset))

    @app.get("/entities.json")
    def entities(
        request: Request,
        q: Annotated[str, Query(max_length=500)] = "",
        limit: Annotated[int, Query(ge=1, le=_MOST)] = 50,
        offset: Annotated[int, Query(ge=0, le=10**6)] = 0,
    ) -> Response:
        return twin(request, source, lambda: source.named(q, limit) if q.strip() else source.entities(limit, offset))

    @app.get("/outlets.json")
    def outlets(request: Request) -> Response:
        return twin(request, source, source.outlets)

    @app.get("/help.json")
    def help_twin(request: Request) -> Response:
        return twin(request, source, guide)

    @app.get("/search.json")
    def search(request: Request) -> Response:
        want = asked(request.query_params)

        def found() -> object:
            if want.faults:
                raise Problem(422, f"the request was not understood: {', '.join(want.faults)}")
            try:
                return find(source, want, RESULTS)
            except (MeaningMissing, NoVectors) as error:
                raise Problem(409, str(error)) from error

        return twin(request, source, found)
