"""Every join, count and disagreement of a database is explained, in both languages, with the words that show it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest

from tawatur.ingest import HereEngine, add, rebuild_stories
from tawatur.lexicon.bundle import load_lexicons
from tawatur.pipeline import Knowledge
from tawatur.store import SqliteStore, open_store
from tawatur.views.why import WhyView, why

PAGES = Path(str(files("tawatur") / "demo_pages"))
ATTACK = ("05-difaf-attack-wire.txt", "06-alsada-reprint.html", "09-alwaha-claim.html", "10-difaf-update.txt")


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SqliteStore]:
    lexicons = load_lexicons()
    with open_store(tmp_path_factory.mktemp("why") / "why.db") as store:
        add([PAGES / name for name in ATTACK], store, HereEngine(Knowledge(lexicons)))
        rebuild_stories(store, lexicons)
        yield store


def explained(store: SqliteStore, ident: str) -> WhyView:
    view = why(store, ident)
    assert view is not None
    return view


def test_every_id_is_explained(store: SqliteStore) -> None:
    stories = store.stories()
    every = {h.id: "happening" for h in stories.happenings}
    every |= {u.id: "utterance" for u in stories.utterances} | {s.id: "story" for s in stories.stories}
    every |= {c.id: "copies" for c in stories.copies} | {e.id: "entity" for e in stories.entities}
    every |= {d.id: "disagreement" for h in stories.happenings for d in h.disagreements}
    assert {"copies", "disagreement", "utterance"} <= set(every.values())
    for ident, kind in every.items():
        assert explained(store, ident).kind == kind


def test_reports_tell_why_they_joined(store: SqliteStore) -> None:
    happening = max(store.stories().happenings, key=lambda h: len(h.reports))
    joined, counted, *_ = explained(store, happening.id).parts
    assert len(joined.items) == len(happening.reports) > 2
    assert sum(item.reasons[0].en == "the report that it began with" for item in joined.items) == 1
    assert all(item.reasons and item.evidence and item.evidence.exact for item in joined.items)
    assert counted.reasons
    assert any(item.evidence for item in counted.items)


def test_sides_of_a_disagreement_keep_their_words(store: SqliteStore) -> None:
    found = [d for h in store.stories().happenings for d in h.disagreements if d.attribute == "figure"]
    (part,) = explained(store, found[0].id).parts
    assert {item.label for item in part.items} == {side for side, _ in found[0].sides}
    assert all(item.evidence is not None for item in part.items)


def test_reasons_are_in_both_languages(store: SqliteStore) -> None:
    for happening in store.stories().happenings:
        for part in explained(store, happening.id).parts:
            for reason in (*part.reasons, *(r for item in part.items for r in item.reasons)):
                assert re.search(r"[A-Za-z]{3}", reason.en)
                assert not re.search(r"[A-Za-z]{3}", reason.ar)


@pytest.mark.parametrize(
    "ident", ["", "h0", "copy-0", "w-0", "h0-sources-figure-killed", "قصة", "x'; DROP TABLE story"]
)
def test_an_unknown_id_is_none(store: SqliteStore, ident: str) -> None:
    assert why(store, ident) is None
