"""The endpoints of single things: a story, an article, a reading, an entity, evidence, an export."""

from __future__ import annotations

from collections.abc import Callable
from importlib.metadata import version
from typing import Annotated, Any, TypeVar

from fastapi import APIRouter, Path, Query, Request
from fastapi.responses import Response
from pydantic import BaseModel, Field

from tawatur.export import FORMATS, Format, UnknownStory, Wanted, export
from tawatur.store import Totals
from tawatur.views import StoreSource
from tawatur.views.contract import reading_record
from tawatur.views.values import ArticleView, EntityView, EvidenceView, HappeningView, StoryView, UtteranceView
from tawatur.web.answers import answer
from tawatur.web.api.examples import documented
from tawatur.web.api.needs import MOST_ID, Id, Place, Record, StoryId, TableName
from tawatur.web.problems import Problem, found_or_problem, responses, shortened

T = TypeVar("T")
Rejected = Annotated[bool, Query(description="Also the marks of what people rejected, with `judgement` «reject».")]
AsRead = Annotated[bool, Query(description="As the program read it, with no judgement put to it.")]


class About(BaseModel):
    """What answers, and what it holds."""

    name: str
    version: str
    state: str = Field(description="Differs whenever anything in the database does.")
    totals: Totals


def item_routes(source: StoreSource) -> APIRouter:
    """Return the routes of single things."""
    routes = APIRouter(tags=["single things"])

    def one(request: Request, kind: str, id: str, look: Callable[[str], T | None]) -> Response:
        return answer(request, source.state, lambda: found_or_problem(kind, id, look))

    @routes.get("/stories/{id:path}", response_model=StoryView, **documented("story", 404))
    def story(request: Request, id: Id) -> Response:
        """A whole story: articles, happenings with their reports, who says what, disagreements, counts."""
        return one(request, "story", id, source.story)

    @routes.get("/articles/{id:path}", response_model=ArticleView, **documented("article", 404))
    def article(request: Request, id: Id, rejected: Rejected = False) -> Response:
        """An article: its text in segments with what was read in them, how its date is known, its copies."""
        return one(request, "article", id, lambda known: source.article(known, rejected))

    @routes.get("/readings/{id:path}", response_model=Record, **documented("reading", 404))
    def reading(request: Request, id: Id, as_read: AsRead = False) -> Response:
        """What was read in an article, as `tawatur read --jsonl` gives it, with the text that all spans count in.

        What people rejected is left out and what they corrected stands corrected; `reviews` tells both, with what the
        program had read.
        """
        return one(request, "article", id, lambda known: _record(source, known, as_read))

    @routes.get("/happenings/{id:path}", response_model=HappeningView, **documented("happening", 404))
    def happening(request: Request, id: Id) -> Response:
        """One happening with its reports, count and disagreements."""
        return one(request, "happening", id, source.happening)

    @routes.get("/utterances/{id:path}", response_model=UtteranceView, **documented("utterance", 404))
    def utterance(request: Request, id: Id) -> Response:
        """One act of speaking in every wording."""
        return one(request, "utterance", id, source.utterance)

    @routes.get("/entities/{id:path}", response_model=EntityView, **documented("entity", 404))
    def entity(request: Request, id: Id) -> Response:
        """A person, body or place: spellings, roles, what it says, what is said of it, what it has a part in."""
        return one(request, "person, body or place", id, source.entity)

    return routes


def _record(source: StoreSource, id: str, as_read: bool) -> Record | None:
    found = source.reviewed(id)
    if found is None:
        return None
    reading, placed = found
    raw = source.reading(id) if as_read else None
    reviews = [
        {"layer": p.layer, "span": list(p.span), "judgement": p.review.judgement, "read": dict(p.review.read),
         "changes": dict(p.review.changes), "who": p.review.who, "at": p.review.at}
        for p in placed
    ]  # fmt: skip
    return {**reading_record(raw or reading), "text": reading.article.text, "reviews": reviews}


def taking_routes(source: StoreSource) -> APIRouter:
    """Return the routes of evidence, exports and what the server is."""
    routes = APIRouter(tags=["evidence and exports"])

    @routes.get("/evidence", response_model=EvidenceView, **documented("evidence", 404))
    def evidence(
        request: Request,
        source_id: Annotated[
            str, Query(alias="source", min_length=1, max_length=MOST_ID, description="Id of an article or page.")
        ],
        start: Place,
        end: Place,
    ) -> Response:
        """The exact words at a place, the rest of their sentence, and their place on the page."""

        def words() -> Any:
            found = source.evidence(source_id, start, end)
            if found is None:
                raise Problem(404, f"{shortened(source_id)!r} has no words at [{start}, {end})")
            return found

        return answer(request, source.state, words)

    media: dict[str, Any] = {facts.media.split(";")[0]: {} for facts in FORMATS.values()}
    taken: dict[int | str, dict[str, Any]] = {
        200: {"description": "The export", "content": media},
        304: {"description": "The client has it already."},
    }

    @routes.get("/exports/{format}", response_class=Response, responses={**responses(404), **taken})
    def taken_out(
        request: Request,
        format: Annotated[Format, Path(description="The format; docs/exports.md tells of each.")],
        story: StoryId,
        table: TableName = "statements",
        bom: Annotated[bool, Query(description="CSV: a byte order mark first.")] = False,
        formulas: Annotated[bool, Query(description="CSV: leave cells that a spreadsheet would run.")] = False,
    ) -> Response:
        """One story in an export format. A whole database is taken out by `tawatur export`."""

        def data() -> bytes:
            try:
                return b"".join(export(source, format, Wanted(table, story, bom, formulas)))
            except UnknownStory as error:
                raise Problem(404, f"there is no story {shortened(story)!r}") from error

        facts = FORMATS[format]
        name = f"tawatur-{table}.{facts.suffix}" if facts.one_table else f"tawatur.{facts.suffix}"
        attached = {"Content-Disposition": f'attachment; filename="{name}"'}
        return answer(request, source.state, data, facts.media, attached)

    @routes.get("/about", response_model=About, **documented("about"))
    def about(request: Request) -> Response:
        """What answers here, in which version, and how much it holds."""

        def told() -> dict[str, Any]:
            totals = source.totals()
            return {"name": "tawatur", "version": version("tawatur"), "state": source.state(), "totals": totals}

        return answer(request, source.state, told)

    return routes
