"""Quotations: the stretches between quotation marks of every kind that Arabic news uses."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tawatur.model import Span

_PAIRS = {"«": "»", "“": "”", "„": "“", "‹": "›", "﴿": "﴾", "❝": "❞"}
_SAME = {'"'}


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation: `span` with its marks, `inner` without them. `closed` is False when the text ends it elsewhere."""

    span: Span
    inner: Span
    closed: bool = True


def find_quotes(text: str, sentences: Sequence[Span]) -> Iterator[Quote]:
    """Yield the outermost quotations of a text, each looked for within one line, in order of their start."""
    start = 0
    for line in text.split("\n"):
        yield from _in_line(text, start, start + len(line))
        start += len(line) + 1


def _in_line(text: str, start: int, end: int) -> Iterator[Quote]:
    at = start
    while at < end:
        opening = text[at]
        closing = _PAIRS.get(opening) or (opening if opening in _SAME else None)
        if closing is None:
            at += 1
            continue
        close = _closing(text, at, end, opening, closing)
        if close is None:
            yield (
                Quote(Span(at, end), Span(min(at + 1, end), end), closed=False)
                if opening in _PAIRS
                else Quote(Span(at, at + 1), Span(at + 1, at + 1), closed=False)
            )
            at += 1
            continue
        yield Quote(Span(at, close + 1), Span(at + 1, close))
        at = close + 1


def _closing(text: str, at: int, end: int, opening: str, closing: str) -> int | None:
    depth = 0
    for i in range(at + 1, end):
        char = text[i]
        if char == closing and depth == 0:
            return i
        if opening != closing and char == opening:
            depth += 1
        elif char == closing:
            depth -= 1
        elif opening in "“„" and char in "”“":
            return i
    return None
