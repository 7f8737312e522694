"""Answers shown in the OpenAPI document: cut from what the project's invented demo pages give."""

from __future__ import annotations

import json
from functools import lru_cache
from importlib.resources import files
from typing import Any, cast

from tawatur.web.problems import responses


@lru_cache(maxsize=1)
def all_examples() -> dict[str, Any]:
    """Return the examples by the name of what they show."""
    text = (files("tawatur.web") / "api" / "examples.json").read_text(encoding="utf-8")
    return cast(dict[str, Any], json.loads(text))


def documented(name: str, *problems: int) -> dict[str, Any]:
    """Return what an endpoint says of its answers: an example, its marks, and the problems it may tell."""
    shown = {
        "description": "Found",
        "headers": {"ETag": {"description": "The state that the answer is of.", "schema": {"type": "string"}}},
        "content": {"application/json": {"example": all_examples().get(name, {})}},
    }
    kept = {"description": "The client has it already: its If-None-Match names the answer's ETag."}
    return {"responses": {**responses(*problems), 200: shown, 304: kept}}
