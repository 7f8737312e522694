"""Look the whole store over: the file itself, and every fact against the text that it was read in."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from tawatur.model import AnchorError
from tawatur.store.codec import unpacked
from tawatur.store.page_rows import load_article, load_split, span_text, text_digest
from tawatur.store.reading_rows import reading_faults


def find_faults(db: sqlite3.Connection) -> Iterator[str]:
    """Yield what is wrong, in words; nothing at all for a sound store."""
    for (line,) in db.execute("PRAGMA integrity_check").fetchall():
        if line != "ok":
            yield f"the database file is damaged: {line}"
    for table, row, parent, _ in db.execute("PRAGMA foreign_key_check").fetchall():
        yield f"row {row} of table {table} belongs to no {parent}"
    (indexed,) = db.execute("SELECT count(*) FROM words_docsize").fetchone()
    (stored,) = db.execute("SELECT count(*) FROM article").fetchone()
    if indexed != stored:
        yield f"the full-text index holds {indexed} articles, the store {stored}"
    for row, digest in db.execute("SELECT id, digest FROM article ORDER BY id").fetchall():
        article = load_article(db, row)
        if text_digest(article.text) != digest:
            yield f"the text of article {article.id!r} was changed after it was read"
        yield from reading_faults(article, db, row)
        yield from _own_evidence(db, row)
    yield from _story_evidence(db)


def _own_evidence(db: sqlite3.Connection, row: int) -> Iterator[str]:
    article = load_article(db, row)
    anchors = article.credits + (article.published.evidence if article.published else ())
    for anchor in anchors:
        text = article.text
        if anchor.source != article.id:
            found = load_split(db, anchor.source)
            text = span_text(found) if found else ""
        try:
            anchor.check(text)
        except AnchorError as error:
            yield f"evidence of article {article.id!r}: {error}"


def _story_evidence(db: sqlite3.Connection) -> Iterator[str]:
    """Yield reports and sayings that no longer rest on a stored event or statement."""
    for table, column in (("report", "event"), ("saying", "statement")):
        lost = db.execute(
            f"SELECT a.uid, x.{column} FROM {table} x LEFT JOIN article a ON a.id = x.article"
            f" LEFT JOIN {column} f ON f.article = x.article AND f.ix = x.{column} WHERE f.article IS NULL"
        ).fetchall()
        for uid, number in lost:
            name = unpacked(uid) if uid is not None else "no article"
            yield f"a {table} in the stories rests on {column} {number} of {name!r}, which is not stored"
