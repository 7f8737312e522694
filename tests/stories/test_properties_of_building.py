"""What holds of every build: the same input gives the same ids, order changes nothing, a copy never raises a count."""

from __future__ import annotations

import random
from dataclasses import replace
from importlib.resources import files
from pathlib import Path

import pytest

from tawatur.ingest import HereEngine, add
from tawatur.lexicon.bundle import Lexicons, load_lexicons
from tawatur.model import Reading, Stories
from tawatur.pipeline import Knowledge
from tawatur.store import open_store
from tawatur.stories import build_stories
from tawatur.stories.happenings.telling import is_manner

PAGES = Path(str(files("tawatur") / "demo_pages"))


@pytest.fixture(scope="module")
def lexicons() -> Lexicons:
    return load_lexicons()


@pytest.fixture(scope="module")
def readings(lexicons: Lexicons, tmp_path_factory: pytest.TempPathFactory) -> tuple[Reading, ...]:
    with open_store(tmp_path_factory.mktemp("properties") / "demo.db") as store:
        add([PAGES], store, HereEngine(Knowledge(lexicons)))
        return tuple(store.readings())


@pytest.fixture(scope="module")
def built(readings: tuple[Reading, ...], lexicons: Lexicons) -> Stories:
    return build_stories(readings, lexicons)


def test_the_same_input_gives_the_same_values(
    readings: tuple[Reading, ...], built: Stories, lexicons: Lexicons
) -> None:
    assert build_stories(readings, lexicons) == built


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_order_of_input_changes_nothing(
    readings: tuple[Reading, ...], built: Stories, lexicons: Lexicons, seed: int
) -> None:
    shuffled = list(readings)
    random.Random(seed).shuffle(shuffled)
    assert build_stories(shuffled, lexicons) == built


@pytest.mark.parametrize("number", range(0, 17, 4))
def test_a_copy_never_raises_a_count(
    readings: tuple[Reading, ...], built: Stories, lexicons: Lexicons, number: int
) -> None:
    original = readings[number]
    article = replace(original.article, id=f"{original.article.id}-copy", outlet="صحيفة النسخة", url=None, page=None)
    copy = replace(original, article=article)
    again = build_stories((*readings, copy), lexicons)
    assert any({original.article.id, article.id} <= set(group.articles) for group in again.copies)
    before = {(r.article, r.event): h.count for h in built.happenings for r in h.reports}
    for happening in again.happenings:
        known = [before[r.article, r.event] for r in happening.reports if (r.article, r.event) in before]
        assert happening.count.known <= max(count.known for count in known)
        assert happening.count.known + happening.count.unknown <= max(count.known + count.unknown for count in known)


def test_every_report_and_saying_stands_once(built: Stories, readings: tuple[Reading, ...], lexicons: Lexicons) -> None:
    told = [(r.article, r.event) for h in built.happenings for r in h.reports]
    said = [(s.article, s.statement) for u in built.utterances for s in u.sayings]
    # How somebody speaks («طالبا عدم كشف هويته») is no happening.
    every = [(r, n, e) for r in readings for n, e in enumerate(r.events) if not is_manner(r, e, lexicons.joins.told)]
    assert sorted(told) == sorted((r.article.id, n) for r, n, _ in every)
    assert sorted(said) == sorted((r.article.id, n) for r in readings for n in range(len(r.statements)))
