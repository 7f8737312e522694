"""Words that furnish news pages: section headings, share bars, source lines, outlets."""

from __future__ import annotations

from dataclasses import dataclass

from tawatur.lexicon.outlets import OutletBook, load_outlets


@dataclass(frozen=True, slots=True)
class PageLexicon:
    """What page lines are known by."""

    outlets: OutletBook


def load_page_words() -> PageLexicon:
    """Build the lexicon from its data files."""
    return PageLexicon(load_outlets())
