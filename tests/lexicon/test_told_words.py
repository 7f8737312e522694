"""The words by which stories read how a thing is told: the table holds every list, and no other."""

from __future__ import annotations

import pytest

from tawatur.lexicon import told_words
from tawatur.lexicon.tables import LexiconError, read_table
from tawatur.lexicon.told_words import load_told_words
from tawatur.text.fold import fold

ROWS = tuple(read_table("told_words.tsv", 2))


def test_words_are_folded_and_phrases_kept_whole() -> None:
    words = load_told_words()
    assert {"اوقف", "توقيف"} <= words.stopping
    assert "أوقف" not in words.stopping
    assert "المعروفه باسم" in words.called
    assert words.posts["سفيره"] == "ambassador"
    assert words.one_of[fold("رؤساء")] == "رئيس"


@pytest.mark.parametrize(
    ("rows", "told"),
    [((*ROWS, ("sortz", "حركة")), "'sortz'"), (ROWS[1:], ROWS[0][0]), ((*ROWS, ("post:", "حارس")), "'post:'")],
)
def test_a_list_unknown_or_missing_is_an_error(
    monkeypatch: pytest.MonkeyPatch, rows: tuple[tuple[str, ...], ...], told: str
) -> None:
    monkeypatch.setattr(told_words, "read_table", lambda name, columns: iter(rows))
    with pytest.raises(LexiconError, match=told):
        load_told_words()
