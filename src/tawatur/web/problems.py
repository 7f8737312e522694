"""Errors as problem details (RFC 9457): what was wrong, with what, in one form for every error of the API."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from http import HTTPStatus
from typing import Any, TypeVar

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from pydantic import BaseModel, Field
from starlette.exceptions import HTTPException

from tawatur.export.harmless import json_text
from tawatur.search.meaning import MeaningMissing
from tawatur.store import NoVectors, StoreBusy, StoreError

T = TypeVar("T")
MEDIA = "application/problem+json"
# Letters of a request that are given back in a message; more would only be an echo.
_MOST_TOLD = 200
# Letters of what is wrong with a field, which lists the values allowed; none of them are the client's.
_MOST_FAULT = 600


class ProblemDetails(BaseModel):
    """What went wrong."""

    type: str = Field(description="Which kind of problem, as a URN.", examples=["urn:tawatur:problem:not-found"])
    title: str = Field(description="The kind in words.", examples=["Not Found"])
    status: int = Field(description="The HTTP status.", examples=[404])
    detail: str = Field(description="What was wrong with what.", examples=["there is no story «الهدنة»"])
    errors: list[dict[str, str]] = Field(default=[], description="For a request that is not understood: each fault.")


class Problem(HTTPException):
    """An answer that is a problem; raised by endpoints."""


def found_or_problem(kind: str, id: str, look: Callable[[str], T | None]) -> T:
    """Return what is looked for; raises Problem (404) where there is none."""
    found = look(id)
    if found is None:
        raise Problem(404, f"there is no {kind} {shortened(id)!r}")
    return found


def problem_response(
    status: int, detail: str, headers: dict[str, str] | None = None, errors: list[dict[str, str]] | None = None
) -> Response:
    """Return the answer for a problem."""
    phrase = HTTPStatus(status).phrase
    told: dict[str, Any] = {
        "type": "urn:tawatur:problem:" + phrase.lower().replace(" ", "-"),
        "title": phrase,
        "status": status,
        "detail": detail[: 4 * _MOST_TOLD],
        "errors": errors or [],
    }
    return Response(json_text(told), status, headers, MEDIA)


def responses(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """Return what the OpenAPI document says of these problems; 422 is what a request that is not understood gets."""
    content = {MEDIA: {"schema": {"$ref": "#/components/schemas/ProblemDetails"}}}
    return {
        status: {"description": HTTPStatus(status).phrase, "content": content}
        for status in sorted({422, 503, *statuses})
    }


def shortened(text: str) -> str:
    """Return a part of a request as it may be told back."""
    return text if len(text) <= _MOST_TOLD else text[:_MOST_TOLD] + "…"


def add_handlers(api: FastAPI) -> None:
    """Let every error of the API be answered with problem details."""

    @api.exception_handler(HTTPException)
    async def known(_: Request, error: HTTPException) -> Response:
        return problem_response(error.status_code, str(error.detail), dict(error.headers or {}))

    @api.exception_handler(RequestValidationError)
    async def not_understood(_: Request, error: RequestValidationError) -> Response:
        faults = [
            {"where": ".".join(map(str, fault["loc"])), "fault": str(fault["msg"])[:_MOST_FAULT]}
            for fault in error.errors()[:20]
        ]
        first = f"{faults[0]['where']}: {faults[0]['fault']}" if faults else "it could not be read"
        return problem_response(422, f"the request was not understood: {first}", None, faults)

    @api.exception_handler(MeaningMissing)
    @api.exception_handler(NoVectors)
    async def no_meaning(_: Request, error: Exception) -> Response:
        return problem_response(409, str(error))

    @api.exception_handler(StoreError)
    async def no_store(_: Request, error: StoreError) -> Response:
        headers = {"Retry-After": "5"} if isinstance(error, StoreBusy) else None
        return problem_response(503, "the database cannot answer now", headers)

    @api.exception_handler(sqlite3.Error)
    async def no_database(_: Request, error: sqlite3.Error) -> Response:
        return problem_response(503, "the database cannot answer now", {"Retry-After": "5"})

    @api.exception_handler(Exception)
    async def unknown(_: Request, error: Exception) -> Response:
        return problem_response(500, "the server broke on this request; its log says where")
