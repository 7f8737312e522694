"""Words by which a story's sums, shares, sizes, durations and numbers tell what they measure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from tawatur.lexicon.tables import LexiconError, read_table
from tawatur.text.fold import fold
from tawatur.text.words import without_article

_LISTS = frozenset(
    {"about", "part", "aimed", "away", "up_to_now", "against", "but_that", "clash", "meanwhile", "only", "pointing"}
)
_RATES = frozenset({"per_day", "per_month", "per_year", "per_head"})
_CLASS = "class:"


@dataclass(frozen=True, slots=True, eq=False)
class AmountWords:
    """Folded words of lexicon/data/amount_words.tsv, without article.

    `matters` tell by class of unit what a figure with the word beside it measures, `units` what a counted noun alone
    tells; `once` and `weak` are of the former, those of which a story has but one, and those that any other word
    beside the figure goes before. `classes` are the units of each class, `rates` words for what a sum is counted over.
    Compared by identity.
    """

    matters: Mapping[str, Mapping[str, str]]
    units: Mapping[str, str]
    once: frozenset[str]
    weak: frozenset[str]
    classes: Mapping[str, str]
    rates: Mapping[str, str]
    lists: Mapping[str, frozenset[str]]


@lru_cache(maxsize=1)
def load_amount_words() -> AmountWords:
    """Build the words from their table. Raises LexiconError for an unknown list."""
    matters: dict[str, dict[str, str]] = {}
    units: dict[str, str] = {}
    marked: dict[str, set[str]] = {"once": set(), "weak": set()}
    classes: dict[str, str] = {}
    rates: dict[str, str] = {}
    lists: dict[str, frozenset[str]] = {}
    for what, how, words in read_table("amount_words.tsv", 3):
        folded = [without_article(fold(word)) for word in words.split()]
        if what != "*":
            class_, _, mark = how.partition(":")
            table = units if mark == "unit" else matters.setdefault(class_, {})
            for word in folded:
                table.setdefault(word, what)
            marked.setdefault(mark, set()).add(what)
        elif how.startswith(_CLASS):
            classes.update(dict.fromkeys(folded, how.removeprefix(_CLASS)))
        elif how in _RATES:
            rates.update(dict.fromkeys(folded, how))
        elif how in _LISTS:
            lists[how] = frozenset(map(fold, words.split())) if how == "pointing" else frozenset(folded)
        else:
            raise LexiconError(f"amount_words.tsv: {how!r} is no list of words")
    return AmountWords(matters, units, frozenset(marked["once"]), frozenset(marked["weak"]), classes, rates, lists)
