"""Words into pieces: the best-scored segmentation, on the letters that the vocabulary knows."""

import pytest
from tests.tagger.conftest import small_pieces

from tawatur.tagger.pieces import UNKNOWN, Pieces, plain
from tawatur.text.words import find_words


def written(pieces: Pieces, text: str) -> list[list[str]]:
    return [[pieces.pieces[i] for i in pieces.of(word)] for word in find_words(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وزير", [["▁وزير"]]),
        ("الخارجية", [["▁ال", "خارجية"]]),
        ("وقال", [["▁و", "قال"]]),
        ("قال الوزير", [["▁قال"], ["▁ال", "وزير"]]),
        ("قال.", [["▁قال"], ["."]]),
        ("«قال»", [["«"], ["▁قال"], ["»"]]),
        ("123", [["▁", "12", "3"]]),
        ("١٢", [["▁", "12"]]),
        ("cab", [["▁", "c", "a", "b"]]),
        ("漢", [["▁", "<unk>"]]),
    ],
)
def test_the_best_scored_pieces_are_taken(text: str, expected: list[list[str]]) -> None:
    assert written(small_pieces(), text) == expected


@pytest.mark.parametrize("text", ["وَزِير", "وزيـــر", "وز\u200fير", "وزیر", "\ufeedزير", "وزي\u064dر"])
def test_marks_and_foreign_letters_change_nothing(text: str) -> None:
    assert written(small_pieces(), text) == [["▁وزير"]]


def test_hamza_and_final_letters_are_kept_apart() -> None:
    assert plain("أإآىةؤئ") == "أإآىةؤئ"


def test_every_word_has_a_piece_and_none_has_many() -> None:
    pieces = small_pieces()
    for surface in ["", "\u0640", "\u200b", "ا" * 10_000, "漢" * 500, "🙂"]:
        assert 1 <= len(pieces.of_surface(surface)) <= 16
        assert 1 <= len(pieces.of_surface(surface, mark=True)) <= 16


def test_what_has_no_piece_is_unknown() -> None:
    assert small_pieces().of_surface("🙂", mark=True) == (UNKNOWN,)


def test_a_vocabulary_without_the_special_pieces_is_refused() -> None:
    with pytest.raises(ValueError, match="a vocabulary starts with"):
        Pieces(["ا"], [-1.0])
