"""Names: mentions of persons, bodies and places, and the entities they belong to."""

from __future__ import annotations

from tawatur.lexicon.name_words import NameLexicon
from tawatur.model import Entity, Name
from tawatur.text.prepared import Prepared


def find_names(prepared: Prepared, lexicon: NameLexicon) -> tuple[tuple[Name, ...], tuple[Entity, ...]]:
    """Find the name mentions of a text, in order, and their entities."""
    return (), ()
