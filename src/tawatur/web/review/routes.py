"""The pages and forms of reviewing: a queue, the history, and one form for each thing that a reviewer does."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import parse_qsl, urlencode, urlsplit

from fastapi import Depends, FastAPI, Request
from fastapi.responses import JSONResponse, RedirectResponse, Response

from tawatur.store import AmbiguousName, StoreError, UnknownItem
from tawatur.views import StoreSource
from tawatur.web.pages import PAGE_SIZE, PageMaker
from tawatur.web.review.desk import COOKIE, Desk

# Things to judge on one page; bytes of a form.
_QUEUE, _MOST_BYTES = 20, 64 * 1024


async def _form(request: Request) -> dict[str, str]:
    """Return the fields of a form; nothing of one that is too long or none."""
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > _MOST_BYTES:
            return {}
    return dict(parse_qsl(body.decode("utf-8", "replace"), max_num_fields=50))


Form = Annotated[dict[str, str], Depends(_form)]


def add_review(app: FastAPI, source: StoreSource, desk: Desk, page: PageMaker) -> None:
    """Add the pages and forms of reviewing."""
    _add_session(app, desk, page)
    _add_reading(app, source, desk, page)
    _add_writing(app, desk, page)


def _back(form: dict[str, str], **told: str) -> Response:
    """Lead back to the page that a form was on, at the thing that comes next, with what was done in the address."""
    back = form.get("back", "/review")
    parts = urlsplit(back)
    if parts.scheme or parts.netloc or not back.startswith("/") or back.startswith(("//", "/\\")):
        parts = urlsplit("/review")
    kept = [(k, v) for k, v in parse_qsl(parts.query) if k != "told"]
    query = urlencode([*kept, *told.items()])
    at = form.get("at", "")
    place = f"#i{at}" if at.isascii() and at.isdecimal() else ""
    return RedirectResponse(parts.path + (f"?{query}" if query else "") + place, 303)


def _add_session(app: FastAPI, desk: Desk, page: PageMaker) -> None:
    def opened(token: str, request: Request) -> Response:
        if not desk.knows(token):
            return page(request, "open.html", 403, wrong=bool(token))
        answer = RedirectResponse("/review", 303)
        secure = request.url.scheme == "https"
        answer.set_cookie(COOKIE, desk.session, httponly=True, samesite="strict", secure=secure)
        return answer

    @app.get("/review/open")
    def ask(request: Request, token: str = "") -> Response:
        return opened(token, request)

    @app.post("/review/open")
    def give(request: Request, form: Form) -> Response:
        return opened(form.get("token", ""), request)

    @app.post("/review/close")
    def close(request: Request, form: Form) -> Response:
        answer = RedirectResponse("/", 303)
        if desk.may_write(request, form):
            answer.delete_cookie(COOKIE, httponly=True, samesite="strict")
        return answer


def _add_reading(app: FastAPI, source: StoreSource, desk: Desk, page: PageMaker) -> None:
    @app.get("/review/state")
    def state(request: Request) -> Response:
        if not desk.is_open(request):
            return Response(status_code=403)
        return JSONResponse({"state": desk.rebuilding.told.state, "stale": not desk.store.stories_are_current()})

    @app.get("/review")
    def queue(request: Request) -> Response:
        if not desk.is_open(request):
            return page(request, "open.html", 403, wrong=False)
        query = request.query_params
        layer = "statement" if query.get("layer") == "statement" else "event"
        found = source.waiting("statement" if layer == "statement" else "event", query.get("story") or None, _QUEUE)
        return page(request, "review.html", items=found, layer=layer, story=query.get("story"))

    @app.get("/review/history")
    def history(request: Request) -> Response:
        if not desk.is_open(request):
            return page(request, "open.html", 403, wrong=False)
        given = request.query_params.get("offset", "0")
        offset = int(given) if given.isascii() and given.isdecimal() and len(given) < 8 else 0
        found = source.judged(PAGE_SIZE + 1, offset)
        after = offset + PAGE_SIZE if len(found) > PAGE_SIZE else None
        before = max(0, offset - PAGE_SIZE) if offset else None
        decisions = desk.store.decisions.all() if not offset else ()
        return page(request, "history.html", found=found[:PAGE_SIZE], decisions=decisions, before=before, after=after)


def _add_writing(app: FastAPI, desk: Desk, page: PageMaker) -> None:
    def refused(request: Request) -> Response:
        return page(request, "open.html", 403, wrong=False)

    def told(request: Request, error: StoreError) -> Response:
        status = 404 if isinstance(error, UnknownItem) else 409 if isinstance(error, AmbiguousName) else 422
        return page(request, "refused.html", status, refused=f"refused_{status}", why=str(error))

    @app.post("/review")
    def judge(request: Request, form: Form) -> Response:
        if not desk.may_write(request, form):
            return refused(request)
        try:
            desk.judge(form)
        except StoreError as error:
            return told(request, error)
        return _back(form, told=form["judgement"])

    @app.post("/review/entities")
    def decide(request: Request, form: Form) -> Response:
        if not desk.may_write(request, form):
            return refused(request)
        try:
            desk.decide(form)
        except StoreError as error:
            return told(request, error)
        return _back(form, told=form["verdict"])

    @app.post("/review/undo")
    def undo(request: Request, form: Form) -> Response:
        if not desk.may_write(request, form):
            return refused(request)
        try:
            done = desk.undo(form)
        except StoreError as error:
            return told(request, error)
        return _back(form, told="undone" if done else "nothing")

    @app.post("/review/build")
    def build(request: Request, form: Form) -> Response:
        if not desk.may_write(request, form):
            return refused(request)
        desk.build()
        return _back(form, told="building")
