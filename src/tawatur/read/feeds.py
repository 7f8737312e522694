"""Feeds into entries, by feedparser, and entries that carry their article into pages."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin

import feedparser
from selectolax.lexbor import LexborHTMLParser

from tawatur.model import Page, Provenance, SetAside
from tawatur.read.days import written_day
from tawatur.read.language import arabic_words, not_arabic
from tawatur.read.pages import page_id

# Words from which an entry's content is an article and not a summary: summaries of news feeds are cut at 30 to 50.
ARTICLE_WORDS = 60
_BLOCKS = "p, div, br, li, h1, h2, h3, h4, h5, h6, blockquote, tr, figcaption"


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """A page that a listing names: address, title, times of publication and change as written, content as markup."""

    url: str
    title: str | None = None
    published: str | None = None
    content: str = ""
    modified: str | None = None


def parse_feed(data: bytes) -> tuple[str | None, list[FeedEntry], str | None]:
    """Return a feed's title, its entries and what was wrong with it; `data` is UTF-8 without an XML declaration."""
    try:
        # A stream, never the bytes themselves: feedparser would take them for the name of a file or an address.
        found = feedparser.parse(io.BytesIO(data), sanitize_html=False, resolve_relative_uris=False)
    # feedparser is forgiving by a thousand special cases, and raises from within some of them.
    except Exception as error:
        return None, [], f"the feed cannot be read: {type(error).__name__}: {error}"
    damage = found.get("bozo_exception") if found.get("bozo") else None
    # A feed in another encoding than it says is no damage: it was decoded before.
    told = None if damage is None or "encoding" in type(damage).__name__.lower() else f"the feed is damaged: {damage}"
    base = _string(found.feed, "link") or ""
    return _string(found.feed, "title"), [_entry(entry, base) for entry in found.entries], told


def entry_page(entry: FeedEntry, place: str, outlet: str | None, listed_by: str) -> Page | SetAside:
    """Return the article that a feed entry carries, or set it aside when it holds a summary only."""
    text = plain_text(entry.content)
    count = arabic_words(text).count
    if count < ARTICLE_WORDS:
        reason = not_arabic(text) if count >= ARTICLE_WORDS / 2 else None
        told = reason or f"carries a summary of {count} words; its page is {entry.url or 'not named'} (see --fetch)"
        return SetAside(place, told, "language" if reason else "summary")
    reason = not_arabic(text)
    if reason:
        return SetAside(place, reason, "language")
    return Page(
        page_id(text, entry.url),
        text,
        media="record",
        path=place,
        url=entry.url or None,
        title=entry.title,
        outlet=outlet,
        published=written_day(entry.published),
        provenance=Provenance("feed", listed_by=listed_by, listed_title=entry.title, listed_published=entry.published),
    )


def plain_text(markup: str) -> str:
    """Return the words of a piece of markup, a line for each block."""
    if "<" not in markup and "&" not in markup:
        return markup.strip()
    tree = LexborHTMLParser(markup)
    for node in tree.css("script, style, noscript, template, iframe"):
        node.decompose()
    for node in tree.css(_BLOCKS):
        node.insert_before("\n")
        node.insert_after("\n")
    text = tree.body.text() if tree.body is not None else ""
    return "\n".join(line for raw in text.split("\n") if (line := " ".join(raw.split())))


def _entry(entry: Any, base: str) -> FeedEntry:
    parts = [part.get("value") for part in entry.get("content", ())] + [entry.get("summary")]
    content = max((part for part in parts if isinstance(part, str)), key=len, default="")
    changed = _string(entry, "updated") if "updated" in entry else None
    published = _string(entry, "published") or changed
    try:
        url = urljoin(base, _string(entry, "link") or "") if entry.get("link") else ""
    except ValueError:
        url = ""
    return FeedEntry(url, _string(entry, "title"), published, content, changed)


def _string(found: Any, key: str) -> str | None:
    value = found.get(key)
    return " ".join(value.split()) or None if isinstance(value, str) else None
