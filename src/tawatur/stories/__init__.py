"""Build stories across articles: copies, entities, happenings, utterances, chains, disagreements."""

from __future__ import annotations

from collections.abc import Iterable

from tawatur.lexicon.bundle import Lexicons
from tawatur.model import Reading, Stories


def build_stories(readings: Iterable[Reading], lexicons: Lexicons) -> Stories:
    """Build everything that is known across the articles of `readings`; their order changes nothing."""
    return Stories()
