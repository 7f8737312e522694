"""What a text is indexed by: its folded words, and numbers by their value; with the way back to the original."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from tawatur.model import Span
from tawatur.text.digits import digits_value
from tawatur.text.fold import fold_char

_TOKEN = re.compile(r"(?P<number>\d+(?:[.,٫٬]\d+)*)|[^\W\d_]+")


class Token(NamedTuple):
    """What the index knows a word or number by, and its span in the original."""

    norm: str
    span: Span


class _Folding(dict[int, str]):
    """The folded form of every code point seen so far, for `str.translate`, which is far faster than a loop."""

    def __init__(self) -> None:
        super().__init__()
        self.uneven: set[str] = set()

    def __missing__(self, code: int) -> str:
        form = fold_char(chr(code))
        if len(form) != 1:
            self.uneven.add(chr(code))
        self[code] = form
        return form


@lru_cache(maxsize=1)
def _folding() -> _Folding:
    return _Folding()


class Way:
    """The way back from a folded text: `way[at]` is where in the original the folded code point `at` stands.

    Between the few code points that fold to none or several, places only shift; the shifts alone are kept.
    """

    __slots__ = ("_shifts", "_starts")

    def __init__(self, uneven: list[tuple[int, int]]) -> None:
        """`uneven`: original place and folded length of each code point that does not fold to one."""
        self._starts, self._shifts = [0], [0]
        shift = 0
        for at, size in uneven:
            # The letters of a ligature all stand at its place; what follows it is shifted anew.
            for letter in range(size):
                self._note(at - shift + letter, shift - letter)
            shift += 1 - size
            self._note(at + 1 - shift, shift)

    def _note(self, start: int, shift: int) -> None:
        if self._starts[-1] == start:
            self._shifts[-1] = shift
        else:
            self._starts.append(start)
            self._shifts.append(shift)

    def __getitem__(self, at: int) -> int:
        return at + self._shifts[bisect_right(self._starts, at) - 1]


@lru_cache(maxsize=8)
def _any_of(signs: frozenset[str]) -> re.Pattern[str]:
    return re.compile("[" + "".join(map(re.escape, sorted(signs))) + "]")


def folded(text: str) -> tuple[str, Way]:
    """Return a text folded, and the way from places in it (its end among them) to places in the original."""
    folding = _folding()
    plain = text.translate(folding)
    if folding.uneven.isdisjoint(text):
        return plain, Way([])
    found = _any_of(frozenset(folding.uneven)).finditer(text)
    return plain, Way([(match.start(), len(folding[ord(match.group())])) for match in found])


def _number(written: str) -> list[str]:
    """Return what the index knows a number by: «60,000», «٦٠٬٠٠٠» and «60000» are one, «1.2.3» is three."""
    if written.isdigit():
        return [written]
    value = digits_value(written)
    if value is None:
        return re.findall(r"\d+", written)
    return [str(int(value)) if value.is_integer() else f"{value:.6f}".rstrip("0")]


def pieces(plain: str) -> list[tuple[str, int, int]]:
    """Return the tokens of a folded text, each with its place there."""
    found: list[tuple[str, int, int]] = []
    for match in _TOKEN.finditer(plain):
        start, end = match.span()
        if match.lastgroup:
            found += [(part, start, end) for part in _number(match.group())]
        else:
            found.append((match.group(), start, end))
    return found


def tokens(text: str) -> Iterator[Token]:
    """Yield the tokens of a text in order."""
    plain, starts = folded(text)
    for norm, start, end in pieces(plain):
        yield Token(norm, Span(starts[start], starts[end]))


def indexed(text: str | None) -> str:
    """Return a text as it is indexed: its tokens, one space between them."""
    return " ".join(norm for norm, _, _ in pieces(text.translate(_folding()))) if text else ""
