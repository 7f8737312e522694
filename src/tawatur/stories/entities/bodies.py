"""Names of places and of bodies: whether two names can be one place's or one body's."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from tawatur.stories.entities.spelling import Match, allowance, compare_words, distance
from tawatur.text.sounds import plain
from tawatur.text.words import find_words, without_article

# Differences in a place's name may cost this share of its length: names of places are short and many.
_PLACE_SHARE = 0.1
_PLACE_SHORT = 3
_SAINT = frozenset(("سان", "سانت", "سينت", "سانتا"))
# In a place's name a vowel stands for another only where the whole is long; «الجزيرة» is not «الجزائر».
_FACILITY = 2
_PLACE_LONG = 7
_PLACE_ONE_LETTER = 0.3
_CLASS = frozenset(("مدينه", "محافظه", "بلده", "قريه", "دوله", "جمهوريه", "ولايه", "مقاطعه", "اقليم", "منطقه"))
_NISBA = ("يه", "ي")
_NISBA_REST = 3
# The second spelling of a nationality: «الأميركي» beside «الأمريكي».
_ADJECTIVES = {
    "اميركي": "امريك", "اميركيه": "امريك", "امريكي": "امريك", "امريكيه": "امريك", "اميركا": "امريك", "امريكا": "امريك",
    "سوريا": "سور", "سوريه": "سور", "روسيا": "روس", "ليبيا": "ليب",
}  # fmt: skip


@lru_cache(maxsize=1 << 15)
def name_words(name: str) -> tuple[str, ...]:
    """Return the folded words of a name, without their articles and without marks."""
    return tuple(without_article(word.norm) for word in find_words(name) if word.kind != "mark")


def compare_places(one: str, other: str) -> Match:
    """Compare two names of places: their words written as one, article and class word left out."""
    first, second = place_word(one), place_word(other)
    if plain(first) == plain(second):
        return Match(1.0, f"«{one}»" if one == other else f"«{one}» is also written «{other}»")
    if min(len(plain(first)), len(plain(second))) <= _PLACE_SHORT:
        return Match(0.0, f"«{one}» is not «{other}»")
    if place_word(one, within=False) == place_word(other, within=False):
        return Match(1.0, f"«{one}» is also written «{other}»")
    cost = distance(first, second)
    if cost > allowance(first, second, _PLACE_SHARE) or _other_place(first, second, cost):
        return Match(0.0, f"«{one}» is not «{other}»")
    return Match(1.0 - cost / max(len(first), len(second)), f"«{one}» is also spelt «{other}»")


def _other_place(one: str, other: str, cost: float) -> bool:
    """Tell whether two short names differ too much: a place's name leaves less room than a person's.

    They may differ in one letter, but not in a first k or g («كينيا», «غينيا») or a last i or e («بصرى», «بصرة»).
    """
    if one[-1] != other[-1] and {one[-1], other[-1]} == {"ي", "ه"}:
        return True
    if {one[0], other[0]} in ({"ك", "غ"}, {"ك", "ج"}):
        return True
    if min(len(one), len(other)) >= _PLACE_LONG or cost <= _PLACE_ONE_LETTER:
        return False
    if sorted(one) == sorted(other):
        return False
    return len(one) != len(other) or sum(a != b for a, b in zip(one, other, strict=True)) > 1


def place_word(name: str, *, within: bool = True) -> str:
    """Return a place's name as one word; articles inside it are left out, or kept with `within` false."""
    words = [("سان" if word in _SAINT else word) for word in name_words(name)]
    if len(words) > _FACILITY and words[0] in ("مطار", "ميناء") and words[-1] == "دولي":
        words = words[:-1]
    drop = len(words) > 1 and words[0] in _CLASS
    if not within:
        words = [word.norm for word in find_words(name) if word.kind != "mark"][: len(words)]
    if drop:
        words = words[1:]
    return without_article("".join(words))


def compare_bodies(one: str, other: str, kinds: Mapping[str, tuple[str, bool]]) -> Match:
    """Compare two names of bodies; `kinds` holds the words for kinds of bodies (StoryLexicon.body_words).

    The kinds must not differ, and where only one name has a kind the name must be in use without it. The other words
    must match, in any order, a nationality standing for its country («البنك المركزي التونسي», «بنك تونس المركزي»).
    """
    (own, words), (its, others) = _body_parts(one, kinds), _body_parts(other, kinds)
    if own and its and own != its:
        return Match(0.0, f"«{one}» and «{other}» are bodies of different kinds")
    if any(kind not in _droppable(kinds) for kind in own ^ its):
        return Match(0.0, f"only one of «{one}» and «{other}» says that kind of body")
    if not words or not others:
        return Match(1.0, f"«{one}»") if own == its and not words and not others else Match(0.0, "no name in common")
    found = _same_words(words, others)
    if not found:
        joined, joined_other = "".join(map(without_article, words)), "".join(map(without_article, others))
        found = compare_words(joined, joined_other) if len(words) != len(others) else found
    return (
        Match(found.score, f"«{one}» and «{other}»: {found.reason}")
        if found
        else Match(0.0, f"«{one}» is not «{other}»")
    )


def _droppable(kinds: Mapping[str, tuple[str, bool]]) -> frozenset[str]:
    return frozenset(kind for kind, optional in kinds.values() if optional)


def body_parts(name: str, kinds: Mapping[str, tuple[str, bool]]) -> tuple[frozenset[str], tuple[str, ...]]:
    """Return the kinds of body that a name says and its other words, without their articles."""
    said, rest = _body_parts(name, kinds)
    return said, tuple(without_article(word) for word in rest)


def _body_parts(name: str, kinds: Mapping[str, tuple[str, bool]]) -> tuple[frozenset[str], tuple[str, ...]]:
    said: set[str] = set()
    rest: list[str] = []
    for word in (word.norm for word in find_words(name) if word.kind != "mark"):
        full = "ا" + word[1:] if word.startswith("لل") else word
        bare = without_article(full)
        kind = kinds.get(bare)
        if kind is None:
            rest.append("سان" if bare in _SAINT else full)
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
    native = any(len(word) > len(without_article(word)) for word in (one, other))
    one, other = without_article(one), without_article(other)
    if one == other or without_nisba(one) == without_nisba(other):
        return 1.0
    return compare_words(one, other, native).score


def without_nisba(word: str) -> str:
    """Return a word without the ending of a nationality: «تونسي» and «تونس» are one country."""
    if word in _ADJECTIVES:
        return _ADJECTIVES[word]
    for ending in _NISBA:
        if word.endswith(ending) and len(word) - len(ending) >= _NISBA_REST:
            return word[: -len(ending)]
    return word
