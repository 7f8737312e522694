"""All lexicons together, loaded once by the shells and passed to the stages."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tawatur.lexicon.count_words import CountLexicon, load_count_words
from tawatur.lexicon.cues import CueLexicon, load_cues
from tawatur.lexicon.event_words import EventLexicon, load_event_words
from tawatur.lexicon.join_words import JoinLexicon, load_join_words
from tawatur.lexicon.name_words import NameLexicon, land_words, load_name_words
from tawatur.lexicon.page_words import PageLexicon, load_page_words
from tawatur.lexicon.story_words import StoryLexicon, load_story_words
from tawatur.lexicon.time_words import TimeLexicon, load_time_words


@dataclass(frozen=True, slots=True)
class Lexicons:
    """One lexicon a concern."""

    pages: PageLexicon
    names: NameLexicon
    times: TimeLexicon
    figures: CountLexicon
    cues: CueLexicon
    events: EventLexicon
    stories: StoryLexicon
    joins: JoinLexicon


def load_lexicons() -> Lexicons:
    """Build every lexicon from its data files; takes a moment, so shells call it once."""
    names = load_name_words()
    lands, towns = land_words(names)
    return Lexicons(
        pages=load_page_words(),
        names=names,
        times=load_time_words(),
        figures=load_count_words(),
        cues=load_cues(),
        events=load_event_words(),
        stories=replace(load_story_words(), lands=lands, towns=towns),
        joins=load_join_words(),
    )
