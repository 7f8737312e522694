"""The commands around the tagger: its pace, its training, its card."""

import json
from pathlib import Path

import pytest
from tests.tagger.test_samples import gold

from tawatur.tagger.pace import main as pace_main
from tawatur.tagger.pace import pace
from tawatur.tagger.tagger import Tagger
from tawatur.tagger.train.__main__ import main as train_main
from tawatur.tagger.train.card import write_card
from tawatur.text.prepared import prepare


def test_the_pace_counts_words_and_times_both_parts(tagger: Tagger) -> None:
    texts = [prepare(gold()["text"])] * 3
    found = pace(tagger, texts)
    assert found.words == 3 * len(texts[0].words)
    assert found.bare > 0
    assert found.deciding >= 0


def test_a_folder_without_a_model_has_no_pace(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert pace_main([str(tmp_path / "texts.jsonl"), "--model", str(tmp_path)]) == 1
    assert "holds no model" in capsys.readouterr().err


def test_training_says_what_it_lacks(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert train_main(["--out", str(tmp_path)]) == 1
    assert "nothing to train with" in capsys.readouterr().err
    assert train_main(["--out", str(tmp_path), "--gold", str(tmp_path / "none.jsonl")]) == 1
    assert "none.jsonl" in capsys.readouterr().err


def test_training_on_the_whole_wants_taggers_of_parts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert train_main(["--out", str(tmp_path), "--whole", str(tmp_path)]) == 1
    assert "holds no taggers of parts" in capsys.readouterr().err


def test_training_from_earlier_runs_wants_them(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert train_main(["--out", str(tmp_path), "--start", f"{tmp_path / 'none'}=2"]) == 1
    assert "none holds no run to start with" in capsys.readouterr().err


def test_training_names_the_line_of_a_broken_text(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "broken.txt").write_text("=== a\ntitle: t\n\nزار الوزير الميناء.\n  PER سالم\n", encoding="utf-8")
    assert train_main(["--out", str(tmp_path), "--corpus", str(tmp_path)]) == 1
    assert "broken.txt:5" in capsys.readouterr().err


def test_the_card_states_licence_data_and_scores(tmp_path: Path) -> None:
    meta = {"data": {"training texts": 7}, "settings": {"seed": 1}, "scores": {"dev": {"names": 0.5}, "other": {}}}
    write_card(tmp_path, json.loads(json.dumps(meta)))
    card = (tmp_path / "README.md").read_text(encoding="utf-8")
    for words in ("CC BY-SA 4.0", "ANERcorp", "| training texts | 7 |", "seed 1", "| names | 0.500 |  |", "## Limits"):
        assert words in card


def test_the_card_of_a_model_without_scores_has_no_table(tmp_path: Path) -> None:
    write_card(tmp_path, {})
    assert "## Scores" not in (tmp_path / "README.md").read_text(encoding="utf-8")
