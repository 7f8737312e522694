"""Sparing time and memory while much is built: the search for cycles, and values that stand in many places."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache

# New objects after which those are searched for cycles, and how many such searches there are to one of older objects.
_NEW, _OLD, _OLDEST = 100_000, 20, 1_000


@contextmanager
def few_searches() -> Iterator[None]:
    """Let Python search for cycles of what nobody holds rarely meanwhile.

    Stories are built of millions of small values that all stay until the end and hardly ever form cycles: searching
    them over and over as they grow takes a third of the time.
    """
    before = gc.get_threshold()
    gc.set_threshold(_NEW, _OLD, _OLDEST)
    try:
        yield
    finally:
        gc.set_threshold(*before)


@lru_cache(maxsize=1 << 15)
def shared(words: frozenset[str]) -> frozenset[str]:
    """Return a set equal to the one given, the same for all that ask: most are empty or tell one country or name."""
    return words
