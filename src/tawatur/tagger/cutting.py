"""Clitic letters that may stand before a span that starts in a word; the tagger scores which of them do."""

from __future__ import annotations

import re
from functools import lru_cache

from tawatur.tagger.labels import MOST_CUT

_CLITICS = re.compile(r"[وف]?[بلك]?")
# A word of one letter is what is left of «ب», «و» written apart, never of a name.
_LEAST_LEFT = 2


# Words recur; some 16,000 forms hold what an article needs.
@lru_cache(maxsize=1 << 14)
def possible_cuts(norm: str) -> tuple[int, ...]:
    """Return how many clitic letters may be cut from the front of a folded word: none, and other numbers in order."""
    fitting = (n for n in range(1, MOST_CUT + 1) if _CLITICS.fullmatch(norm, 0, n) and len(norm) - n >= _LEAST_LEFT)
    return (0, *fitting)
