"""Quotations: the stretches between quotation marks of every kind that Arabic news uses.

Marks are as writers type them: «», “”, „“, straight and doubled marks, brackets «(( ))», single marks, and marks of one
direction at both ends (”…”, “…“). A mark opens or closes by what stands beside it where its shape does not tell.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tawatur.model import Span

_PAIRS = {
    "«": "»",
    "‹": "›",
    "﴿": "﴾",
    "❝": "❞",
    "((": "))",
    "„": "“”",
    "“": "”“",
    "”": "”“",
    "‘": "’",
    '"': '"',
    "''": "''",
}
# Marks that only open where they stand at the beginning of a word: writers use them as closing marks as well.
_EITHER_WAY = {"”", "‘", "''"}
# A single quotation is a word or a phrase; one that runs on is an apostrophe misread.
_LONGEST_SINGLE = 120
_STRAIGHT = {'"', "''"}
# A quotation longer than this is a mark whose closing one was forgotten; looking on for it takes quadratic time.
_LONGEST = 3000


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
        opening = _opening(text, at, start, end)
        if opening is None:
            at += 1
            continue
        first = _past_repeats(text, at, len(opening), end)
        close = _closing(text, first, min(end, first + _LONGEST), opening)
        if close is not None:
            inner, after = close
            yield Quote(Span(at, after), Span(first, inner))
            at = after
            continue
        if opening in _STRAIGHT:
            yield Quote(Span(at, first), Span(first, first), closed=False)
        elif opening not in ("‘", "((", "”"):
            yield Quote(Span(at, end), Span(min(first, end), end), closed=False)
        at = first


def _opening(text: str, at: int, start: int, end: int) -> str | None:
    char = text[at]
    two = text[at : min(at + 2, end)]
    mark = two if two in _PAIRS else char
    if mark not in _PAIRS:
        return None
    if mark in _EITHER_WAY and not _begins_word(text, at, at + len(mark), start, end):
        return None
    return mark


def _past_repeats(text: str, at: int, size: int, end: int) -> int:
    """Return where a quotation begins whose opening mark is written twice («««, ““)."""
    after = at + size
    while size == 1 and after < end and text[after] == text[at] and after - at < 3:
        after += 1
    return after


def _begins_word(text: str, at: int, after: int, start: int, end: int) -> bool:
    before = at == start or not (text[at - 1].isalnum() or text[at - 1] in ".،!؟?,»")
    return before and after < end and not text[after].isspace()


def _closes_here(text: str, at: int, end: int) -> bool:
    """Tell whether a mark that could open or close stands at the end of a word."""
    return not text[at - 1].isspace() and (at + 1 >= end or not text[at + 1].isalnum())


def _closing(text: str, first: int, end: int, opening: str) -> tuple[int, int] | None:
    """Return the end of the quoted text and the index after the closing mark, None where none closes it."""
    closing = _PAIRS[opening]
    if len(opening) == 2:
        found = text.find(closing, first, end)
        return (found, found + 2) if found >= 0 else None
    depth = 0
    limit = min(end, first + _LONGEST_SINGLE) if opening == "‘" else end
    for i in range(first, limit):
        char = text[i]
        if char == opening and char not in closing:
            depth += 1
        elif char == closing[0] and char != opening:
            if opening == "‘" and not _closes_here(text, i, end):
                continue
            if depth == 0:
                return i, _past_repeats(text, i, 1, end) if first > 1 and text[first - 1] == text[first - 2] else i + 1
            depth -= 1
        elif char in closing:
            if opening == '"' or _closes_here(text, i, end):
                return i, _past_repeats(text, i, 1, end) if opening == '"' and first > 1 and text[
                    first - 2
                ] == '"' else i + 1
            depth += 1 if char == "“" else 0
    return None
