"""Moulds: what is printed anew every day in the same words with other figures (gold prices, share indices, weather).

Two such reports of two days are neither copies nor one story, however alike their words. An edited copy, or a toll that
grew, has a figure or two of its own; a report of another day has its own figures throughout.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from tawatur.stories.copies.likeness import copy_likeness
from tawatur.text.words import without_article

# So many figures on either side that the other has not, and at least this share of all: the carats of a table of gold
# prices stay the same from day to day, and an edited copy gives dates by another calendar.
_OWN_FIGURES, _OWN_SHARE = 3, 1 / 2
# Four figures that begin like years, of either calendar.
_YEARS = ("13", "14", "19", "20")
# Texts whose openings have this much of their words in common in the same order are of one mould: the share from which
# on texts are copies (find.py).
_ONE_MOULD = 0.6
# Words of the text in which a forecast tells what it is, and how many words of its kind show it: a storm that did harm
# is told with three or four (among 1,600 articles of one day seven were found, all forecasts).
_OPENING, _DAILY = 60, 6


def figures_of(words: tuple[str, ...]) -> Counter[str]:
    """Return the figures among folded words, years left out, with how often each stands there."""
    return Counter(word for word in words if word.isdigit() and not (len(word) == 4 and word.startswith(_YEARS)))


def other_figures(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether each of two texts, given as folded words, has figures of its own throughout."""
    first, second = figures_of(one), figures_of(other)
    shared = (first & second).total()
    return all(
        figures.total() - shared >= max(_OWN_FIGURES, _OWN_SHARE * figures.total()) for figures in (first, second)
    )


def one_mould(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether two openings, given as folded words, are of one mould filled with other figures."""
    if not other_figures(one, other):
        return False
    return copy_likeness(*(tuple(word for word in words if not word.isdigit()) for words in (one, other))).lead >= (
        _ONE_MOULD
    )


def is_daily(words: tuple[str, ...], daily: Mapping[str, bool]) -> bool:
    """Tell whether folded words open as what is printed anew every day without figures (the weather).

    `daily` are its words; one of those at its core must stand there.
    """
    told = {without_article(word) for word in words[:_OPENING]} & daily.keys()
    return len(told) >= _DAILY and any(daily[word] for word in told)
