"""The words by which one report tells the negation of another: the table holds every list, and no other."""

from __future__ import annotations

import pytest

from tawatur.lexicon import contest_words
from tawatur.lexicon.contest_words import load_contest_words
from tawatur.lexicon.tables import LexiconError, read_table

ROWS = tuple(read_table("contest_words.tsv", 2))


def test_words_are_folded_and_deeds_alike_meet() -> None:
    words = load_contest_words()
    assert {"نفي", "كذبت"} <= words.denies
    assert "لا صحه" in words.untrue
    assert words.alike["مكالمه"] & words.alike["اتصال"]
    assert not words.alike["مكالمه"] & words.alike["زياره"]


@pytest.mark.parametrize(("rows", "told"), [((*ROWS, ("denied", "نفى")), "'denied'"), (ROWS[1:], ROWS[0][0])])
def test_a_list_unknown_or_missing_is_an_error(
    monkeypatch: pytest.MonkeyPatch, rows: tuple[tuple[str, ...], ...], told: str
) -> None:
    monkeypatch.setattr(contest_words, "read_table", lambda name, columns: rows)
    with pytest.raises(LexiconError, match=told):
        load_contest_words()
