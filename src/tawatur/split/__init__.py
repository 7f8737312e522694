"""Split a page into lines with roles, and these into articles with their dates."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser

from tawatur.lexicon.bundle import Lexicons
from tawatur.model import Article, Block, Page, Piece, Published, Span, SplitPage
from tawatur.split.articles import build_article
from tawatur.split.claims import conflicts, page_claims
from tawatur.split.context import in_context
from tawatur.split.credits import name_key
from tawatur.split.dating import date_article, read_frame
from tawatur.split.lines import page_lines
from tawatur.split.looks import Look, look_at_all
from tawatur.split.metadata import Metadata, read_metadata
from tawatur.split.output import split_json
from tawatur.split.roles import assign
from tawatur.split.zones import find_zones

__all__ = ["conflicts", "page_lines", "split_json", "split_page"]


def split_page(page: Page, lexicons: Lexicons) -> SplitPage:
    """Take a page apart: every line with its role, and its articles with outlet, credits and publication date.

    A record (one article given as such) is not split: it is one article of one body block. For markup the spans count
    in the text that `page_lines` returns, not in the markup.
    """
    if page.media == "record":
        return _given(page)
    tree = LexborHTMLParser(page.text) if page.media == "html" else None
    text, lines = page_lines(page, tree)
    told = read_metadata(tree) if tree is not None else Metadata()
    known = _known_names(page.url or told.url, lexicons)
    looks, sites = in_context(look_at_all(lines, lexicons.pages, told.title), told, known)
    roles = assign(looks, find_zones(looks))
    blocks = tuple(
        Block(line.number, line.span, line.text, role.role, role.article, role.reason)
        for line, role in zip(lines, roles, strict=True)
    )
    mine: dict[int, list[tuple[Block, Look]]] = {}
    for block, look in zip(blocks, looks, strict=True):
        if block.article is not None:
            mine.setdefault(block.article, []).append((block, look))
    frame = read_frame(page, text, blocks, lexicons)
    articles = []
    for order, lines_of in sorted(mine.items()):
        article = build_article(page, text, lines_of, order, lexicons.pages)
        published = date_article(page, text, article, [block for block, _ in lines_of], frame, lexicons, told)
        articles.append(_completed(page, replace(article, published=published), told, sites))
    claims = page_claims(page, told, tree, articles[0] if articles else None, blocks)
    return SplitPage(page, blocks, tuple(articles), claims)


def _known_names(url: str | None, lexicons: Lexicons) -> list[str]:
    """Return the names of the outlet that an address is known to belong to, the fullest first; none for another."""
    try:
        host = urlsplit(url or "").hostname
    except ValueError:
        return []
    outlet = lexicons.pages.outlets.of_host(host) if host else None
    return sorted(outlet.spellings, key=len, reverse=True) if outlet else []


def _completed(page: Page, article: Article, told: Metadata, sites: Sequence[str]) -> Article:
    """Give the page's first article what its markup and its frame say beyond its lines."""
    if article.order:
        return article
    return replace(
        article,
        title=article.title or told.title,
        outlet=page.outlet or told.site or _fuller(article.outlet, sites) or next(iter(sites), None),
        url=page.url or told.url,
    )


def _fuller(outlet: str | None, sites: Sequence[str]) -> str | None:
    """Return the site's own name where a source line shortens it («المنارة - خاص» on «شبكة المنارة الإخبارية»)."""
    if outlet is None:
        return None
    first = name_key(outlet).split()[:1]
    return next((site for site in sites if first and first[0] in name_key(site).split()), outlet)


def _given(page: Page) -> SplitPage:
    whole = Span(0, len(page.text))
    published = Published(page.published, page.published, "given") if page.published else None
    article = Article(
        id=page.id,
        text=page.text,
        title=page.title,
        outlet=page.outlet,
        url=page.url,
        published=published,
        page=page.id,
        pieces=(Piece(whole, whole),),
    )
    return SplitPage(page, (Block(1, whole, page.text, "body", 0, "given as one article"),), (article,))
