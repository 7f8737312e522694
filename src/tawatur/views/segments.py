"""Text in segments: where highlights may begin and end without breaking Arabic letters apart, and snippets of hits."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from tawatur.model import Span
from tawatur.text.words import find_words
from tawatur.views.values import Mark, Segment

# Letters shown around a found word: about a line of a terminal on each side.
_AROUND = 90


# Texts whose words are kept at hand: a story quotes each of its articles many times over.
@lru_cache(maxsize=256)
def _words_of(text: str) -> tuple[Span, ...]:
    return tuple(w.span for w in find_words(text) if w.kind == "word")


def whole_words(text: str, spans: Sequence[Span]) -> list[Span]:
    """Return the spans grown to word boundaries: an edge inside a word («لـ|روسيا») would tear joined letters apart."""
    words = _words_of(text)
    starts = [span.start for span in words]

    def around(offset: int) -> Span | None:
        place = bisect_right(starts, offset) - 1
        return words[place] if place >= 0 and words[place].start < offset < words[place].end else None

    grown = []
    for span in spans:
        first, last = around(span[0]), around(span[1])
        grown.append(Span(first.start if first else span[0], last.end if last else span[1]))
    return grown


def segments_of(text: str, marks: Sequence[Mark]) -> tuple[Segment, ...]:
    """Cut a text where marks begin and end, at word boundaries; the segments joined give the text back."""
    grown = whole_words(text, [Span(mark.start, mark.end) for mark in marks])
    opening: dict[int, list[int]] = {}
    closing: dict[int, list[int]] = {}
    for number, span in enumerate(grown):
        if span.start < span.end:
            opening.setdefault(span.start, []).append(number)
            closing.setdefault(span.end, []).append(number)
    found: list[Segment] = []
    active: set[int] = set()
    edges = sorted({0, len(text), *opening, *closing})
    for start, end in pairwise(edges):
        active.difference_update(closing.get(start, ()))
        active.update(opening.get(start, ()))
        found.append(Segment(text[start:end], start, tuple(marks[number] for number in sorted(active))))
    return tuple(found)


def snippet(text: str, spans: Sequence[Span]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Return the stretch of a text that holds most of the found words, and where they stand in it.

    The stretch begins and ends between words, and is the text's beginning when nothing was found in it.
    """
    whole = sorted(set(whole_words(text, spans)))
    best: list[Span] = []
    for first in whole:
        near = [span for span in whole if first.start <= span.start and span.end <= first.start + 2 * _AROUND]
        if len(near) > len(best):
            best = near
    start = max(0, best[0].start - _AROUND) if best else 0
    end = min(len(text), (best[-1].end if best else _AROUND) + _AROUND)
    cut = whole_words(text, [Span(start, start), Span(end, end)])
    start, end = cut[0].start, cut[1].end
    marks = []
    at = start
    for span in whole:
        if at <= span.start and span.end <= end:
            marks.append((span.start - start, span.end - start))
            at = span.end
    return text[start:end], tuple(marks)
