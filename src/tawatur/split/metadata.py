"""What a page's markup says of its main article, in JSON-LD, OpenGraph and microdata: title, day, site, address."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from tawatur.split.dating.written import written_dates

_ARTICLE_TYPES = {"newsarticle", "article", "reportagenewsarticle", "blogposting", "webpage", "opinionnewsarticle"}
_PUBLISHED_META = (
    'meta[property="article:published_time"]',
    'meta[itemprop="datePublished"]',
    'meta[name="article:published_time"]',
    'meta[name="pubdate"]',
    'meta[name="publishdate"]',
    'meta[name="publish-date"]',
    'meta[name="date"]',
    'meta[name="DC.date.issued"]',
    'meta[property="og:published_time"]',
    'meta[name="parsely-pub-date"]',
)
_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?=[/_-]|$)")
# Where others publish: the name of the channel or page is the page's title, not the platform's.
_PLATFORMS = frozenset({"telegram", "facebook", "whatsapp", "instagram", "x", "twitter", "youtube", "tiktok"})
_CHANNELS = frozenset({"telegram", "facebook", "whatsapp"})
_TAG = re.compile(r"<[^<>]*>")
# JSON-LD graphs of news pages hold some dozens of nodes; a thousand are looked at.
_MOST_NODES = 1_000


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the markup says, None where it says nothing; `days` are those of publication, each with its place."""

    title: str | None = None
    published: date | None = None
    basis: str = ""
    site: str | None = None
    url: str | None = None
    page_title: str | None = None
    days: tuple[tuple[date, str], ...] = ()


def read_metadata(tree: LexborHTMLParser) -> Metadata:
    """Read the metadata of a parsed page. Only the markup is read: the page's words are left to the splitter."""
    nodes = list(article_nodes(tree))
    url = _attribute(tree, 'link[rel="canonical"]', "href") or _content(tree, 'meta[property="og:url"]')
    days = tuple(_published(tree, nodes, url))
    published, basis = days[0] if days else (None, "")
    publisher = next((p for node in nodes if (p := _name(node.get("publisher")))), None)
    return Metadata(
        title=_content(tree, 'meta[property="og:title"]') or _string(nodes, "headline") or tag_text(tree, "title"),
        published=published,
        basis=basis,
        site=_site(_content(tree, 'meta[property="og:site_name"]') or publisher, tree),
        url=url,
        page_title=tag_text(tree, "title"),
        days=days,
    )


def _published(tree: LexborHTMLParser, nodes: list[dict[str, Any]], url: str | None) -> Iterator[tuple[date, str]]:
    """Yield the days of publication that the markup gives and their places, the most trusted place first."""
    found = [
        ("JSON-LD datePublished", next((day for node in nodes if (day := iso_day(node.get("datePublished")))), None)),
        next(
            ((place, day) for place in _PUBLISHED_META if (day := iso_day(_content(tree, place)))),
            ("meta", None),
        ),
        ("itemprop datePublished", iso_day(_attribute(tree, '[itemprop="datePublished"][datetime]', "datetime"))),
    ]
    stamps = {
        iso_day(node.attributes.get("datetime")) for node in tree.css("article time[datetime], main time[datetime]")
    }
    if len(stamps) == 1:
        found.append(("the one <time> of the article", stamps.pop()))
    match = _IN_ADDRESS.search(url or "")
    if match:
        found.append(("the page's address", iso_day("-".join(match.groups()))))
    yield from ((day, place) for place, day in found if day)


def most_attested(days: Sequence[tuple[date, str]], shown: date | None) -> tuple[date, str] | None:
    """Return the day that most places give, the day shown to readers counting as one; the first of equals."""
    if not days:
        return None
    votes = {day: sum(other == day for other, _ in days) + (day == shown) for day, _ in days}
    most = max(votes.values())
    return next((day, place) for day, place in days if votes[day] == most)


def article_nodes(tree: LexborHTMLParser) -> Iterator[dict[str, Any]]:
    """Yield the article nodes of all JSON-LD scripts, graphs opened; what is no JSON is passed over."""
    seen = 0
    for script in tree.css('script[type="application/ld+json"]'):
        try:
            waiting: list[Any] = [json.loads(script.text(), strict=False)]
        except (ValueError, RecursionError):
            continue
        while waiting and seen < _MOST_NODES:
            node = waiting.pop(0)
            seen += 1
            if isinstance(node, list):
                waiting.extend(node)
            elif isinstance(node, dict):
                waiting.extend(node[key] for key in ("@graph", "mainEntity") if isinstance(node.get(key), list | dict))
                kinds = node.get("@type")
                names = kinds if isinstance(kinds, list) else [kinds]
                if any(str(name).lower() in _ARTICLE_TYPES for name in names):
                    yield node


def iso_day(value: object) -> date | None:
    """Return the day of an ISO date or time, as its own time zone writes it, or of a date written out."""
    if not isinstance(value, str):
        return None
    try:
        return date.fromisoformat(value.strip()[:10])
    except ValueError:
        found = written_dates(value[:60])
    return found[0].first if found and found[0].first == found[0].last and not found[0].numeric else None


def _site(name: str | None, tree: LexborHTMLParser) -> str | None:
    """Return the site's name; of a platform the channel's, where the page's title is one."""
    if name is None or name.lower() not in _PLATFORMS:
        return name
    return _content(tree, 'meta[property="og:title"]') if name.lower() in _CHANNELS else None


def _string(nodes: list[dict[str, Any]], key: str) -> str | None:
    return next((str(node[key]).strip() for node in nodes if isinstance(node.get(key), str)), None)


def _name(value: object) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("name")
    return value.strip() or None if isinstance(value, str) else None


def _content(tree: LexborHTMLParser, selector: str) -> str | None:
    return _attribute(tree, selector, "content")


def _attribute(tree: LexborHTMLParser, selector: str, name: str) -> str | None:
    node = tree.css_first(selector)
    value = node.attributes.get(name) if node is not None else None
    return value.strip() or None if value else None


def tag_text(tree: LexborHTMLParser, selector: str) -> str | None:
    node = tree.css_first(selector)
    # A tag left inside a title that is never closed is no part of it.
    return _TAG.sub(" ", node.text()).strip() or None if node is not None else None
