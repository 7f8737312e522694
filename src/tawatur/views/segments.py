"""Text in segments: where highlights may begin and end without breaking Arabic letters apart, and snippets of hits."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from tawatur.model import Span
from tawatur.text.words import find_words
from tawatur.views.values import Segment, Snippet

# Letters shown around a found word: about a line of a terminal on each side.
_AROUND = 70
# Snippets shown of one article.
_MOST_SNIPPETS = 3


def whole_words(text: str, spans: Sequence[Span]) -> list[Span]:
    """Return the spans grown to word boundaries: an edge inside a word («لـ|روسيا») would tear joined letters apart."""
    words = [w.span for w in find_words(text) if w.kind == "word"]
    starts = [span.start for span in words]

    def around(offset: int) -> Span | None:
        place = bisect_right(starts, offset) - 1
        return words[place] if place >= 0 and words[place].start < offset < words[place].end else None

    grown = []
    for span in spans:
        first, last = around(span[0]), around(span[1])
        grown.append(Span(first.start if first else span[0], last.end if last else span[1]))
    return grown


def segments_of(text: str, spans: Sequence[Span], start: int = 0, end: int | None = None) -> tuple[Segment, ...]:
    """Cut text[start:end] where the spans begin and end; each segment names the spans, by number, that cover it."""
    end = len(text) if end is None else end
    grown = whole_words(text, spans)
    edges = {start, end}
    for span in grown:
        edges.update(edge for edge in span if start < edge < end)
    opening: dict[int, list[int]] = {}
    closing: dict[int, list[int]] = {}
    for number, span in enumerate(grown):
        if span.start < end and span.end > start and span.start < span.end:
            opening.setdefault(max(span.start, start), []).append(number)
            closing.setdefault(min(span.end, end), []).append(number)
    found: list[Segment] = []
    active: set[int] = set()
    ordered = sorted(edges)
    for a, b in zip(ordered, ordered[1:], strict=False):
        active.difference_update(closing.get(a, ()))
        active.update(opening.get(a, ()))
        found.append(Segment(a, text[a:b], tuple(sorted(active))))
    return tuple(found)


def snippets(text: str, spans: Sequence[Span]) -> tuple[Snippet, ...]:
    """Return stretches of the text around the found words, in the original spelling; its beginning if there are none."""
    windows: list[list[int]] = []
    for span in sorted(spans):
        a, b = max(0, span[0] - _AROUND), min(len(text), span[1] + _AROUND)
        if windows and a <= windows[-1][1]:
            windows[-1][1] = max(windows[-1][1], b)
        else:
            windows.append([a, b])
    if not windows:
        windows = [[0, min(len(text), 2 * _AROUND)]]
    return tuple(_snippet(text, spans, *window) for window in windows[:_MOST_SNIPPETS])


def _snippet(text: str, spans: Sequence[Span], start: int, end: int) -> Snippet:
    whole = whole_words(text, [Span(start, start), Span(end, end)])
    return Snippet(segments_of(text, spans, whole[0].start, whole[1].end))
