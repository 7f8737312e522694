"""Sentences into windows: short ones whole, long ones cut after punctuation."""

from tawatur.tagger.pieces import BOS, EOS
from tawatur.tagger.windows import MOST_PIECES, windows


def test_a_short_sentence_is_one_window() -> None:
    (window,) = windows([(7, 8), (9,), (10, 11)], ["ا", "ب", "ت"])
    assert (window.first, window.last) == (0, 3)
    assert window.ids == (BOS, 7, 8, 9, 10, 11, EOS)
    assert window.starts == (1, 3, 4)


def test_a_long_sentence_is_cut_after_a_mark_in_the_later_half() -> None:
    surfaces = ["كلمة"] * 150 + ["،"] + ["كلمة"] * 150
    found = list(windows([(5,)] * len(surfaces), surfaces))
    assert [(w.first, w.last) for w in found] == [(0, 151), (151, 301)]


def test_without_marks_it_is_cut_where_it_is_full() -> None:
    found = list(windows([(5, 6)] * 250, ["كلمة"] * 250))
    assert [(w.first, w.last) for w in found] == [(0, 100), (100, 200), (200, 250)]
    assert all(len(w.ids) <= MOST_PIECES + 2 for w in found)


def test_every_word_is_in_one_window() -> None:
    surfaces = ["(", "كلمة", "،"] * 200
    found = list(windows([(5, 6, 7)] * 600, surfaces))
    assert [i for w in found for i in range(w.first, w.last)] == list(range(600))
    assert list(windows([], [])) == []
