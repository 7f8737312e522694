"""The page that an article was taken from: its lines in order, each with its role and whether it is the article's."""

from __future__ import annotations

from dataclasses import dataclass

from tawatur.store import Store


@dataclass(frozen=True, slots=True)
class PageLine:
    """One line of a page: its text, role, the reason for it, and whether it belongs to the article looked at."""

    text: str
    role: str
    reason: str
    own: bool


@dataclass(frozen=True, slots=True)
class OriginalView:
    """A page: where it came from, when it was fetched, all its lines."""

    page: str
    place: str | None
    url: str | None
    fetched: str | None
    lines: tuple[PageLine, ...]


def original_view(article_id: str, store: Store) -> OriginalView | None:
    """Return the page of an article; None where it was given as a record, without one."""
    article = store.article(article_id)
    split = store.page(article.page) if article is not None and article.page is not None else None
    if article is None or split is None or not split.blocks:
        return None
    page = split.page
    lines = tuple(PageLine(b.text, b.role, b.reason, b.article == article.order) for b in split.blocks)
    fetched = page.provenance.fetched if page.provenance else None
    return OriginalView(page.id, page.path, page.url, fetched, lines)
