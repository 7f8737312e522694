"""Words by which stories read how a thing is told: who is meant, what was done, who had a part in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields

from tawatur.lexicon.tables import LexiconError, read_table
from tawatur.text.fold import fold


@dataclass(frozen=True, slots=True, eq=False)
class ToldWords:
    """Lists of folded words (`called`: phrases), each a kind of lexicon/data/told_words.tsv, which says what they are.

    `posts` maps words that tell a post by themselves («سفير») to it, `one_of` heads of phrases that stand for several
    holders of one post («وزيرا») to the word for one. Compared by identity, so that functions of words remember by it.
    """

    numbered: frozenset[str]
    another: frozenset[str]
    as_such: frozenset[str]
    behind: frozenset[str]
    beside: frozenset[str]
    that: frozenset[str]
    not_so: frozenset[str]
    did_not: frozenset[str]
    took_place: frozenset[str]
    over: frozenset[str]
    shown: frozenset[str]
    claimed: frozenset[str]
    involved: frozenset[str]
    about: frozenset[str]
    doing: frozenset[str]
    disclosing: frozenset[str]
    prayed_to: frozenset[str]
    stopping: frozenset[str]
    two_countries: frozenset[str]
    two_people: frozenset[str]
    one_country: frozenset[str]
    sorts: frozenset[str]
    called: frozenset[str]
    people: frozenset[str]
    some: frozenset[str]
    heads: frozenset[str]
    chiefs: frozenset[str]
    ministers: frozenset[str]
    cabinet: frozenset[str]
    otherwise: frozenset[str]
    headed: frozenset[str]
    the_source: frozenset[str]
    the_spokesman: frozenset[str]
    the_same: frozenset[str]
    paper: frozenset[str]
    laying: frozenset[str]
    apart_behind: frozenset[str]
    apart_near: frozenset[str]
    turns: frozenset[str]
    many_attacks: frozenset[str]
    attacks: frozenset[str]
    goes_over: frozenset[str]
    second: frozenset[str]
    deaths: frozenset[str]
    answers: frozenset[str]
    rulings: frozenset[str]
    penal: frozenset[str]
    carried_out: frozenset[str]
    oneself: frozenset[str]
    charges: frozenset[str]
    cancelled: frozenset[str]
    postponed: frozenset[str]
    taken_back: frozenset[str]
    place_sorts: frozenset[str]
    tells: frozenset[str]
    by_whom: frozenset[str]
    published: frozenset[str]
    plurals: frozenset[str]
    talks: frozenset[str]
    any_of: frozenset[str]
    several_places: frozenset[str]
    some_of: frozenset[str]
    attending: frozenset[str]
    afterwards: frozenset[str]
    cordon: frozenset[str]
    dispersing: frozenset[str]
    blamed: frozenset[str]
    no_article: frozenset[str]
    vessels: frozenset[str]
    rounds: frozenset[str]
    regions: frozenset[str]
    answering: frozenset[str]
    this_day: frozenset[str]
    held: frozenset[str]
    kidnappers: frozenset[str]
    falling: frozenset[str]
    stances: frozenset[str]
    sessions: frozenset[str]
    long_spans: frozenset[str]
    freeing: frozenset[str]
    belonging: frozenset[str]
    notices: frozenset[str]
    whence: frozenset[str]
    welcomes: frozenset[str]
    airports: frozenset[str]
    posts: Mapping[str, str]
    one_of: Mapping[str, str]


def load_told_words() -> ToldWords:
    """Build the words from lexicon/data/told_words.tsv. Raises LexiconError for a kind that is unknown or missing."""
    lists: dict[str, frozenset[str]] = {}
    posts: dict[str, str] = {}
    one_of: dict[str, str] = {}
    known = {f.name for f in fields(ToldWords)} - {"posts", "one_of"}
    for kind, words in read_table("told_words.tsv", 2):
        folded = frozenset(map(fold, words.split("|") if "|" in words else words.split()))
        sort, _, value = kind.partition(":")
        if sort in ("post", "one") and value:
            (posts if sort == "post" else one_of).update(dict.fromkeys(folded, value))
        elif kind in known:
            lists[kind] = folded
        else:
            raise LexiconError(f"told_words.tsv: {kind!r} is no kind of words")
    if lacking := sorted(known - lists.keys()):
        raise LexiconError(f"told_words.tsv lacks {', '.join(lacking)}")
    return ToldWords(**lists, posts=posts, one_of=one_of)
