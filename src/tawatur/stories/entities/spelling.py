"""Spelling: how far two words can be two ways to write one name in Arabic letters.

Foreign sounds without a letter of their own are written by several: g as غ, ج, ك or ق, v as ف, و or ب, vowels long or
not at all. The costs below order these habits from usual to odd; a whole letter costs 1. They come from the
conventions of Levantine, Egyptian, Gulf and Maghrebi papers, not from counts.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from tawatur.text.sounds import plain

_VOWELS = frozenset("اوي")
_ENDS = frozenset("اويه")
_G = frozenset("غجكق")

_SWAPS = {
    "غج": 0.1, "غك": 0.15, "غق": 0.2, "جك": 0.25, "كق": 0.15, "جق": 0.5,
    "جي": 0.5, "جخ": 0.4, "جز": 0.5, "جش": 0.5, "خك": 0.35, "خه": 0.4, "حه": 0.5, "حخ": 0.5,
    "سص": 0.15, "تط": 0.15, "دض": 0.15, "ضظ": 0.15, "ذز": 0.2, "زظ": 0.2, "دذ": 0.25, "تث": 0.2, "زث": 0.3, "سث": 0.3,
    "سز": 0.3, "سش": 0.35, "دت": 0.35, "بف": 0.5, "وف": 0.35, "وب": 0.45,
    "وا": 0.35, "يا": 0.35, "وي": 0.5, "اه": 0.3, "عا": 0.4,
}  # fmt: skip
_SWAP_COSTS = {pair[::way]: cost for pair, cost in _SWAPS.items() for way in (1, -1)}
_VOWEL = 0.2
# A vowel at the end tells names apart (روبرت, روبرتو; إيفان, إيفانا).
_LAST_VOWEL = 0.8
# One vowel for another at the end, but for the e that is written ي, ه or ا («هيدي», «هيده»; «ساو», «ساي»).
_LAST_SWAP = 0.8
_LAST_E = 0.2
_LAST_H = 0.2
_LAST_H_FOR_A = 0.1
_DOUBLED = 0.1
_HAMZA = 0.1
_H = 0.5
_AIN = 0.5
# The t of tz and of Slavic ts: «تسيمرمان», «زيمرمان».
_TZ = 0.2
# «سون» for «سونغ»: the g that is not heard.
_SILENT_G = 0.2
# The t, d or s at the end of a French name that is not heard («جيرار», «جيرارد»), in names long enough to bear it.
_SILENT_END = 0.45
_SILENT = frozenset("دتس")
_SILENT_FROM = 5
_SILENT_AFTER = frozenset("رنلاوي")
# Of a word's mean length, what the differences may cost, and at most.
_SHARE = 0.12
_MOST = 0.75
# Words of three letters or fewer are told apart by their vowels («لي» and «لو»).
_SHORT = 3
_SHORT_MOST = 0.2
# In words of four letters there is room for one vowel more, not for another («ميلر», «مولر»).
_FOUR, _FOUR_MOST = 4, 0.35


@dataclass(frozen=True, slots=True)
class Match:
    """How alike two names are, from 0 (different) to 1 (the same spelling), and why, in words."""

    score: float
    reason: str

    def __bool__(self) -> bool:
        return self.score > 0.0


@lru_cache(maxsize=1 << 16)
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
    for i, (letter, drop) in enumerate(zip(one, drops, strict=True)):
        last, row = row, [row[0] + drop]
        for j, facing in enumerate(other):
            swap = 0.0 if letter == facing else _swap(letter, facing, i == len(one) - 1 and j == len(other) - 1)
            row.append(min(last[j] + swap, last[j + 1] + drop, row[j] + others[j]))
    if {one[-1], other[-1]} == {"ا", "ه"}:
        return min(row[-1], distance(one[:-1], other[:-1]) + _LAST_H_FOR_A)
    return row[-1]


def _swap(letter: str, facing: str, final: bool) -> float:
    """Return what it costs that one letter stands for another."""
    if final and letter in _ENDS and facing in _ENDS:
        return _LAST_E if {letter, facing} == {"ي", "ه"} else _LAST_SWAP
    return _SWAP_COSTS.get(letter + facing, 1.0)


def _drop(word: str, place: int) -> float:
    """Return what it costs that one letter of a word is missing in the other."""
    letter = word[place]
    final = place == len(word) - 1
    before = word[place - 1] if place else ""
    if letter == "ء":
        return _HAMZA
    if letter == before:
        return _DOUBLED
    if letter == "ت" and not final and word[place + 1] in "سز":
        return _TZ
    if letter in _VOWELS:
        return _LAST_VOWEL if final else _VOWEL
    if letter == "ه":
        return _LAST_H if final else _H
    if letter == "ع":
        return _AIN
    if letter in _G and before == "ن":
        return _SILENT_G
    if final and letter in _SILENT and len(word) > _SILENT_FROM and before in _SILENT_AFTER:
        return _SILENT_END
    return 1.0


def allowance(one: str, other: str, share: float = _SHARE) -> float:
    """Return what the differences between two words may cost for them to be one."""
    shorter = min(len(plain(one)), len(plain(other)))
    if shorter <= _SHORT:
        return _SHORT_MOST
    most = min(_MOST, share * (len(plain(one)) + len(plain(other))) / 2)
    return min(most, _FOUR_MOST) if shorter == _FOUR and share == _SHARE else most


def compare_words(one: str, other: str, native: bool = False) -> Match:
    """Compare two folded words, given without their articles, as spellings of one name.

    `native` words are Arabic ones, whose spelling is fixed: «البشري» is not «البشيري», «العمل» not «العمال».
    """
    if native:
        return _compare_native(one, other)
    cost = distance(one, other)
    if cost == 0.0:
        return Match(1.0, f"«{one}»")
    short = min(len(plain(one)), len(plain(other))) <= _SHORT
    if cost > allowance(one, other) or (short and _vowels(one) != _vowels(other)):
        return Match(0.0, f"«{one}» is not «{other}»")
    return Match(1.0 - cost / max(len(one), len(other)), f"«{one}» is also spelt «{other}»")


def _vowels(word: str) -> str:
    return "".join(letter for letter in plain(word) if letter in _VOWELS)


# What is written in two ways in Arabic words too: the end («ى», «ي» and «ة», «ه» are folded already), hamza, a doubled
# letter.
_NATIVE_SAME = (("ء", ""), ("يي", "ي"), ("وو", "و"))
_NATIVE_LEAST = 4


def _compare_native(one: str, other: str) -> Match:
    first, second = _native(one), _native(other)
    if first == second:
        return Match(1.0, f"«{one}»" if one == other else f"«{one}» is also spelt «{other}»")
    if len(first) >= _NATIVE_LEAST and {first[-1], second[-1]} == {"ا", "ه"} and first[:-1] == second[:-1]:
        return Match(1.0 - _LAST_H_FOR_A / len(first), f"«{one}» is also spelt «{other}»")
    return Match(0.0, f"«{one}» is not «{other}»")


def _native(word: str) -> str:
    for sound, letter in _NATIVE_SAME:
        word = word.replace(sound, letter)
    return word
