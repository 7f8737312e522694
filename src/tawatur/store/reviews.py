"""Reviews in the store: kept apart from what is read, never overwritten, known again by the content of an article."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from typing import Any, get_args

from tawatur.model import Event, Judgement, Review, ReviewLayer, Span, Statement
from tawatur.model.readings import STATUSES, Kind, Stance
from tawatur.store.codec import decode, encode, packed, unpacked
from tawatur.store.database import insert, writing
from tawatur.store.errors import StoreError, UnknownItem
from tawatur.store.page_rows import load_article
from tawatur.store.reading_rows import load_reading
from tawatur.store.reviewed import place_of
from tawatur.tagger.labels import EVENT_TYPES

# `found` holds spans, codes and ids of what was judged, none of its words.
SCHEMA = """
CREATE TABLE review (
  id INTEGER PRIMARY KEY AUTOINCREMENT, at TEXT NOT NULL, who TEXT NOT NULL, layer TEXT NOT NULL,
  digest BLOB NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL, judgement TEXT NOT NULL, found TEXT NOT NULL,
  changes TEXT NOT NULL, undone TEXT);
CREATE INDEX review_place ON review (digest, layer, start, end);
CREATE INDEX event_p ON event (p);
CREATE INDEX statement_p ON statement (p);
"""

# What a correction may set, and to what.
CHANGES: dict[ReviewLayer, dict[str, tuple[str, ...]]] = {
    "event": {"type": EVENT_TYPES, "status": STATUSES},
    "statement": {"stance": get_args(Stance), "kind": get_args(Kind)},
}
_COLUMNS = "id, at, who, layer, digest, start, end, judgement, found, changes, undone"
_KINDS: dict[str, Any] = {"event": Event, "statement": Statement}
# Letters of a reviewer's name.
_MOST_NAME = 100


class ReviewBook:
    """The reviews of a store. `connection` gives this thread's connection, `changed` notes that stories are to grow."""

    def __init__(self, connection: Callable[[], sqlite3.Connection], changed: Callable[[], None]) -> None:
        self._connection = connection
        self._changed = changed

    def judge(
        self,
        layer: ReviewLayer,
        article: str,
        span: Span,
        judgement: Judgement,
        who: str,
        changes: Iterable[tuple[str, str]] = (),
    ) -> Review:
        """Keep a judgement of what stands at a place; the stories are then to be built again.

        Raises UnknownItem where nothing was read there, StoreError for a correction that says nothing or no known code.
        """
        db = self._connection()
        told = tuple(sorted(changes)) if judgement == "correct" else ()
        allowed = CHANGES[layer]
        if judgement == "correct" and not told:
            raise StoreError("a correction must say what is to be otherwise")
        for name, code in told:
            if code not in allowed.get(name, ()):
                raise StoreError(f"{name!r} of a {layer} cannot be {code!r}; it is one of {', '.join(allowed)}")
        with writing(db):
            digest, found = _found(db, layer, article, span)
            row: dict[str, object] = {"at": _now(), "who": packed(who[:_MOST_NAME]), "layer": layer, "digest": digest}
            row |= {"start": span.start, "end": span.end, "judgement": judgement}
            row |= {"found": json.dumps(encode(found)), "changes": json.dumps(told), "undone": None}
            number = insert(db, "review", row)
            _let_wait(db, digest)
            self._changed()
        return Review(number, str(row["at"]), who, layer, digest.hex(), span, judgement, found, told)

    def undo(self, number: int) -> Review:
        """Take a review back; it stays in the history. Raises UnknownItem where none of the number holds."""
        db = self._connection()
        with writing(db):
            row = db.execute(f"SELECT {_COLUMNS} FROM review WHERE id = ? AND undone IS NULL", (number,)).fetchone()
            if row is None:
                raise UnknownItem(f"there is no review {number} that holds")
            db.execute("UPDATE review SET undone = ? WHERE id = ?", (_now(), number))
            _let_wait(db, bytes.fromhex(_review(row).digest))
            self._changed()
        return _review(row)

    def history(self, limit: int | None = 100, offset: int = 0) -> tuple[Review, ...]:
        """Return the reviews, the newest first, those that were taken back too; a limit of None: all."""
        sql = f"SELECT {_COLUMNS} FROM review ORDER BY id DESC LIMIT ? OFFSET ?"
        return tuple(map(_review, self._connection().execute(sql, (-1 if limit is None else limit, offset))))

    def of(self, article: str) -> tuple[Review, ...]:
        """Return the reviews of an article's content that hold, the oldest first."""
        sql = (
            f"SELECT {_COLUMNS} FROM review WHERE undone IS NULL"
            " AND digest = (SELECT digest FROM article WHERE uid = ?) ORDER BY id"
        )
        return tuple(map(_review, self._connection().execute(sql, (packed(article),))))

    def reviewed_articles(self) -> tuple[str, ...]:
        """Return the ids of the stored articles that reviews hold for."""
        sql = "SELECT uid FROM article WHERE digest IN (SELECT digest FROM review WHERE undone IS NULL) ORDER BY id"
        return tuple(unpacked(uid) for (uid,) in self._connection().execute(sql))

    def article_of(self, review: Review) -> str | None:
        """Return the first stored article with the content that a review is about."""
        sql = "SELECT uid FROM article WHERE digest = ? ORDER BY id"
        found = self._connection().execute(sql, (bytes.fromhex(review.digest),)).fetchone()
        return unpacked(found[0]) if found else None

    def waiting(
        self, layer: ReviewLayer, story: str | None = None, limit: int = 20, offset: int = 0
    ) -> tuple[tuple[str, int], ...]:
        """Return (article, number) of what no review holds for yet, the least certain first."""
        within = ""
        if story is not None:
            within = (
                " AND a.id IN (SELECT y.article FROM story_article y JOIN story s ON s.id = y.story WHERE s.uid = ?3)"
            )
        sql = (
            f"SELECT a.uid, x.ix FROM {layer} x JOIN article a ON a.id = x.article WHERE NOT EXISTS (SELECT 1"
            " FROM review r"
            f" WHERE r.digest = a.digest AND r.layer = '{layer}' AND r.start = x.start AND r.end = x.end"
            f" AND r.undone IS NULL){within} ORDER BY x.p, a.id, x.ix LIMIT ?1 OFFSET ?2"
        )
        found = self._connection().execute(sql, (limit, offset) if story is None else (limit, offset, story))
        return tuple((unpacked(uid), ix) for uid, ix in found)


def _let_wait(db: sqlite3.Connection, digest: bytes) -> None:
    """Let the articles of a content wait for stories again: what they report is judged otherwise now."""
    db.execute("INSERT OR IGNORE INTO waiting SELECT id FROM article WHERE digest = ?", (digest,))


def _found(db: sqlite3.Connection, layer: ReviewLayer, article: str, span: Span) -> tuple[bytes, Event | Statement]:
    """Return an article's digest and what stands at a place of it, or what an earlier review saw there."""
    row = db.execute("SELECT id, digest FROM article WHERE uid = ?", (packed(article),)).fetchone()
    if row is None:
        raise UnknownItem(f"no article has the id {article!r}")
    reading = load_reading(db, row[0], load_article(db, row[0]))
    items: tuple[Event | Statement, ...] = reading.events if layer == "event" else reading.statements
    for item in items:
        if place_of(item) == span:
            return row[1], item
    earlier = db.execute(
        f"SELECT {_COLUMNS} FROM review WHERE digest = ? AND layer = ? AND start = ? AND end = ? ORDER BY id DESC",
        (row[1], layer, span.start, span.end),
    ).fetchone()
    if earlier is None:
        raise UnknownItem(f"no {layer} stands at [{span.start}, {span.end}) of {article!r}")
    return row[1], _review(earlier).found


def _review(row: tuple[Any, ...]) -> Review:
    number, at, who, layer, digest, start, end, judgement, found, changes, undone = row
    seen = decode(_KINDS[layer], json.loads(found))
    told = tuple((name, code) for name, code in json.loads(changes))
    return Review(number, at, unpacked(who), layer, digest.hex(), Span(start, end), judgement, seen, told, undone)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def forget_reviews(db: sqlite3.Connection, articles: Iterable[str]) -> None:
    """Delete the reviews of forgotten articles, the history of them too; to be called while they are still stored."""
    for uid in articles:
        db.execute("DELETE FROM review WHERE digest = (SELECT digest FROM article WHERE uid = ?)", (packed(uid),))


def digests_of(db: sqlite3.Connection, page: int) -> dict[str, bytes]:
    """Return the digest of each article of a page."""
    return {
        unpacked(uid): digest for uid, digest in db.execute("SELECT uid, digest FROM article WHERE page = ?", (page,))
    }


def carry_reviews(db: sqlite3.Connection, before: dict[str, bytes], after: dict[str, bytes]) -> None:
    """Let reviews follow articles whose text was blotted; those of what is gone with the blotted words are deleted."""
    for uid, old in before.items():
        new = after.get(uid)
        if new is None or new == old:
            continue
        for layer in _KINDS:
            db.execute(
                f"DELETE FROM review WHERE digest = ?1 AND layer = '{layer}' AND NOT EXISTS (SELECT 1"
                f" FROM {layer} x JOIN"
                " article a ON a.id = x.article WHERE a.uid = ?2 AND x.start = review.start AND x.end = review.end)",
                (old, packed(uid)),
            )
        db.execute("UPDATE review SET digest = ? WHERE digest = ?", (new, old))
