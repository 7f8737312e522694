"""Within one article: whether it sets two values of one thing against each other itself.

It takes words of contrast, a toll that rose, or two sources. What an article tells in its own words of what it also
gives a source for mostly goes back to that source (docs/method.md), so its own words stand against a source only where
both count the incident that it opens with, in nearly the same number.
"""

from __future__ import annotations

from tawatur.model import Measure
from tawatur.stories.disagreements.claims import GROWING, Claim, are_near, has_risen

# Two sources in one article differ about one toll by no more than this; beyond, one tells a part or another incident.
ONE_TOLL = 1.5


def set_against(one: Claim, other: Claim) -> bool:
    """Tell whether the article of two values sets them against each other: by its words, or as those of two sources."""
    if has_risen(one, other) or one.earlier or other.earlier:
        return True
    if any(claim.occasion is not None and claim.occasion.contrast for claim in (one, other)):
        return True
    return _of_two_sources(one, other)


def _of_two_sources(one: Claim, other: Claim) -> bool:
    if not (one.origin and other.origin) or one.origin & other.origin:
        return False
    # Other things counted by two sources in one article are mostly two things.
    if not isinstance(one.value, Measure) or one.value.what not in GROWING:
        return False
    return not (one.own or other.own) or (_opens(one) and _opens(other) and are_near(one, other, ONE_TOLL))


def _opens(claim: Claim) -> bool:
    return claim.occasion is not None and claim.occasion.number == 0
