"""Conditions on what people judged: what was rejected is not found unless it is asked for."""

from __future__ import annotations

import sqlite3

from tawatur.model import ReviewLayer
from tawatur.store.values import Filters

# Of several judgements of a place the newest that was not taken back holds.
_NEWEST = (
    "FROM review w WHERE w.digest = a.digest AND w.layer = '{layer}' AND w.start = {row}.start AND w.end = {row}.end"
    " AND w.undone IS NULL ORDER BY w.id DESC LIMIT 1"
)


def has_reviews(db: sqlite3.Connection) -> bool:
    """Tell whether anything was judged: where not, no search need look for it."""
    return db.execute("SELECT 1 FROM review WHERE undone IS NULL LIMIT 1").fetchone() is not None


def judged_sql(layer: ReviewLayer, row: str) -> str:
    """Return SQL for the judgement of an event or statement (`row`) of an article `a`; NULL where no one judged."""
    return f"(SELECT w.judgement {_NEWEST.format(layer=layer, row=row)})"


def code_sql(layer: ReviewLayer, row: str, field: str) -> str:
    """Return SQL for a code of an event or statement: as a reviewer corrected it, else as it was read."""
    changes = f"(SELECT w.changes {_NEWEST.format(layer=layer, row=row)})"
    corrected = (
        f"SELECT json_extract(c.value, '$[1]') FROM json_each({changes}) c WHERE json_extract(c.value, '$[0]') ="
    )
    return f"coalesce(({corrected} '{field}'), {row}.{field})"


def judged_condition(filters: Filters, judged: str) -> str | None:
    """Return the condition that filters put on a judgement (SQL); None where any will do."""
    if filters.judged == "any":
        return None
    return f"{judged} IS NOT 'reject'" if filters.judged is None else f"{judged} IS '{filters.judged}'"
