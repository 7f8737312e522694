"""Latin forms of entities: the gazetteer's, else one made from lists of names and by rule, and marked as such."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable

from tawatur.lexicon.latin import LatinLexicon
from tawatur.model import NameType
from tawatur.stories.entities.spelling import distance
from tawatur.text.sounds import skeleton

# A word is a spelling of a listed one when it differs by a vowel or two g's («كيسنجر», «كيسينجر»), not more.
_NEAR = 0.25
_NEAR_LETTERS = 5
# Waters, mountains and quarters have words in their names that are translated («الساحل الشرقي»).
_SOUNDS: tuple[NameType, ...] = ("PER", "GPE")


def latin_forms(lexicon: LatinLexicon) -> Callable[[NameType, str, str | None], str | None]:
    """Return a function from type, name and country to the Latin form of a name; None for types that are translated."""
    listed: dict[str, list[str]] = defaultdict(list)
    for word in lexicon.foreign:
        listed[skeleton(word)].append(word)

    def near(word: str) -> str | None:
        if len(word) < _NEAR_LETTERS:
            return None
        costs = ((distance(word, other), other) for other in listed.get(skeleton(word), ()))
        cost, best = min(costs, default=(1.0, ""))
        return lexicon.foreign[best] if cost <= _NEAR else None

    def latin(kind: NameType, name: str, country: str | None) -> str | None:
        return lexicon.of(name, country, near) or None if kind in _SOUNDS else None

    return latin
