"""Feeds (RSS, Atom, RDF), sitemaps and lists of feeds (OPML): XML that names pages, read without trust in it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal
from urllib.parse import urljoin, urlsplit

from tawatur.read.decode import Undecodable, decode
from tawatur.read.feeds import FeedEntry, parse_feed
from tawatur.read.sitemaps import parse_opml, parse_sitemap

Kind = Literal["feed", "sitemap", "index", "opml"]

# A sitemap may have 50 MB by its standard; feeds stay below one.
MOST_LISTING_BYTES = 50_000_000
# Entries taken of one file: the most that the sitemap standard allows.
_MOST_ENTRIES = 50_000
_ROOTS: dict[str, Kind] = {
    "rss": "feed", "feed": "feed", "rdf": "feed", "urlset": "sitemap", "sitemapindex": "index", "opml": "opml",
}  # fmt: skip
_ROOT = re.compile(r"<(?:[A-Za-z_][\w.-]*:)?(rss|feed|RDF|urlset|sitemapindex|opml)[\s>]", re.I)
_NOT_ROOT = re.compile(r"<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>\[]*>", re.S | re.I)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")


@dataclass(frozen=True, slots=True)
class Listing:
    """What a feed, sitemap, sitemap index or OPML file names, in its order; `damage` says what could not be read."""

    kind: Kind
    title: str | None
    entries: tuple[FeedEntry, ...]
    damage: str | None = None


@dataclass(frozen=True, slots=True)
class NoListing:
    """Why bytes are no listing, as a kind of SetAside and in words."""

    kind: str
    reason: str


def listing_kind(head: bytes) -> Kind | None:
    """Tell by the first bytes of a file what it lists, or None when it is nothing of the kind."""
    text = head.replace(b"\0", b"").decode("latin-1").lstrip("ÿþ\xef\xbb\xbf \t\r\n")
    if not text.startswith("<"):
        return None
    text = _NOT_ROOT.sub("", text).lstrip()
    root = _ROOT.match(text)
    return _ROOTS[root.group(1).lower()] if root else None


def read_listing(data: bytes, address: str | None = None, charset: str | None = None) -> Listing | NoListing:
    """Read a feed, sitemap or OPML file; relative addresses are completed with its own `address`.

    Entities are refused, as is what is larger than its standard allows. Of a damaged file what comes before the damage
    is read. Repeated addresses are left out, as are entries without an http(s) address that carry no content either.
    """
    if len(data) > MOST_LISTING_BYTES:
        return NoListing("size", f"{len(data):,} bytes is over the limit of {MOST_LISTING_BYTES:,} bytes for a listing")
    kind = listing_kind(data[:4096])
    if kind is None:
        return NoListing("feed", "is no feed, sitemap or list of feeds")
    decoded = decode(data, charset)
    if isinstance(decoded, Undecodable) and decoded.kind == "encoding":
        # Titles in no known encoding cost the titles; addresses are ASCII.
        text = data.decode("ascii", "replace")
    elif isinstance(decoded, Undecodable):
        return NoListing(decoded.kind, decoded.reason)
    else:
        text = decoded.text
    if "<!ENTITY" in text.upper():
        return NoListing("feed", "declares entities, which no feed needs: it is not read")
    # Said in UTF-8 from here on, so that what it declared of itself no longer counts.
    plain = _DECLARATION.sub("", text.lstrip("\ufeff")).encode("utf-8", "replace")
    parse = {"feed": parse_feed, "sitemap": parse_sitemap, "index": parse_sitemap, "opml": parse_opml}[kind]
    title, entries, damage = parse(plain)
    return Listing(kind, title, _completed(entries, address), damage)


def _completed(entries: list[FeedEntry], address: str | None) -> tuple[FeedEntry, ...]:
    kept: dict[str, FeedEntry] = {}
    for entry in entries[:_MOST_ENTRIES]:
        try:
            url = urljoin(address or "", entry.url.strip()) if entry.url.strip() else ""
            # What names the listing itself names no page.
            usable = urlsplit(url).scheme in {"http", "https"} and bool(urlsplit(url).hostname) and url != address
        except ValueError:
            continue
        if usable or entry.content:
            key = url if usable else f"#{len(kept)}"
            kept.setdefault(
                key, FeedEntry(url if usable else "", entry.title, entry.published, entry.content, entry.modified)
            )
    return tuple(kept.values())
