"""Words by which the figures of a story tell what they count, and of which sort of people."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tawatur.lexicon.tables import read_table
from tawatur.text.fold import fold
from tawatur.text.words import without_article

_LISTS = ("all", "no-unit", "not", "among", "vague", "weakly", "instead", "since", "tally", "whole", "moved", "which")


@dataclass(frozen=True, slots=True, eq=False)
class TollWords:
    """Folded words of lexicon/data/toll_words.tsv, without article: what they count, of which sort of people.

    `nouns` are counted nouns, `deeds` words beside a figure. Compared by identity.
    """

    nouns: Mapping[str, str]
    deeds: Mapping[str, str]
    sorts: Mapping[str, str]
    everyone: frozenset[str]
    no_unit: frozenset[str]
    denying: frozenset[str]
    among: frozenset[str]
    vague: frozenset[str]
    weakly: frozenset[str]
    instead: frozenset[str]
    since: frozenset[str]
    tally: frozenset[str]
    whole: frozenset[str]
    moved: frozenset[str]
    which: frozenset[str]


def load_toll_words(units: Mapping[str, str], contexts: Mapping[str, str]) -> TollWords:
    """Build the words from their table, beside those that tell the figures of happenings (`units`, `contexts`)."""
    nouns, deeds, sorts = dict(units), dict(contexts), dict[str, str]()
    lists: dict[str, frozenset[str]] = {}
    for what, how, words in read_table("toll_words.tsv", 3):
        folded = [without_article(fold(word)) for word in words.split()]
        if what == "*":
            lists[how] = frozenset(folded)
            continue
        for word in folded:
            {"noun": nouns, "deed": deeds, "sort": sorts}[how].setdefault(word, what)
    return TollWords(nouns, deeds, sorts, *(lists[name] for name in _LISTS))
