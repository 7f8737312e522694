"""The pages for reading: one route each, all state in the address, nothing that writes."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from fastapi import FastAPI, Request
from fastapi.responses import HTMLResponse, Response

from tawatur.search.meaning import MeaningMissing
from tawatur.store import NoVectors
from tawatur.views.wording import Language
from tawatur.web.asked import Asked, asked
from tawatur.web.charts import activity_chart, role_lanes
from tawatur.web.drawing import charts, story_charts
from tawatur.web.finding import RESULTS, find
from tawatur.web.guide import guide
from tawatur.web.rendering import cut_at, environment, evidence_linker, linker, words_for
from tawatur.web.source import Source
from tawatur.web.twins import twin

if TYPE_CHECKING:
    from tawatur.web.review.desk import Desk

_PLACE = re.compile(r"(\d{1,9})-(\d{1,9})")
# Items of one page of a list.
PAGE_SIZE = 50
# Stories take more room than rows.
_STORIES = 30
# What a reviewer may be told was done.
_TOLD = ("accept", "correct", "reject", "same", "different", "undone", "nothing", "building")


def language_of(request: Request) -> Language:
    """Return the language that an address asks for: Arabic unless English."""
    return "en" if request.query_params.get("lang") == "en" else "ar"


class PageMaker:
    """Renders templates with the words, links and state that each of them may use."""

    def __init__(self, desk: Desk | None = None) -> None:
        self.desk = desk
        self._templates = environment()

    def reviewing(self, request: Request) -> bool:
        """Tell whether a request comes from a reviewer."""
        return self.desk is not None and self.desk.is_open(request)

    def __call__(self, request: Request, template: str, status: int = 200, /, **values: object) -> HTMLResponse:
        language = language_of(request)
        link = linker(language)
        query = dict(request.query_params)

        def here(**changes: object) -> str:
            """The address of this page with some of its state changed; None takes a field out."""
            kept = {k: v for k, v in {**query, **changes}.items() if v not in (None, "")}
            return request.url.path + ("?" + urlencode(kept, errors="replace") if kept else "")

        shared = {
            "link": link,
            "here": here,
            "evidence": evidence_linker(link),
            "static": "/static/",
            "other_language": here(lang=None if language == "en" else "en"),
            "query": query.get("q", ""),
            "path": request.url.path,
            **self._desk_words(request, query),
        }
        made = self._templates.get_template(template).render(**{**words_for(language), **shared, **values})
        return HTMLResponse(made.encode("utf-8", "replace"), status)

    def _desk_words(self, request: Request, query: dict[str, str]) -> dict[str, object]:
        """What templates may say to a reviewer; nothing to anyone else."""
        if self.desk is None or not self.desk.is_open(request):
            return {"reviewing": False, "keys": False}
        told = query.get("told", "")
        return {
            "reviewing": True,
            "keys": query.get("keys") != "off",
            "secret": self.desk.form,
            "stale": not self.desk.store.stories_are_current(),
            "built": self.desk.rebuilding.told,
            "asked_told": told if told in _TOLD else None,
        }


def add_pages(app: FastAPI, source: Source, page: PageMaker) -> None:
    """Add the pages for reading."""
    _add_lists(app, source, page)
    _add_things(app, source, page)


def _add_lists(app: FastAPI, source: Source, page: PageMaker) -> None:
    @app.get("/")
    def stories(request: Request) -> HTMLResponse:
        want = asked(request.query_params)
        found = source.overview(want.text, want.order, want.filters, _STORIES, want.offset)
        language = language_of(request)
        shown = [(story.row, activity_chart(story.days, language)) for story in found.stories]
        pages = _around(want, found.total, _STORIES)
        return page(request, "stories.html", want=want, stories=shown, total=found.total, **pages)

    @app.get("/search")
    def search(request: Request) -> HTMLResponse:
        want = asked(request.query_params)
        found, lacking = _found(source, want)
        pages = _around(want, want.offset + len(found), RESULTS)
        return page(request, "search.html", want=want, found=found[:RESULTS], lacking=lacking, **pages)

    @app.get("/entities")
    def entities(request: Request) -> HTMLResponse:
        want = asked(request.query_params)
        named = bool(want.text.strip())
        rows = source.named(want.text, PAGE_SIZE) if named else source.entities(PAGE_SIZE + 1, want.offset)
        pages = _around(want, want.offset + len(rows), PAGE_SIZE)
        return page(request, "entities.html", want=want, rows=rows[:PAGE_SIZE], **pages)

    @app.get("/outlets")
    def outlets(request: Request) -> HTMLResponse:
        return page(request, "outlets.html", rows=source.outlets())

    @app.get("/help")
    def help_page(request: Request) -> HTMLResponse:
        return page(request, "help.html", guide=guide())


def _found(source: Source, want: Asked) -> tuple[tuple[object, ...], str | None]:
    """Return what a search finds, or what a search by meaning lacks: "package" or "vectors"."""
    try:
        return find(source, want, RESULTS + 1), None
    except MeaningMissing:
        return (), "package"
    except NoVectors:
        return (), "vectors"


def _around(want: Asked, known: int, size: int) -> dict[str, int | None]:
    """Return the offsets of the pages before and after; `known` counts what is known to be there."""
    return {
        "before": max(0, want.offset - size) if want.offset else None,
        "after": want.offset + size if known > want.offset + size else None,
    }


def _add_things(app: FastAPI, source: Source, page: PageMaker) -> None:
    def add(kind: str, look: Callable[[str], object | None], show: Callable[[Request, str], Response | None]) -> None:
        """Add the page of a kind of thing, and its twin as data."""

        def shown(request: Request, item: str) -> Response:
            made = show(request, item)
            if made is None and item.endswith(".json"):
                return twin(request, source, lambda: look(item.removesuffix(".json")))
            return made or page(request, "missing.html", 404)

        app.get(f"/{kind}/{{item:path}}", name=kind)(shown)

    def story(request: Request, item: str) -> Response | None:
        view = source.story(item)
        if view is None:
            return None
        return page(request, "story.html", story=view, **story_charts(view, language_of(request)))

    def happening(request: Request, item: str) -> Response | None:
        view = source.happening(item)
        if view is None:
            return None
        drawn = charts((view,), (), language_of(request))
        return page(request, "happening.html", happening=view, stories=source.stories_with(item), **drawn)

    def article(request: Request, item: str) -> Response | None:
        rejected = request.query_params.get("rejected") == "1"
        view = source.article(item, rejected)
        if view is None:
            return None
        place = _PLACE.fullmatch(request.query_params.get("at", ""))
        found = (int(place[1]), int(place[2])) if place else None
        hidden = frozenset(request.query_params.get("hide", "").split(","))
        beside = source.original(item) if request.query_params.get("beside") == "page" else None
        segments = cut_at(view.segments, found or ())
        shown = {"segments": segments, "found": found, "hidden": hidden, "beside": beside, "rejected": rejected}
        return page(request, "article.html", article=view, **shown)

    def entity(request: Request, item: str) -> Response | None:
        view = source.entity(item)
        if view is None:
            return None
        language = language_of(request)
        ticks, roles = role_lanes(view.role_days, language)
        drawn = charts(view.happenings, view.utterances, language)
        desk = {"members": source.members(item), "alike": source.alike(item)} if page.reviewing(request) else {}
        stories = source.stories_naming(item)
        return page(request, "entity.html", entity=view, ticks=ticks, roles=roles, stories=stories, **drawn, **desk)

    def outlet(request: Request, item: str) -> Response | None:
        view = source.outlet(item)
        return page(request, "outlet.html", outlet=view) if view else None

    add("story", source.story, story)
    add("happening", source.happening, happening)
    add("article", source.article, article)
    add("entity", source.entity, entity)
    add("outlet", source.outlet, outlet)
