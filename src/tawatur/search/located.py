"""Where the words of a query stand in a text, in its original spelling."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from tawatur.model import Span
from tawatur.search.query import Query, Term, same_spelling
from tawatur.search.tokens import folded, pieces


def locate(text: str | None, terms: Iterable[Term]) -> tuple[Span, ...]:
    """Return the spans of a text that terms are found at, in order; none of them cuts another."""
    if not text:
        return ()
    plain, starts = folded(text)
    found = pieces(plain)
    spans = sorted({span for term in terms for span in _places(text, found, starts, term)})
    if not spans:
        return ()
    kept = [spans[0]]
    for before, span in pairwise(spans):
        if span.start >= max(before.end, kept[-1].end):
            kept.append(span)
    return tuple(kept)


def _places(text: str, found: list[tuple[str, int, int]], starts: Sequence[int], term: Term) -> list[Span]:
    forms = frozenset(term.forms)
    size = len(term.rest) + 1
    places = []
    for at, (norm, start, _) in enumerate(found):
        if norm not in forms:
            continue
        run = found[at : at + size]
        if size > 1 and tuple(norm for norm, _, _ in run[1:]) != term.rest:
            continue
        if term.exact:
            words = (text[starts[a] : starts[b]] for _, a, b in run)
            if not all(map(same_spelling, words, term.spelling)):
                continue
        places.append(Span(starts[start], starts[run[-1][2]]))
    return places


def spelled(texts: Iterable[str | None], query: Query) -> bool:
    """Tell whether texts hold what an exact query asks for in its very spelling, over all of them together."""
    held = tuple(text for text in texts if text)

    def has(term: Term) -> bool:
        return any(locate(text, (term,)) for text in held)

    return all(any(map(has, group)) for group in query.groups) and not any(map(has, query.without))
