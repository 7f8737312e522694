"""Spelling: how far two words can be two ways to write one name in Arabic letters.

Foreign sounds without a letter of their own are written by several: g as غ, ج, ك or ق, v as ف, و or ب, vowels long or
not at all. The costs below order these habits from usual to odd; a whole letter costs 1. They come from the
conventions of Levantine, Egyptian, Gulf and Maghrebi papers, not from counts.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

_VOWELS = frozenset("اوي")
_G = frozenset("غجكق")

_SWAPS = {
    "غج": 0.1, "غك": 0.15, "غق": 0.25, "جك": 0.25, "كق": 0.15, "جق": 0.5,
    "جي": 0.5, "جخ": 0.4, "جز": 0.5, "جش": 0.5, "خك": 0.35, "خه": 0.4, "حه": 0.5, "حخ": 0.5,
    "سص": 0.15, "تط": 0.15, "دض": 0.15, "ضظ": 0.15, "ذز": 0.2, "زظ": 0.2, "دذ": 0.25, "تث": 0.2, "زث": 0.3, "سث": 0.3,
    "سز": 0.3, "سش": 0.35, "دت": 0.35, "بف": 0.5, "وف": 0.35, "وب": 0.45,
    "وا": 0.35, "يا": 0.35, "وي": 0.35, "اه": 0.3, "عا": 0.4,
}  # fmt: skip
_SWAP_COSTS = {pair[::way]: cost for pair, cost in _SWAPS.items() for way in (1, -1)}
_VOWEL = 0.2
# A vowel at the end tells names apart (روبرت, روبرتو; إيفان, إيفانا).
_LAST_VOWEL = 0.8
_LAST_H = 0.2
_LAST_H_FOR_A = 0.1
_DOUBLED = 0.1
_HAMZA = 0.1
_H = 0.5
_AIN = 0.5
# «سون» for «سونغ»: the g that is not heard.
_SILENT_G = 0.2
# Of a word's mean length, what the differences may cost, and at most.
_SHARE = 0.12
_MOST = 0.75
# Words of three letters or fewer are told apart by their vowels («لي» and «لو»).
_SHORT = 3
_SHORT_MOST = 0.2

_SAME_SOUND = (("تش", "ش"), ("دج", "ج"), ("يي", "ي"), ("وو", "و"), ("اا", "ا"))
_COARSE = {
    **dict.fromkeys("غجكقخ", "ك"), **dict.fromkeys("صثسطتدضذظز", "س"), **dict.fromkeys("بف", "ب"),
    **dict.fromkeys("اويهءع", ""),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Match:
    """How alike two names are, from 0 (different) to 1 (the same spelling), and why, in words."""

    score: float
    reason: str

    def __bool__(self) -> bool:
        return self.score > 0.0


def plain(word: str) -> str:
    """Return a folded word with one letter for the sounds that are written with one or two."""
    for sound, letter in _SAME_SOUND:
        word = word.replace(sound, letter)
    return word


@lru_cache(maxsize=200_000)
def skeleton(word: str) -> str:
    """Return coarse consonants of a folded word: equal for most spellings of one name, to look it up by."""
    letters = ""
    for letter in plain(word):
        coarse = _COARSE.get(letter, letter)
        if coarse and not letters.endswith(coarse):
            letters += coarse
    return letters or word[:1]


@lru_cache(maxsize=200_000)
def distance(one: str, other: str) -> float:
    """Return the cost of the cheapest way to get from one folded word to the other, the same both ways."""
    if one > other:
        one, other = other, one
    one, other = plain(one), plain(other)
    if one == other:
        return 0.0
    if not one or not other:
        return float(len(one or other))
    drops = [_drop(one, i) for i in range(len(one))]
    others = [_drop(other, j) for j in range(len(other))]
    row = [0.0]
    for cost in others:
        row.append(row[-1] + cost)
    for letter, drop in zip(one, drops, strict=True):
        last, row = row, [row[0] + drop]
        for j, facing in enumerate(other):
            swap = 0.0 if letter == facing else _SWAP_COSTS.get(letter + facing, 1.0)
            row.append(min(last[j] + swap, last[j + 1] + drop, row[j] + others[j]))
    if {one[-1], other[-1]} == {"ا", "ه"}:
        return min(row[-1], distance(one[:-1], other[:-1]) + _LAST_H_FOR_A)
    return row[-1]


def _drop(word: str, place: int) -> float:
    """Return what it costs that one letter of a word is missing in the other."""
    letter = word[place]
    final = place == len(word) - 1
    before = word[place - 1] if place else ""
    if letter == "ء":
        return _HAMZA
    if letter == before:
        return _DOUBLED
    if letter in _VOWELS:
        return _LAST_VOWEL if final else _VOWEL
    if letter == "ه":
        return _LAST_H if final else _H
    if letter == "ع":
        return _AIN
    if letter in _G and before == "ن":
        return _SILENT_G
    return 1.0


def allowance(one: str, other: str, share: float = _SHARE) -> float:
    """Return what the differences between two words may cost for them to be one."""
    shorter = min(len(plain(one)), len(plain(other)))
    if shorter <= _SHORT:
        return _SHORT_MOST
    return min(_MOST, share * (len(one) + len(other)) / 2)


def compare_words(one: str, other: str) -> Match:
    """Compare two folded words, given without their articles, as spellings of one name."""
    cost = distance(one, other)
    if cost == 0.0:
        return Match(1.0, f"«{one}»")
    if cost > allowance(one, other):
        return Match(0.0, f"«{one}» is not «{other}»")
    return Match(1.0 - cost / max(len(one), len(other)), f"«{one}» is also spelt «{other}»")
