"""What is written comes back equal; the same twice changes nothing; a fact without evidence is refused whole."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.store.invented import read_page, stories_of

from tawatur.model import AnchorError, Article, Figure, Page, Reading, SetAside, Span, SplitPage, Stories
from tawatur.store import NewerStore, NotAStore, ReadPage, SqliteStore, StoreError, UnknownItem, open_store


def row_counts(path: Path) -> dict[str, int]:
    """Return how many rows each table has."""
    with sqlite3.connect(path) as db:
        tables = [name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {table: db.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0] for table in tables}


def test_readings_and_pages_come_back_equal(store: SqliteStore) -> None:
    pages = [read_page(n) for n in range(3)]
    assert store.put(pages) == 3
    for page in pages:
        assert store.page(page.split.page.id) == page.split
        assert store.reading(page.readings[0].article.id) == page.readings[0]
    assert list(store.readings()) == [reading for page in pages for reading in page.readings]
    assert list(store.articles()) == ["a0", "a1", "a2"]
    assert list(store.faults()) == []


def test_the_same_pages_twice_change_nothing(store: SqliteStore) -> None:
    pages = [read_page(n) for n in range(2)]
    store.put(pages)
    before = row_counts(store.path)
    assert store.put([*pages, pages[0]]) == 0
    assert row_counts(store.path) == before


def test_stories_come_back_equal_and_are_replaced_as_one(store: SqliteStore) -> None:
    pages = [read_page(n) for n in range(2)]
    store.put(pages)
    assert not store.stories_are_current()
    store.replace_stories(stories_of(*pages))
    assert store.stories() == stories_of(*pages)
    before = row_counts(store.path)
    store.replace_stories(stories_of(*pages))
    assert row_counts(store.path) == before
    assert store.stories_are_current()
    assert list(store.faults()) == []
    wrong = stories_of(*pages, read_page(7))
    with pytest.raises(UnknownItem, match="a7"):
        store.replace_stories(wrong)
    assert store.stories() == stories_of(*pages)
    store.put([read_page(3)])
    assert not store.stories_are_current()


def test_long_evidence_of_stories_is_cut_from_the_text_again(store: SqliteStore) -> None:
    page = read_page(0)
    reading = page.readings[0]
    stories = stories_of(page)
    whole = replace(stories.utterances[0].sayings[0].anchor, start=0, end=len(reading.article.text),
                    exact=reading.article.text)  # fmt: skip
    saying = replace(stories.utterances[0].sayings[0], anchor=whole)
    stories = replace(stories, utterances=(replace(stories.utterances[0], sayings=(saying,)),))
    store.put([page])
    store.replace_stories(stories)
    assert store.stories() == stories


def test_questions_about_stories(store: SqliteStore) -> None:
    pages = [read_page(n) for n in range(2)]
    store.put(pages)
    store.replace_stories(stories_of(*pages))
    assert [story.id for story in store.list_stories()] == ["s0"]
    assert [line.id for line in store.list_lines()] == ["l0"]
    assert store.stories_of("a1") == ("s0",)
    assert store.entity_of("a1", "e0") == "w0"
    assert [e.id for e in store.find_entities("الدَّرعاوي")] == ["w0"]
    assert [e.id for e in store.find_entities("نيامى")] == ["w1"]
    assert store.find_entities("%") == ()
    assert store.utterances_by("w0") == ("u0",)
    assert store.happenings_with("w1") == ("h0",)
    assert store.statements_about("w1") == (("a0", 0), ("a1", 0))
    assert [group.id for group in store.copies_of("a1")] == ["c0"]
    for nothing in (store.story("x"), store.happening("x"), store.utterance("x"), store.entity("x"), store.page("x")):
        assert nothing is None


@pytest.mark.parametrize("bad", [Span(5, 5), Span(-1, 3), Span(3, 100_000)])
def test_a_fact_without_evidence_is_refused_with_its_whole_batch(store: SqliteStore, bad: Span) -> None:
    good, page = read_page(0), read_page(1)
    reading = replace(page.readings[0], figures=(Figure(bad, 3.0, "=", None),))
    with pytest.raises(AnchorError):
        store.put([good, ReadPage(page.split, (reading,))])
    assert store.totals().pages == 0


def test_pages_must_hold_what_their_articles_say(store: SqliteStore) -> None:
    page = read_page(0)
    changed = replace(page.split.page, text=page.split.page.text.replace("قال", "قيل"))
    with pytest.raises(AnchorError):
        store.put([ReadPage(replace(page.split, page=changed), page.readings)])


def test_an_article_id_is_taken_once(store: SqliteStore) -> None:
    store.put([read_page(0)])
    page = read_page(1)
    reading = replace(page.readings[0], article=replace(page.readings[0].article, id="a0", credits=()))
    with pytest.raises(StoreError, match="a0"):
        store.put([ReadPage(replace(page.split, articles=(reading.article,)), (reading,))])


def test_inputs_set_aside_are_kept_once_and_go_when_read(store: SqliteStore) -> None:
    store.put_aside([SetAside("pages/0.txt", "is empty", "empty"), SetAside("x", "is noise", "binary")])
    store.put_aside([SetAside("x", "is noise", "binary")])
    assert [item.place for item in store.aside()] == ["pages/0.txt", "x"]
    store.put([read_page(0)])
    assert [item.place for item in store.aside()] == ["x"]


def test_states_of_pages(store: SqliteStore) -> None:
    page = read_page(0).split.page
    assert store.state_of(page) == "new"
    store.put([read_page(0)])
    assert store.state_of(page) == "stored"
    assert store.state_of(replace(page, text="نص آخر")) == "other"


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(min_size=1, max_size=60), title=st.none() | st.text(max_size=10), html=st.booleans())
def test_hostile_text_comes_back_as_it_was(tmp_path: Path, text: str, title: str | None, html: bool) -> None:
    page = Page(f"p{html}{title}{text}", text, "html" if html else "text", title=title)
    article = Article(f"a{html}{title}{text}", text, title, captions=(text,), page=page.id)
    read = ReadPage(SplitPage(page, (), (article,)), (Reading(article),))
    with open_store(tmp_path / "hostile.db") as store:
        store.put([read])
        assert store.reading(article.id) == read.readings[0]
        assert store.page(page.id) == read.split
        store.search(text)


def test_lone_surrogates_and_nuls_come_back(store: SqliteStore) -> None:
    text = "نص \ud800 و\x00 نهاية"
    article = Article("a\udcff", text, page="p\udcff")
    store.put([ReadPage(SplitPage(Page("p\udcff", text), (), (article,)), (Reading(article),))])
    assert store.reading("a\udcff") == Reading(article)
    assert [hit.article for hit in store.search("نهاية")] == ["a\udcff"]
    assert list(store.faults()) == []


def test_damage_to_a_text_is_found(store: SqliteStore) -> None:
    store.put([read_page(0)])
    with sqlite3.connect(store.path) as db:
        db.execute("UPDATE article SET text = replace(text, '14', '41')")
    faults = list(store.faults())
    assert any("was changed" in fault for fault in faults)
    assert any(fault.startswith("figure 0") for fault in faults)


def test_files_of_other_kinds_are_refused_with_words(tmp_path: Path) -> None:
    noise = tmp_path / "noise.db"
    noise.write_bytes(b"no database at all, only some words that are long enough" * 20)
    with pytest.raises(NotAStore, match="--db"):
        open_store(noise)
    other = tmp_path / "other.db"
    with sqlite3.connect(other) as db:
        db.execute("CREATE TABLE t (x)")
    with pytest.raises(NotAStore, match="another program"):
        open_store(other)
    with pytest.raises(StoreError, match="there is no database"):
        open_store(tmp_path / "none.db", must_exist=True)
    with pytest.raises(StoreError, match="folder"):
        open_store(tmp_path / "no" / "folder" / "x.db")
    open_store(tmp_path / "later.db").close()
    with sqlite3.connect(tmp_path / "later.db") as db:
        db.execute("PRAGMA user_version = 99")
    with pytest.raises(NewerStore, match="upgrade"):
        open_store(tmp_path / "later.db")


def test_the_stores_protocol_is_met(store: SqliteStore) -> None:
    from tawatur.store import Store

    as_asked: Store = store
    missing = [name for name in vars(Store) if not name.startswith("_") and not hasattr(as_asked, name)]
    assert missing == []


def test_sql_shows_the_exact_words_of_facts(store: SqliteStore) -> None:
    store.put([read_page(0)])
    with sqlite3.connect(store.path) as db:
        rows = set(db.execute("SELECT fact, exact FROM evidence WHERE article = 'a0'"))
    assert {("figure", "14 شخصا"), ("event", "قتلوا"), ("name", "نيامي")} <= rows


def test_empty_stories_are_stories(store: SqliteStore) -> None:
    store.replace_stories(Stories())
    assert store.stories() == Stories()


def html_page() -> ReadPage:
    """Return the page of `read_page` as markup: its spans count in its blocks joined by newlines."""
    read = read_page(0)
    markup = "".join(f"<p data-x='سالم الدرعاوي'>{block.text}</p>" for block in read.split.blocks)
    return ReadPage(replace(read.split, page=replace(read.split.page, text=markup, media="html")), read.readings)


def test_markup_comes_back_and_its_evidence_holds(store: SqliteStore) -> None:
    read = html_page()
    store.put([read])
    assert store.page("p0") == read.split
    assert store.text_of("p0") == read_page(0).split.page.text
    assert list(store.faults()) == []


def test_a_person_goes_from_markup_too(store: SqliteStore) -> None:
    store.put([html_page()])
    assert store.forget("person", "سالم الدرعاوي").changed == 1
    split = store.page("p0")
    assert split is not None
    assert "الدرعاوي" not in split.page.text
    assert "<p" not in split.page.text
    assert store.state_of(html_page().split.page) == "stored"
    assert list(store.faults()) == []
