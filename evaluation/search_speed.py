"""What a search costs beside raw SQLite FTS5 over the same texts, warm, as a ratio within one run."""

from __future__ import annotations

import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from tawatur.model import Article, Page, Reading, SplitPage
from tawatur.search import tokens
from tawatur.store import ReadPage, SqliteStore, open_store

# Queries that are timed, results of each, rounds of which the middle counts, and the articles searched: as many as a
# newsroom's week, since over a handful of texts only the fixed costs would be seen.
QUERIES, RESULTS, ROUNDS, ARTICLES = 60, 20, 5, 4000
# Raw FTS5 as its documentation shows it: the text as it is, ranked, with a snippet.
_RAW = "SELECT rowid, snippet(raw, 0, '[', ']', '…', 24) FROM raw WHERE raw MATCH ? ORDER BY rank LIMIT ?"


@dataclass(frozen=True, slots=True)
class Cost:
    """Median seconds of a warm query, here and with raw FTS5."""

    ours: float
    raw: float


def words_to_find(texts: Sequence[str]) -> list[str]:
    """Return words as they stand in evenly chosen texts, alone and in pairs: what people copy into a search box."""
    chosen = []
    for at in range(QUERIES):
        text = texts[at * len(texts) // QUERIES]
        words = [t.span.of(text) for t in tokens(text) if t.norm.isalpha() and len(t.norm) >= 4]
        if words:
            first = at % len(words)
            chosen.append(" ".join(words[first : first + 1 + at % 3 // 2]))
    return chosen


def _middle(query: Callable[[str], object], words: Sequence[str]) -> float:
    spent = []
    for word in words:
        rounds = []
        for _ in range(ROUNDS + 1):
            start = time.process_time()
            query(word)
            rounds.append(time.process_time() - start)
        # The first round warms the caches.
        spent.append(statistics.median(rounds[1:]))
    return statistics.median(spent)


def time_store(store: SqliteStore, texts: Sequence[str]) -> Cost:
    """Time the same words in a store and in a raw FTS5 table over the texts it holds."""
    raw = sqlite3.connect(":memory:")
    raw.execute("CREATE VIRTUAL TABLE raw USING fts5(body)")
    raw.executemany("INSERT INTO raw (body) VALUES (?)", [(text,) for text in texts])
    words = words_to_find(texts)
    ours = _middle(lambda word: store.search(word, RESULTS), words)
    return Cost(ours, _middle(lambda word: raw.execute(_RAW, (f'"{word}"', RESULTS)).fetchall(), words))


def time_search(articles: Sequence[Article]) -> Cost:
    """Time searches over the articles, repeated until there are enough of them."""
    many = [replace(articles[n % len(articles)], id=f"n{n}", page=f"p{n}") for n in range(ARTICLES)]
    pages = [ReadPage(SplitPage(Page(f"p{n}", f"{n}\n{a.text}"), (), (a,)), (Reading(a),)) for n, a in enumerate(many)]
    with tempfile.TemporaryDirectory() as folder, open_store(Path(folder) / "bench.db") as store:
        store.put(pages)
        return time_store(store, [a.text for a in many])
