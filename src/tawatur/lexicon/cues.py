"""Cues of attribution: verbs, prepositions and nouns, each with its frame and stance."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CueLexicon:
    """What statements are found by."""


def load_cues() -> CueLexicon:
    """Build the lexicon from its data files."""
    return CueLexicon()
