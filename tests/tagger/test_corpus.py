"""The annotated corpus holds what its card says, and nothing in it is broken."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from tawatur.tagger.train.checks import check
from tawatur.tagger.train.corpus import load

CORPUS = Path(__file__).parents[2] / "corpus"
pytestmark = pytest.mark.skipif(not (CORPUS / "texts").is_dir(), reason="the corpus is not in this checkout")


def test_every_text_is_sound_and_every_span_is_in_its_text() -> None:
    broken, ids = [], []
    for document, gold in load([CORPUS / "texts"]):
        ids.append(document.id)
        broken += [f for f in check(document, gold) if f.level == "error"]
        spans = [n["span"] for n in gold["names"]] + [s["content"] for s in gold["statements"]]
        assert all(0 <= start < end <= len(gold["text"]) for start, end in spans)
    assert broken == []
    assert len(ids) == len(set(ids)) >= 300


def test_the_card_tells_the_size_and_the_sets() -> None:
    card = (CORPUS / "README.md").read_text(encoding="utf-8")
    golds = [gold for _, gold in load([CORPUS / "texts"])]
    sets = Counter(gold["id"].split("-")[0] for gold in golds)
    said = re.search(r"(\d+) texts, about ([\d,]+) words", card)
    assert said is not None
    assert int(said[1]) == len(golds)
    words = sum(len(gold["text"].split()) for gold in golds)
    assert abs(int(said[2].replace(",", "")) - words) < 0.01 * words
    assert all(f"`{name}`" in card for name in sets)


def test_all_types_stances_and_statuses_are_there_in_number() -> None:
    golds = [gold for _, gold in load([CORPUS / "texts"])]
    types = Counter(event["type"] for gold in golds for event in gold["events"])
    statuses = Counter(event["status"] for gold in golds for event in gold["events"])
    stances = Counter(statement["stance"] for gold in golds for statement in gold["statements"])
    assert len(types) == 16
    assert min(types.values()) >= 50
    assert len(statuses) == 6
    assert min(statuses.values()) >= 50
    assert len(stances) == 6
    assert min(stances.values()) >= 50
