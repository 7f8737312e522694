"""How sure a statement is: the share of its pattern's statements that are right on gold/train.jsonl, rounded."""

from __future__ import annotations

from tawatur.attribute.drafts import Draft

# Measured with evaluation/read_gold.py on the 144 articles of gold/train.jsonl: found statements over all of a pattern.
_BY_PATTERN = {
    "verb": 0.85,
    "participle": 0.9,
    "noun": 0.5,
    "source": 0.85,
    "reported": 0.85,
    "relayed": 0.9,
    "impersonal": 0.8,
}
_BY_SHAPE = {"clause": 0.93, "quote": 0.93, "object": 0.65, "preposition": 0.8, "source": 0.85}


def reliability(draft: Draft) -> float:
    """Return the probability that a statement stands in the text as found."""
    return round(
        min(_BY_PATTERN[draft.pattern], _BY_SHAPE[draft.shape]) if draft.pattern != "verb" else _BY_SHAPE[draft.shape],
        2,
    )
