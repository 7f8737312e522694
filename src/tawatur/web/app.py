"""The web application: pages rendered on the server, strict headers, nothing from outside."""

from __future__ import annotations

import re
from collections.abc import Callable
from importlib.resources import files
from typing import Annotated

from fastapi import FastAPI, Query, Request
from fastapi.responses import HTMLResponse, Response
from fastapi.staticfiles import StaticFiles

from tawatur.views.wording import Language
from tawatur.web.rendering import cut_at, environment, evidence_linker, linker, words_for
from tawatur.web.source import Source
from tawatur.web.twins import add_twins, nothing_there, twin

_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; "
        "frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
}
_PLACE = re.compile(r"(\d{1,9})-(\d{1,9})")
PAGE_SIZE = 50
# Where the API stands.
API = "/api/v1"

Lang = Annotated[str, Query(max_length=2)]


def create_app(source: Source, api: FastAPI | None = None) -> FastAPI:
    """Build the application over a source of views; it only reads. `api` is mounted beside the pages."""
    app = FastAPI(title="Tawatur", docs_url=None, redoc_url=None, openapi_url=None)
    app.mount("/static", StaticFiles(directory=str(files("tawatur.web") / "static")), name="static")
    env = environment()

    def page(request: Request, lang: str, template: str, status: int = 200, **values: object) -> HTMLResponse:
        language: Language = "en" if lang == "en" else "ar"
        link = linker(language)
        other = linker("ar" if language == "en" else "en")
        query = {k: v for k, v in request.query_params.items() if k != "lang"}
        shared = {
            "link": link,
            "evidence": evidence_linker(link),
            "static": "/static/",
            "other_language": other(request.url.path.lstrip("/"), **query),
            "query": request.query_params.get("q", ""),
        }
        return HTMLResponse(env.get_template(template).render(**words_for(language), **shared, **values), status)

    @app.middleware("http")
    async def add_headers(request: Request, call_next):  # type: ignore[no-untyped-def]
        response: Response = await call_next(request)
        for name, value in _HEADERS.items():
            response.headers.setdefault(name, value)
        return response

    @app.get("/favicon.ico")
    def icon() -> Response:
        return Response(status_code=204)

    @app.exception_handler(404)
    async def missing(request: Request, _: Exception) -> Response:
        if request.url.path.endswith(".json"):
            return nothing_there(request)
        return page(request, request.query_params.get("lang", "ar"), "missing.html", 404)

    if api is not None:
        app.mount(API, api)
    add_twins(app, source)
    _add_pages(app, source, page)
    return app


def _add_pages(app: FastAPI, source: Source, page: Callable[..., HTMLResponse]) -> None:
    @app.get("/")
    def stories(request: Request, lang: Lang = "ar", offset: Annotated[int, Query(ge=0, le=10**6)] = 0) -> HTMLResponse:
        rows = source.stories(PAGE_SIZE + 1, offset)
        more = offset + PAGE_SIZE if len(rows) > PAGE_SIZE else None
        return page(request, lang, "stories.html", rows=rows[:PAGE_SIZE], more=more)

    @app.get("/story/{item:path}")
    def story(request: Request, item: str, lang: Lang = "ar") -> Response:
        view = source.story(item)
        if view is None and item.endswith(".json"):
            return twin(request, source, lambda: source.story(item.removesuffix(".json")))
        return page(request, lang, "story.html", story=view) if view else page(request, lang, "missing.html", 404)

    @app.get("/article/{item:path}")
    def article(request: Request, item: str, lang: Lang = "ar", at: str = "") -> Response:
        view = source.article(item)
        if view is None and item.endswith(".json"):
            return twin(request, source, lambda: source.article(item.removesuffix(".json")))
        place = _PLACE.fullmatch(at)
        found = (int(place[1]), int(place[2])) if place else None
        if view is None:
            return page(request, lang, "missing.html", 404)
        segments = cut_at(view.segments, found or ())
        return page(request, lang, "article.html", article=view, segments=segments, found=found)

    @app.get("/entity/{item:path}")
    def entity(request: Request, item: str, lang: Lang = "ar") -> Response:
        view = source.entity(item)
        if view is None and item.endswith(".json"):
            return twin(request, source, lambda: source.entity(item.removesuffix(".json")))
        return page(request, lang, "entity.html", entity=view) if view else page(request, lang, "missing.html", 404)

    @app.get("/search")
    def search(request: Request, lang: Lang = "ar", q: Annotated[str, Query(max_length=500)] = "") -> HTMLResponse:
        hits = source.search(q) if q.strip() else ()
        return page(request, lang, "search.html", hits=hits)
