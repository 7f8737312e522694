"""Tawatur reads Arabic news pages and builds a sourced model of the story.

    import tawatur

    knowledge = tawatur.load_knowledge()
    reading = tawatur.read_text("وقال الوزير إن …", knowledge)

    with tawatur.open_database("news.db") as db:
        stories = db.views.stories()
        frame = db.table("statements").to_pandas()

What stands here is loaded when it is first asked for, so that importing costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tawatur.library import (
        Data,
        Database,
        Knowledge,
        build_stories,
        load_knowledge,
        open_database,
        read_text,
        reading_record,
    )

__version__ = "0.1.0"

__all__ = [
    "Data",
    "Database",
    "Knowledge",
    "build_stories",
    "load_knowledge",
    "open_database",
    "read_text",
    "reading_record",
]


def __getattr__(name: str) -> Any:
    if name in __all__:
        return getattr(import_module("tawatur.library"), name)
    raise AttributeError(f"module 'tawatur' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted([*__all__, "__version__"])
