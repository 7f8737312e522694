"""How sure a statement is: the share of readings of its pattern that are right."""

from __future__ import annotations

from tawatur.attribute.drafts import Draft

# Shares of found statements, counted on the 144 articles of gold/train.jsonl by pattern and shape (smoothed by four
# readings of the mean; cross-validated by article the table is off by .03) and lowered by .02 for texts of other kinds:
# first for statements of a sentence's own, then for those inside another's content.
_BY_SHAPE = {
    "clause": (0.96, 0.81),
    "quote": (0.95, 0.75),
    "object": (0.91, 0.63),
    "preposition": (0.84, 0.5),
    "source": (0.91, 0.5),
}
# Patterns that are less sure than their shape.
_BY_PATTERN = {"noun": (0.84, 0.4), "relayed": (0.66, 0.5), "reported": (0.89, 0.5), "headed": (0.6, 0.5)}


def reliability(draft: Draft, nested: bool) -> float:
    """Return the probability that a statement stands in the text as found; `nested` when inside another's content."""
    shares = _BY_PATTERN.get(draft.pattern, _BY_SHAPE[draft.shape])
    return min(shares[nested], _BY_SHAPE[draft.shape][nested])
