"""Figures: counts and amounts with comparator and unit."""

from __future__ import annotations

from tawatur.lexicon.count_words import CountLexicon
from tawatur.model import Figure, Name, When
from tawatur.text.prepared import Prepared


def find_figures(
    prepared: Prepared, times: tuple[When, ...], names: tuple[Name, ...], lexicon: CountLexicon
) -> tuple[Figure, ...]:
    """Find the figures of a text outside its times and names, in order."""
    return ()
