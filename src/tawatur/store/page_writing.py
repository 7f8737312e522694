"""Write one page with everything read in it, or keep it out where it was forgotten."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping

from tawatur.model import Page, SplitPage
from tawatur.store.codec import pack, packed, unpacked
from tawatur.store.errors import StoreError
from tawatur.store.meaning import drop_article_vectors
from tawatur.store.page_rows import load_article, load_page, span_text, text_digest, write_article, write_page
from tawatur.store.reading_rows import load_reading, write_reading
from tawatur.store.removal import Forgotten, mark_of, without_article, without_persons
from tawatur.store.reviews import carry_reviews, digests_of
from tawatur.store.search_index import add_words, drop_words
from tawatur.store.values import PageState, ReadPage

# What a record says beside its text.
_TOLD_OF_RECORDS = ("title", "outlet", "url", "published", "byline")


def put_page(db: sqlite3.Connection, read: ReadPage, forgotten: Forgotten) -> bool:
    """Write a page that is new; tell whether it was.

    Raises AnchorError for a fact without evidence, StoreError when an article's id is taken by another text.
    """
    page = read.split.page
    digest = text_digest(page.text)
    if mark_of(page.id) in forgotten.pages or digest in forgotten.pages:
        return False
    if db.execute("SELECT 1 FROM page WHERE uid = ?", (packed(page.id),)).fetchone():
        return False
    kept = _without_articles(read, forgotten)
    if kept is None:
        return False
    write_read_page(db, without_persons(kept, forgotten), digest)
    # What was set aside at this place earlier (by an older version, say) has been read now.
    db.execute("DELETE FROM set_aside WHERE place IN (?, ?)", (pack(page.path), pack(page.url)))
    return True


def _without_articles(read: ReadPage, forgotten: Forgotten) -> ReadPage | None:
    """Leave out forgotten articles; None when nothing remains of a page that had some."""
    split: SplitPage = read.split
    for article in read.split.articles:
        if mark_of(article.id) in forgotten.articles or text_digest(article.text) in forgotten.articles:
            split = without_article(split, article)
    if read.split.articles and not split.articles:
        return None
    kept = {article.id for article in split.articles}
    return ReadPage(split, tuple(r for r in read.readings if r.article.id in kept))


def write_read_page(
    db: sqlite3.Connection,
    read: ReadPage,
    digest: bytes,
    row: int | None = None,
    article_rows: Mapping[str, int] | None = None,
) -> None:
    """Insert a page, its articles and their readings; rows that stood before keep their numbers."""
    page = read.split.page
    source = span_text(read.split)
    page_row = write_page(db, read.split, digest, row)
    for reading in read.readings:
        article = reading.article
        if db.execute("SELECT 1 FROM article WHERE uid = ?", (packed(article.id),)).fetchone():
            raise StoreError(f"another article is stored under the id {article.id!r}: give this one an id of its own")
        own = write_article(db, article, page, source, page_row, (article_rows or {}).get(article.id))
        write_reading(db, own, reading)
        add_words(db, own, reading)


def state_of(db: sqlite3.Connection, page: Page) -> PageState:
    """Tell whether a page is new, stored, forgotten (it shall not come back), or its id is another text's.

    A record that is stored with another date, title, outlet, address or byline than it has now is "changed".
    """
    digest = text_digest(page.text)
    marks = (mark_of(page.id), digest)
    if db.execute("SELECT 1 FROM forgotten WHERE kind = 'page' AND mark IN (?, ?)", marks).fetchone():
        return "forgotten"
    found = db.execute("SELECT digest FROM page WHERE uid = ?", (packed(page.id),)).fetchone()
    if found is None:
        return "new"
    if found[0] != digest:
        return "other"
    return "changed" if page.media == "record" and _told_otherwise(db, page) else "stored"


def _told_otherwise(db: sqlite3.Connection, page: Page) -> bool:
    found = load_page(db, page.id)
    # A page of which something was forgotten is stored with a text, and perhaps a title, that no input has.
    if found is None or found[1].text != page.text:
        return False
    return any(getattr(found[1], name) != getattr(page, name) for name in _TOLD_OF_RECORDS)


def put_page_again(db: sqlite3.Connection, read: ReadPage, forgotten: Forgotten) -> bool:
    """Write a page in the place of the same page as it was stored; tell whether it was there.

    Its articles keep their rows and what people judged of them.
    """
    found = db.execute("SELECT id, digest FROM page WHERE uid = ?", (packed(read.split.page.id),)).fetchone()
    kept = _without_articles(read, forgotten)
    if found is None or kept is None:
        return False
    row, digest = found
    before = digests_of(db, row)
    rows = drop_page(db, row)
    write_read_page(db, without_persons(kept, forgotten), digest, row, rows)
    carry_reviews(db, before, digests_of(db, row))
    return True


def take_back(db: sqlite3.Connection, read: ReadPage) -> None:
    """Forget that a page and its articles were forgotten; people that were stay out."""
    articles = read.split.articles
    marks = {mark_of(read.split.page.id), text_digest(read.split.page.text)}
    marks |= {mark_of(a.id) for a in articles} | {text_digest(a.text) for a in articles}
    db.executemany("DELETE FROM forgotten WHERE kind IN ('page', 'article') AND mark = ?", [(m,) for m in marks])


def drop_page(db: sqlite3.Connection, row: int) -> dict[str, int]:
    """Delete a page with all that rests on it; return the row ids its articles had."""
    rows: dict[str, int] = {}
    for own, uid in db.execute("SELECT id, uid FROM article WHERE page = ? ORDER BY id", (row,)).fetchall():
        article = load_article(db, own)
        drop_words(db, own, load_reading(db, own, article))
        drop_article_vectors(db, article.id)
        rows[unpacked(uid)] = own
    db.execute("DELETE FROM page WHERE id = ?", (row,))
    return rows


def load_read_page(db: sqlite3.Connection, split: SplitPage) -> ReadPage:
    """Return a stored page with its readings."""
    rows = dict(db.execute("SELECT a.uid, a.id FROM article a JOIN page p ON p.id = a.page WHERE p.uid = ?",
                           (packed(split.page.id),)).fetchall())  # fmt: skip
    return ReadPage(split, tuple(load_reading(db, rows[packed(a.id)], a) for a in split.articles))
