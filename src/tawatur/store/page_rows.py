"""Rows of pages, their blocks and their articles."""

from __future__ import annotations

import hashlib
import sqlite3
import zlib

from tawatur.model import Anchor, AnchorError, Article, Block, Page, Piece, Published, Span, SplitPage
from tawatur.store.codec import day, iso, more, pack, packed, rest_of, unpack, unpacked
from tawatur.store.database import insert, insert_many

_PAGE_FIELDS = ("id", "text", "media", "path", "url", "title", "outlet", "published", "byline", "encoding")
_ARTICLE_FIELDS = (
    "id", "text", "title", "outlet", "url", "published", "credits", "captions", "keywords", "page", "order", "pieces",
)  # fmt: skip


def text_digest(text: str) -> bytes:
    """Return what tells a text again without keeping it."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()


def _squeezed(text: str, media: str) -> str | bytes:
    """Markup is several times its text and is read seldom, so it is kept compressed."""
    return zlib.compress(text.encode("utf-8", "surrogatepass"), 6) if media == "html" else packed(text)


def _spread(stored: str | bytes, media: str) -> str:
    if media == "html" and isinstance(stored, bytes):
        return zlib.decompress(stored).decode("utf-8", "surrogatepass")
    return unpacked(stored)


def span_text(split: SplitPage) -> str:
    """Return the text that the spans of a page's blocks, pieces and evidence count in.

    For text that is the page's own; for markup it is its blocks joined by newlines, built again from the blocks.
    """
    if split.page.media != "html":
        return split.page.text
    parts: list[str] = []
    length = 0
    for block in split.blocks:
        parts.append("\n" * (block.span.start - length))
        parts.append(block.text)
        length = max(length, block.span.start) + len(block.text)
    return "".join(parts)


def write_page(db: sqlite3.Connection, split: SplitPage, digest: bytes, row: int | None = None) -> int:
    """Insert a page and its blocks, in row `row` where it stood before; return its row id."""
    page, text = split.page, span_text(split)
    row = insert(
        db,
        "page",
        {
            "id": row,
            "uid": packed(page.id),
            "media": page.media,
            "text": _squeezed(page.text, page.media),
            "path": pack(page.path),
            "url": pack(page.url),
            "title": pack(page.title),
            "outlet": pack(page.outlet),
            "published": iso(page.published),
            "byline": pack(page.byline),
            "encoding": page.encoding,
            "digest": digest,
            "more": more(page, *_PAGE_FIELDS),
        },
    )
    insert_many(
        db,
        "block",
        [
            {
                "page": row,
                "ix": ix,
                "line": block.line,
                "start": block.span.start,
                "end": block.span.end,
                "text": None if block.span.of(text) == block.text and page.media != "html" else packed(block.text),
                "role": block.role,
                "article": block.article,
                "reason": block.reason or None,
                "more": more(block, "line", "span", "text", "role", "article", "reason"),
            }
            for ix, block in enumerate(split.blocks)
        ],
    )
    return row


def write_article(
    db: sqlite3.Connection, article: Article, page: Page, source: str, page_row: int, row: int | None = None
) -> int:
    """Insert an article with its evidence, notes and alignment, in row `row` where it stood before; return its row id.

    `source` is the text that spans in the page count in (`span_text`).
    Raises AnchorError when a credit, a dateline or the alignment is not what the texts hold.
    """
    published = article.published
    row = insert(
        db,
        "article",
        {
            "id": row,
            "uid": packed(article.id),
            "page": page_row,
            "ord": article.order,
            "title": pack(article.title),
            "text": None if page.media != "html" and page.text == article.text else packed(article.text),
            "outlet": pack(article.outlet),
            "url": pack(article.url),
            "first": iso(published.first) if published else None,
            "last": iso(published.last) if published else None,
            "basis": published.basis if published else None,
            "digest": text_digest(article.text),
            "more": more(article, *_ARTICLE_FIELDS),
        },
    )  # fmt: skip
    _check_pieces(article, source)
    _write_parts(db, article, page, source, row)
    return row


def _write_parts(db: sqlite3.Connection, article: Article, page: Page, source: str, row: int) -> None:
    """Insert an article's anchored evidence, its notes and its alignment to the page."""
    published = article.published
    purposes = {"credit": article.credits, "published": published.evidence if published else ()}
    insert_many(
        db,
        "article_anchor",
        [
            {"article": row, "purpose": purpose, "ix": ix, **_anchor_columns(anchor, article, page, source)}
            for purpose, anchors in purposes.items()
            for ix, anchor in enumerate(anchors)
        ],
    )
    notes = {
        "caption": article.captions,
        "keyword": article.keywords,
        "published": published.reasons if published else (),
    }
    insert_many(
        db,
        "article_note",
        [
            {"article": row, "kind": kind, "ix": ix, "text": packed(text)}
            for kind, texts in notes.items()
            for ix, text in enumerate(texts)
        ],
    )
    insert_many(
        db,
        "piece",
        [
            {
                "article": row,
                "start": piece.article.start,
                "end": piece.article.end,
                "page_start": piece.page.start,
                "page_end": piece.page.end,
            }
            for piece in article.pieces
        ],
    )


def _anchor_columns(anchor: Anchor, article: Article, page: Page, source: str) -> dict[str, object]:
    on_page = anchor.source == page.id
    if not on_page and anchor.source != article.id:
        raise AnchorError(f"evidence of article {article.id!r} names {anchor.source!r}, neither it nor its page")
    anchor.check(source if on_page else article.text)
    return {"on_page": on_page, "start": anchor.start, "end": anchor.end, "exact": packed(anchor.exact)}


def _check_pieces(article: Article, source: str) -> None:
    for piece in article.pieces:
        if piece.article.of(article.text) != piece.page.of(source):
            raise AnchorError(f"article {article.id!r} is not what its page holds at {tuple(piece.page)}")


_PAGE = "SELECT id, uid, text, media, path, url, title, outlet, published, byline, encoding, more FROM page"


def load_page(db: sqlite3.Connection, uid: str) -> tuple[int, Page] | None:
    """Return a page's row id and the page."""
    found = db.execute(f"{_PAGE} WHERE uid = ?", (packed(uid),)).fetchone()
    if found is None:
        return None
    row, own, text, media, path, url, title, outlet, published, byline, encoding, extra = found
    page = Page(
        unpacked(own),
        _spread(text, media),
        media,
        unpack(path),
        unpack(url),
        unpack(title),
        unpack(outlet),
        day(published),
        unpack(byline),
        encoding,
        **rest_of(Page, extra),
    )
    return row, page


def load_split(db: sqlite3.Connection, uid: str) -> SplitPage | None:
    """Return a page with its blocks and articles."""
    found = load_page(db, uid)
    if found is None:
        return None
    row, page = found
    blocks = db.execute(
        "SELECT line, start, end, text, role, article, reason, more FROM block WHERE page = ? ORDER BY ix", (row,)
    )
    return SplitPage(
        page,
        tuple(
            Block(
                line,
                Span(start, end),
                page.text[start:end] if text is None else unpacked(text),
                role,
                article,
                reason or "",
                **rest_of(Block, extra),
            )
            for line, start, end, text, role, article, reason, extra in blocks
        ),
        tuple(
            load_article(db, article)
            for (article,) in db.execute("SELECT id FROM article WHERE page = ? ORDER BY ord, id", (row,)).fetchall()
        ),
    )


def load_article(db: sqlite3.Connection, row: int) -> Article:
    """Return the article of a row id."""
    uid, page, order, title, text, outlet, url, first, last, basis, extra, page_text = db.execute(
        "SELECT a.uid, p.uid, a.ord, a.title, a.text, a.outlet, a.url, a.first, a.last, a.basis, a.more,"
        " CASE WHEN a.text IS NULL THEN p.text END FROM article a LEFT JOIN page p ON p.id = a.page WHERE a.id = ?",
        (row,),
    ).fetchone()
    notes: dict[str, list[str]] = {"caption": [], "keyword": [], "published": []}
    for kind, note in db.execute("SELECT kind, text FROM article_note WHERE article = ? ORDER BY kind, ix", (row,)):
        notes[kind].append(unpacked(note))
    anchors: dict[str, list[Anchor]] = {"credit": [], "published": []}
    for purpose, on_page, start, end, exact in db.execute(
        "SELECT purpose, on_page, start, end, exact FROM article_anchor WHERE article = ? ORDER BY purpose, ix", (row,)
    ):
        anchors[purpose].append(Anchor(unpacked(page if on_page else uid), start, end, unpacked(exact)))
    published = None
    if basis is not None:
        published = Published(day(first), day(last), basis, tuple(anchors["published"]), tuple(notes["published"]))
    pieces = db.execute("SELECT start, end, page_start, page_end FROM piece WHERE article = ? ORDER BY start", (row,))
    return Article(
        unpacked(uid),
        unpacked(page_text if text is None else text),
        unpack(title),
        unpack(outlet),
        unpack(url),
        published,
        tuple(anchors["credit"]),
        tuple(notes["caption"]),
        tuple(notes["keyword"]),
        unpack(page),
        order,
        tuple(Piece(Span(a, b), Span(c, d)) for a, b, c, d in pieces),
        **rest_of(Article, extra),
    )
