"""Lands: a king who receives one country's minister and then another's is two happenings, however alike the reports.

So are one ministry's openings in two towns.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tawatur.lexicon.story_words import StoryLexicon
from tawatur.stories.grouping.openings import Opening
from tawatur.stories.grouping.stems import cut_clitics


@dataclass(frozen=True, slots=True)
class Lands:
    """The countries (codes) and towns (words) that a title names, and those of title and first part.

    Whoever names a town names its country as well.
    """

    title: frozenset[str]
    every: frozenset[str]


def lands_of(unit: Sequence[Opening], lexicon: StoryLexicon) -> Lands:
    """Return the lands and towns of a unit: a single article, or copies."""
    titles = {word for opening in unit for word in opening.title}
    texts = {word for opening in unit for word in opening.lead}
    title = frozenset(_named(titles, lexicon))
    told = title.union(_named(texts, lexicon))
    return Lands(title, told | {lexicon.towns[name] for name in told if name in lexicon.towns})


def in_two_lands(one: Lands, other: Lands) -> bool:
    """Tell whether each of two titles names a land or town that the other text does not name at all.

    A reaction from elsewhere names the land of what it is about.
    """
    return not one.title <= other.every and not other.title <= one.every


def _named(words: Iterable[str], lexicon: StoryLexicon) -> Iterator[str]:
    for word in words:
        for form in (word, cut_clitics(word)):
            if form in lexicon.lands:
                yield lexicon.lands[form]
                break
            if form in lexicon.towns:
                yield form
                break
