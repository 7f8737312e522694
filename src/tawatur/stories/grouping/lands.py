"""Lands: a king who receives one country's minister and then another's is two happenings, however alike the reports."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tawatur.lexicon.story_words import StoryLexicon
from tawatur.model import Article
from tawatur.stories.copies.texts import folded_words
from tawatur.stories.grouping.stems import cut_clitics

# Code points of the text in which a land of the other title is looked for: the part in which news tells its happening.
_LEAD = 1200


@dataclass(frozen=True, slots=True)
class Lands:
    """The countries (codes) that a title names, and those that title and first part name or lie in."""

    title: frozenset[str]
    every: frozenset[str]


def lands_of(unit: Sequence[Article], lexicon: StoryLexicon) -> Lands:
    """Return the lands of a unit: a single article, or copies."""
    titles = [folded_words(article.title or "") for article in unit]
    texts = [folded_words(article.text[:_LEAD]) for article in unit]
    title = frozenset(land for words in titles for land in _named(words, lexicon.lands))
    known = (lexicon.lands, lexicon.towns)
    told = (land for words in (*titles, *texts) for lands in known for land in _named(words, lands))
    return Lands(title, frozenset(told))


def in_two_lands(one: Lands, other: Lands) -> bool:
    """Tell whether each of two titles names a land that the other text does not name at all.

    A reaction from elsewhere names the land of what it is about.
    """
    return not one.title <= other.every and not other.title <= one.every


def _named(words: Sequence[str], lands: Mapping[str, str]) -> Iterator[str]:
    for word in words:
        land = lands.get(word) or lands.get(cut_clitics(word))
        if land is not None:
            yield land
