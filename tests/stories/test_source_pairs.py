"""Wordings of sources, two by two: one source is counted once, two sources are counted twice."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tawatur.lexicon.bundle import Lexicons, load_lexicons
from tawatur.model import Article, Count, Published, Reading
from tawatur.pipeline import Knowledge, read_article
from tawatur.stories.assemble import Materials
from tawatur.stories.chains.independence import count_chains
from tawatur.stories.entities import join_entities
from tawatur.stories.happenings.parties import build_world

DAY = Published(date(2025, 7, 6), date(2025, 7, 6), "given")
SAID = "مسلحين أغلقوا الجسر القديم مساء السبت"
PAIRS = Path(__file__).with_name("source_pairs.tsv")


def pairs() -> list[tuple[str, str, str, str]]:
    lines = PAIRS.read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return [(kind, verdict, one, other) for kind, verdict, one, other in rows]


@pytest.fixture(scope="module")
def lexicons() -> Lexicons:
    return load_lexicons()


def counted(lexicons: Lexicons, *wordings: str) -> Count:
    """Count the sources of one thing said, each wording in an article of its own, all articles of one story."""
    knowledge = Knowledge(lexicons)
    readings = [
        read_article(Article(f"a{n}", words.replace("…", SAID), f"a{n}", None, published=DAY), knowledge)
        for n, words in enumerate(wordings)
    ]
    clusters = [[reading.article.id for reading in readings]]
    entities = join_entities(readings, lexicons.stories, clusters, ())
    world = build_world(entities, lexicons.names.demonyms, readings, lexicons.joins.told)
    materials = Materials(readings, (), clusters, world, lexicons.joins)
    return count_chains([materials.tracers[r.article.id].statement(_of_said(r)) for r in readings])


def _of_said(reading: Reading) -> int:
    """Return the statement that holds what is said, the outermost of a sentence."""
    start = reading.article.text.index(SAID)
    holding = [n for n, s in enumerate(reading.statements) if s.content.start <= start + 8 < s.content.end]
    assert holding, reading.article.text
    return min(holding, key=lambda n: reading.statements[n].content.end - reading.statements[n].content.start)


def verdict(count: Count) -> str:
    return "same" if (count.known, count.unknown) == (1, 0) else "different" if count.known == 2 else "unknown"


def cases() -> list[object]:
    """Return the pairs; those whose holder is not read are kept, to be told when they are."""
    unread = pytest.mark.xfail(strict=True, reason="the holder of one of both is not found")
    return [pytest.param(*pair, marks=[unread] if pair[0] == "unread" else []) for pair in pairs()]


@pytest.mark.parametrize(("kind", "expected", "one", "other"), cases())
def test_one_source_counts_once_and_two_twice(
    lexicons: Lexicons, kind: str, expected: str, one: str, other: str
) -> None:
    assert verdict(counted(lexicons, one, other)) == expected
