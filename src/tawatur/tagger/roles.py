"""The roles of predicates as the role network scores them: several at once, since each alone pays for all its weights.

A product of few rows takes most of its time to bring the matrix near; the rows of a whole text share that.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from tawatur.tagger.decoding import Floats, log_softmax
from tawatur.tagger.heads import Heads
from tawatur.tagger.labels import PREDICATE_KINDS

# Rows that are scored at once: enough to share the weights among, few enough to stay near with all that comes of them.
TOGETHER = 512
# A predicate's word and the range of the words that were read with it.
Asked = tuple[int, int, int]


@dataclass(frozen=True)
class Roles:
    """The log probabilities of the roles of one predicate (words × labels), and as lists what each word fills."""

    log_p: Floats
    names: tuple[str, ...]

    @cached_property
    def by_word(self) -> dict[str, list[float]]:
        p = np.exp(self.log_p)
        either = (p[:, 1::2] + p[:, 2::2]).T.tolist()
        return dict(zip(self.names, either, strict=True))


def roles_of(
    kind: str, asked: Sequence[Asked], heads: Heads, as_predicate: Floats, as_other: Floats
) -> Iterator[tuple[int, Roles]]:
    """Yield the word and the roles of each predicate that is asked about, in order."""
    for some in _batches(asked):
        scores = heads.role_scores(kind, as_predicate, as_other, some)
        start = 0
        for word, first, last in some:
            scores[start + word - first, 1:] = -np.inf  # a predicate fills none of its own roles
            start += last - first
        log_p = log_softmax(scores)
        start = 0
        for word, first, last in some:
            yield word, Roles(log_p[start : start + last - first], PREDICATE_KINDS[kind])
            start += last - first


def _batches(asked: Sequence[Asked]) -> Iterator[list[Asked]]:
    """Yield predicates in groups of at most `TOGETHER` rows, or of one that has more."""
    some: list[Asked] = []
    rows = 0
    for each in asked:
        size = each[2] - each[1]
        if some and rows + size > TOGETHER:
            yield some
            some, rows = [], 0
        some.append(each)
        rows += size
    if some:
        yield some
