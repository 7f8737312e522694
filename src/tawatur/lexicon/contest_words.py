"""Words by which one report tells the negation of what another tells: denying, what is denied, who is blamed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields

from tawatur.lexicon.tables import LexiconError, read_table
from tawatur.text.fold import fold
from tawatur.text.words import without_article


@dataclass(frozen=True, slots=True, eq=False)
class ContestWords:
    """Lists of folded words (or phrases), each a kind of lexicon/data/contest_words.tsv, which says what they are.

    `once` and `begun` are numbers of rows of deeds. `alike` maps words of deeds, without article, to the numbers of
    the rows that hold them. Compared by identity, so that functions of words remember by it.
    """

    denies: frozenset[str]
    parting: frozenset[str]
    rejects: frozenset[str]
    nobody: frozenset[str]
    replies: frozenset[str]
    rumours: frozenset[str]
    stands_behind: frozenset[str]
    free_of: frozenset[str]
    fire: frozenset[str]
    own_men: frozenset[str]
    did: frozenset[str]
    untrue: frozenset[str]
    negators: frozenset[str]
    frame: frozenset[str]
    claims: frozenset[str]
    about: frozenset[str]
    exists: frozenset[str]
    happens: frozenset[str]
    rebuts: frozenset[str]
    pointing: frozenset[str]
    relative: frozenset[str]
    within: frozenset[str]
    unsure: frozenset[str]
    gangs: frozenset[str]
    groups: frozenset[str]
    deeds: frozenset[str]
    marks: frozenset[str]
    instead: frozenset[str]
    adjourned: frozenset[str]
    opens: frozenset[str]
    breaks: frozenset[str]
    no_part: frozenset[str]
    alive: frozenset[str]
    at: frozenset[str]
    spots: frozenset[str]
    ours: frozenset[str]
    once: frozenset[str]
    begun: frozenset[str]
    adopted: frozenset[str]
    silent: frozenset[str]
    alike: Mapping[str, frozenset[str]]


def load_contest_words() -> ContestWords:
    """Build the words from lexicon/data/contest_words.tsv. Raises LexiconError for an unknown or missing kind."""
    lists: dict[str, frozenset[str]] = {}
    alike: dict[str, set[str]] = {}
    known = {f.name for f in fields(ContestWords)} - {"alike"}
    for number, (kind, words) in enumerate(read_table("contest_words.tsv", 2)):
        folded = frozenset(map(fold, words.split("|") if "|" in words else words.split()))
        if kind == "alike":
            for word in folded:
                alike.setdefault(without_article(word), set()).add(f"alike{number}")
        elif kind in known:
            lists[kind] = folded
        else:
            raise LexiconError(f"contest_words.tsv: {kind!r} is no kind of words")
    if lacking := sorted(known - lists.keys()):
        raise LexiconError(f"contest_words.tsv lacks {', '.join(lacking)}")
    for kind in ("once", "begun"):
        lists[kind] = frozenset(row for word in lists[kind] for row in alike.get(without_article(word), ()))
    return ContestWords(**lists, alike={word: frozenset(rows) for word, rows in alike.items()})
