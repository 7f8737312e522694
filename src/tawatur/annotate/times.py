"""Times of an article: the expressions of timex, counted from its publication date."""

from __future__ import annotations

from tawatur.lexicon.time_words import TimeLexicon
from tawatur.model import Published, When
from tawatur.text.prepared import Prepared


def find_times(prepared: Prepared, published: Published | None, lexicon: TimeLexicon) -> tuple[When, ...]:
    """Find the time expressions of a text, in order, with their values."""
    return ()
