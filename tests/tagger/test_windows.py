"""Sentences into windows: short ones whole, long ones cut after punctuation."""

from tawatur.tagger.pieces import BOS, EOS
from tawatur.tagger.windows import MOST_PIECES, joined, stretches, windows


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


def test_windows_are_joined_with_one_sign_between_them() -> None:
    group = [next(windows([(7, 8), (9,)], ["ا", "ب"])), next(windows([(5,)], ["ت"]))]
    ids, starts = joined(group)
    assert ids == [BOS, 7, 8, 9, EOS, 5, EOS]
    assert starts == [[1, 3], [5]]


def test_stretches_keep_the_order_and_the_limit() -> None:
    found = [next(windows([(5,)] * size, ["كلمة"] * size)) for size in (3, 4, 90, 2, 2, 2)]
    groups = list(stretches(found, 12))
    assert [len(group) for group in groups] == [2, 1, 3]
    assert [window for group in groups for window in group] == found
    assert [len(group) for group in stretches(found, 0)] == [1] * 6
    assert list(stretches([], 12)) == []
