"""Adding inputs: good ones are stored, bad ones set aside with clear reasons and counted, nothing is read twice."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tawatur.ingest import HereEngine, PoolEngine, add, add_pages, rebuild_stories
from tawatur.lexicon.bundle import Lexicons, load_lexicons
from tawatur.model import Page, SetAside
from tawatur.pipeline import Knowledge
from tawatur.store import SqliteStore, open_store

TEXT = "قال وزير النقل فاضل المنذري يوم الثلاثاء إن الميناء سيفتح أبوابه الشهر المقبل أمام السفن في نواكشوط."


@pytest.fixture(scope="module")
def lexicons() -> Lexicons:
    return load_lexicons()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteStore]:
    with open_store(tmp_path / "t.db") as opened:
        yield opened


def record(name: str, text: str = TEXT) -> Page:
    return Page(name, text, "record", path=f"in.jsonl:{name}")


def test_bad_inputs_are_set_aside_and_the_rest_is_stored(
    store: SqliteStore, tmp_path: Path, lexicons: Lexicons
) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "empty.txt").write_bytes(b"")
    (folder / "noise.txt").write_bytes(bytes(range(256)) * 8)
    (folder / "cut.txt").write_bytes((TEXT * 3).encode()[:-1])
    (folder / "error.html").write_text("<html><title>404 Not Found</title><body><h1>404 Not Found</h1></body></html>")
    (folder / "in.jsonl").write_text(
        '{"id": "good", "text": "' + TEXT + '"}\n{"id": "half", "te\n{"id": "none"}\n', encoding="utf-8"
    )
    added = add([folder, tmp_path / "missing.txt"], store, HereEngine(Knowledge(lexicons)))
    asides = list(store.aside())
    assert store.reading("good") is not None
    assert added.set_aside == len(asides) >= 5
    assert sum(number for _, number in added.kinds) == added.set_aside
    assert all(item.reason and item.place for item in asides)
    told = {Path(item.place).name for item in asides}
    assert {"empty.txt", "noise.txt", "error.html", "in.jsonl:2", "in.jsonl:3", "missing.txt"} <= told
    again = add([folder], store, HereEngine(Knowledge(lexicons)))
    assert again.pages == 0
    assert again.known >= 1
    assert len(list(store.aside())) == len(asides)


def test_the_pool_stores_what_one_process_stores(tmp_path: Path, lexicons: Lexicons) -> None:
    pages = [record(str(n), TEXT.replace("الشهر", f"الشهر {n}")) for n in range(12)]
    with open_store(tmp_path / "here.db") as here, open_store(tmp_path / "pool.db") as pool:
        alone = add_pages(pages, here, HereEngine(Knowledge(lexicons)))
        assert alone == add_pages(pages, pool, PoolEngine(2, knowledge=Knowledge(lexicons)))
        assert list(here.readings()) == list(pool.readings())


def test_a_page_given_twice_is_stored_once(store: SqliteStore, lexicons: Lexicons) -> None:
    added = add_pages([record("a"), record("a")], store, HereEngine(Knowledge(lexicons)))
    assert (added.pages, added.known) == (1, 1)
    other = add_pages([record("a", TEXT + " وانتهى.")], store, HereEngine(Knowledge(lexicons)))
    assert other.kinds == (("id", 1),)


def test_ctrl_c_keeps_what_was_read(store: SqliteStore, lexicons: Lexicons) -> None:
    def inputs() -> Iterator[Page | SetAside]:
        yield record("a")
        yield SetAside("x", "is empty", "empty")
        yield record("b")
        raise KeyboardInterrupt

    added = add_pages(inputs(), store, HereEngine(Knowledge(lexicons)))
    assert added.stopped
    assert sorted(store.articles()) == ["a", "b"]
    assert len(list(store.aside())) == 1


def test_a_stage_that_fails_costs_one_page(
    store: SqliteStore, lexicons: Lexicons, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tawatur.ingest import adding

    read = adding.read_article

    def fails(article, lexicons):  # type: ignore[no-untyped-def]
        if article.id == "bad":
            raise RecursionError("too deep")
        return read(article, lexicons)

    monkeypatch.setattr(adding, "read_article", fails)
    added = add_pages([record("a"), record("bad"), record("b")], store, HereEngine(Knowledge(lexicons)))
    assert (added.pages, added.set_aside) == (2, 1)
    assert "too deep" in next(store.aside()).reason


def test_forgotten_pages_stay_out(store: SqliteStore, lexicons: Lexicons) -> None:
    add_pages([record("a")], store, HereEngine(Knowledge(lexicons)))
    store.forget("page", "a")
    added = add_pages([record("a"), record("moved")], store, HereEngine(Knowledge(lexicons)))
    assert (added.pages, added.forgotten) == (0, 2)


def test_stories_are_built_from_what_is_stored(store: SqliteStore, lexicons: Lexicons) -> None:
    add_pages([record("a"), record("b", TEXT + " وانتهى.")], store, HereEngine(Knowledge(lexicons)))
    assert not store.stories_are_current()
    rebuild_stories(store, lexicons)
    assert store.stories_are_current()
    first = store.stories()
    assert {a for story in first.stories for a in story.articles} == {"a", "b"}
    rebuild_stories(store, lexicons)
    assert store.stories() == first


def test_progress_tells_the_counts(store: SqliteStore, lexicons: Lexicons) -> None:
    told = []
    add_pages([record(str(n), f"{TEXT} {n}") for n in range(70)], store, HereEngine(Knowledge(lexicons)), told.append)
    assert [added.pages for added in told] == [64, 70]
