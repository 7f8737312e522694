"""Words of counting: comparators, duals that count, words around numbers that are no count."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tawatur.lexicon.tables import read_table
from tawatur.model.readings import Comparator
from tawatur.text.fold import fold


@dataclass(frozen=True, slots=True)
class Dual:
    """A dual form: whether it is read only without article, and whether it is a construct («مدينتي»)."""

    indefinite_only: bool
    construct: bool
    feminine: bool


@dataclass(frozen=True, slots=True)
class CountLexicon:
    """What figures are found by.

    `before` and `after` hold comparators as (folded words, comparator): those before a number by their last word,
    those after by their first, longest first. `duals` are folded dual forms; `sets` the words of
    data/count_context.tsv by name.
    """

    before: Mapping[str, tuple[tuple[tuple[str, ...], Comparator], ...]]
    after: Mapping[str, tuple[tuple[tuple[str, ...], Comparator], ...]]
    duals: Mapping[str, Dual]
    sets: Mapping[str, frozenset[str]]


def load_count_words() -> CountLexicon:
    """Build the lexicon from data/count_comparators.tsv, count_nouns.tsv and count_context.tsv."""
    sides: dict[str, dict[str, list[tuple[tuple[str, ...], Comparator]]]] = {"before": {}, "after": {}}
    for side, comparator, phrases in read_table("count_comparators.tsv", 3):
        for phrase in phrases.split("|"):
            words = tuple(fold(phrase).split())
            key = words[-1] if side == "before" else words[0]
            sides[side].setdefault(key, []).append((words, comparator))  # type: ignore[arg-type]
    before, after = (
        {key: tuple(sorted(found, key=lambda f: -len(f[0]))) for key, found in sides[side].items()}
        for side in ("before", "after")
    )
    sets: dict[str, frozenset[str]] = {}
    for name, context in read_table("count_context.tsv", 2):
        sets[name] = sets.get(name, frozenset()) | frozenset(fold(context).split())
    duals: dict[str, Dual] = {}
    for kind, nouns in read_table("count_nouns.tsv", 2):
        for noun in nouns.split():
            for form, dual in _dual_forms(fold(noun), kind):
                duals.setdefault(form, dual)
    return CountLexicon(before, after, duals, sets)


def _dual_forms(noun: str, kind: str) -> Iterator[tuple[str, Dual]]:
    """Yield the dual forms of a folded singular: «رجلان», «رجلين», «طائرتا», «طائرتي»."""
    feminine = noun.endswith("ه")
    stem = noun[:-1] + "ت" if feminine else noun
    if noun.endswith("اه"):  # فتاة, مباراة: فتاتان
        stem = noun[:-1] + "ت"
    plural_like = kind == "p"
    bound = kind == "r" or plural_like
    yield stem + "ان", Dual(bound, False, feminine)
    if not plural_like:
        yield stem + "ين", Dual(bound, False, feminine)
    if feminine:
        yield stem + "ي", Dual(bound, True, True)
        yield stem + "ا", Dual(bound, True, True)
