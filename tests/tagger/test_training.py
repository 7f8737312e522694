"""Training data, scores and the command's pieces that need no torch; the network itself where torch is installed."""

import json
from pathlib import Path

import numpy as np
import pytest
from tests.tagger.test_samples import gold

from tawatur.tagger.labels import NAME_TYPES
from tawatur.tagger.tagger import Tagger
from tawatur.tagger.train.anercorp import ANER_TYPES, aner_samples, aner_split, possible_names
from tawatur.tagger.train.prepare import prepare_data
from tawatur.tagger.train.readings import reading_of
from tawatur.tagger.train.scoring import aner_scores, scores
from tawatur.text.prepared import prepare


def test_perfect_readings_score_one() -> None:
    found = scores([gold()], [gold()])
    assert found["names"] == found["statements.full"] == found["events.found"] == found["events.actors"] == 1.0


def test_mistakes_are_counted_where_they_are() -> None:
    wrong = gold()
    wrong["names"] = wrong["names"][:2]
    wrong["events"][0]["type"] = "COERCE"
    wrong["statements"][0]["holder"] = None
    found = scores([gold()], [wrong])
    assert found["names"] == pytest.approx(0.8)
    assert (found["events.trigger"], found["events.found"], found["events.type"]) == (1.0, 0.0, 0.0)
    assert (found["statements.found"], found["statements.full"], found["statements.content"]) == (1.0, 0.0, 1.0)


def test_a_reading_has_the_form_that_is_scored(tagger: Tagger) -> None:
    reading = json.loads(json.dumps(reading_of(tagger.tag(prepare(gold()["text"])), "t")))
    assert set(reading) == {"id", "names", "statements", "events"}
    assert scores([gold()], [reading])


def test_rows_of_anercorp_without_word_or_tag_are_left_out(tmp_path: Path) -> None:
    file = tmp_path / "aner.txt"
    file.write_text("زار O\nسالم B-PERS\nالدوسي I-PERS\n O\nالميناء I-LOC\nكلمة X\n\n. O\n\n", encoding="utf-8")
    first, second = aner_samples(file)
    assert first.words == ["زار", "سالم", "الدوسي", "الميناء"]
    loc = ANER_TYPES.index("LOC")
    assert first.labels["aner"] == [0, 1, 2, 1 + 2 * loc]
    assert second.marks == [True]


def test_the_last_sixth_of_anercorp_is_held_out(tmp_path: Path) -> None:
    file = tmp_path / "aner.txt"
    file.write_text("".join(f"كلمة{i} O\n\n" for i in range(12)), encoding="utf-8")
    training, test = aner_split(aner_samples(file))
    assert (len(training), len(test)) == (10, 2)


def test_scores_of_anercorp_by_class() -> None:
    certain = np.full((3, 9), -9.0, np.float32)
    certain[[0, 1, 2], [1, 2, 0]] = 9.0
    assert aner_scores([[1, 2, 3]], [certain]) == {
        "aner": pytest.approx(0.6667), "aner.LOC": 0.0, "aner.MISC": 0.0, "aner.ORG": 0.0, "aner.PERS": 1.0,
        "aner.named": pytest.approx(0.6667),
    }  # fmt: skip


def test_the_names_of_anercorp_are_one_sum_without_its_nationalities() -> None:
    # A person that is found, a place that is not, and a nationality found where none is: it counts in the whole alone.
    certain = np.full((3, 9), -9.0, np.float32)
    certain[[0, 1, 2], [1, 0, 7]] = 9.0
    found = aner_scores([[1, 3, 0]], [certain])
    assert found["aner"] == pytest.approx(0.5)
    assert found["aner.named"] == pytest.approx(0.6667)


def test_what_anercorp_leaves_possible() -> None:
    rows = possible_names()
    labels = range(13)
    kinds = ["O"] + [f"{b}-{t}" for t in NAME_TYPES for b in "BI"]
    told = {tag: {kinds[i] for i in labels if rows[at][i]} for at, tag in enumerate(["O", "B-PERS", "I-PERS", "B-LOC"])}
    assert told["O"] == {"O", "B-FAC", "I-FAC", "B-OTHER", "I-OTHER"}
    assert (told["B-PERS"], told["I-PERS"]) == ({"B-PER"}, {"I-PER"})
    assert told["B-LOC"] == {"B-GPE", "B-LOC", "B-FAC"}
    assert all(rows[7])
    assert all(rows[8])


def test_every_fifth_gold_text_is_kept_for_validation(tmp_path: Path) -> None:
    file = tmp_path / "small.jsonl"
    file.write_text("".join(json.dumps(gold() | {"id": str(i)}) + "\n" for i in range(10)), encoding="utf-8")
    data = prepare_data([], [file], None)
    assert [g["id"] for g in data.validation["small, held out"]] == ["4", "9"]
    assert len(data.training) == 8
    whole = prepare_data([], [file], None, whole=True)
    assert (len(whole.training), whole.validation) == (10, {})


def test_without_texts_there_is_nothing_to_train() -> None:
    with pytest.raises(ValueError, match="nothing to train with"):
        prepare_data([], [], None)
