"""Search by meaning, alone or made one with the search for words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

from tawatur.search.meaning import Encoder, fuse
from tawatur.store import HappeningHit, Hit, StatementHit, Store
from tawatur.views.wanted import Wanted

H = TypeVar("H", Hit, StatementHit, HappeningHit)
Key = tuple[str, int]
# Where the encoder comes from: called when it is needed, since loading it takes a second.
Encoders = Callable[[], Encoder]
# How many that hold the words are made one order with those that are meant, where no more are asked for.
_DEPTH = 200


def article_hits(store: Store, wanted: Wanted, encoder: Encoders) -> Sequence[Hit]:
    """Return the articles that a query asks for, best first. Raises MeaningMissing or NoVectors."""

    def worded(limit: int, offset: int) -> Sequence[Hit]:
        return store.search(wanted.text, limit, offset, exact=wanted.exact, filters=wanted.filters)

    if wanted.only_words:
        return worded(wanted.limit, wanted.offset)
    ranked = store.meaning.ranked("articles", wanted.text, encoder(), wanted.filters)
    meant = {(uid, ix): Hit(uid, score, ()) for (uid, ix), score in ranked}
    return _page(wanted, meant, worded, lambda hit: (hit.article, 0))


def statement_hits(store: Store, wanted: Wanted, encoder: Encoders) -> Sequence[StatementHit]:
    """Return the statements that a query asks for, best first. Raises MeaningMissing or NoVectors."""

    def worded(limit: int, offset: int) -> Sequence[StatementHit]:
        return store.search_statements(wanted.text, limit, offset, exact=wanted.exact, filters=wanted.filters)

    if wanted.only_words:
        return worded(wanted.limit, wanted.offset)
    ranked = store.meaning.ranked("statements", wanted.text, encoder(), wanted.filters)
    meant = {(uid, ix): StatementHit(uid, ix, score) for (uid, ix), score in ranked}
    return _page(wanted, meant, worded, lambda hit: (hit.article, hit.statement))


def happening_hits(store: Store, wanted: Wanted, encoder: Encoders) -> Sequence[HappeningHit]:
    """Return the happenings that a query asks for, best first. Raises MeaningMissing or NoVectors."""

    def worded(limit: int, offset: int) -> Sequence[HappeningHit]:
        return store.search_happenings(wanted.text, limit, offset, exact=wanted.exact, filters=wanted.filters)

    if wanted.only_words:
        return worded(wanted.limit, wanted.offset)
    ranked = store.meaning.ranked("happenings", wanted.text, encoder(), wanted.filters)
    meant = {(uid, ix): HappeningHit(uid, score) for (uid, ix), score in ranked}
    return _page(wanted, meant, worded, lambda hit: (hit.happening, 0))


def _page(
    wanted: Wanted, meant: dict[Key, H], worded: Callable[[int, int], Sequence[H]], key: Callable[[H], Key]
) -> Sequence[H]:
    end = wanted.offset + wanted.limit
    if wanted.by == "meaning":
        return list(meant.values())[wanted.offset : end]
    held = {key(hit): hit for hit in worded(max(end, _DEPTH), 0)}
    found = meant | held  # of both, the one that knows the places of the words
    return [replace(found[one], score=score) for one, score in fuse((list(held), list(meant)))[wanted.offset : end]]
