"""The split of a page as JSON, in the format of `tawatur split --json`."""

from __future__ import annotations

from datetime import date
from typing import Any

from tawatur.model import Article, Published, SplitPage
from tawatur.split.claims import conflicts


def split_json(split: SplitPage) -> dict[str, Any]:
    """Return a page's lines and articles as the contract's JSON object.

    `published` is an ISO day, a pair of days of which one may be null, or null. Beyond the contract each line has its
    reason, each article its title, credits, captions and keywords, and the page all that its places say of its main
    article («metadata»), with the fields in which they contradict one another («conflicts»).
    """
    return {
        "lines": [
            {"line": block.line, "role": block.role, "article": block.article, "reason": block.reason}
            for block in split.blocks
        ],
        "articles": [_article_json(article) for article in split.articles],
        "metadata": [{"field": told.field, "value": told.value, "source": told.source} for told in split.claims],
        "conflicts": conflicts(split.claims),
    }


def _article_json(article: Article) -> dict[str, Any]:
    published = article.published
    evidence: list[dict[str, Any]] = []
    if published:
        evidence.extend({"span": [a.start, a.end], "exact": a.exact} for a in published.evidence)
        evidence.extend({"reason": reason} for reason in published.reasons)
    return {
        "published": published_json(published),
        "outlet": article.outlet,
        "evidence": evidence,
        "basis": published.basis if published else None,
        "title": article.title,
        "credits": [credit.exact for credit in article.credits],
        "captions": list(article.captions),
        "keywords": list(article.keywords),
    }


def published_json(published: Published | None) -> str | list[str | None] | None:
    """Return a publication date as an ISO day, a pair of days with null for an open end, or None."""
    if published is None or (published.first is None and published.last is None):
        return None
    if published.day:
        return published.day.isoformat()
    return [_iso(published.first), _iso(published.last)]


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
