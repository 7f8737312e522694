"""Where the words of a query stand in a text, in its original spelling."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from tawatur.model import Span
from tawatur.search.query import Query, Term, same_spelling
from tawatur.search.tokens import Way, folded, pieces


def locate(text: str | None, terms: Iterable[Term]) -> tuple[Span, ...]:
    """Return the spans of a text that terms are found at, in order; none of them cuts another."""
    if not text:
        return ()
    plain, way = folded(text)
    spans = sorted({span for term in terms for span in _places(text, plain, way, term)})
    if not spans:
        return ()
    kept = [spans[0]]
    for before, span in pairwise(spans):
        if span.start >= max(before.end, kept[-1].end):
            kept.append(span)
    return tuple(kept)


def _places(text: str, plain: str, way: Way, term: Term) -> Iterator[Span]:
    """Yield where a term stands in a text that is `plain` when folded."""
    runs: Iterator[list[tuple[int, int]]]
    if not term.rest and all(map(str.isalpha, term.forms)):
        runs = ([(start, end)] for form in term.forms for start, end in _words(plain, form))
    else:
        runs = _runs(pieces(plain), term)
    for run in runs:
        words = (text[way[start] : way[end]] for start, end in run)
        if not term.exact or all(map(same_spelling, words, term.spelling)):
            yield Span(way[run[0][0]], way[run[-1][1]])


def _is_letter(char: str) -> bool:
    return char.isalnum() and not char.isdecimal()


def _words(plain: str, form: str) -> Iterator[tuple[int, int]]:
    """Yield where a form of letters stands as a whole word; `str.find` is far faster than cutting words."""
    start = plain.find(form)
    while start >= 0:
        end = start + len(form)
        if not (start and _is_letter(plain[start - 1])) and not _is_letter(plain[end : end + 1]):
            yield start, end
        start = plain.find(form, end)


def _runs(found: list[tuple[str, int, int]], term: Term) -> Iterator[list[tuple[int, int]]]:
    """Yield the places of the words of every run of tokens that is the term."""
    size = len(term.rest) + 1
    for at, (norm, _, _) in enumerate(found):
        if norm in term.forms and tuple(token[0] for token in found[at + 1 : at + size]) == term.rest:
            yield [(start, end) for _, start, end in found[at : at + size]]


def spelled(texts: Iterable[str | None], query: Query) -> bool:
    """Tell whether texts hold what an exact query asks for in its very spelling, over all of them together."""
    held = tuple(text for text in texts if text)

    def has(term: Term) -> bool:
        return any(locate(text, (term,)) for text in held)

    return all(any(map(has, group)) for group in query.groups) and not any(map(has, query.without))
