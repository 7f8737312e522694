"""Views of what a search finds: articles, statements and happenings, the found words in their original spelling."""

from __future__ import annotations

from tawatur.model import Article
from tawatur.store import Hit, StatementHit, Store
from tawatur.views.building import Builder
from tawatur.views.by_meaning import Encoders, article_hits, happening_hits, statement_hits
from tawatur.views.entity import about
from tawatur.views.happening import happening_view
from tawatur.views.rows import article_row
from tawatur.views.segments import snippet
from tawatur.views.values import HappeningView, SearchHit, StatementFound
from tawatur.views.wanted import Wanted


def found_articles(store: Store, wanted: Wanted, encoder: Encoders) -> tuple[SearchHit, ...]:
    """Return the articles that a query and filters ask for, best first."""
    builder = Builder(store)
    found = []
    for hit in article_hits(store, wanted, encoder):
        article = store.article(hit.article)
        if article is not None:
            story = next(iter(store.stories_of(hit.article)), None)
            found.append(SearchHit(article_row(article, builder), *_shown(article, hit), hit.score, story))
    return tuple(found)


def _shown(article: Article, hit: Hit) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Return the stretch of the text that holds the words, or of the caption that alone does."""
    if not hit.spans and not hit.title_spans and hit.caption_spans:
        first = hit.caption_spans[0][0]
        return snippet(article.captions[first], [span for number, span in hit.caption_spans if number == first])
    return snippet(article.text, hit.spans)


def found_statements(store: Store, wanted: Wanted, encoder: Encoders) -> tuple[StatementFound, ...]:
    """Return the statements that a query and filters ask for, best first."""
    builder = Builder(store)
    found = []
    for hit in statement_hits(store, wanted, encoder):
        view = about(builder, hit.article, hit.statement)
        article = store.article(hit.article)
        if view is not None and article is not None:
            story = next(iter(store.stories_of(hit.article)), None)
            marks = _within(hit, view.saying.evidence.start, view.saying.evidence.end)
            found.append(StatementFound(article_row(article, builder), view, marks, hit.score, story))
    return tuple(found)


def _within(hit: StatementHit, start: int, end: int) -> tuple[tuple[int, int], ...]:
    return tuple((s.start - start, s.end - start) for s in hit.spans if start <= s.start and s.end <= end)


def found_happenings(store: Store, wanted: Wanted, encoder: Encoders) -> tuple[HappeningView, ...]:
    """Return the happenings that a query and filters ask for, best first."""
    builder = Builder(store)
    found = (builder.find_happening(hit.happening) for hit in happening_hits(store, wanted, encoder))
    return tuple(happening_view(happening, builder) for happening in found if happening is not None)
