"""Answers: plain data with a mark of the store's state, so that a client that has it is told so without any work."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from importlib.metadata import version
from typing import Any, Generic, TypeVar
from urllib.parse import urlencode

from fastapi import Request
from fastapi.responses import Response
from pydantic import BaseModel, Field

from tawatur.export.harmless import json_text
from tawatur.views.plain import as_plain

T = TypeVar("T")

# Always ask again, and let no shared cache keep it: the mark makes asking cheap.
_CACHE = "private, no-cache"


class Paged(BaseModel, Generic[T]):
    """One page of a list in a stable order."""

    items: list[T]
    limit: int = Field(description="How many items were asked for at most.")
    offset: int = Field(description="How many items stand before these.")
    next: str | None = Field(description="Address of the next page; null on the last.")


class Found(Paged[T], Generic[T]):
    """One page of what a search finds."""

    unknown: list[str] = Field(
        default=[], description="Names that the filters give and that nothing stored has; nothing fits them."
    )


def mark_of(request: Request, state: str) -> str:
    """Return the entity tag of a resource: it differs with the store, the program and the address."""
    told = f"{state} {version('tawatur')} {request.url.path}?{request.url.query}"
    return f'"{hashlib.sha256(told.encode(errors="replace")).hexdigest()[:24]}"'


def known_already(request: Request, mark: str) -> bool:
    """Tell whether the client has what the mark stands for (RFC 9110, If-None-Match, weak comparison)."""
    given = request.headers.get("if-none-match", "")
    return mark in {one.strip().removeprefix("W/") for one in given.split(",")}


def answer(
    request: Request,
    state: Callable[[], str],
    make: Callable[[], Any],
    media: str = "application/json",
    headers: dict[str, str] | None = None,
) -> Response:
    """Return what `make` gives as JSON (bytes as they are), or 304 where the client has it. `make` raises problems.

    The state is asked for before the data: data newer than its mark is only sent once too often, never once too few.
    """
    mark = mark_of(request, state())
    shared = {"ETag": mark, "Cache-Control": _CACHE}
    if known_already(request, mark):
        return Response(status_code=304, headers=shared)
    made = make()
    body = made if isinstance(made, bytes) else json_text(as_plain(made)).encode()
    links = {}
    if isinstance(made, dict) and made.get("next"):
        links["Link"] = f'<{made["next"]}>; rel="next"'
    return Response(body, headers={**shared, **links, **(headers or {})}, media_type=media)


def paged(request: Request, found: Sequence[Any], limit: int, offset: int) -> dict[str, Any]:
    """Return one page; `found` holds one item more than `limit` where there is a next page."""
    more = len(found) > limit
    query = [(k, v) for k, v in request.query_params.multi_items() if k not in {"offset", "limit"}]
    query += [("limit", str(limit)), ("offset", str(offset + limit))]
    address = f"{request.scope.get('root_path', '')}{_own_path(request)}?{urlencode(query)}"
    return {"items": found[:limit], "limit": limit, "offset": offset, "next": address if more else None}


def _own_path(request: Request) -> str:
    """The path below where the API is mounted."""
    root = request.scope.get("root_path", "")
    return request.url.path.removeprefix(root)
