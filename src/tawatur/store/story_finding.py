"""Find stories: those with an article that words and filters ask for, the most active first."""

from __future__ import annotations

import json
import sqlite3
from datetime import timedelta

from tawatur.lexicon.search_words import load_search_words
from tawatur.search import parse
from tawatur.store.codec import day, iso
from tawatur.store.search import find_rows, narrowed
from tawatur.store.search_filters import condition
from tawatur.store.values import NO_FILTERS, Filters, StoryOrder

# The days before the newest article in which articles make a story active: a week, the rhythm of news.
_ACTIVE_DAYS = 7
_PUBLISHED = "coalesce(a.last, a.first)"
_OF_HAPPENINGS = "FROM story_happening x JOIN happening h ON h.uid = x.happening WHERE x.story = s.id"
_ORDERS: dict[StoryOrder, str] = {
    "active": f"sum({_PUBLISHED} >= ?1) DESC, max({_PUBLISHED}) DESC, count(*) DESC",
    "latest": f"max({_PUBLISHED}) IS NULL, max({_PUBLISHED}) DESC, count(*) DESC",
    "articles": "count(*) DESC",
    "known": f"(SELECT max(h.known) {_OF_HAPPENINGS}) DESC, count(*) DESC",
    "differ": (
        f"(SELECT count(*) FROM disagreement d WHERE d.happening IN (SELECT h.id {_OF_HAPPENINGS})) DESC, count(*) DESC"
    ),
}


def find_stories(db: sqlite3.Connection, query: str, order: StoryOrder, filters: Filters) -> tuple[str, ...]:
    """Return the ids of stories with an article that is asked for; without words and filters, of all stories."""
    wanted = _articles(db, query, filters)
    chosen = "" if wanted is None else "HAVING sum(a.id IN (SELECT value FROM json_each(?2)))"
    newest = day(db.execute(f"SELECT max({_PUBLISHED}) FROM article a").fetchone()[0])
    since = iso(newest - timedelta(_ACTIVE_DAYS - 1)) if newest else None
    found = db.execute(
        "SELECT s.uid, ?1, ?2 FROM story s JOIN story_article y ON y.story = s.id JOIN article a ON a.id = y.article"
        f" GROUP BY s.id {chosen} ORDER BY {_ORDERS[order]}, s.id",
        (since, json.dumps(wanted)),
    )
    return tuple(uid for uid, _, _ in found)


def _articles(db: sqlite3.Connection, text: str, filters: Filters) -> list[int] | None:
    """Return the rows of the articles asked for; None where nothing narrows them."""
    if not text.strip() and filters == NO_FILTERS:
        return None
    query = narrowed(db, parse(text, load_search_words()))
    if query is None and text.strip():
        return []
    where = condition(db, "articles", filters)
    return [row for row, _ in find_rows(db, "articles", query, where, None)]
