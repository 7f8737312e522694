"""One order out of several: reciprocal rank fusion (Cormack, Clarke and Büttcher, SIGIR 2009)."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import TypeVar

K = TypeVar("K", bound=Hashable)
# The constant of the paper: how little the very first ranks weigh more than those after them.
_CONSTANT = 60


def fuse(orders: Sequence[Sequence[K]]) -> list[tuple[K, float]]:
    """Return what stands in any order with its score, best first; of equals the one that an earlier order has first."""
    scores: dict[K, float] = {}
    for order in orders:
        for rank, key in enumerate(order, 1):
            scores[key] = scores.get(key, 0.0) + 1 / (_CONSTANT + rank)
    return sorted(scores.items(), key=lambda item: -item[1])
