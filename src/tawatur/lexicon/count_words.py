"""Words of counting: comparators, units, counted nouns."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CountLexicon:
    """What figures are found by."""


def load_count_words() -> CountLexicon:
    """Build the lexicon from its data files."""
    return CountLexicon()
