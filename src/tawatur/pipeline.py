"""The stages in order: each a plain function over frozen values, with what it needs passed in."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tawatur.annotate import annotate
from tawatur.attribute import attribute
from tawatur.events import code_events
from tawatur.lexicon.bundle import Lexicons
from tawatur.model import Article, Reading
from tawatur.text.prepared import prepare


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage's name, the stages whose results it needs, and what it gives; the documentation is made from it."""

    name: str
    needs: tuple[str, ...]
    gives: str


STAGES = (
    Stage("read", (), "pages"),
    Stage("split", ("read",), "blocks and articles"),
    Stage("annotate", ("split",), "names, entities, times, figures"),
    Stage("attribute", ("annotate",), "statements"),
    Stage("events", ("annotate", "attribute"), "events"),
    Stage("stories", ("events",), "copies, entities, happenings, utterances, chains, disagreements, stories"),
    Stage("store", ("stories",), "one file with evidence for every row"),
)


def read_article(article: Article, lexicons: Lexicons) -> Reading:
    """Read one article: annotate, attribute, code its events. The same article always gives the same reading."""
    prepared = prepare(article.text)
    annotation = annotate(prepared, article.published, lexicons)
    statements, entities = attribute(prepared, annotation, lexicons)
    annotation = replace(annotation, entities=entities)
    events = code_events(prepared, annotation, statements, lexicons)
    return Reading(
        article,
        prepared.sentences,
        annotation.names,
        entities,
        annotation.times,
        annotation.figures,
        statements,
        events,
    )
