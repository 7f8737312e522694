"""Words by which the titles of happenings call participants and places: what a description ends at, its English."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tawatur.lexicon.tables import LexiconError, read_table
from tawatur.text.fold import fold

_LISTS = ("clause", "hanging", "nobody", "pointing", "nopronoun", "counting", "deed", "vague", "site")


@dataclass(frozen=True, slots=True)
class TitleWords:
    """Lists of folded words by kind; `no_plural` and `duals` as written, as are the forms in `plurals`.

    `english` has a plain word for folded ones, `plurals` the plural of what a number counts.
    """

    clauses: frozenset[str]
    hanging: frozenset[str]
    nobody: frozenset[str]
    pointing: frozenset[str]
    no_pronoun: frozenset[str]
    counting: frozenset[str]
    deeds: frozenset[str]
    vague: frozenset[str]
    sites: frozenset[str]
    no_plural: frozenset[str]
    duals: frozenset[str]
    plurals: Mapping[str, str]
    english: Mapping[str, str]


def load_title_words() -> TitleWords:
    """Build the words from lexicon/data/title_words.tsv. Raises LexiconError for a row of an unknown kind."""
    lists: dict[str, set[str]] = {kind: set() for kind in (*_LISTS, "noplural", "dual")}
    pairs: dict[str, dict[str, str]] = {"plural": {}, "english": {}}
    for kind, words, becomes in read_table("title_words.tsv", 3):
        if kind in pairs:
            pairs[kind][words if kind == "plural" else fold(words)] = becomes
        elif kind in lists:
            lists[kind].update(map(fold, words.split()) if kind in _LISTS else words.split())
        else:
            raise LexiconError(f"title_words.tsv: {kind!r} is no kind of words of titles ({words})")
    return TitleWords(
        clauses=frozenset(lists["clause"]),
        hanging=frozenset(lists["hanging"]),
        nobody=frozenset(lists["nobody"]),
        pointing=frozenset(lists["pointing"]),
        no_pronoun=frozenset(lists["nopronoun"]),
        counting=frozenset(lists["counting"]),
        deeds=frozenset(lists["deed"]),
        vague=frozenset(lists["vague"]),
        sites=frozenset(lists["site"]),
        no_plural=frozenset(lists["noplural"]),
        duals=frozenset(lists["dual"]),
        plurals=pairs["plural"],
        english=pairs["english"],
    )
