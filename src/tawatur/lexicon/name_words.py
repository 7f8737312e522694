"""Names known in advance and the words that announce names: gazetteers, titles, class words, demonyms."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NameLexicon:
    """What names are found by."""


def load_name_words() -> NameLexicon:
    """Build the lexicon from its data files."""
    return NameLexicon()
