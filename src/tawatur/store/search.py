"""Ask the full-text tables: a parsed query becomes one MATCH of quoted words that the store is known to hold."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import replace

from tawatur.search import Query, Term
from tawatur.store.search_filters import OPEN, Condition
from tawatur.store.search_index import STATEMENT_BITS
from tawatur.store.values import SearchKind
from tawatur.text.fold import fold

# A found word in the title counts as several in the body: titles name what an article is about.
_WEIGHTS: dict[SearchKind, str] = {"articles": "4.0, 1.0, 1.0", "statements": "1.0, 1.0", "happenings": "4.0, 1.0"}
# The number of a row of the full-text table of each kind.
_ROW: dict[SearchKind, str] = {
    "articles": "a.id",
    "statements": f"a.id << {STATEMENT_BITS} | s.ix",
    "happenings": "h.id",
}
_STATEMENTS = "statement s JOIN article a ON a.id = s.article"
# The full-text table of each kind, where its rows are, and their order when no words are asked for.
_TABLES: dict[SearchKind, tuple[str, str, str]] = {
    "articles": ("words", "article a", "a.first IS NULL, a.first DESC, a.id"),
    "statements": ("statement_words", _STATEMENTS, "a.first IS NULL, a.first DESC, a.id, s.ix"),
    "happenings": ("happening_words", "happening h", "h.first IS NULL, h.first DESC, h.id"),
}
# How the rows found (f) lead to what they index.
_ON: dict[SearchKind, str] = {
    "articles": "article a ON a.id = f.row",
    "statements": f"statement s ON s.article = f.row >> {STATEMENT_BITS} AND s.ix = f.row & {2**STATEMENT_BITS - 1}"
    " JOIN article a ON a.id = s.article",
    "happenings": "happening h ON h.id = f.row",
}


def narrowed(db: sqlite3.Connection, query: Query) -> Query | None:
    """Return a query with the forms alone that the store holds; None when it cannot be fulfilled."""
    terms = query.wanted + query.without
    forms = sorted({form for term in terms for form in term.forms})
    held = {
        norm
        for (norm,) in db.execute("SELECT norm FROM json_each(?) AS j JOIN written ON norm = j.value", (_json(forms),))
    }

    def kept(group: tuple[Term, ...]) -> tuple[Term, ...]:
        found = (replace(term, forms=tuple(form for form in term.forms if form in held)) for term in group)
        return tuple(term for term in found if term.forms)

    groups = tuple(map(kept, query.groups))
    return Query(groups, kept(query.without)) if groups and all(groups) else None


def _json(values: list[str]) -> str:
    return json.dumps(values, ensure_ascii=False)


def _quoted(term: Term) -> str:
    """Return a term as FTS5 wants it: every way in quotes, so that no sign has a meaning of its own."""
    tail = "".join(f" {word}" for word in term.rest)
    return " OR ".join(f'"{form}{tail}"' for form in term.forms)


def match(query: Query) -> str:
    """Return the MATCH expression of a query that wants something."""
    wanted = " AND ".join("(" + " OR ".join(map(_quoted, group)) + ")" for group in query.groups)
    without = " OR ".join(map(_quoted, query.without))
    return f"({wanted}) NOT ({without})" if without else wanted


def find_rows(
    db: sqlite3.Connection, kind: SearchKind, query: Query | None, where: Condition, most: int | None
) -> Iterator[tuple[int, float]]:
    """Yield rows of the kind's full-text table with their scores, best first; without a query, the latest first.

    At most `most` rows are needed (None: unknown).
    """
    table, source, order = _TABLES[kind]
    if query is None:
        sql = f"SELECT {_ROW[kind]}, 0.0 FROM {source} WHERE {where.sql} ORDER BY {order}"
        yield from db.execute(sql, where.values)
        return
    inner = f"SELECT rowid AS row, bm25({table}, {_WEIGHTS[kind]}) AS score FROM {table} WHERE {table} MATCH ?"
    if where.sql != OPEN:
        inner = f"SELECT f.row, f.score FROM ({inner}) f JOIN {_ON[kind]} WHERE {where.sql}"
    limit = -1 if most is None else most
    for row, score in db.execute(f"{inner} ORDER BY score, row LIMIT ?", (match(query), *where.values, limit)):
        yield row, -score


def folded_name(name: str) -> str:
    """Return a name as spellings are compared: folded, single spaces."""
    return " ".join(fold(name).split())
