"""Ordinals: «the second relief plane» and «the third relief plane» are two happenings, however alike their reports."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from tawatur.lexicon.story_words import StoryLexicon
from tawatur.stories.grouping.openings import Opening
from tawatur.stories.grouping.stems import cut_clitics, stem
from tawatur.text.number_words import is_ten, ordinal_value

# Words of the text in which the happening is numbered again: the first sentence or two.
_OPENING = 50
# The noun that an ordinal counts stands up to three words before it («طائرة الإغاثة السعودية الثانية») or, where the
# ordinal has no article, right after it («ثاني طائرة»).
_BEFORE = 3
# Nouns of time («اليوم الثاني») and function words number no happening; nor do posts («النائب الثاني»).
_COMMON = 0.2
_LETTERS = 3

Numbered = Mapping[str, frozenset[int]]


@dataclass(frozen=True, slots=True)
class Ordinals:
    """Which ordinals a text gives to which nouns (stems), in its title and in its title and opening."""

    title: Numbered
    every: Numbered


def ordinals_of(unit: Sequence[Opening], lexicon: StoryLexicon) -> Ordinals:
    """Return what the titles and openings of a unit number: a single article, or copies."""
    title: dict[str, set[int]] = defaultdict(set)
    every: dict[str, set[int]] = defaultdict(set)
    for opening in unit:
        _gather(opening.title, lexicon, title)
        _gather(opening.lead[:_OPENING], lexicon, every)
    for noun, numbers in title.items():
        every[noun] |= numbers
    return Ordinals(_frozen(title), _frozen(every))


def told_apart(one: Ordinals, other: Ordinals) -> bool:
    """Tell whether two texts give different ordinals to one noun that a title numbers, and never the same one."""
    found = False
    for noun in one.title.keys() | other.title.keys():
        mine, theirs = one.every.get(noun), other.every.get(noun)
        if mine and theirs:
            if mine & theirs:
                return False
            found = True
    return found


def _gather(words: Sequence[str], lexicon: StoryLexicon, found: dict[str, set[int]]) -> None:
    for at, word in enumerate(words):
        ordinal = _ordinal(word)
        if ordinal is None:
            continue
        value, definite = ordinal
        if at + 1 < len(words) and is_ten(words[at + 1].removeprefix("ال")):
            value = 10 + value % 10
        near = words[max(0, at - _BEFORE) : at]
        if not definite and at + 1 < len(words):
            near = words[at + 1 : at + 2]
        if not near or _is_uncounted(near[-1], lexicon):
            continue
        for noun in near:
            if len(stem(noun)) >= _LETTERS and not _is_uncounted(noun, lexicon):
                found[stem(noun)].add(value)


@lru_cache(maxsize=65536)
def _ordinal(word: str) -> tuple[int, bool] | None:
    found = ordinal_value(word)
    return None if found is None else (found[0], found[2])


def _is_uncounted(noun: str, lexicon: StoryLexicon) -> bool:
    forms = (noun, cut_clitics(noun), stem(noun))
    return any(lexicon.common.get(form, 0.0) >= _COMMON or form in lexicon.role_fields for form in forms)


def _frozen(found: Mapping[str, set[int]]) -> Numbered:
    return {noun: frozenset(numbers) for noun, numbers in found.items()}
