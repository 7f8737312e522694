"""Annotate an article with names and their entities, times and figures."""

from __future__ import annotations

from tawatur.annotate.figures import find_figures
from tawatur.annotate.names import find_names
from tawatur.annotate.times import find_times
from tawatur.lexicon.bundle import Lexicons
from tawatur.model import Annotation, Published
from tawatur.tagger import TaggedText
from tawatur.text.prepared import Prepared


def annotate(
    prepared: Prepared, published: Published | None, lexicons: Lexicons, tagged: TaggedText | None = None
) -> Annotation:
    """Find the names with their entities, the times and the figures of a text; `tagged` is what the tagger says of it.

    `published` is what relative times are counted from; without a known day their value stays None.
    """
    names, entities = find_names(prepared, lexicons.names, tagged)
    times = find_times(prepared, published, lexicons.times)
    figures = find_figures(prepared, times, names, lexicons.figures)
    return Annotation(names, entities, times, figures)
