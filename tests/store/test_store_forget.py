"""Forgetting: nothing that rests on it remains, in rows, words or bytes, and it does not come back."""

from __future__ import annotations

import sqlite3
from dataclasses import replace

import pytest
from tests.store.invented import BODY, read_page, reading_of, stories_of

from tawatur.model import Piece, Span
from tawatur.store import ReadPage, SqliteStore, UnknownItem
from tawatur.store.removal import BLOT, Forgotten, blotted, mark_of, name_spans, name_words

NAME = "سالم الدرعاوي"


def two_articles() -> ReadPage:
    """Return a page that holds two articles."""
    first = read_page(0)
    page, article = first.split.page, first.readings[0].article
    body = BODY.replace("نيامي", "أغاديز").replace("الدرعاوي", "الملثمي")
    text = page.text + "\n" + body
    page = replace(page, text=text)
    at = len(text) - len(body)
    second = replace(article, id="b0", text=body, order=1, credits=(), published=None, title="عنوان آخر",
                     pieces=(Piece(Span(0, len(body)), Span(at, len(text))),), keywords=(), captions=())  # fmt: skip
    other = reading_of(replace(second, text=BODY))
    reading = replace(
        other, article=second, names=(), times=(), figures=(), statements=(), events=(), entities=(), sentences=()
    )
    return ReadPage(replace(first.split, page=page, articles=(article, second)), (first.readings[0], reading))


def test_a_page_goes_with_all_that_rests_on_it(store: SqliteStore) -> None:
    pages = [read_page(n) for n in range(2)]
    store.put(pages)
    store.replace_stories(stories_of(*pages))
    removed = store.forget("page", "p0")
    assert (removed.pages, removed.articles) == (1, 1)
    assert store.reading("a0") is None
    assert [hit.article for hit in store.search("نيامي")] == ["a1"]
    assert not store.stories_are_current()
    assert store.stories().stories == ()
    assert store.reading("a1") == pages[1].readings[0]
    assert list(store.faults()) == []
    assert store.state_of(pages[0].split.page) == "forgotten"
    assert store.put(pages) == 0
    moved = ReadPage(replace(pages[0].split, page=replace(pages[0].split.page, id="p9")), pages[0].readings)
    assert store.put([moved]) == 0


@pytest.mark.parametrize("what", ["p0", "pages/0.txt"])
def test_a_page_is_named_by_id_or_path(store: SqliteStore, what: str) -> None:
    store.put([read_page(0)])
    assert store.forget("page", what).pages == 1


def test_an_article_is_blotted_out_of_its_page(store: SqliteStore) -> None:
    page = two_articles()
    store.put([page])
    assert store.forget("article", "a0").articles == 1
    split = store.page("p0")
    assert split is not None
    assert [a.id for a in split.articles] == ["b0"]
    assert "نيامي" not in split.page.text
    assert BLOT in split.page.text
    assert store.reading("b0") == page.readings[1]
    assert list(store.faults()) == []
    store.forget("page", "p0")
    other = replace(page.split.page, id="p5")
    split = replace(page.split, page=other)
    articles = tuple(replace(a, page="p5", published=None) for a in split.articles)
    readings = tuple(replace(r, article=a) for r, a in zip(page.readings, articles, strict=True))
    changed = replace(other, text=other.text + " ")
    assert store.put([ReadPage(replace(split, page=changed, articles=articles), readings)]) == 1
    assert store.reading("a0") is None


def test_the_last_article_takes_its_page_along(store: SqliteStore) -> None:
    store.put([read_page(0)])
    assert store.forget("article", "a0").pages == 1


@pytest.mark.parametrize("what", [NAME, "w0", "سالِم  الدرعاوى"])
def test_a_person_goes_from_texts_and_facts(store: SqliteStore, what: str) -> None:
    pages = [read_page(n) for n in range(2)]
    store.put(pages)
    store.replace_stories(stories_of(*pages))
    assert store.forget("person", what).changed == 2
    reading = store.reading("a0")
    assert reading is not None
    assert [n.type for n in reading.names] == ["GPE"]
    assert [e.id for e in reading.entities] == ["e1"]
    assert reading.statements == ()
    assert reading.events == ()
    assert "الدرعاوي" not in reading.article.text
    assert len(reading.article.text) == len(BODY)
    assert "أن تكون القوات" in reading.article.text
    split = store.page("p0")
    assert split is not None
    assert NAME not in split.page.text
    assert all(NAME not in block.text for block in split.blocks)
    assert store.search(NAME) == ()
    assert list(store.faults()) == []
    bytes_left = store.path.read_bytes()
    assert NAME.encode() not in bytes_left


def test_a_forgotten_person_is_not_read_again(store: SqliteStore) -> None:
    store.put([read_page(0)])
    store.forget("person", NAME)
    store.put([read_page(1)])
    reading = store.reading("a1")
    assert reading is not None
    assert reading.statements == ()
    assert NAME not in reading.article.text
    assert "الدرعاوي" not in reading.article.text


def test_others_of_the_same_given_name_stay(store: SqliteStore) -> None:
    body = BODY.replace("سالم الدرعاوي", "سالم العطواني").replace("الدرعاوي", "العطواني")
    store.put([read_page(0)])
    store.forget("person", NAME)
    text = read_page(1).split.page.text
    other = read_page(1)
    page = replace(other.split.page, text=text.replace("الدرعاوي", "العطواني"))
    article = replace(other.readings[0].article, text=body)
    plain = replace(other.readings[0], article=article)
    blocks = tuple(replace(b, text=b.text.replace("الدرعاوي", "العطواني")) for b in other.split.blocks)
    read = ReadPage(replace(other.split, page=page, articles=(article,), blocks=blocks), (plain,))
    store.put([read])
    assert store.reading("a1") == plain


@pytest.mark.parametrize("before", ["", "و", "ل", "ول", "ب", "\u200f"])
def test_clitics_before_a_name_stay(before: str) -> None:
    forgotten = Forgotten(persons=frozenset({mark_of(*name_words(NAME))}), lengths=(2,))
    text = f"تحدث الشهود {before}سَالِم الدرعاوى رأي آخر"
    name = "سَالِم الدرعاوى"
    assert blotted(text, name_spans(text, forgotten)) == text.replace(name, BLOT * len(name))


@pytest.mark.parametrize(
    ("kind", "what"), [("page", "x"), ("article", "x"), ("person", "فلان بن علان"), ("person", "؟")]
)
def test_what_is_not_there_changes_nothing(store: SqliteStore, kind: str, what: str) -> None:
    store.put([read_page(0)])
    with pytest.raises(UnknownItem):
        store.forget(kind, what)  # type: ignore[arg-type]
    assert store.totals().forgotten == 0
    assert store.reading("a0") == read_page(0).readings[0]


def test_the_list_of_the_forgotten_is_no_list_of_names(store: SqliteStore) -> None:
    store.put([read_page(0)])
    store.forget("person", NAME)
    with sqlite3.connect(store.path) as db:
        rows = db.execute("SELECT kind, mark, words FROM forgotten").fetchall()
    assert rows
    assert all(isinstance(mark, bytes) and len(mark) == 32 for _, mark, _ in rows)
