"""What a search asks for: one value that the pages, the HTTP API, the tools for models and Python all make."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tawatur.store import NO_FILTERS, Filters, SearchBy


@dataclass(frozen=True, slots=True)
class Wanted:
    """Words and filters (either may be left out), which of the results, and what the search goes by.

    `exact`: only words as they are spelled; it is about words alone.
    """

    text: str = ""
    limit: int = 30
    offset: int = 0
    by: SearchBy = "words"
    exact: bool = False
    filters: Filters = NO_FILTERS

    @property
    def only_words(self) -> bool:
        """Tell whether no meaning is asked for: a query without a word has none."""
        return self.by == "words" or not self.text.strip()

    def and_one(self) -> Wanted:
        """Return the same with one result more, which tells whether there is a next page."""
        return replace(self, limit=self.limit + 1)


def wanted_of(asked: Wanted | str) -> Wanted:
    """Return what is asked for; bare words are asked for without filters."""
    return Wanted(asked) if isinstance(asked, str) else asked
