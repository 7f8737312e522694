"""Sitemaps (news sitemaps and indexes of them) and OPML lists of feeds, streamed through defusedxml."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import iterparse

from tawatur.read.feeds import FeedEntry

_PICTURES = re.compile(r"sitemap-(?:image|video)|[{:](?:image|video):")
_Parsed = tuple[str | None, list[FeedEntry], str | None]


def parse_sitemap(data: bytes) -> _Parsed:
    """Return None, the entries of a sitemap or of an index of sitemaps, and what was wrong with it."""
    return _parsed(data, {"url": _located, "sitemap": _located})


def parse_opml(data: bytes) -> _Parsed:
    """Return None, the feeds of an OPML list (address and title), and what was wrong with it."""
    return _parsed(data, {"outline": _outline})


def _parsed(data: bytes, kinds: dict[str, Callable[[Element], FeedEntry | None]]) -> _Parsed:
    entries: list[FeedEntry] = []
    try:
        for element in _ended(data):
            make = kinds.get(_name(element))
            entry = make(element) if make else None
            if entry is not None:
                entries.append(entry)
            if make:
                # An element that was read is not needed again; its children were read with it.
                element.clear()
    except ParseError as error:
        return None, entries, f"its XML is damaged after {len(entries)} entries: {error}"
    except DefusedXmlException as error:
        return None, entries, f"its XML has what no listing needs: {type(error).__name__}"
    # Python's expat binding raises ValueError for some malformed names and encodings.
    except ValueError as error:
        return None, entries, f"its XML is damaged after {len(entries)} entries: {error}"
    return None, entries, None


def _ended(data: bytes) -> Iterator[Element]:
    for _, element in iterparse(io.BytesIO(data), events=("end",)):
        yield element


def _name(element: Element) -> str:
    return str(element.tag).rpartition("}")[2].lower()


def _located(element: Element) -> FeedEntry | None:
    found: dict[str, str] = {}
    for inner in element.iter():
        # Pictures and videos of an entry have addresses and titles of their own.
        if inner.text and inner.text.strip() and not _PICTURES.search(str(inner.tag)):
            found.setdefault(_name(inner), inner.text.strip())
    if "loc" not in found:
        return None
    return FeedEntry(found["loc"], found.get("title"), found.get("publication_date"), modified=found.get("lastmod"))


def _outline(element: Element) -> FeedEntry | None:
    attributes = {name.lower(): value for name, value in element.attrib.items()}
    url = attributes.get("xmlurl", "").strip()
    return FeedEntry(url, attributes.get("title") or attributes.get("text")) if url else None
