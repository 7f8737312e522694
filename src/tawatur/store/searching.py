"""Search a store: articles, statements and happenings by words and filters, with the words found in each."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice

from tawatur.lexicon.search_words import load_search_words
from tawatur.model import Article, Reading, Span
from tawatur.search import Query, locate, parse, spelled
from tawatur.store.codec import unpacked
from tawatur.store.search import find_rows, narrowed
from tawatur.store.search_filters import condition
from tawatur.store.search_index import STATEMENT_BITS
from tawatur.store.values import NO_FILTERS, Filters, HappeningHit, Hit, SearchKind, StatementHit


@dataclass(frozen=True, slots=True)
class Asked:
    """What a search asks for: words (perhaps none, when filters do), which results, and their narrowing."""

    text: str
    limit: int
    offset: int
    exact: bool = False
    filters: Filters = NO_FILTERS


@dataclass(frozen=True, slots=True)
class _Found:
    row: int
    score: float
    query: Query | None


def search_articles(db: sqlite3.Connection, asked: Asked, article_of: Callable[[int], Article]) -> tuple[Hit, ...]:
    """Return the articles asked for, best first."""

    def fits(found: _Found) -> bool:
        article = article_of(found.row)
        return spelled((article.title, article.text, *article.captions), found.query or Query())

    hits = []
    for found in _page(_rows(db, "articles", asked), asked, fits):
        article, terms = article_of(found.row), found.query.wanted if found.query else ()
        in_captions = [(n, span) for n, caption in enumerate(article.captions) for span in locate(caption, terms)]
        spans, in_title = locate(article.text, terms), locate(article.title, terms)
        hits.append(Hit(article.id, found.score, spans, in_title, tuple(in_captions)))
    return tuple(hits)


def search_statements(
    db: sqlite3.Connection, asked: Asked, reading_of: Callable[[int], Reading]
) -> tuple[StatementHit, ...]:
    """Return the statements asked for, best first: their words stand in the content or its holder."""

    def places(found: _Found) -> tuple[Reading, int, list[Span]]:
        reading, ix = reading_of(found.row >> STATEMENT_BITS), found.row & 2**STATEMENT_BITS - 1
        stated = reading.statements[ix]
        return reading, ix, [span for span in (stated.content, stated.holder) if span is not None]

    def fits(found: _Found) -> bool:
        reading, _, spans = places(found)
        return spelled((span.of(reading.article.text) for span in spans), found.query or Query())

    hits = []
    for found in _page(_rows(db, "statements", asked), asked, fits):
        reading, ix, parts = places(found)
        terms = found.query.wanted if found.query else ()
        marks = {
            Span(part.start + span.start, part.start + span.end)
            for part in parts
            for span in locate(part.of(reading.article.text), terms)
        }
        hits.append(StatementHit(reading.article.id, ix, found.score, tuple(sorted(marks))))
    return tuple(hits)


def search_happenings(db: sqlite3.Connection, asked: Asked) -> tuple[HappeningHit, ...]:
    """Return the happenings asked for, best first; words are looked for in what they are called and in their reports.

    `exact` leaves out clitics and other forms, but not other spellings: a happening has no text of its own.
    """
    hits = []
    for found in _page(_rows(db, "happenings", asked), asked, lambda _: True):
        (uid,) = db.execute("SELECT uid FROM happening WHERE id = ?", (found.row,)).fetchone()
        hits.append(HappeningHit(unpacked(uid), found.score))
    return tuple(hits)


def _rows(db: sqlite3.Connection, kind: SearchKind, asked: Asked) -> Iterator[_Found]:
    """Yield what the index finds; nothing for a query without a word, unless filters stand alone."""
    wanted = parse(asked.text, load_search_words(), exact=asked.exact)
    query = narrowed(db, wanted)
    if query is None and (asked.text.strip() or asked.filters == NO_FILTERS):
        return
    most = None if asked.exact else asked.offset + asked.limit
    where = condition(db, kind, asked.filters)
    for row, score in find_rows(db, kind, query, where, most):
        yield _Found(row, score, query)


def _page(rows: Iterator[_Found], asked: Asked, fits: Callable[[_Found], bool]) -> Iterator[_Found]:
    kept = filter(fits, rows) if asked.exact else rows
    return islice(kept, asked.offset, asked.offset + asked.limit)
