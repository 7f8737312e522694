"""A store's file, and in it the pages with all that was read in them; each change is one transaction."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import Self

from tawatur.model import Article, Page, Reading, SetAside, SplitPage
from tawatur.store.codec import packed, unpacked
from tawatur.store.database import connect, counted, step, writing
from tawatur.store.forgetting import load_forgotten
from tawatur.store.page_rows import load_article, load_split, span_text
from tawatur.store.page_writing import put_page, put_page_again, state_of, take_back
from tawatur.store.reading_rows import load_reading
from tawatur.store.values import PageState, ReadPage


class SqlitePages:
    """Pages, articles and readings in the file at `path`; each thread that uses it has a connection of its own.

    Raises NotAStore, NewerStore or StoreError when the file cannot be used.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._own = threading.local()
        self._opened: list[sqlite3.Connection] = []
        self._guard = threading.Lock()
        self._db  # noqa: B018  (opened here, so that a bad file is told at once)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def _db(self) -> sqlite3.Connection:
        db: sqlite3.Connection | None = getattr(self._own, "db", None)
        if db is None:
            db = connect(self.path)
            self._own.db = db
            with self._guard:
                self._opened.append(db)
        return db

    def close(self) -> None:
        """Close all connections; the store can be used again, which opens new ones."""
        with self._guard:
            for db in self._opened:
                db.close()
            self._opened.clear()
        self._own = threading.local()

    def _changed(self) -> None:
        step(self._db, "changes")

    def _arrived(self) -> None:
        """Note a change after which stories can grow: some articles wait for them."""
        self._changed()
        step(self._db, "arrivals")

    def _steps(self) -> tuple[object, ...]:
        return tuple(counted(self._db, counter) for counter in ("changes", "builds", "vectors"))

    # Pages and readings

    def state_of(self, page: Page) -> PageState:
        """Tell whether a page is new, stored, forgotten (it shall not come back), or its id is another text's."""
        return state_of(self._db, page)

    def put(self, pages: Iterable[ReadPage]) -> int:
        """Store pages with all that was read in them; return how many were new. Raises AnchorError without evidence."""
        with writing(self._db):
            forgotten = load_forgotten(self._db)
            new = sum(put_page(self._db, read, forgotten) for read in pages)
            if new:
                self._arrived()
        return new

    def put_again(self, read: ReadPage) -> bool:
        """Store a page in the place of the same page as it was told before; tell whether that was there."""
        with writing(self._db):
            done = put_page_again(self._db, read, load_forgotten(self._db))
            if done:
                self._changed()
        return done

    def take_back(self, pages: Iterable[ReadPage]) -> None:
        """Let pages and articles that were forgotten be stored again; people that were forgotten stay out."""
        with writing(self._db):
            for read in pages:
                take_back(self._db, read)

    def put_aside(self, inputs: Iterable[SetAside]) -> None:
        """Keep inputs that could not be read, each with its reason, once."""
        rows = [(packed(item.place), packed(item.reason), item.kind) for item in inputs]
        with writing(self._db):
            self._db.executemany("INSERT OR IGNORE INTO set_aside (place, reason, kind) VALUES (?, ?, ?)", rows)

    def aside(self) -> Iterator[SetAside]:
        """Iterate over the inputs that were set aside."""
        for place, reason, kind in self._db.execute("SELECT place, reason, kind FROM set_aside ORDER BY id").fetchall():
            yield SetAside(unpacked(place), unpacked(reason), kind)

    def page(self, page: str) -> SplitPage | None:
        """Return a page with its blocks and articles."""
        return load_split(self._db, page)

    def text_of(self, source: str) -> str | None:
        """Return the text that anchors in an article or a page count in."""
        article = self.article(source)
        if article is not None:
            return article.text
        split = self.page(source)
        return span_text(split) if split else None

    def _article_row(self, article: str) -> int | None:
        found = self._db.execute("SELECT id FROM article WHERE uid = ?", (packed(article),)).fetchone()
        return found[0] if found else None

    def article(self, article: str) -> Article | None:
        """Return one article."""
        row = self._article_row(article)
        return None if row is None else load_article(self._db, row)

    def articles(self) -> Iterator[str]:
        """Iterate over the ids of the articles in the order they were stored."""
        for (uid,) in self._db.execute("SELECT uid FROM article ORDER BY id").fetchall():
            yield unpacked(uid)

    def reading(self, article: str) -> Reading | None:
        """Return everything read in one article."""
        row = self._article_row(article)
        return None if row is None else load_reading(self._db, row, load_article(self._db, row))

    def readings(self, only: Collection[str] | None = None) -> Iterator[Reading]:
        """Iterate over all readings, or those of some articles by their ids, in the order they were stored."""
        for row, uid in self._db.execute("SELECT id, uid FROM article ORDER BY id").fetchall():
            if only is not None and unpacked(uid) not in only:
                continue
            yield load_reading(self._db, row, load_article(self._db, row))
