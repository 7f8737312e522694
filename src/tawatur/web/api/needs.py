"""What endpoints take: ids, limits, the source; each with its bounds, its words and an Arabic example."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Annotated, Any, Literal

from fastapi import Depends, Path, Query
from pydantic import BeforeValidator

from tawatur.store import Filters, Judged, SearchBy
from tawatur.views import Wanted
from tawatur.views.contract import iso_day
from tawatur.views.understood import code_of, type_of

# The longest id that is looked for; ids of records are their authors' own, but none of any use is longer.
MOST_ID = 1000
# The most items in one page, and the furthest that a list can be paged to.
MOST_ITEMS, FURTHEST = 200, 1_000_000
# Code points of an article or page: more than any text that is read.
MOST_TEXT = 10**8

Id = Annotated[str, Path(min_length=1, max_length=MOST_ID, description="The id; a slash in it may stand as %2F.")]
Limit = Annotated[int, Query(ge=1, le=MOST_ITEMS, description="The most items to answer with.")]
Offset = Annotated[int, Query(ge=0, le=FURTHEST, description="How many items to pass over.")]
StoryId = Annotated[str, Query(min_length=1, max_length=MOST_ID, description="Id of the story.")]
EntityId = Annotated[str, Query(min_length=1, max_length=MOST_ID, description="Id of the person, body or place.")]
Words = Annotated[
    str,
    Query(
        max_length=500,
        description="Words that must all occur, in any spelling and with any clitics; phrases in «…». May be left out"
        " where a filter is given.",
        examples=["«قافلة تجارية» أغاديز"],
    ),
]
By = Annotated[
    SearchBy,
    Query(description="By the words, by what they mean (409 where the server has no vectors or no model), or by both."),
]
Name = Annotated[
    str | None, Query(max_length=200, description="A name or part of it, in any spelling.", examples=["هالفورسن"])
]
Place = Annotated[int, Query(ge=0, le=MOST_TEXT, description="A place in the text, in code points.")]


TableName = Annotated[
    Literal["articles", "statements", "reports", "happenings", "disagreements", "entities", "reviews"],
    Query(description="Which table; for the formats that hold one: jsonl, csv, parquet."),
]
Record = dict[str, Any]


def _iso(value: object) -> object:
    """Let only ISO days through: a bare number would be taken for seconds."""
    if value is None or (isinstance(value, str) and iso_day(value) is not None):
        return value
    raise ValueError("not an ISO day, such as 2025-07-05")


_Day = Annotated[
    date | None,
    BeforeValidator(_iso),
    Query(description="An ISO day; some day that it may be lies within.", examples=["2025-07-05"]),
]
_Outlet = Annotated[
    str | None,
    Query(max_length=200, description="Words of the outlet's name, in any spelling.", examples=["الصدى اليوم"]),
]
_Origin = Annotated[
    str | None,
    Query(max_length=200, description="Words of the name of who said it first.", examples=["وكالة ضفاف"]),
]
Exact = Annotated[bool, Query(description="Only words as they are spelled, without clitics and other forms.")]


_PLOVER = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip
_SAID = Literal["assert", "deny", "accuse", "intend", "demand", "evaluate", "direct", "indirect", "mixed"]


def _coded(mean: Callable[[str], str | None]) -> BeforeValidator:
    """Let words for a code through as the code; what means none is left to be refused with the codes allowed."""
    return BeforeValidator(lambda value: (mean(value) or value) if isinstance(value, str) else value)


_Type = Annotated[
    _PLOVER | None,
    _coded(lambda word: type_of(word, "happenings")),
    Query(description="The PLOVER type of a happening, its code or word.", examples=["ASSAULT", "هجوم أو قتل"]),
]
_SaidType = Annotated[
    _SAID | None,
    _coded(lambda word: type_of(word, "statements")),
    Query(description="The stance or kind of a statement, its code or word.", examples=["deny", "ينفي"]),
]


def _filters(
    entity: Annotated[
        str | None, Query(max_length=MOST_ID, description="Id or name of an entity.", examples=["مامادو غاربا"])
    ] = None,
    outlet: _Outlet = None,
    origin: _Origin = None,
    happened_from: _Day = None,
    happened_to: _Day = None,
    published_from: _Day = None,
    published_to: _Day = None,
    status: Annotated[
        Literal["actual", "alleged", "denied", "planned", "hypothetical", "negated"] | None,
        _coded(lambda word: code_of(word, "status")),
        Query(
            description="Of a happening; of statements that of an event in them. A code or its word.",
            examples=["denied", "منفي"],
        ),
    ] = None,
    least_known: Annotated[int, Query(ge=0, le=999, description="At least so many known independent origins.")] = 0,
    judged: Annotated[
        Judged | None,
        Query(description="What people judged so; «any» finds also what they rejected, which is left out else."),
    ] = None,
) -> Filters:
    """What narrows a search beside its words; docs/search.md says what each means of what is looked for."""
    happened, published = (happened_from, happened_to), (published_from, published_to)
    return Filters(entity, outlet, origin, *happened, *published, None, status, least_known, judged)


Narrowed = Annotated[Filters, Depends(_filters)]


def _wanted(
    filters: Narrowed,
    type: _Type = None,
    q: Words = "",
    by: By = "words",
    exact: Exact = False,
    limit: Limit = 20,
    offset: Offset = 0,
) -> Wanted:
    """What a search asks for."""
    return Wanted(q, limit, offset, by, exact, replace(filters, type=type))


def _wanted_said(
    filters: Narrowed, type: _SaidType = None, q: Words = "", by: By = "words", exact: Exact = False,
    limit: Limit = 20, offset: Offset = 0,
) -> Wanted:  # fmt: skip
    """What a search of statements asks for."""
    return Wanted(q, limit, offset, by, exact, replace(filters, type=type))


Sought = Annotated[Wanted, Depends(_wanted)]
SoughtSaid = Annotated[Wanted, Depends(_wanted_said)]
