"""Annotation apart from its text: laid over the text again it is what it was; another text is refused."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tawatur.tagger.train.interlinear import EVENT_TYPES, STATUSES, CorpusError
from tawatur.tagger.train.overlay import overlaid, printed_sentences
from tawatur.tagger.train.overlay_work import pack, show
from tawatur.tagger.train.prepare import prepare_data
from tawatur.tagger.train.samples import UNLABELLED, samples_of

ROOT = Path(__file__).resolve().parents[2]
OVERLAYS = ROOT / "corpus" / "overlays"
ANERCORP = ROOT.parent / "shared" / "ner" / "anercorp_train.txt"

ANER = """قال O
سالم B-PERS
" O
لن O
نتراجع O
" O
. O

قصفت O
الطائرات O
بلدة O
غوسا B-LOC
وقصفت O
المدافع O
غوسا B-LOC
( O
أمس O
) O
، O
كما O
ذكر O
شهود O
. O

"""
WORK = """=== anercorp-0000-0002
title: -
outlet: -
date: 0001-01-01
style: -
topic: -

قال سالم "لن نتراجع".

قصفت الطائرات بلدة غوسا وقصفت المدافع غوسا (أمس)، كما ذكر شهود.
  ev ASSAULT actual قصفت | who الطائرات | whom بلدة غوسا | on أمس
  ev ASSAULT actual قصفت#2 | who المدافع | whom غوسا#2 | on أمس

"""


@pytest.fixture
def aner(tmp_path: Path) -> Path:
    file = tmp_path / "aner.txt"
    file.write_text(ANER, encoding="utf-8")
    return file


def write(folder: Path, name: str, text: str) -> Path:
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return file


def test_words_are_joined_as_in_print(aner: Path) -> None:
    assert printed_sentences(aner)[:2] == [
        'قال سالم "لن نتراجع".',
        "قصفت الطائرات بلدة غوسا وقصفت المدافع غوسا (أمس)، كما ذكر شهود.",
    ]


def test_packed_it_holds_no_word_and_laid_over_the_text_it_names_its_words(tmp_path: Path, aner: Path) -> None:
    lines = list(pack(write(tmp_path, "work.txt", WORK), aner))
    assert not any(c > "\u0600" for c in "".join(lines))
    (gold,) = overlaid([write(tmp_path, "o.jsonl", "\n".join(lines))], aner)
    first, second = gold["events"]
    told = [
        [gold["text"][slice(*s)] for s in (e["trigger"], *e["actors"], *e["recipients"], e["time"])]
        for e in (first, second)
    ]
    assert told == [["قصفت", "الطائرات", "بلدة غوسا", "أمس"], ["قصفت", "المدافع", "غوسا", "أمس"]]
    assert second["recipients"][0][0] > first["recipients"][0][1]


def test_shown_and_packed_again_it_is_the_same(tmp_path: Path, aner: Path) -> None:
    overlay = write(tmp_path, "o.jsonl", "\n".join(pack(write(tmp_path, "work.txt", WORK), aner)))
    shown = write(tmp_path, "shown.txt", "\n".join(show(overlay, aner)))
    assert "\n".join(pack(shown, aner)) == overlay.read_text(encoding="utf-8")


def test_texts_that_are_no_news_are_left_out(tmp_path: Path, aner: Path) -> None:
    assert list(pack(write(tmp_path, "work.txt", WORK.replace("title: -", "note: skip")), aner)) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [("لن نتراجع", "لن نتوقف"), ("anercorp-0000-0002", "anercorp-0000-0001"), ("anercorp-0000-0002", "x")],
)
def test_words_of_another_text_are_refused(tmp_path: Path, aner: Path, old: str, new: str) -> None:
    with pytest.raises(CorpusError):
        list(pack(write(tmp_path, "work.txt", WORK.replace(old, new)), aner))


def test_another_text_under_the_annotation_is_refused(tmp_path: Path, aner: Path) -> None:
    overlay = write(tmp_path, "o.jsonl", "\n".join(pack(write(tmp_path, "work.txt", WORK), aner)))
    aner.write_text(ANER.replace("بلدة", "مدينة"), encoding="utf-8")
    with pytest.raises(ValueError, match=r"o\.jsonl:1: .* another text"):
        overlaid([overlay], aner)
    with pytest.raises(ValueError, match="was not given"):
        overlaid([overlay], None)


def test_what_nobody_annotated_is_not_learned_to_be_absent(tmp_path: Path, aner: Path) -> None:
    overlay = write(tmp_path, "o.jsonl", "\n".join(pack(write(tmp_path, "work.txt", WORK), aner)))
    (gold,) = overlaid([overlay], aner)
    quoted, shelled = samples_of(gold)
    for head in ("name", "cue"):
        assert set(shelled.labels[head]) == {UNLABELLED}
    assert set(quoted.labels["trigger"]) == {0}
    assert shelled.labels["trigger"].count(1) == 2
    assert [p.kind for p in shelled.predicates] == ["trigger", "trigger"]


def test_such_texts_are_trained_on_and_never_held_out(tmp_path: Path, aner: Path) -> None:
    overlay = write(tmp_path, "o.jsonl", "\n".join(pack(write(tmp_path, "work.txt", WORK), aner)))
    whole = write(
        tmp_path,
        "gold.jsonl",
        json.dumps({"id": "g", "text": "وصل الوزير.", "names": [], "statements": [], "events": []}),
    )
    data = prepare_data([], [whole], aner, overlays=[overlay])
    assert [g["id"] for g in data.partial] == ["anercorp-0000-0002"]
    assert [g["id"] for g in data.training] == ["g"]
    assert len(data.samples()) == 3


def records() -> list[dict[str, Any]]:
    return [json.loads(line) for file in sorted(OVERLAYS.glob("*.jsonl")) for line in file.read_text().splitlines()]


@pytest.mark.skipif(not OVERLAYS.is_dir(), reason="the corpus is not in this checkout")
def test_the_overlays_hold_what_their_card_says_and_no_text() -> None:
    card = (OVERLAYS / "README.md").read_text(encoding="utf-8")
    events = [event for record in records() for event in record["events"]]
    assert f"{len(records())} texts" in card
    assert f"{len(events):,} events" in card
    assert len({record["id"] for record in records()}) == len(records())
    assert {event["type"] for event in events} <= EVENT_TYPES
    assert {event["status"] for event in events} <= set(STATUSES)
    for file in OVERLAYS.glob("*.jsonl"):
        assert not re.search(r"[\u0600-\u06ff]", file.read_text(encoding="utf-8")), file


@pytest.mark.skipif(not ANERCORP.exists(), reason="ANERcorp is not beside this checkout")
def test_the_overlays_lie_on_words_of_anercorp() -> None:
    for gold in overlaid([OVERLAYS], ANERCORP):
        for event in gold["events"]:
            one = [span for span in (event["trigger"], event["place"], event["time"]) if span]
            for start, end in (*one, *event["actors"], *event["recipients"]):
                words = gold["text"][start:end]
                assert words.strip() == words, (gold["id"], words)
                assert words, (gold["id"], start)
                assert "\n" not in words, (gold["id"], words)
