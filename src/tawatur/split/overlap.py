"""How much of one line's words another holds: a title and the lead under it share most of theirs."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from tawatur.text.words import without_article

# Letters kept of a word's stem: enough to tell words apart, few enough to join plural and singular, verb and noun.
_STEM = 4
_CLITICS = ("وال", "بال", "فال", "كال", "لل", "ال", "و", "ب", "ل")


def stems(words: Iterable[str]) -> frozenset[str]:
    """Return rough stems of the content words among folded words: clitics and article off, four letters kept."""
    return frozenset(filter(None, map(_stem, words)))


@lru_cache(maxsize=65536)
def _stem(word: str) -> str:
    """Return the rough stem of one folded word, "" for a particle."""
    stem = without_article(word)
    for clitic in _CLITICS:
        if stem.startswith(clitic) and len(stem) - len(clitic) >= 3:
            stem = stem[len(clitic) :]
            break
    # Words of fewer than three letters are particles; numbers count however short.
    return stem[:_STEM] if len(stem) >= 3 or stem.isdigit() else ""


def share_of(words: Iterable[str], others: Iterable[str]) -> float:
    """Return which share of the stems of `words` stands among those of `others`, 0 to 1."""
    mine = stems(words)
    return len(mine & stems(others)) / len(mine) if mine else 0.0
