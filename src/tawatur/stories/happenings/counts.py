"""Counts: what two reports count of one thing, as evidence for one happening or against it."""

from __future__ import annotations

from tawatur.stories.disagreements.values import can_both_hold
from tawatur.stories.happenings.mentions import Mention
from tawatur.stories.happenings.profiles import Profile
from tawatur.stories.happenings.traits import far_apart
from tawatur.stories.reasons import reason

# One value of one thing in both; weighed as fitting.py weighs (set by hand).
_FIGURE = 2.5
# What is counted of people whatever the noun («شخصا», «قتيلا»).
TOLLS = frozenset({"killed", "wounded"})


def compare_counts(mention: Mention, profile: Profile) -> tuple[float, tuple[str, ...]] | None:
    """Score the counts that both tell of one thing; None where they are known to be of two (33 pills, 1,982 pills)."""
    for mine in mention.measures:
        for known in profile.mentions:
            for theirs in known.measures:
                if mine.what != theirs.what or (mine.unit != theirs.unit and mine.what not in ("killed", "wounded")):
                    continue
                if can_both_hold(mine, theirs):
                    if mine.value == theirs.value and mine.value != 1:
                        return _FIGURE, (reason("same-figure", mine.anchor.exact),)
                elif far_apart(mine.value, theirs.value) and (
                    # Tolls of one story grow; 33 pills and 1,982 pills are two finds.
                    mention.cluster != known.cluster or mention.article == known.article or mine.what not in TOLLS
                ):
                    return None
    return 0.0, ()
