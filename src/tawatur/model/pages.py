"""Pages, their blocks, and the articles that stand on them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from tawatur.model.spans import Anchor, Span

Role = Literal[
    "headline", "subhead", "caption", "body", "byline", "date", "source", "keywords", "teaser", "section", "furniture"
]
Media = Literal["text", "html", "record"]


@dataclass(frozen=True, slots=True)
class Provenance:
    """How a page came here, so that it can be looked up again; None where its source does not say.

    `fetched` is a time in ISO 8601, UTC; `http_date`, `http_modified` and `listed_published` are as their source wrote
    them. `asked` is the address asked for where redirects led elsewhere. `record` and `offset` (bytes) name a WARC
    record; `listed_by` is the feed or sitemap that named the page, with the title and times it gave.
    """

    how: Literal["fetched", "warc", "feed"]
    fetched: str | None = None
    asked: str | None = None
    http_date: str | None = None
    http_modified: str | None = None
    record: str | None = None
    offset: int | None = None
    listed_by: str | None = None
    listed_title: str | None = None
    listed_published: str | None = None
    listed_modified: str | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """Raw input as it was read: its text or markup, decoded, and what was known of it from outside.

    `text` is the decoded input, markup included for "html". A "record" is one article given as such (a JSONL line): it
    is not split. `id` depends on the content and the place it came from, so that the same page read twice is one page.
    `encoding_reason` says in words why it was decoded so where the declared encoding was wrong, missing or damaged.
    """

    id: str
    text: str
    media: Media = "text"
    path: str | None = None
    url: str | None = None
    title: str | None = None
    outlet: str | None = None
    published: date | None = None
    byline: str | None = None
    encoding: str = "utf-8"
    encoding_reason: str = ""
    provenance: Provenance | None = None


@dataclass(frozen=True, slots=True)
class SetAside:
    """An input that could not be read, with the reason in words that say what was wrong with what."""

    place: str
    reason: str
    kind: str


@dataclass(frozen=True, slots=True)
class Published:
    """When an article was published: a day (first == last) or an interval, an open end being None, with its basis.

    `basis` says how it is known: "given" (by the input), "markup", "line" (a date line of the article), "dateline",
    "inferred" (from expressions inside the article). `evidence` holds the words, anchored in the page or the article.
    """

    first: date | None
    last: date | None
    basis: str
    evidence: tuple[Anchor, ...] = ()
    reasons: tuple[str, ...] = ()

    @property
    def day(self) -> date | None:
        """The day of publication where it is known to the day."""
        return self.first if self.first == self.last else None


@dataclass(frozen=True, slots=True)
class Block:
    """One line (text) or block (HTML) of a page: its number, place in the page's text, role, article and reason.

    `article` counts the page's articles from 0 and is None for furniture, section and teaser.
    """

    line: int
    span: Span
    text: str
    role: Role
    article: int | None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of an article's text and the stretch of its page's text that it was taken from, of equal length."""

    article: Span
    page: Span


@dataclass(frozen=True, slots=True)
class Article:
    """One article: its text (body lines joined by newlines), what the page says about it, and the way back to the page.

    `credits` are agencies and persons named in its byline, source line or dateline; `captions` are each picture text
    once; `page` is the id of the page it stands on and `order` its place among the page's articles.
    """

    id: str
    text: str
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: Published | None = None
    credits: tuple[Anchor, ...] = ()
    captions: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    page: str | None = None
    order: int = 0
    pieces: tuple[Piece, ...] = ()

    def page_span(self, span: Span) -> Span | None:
        """Return where the first word of an article span stands in the page's text, or None without alignment."""
        for piece in self.pieces:
            if piece.article.start <= span.start < piece.article.end:
                shift = piece.page.start - piece.article.start
                return Span(span.start + shift, min(span.end, piece.article.end) + shift)
        return None


@dataclass(frozen=True, slots=True)
class PageClaim:
    """What one place of a page says of its main article: a field («headline», «published»), its value, the place."""

    field: str
    value: str
    source: str


@dataclass(frozen=True, slots=True)
class SplitPage:
    """A page taken apart: every line with its role, and the articles in the order of their first line.

    `claims` is all that the page's markup, address and lines say of its main article, each with where it stands; places
    that contradict one another are all kept.
    """

    page: Page
    blocks: tuple[Block, ...]
    articles: tuple[Article, ...]
    claims: tuple[PageClaim, ...] = ()
