"""Lists that people write of what is to be fetched: addresses line by line, OPML, and listings saved as files."""

from __future__ import annotations

from tawatur.fetch.arrivals import named_pages
from tawatur.fetch.state import Origin
from tawatur.model import SetAside
from tawatur.read import Listing, listing_kind, read_listing


def read_addresses(data: bytes) -> list[str]:
    """Return the addresses of a list: one a line; blank lines and lines that begin with # are passed over."""
    lines = data.decode("utf-8-sig", "replace").splitlines()
    return list(dict.fromkeys(line.strip() for line in lines if line.strip() and not line.lstrip().startswith("#")))


def read_feeds(data: bytes, place: str) -> list[tuple[str, str | None]] | SetAside:
    """Return the feeds (address, title) that an OPML file names, or a list of addresses, one a line."""
    if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        found = read_listing(data)
        if not isinstance(found, Listing):
            return SetAside(place, found.reason, found.kind)
        if found.kind != "opml":
            return SetAside(place, f"is a {found.kind}, not a list of feeds; give its address in a list", "feed")
        if found.damage:
            return SetAside(place, found.damage, "feed")
        return [(entry.url, entry.title) for entry in found.entries]
    return [(address, None) for address in read_addresses(data)]


def named_in(data: bytes, place: str) -> list[tuple[str, Origin]] | SetAside | None:
    """Return the addresses that a feed or sitemap saved as a file names; None when it is no such file."""
    if listing_kind(data[:4096]) is None:
        return None
    found = read_listing(data)
    if not isinstance(found, Listing):
        return SetAside(place, found.reason, found.kind)
    return list(named_pages(found.entries, place))
