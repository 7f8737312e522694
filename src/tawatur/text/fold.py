"""Folding: one spelling for the many ways the same Arabic letter is written, with the way back to the original.

Folded away: harakat, Quranic marks, tatweel, bidi and zero-width marks. Folded together: the alefs, ى and ي, ة and ه,
hamza carriers and their letter, Persian and Urdu letters and their Arabic twins, presentation forms and their letters,
all decimal digits and ASCII digits, upper and lower case Latin. Nothing is ever folded across a word boundary.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from tawatur.model import Span

_TOGETHER = {
    "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ٲ": "ا", "ٳ": "ا", "ٵ": "ا",
    "ى": "ي", "ی": "ي", "ې": "ي", "ۍ": "ي", "ے": "ي", "ئ": "ي", "ؤ": "و",
    "ة": "ه", "ۀ": "ه", "ہ": "ه", "ە": "ه", "ھ": "ه", "ۂ": "ه", "ۃ": "ه",
    "ک": "ك", "ڪ": "ك", "گ": "ج", "ڭ": "ك", "چ": "ج", "پ": "ب", "ڤ": "ف", "ژ": "ز", "ڨ": "ق", "ۆ": "و", "ۇ": "و",
}  # fmt: skip
# Marks that are no letters: tatweel, superscript alef and the small signs, joiners, bidi controls, soft hyphen, BOM.
_DROPPED = {"ـ", "\u00ad", "\u034f", "\u061c", "\ufeff", "\u180e"}


def _is_dropped(char: str) -> bool:
    return char in _DROPPED or unicodedata.category(char) in {"Mn", "Me", "Cf"}


@lru_cache(maxsize=8192)
def fold_char(char: str) -> str:
    """Return the folded form of one code point: the empty string for a mark, several letters for a ligature."""
    if char in _TOGETHER:
        return _TOGETHER[char]
    if _is_dropped(char):
        return ""
    digit = unicodedata.decimal(char, None)
    if digit is not None:
        return str(digit)
    if "\ufb50" <= char <= "\ufdff" or "\ufe70" <= char <= "\ufefc":
        # Presentation forms; the few that decompose to a space and a mark are marks standing alone.
        plain = unicodedata.normalize("NFKC", char)
        return "" if plain.startswith(" ") else "".join(fold_char(c) for c in plain if c != char)
    if char.isspace():
        return " "
    lower = char.lower()
    return lower if len(lower) == 1 else char


class _Foldings(dict[int, str]):
    """The folded forms of the code points met so far, for `str.translate`: it folds a text in one step."""

    def __missing__(self, code: int) -> str:
        found = self[code] = fold_char(chr(code))
        return found


_FOLDINGS = _Foldings()


def fold(text: str) -> str:
    """Return the folded form of a text, without alignment."""
    return text.translate(_FOLDINGS)


def without_marks(text: str) -> str:
    """Return a text without the marks that folding drops (harakat, tatweel), its letters as they are written."""
    return "".join(char for char in text if fold_char(char))


def fold_words(words: str) -> frozenset[str]:
    """Return the folded forms of words listed with spaces between them."""
    return frozenset(map(fold, words.split()))


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text and, for each of its code points, the code point of the original that it comes from."""

    text: str
    starts: tuple[int, ...]
    length: int

    def original(self, span: Span) -> Span:
        """Return the original's code points behind a non-empty folded span, marks that follow a letter included."""
        end = self.starts[span.end] if span.end < len(self.starts) else self.length
        return Span(self.starts[span.start], end)


def fold_aligned(text: str) -> Folded:
    """Fold a text and keep, for each folded code point, the index of its original code point."""
    letters: list[str] = []
    starts: list[int] = []
    for index, char in enumerate(text):
        for letter in fold_char(char):
            letters.append(letter)
            starts.append(index)
    return Folded("".join(letters), tuple(starts), len(text))
