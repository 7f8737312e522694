"""How much two texts are one copy: the words that they share in the same order, in their openings and on the whole."""

from __future__ import annotations

from dataclasses import dataclass

from rapidfuzz.distance import Indel, LCSseq

# News is cut from the end and retold from the beginning: two articles that only quote the same statement or bring the
# same background open differently. So the first 100 and 200 words are compared as well as the whole (about the lead
# and the first half of a wire text).
_LEAD = 100
_HALF = 200


@dataclass(frozen=True, slots=True)
class Likeness:
    """Shares from 0 to 1 of the words that two texts have in common in the same order.

    `lead` and `half` compare the first 100 and 200 words (twice the shared over all words); `whole` is the shared part
    of the shorter text, so that a shortened or extended copy is found.
    """

    lead: float
    half: float
    whole: float

    @property
    def score(self) -> float:
        """The geometric mean: a copy must be one in its opening and on the whole."""
        return float((self.lead * self.half * self.whole) ** (1 / 3))


def copy_likeness(one: tuple[str, ...], other: tuple[str, ...]) -> Likeness:
    """Compare two texts given as folded words; empty texts share nothing."""
    if not one or not other:
        return Likeness(0.0, 0.0, 0.0)
    return Likeness(
        Indel.normalized_similarity(one[:_LEAD], other[:_LEAD]),
        Indel.normalized_similarity(one[:_HALF], other[:_HALF]),
        LCSseq.similarity(one, other) / min(len(one), len(other)),
    )
