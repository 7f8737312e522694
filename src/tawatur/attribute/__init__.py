"""Attribute content to its sources: statements with holder, cue, content, carriers, kind and stance."""

from __future__ import annotations

from tawatur.lexicon.bundle import Lexicons
from tawatur.model import Annotation, Entity, Statement
from tawatur.text.prepared import Prepared


def attribute(
    prepared: Prepared, annotation: Annotation, lexicons: Lexicons
) -> tuple[tuple[Statement, ...], tuple[Entity, ...]]:
    """Find the statements of a text, each with its speaker resolved.

    Returns them in order of their cue, and the article's entities: those of the annotation, with roles added where the
    text states them, and those of speakers who are known by their role alone («متحدث باسم الكرملين»).
    """
    return (), annotation.entities
