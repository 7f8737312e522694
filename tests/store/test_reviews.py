"""Reviews: what people judge holds over later readings, is never mixed with what was read, and can be taken back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from tests.store.invented import read_page

from tawatur.ingest import rebuild_stories
from tawatur.lexicon.bundle import Lexicons, load_lexicons
from tawatur.model import Event, Reading, Review, Span, Statement
from tawatur.store import SqliteStore, StoreError, UnknownItem, open_store, reviewed


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteStore]:
    with open_store(tmp_path / "t.db") as opened:
        opened.put([read_page(n) for n in range(2)])
        yield opened


@pytest.fixture(scope="module")
def lexicons() -> Lexicons:
    return load_lexicons()


def first(store: SqliteStore) -> tuple[Reading, Event, Statement]:
    reading = store.reading(next(store.articles()))
    assert reading is not None
    return reading, reading.events[0], reading.statements[0]


def as_reviewed(store: SqliteStore, reading: Reading) -> Reading:
    return reviewed(reading, store.reviews.of(reading.article.id)).reading


def test_what_is_read_is_never_changed(store: SqliteStore) -> None:
    reading, event, statement = first(store)
    own = reading.article.id
    store.reviews.judge("event", own, event.trigger, "reject", "محررة")
    store.reviews.judge("statement", own, statement.content, "correct", "محررة", [("stance", "deny")])
    assert store.reading(own) == reading
    judged = as_reviewed(store, reading)
    assert event.trigger not in {e.trigger for e in judged.events}
    assert [s.stance for s in judged.statements if s.content == statement.content] == ["deny"]


def test_a_correction_codes_anew_and_is_certain(store: SqliteStore) -> None:
    reading, event, _ = first(store)
    wanted = [("type", "AID"), ("status", "denied")]
    store.reviews.judge("event", reading.article.id, event.trigger, "correct", "محرر", wanted)
    found = next(e for e in as_reviewed(store, reading).events if e.trigger == event.trigger)
    assert (found.type, found.status, found.mode, found.p) == ("AID", "denied", None, 1.0)
    assert found.actors == event.actors


def test_the_newest_review_holds_and_undo_brings_back_the_one_before(store: SqliteStore) -> None:
    reading, event, _ = first(store)
    own = reading.article.id
    store.reviews.judge("event", own, event.trigger, "correct", "أ", [("type", "AID")])
    newest = store.reviews.judge("event", own, event.trigger, "reject", "ب")
    assert event.trigger not in {e.trigger for e in as_reviewed(store, reading).events}
    assert store.reviews.undo(newest.number).judgement == "reject"
    assert "AID" in {e.type for e in as_reviewed(store, reading).events}
    with pytest.raises(UnknownItem):
        store.reviews.undo(newest.number)
    told = store.reviews.history()
    assert [(r.who, r.undone is None) for r in told] == [("ب", False), ("أ", True)]


def test_a_review_holds_for_the_same_content_read_again(tmp_path: Path, store: SqliteStore) -> None:
    reading, event, statement = first(store)
    own = reading.article.id
    store.reviews.judge("event", own, event.trigger, "accept", "محررة")
    store.reviews.judge("statement", own, statement.content, "correct", "محررة", [("kind", "mixed")])
    reviews = store.reviews.of(own)
    later = replace(reading, events=(), statements=(), names=())
    again = reviewed(later, reviews)
    assert [e.trigger for e in again.reading.events] == [event.trigger]
    assert [(s.content, s.kind) for s in again.reading.statements] == [(statement.content, "mixed")]
    assert again.reading.events[0].figures == ()
    shifted = replace(reading, events=(replace(event, type="REJECT", p=0.2), *reading.events[1:]))
    kept = next(e for e in reviewed(shifted, reviews).reading.events if e.trigger == event.trigger)
    assert (kept.type, kept.p) == ("REJECT", 1.0)


def test_numbers_lead_back_to_what_was_read(store: SqliteStore) -> None:
    reading, _, statement = first(store)
    store.reviews.judge("statement", reading.article.id, statement.content, "reject", "محرر")
    found = reviewed(reading, store.reviews.of(reading.article.id))
    assert [reading.statements[old] for old in found.statements] == list(found.reading.statements)
    for event, old in zip(found.reading.events, found.events, strict=True):
        was = reading.events[old].statement
        if was is None or reading.statements[was] == statement:
            assert event.statement is None
        else:
            assert event.statement is not None
            assert found.reading.statements[event.statement] == reading.statements[was]


def test_stories_follow_reviews_and_come_back(store: SqliteStore, lexicons: Lexicons) -> None:
    rebuild_stories(store, lexicons)
    before = store.stories()
    assert before.happenings
    numbers = []
    for own in list(store.articles()):
        reading = store.reading(own)
        assert reading is not None
        for event in reading.events:
            numbers.append(store.reviews.judge("event", own, event.trigger, "reject", "محرر").number)
    assert not store.stories_are_current()
    rebuild_stories(store, lexicons)
    assert store.stories_are_current()
    assert store.stories().happenings == ()
    for number in dict.fromkeys(numbers):
        store.reviews.undo(number)
    rebuild_stories(store, lexicons)
    assert store.stories() == before


def test_what_waits_is_the_least_certain_and_not_yet_judged(store: SqliteStore) -> None:
    reading, event, _ = first(store)
    waiting = store.reviews.waiting("event", limit=100)
    assert (reading.article.id, 0) in waiting
    store.reviews.judge("event", reading.article.id, event.trigger, "accept", "محرر")
    left = store.reviews.waiting("event", limit=100)
    assert (reading.article.id, 0) not in left
    assert store.reviews.waiting("event", story="none") == ()


@pytest.mark.parametrize(
    ("judgement", "changes"),
    [
        ("correct", []),
        ("correct", [("type", "WEDDING")]),
        ("correct", [("p", "1.0")]),
        ("correct", [("stance", "deny")]),
    ],
)
def test_a_correction_that_says_nothing_known_is_refused(
    store: SqliteStore, judgement: str, changes: list[tuple[str, str]]
) -> None:
    reading, event, _ = first(store)
    with pytest.raises(StoreError):
        store.reviews.judge("event", reading.article.id, event.trigger, judgement, "محرر", changes)  # type: ignore[arg-type]
    assert store.reviews.history() == ()


def test_there_is_nothing_to_judge_where_nothing_stands(store: SqliteStore) -> None:
    reading, _, _ = first(store)
    for article, span in ((reading.article.id, Span(0, 1)), ("none", Span(0, 1))):
        with pytest.raises(UnknownItem):
            store.reviews.judge("event", article, span, "accept", "محرر")


def test_forgetting_an_article_forgets_its_reviews(store: SqliteStore) -> None:
    reading, event, _ = first(store)
    store.reviews.judge("event", reading.article.id, event.trigger, "accept", "محرر")
    store.forget("article", reading.article.id)
    assert store.reviews.history() == ()


def test_forgetting_a_person_keeps_the_reviews_of_what_stays(store: SqliteStore) -> None:
    reading, event, statement = first(store)
    own = reading.article.id
    store.reviews.judge("event", own, event.trigger, "accept", "محرر")
    store.reviews.judge("statement", own, statement.content, "accept", "محرر")
    store.forget("person", "سالم الدرعاوي")
    after = store.reading(own)
    assert after is not None
    places = {e.trigger for e in after.events} | {s.content for s in after.statements}
    assert {r.span for r in store.reviews.of(own)} == {event.trigger, statement.content} & places
    assert len(store.reviews.history()) == len(store.reviews.of(own))


def test_a_review_holds_no_words(store: SqliteStore) -> None:
    reading, event, _ = first(store)
    review: Review = store.reviews.judge("event", reading.article.id, event.trigger, "accept", "reviewer")
    assert review.found == event
    row = store._db.execute("SELECT * FROM review").fetchone()
    assert event.trigger.of(reading.article.text) not in repr(row)
