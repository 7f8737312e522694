"""Decisions about entities that stories take in: what they touch is told again, as if all had been built anew."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.ingest.ten_towns import BOUND, PLACES, agreement, groups_of, grown, sets

from tawatur.ingest import deciding, growing, rebuild_stories, update_stories
from tawatur.pipeline import Knowledge
from tawatur.store import ReadPage, SqliteStore

Judge = Callable[[SqliteStore], object]


def mention(store: SqliteStore, place: str, n: int, name: str) -> tuple[str, str]:
    reading = next(reading for reading in store.readings() if reading.article.title and place in reading.article.text)
    found = [r for r in store.readings() if r.article.id.startswith(reading.article.id[:-1])]
    return next((r.article.id, e.id) for r in found[n:] for e in r.entities if name in e.canonical)


def mayors_are_one(store: SqliteStore) -> object:
    return store.decisions.decide("same", "سامر الفارس", "هيثم الدرويش")


def a_minister_is_another(store: SqliteStore) -> object:
    one, other = (mention(store, place, 0, "المنذري") for place in (PLACES[0], PLACES[3]))
    return store.decisions.decide("different", one, other)


def two_ministers(store: SqliteStore) -> object:
    entity = store.entity_of(*mention(store, PLACES[0], 0, "المنذري"))
    assert entity is not None
    return store.decisions.decide("different", mention(store, PLACES[5], 0, "المنذري"), entity)


def towns_are_one(store: SqliteStore) -> object:
    first, second = (store.find_entities(place)[0].id for place in PLACES[:2])
    return store.decisions.decide("same", first, second)


@pytest.mark.parametrize("judge", [mayors_are_one, a_minister_is_another, two_ministers, towns_are_one])
def test_a_decision_is_taken_in_as_if_all_were_built_anew(
    pages: tuple[ReadPage, ...], grammar: Knowledge, tmp_path: Path, judge: Judge, monkeypatch: pytest.MonkeyPatch
) -> None:
    with grown(tmp_path / "a.db", [pages], grammar) as store:
        before = groups_of(store.stories())
        decision = judge(store)
        assert not store.stories_are_current()
        retold: list[str] = []
        grow = growing._grow
        monkeypatch.setattr(growing, "_grow", lambda s, x, a, **kw: (retold.extend(a), grow(s, x, a, **kw)))
        assert update_stories(store, grammar.lexicons, few=0, share=1.0) == "grown"
        assert store.stories_are_current()
        assert 0 < len(retold) < len(pages) / 2
        _is_as_built_anew(store, grammar)
        # Taken back, all is as it was.
        store.decisions.undo(decision.id)  # type: ignore[attr-defined]
        assert update_stories(store, grammar.lexicons, few=0, share=1.0) == "grown"
        assert sets(groups_of(store.stories())) == sets(before)
        assert list(store.faults()) == []


def _is_as_built_anew(store: SqliteStore, grammar: Knowledge) -> None:
    grown = store.stories()
    assert list(store.faults()) == []
    known = {entity.id for entity in grown.entities}
    parties = {p for h in grown.happenings for p in (*h.actors, *h.recipients) if p.startswith("w-")}
    speakers = {u.speaker for u in grown.utterances if u.speaker}
    assert parties | speakers <= known
    rebuild_stories(store, grammar.lexicons)
    whole = groups_of(store.stories())
    for kind, groups in groups_of(grown).items():
        assert agreement(groups, whole[kind]) >= BOUND, kind
    assert sets(groups_of(grown))["entities"] == sets(whole)["entities"]
    counts = {frozenset((r.article, r.event) for r in h.reports): h.count for h in store.stories().happenings}
    same = [h for h in grown.happenings if frozenset((r.article, r.event) for r in h.reports) in counts]
    assert all(h.count == counts[frozenset((r.article, r.event) for r in h.reports)] for h in same)


def test_what_touches_too_much_is_built_anew(pages: tuple[ReadPage, ...], grammar: Knowledge, tmp_path: Path) -> None:
    with grown(tmp_path / "a.db", [pages], grammar) as store:
        mayors_are_one(store)
        assert update_stories(store, grammar.lexicons, few=0, share=1 / len(pages)) == "built"
        assert store.standing.decided() == ()
        assert store.find_entities("سامر الفارس")[0].id == store.find_entities("هيثم الدرويش")[0].id


def test_a_kill_between_the_entities_and_what_they_tell_loses_nothing(
    pages: tuple[ReadPage, ...], grammar: Knowledge, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with grown(tmp_path / "a.db", [pages], grammar) as store:
        mayors_are_one(store)
        monkeypatch.setattr(growing, "_grow", _dies)
        with pytest.raises(KeyboardInterrupt):
            update_stories(store, grammar.lexicons, few=0, share=1.0)
        monkeypatch.undo()
        assert not store.stories_are_current()
        assert update_stories(store, grammar.lexicons, few=0, share=1.0) == "grown"
        _is_as_built_anew(store, grammar)


def _dies(*_: object, **__: object) -> None:
    raise KeyboardInterrupt


def test_the_ids_of_the_larger_parts_stay(pages: tuple[ReadPage, ...], grammar: Knowledge, tmp_path: Path) -> None:
    with grown(tmp_path / "a.db", [pages], grammar) as store:
        entity = store.entity_of(*mention(store, PLACES[0], 0, "المنذري"))
        assert entity is not None
        many = set(store.standing.members_of(entity))
        two_ministers(store)
        found = deciding.regathered(store, grammar.lexicons)
        assert found is not None
        kept = next(one for one in found.entities if one.id == entity)
        assert set(kept.members) < many
        assert len(kept.members) > len(many) / 2
        assert found.followed == {}
