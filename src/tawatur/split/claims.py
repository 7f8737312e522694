"""All that a page says of its main article's metadata, place by place; what contradicts is kept and can be shown."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from tawatur.model import Article, Block, Page, PageClaim
from tawatur.split.dating.arrival import arrival_claims
from tawatur.split.dating.written import best_date, written_dates
from tawatur.split.metadata import Metadata, article_nodes, tag_text
from tawatur.text.fold import fold

# Keys of JSON-LD by the field they tell.
_LINKED = (
    ("headline", "headline"),
    ("published", "datePublished"),
    ("modified", "dateModified"),
    ("section", "articleSection"),
    ("language", "inLanguage"),
    ("byline", "author"),
    ("outlet", "publisher"),
)
# Names and properties of <meta>, in lower case, by the field they tell.
_META = {
    "og:title": "headline",
    "twitter:title": "headline",
    "og:site_name": "outlet",
    "og:url": "url",
    "article:published_time": "published",
    "og:published_time": "published",
    "pubdate": "published",
    "publishdate": "published",
    "publish-date": "published",
    "date": "published",
    "dc.date.issued": "published",
    "parsely-pub-date": "published",
    "datepublished": "published",
    "article:modified_time": "modified",
    "og:updated_time": "modified",
    "datemodified": "modified",
    "article:section": "section",
    "author": "byline",
    "article:author": "byline",
    "og:locale": "language",
}
_ITEMS = {
    "datepublished": "published",
    "datemodified": "modified",
    "headline": "headline",
    "author": "byline",
    "articlesection": "section",
}
# A value longer than this is no metadata.
_LONGEST = 400
# Fields in which several values do not contradict one another.
_MANY = frozenset({"byline", "credit", "served", "fetched"})
_ONE_OF = re.compile(r"[-_].*$")


def page_claims(
    page: Page, told: Metadata, tree: LexborHTMLParser | None, article: Article | None, blocks: Sequence[Block]
) -> tuple[PageClaim, ...]:
    """Return what input, markup, address and lines say of the page's main article, each once, in that order."""
    found = [PageClaim(field, value, "given") for field, value in _given(page)]
    found.extend(arrival_claims(page))
    if tree is not None:
        found.extend(_from_markup(tree, told))
    if article is not None:
        found.extend(_from_lines(article, blocks))
    return tuple(dict.fromkeys(claim for claim in found if 0 < len(claim.value) <= _LONGEST))


def conflicts(claims: Sequence[PageClaim]) -> dict[str, list[str]]:
    """Return the fields whose places contradict one another, with the different values in order.

    Days are compared as days, languages by their first part, and words without marks of vocalisation.
    """
    values: dict[str, dict[str, str]] = {}
    for claim in claims:
        values.setdefault(claim.field, {}).setdefault(_compared(claim), claim.value)
    return {field: list(seen.values()) for field, seen in values.items() if len(seen) > 1 and field not in _MANY}


def _compared(claim: PageClaim) -> str:
    if claim.field in ("published", "modified", "served", "fetched"):
        return claim.value[:10]
    if claim.field == "language":
        return _ONE_OF.sub("", claim.value.lower())
    return fold(claim.value).rstrip("/ ")


def _given(page: Page) -> Iterator[tuple[str, str]]:
    named = (("headline", page.title), ("outlet", page.outlet), ("url", page.url), ("byline", page.byline))
    yield from ((field, value) for field, value in named if value)
    if page.published:
        yield "published", page.published.isoformat()


def _from_markup(tree: LexborHTMLParser, told: Metadata) -> Iterator[PageClaim]:
    for node in article_nodes(tree):
        for field, key in _LINKED:
            yield from (PageClaim(field, value, f"JSON-LD {key}") for value in _values(node.get(key)))
    yield from _from_meta(tree)
    yield from _from_items(tree)
    root = tree.css_first("html[lang]")
    if root is not None:
        yield PageClaim("language", (root.attributes.get("lang") or "").strip(), "html lang")
    if told.url:
        yield PageClaim("url", told.url, "canonical address")
    yield from (
        PageClaim("published", day.isoformat(), "address")
        for day, source in told.days
        if source == "the page's address"
    )
    title = tag_text(tree, "title")
    if title:
        yield PageClaim("window title", title, "title")


def _from_meta(tree: LexborHTMLParser) -> Iterator[PageClaim]:
    for meta in tree.css("meta[content]"):
        attributes = meta.attributes
        name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or ""
        field = _META.get(name.lower())
        if field:
            yield PageClaim(field, (attributes.get("content") or "").strip(), f"meta {name}")


def _from_items(tree: LexborHTMLParser) -> Iterator[PageClaim]:
    for item in tree.css("[itemprop]"):
        name = item.attributes.get("itemprop") or ""
        field = _ITEMS.get(name.lower())
        if field and item.tag != "meta":
            value = item.attributes.get("datetime") or item.attributes.get("content") or item.text()[: _LONGEST + 1]
            yield PageClaim(field, " ".join(value.split()), f"itemprop {name}")


def _values(value: Any) -> Iterator[str]:
    """Yield the words of a JSON-LD value: text, a list of such, or things with names."""
    for one in (value if isinstance(value, list) else [value])[:20]:
        if isinstance(one, dict):
            one = one.get("name")
        if isinstance(one, str) and one.strip():
            yield " ".join(one.split())


def _from_lines(article: Article, blocks: Sequence[Block]) -> Iterator[PageClaim]:
    for block in blocks:
        if block.article != article.order:
            continue
        place = f"line {block.line}"
        if block.role in ("headline", "byline"):
            yield PageClaim(block.role, block.text, place)
        elif block.role == "date":
            best = best_date(written_dates(block.text[:300]))
            if best and best.first == best.last and best.first:
                yield PageClaim("modified" if best.label == "updated" else "published", best.first.isoformat(), place)
    yield from (PageClaim("credit", credit.exact, f"credit at {credit.start}") for credit in article.credits)
