"""The model that comes with the package: small, repeatable, and able to read a plain sentence."""

import hashlib
import json
from pathlib import Path

import numpy as np
import pytest

from tawatur.tagger import ModelError, Tagger, load_tagger
from tawatur.tagger.loading import SHIPPED
from tawatur.text.prepared import prepare

shipped = pytest.mark.skipif(not (SHIPPED / "meta.json").exists(), reason="the package comes without a model")
MOST_BYTES = 40_000_000
TEXT = "أعلن وزير الدفاع سالم الدوسي أن قوات بلاده قتلت عشرة مسلحين في مدينة الموصل. ونفت جماعة الراية ذلك."


@pytest.fixture(scope="module")
def model() -> Tagger:
    loaded = load_tagger()
    assert loaded is not None
    return loaded


@shipped
def test_the_model_is_small_whole_and_has_a_card() -> None:
    meta = json.loads((SHIPPED / "meta.json").read_text(encoding="utf-8"))
    assert sum(file.stat().st_size for file in SHIPPED.iterdir()) <= MOST_BYTES
    for name, digest in meta["sha256"].items():
        assert hashlib.sha256((SHIPPED / name).read_bytes()).hexdigest() == digest, name
    card = (SHIPPED / "README.md").read_text(encoding="utf-8")
    assert "CC BY-SA 4.0" in card
    assert "ANERcorp" in card


@shipped
def test_a_plain_report_is_read(model: Tagger) -> None:
    tagged = model.tag(prepare(TEXT))
    assert ("سالم الدوسي", "PER") in {(n.span.of(TEXT), n.type) for n in tagged.names}
    cue = tagged.cues[0]
    assert cue.span.of(TEXT) == "أعلن"
    assert cue.holder is not None
    assert cue.holder.span.of(TEXT) == "وزير الدفاع سالم الدوسي"
    assert ("قتلت", "ASSAULT") in {(t.span.of(TEXT), t.type) for t in tagged.triggers}


@shipped
def test_the_same_text_gives_the_same_output_whatever_is_read_beside_it(model: Tagger) -> None:
    once = model.tag(prepare(TEXT))
    model.tag(prepare("نص آخر طويل قليلا، فيه كلمات كثيرة لا شأن لها بما سبق."))
    assert np.array_equal(once.scores, model.tag(prepare(TEXT)).scores)
    fresh = load_tagger()
    assert fresh is not None
    assert np.array_equal(once.scores, fresh.tag(prepare(TEXT)).scores)


@shipped
def test_a_long_text_is_read_in_stretches_that_do_not_change_one_another(model: Tagger) -> None:
    context = model.meta["context"]
    sentence = "أعلن وزير الدفاع سالم الدوسي أن جنديا قتل في الميناء. "
    long, longer = (model.tag(prepare(sentence * number)) for number in (40, 80))
    pieces = sum(len(model.pieces.of(word)) for word in long.prepared.words)
    assert pieces > 2 * context
    same = len(long.scores) // 2
    assert np.array_equal(long.scores[:same], longer.scores[:same])


@shipped
@pytest.mark.parametrize("text", ["", "🙂", "َ", "\u200b", "abc", "(" * 300, "ا" * 10_000, "كلمة " * 2_000, "\ud800"])
def test_strange_texts_are_tagged(model: Tagger, text: str) -> None:
    tagged = model.tag(prepare(text))
    assert np.isfinite(tagged.scores).all()
    assert all(text[n.span.start : n.span.end] for n in tagged.names)


@shipped
@pytest.mark.parametrize(
    ("surface", "expected"),
    [
        ("وقال", ["▁وقال"]),
        ("الخارجية", ["▁الخارجية"]),
        ("سيرغي", ["▁سير", "غي"]),
        ("رويترز", ["▁", "رويترز"]),
        ("٦٠", ["▁60"]),
        ("ABC", ["▁A", "B", "C"]),
        ("الخـارجيّة", ["▁الخارجية"]),
    ],
)
def test_words_are_cut_as_the_encoder_was_taught(model: Tagger, surface: str, expected: list[str]) -> None:
    assert [model.pieces.pieces[i] for i in model.pieces.of_surface(surface)] == expected


def test_a_folder_without_a_model_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="holds no model"):
        load_tagger(tmp_path)


def test_a_model_of_another_format_is_refused(tmp_path: Path) -> None:
    (tmp_path / "meta.json").write_text('{"format": 0}', encoding="utf-8")
    with pytest.raises(ModelError, match="not of format"):
        load_tagger(tmp_path)


def test_a_folder_with_a_broken_vocabulary_is_refused(tmp_path: Path) -> None:
    (tmp_path / "meta.json").write_text('{"format": 1, "pieces": 1, "lowest_score": -1}', encoding="utf-8")
    (tmp_path / "pieces.tsv").write_text("كلمة\n", encoding="utf-8")
    with pytest.raises(ModelError, match="no vocabulary"):
        load_tagger(tmp_path)
