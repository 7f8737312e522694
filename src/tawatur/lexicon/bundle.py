"""All lexicons together, loaded once by the shells and passed to the stages."""

from __future__ import annotations

import gc
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TypeVar

from tawatur.lexicon.count_words import CountLexicon, load_count_words
from tawatur.lexicon.cues import CueLexicon, load_cues
from tawatur.lexicon.event_words import EventLexicon, load_event_words
from tawatur.lexicon.join_words import JoinLexicon, incident_kinds, load_join_words, town_words
from tawatur.lexicon.name_words import NameLexicon, land_words, load_name_words
from tawatur.lexicon.page_words import PageLexicon, load_page_words
from tawatur.lexicon.story_words import StoryLexicon, load_story_words
from tawatur.lexicon.time_words import TimeLexicon, load_time_words

Built = TypeVar("Built")


@dataclass(frozen=True)
class Lexicons:
    """One lexicon a concern: what reads an article from the start, the others built when first asked for."""

    names: NameLexicon
    times: TimeLexicon
    figures: CountLexicon
    cues: CueLexicon
    events: EventLexicon

    @cached_property
    def pages(self) -> PageLexicon:
        """What page lines are known by: for splitting."""
        return _undisturbed(load_page_words)

    @cached_property
    def stories(self) -> StoryLexicon:
        """What copies, groups and entities across articles are told by."""
        lands, towns = land_words(self.names)
        kinds = incident_kinds()
        return replace(load_story_words(), lands=lands, towns=towns, incidents=kinds, town_words=town_words())

    @cached_property
    def joins(self) -> JoinLexicon:
        """What reports of one happening are joined by."""
        return load_join_words()


def load_every_lexicon() -> Lexicons:
    """Build all lexicons at once: to find out whether the data files are whole."""
    lexicons = load_lexicons()
    _ = lexicons.pages, lexicons.stories, lexicons.joins
    return lexicons


def load_lexicons() -> Lexicons:
    """Build what reading an article needs from its data files; takes a moment, so shells call it once.

    Raises LexiconError for a file that is missing or malformed, as a lexicon does that is built later.
    """
    return _undisturbed(_reading)


def _reading() -> Lexicons:
    return Lexicons(load_name_words(), load_time_words(), load_count_words(), load_cues(), load_event_words())


def _undisturbed(build: Callable[[], Built]) -> Built:
    """Return what is built while the collector of cycles rests: it finds none, and took a third of the time.

    Nor does it look through the lexicons afterwards: they last as long as the process, and its rounds over them took a
    fiftieth of reading.
    """
    working = gc.isenabled()
    gc.disable()
    try:
        built = build()
        gc.freeze()
        return built
    finally:
        if working:
            gc.enable()
