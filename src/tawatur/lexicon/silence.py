"""Words by which a source asks not to be named («طلب عدم ذكر اسمه»), which statements and events both pass over."""

from __future__ import annotations

from tawatur.lexicon.tables import read_table
from tawatur.text.fold import fold


def silence_words() -> dict[str, frozenset[str]]:
    """Return the folded words of silence_words.tsv by class: who asks, what hides or discloses, what is hidden."""
    return {kind: frozenset(map(fold, words.split())) for kind, words in read_table("silence_words.tsv", 2)}
