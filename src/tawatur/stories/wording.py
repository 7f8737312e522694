"""Wordings compared: the content stems of a text, and how much two of them share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from math import log2

from tawatur.text.words import forms_of, without_article

_PREFIXES = ("وال", "فال", "بال", "كال", "ولل", "لل", "ال")
_SUFFIXES = ("هما", "تها", "كما", "هم", "ها", "نا", "كم", "وا", "ات", "ون", "ين", "ان", "يه", "ته", "ه", "ي", "ا", "ت")
# A stem of so many texts is still particular.
_FEW = 4
# Texts up to so many code points, for who speaks or what happened, come again and again and are kept at hand.
_WORDING = 150
# Words whose first letter looks like a conjunction and is none.
_WAW_WORDS = (
    "وزير",
    "وزار",
    "وزرا",
    "وكال",
    "ولاي",
    "واشنط",
    "وفد",
    "وفا",
    "وقف",
    "وصل",
    "وثيق",
    "وسط",
    "وضع",
    "وطن",
    "واحد",
)


def begins_with_and(norm: str) -> bool:
    """Tell whether a folded word begins with the conjunction «و», not with a letter of its own («وزارة»)."""
    return norm.startswith("و") and not norm.startswith(_WAW_WORDS)


@lru_cache(maxsize=65536)
def stem(norm: str) -> str:
    """Return the light stem of a folded word: conjunction, preposition, article, plural and pronoun endings cut off.

    At least three letters remain. The weak letters inside are dropped from longer stems, so that «يقدر», «نقدّر» and
    «تقدير» meet; two wordings need several stems in common, so that a false meeting does not join anything by itself.
    """
    word = norm
    for prefix in _PREFIXES:
        if word.startswith(prefix) and len(word) - len(prefix) >= 3:
            word = word[len(prefix) :]
            break
    else:
        if word[:1] in ("و", "ف") and len(word) >= 5 and not word.startswith(_WAW_WORDS):
            word = without_article(word[1:])
        if word[:1] in ("ب", "ل", "ك") and len(word) >= 6:
            word = without_article(word[1:])
    for _ in range(2):
        for suffix in _SUFFIXES:
            if word.endswith(suffix) and len(word) - len(suffix) >= 3:
                word = word[: -len(suffix)]
                break
    if word[:1] in ("ي", "ت", "ن", "س") and len(word) >= 4:
        word = word[1:]
    if len(word) > 3:
        bare = word[0] + "".join(c for c in word[1:] if c not in "اوي")
        word = bare if len(bare) >= 3 else word
    return word


def stems(text: str, stop: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """Return the stems of the content words of a text in order: no marks, no stop words, numbers as written."""
    found: list[str] = []
    for norm, kind in forms_of(text):
        if kind == "mark" or norm in stop or (kind == "word" and len(norm) < 2):
            continue
        found.append(norm if kind == "number" else stem(norm))
    return tuple(found)


def rarity(documents: Iterable[Iterable[str]]) -> Mapping[str, float]:
    """Return a weight for each stem: 1 for one in up to four of the texts, falling by the doubling from there.

    A stem that two wordings share stands in both, and in a few more carriers' texts: none of that makes it common.
    Outside counts are not needed, and one text more changes little.
    """
    seen: dict[str, int] = {}
    for document in documents:
        for word in set(document):
            seen[word] = seen.get(word, 0) + 1
    return {word: 1 / (1 + log2(max(1.0, count / _FEW))) for word, count in seen.items()}


def shared_weight(one: frozenset[str], other: frozenset[str], weights: Mapping[str, float]) -> tuple[float, float]:
    """Return the weight of the shared stems over that of the lighter wording (containment) and over both (Jaccard)."""
    common = sum(weights.get(word, 1.0) for word in one & other)
    if not common:
        return 0.0, 0.0
    first = sum(weights.get(word, 1.0) for word in one)
    second = sum(weights.get(word, 1.0) for word in other)
    return common / min(first, second), common / (first + second - common)


def longest_run(one: tuple[str, ...], other: tuple[str, ...]) -> int:
    """Return the length in stems of the longest stretch that two wordings share."""
    best, before = 0, [0] * (len(other) + 1)
    for word in one:
        row = [0] * (len(other) + 1)
        for at, match in enumerate(other, 1):
            if word == match:
                row[at] = before[at - 1] + 1
                best = max(best, row[at])
        before = row
    return best


def folded_words(text: str) -> tuple[str, ...]:
    """Return the folded words and numbers of a text without its marks."""
    return _folded(text) if len(text) <= _WORDING else _folded.__wrapped__(text)


@lru_cache(maxsize=1 << 14)
def _folded(text: str) -> tuple[str, ...]:
    return tuple(norm for norm, kind in forms_of(text) if kind != "mark")
