"""What a search that an address asks for finds: alike for its page and for its twin as data."""

from __future__ import annotations

from collections.abc import Callable

from tawatur.store import SearchKind
from tawatur.views import Wanted
from tawatur.web.asked import Asked
from tawatur.web.source import Source

# Results of one page.
RESULTS = 20


def find(source: Source, want: Asked, limit: int) -> tuple[object, ...]:
    """Return what is found, the best first; nothing where neither words nor filters are given.

    Raises MeaningMissing or NoVectors where a search by meaning cannot be made.
    """
    if not want.text.strip() and not want.narrowed:
        return ()
    looks: dict[SearchKind, Callable[[Wanted], tuple[object, ...]]] = {
        "articles": source.search,
        "statements": source.search_statements,
        "happenings": source.search_happenings,
    }
    exact = want.exact and want.by == "words"
    return looks[want.of](Wanted(want.text, limit, want.offset, want.by, exact, want.filters))
