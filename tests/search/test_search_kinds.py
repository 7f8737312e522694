"""Searches over articles, statements and happenings, and what narrows them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from tests.store.invented import BODY, DAY, read_page, stories_of

from tawatur.store import Filters, SqliteStore, open_store
from tawatur.store.migrations import migration_1


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SqliteStore]:
    pages = [read_page(0), read_page(1), read_page(2, outlet="منارة الوادي")]
    with open_store(tmp_path_factory.mktemp("kinds") / "t.db") as store:
        store.put(pages)
        store.replace_stories(stories_of(*pages))
        yield store


ALL = {"a0", "a1", "a2"}
EARLIER, LATER = date(2024, 3, 1), date(2024, 3, 9)


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        (Filters(), ALL),
        (Filters(outlet="مناره الوادى"), {"a2"}),
        (Filters(outlet="أصداء"), {"a0", "a1"}),
        (Filters(outlet="no such outlet"), set()),
        (Filters(outlet=""), set()),
        (Filters(entity="w0"), ALL),
        (Filters(entity="سالم الدرعاوى"), ALL),
        (Filters(entity="شخص آخر"), set()),
        (Filters(origin="الدرعاوي"), ALL),
        (Filters(origin="w0"), ALL),
        (Filters(origin="وكالة الضفاف"), set()),
        (Filters(published_from=DAY, published_to=DAY), ALL),
        (Filters(published_from=LATER), set()),
        (Filters(published_to=EARLIER), set()),
        (Filters(happened_from=date(2024, 3, 4)), ALL),
        (Filters(happened_to=date(2024, 3, 3)), set()),
        (Filters(type="assault"), ALL),
        (Filters(type="PROTEST"), set()),
        (Filters(status="alleged"), ALL),
        (Filters(status="denied"), set()),
        (Filters(least_known=1), ALL),
        (Filters(least_known=2), set()),
        (Filters(outlet="x' OR 1=1 --", entity='"', origin="%"), set()),
    ],
)
def test_articles_are_narrowed(filled: SqliteStore, filters: Filters, found: set[str]) -> None:
    assert {hit.article for hit in filled.search("نيامي", filters=filters)} == found
    if filters != Filters():
        assert {hit.article for hit in filled.search("", filters=filters)} == found


@pytest.mark.parametrize(
    ("query", "filters", "found"),
    [
        ("قتلوا", Filters(), {(a, 0) for a in ALL}),
        ("المتظاهرون", Filters(), {(a, 1) for a in ALL}),
        ("الدرعاوي", Filters(), {(a, ix) for a in ALL for ix in (0, 1)}),
        ("أن", Filters(), set()),
        ("", Filters(type="deny"), {(a, 1) for a in ALL}),
        ("", Filters(type="indirect", outlet="منارة"), {("a2", 0), ("a2", 1)}),
        ("", Filters(status="alleged"), {(a, 0) for a in ALL}),
        ("", Filters(entity="نيامي"), {(a, 0) for a in ALL}),
        ("", Filters(origin="سالم الدرعاوي"), {(a, 0) for a in ALL}),
        ("", Filters(happened_from=date(2024, 3, 4), least_known=1), {(a, 0) for a in ALL}),
        ("", Filters(happened_to=date(2024, 3, 3)), set()),
        ("", Filters(published_from=LATER), set()),
    ],
)
def test_statements_are_found(filled: SqliteStore, query: str, filters: Filters, found: set[tuple[str, int]]) -> None:
    hits = filled.search_statements(query, filters=filters)
    assert {(hit.article, hit.statement) for hit in hits} == found


def test_words_are_marked_inside_the_statement(filled: SqliteStore) -> None:
    for hit in filled.search_statements("متظاهر"):
        assert [span.of(BODY) for span in hit.spans] == ["المتظاهرين"]


@pytest.mark.parametrize(
    ("query", "filters", "found"),
    [
        ("قتيل", Filters(), {"h0"}),
        ("النيجر", Filters(), set()),
        ("المتحدث نيامي", Filters(), {"h0"}),
        ("", Filters(type="ASSAULT", status="alleged", least_known=1), {"h0"}),
        ("", Filters(entity="سالم الدرعاوي"), {"h0"}),
        ("", Filters(outlet="منارة"), {"h0"}),
        ("", Filters(origin="الدرعاوي", published_to=DAY), {"h0"}),
        ("", Filters(published_to=EARLIER), set()),
        ("", Filters(happened_to=date(2024, 3, 3)), set()),
        ("", Filters(), set()),
    ],
)
def test_happenings_are_found(filled: SqliteStore, query: str, filters: Filters, found: set[str]) -> None:
    assert {hit.happening for hit in filled.search_happenings(query, filters=filters)} == found


def test_captions_are_found_and_marked(filled: SqliteStore) -> None:
    hits = filled.search("صوره نيامى")
    assert {hit.article for hit in hits} == ALL
    assert [(n, span.of("صورة من نيامي")) for n, span in hits[0].caption_spans] == [(0, "صورة"), (0, "نيامي")]


def test_pages_of_results_follow_each_other(filled: SqliteStore) -> None:
    for exact in (False, True):
        whole = [hit.article for hit in filled.search("نيامي", exact=exact)]
        assert len(whole) == 3
        parts = [hit.article for at in range(4) for hit in filled.search("نيامي", 1, at, exact=exact)]
        assert parts == whole


def test_nothing_of_a_forgotten_word_stays_in_the_index(tmp_path: Path) -> None:
    page = read_page(0)
    with open_store(tmp_path / "t.db") as store:
        store.put([page])
        store.replace_stories(stories_of(page))
        store.forget("person", "سالم الدرعاوي")
        assert not store.search_statements("الدرعاوي")
        assert not store.search_happenings("الدرعاوي")
        assert not list(store.faults())
    db = sqlite3.connect(tmp_path / "t.db")
    held = {norm for (norm,) in db.execute("SELECT norm FROM written")}
    assert "الدرعاوي" not in held
    assert "نيامي" in held


def test_an_older_file_is_indexed_when_it_is_opened(tmp_path: Path) -> None:
    pages = [read_page(0), read_page(1)]
    with open_store(tmp_path / "t.db") as store:
        store.put(pages)
        store.replace_stories(stories_of(*pages))
    db = sqlite3.connect(tmp_path / "t.db", isolation_level=None)
    old = sqlite3.connect(":memory:")
    migration_1(old)
    names = "SELECT name FROM sqlite_master WHERE type = ? AND name NOT LIKE 'sqlite_%'"
    made = "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
    for name, sql in old.execute(made).fetchall():
        # What the first schema indexed otherwise, and columns that a table of it got later.
        if db.execute("SELECT 1 FROM sqlite_master WHERE name = ? AND sql = ?", (name, sql)).fetchone() is None:
            db.execute(f"DROP INDEX IF EXISTS {name}")
    for (table,) in old.execute(names, ("table",)).fetchall():
        had = {column[1] for column in old.execute(f"PRAGMA table_info({table})")}
        for column in db.execute(f"PRAGMA table_info({table})").fetchall():
            if column[1] not in had and not table.startswith("words"):
                db.execute(f"ALTER TABLE {table} DROP COLUMN {column[1]}")
    for name, sql in old.execute(made).fetchall():
        if db.execute("SELECT 1 FROM sqlite_master WHERE name = ?", (name,)).fetchone() is None:
            db.execute(sql)
    for kind in ("trigger", "index", "table"):
        first = {name for (name,) in old.execute(names, (kind,))} - {"words"}
        for (name,) in db.execute(names, (kind,)).fetchall():
            # The tables within a full-text index go with it.
            if name not in first and db.execute("SELECT 1 FROM sqlite_master WHERE name = ?", (name,)).fetchone():
                db.execute(f"DROP {kind} {name}")
    (words,) = old.execute("SELECT sql FROM sqlite_master WHERE name = 'words'").fetchone()
    db.execute(words)
    db.execute("PRAGMA user_version = 1")
    db.close()
    with open_store(tmp_path / "t.db") as store:
        assert len(store.search("صورة نيامي")) == 2
        assert len(store.search_statements("الدرعاوي")) == 4
        assert len(store.search_happenings("نيامي")) == 1
