"""The web application: pages rendered on the server, strict headers, nothing from outside."""

from __future__ import annotations

from importlib.resources import files

from fastapi import FastAPI, Request
from fastapi.responses import Response
from fastapi.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from tawatur.views import StoreSource
from tawatur.web.pages import PageMaker, add_pages
from tawatur.web.review import Desk, add_review
from tawatur.web.source import Source
from tawatur.web.twins import add_twins, nothing_there

_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; "
        "frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}


class HeadAsGet:
    """Answers HEAD as GET without the body, for pages, data and the API alike (RFC 9110, 9.3.2)."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, and the answer's head alone back where that is asked for."""
        if scope["type"] != "http" or scope["method"] != "HEAD":
            await self._app(scope, receive, send)
            return

        async def head_alone(message: Message) -> None:
            await send({**message, "body": b""} if message["type"] == "http.response.body" else message)

        await self._app({**scope, "method": "GET"}, receive, head_alone)


# Where the API stands.
API = "/api/v1"


def _add_closed_review(app: FastAPI, page: PageMaker) -> None:
    """Say at the addresses of the review desk how it is opened."""

    @app.get("/review")
    @app.get("/review/{_:path}")
    def closed(request: Request) -> Response:
        return page(request, "missing.html", 404, told="review_off")


def create_app(source: Source, api: FastAPI | None = None, desk: Desk | None = None) -> FastAPI:
    """Build the application over a source of views; it only reads, but for reviewers where a `desk` is given.

    `api` is mounted beside the pages. The pages for reading hold no script, and none may run; a reviewer's hold one.
    """
    app = FastAPI(title="Tawatur", docs_url=None, redoc_url=None, openapi_url=None)
    app.mount("/static", StaticFiles(directory=str(files("tawatur.web") / "static")), name="static")
    page = PageMaker(desk)

    @app.middleware("http")
    async def add_headers(request: Request, call_next):  # type: ignore[no-untyped-def]
        response: Response = await call_next(request)
        for name, value in _HEADERS.items():
            response.headers.setdefault(name, value)
        if page.reviewing(request):
            response.headers["Content-Security-Policy"] += "; script-src 'self'; connect-src 'self'"
            response.headers["Cache-Control"] = "no-store"
        return response

    @app.get("/favicon.ico")
    def icon() -> Response:
        return Response(status_code=204)

    @app.exception_handler(404)
    async def missing(request: Request, _: Exception) -> Response:
        if request.url.path.endswith(".json"):
            return nothing_there(request)
        return page(request, "missing.html", 404)

    if api is not None:
        app.mount(API, api)
    add_twins(app, source)
    add_pages(app, source, page)
    if desk is None:
        _add_closed_review(app, page)
    else:
        add_review(app, StoreSource(desk.store), desk, page)
    app.add_middleware(HeadAsGet)
    return app
