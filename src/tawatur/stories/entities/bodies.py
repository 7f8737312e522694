"""Names of places and of bodies: whether two names can be one place's or one body's."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from tawatur.stories.entities.spelling import Match, allowance, compare_words, distance, plain
from tawatur.text.words import find_words, without_article

# Differences in a place's name may cost this share of its length: names of places are short and many.
_PLACE_SHARE = 0.1
_PLACE_SHORT = 3
_SAINT = frozenset(("سان", "سانت", "سينت", "سانتا"))
_CLASS = frozenset(("مدينه", "محافظه", "بلده", "قريه", "دوله", "جمهوريه", "ولايه", "مقاطعه", "اقليم", "منطقه"))
_NISBA = ("يه", "ي")
_NISBA_REST = 3


@lru_cache(maxsize=100_000)
def name_words(name: str) -> tuple[str, ...]:
    """Return the folded words of a name, without their articles and without marks."""
    return tuple(without_article(word.norm) for word in find_words(name) if word.kind != "mark")


def compare_places(one: str, other: str) -> Match:
    """Compare two names of places: their words written as one, article and class word left out."""
    first, second = _place(one), _place(other)
    if plain(first) == plain(second):
        return Match(1.0, f"«{one}»" if one == other else f"«{one}» is also written «{other}»")
    if min(len(plain(first)), len(plain(second))) <= _PLACE_SHORT:
        return Match(0.0, f"«{one}» is not «{other}»")
    cost = distance(first, second)
    if cost > allowance(first, second, _PLACE_SHARE):
        return Match(0.0, f"«{one}» is not «{other}»")
    return Match(1.0 - cost / max(len(first), len(second)), f"«{one}» is also spelt «{other}»")


def _place(name: str) -> str:
    words = [("سان" if word in _SAINT else word) for word in name_words(name)]
    if len(words) > 1 and words[0] in _CLASS:
        words = words[1:]
    return "".join(words)


def compare_bodies(one: str, other: str, kinds: Mapping[str, tuple[str, bool]]) -> Match:
    """Compare two names of bodies; `kinds` holds the words for kinds of bodies (StoryLexicon.body_words).

    The kinds must not differ, and where only one name has a kind the name must be in use without it. The other words
    must match, in any order, a nationality standing for its country («البنك المركزي التونسي», «بنك تونس المركزي»).
    """
    (own, words), (its, others) = body_parts(one, kinds), body_parts(other, kinds)
    if own and its and own != its:
        return Match(0.0, f"«{one}» and «{other}» are bodies of different kinds")
    if any(kind not in _droppable(kinds) for kind in own ^ its):
        return Match(0.0, f"only one of «{one}» and «{other}» says that kind of body")
    if not words or not others:
        return Match(1.0, f"«{one}»") if own == its and not words and not others else Match(0.0, "no name in common")
    found = _same_words(words, others)
    if not found:
        joined, joined_other = "".join(words), "".join(others)
        found = compare_words(joined, joined_other) if len(words) != len(others) else found
    return (
        Match(found.score, f"«{one}» and «{other}»: {found.reason}")
        if found
        else Match(0.0, f"«{one}» is not «{other}»")
    )


def _droppable(kinds: Mapping[str, tuple[str, bool]]) -> frozenset[str]:
    return frozenset(kind for kind, optional in kinds.values() if optional)


def body_parts(name: str, kinds: Mapping[str, tuple[str, bool]]) -> tuple[frozenset[str], tuple[str, ...]]:
    """Return the kinds of body that a name says and its other words."""
    said: set[str] = set()
    rest: list[str] = []
    for word in name_words(name):
        bare = without_article("ا" + word[1:]) if word.startswith("لل") else word
        kind = kinds.get(bare)
        if kind is None:
            rest.append(bare)
        else:
            said.add(kind[0])
    return frozenset(said - {"news"}), tuple(rest)


def _same_words(words: Sequence[str], others: Sequence[str]) -> Match:
    if len(words) != len(others):
        return Match(0.0, "different numbers of words")
    left = list(others)
    total = 0.0
    for word in words:
        best = max(left, key=lambda o: (_word(word, o), o))
        score = _word(word, best)
        if score == 0.0:
            return Match(0.0, f"«{word}» is missing")
        total += score
        left.remove(best)
    return Match(total / len(words), "the same words" if total == len(words) else "the same words, spelt differently")


def _word(one: str, other: str) -> float:
    if one == other or without_nisba(one) == without_nisba(other):
        return 1.0
    return compare_words(one, other).score


def without_nisba(word: str) -> str:
    """Return a word without the ending of a nationality: «تونسي» and «تونس» are one country."""
    for ending in _NISBA:
        if word.endswith(ending) and len(word) - len(ending) >= _NISBA_REST:
            return word[: -len(ending)]
    return word
