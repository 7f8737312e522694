"""What a text is indexed by: its folded words, and numbers by their value; with the way back to the original."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
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


def folded(text: str) -> tuple[str, Sequence[int]]:
    """Return a text folded, and where in the original each folded code point stands, with the text's end after them."""
    folding = _folding()
    plain = text.translate(folding)
    if folding.uneven.isdisjoint(text):
        return plain, range(len(text) + 1)
    starts = [at for at, char in enumerate(text) for _ in folding[ord(char)]]
    return plain, [*starts, len(text)]


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
