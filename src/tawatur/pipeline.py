"""The stages in order: each a plain function over frozen values, with what it needs passed in."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

from tawatur.annotate import annotate
from tawatur.attribute import attribute
from tawatur.events import code_events
from tawatur.lexicon.bundle import Lexicons, load_lexicons
from tawatur.model import Article, Reading
from tawatur.tagger import Tagger, load_tagger
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


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What reading needs to know: the lexicons, and the tagger unless the grammar is to read alone."""

    lexicons: Lexicons
    tagger: Tagger | None = None


def load_knowledge(model: Path | None = None, *, grammar_alone: bool = False) -> Knowledge:
    """Load the lexicons, and the tagger of the package or of the folder `model`; takes a moment: shells call it once.

    Raises ModelError when the folder holds no model.
    """
    if grammar_alone:
        return Knowledge(load_lexicons())
    # The runtime prepares the encoder outside Python's lock, so the lexicons are read meanwhile.
    with ThreadPoolExecutor(1) as aside:
        tagger = aside.submit(load_tagger, model)
        return Knowledge(load_lexicons(), _plain(tagger.result()))


def _plain(tagger: Tagger | None) -> Tagger | None:
    """Return the tagger without its leaning: the weights beside it were learned on taggers that do not lean."""
    return None if tagger is None else replace(tagger, meta={**tagger.meta, "leaning": {}})


def read_article(article: Article, knowledge: Knowledge) -> Reading:
    """Read one article: annotate, attribute, code its events. The same article always gives the same reading."""
    lexicons = knowledge.lexicons
    prepared = prepare(article.text)
    tagged = knowledge.tagger.tag(prepared) if knowledge.tagger else None
    annotation = annotate(prepared, article.published, lexicons, tagged)
    statements, entities = attribute(prepared, annotation, lexicons, tagged)
    annotation = replace(annotation, entities=entities)
    events = code_events(prepared, annotation, statements, lexicons, tagged, article.published)
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
