"""How sure a statement is: the share of readings of its pattern that are right."""

from __future__ import annotations

from tawatur.attribute.drafts import Draft

# Shares of found statements, counted on the 144 articles of gold/train.jsonl and lowered by .03, the loss of precision
# on gold/dev.jsonl: first for statements of a sentence's own, then for those inside another's content.
_BY_SHAPE = {
    "clause": (0.95, 0.8),
    "quote": (0.95, 0.85),
    "object": (0.9, 0.65),
    "preposition": (0.83, 0.5),
    "source": (0.85, 0.5),
}
# Patterns that are less sure than their shape.
_BY_PATTERN = {"noun": (0.8, 0.45), "relayed": (0.75, 0.5), "reported": (0.8, 0.5)}


def reliability(draft: Draft, nested: bool) -> float:
    """Return the probability that a statement stands in the text as found; `nested` when inside another's content."""
    shares = _BY_PATTERN.get(draft.pattern, _BY_SHAPE[draft.shape])
    return min(shares[nested], _BY_SHAPE[draft.shape][nested])
