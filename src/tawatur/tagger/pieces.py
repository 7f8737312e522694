"""Words into pieces: the unigram segmentation of the encoder's vocabulary, with a cache of words.

The best segmentation is the one whose pieces have the greatest sum of scores (Kudo 2018, arXiv:1804.10959), found by
dynamic programming over the letters of a word. Only Arabic script, digits and single ASCII signs have pieces; Latin
words are spelled out.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from tawatur.text.words import Word

BOS, PAD, EOS, UNKNOWN = 0, 1, 2, 3
SPECIALS = ("<s>", "<pad>", "</s>", "<unk>")
WORD_START = "▁"
# Letters of other languages and keyboards that Arabic newspapers write for an Arabic one. Hamza carriers, ة and ى stay:
# the encoder has seen them kept apart.
_ARABIC_FOR = {
    "ی": "ي", "ې": "ي", "ۍ": "ي", "ے": "ي", "ک": "ك", "ڪ": "ك", "ڭ": "ك", "ہ": "ه", "ە": "ه", "ھ": "ه", "ۀ": "ه",
    "ۂ": "ه", "ۃ": "ة", "ٱ": "ا", "ٲ": "أ", "ٳ": "إ", "ٵ": "أ", "گ": "ج", "چ": "ج", "پ": "ب", "ڤ": "ف", "ژ": "ج",
    "ڨ": "ق", "ۆ": "و", "ۇ": "و",
}  # fmt: skip
# No word of Arabic or Latin is longer; what is (an address, a line of signs) is looked at this far.
_LONGEST_WORD = 48
_MOST_PIECES = 16
# An unknown letter costs this much more than the rarest piece, as in the segmenter that the vocabulary comes from.
_UNKNOWN_PENALTY = 10.0


@lru_cache(maxsize=8192)
def plain_char(char: str) -> str:
    """Return one code point as the vocabulary writes it: marks dropped, digits ASCII, look-alikes the Arabic letter."""
    if char in _ARABIC_FOR:
        return _ARABIC_FOR[char]
    if char == "ـ" or unicodedata.category(char) in {"Mn", "Me", "Cf", "Cc", "Cs"}:
        return ""
    digit = unicodedata.decimal(char, None)
    if digit is not None:
        return str(digit)
    plain = unicodedata.normalize("NFKC", char)
    if plain == char:
        return char
    return "".join(plain_char(c) for c in plain if c != char and not c.isspace())


def plain(surface: str) -> str:
    """Return a word as the vocabulary writes it."""
    return "".join(map(plain_char, surface))


class Pieces:
    """The vocabulary of pieces with their scores; segments words and remembers what it segmented."""

    def __init__(self, pieces: Iterable[str], scores: Iterable[float], lowest: float | None = None) -> None:
        """Take pieces in the order of their ids, the four special ones first; `lowest` is the least score known."""
        self.pieces = tuple(pieces)
        self.scores = tuple(float(s) for s in scores)
        if self.pieces[: len(SPECIALS)] != SPECIALS or len(self.scores) != len(self.pieces):
            raise ValueError("a vocabulary starts with <s>, <pad>, </s>, <unk> and has a score for every piece")
        self.lowest = min(self.scores) if lowest is None else lowest
        self._table = {p: (i, s) for i, (p, s) in enumerate(zip(self.pieces, self.scores, strict=True)) if i > UNKNOWN}
        self._longest = max(map(len, self._table), default=1)
        self._known: dict[tuple[str, bool], tuple[int, ...]] = {}

    def __len__(self) -> int:
        return len(self.pieces)

    def of(self, word: Word) -> tuple[int, ...]:
        """Return the piece ids of a word: at least one, at most sixteen."""
        return self.of_surface(word.text, mark=word.kind == "mark")

    def of_surface(self, surface: str, *, mark: bool = False) -> tuple[int, ...]:
        """Return the piece ids of a word as written; a mark is looked up without the sign that starts a word."""
        key = (surface, mark)
        found = self._known.get(key)
        if found is None:
            letters = plain(surface[: 4 * _LONGEST_WORD])[:_LONGEST_WORD]
            found = self._segment(letters if mark else WORD_START + letters)[:_MOST_PIECES] or (UNKNOWN,)
            if len(self._known) >= 1 << 18:
                self._known.clear()  # a bound on memory; news repeats its words, so this is rare
            self._known[key] = found
        return found

    def _segment(self, letters: str) -> tuple[int, ...]:
        size = len(letters)
        best = [0.0] + [float("-inf")] * size
        back = [(0, UNKNOWN)] * (size + 1)
        unknown = self.lowest - _UNKNOWN_PENALTY
        for start in range(size):
            for end in range(start + 1, min(size, start + self._longest) + 1):
                entry = self._table.get(letters[start:end])
                if entry is not None and best[start] + entry[1] > best[end]:
                    best[end], back[end] = best[start] + entry[1], (start, entry[0])
            if best[start] + unknown > best[start + 1]:
                best[start + 1], back[start + 1] = best[start] + unknown, (start, UNKNOWN)
        found, at = [], size
        while at > 0:
            at, piece = back[at]
            found.append(piece)
        return tuple(reversed(found))
