"""What one article tells of a toll: of its several figures, those that may be of the one incident of its story.

An article tells the whole in its opening. A smaller figure further down, by the same source, is a part of it or belongs
to another incident of a round-up; only another source, or a toll that rose, gives another value of the same thing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tawatur.lexicon.join_words import JoinLexicon
from tawatur.model import Given, Measure, Reading, Span
from tawatur.stories.chains.trace import Traced
from tawatur.stories.disagreements.values import can_both_hold
from tawatur.stories.disagreements.within import ONE_TOLL
from tawatur.text.words import find_words


@dataclass(frozen=True, slots=True)
class Told:
    """A toll as an article gives it; `cut`: of its sentence only what tells this value («… بعد أن كانت 6»).

    What does not count is of another incident, or of several, that the article opens with.
    """

    given: Given
    traced: Traced
    measure: Measure
    sentence: str
    risen: bool
    cut: bool
    counts: bool = True


def of_one_incident(told: Sequence[Told]) -> list[Told]:
    """Return the figures of one article that may be compared: of each toll the first, and what may differ from it."""
    first: dict[str, Told] = {}
    kept: list[Told] = []
    for one in told:
        lead = first.setdefault(one.measure.what, one)
        if one.counts and (one is lead or _agree(one.measure, lead.measure) or _gives_another(one, lead)):
            kept.append(one)
    return kept


def _agree(one: Measure, lead: Measure) -> bool:
    """Tell whether two figures may be one toll: «ستة على الأقل» may be seven, and hardly 260."""
    return can_both_hold(one, lead) and _near(one, lead)


def _gives_another(one: Told, lead: Told) -> bool:
    """Tell whether a figure is another value of what the article tells first: risen since, or by another source."""
    if one.risen or lead.risen or one.cut or lead.cut:
        return True
    return _is_sourced(one) and not one.traced.origin & lead.traced.origin and _near(one.measure, lead.measure)


def _is_sourced(one: Told) -> bool:
    """Tell whether somebody but the outlet itself gives a figure."""
    chain = one.traced.chain
    return chain.known and chain.origin.kind == "origin"


def _near(one: Measure, other: Measure) -> bool:
    low, high = sorted(value if isinstance(value, float | int) else value[1] for value in (one.value, other.value))
    return high <= ONE_TOLL * low


def tells_several(reading: Reading, sentence: Span, lexicon: JoinLexicon) -> bool:
    """Tell whether a sentence sums up several incidents («في حوادث متفرقة»): its toll is of none of them."""
    return any(word.norm in lexicon.telling["several"] for word in find_words(reading.article.text, sentence))
