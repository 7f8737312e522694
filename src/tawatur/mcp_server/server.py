"""The server's tools, registered with the official SDK."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from importlib.metadata import version
from typing import Annotated, Any

from mcp.server.fastmcp import FastMCP
from mcp.server.fastmcp.exceptions import ToolError
from mcp.types import ToolAnnotations
from pydantic import Field

from tawatur.mcp_server import tools
from tawatur.mcp_server.quoting import NOTICE, answer, quoted
from tawatur.model.readings import Status
from tawatur.search.meaning import MeaningMissing
from tawatur.store import Filters, NoVectors, SearchBy, SearchKind, StoreError
from tawatur.views import StoreSource, Wanted

_READS = ToolAnnotations(readOnlyHint=True, destructiveHint=False, idempotentHint=True, openWorldHint=False)

Id = Annotated[str, Field(min_length=1, max_length=1000)]
Limit = Annotated[int, Field(ge=1, le=tools.MOST_ITEMS, description="The most items to answer with.")]
Offset = Annotated[int, Field(ge=0, le=1_000_000, description="next_offset of the answer before.")]
Told = Annotated[str | None, Field(max_length=200, description="Words of a name, in any spelling.")]
Place = Annotated[int, Field(ge=0, le=10**8, description="A place in the text, in code points.")]


def create_server(source: StoreSource) -> FastMCP:
    """Build the server over a store's views; it only reads."""
    server = FastMCP(
        "tawatur", instructions="Arabic news with who says what, through whom. " + NOTICE, log_level="WARNING"
    )
    # The SDK's high-level server takes no version, and would tell clients its own.
    server._mcp_server.version = version("tawatur")
    _add_story_tools(server, source)
    _add_finding_tools(server, source)
    return server


def _told(make: Callable[[], object]) -> dict[str, Any]:
    """Return a tool's answer; what is not there, and a store that cannot answer, are told in words."""
    try:
        return answer(make())
    except (tools.NothingThere, tools.NotAllowed) as error:
        raise ToolError(quoted(str(error))) from error
    except (MeaningMissing, NoVectors) as error:
        raise ToolError(f"{error}; or search by words") from error
    except StoreError as error:
        raise ToolError("the database cannot answer now; try again") from error


def _add_story_tools(server: FastMCP, source: StoreSource) -> None:
    @server.tool(annotations=_READS)
    def stories(limit: Limit = 20, offset: Offset = 0) -> dict[str, Any]:
        """List the stories, those of most articles first, with days, counts and number of disagreements."""
        return _told(lambda: tools.stories(source, limit, offset))

    @server.tool(annotations=_READS)
    def story(id: Id) -> dict[str, Any]:
        """Tell what a story is about: its articles, the count of independent origins, how much else it holds."""
        return _told(lambda: tools.story(source, id))

    @server.tool(annotations=_READS)
    def timeline(story: Id, limit: Limit = 20, offset: Offset = 0) -> dict[str, Any]:
        """Give what is reported to have happened in a story, in order, each with status, chain and exact words."""
        return _told(lambda: tools.story_timeline(source, story, limit, offset))

    @server.tool(annotations=_READS)
    def disagreements(story: Id, limit: Limit = 20, offset: Offset = 0) -> dict[str, Any]:
        """Give the values of a story that cannot all hold (figures, days, places), with who gives each."""
        return _told(lambda: tools.story_disagreements(source, story, limit, offset))


def _add_finding_tools(server: FastMCP, source: StoreSource) -> None:
    @server.tool(annotations=_READS)
    def search(
        query: Annotated[str, Field(max_length=500, description="Arabic words, all of which occur; phrases in «…».")],
        of: Annotated[SearchKind, Field(description="What is looked for.")] = "articles",
        by: Annotated[SearchBy, Field(description="By words; by meaning, in Arabic or English; or both.")] = "words",
        entity: Annotated[str | None, Field(max_length=1000, description="Id or name of an entity.")] = None,
        outlet: Told = None,
        origin: Told = None,
        happened_from: date | None = None,
        happened_to: date | None = None,
        published_from: date | None = None,
        published_to: date | None = None,
        type: Annotated[str | None, Field(max_length=20, description="PLOVER type; of statements stance.")] = None,
        status: Status | None = None,
        least_known: Annotated[int, Field(ge=0, le=999, description="Known independent origins at least.")] = 0,
        limit: Limit = 10,
        offset: Offset = 0,
    ) -> dict[str, Any]:
        """Find articles, statements or happenings by words, in any spelling and with any clitics, and by filters.

        By meaning, what is told in other words or in the other language is found too. The words may be empty where a
        filter is given. What people rejected is left out. Names of filters that nothing stored has are told as unknown.
        """
        happened, published = (happened_from, happened_to), (published_from, published_to)

        def found() -> tools.Record:
            code = tools.type_code(type, of)
            filters = Filters(entity, outlet, origin, *happened, *published, code, status, least_known)
            return tools.search(source, Wanted(query, limit, offset, by, filters=filters), of)

        return _told(found)

    @server.tool(annotations=_READS)
    def find_entity(
        name: Annotated[str, Field(max_length=200, description="A name or part of it, in any spelling.")],
        limit: Limit = 10,
    ) -> dict[str, Any]:
        """Find whom a name may mean: persons, bodies and places with their ids and spellings."""
        return _told(lambda: tools.find_entities(source, name, limit))

    @server.tool(annotations=_READS)
    def statements_of_entity(
        entity: Id,
        about: Annotated[bool, Field(description="What others say of it, instead of what it says.")] = False,
        limit: Limit = 20,
        offset: Offset = 0,
    ) -> dict[str, Any]:
        """Give what a person or body says, or what is said of it: stance, exact words, chain to the reader."""
        return _told(lambda: tools.statements(source, entity, about, limit, offset))

    @server.tool(annotations=_READS)
    def evidence(article: Id, start: Place, end: Place) -> dict[str, Any]:
        """Give the exact words at a place of an article or page, with their sentence: to check what was told."""
        return _told(lambda: tools.evidence(source, article, start, end))
