"""Whose dead: of which people a figure counts, where its words tell that it is not of all («سبعة من المقاومة»).

Two sides of a fight each count their own; a count of one side and one of all are two things. An accident has no sides:
what an article counts there, and counts once, it counts of all («تسعة ركاب», «تسعة أشخاص»).
"""

from __future__ import annotations

from tawatur.lexicon.join_words import JoinLexicon
from tawatur.model import Measure
from tawatur.stories.disagreements.claims import Claim
from tawatur.stories.disagreements.measures import population
from tawatur.stories.disagreements.occasions import Occasion
from tawatur.stories.disagreements.parts import Parts

ACCIDENTS = frozenset({"crash", "fire", "sinking", "collapse", "flood", "quake", "crush"})


def counted_people(measure: Measure, occasion: Occasion, parts: Parts, lexicon: JoinLexicon) -> str:
    """Return which people a measure counts, empty for all: in an accident what an article counts once is all."""
    people = population(measure, lexicon)
    if not people or not occasion.kinds or not occasion.kinds <= ACCIDENTS:
        return people
    told = {counted.value for counted in parts.of(occasion.article) if counted.what == measure.what}
    return "" if len(told) == 1 else people


def other_sides(one: Claim, other: Claim) -> bool:
    """Tell whether two figures are of two sides, or of one side and of all; an accident has none."""
    if one.side & other.side or not (one.side or other.side):
        return False
    kinds = [claim.occasion.kinds for claim in (one, other) if claim.occasion is not None]
    return not all(k and k <= ACCIDENTS for k in kinds)
