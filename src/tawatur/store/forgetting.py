"""Carry out a removal: rows, full-text entries and stories that rest on it go, the marks that keep it out are set."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime

from tawatur.model import Page
from tawatur.store.codec import packed, unpacked
from tawatur.store.decisions import forget_articles, forget_persons
from tawatur.store.errors import UnknownItem
from tawatur.store.page_rows import load_split
from tawatur.store.page_writing import drop_page, load_read_page, write_read_page
from tawatur.store.removal import Forgotten, mark_of, name_words, without_article, without_persons
from tawatur.store.reviews import carry_reviews, digests_of, forget_reviews
from tawatur.store.search import folded_name
from tawatur.store.values import ReadPage, Removed
from tawatur.text.fold import fold


def load_forgotten(db: sqlite3.Connection) -> Forgotten:
    """Return the marks of all that was forgotten."""
    marks: dict[str, set[bytes]] = {"page": set(), "article": set(), "person": set()}
    lengths: set[int] = set()
    for kind, mark, words in db.execute("SELECT kind, mark, words FROM forgotten"):
        marks[kind].add(mark)
        if kind == "person":
            lengths.add(words)
    ordered = tuple(sorted(lengths, reverse=True))
    return Forgotten(frozenset(marks["page"]), frozenset(marks["article"]), frozenset(marks["person"]), ordered)


class Forgetter:
    """Removes from one connection, inside a transaction that the caller holds."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def _mark(self, kind: str, *marks: bytes, words: int = 0) -> None:
        now = datetime.now(UTC).date().isoformat()
        rows = [(kind, mark, words, now) for mark in marks]
        self._db.executemany("INSERT OR IGNORE INTO forgotten (kind, mark, words, at) VALUES (?, ?, ?, ?)", rows)

    def page(self, what: str) -> Removed:
        """Forget a page, named by its id, path or address."""
        found = self._db.execute(
            "SELECT id, uid, digest, path, url FROM page WHERE uid = ?1 OR path = ?1 OR url = ?1 ORDER BY id",
            (packed(what),),
        ).fetchall()
        if not found:
            raise UnknownItem(f"no page has the id, path or address {what!r}; nothing was removed")
        articles = 0
        for row, uid, digest, path, url in found:
            self._mark("page", mark_of(unpacked(uid)), digest)
            uids = self._db.execute("SELECT uid FROM article WHERE page = ?", (row,)).fetchall()
            forget_articles(self._db, [unpacked(uid) for (uid,) in uids])
            forget_reviews(self._db, [unpacked(uid) for (uid,) in uids])
            self._db.execute("DELETE FROM set_aside WHERE place IN (?, ?)", (path, url))
            articles += len(drop_page(self._db, row))
        return Removed(len(found), articles, 0)

    def article(self, what: str) -> Removed:
        """Forget one article, named by its id; its words are blotted out of its page."""
        found = self._db.execute(
            "SELECT p.uid, p.id, p.digest, a.digest FROM article a JOIN page p ON p.id = a.page WHERE a.uid = ?",
            (packed(what),),
        ).fetchone()
        if found is None:
            raise UnknownItem(f"no article has the id {what!r}; nothing was removed")
        page_uid, page_row, page_digest, digest = found
        self._mark("article", mark_of(what), digest)
        split = load_split(self._db, unpacked(page_uid))
        if split is None or len(split.articles) == 1:
            return self.page(unpacked(page_uid))
        read = load_read_page(self._db, split)
        gone = next(a for a in split.articles if a.id == what)
        remaining = ReadPage(without_article(split, gone), tuple(r for r in read.readings if r.article.id != what))
        forget_articles(self._db, [what])
        forget_reviews(self._db, [what])
        rows = drop_page(self._db, page_row)
        write_read_page(self._db, remaining, page_digest, page_row, rows)
        return Removed(0, 1, 1)

    def person(self, what: str) -> Removed:
        """Forget a person, named by a name or an entity's id, in every spelling known of that person."""
        names, pages = self._spellings(what)
        changed = 0
        for name in names:
            self._mark("person", mark_of(*name), words=len(name))
        forgotten = load_forgotten(self._db)
        longest = {max(name, key=len) for name in names}
        for row, uid in self._db.execute("SELECT id, uid FROM page ORDER BY id").fetchall():
            split = load_split(self._db, unpacked(uid))
            if split is None or not (row in pages or _may_name(split.page, longest)):
                continue
            read = load_read_page(self._db, split)
            cleaned = without_persons(read, forgotten)
            if cleaned != read:
                (digest,) = self._db.execute("SELECT digest FROM page WHERE id = ?", (row,)).fetchone()
                before = digests_of(self._db, row)
                rows = drop_page(self._db, row)
                write_read_page(self._db, cleaned, digest, row, rows)
                carry_reviews(self._db, before, digests_of(self._db, row))
                changed += 1
        forget_persons(self._db, forgotten)
        if not changed and not pages:
            raise UnknownItem(f"no text names {what!r}, and no entity has this id; nothing was removed")
        return Removed(0, 0, changed)

    def _spellings(self, what: str) -> tuple[set[tuple[str, ...]], set[int]]:
        """Return the folded names of a person as words, and the rows of pages that are known to name it.

        Other spellings of one word are left out: a given name alone is anyone's.
        """
        entities = self._db.execute(
            "SELECT DISTINCT e.id, e.uid = ?1 FROM world_entity e LEFT JOIN world_spelling s ON s.entity = e.id"
            " WHERE e.type = 'PER' AND (e.uid = ?1 OR s.folded = ?2)",
            (packed(what), packed(folded_name(what))),
        ).fetchall()
        by_id = any(same for _, same in entities)
        names = set() if by_id else {name_words(what)}
        pages: set[int] = set()
        for entity, _ in entities:
            spellings = self._db.execute(
                "SELECT canonical FROM world_entity WHERE id = ?1"
                " UNION SELECT text FROM world_spelling WHERE entity = ?1",
                (entity,),
            ).fetchall()
            known = {name_words(unpacked(text)) for (text,) in spellings}
            names |= {name for name in known if len(name) > 1} or (known if by_id else set())
            pages |= {
                page
                for (page,) in self._db.execute(
                    "SELECT a.page FROM world_member m JOIN article a ON a.id = m.article WHERE m.entity = ?", (entity,)
                )
            }
        names.discard(())
        if not names:
            raise UnknownItem(f"{what!r} holds no word that a person could be known by; give a name or an entity's id")
        return names, pages


def _may_name(page: Page, words: set[str]) -> bool:
    """Tell cheaply whether a page may name a person; markup may hide letters, so it is always looked at."""
    if page.media == "html":
        return True
    folded = fold(" ".join((page.text, page.title or "", page.byline or "")))
    return any(word in folded for word in words)
