"""The one door for writing: decisions of reviewers. It is shut unless the server was given tokens."""

from __future__ import annotations

import hmac
from collections.abc import Callable
from typing import Annotated, Literal

from fastapi import APIRouter, Depends
from fastapi.responses import Response
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer
from pydantic import BaseModel, Field

from tawatur.web.api.needs import MOST_ID, MOST_TEXT
from tawatur.web.problems import Problem, responses


class Decision(BaseModel):
    """What a reviewer decides of one event or statement that was read: it is known by where it stands."""

    layer: Literal["event", "statement"] = Field(description="What is judged.", examples=["event"])
    article: str = Field(min_length=1, max_length=MOST_ID, description="Id of the article.")
    start: int = Field(ge=0, le=MOST_TEXT, description="Where the trigger of the event or the content begins.")
    end: int = Field(ge=0, le=MOST_TEXT, description="Where it ends, in code points of the article's text.")
    judgement: Literal["accept", "correct", "reject"] = Field(examples=["correct"])
    changes: dict[Literal["type", "status", "stance", "kind"], str] = Field(
        default={}, description="For a correction: the fields with their codes.", examples=[{"status": "denied"}]
    )


Keep = Callable[[Decision], None]
_ASK = {"WWW-Authenticate": 'Bearer realm="tawatur"'}
_bearer = HTTPBearer(auto_error=False, description="A token that the server was started with.")


def review_routes(tokens: frozenset[str], keep: Keep | None) -> APIRouter:
    """Return the routes for writing; without tokens every attempt is refused."""
    routes = APIRouter(tags=["writing"])

    def allowed(given: Annotated[HTTPAuthorizationCredentials | None, Depends(_bearer)]) -> None:
        if given is None:
            raise Problem(401, "give a token: Authorization: Bearer …", _ASK)
        if not tokens:
            raise Problem(403, "this server only reads: it was started without tokens")
        token = given.credentials
        # Every token is compared, each in constant time, so that time tells nothing.
        matches = [hmac.compare_digest(token.encode(), known.encode()) for known in tokens]
        if not any(matches):
            raise Problem(401, "give a token this server knows", _ASK)

    @routes.post(
        "/reviews",
        status_code=204,
        dependencies=[Depends(allowed)],
        responses=responses(400, 401, 403, 404, 501),
        summary="Keep a reviewer's decision",
    )
    def review(decision: Decision) -> Response:
        """Refused without a token; a server without tokens only reads."""
        if keep is None:
            raise Problem(501, "decisions cannot be kept yet")
        keep(decision)
        return Response(status_code=204)

    return routes
