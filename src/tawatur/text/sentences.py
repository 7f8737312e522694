"""Sentences: where a text may be cut so that an attribution and what it attributes stay together."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tawatur.model import Span

_BREAK = re.compile(r"[.!؟?…]+[»”\"'’)\]]*(?=\s|$)|\n+|[.؟!](?=[\u0621-\u064a]{2,})")
# What may stand before a full stop that ends nothing: single letters of abbreviations («د.», «أ.ف.ب.»), list numbers.
_ABBREVIATION = re.compile(r"(?:^|[\s(«\"“./])(?:[\u0621-\u064a]\u0640?|[A-Za-z]|\d{1,2})$")


# Longer than any sentence of news (of 25,000 in an unedited sample the longest has 2,179): a text without full stops is
# cut here, because what reads sentences takes time that grows faster than their length.
LONGEST = 4000


def _ends_nothing(text: str, start: int, at: int) -> bool:
    if at > start and text[at - 1] in "([":
        # «(...)» stands for words left out of a quotation.
        return True
    return text[at] == "." and _ABBREVIATION.search(text, max(start, at - 4), at) is not None


def find_sentences(text: str) -> Iterator[Span]:
    """Yield the spans of the sentences of a text, without the white space around them, none of them empty."""
    start = 0
    for match in _BREAK.finditer(text):
        if match.group()[0] != "\n" and _ends_nothing(text, start, match.start()):
            continue
        yield from _parted(text, start, match.end())
        start = match.end()
    yield from _parted(text, start, len(text))


def _parted(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield a sentence, in parts cut at white space where it is longer than any sentence is."""
    while end - start > LONGEST:
        cut = next((at for at in range(start + LONGEST, start, -1) if text[at].isspace()), None)
        if cut is None:
            cut = next((at for at in range(start + LONGEST, end) if text[at].isspace()), end)
        yield from _trimmed(text, start, cut)
        start = cut
    yield from _trimmed(text, start, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield Span(start, end)
