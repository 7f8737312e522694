"""Stories that grow: late articles join or open them, and the result is close to that of building all at once."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest
from tests.ingest.ten_towns import BOUND, PLACES, agreement, groups_of, grown, sets

from tawatur.ingest import growing, read_page, rebuild_stories, update_stories
from tawatur.model import Stories
from tawatur.pipeline import Knowledge
from tawatur.store import ReadPage, SqliteStore, open_store


@pytest.mark.parametrize(("seed", "size"), [(1, 1), (2, 4), (3, 9)])
def test_the_order_of_arrival_changes_little(
    pages: tuple[ReadPage, ...], grammar: Knowledge, tmp_path: Path, seed: int, size: int
) -> None:
    with open_store(tmp_path / "whole.db") as store:
        store.put(pages)
        rebuild_stories(store, grammar.lexicons)
        whole = store.stories()
    shuffled = list(pages)
    random.Random(seed).shuffle(shuffled)
    batches = [shuffled[:12], *(shuffled[at : at + size] for at in range(12, len(shuffled), size))]
    with grown(tmp_path / "grown.db", batches, grammar) as store:
        found = store.stories()
        assert list(store.faults()) == []
        for kind, groups in groups_of(found).items():
            assert agreement(groups, groups_of(whole)[kind]) >= BOUND, kind
        told = {h.id for h in found.happenings}
        assert {h.fulfils for h in found.happenings} - {None} <= told
        for story in found.stories:
            mine = {h.id for h in found.happenings for r in h.reports if r.article in story.articles}
            assert set(story.happenings) == mine
        before = store.totals()
        rebuild_stories(store, grammar.lexicons)
        assert store.totals().happenings == len(whole.happenings)
        assert before.articles == store.totals().articles


def test_ids_stay_and_nothing_new_changes_nothing(
    pages: tuple[ReadPage, ...], grammar: Knowledge, tmp_path: Path
) -> None:
    # The third report of every place comes late; its story, bridge and minister are known by then.
    early = [page for n, page in enumerate(pages) if n % 3 < 2]
    late = [page for n, page in enumerate(pages) if n % 3 == 2]
    with grown(tmp_path / "a.db", [early], grammar) as store:
        before = store.stories()
    with grown(tmp_path / "b.db", [early, late], grammar) as store:
        after = store.stories()
        assert {story.id for story in before.stories} <= {story.id for story in after.stories}
        assert {entity.id for entity in before.entities} <= {entity.id for entity in after.entities}
        joined = [p for p in PLACES if any({f"{p}0", f"{p}1", f"{p}2"} <= set(s.articles) for s in after.stories)]
        assert len(joined) >= len(PLACES) - 2
        (minister,) = [entity for entity in after.entities if "فاضل المنذري" in entity.spellings]
        assert {member[0] for member in minister.members} >= {page.split.articles[0].id for page in early[::2]}
        state = store.state()
        assert update_stories(store, grammar.lexicons) == "current"
        assert store.state() == state
        assert store.stories() == after


def test_a_kill_between_batches_loses_nothing(
    pages: tuple[ReadPage, ...], grammar: Knowledge, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(growing, "BATCH", 5)
    with grown(tmp_path / "through.db", [pages[:18], pages[18:]], grammar) as store:
        through = store.stories()
    with grown(tmp_path / "killed.db", [pages[:18]], grammar) as store:
        store.put(pages[18:])
        grow, calls = SqliteStore.grow_stories, []

        def dies(self, growth):  # type: ignore[no-untyped-def]
            calls.append(growth)
            if len(calls) == 2:
                raise KeyboardInterrupt
            grow(self, growth)

        monkeypatch.setattr(SqliteStore, "grow_stories", dies)
        with pytest.raises(KeyboardInterrupt):
            update_stories(store, grammar.lexicons, few=0, share=1.0)
        assert not store.stories_are_current()
        assert store.can_grow()
    with open_store(tmp_path / "killed.db") as store:
        assert update_stories(store, grammar.lexicons, few=0, share=1.0) == "grown"
        assert store.stories() == through
        assert list(store.faults()) == []


def test_a_decision_holds_for_those_who_come_later(
    pages: tuple[ReadPage, ...], grammar: Knowledge, tmp_path: Path
) -> None:
    with grown(tmp_path / "a.db", [pages[:18]], grammar) as store:
        one, other = (store.entity_of(pages[n].split.articles[0].id, _local(pages[n])) for n in (0, 3))
        assert one == other
        store.decisions.decide("different", *((pages[n].split.articles[0].id, _local(pages[n])) for n in (0, 3)))
        store.put(pages[18:])
        assert update_stories(store, grammar.lexicons, few=0, share=1.0) == "grown"
        sides = {store.entity_of(pages[n].split.articles[0].id, _local(pages[n])) for n in (0, 3)}
        assert len(sides) == 2
        late = replace(pages[2].split.page, id="late", text="قال وزير النقل فاضل المنذري إن جسر الزهور سيفتح غدا.")
        read = read_page(late, grammar)
        assert isinstance(read, ReadPage)
        store.put([read])
        assert update_stories(store, grammar.lexicons, few=0, share=1.0) == "grown"
        assert {store.entity_of(pages[n].split.articles[0].id, _local(pages[n])) for n in (0, 3)} == sides
        assert list(store.faults()) == []


def _local(page: ReadPage) -> str:
    return next(entity.id for entity in page.readings[0].entities if "المنذري" in entity.canonical)


def test_many_new_articles_are_built_with_all_others(
    pages: tuple[ReadPage, ...], grammar: Knowledge, tmp_path: Path
) -> None:
    with open_store(tmp_path / "a.db") as store:
        store.put(pages[:3])
        assert update_stories(store, grammar.lexicons) == "built"
        store.put(pages[3:])
        assert update_stories(store, grammar.lexicons, few=0) == "built"
        assert update_stories(store, grammar.lexicons, few=0) == "current"


@pytest.mark.parametrize(("at_once", "letters"), [(15, 1_000_000), (1_000_000, 2_000)])
def test_a_large_store_is_built_by_steps(
    pages: tuple[ReadPage, ...], grammar: Knowledge, tmp_path: Path, at_once: int, letters: int
) -> None:
    with open_store(tmp_path / "a.db") as store:
        store.put(pages)
        rebuild_stories(store, grammar.lexicons)
        whole = groups_of(store.stories())
        first = store.standing.first_articles(at_once, letters)
        assert 0 < len(first) < store.standing.count()
        rebuild_stories(store, grammar.lexicons, at_once=at_once, letters=letters)
        assert store.stories_are_current()
        assert store.standing.new_articles() == ()
        for kind, groups in groups_of(store.stories()).items():
            assert agreement(groups, whole[kind]) >= BOUND, kind
        assert list(store.faults()) == []


def test_search_finds_happenings_that_grew(pages: tuple[ReadPage, ...], grammar: Knowledge, tmp_path: Path) -> None:
    with grown(tmp_path / "a.db", [pages[:18], pages[18:]], grammar) as store:
        for place in PLACES:
            hits = store.search_happenings(place, limit=50)
            assert hits
            assert all(store.happening(hit.happening) is not None for hit in hits)
        found = {hit.happening for hit in store.search_happenings("الثلاثاء", limit=500)}
        rebuilt = {h.id for h in store.stories().happenings}
        assert found <= rebuilt


def test_growing_looks_everything_up(pages: tuple[ReadPage, ...], grammar: Knowledge, tmp_path: Path) -> None:
    """No query of growing goes through a whole table that grows with the articles: each is answered by an index."""
    asked: dict[str, None] = {}
    with grown(tmp_path / "a.db", [pages[:18], pages[18:24]], grammar) as store:
        store.put(pages[24:])
        store._db.set_trace_callback(lambda sql: asked.setdefault(sql))
        assert update_stories(store, grammar.lexicons, few=0, share=1.0) == "grown"
        store._db.set_trace_callback(None)
        plans = {
            (sql, step)
            for sql in asked
            if sql.startswith(("SELECT", "UPDATE", "DELETE"))
            for *_, step in store._db.execute(f"EXPLAIN QUERY PLAN {sql}").fetchall()
        }
    assert len(plans) > 500
    walked = {(step, sql) for sql, step in plans if step.startswith("SCAN") and "VIRTUAL TABLE" not in step}
    # How many articles there are, those that wait for a story, and what people decided and reviewed are few or quick.
    few = ("FROM waiting w CROSS JOIN", "FROM waiting LIMIT 1", "FROM decision", "FROM decided_entity", "review")
    quick = ("count(*) FROM article", *few)
    assert {(step, sql) for step, sql in walked if not any(one in sql for one in quick)} == set()


def test_what_was_judged_is_told_again_and_the_rest_stays(
    pages: tuple[ReadPage, ...], grammar: Knowledge, tmp_path: Path
) -> None:
    with grown(tmp_path / "a.db", [pages], grammar) as store:
        before = groups_of(store.stories())
        denied = max((r for page in pages for r in page.readings), key=lambda r: len(r.events))
        numbers = [
            store.reviews.judge("event", denied.article.id, event.trigger, "reject", "محرر").number
            for event in dict.fromkeys(denied.events)
        ]
        statement = pages[4].readings[0].statements[0]
        other = pages[4].readings[0].article.id
        numbers.append(store.reviews.judge("statement", other, statement.content, "reject", "محرر").number)
        assert not store.stories_are_current()
        assert update_stories(store, grammar.lexicons, few=0, share=1.0) == "grown"
        assert store.stories_are_current()
        told = groups_of(store.stories())
        assert not [h for h in told["happenings"] if any(article == denied.article.id for article, _ in h)]  # type: ignore[misc]
        assert list(store.faults()) == []
        _refers_to_what_is_there(store.stories())
        rebuild_stories(store, grammar.lexicons)
        assert sets(told) == sets(groups_of(store.stories()))
        for number in dict.fromkeys(numbers):
            store.reviews.undo(number)
        assert update_stories(store, grammar.lexicons, few=0, share=1.0) == "grown"
        assert sets(groups_of(store.stories())) == sets(before)


def _refers_to_what_is_there(stories: Stories) -> None:
    happenings, utterances = {h.id for h in stories.happenings}, {u.id for u in stories.utterances}
    for happening in stories.happenings:
        assert {happening.fulfils, happening.cancels} - {None} <= happenings
        assert set(happening.denied_by) <= utterances
    for utterance in stories.utterances:
        assert set(utterance.denied_by) <= utterances
        assert set(utterance.answers) <= happenings | utterances
