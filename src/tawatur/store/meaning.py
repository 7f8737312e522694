"""Vectors of articles, statements and happenings, and the search by them; an encoder (an optional extra) makes them.

A vector is kept beside a hash of the passage it is of, so that only new and changed passages are encoded again.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice

import numpy as np

from tawatur.search.meaning import (
    TOPICS,
    Centre,
    Encoder,
    Vectors,
    article_passage,
    centred,
    find_centre,
    from_bytes,
    happening_passage,
    nearest,
    passage_digest,
    query_vector,
    statement_passage,
    to_bytes,
)
from tawatur.store.codec import packed, unpacked
from tawatur.store.database import step, writing
from tawatur.store.errors import StoreError
from tawatur.store.page_rows import load_article
from tawatur.store.reading_rows import load_reading
from tawatur.store.search_filters import OPEN, condition
from tawatur.store.values import NO_FILTERS, Filters, SearchKind

# `item` is the id of an article or happening, `ix` the number of a statement in its article;
# centres have kind 'centre'.
SCHEMA = """
CREATE TABLE meaning (
  kind TEXT NOT NULL, item NOT NULL, ix INTEGER NOT NULL, model TEXT NOT NULL, digest BLOB NOT NULL,
  vector BLOB NOT NULL, PRIMARY KEY (kind, item, ix)) WITHOUT ROWID;
"""
KINDS: tuple[SearchKind, ...] = ("articles", "statements", "happenings")
# Passages that are encoded and committed at once: some seconds of work, which is what stopping loses.
_BATCH = 16
# Where each kind's keys are, under the names that conditions know.
_SOURCES: dict[SearchKind, tuple[str, str]] = {
    "articles": ("a.uid, 0", "article a"),
    "statements": ("a.uid, s.ix", "statement s JOIN article a ON a.id = s.article"),
    "happenings": ("h.uid, 0", "happening h"),
}
# What must still be there when a vector is written: it may have been forgotten while it was made.
_STILL: dict[SearchKind, str] = {
    "articles": "SELECT 1 FROM article WHERE uid = ?2",
    "statements": "SELECT 1 FROM article a JOIN statement s ON s.article = a.id WHERE a.uid = ?2 AND s.ix = ?3",
    "happenings": "SELECT 1 FROM happening WHERE uid = ?2",
}

# An id and, of statements, a number in the article; else 0. As the database holds it, and as others know it.
_RawKey = tuple[str | bytes, int]
Key = tuple[str, int]
_MEANS = ("passages", "arabic", "english")


class NoVectors(StoreError):
    """A store holds no vectors of the model yet, so it cannot be searched by meaning."""


@dataclass(frozen=True, slots=True)
class Encoded:
    """How many passages were encoded, had their vector already, and how many vectors of nothing were removed."""

    new: int = 0
    kept: int = 0
    removed: int = 0


@dataclass(frozen=True, slots=True)
class _Table:
    mark: tuple[object, ...]
    keys: list[Key]
    vectors: Vectors


class MeaningBook:
    """The vectors of a store. `connection` gives this thread's connection, `mark` differs when vectors may."""

    def __init__(self, connection: Callable[[], sqlite3.Connection], mark: Callable[[], tuple[object, ...]]) -> None:
        self._connection = connection
        self._mark = mark
        self._tables: dict[tuple[SearchKind, str], _Table] = {}

    def build(self, encoder: Encoder, told: Callable[[SearchKind, int, int], None] | None = None) -> Encoded:
        """Encode every passage that has no vector of this model yet; what is done is kept when it is stopped.

        `told` hears of each kind how many passages of how many have been looked at.
        """
        db = self._connection()
        self._keep_centre(db, encoder)
        all_kinds = [self._build(db, kind, encoder, told or (lambda *_: None)) for kind in KINDS]
        return Encoded(*(sum(getattr(done, name) for done in all_kinds) for name in ("new", "kept", "removed")))

    def _build(
        self, db: sqlite3.Connection, kind: SearchKind, encoder: Encoder, told: Callable[[SearchKind, int, int], None]
    ) -> Encoded:
        sql = "SELECT item, ix, digest FROM meaning WHERE kind = ? AND model = ?"
        held = {(item, ix): digest for item, ix, digest in db.execute(sql, (kind, encoder.model))}
        (total,) = db.execute(f"SELECT count(*) FROM {_SOURCES[kind][1]}").fetchone()
        seen, new, kept = 0, 0, 0
        passages = _passages(db, kind)
        while batch := list(islice(passages, _BATCH)):
            due = [(key, text) for key, text in batch if held.get(key) != passage_digest(text)]
            if due:
                self._keep(db, kind, encoder, due)
            seen, new, kept = seen + len(batch), new + len(due), kept + len(batch) - len(due)
            told(kind, seen, total)
        with writing(db):
            removed = drop_stale(db, kind)
        return Encoded(new, kept, removed)

    def _keep(self, db: sqlite3.Connection, kind: SearchKind, encoder: Encoder, due: list[tuple[_RawKey, str]]) -> None:
        vectors = encoder.passages([text for _, text in due])
        rows = [
            (kind, item, ix, encoder.model, passage_digest(text), to_bytes(vector))
            for ((item, ix), text), vector in zip(due, vectors, strict=True)
        ]
        with writing(db):
            db.executemany(
                "INSERT OR REPLACE INTO meaning (kind, item, ix, model, digest, vector)"
                f" SELECT ?1, ?2, ?3, ?4, ?5, ?6 WHERE EXISTS ({_STILL[kind]})",
                rows,
            )
            step(db, "vectors")

    def _keep_centre(self, db: sqlite3.Connection, encoder: Encoder) -> None:
        """Keep the mean vectors of the topics, which every query is compared without."""
        digest = passage_digest(repr(TOPICS))
        found = "SELECT count(*) FROM meaning WHERE kind = 'centre' AND model = ? AND digest = ?"
        if db.execute(found, (encoder.model, digest)).fetchone() == (3,):
            return
        centre = find_centre(encoder)
        means = (centre.passages, centre.arabic, centre.english)
        rows = [
            ("centre", name, 0, encoder.model, digest, to_bytes(mean)) for name, mean in zip(_MEANS, means, strict=True)
        ]
        with writing(db):
            db.executemany("INSERT OR REPLACE INTO meaning VALUES (?, ?, ?, ?, ?, ?)", rows)
            step(db, "vectors")

    def coverage(self, model: str) -> dict[SearchKind, tuple[int, int]]:
        """Return of each kind how many have a vector of a model, and how many there are."""
        db = self._connection()
        counted: dict[SearchKind, tuple[int, int]] = {}
        for kind in KINDS:
            held = db.execute("SELECT count(*) FROM meaning WHERE kind = ? AND model = ?", (kind, model)).fetchone()[0]
            counted[kind] = (held, db.execute(f"SELECT count(*) FROM {_SOURCES[kind][1]}").fetchone()[0])
        return counted

    def ranked(
        self, kind: SearchKind, text: str, encoder: Encoder, filters: Filters = NO_FILTERS
    ) -> list[tuple[Key, float]]:
        """Return what a query means among what filters let through, with cosines, the nearest first.

        Nothing less near than the floor is returned. Raises NoVectors where none were made with this model.
        """
        db = self._connection()
        centre = self._centre(db, encoder.model)
        table = self._table(db, kind, encoder.model, centre)
        found = nearest(query_vector(encoder, centre, text), table.vectors)
        where = condition(db, kind, filters)
        columns, source = _SOURCES[kind]
        if where.sql == OPEN:
            return [(table.keys[row], score) for row, score in found]
        let = {
            (unpacked(item), ix)
            for item, ix in db.execute(f"SELECT {columns} FROM {source} WHERE {where.sql}", where.values)
        }
        return [(table.keys[row], score) for row, score in found if table.keys[row] in let]

    def _centre(self, db: sqlite3.Connection, model: str) -> Centre:
        found = dict(db.execute("SELECT item, vector FROM meaning WHERE kind = 'centre' AND model = ?", (model,)))
        if len(found) != len(_MEANS):
            raise NoVectors("this database has no vectors to be searched by meaning; make them with `tawatur meaning`")
        return Centre(*(from_bytes([found[name]])[0] for name in _MEANS))

    def _table(self, db: sqlite3.Connection, kind: SearchKind, model: str, centre: Centre) -> _Table:
        """Return all vectors of a kind, centred; they are kept at hand until the store changes."""
        mark = self._mark()
        kept = self._tables.get((kind, model))
        if kept is not None and kept.mark == mark:
            return kept
        sql = "SELECT item, ix, vector FROM meaning WHERE kind = ? AND model = ? ORDER BY item, ix"
        rows = db.execute(sql, (kind, model)).fetchall()
        vectors = from_bytes([vector for _, _, vector in rows])
        if rows:
            vectors = centred(vectors, np.asarray(centre.passages, np.float32))
        table = _Table(mark, [(unpacked(item), ix) for item, ix, _ in rows], vectors)
        self._tables[kind, model] = table
        return table


def _passages(db: sqlite3.Connection, kind: SearchKind) -> Iterator[tuple[_RawKey, str]]:
    """Yield the keys and passages of a kind, in the order they were stored."""
    if kind == "happenings":
        for uid, label in db.execute("SELECT uid, label FROM happening ORDER BY id").fetchall():
            yield (uid, 0), happening_passage(unpacked(label))
        return
    for row, uid in db.execute("SELECT id, uid FROM article ORDER BY id").fetchall():
        if db.execute("SELECT 1 FROM article WHERE id = ? AND uid = ?", (row, uid)).fetchone() is None:
            continue  # forgotten while others were encoded
        article = load_article(db, row)
        if kind == "articles":
            yield (uid, 0), article_passage(article.title, article.text)
            continue
        for ix, statement in enumerate(load_reading(db, row, article).statements):
            holder = statement.holder.of(article.text) if statement.holder else None
            yield (uid, ix), statement_passage(holder, statement.content.of(article.text))


def drop_stale(db: sqlite3.Connection, kind: SearchKind) -> int:
    """Remove the vectors of what is no longer there; return how many. The caller holds the transaction."""
    columns, source = _SOURCES[kind]
    sql = f"DELETE FROM meaning WHERE kind = ? AND (item, ix) NOT IN (SELECT {columns} FROM {source})"
    removed = db.execute(sql, (kind,)).rowcount
    if removed:
        step(db, "vectors")
    return removed


def drop_article_vectors(db: sqlite3.Connection, article: str) -> None:
    """Remove the vectors of an article and its statements: what was in a text can be guessed from them."""
    db.execute("DELETE FROM meaning WHERE kind IN ('articles', 'statements') AND item = ?", (packed(article),))
    step(db, "vectors")
