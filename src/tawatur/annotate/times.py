"""Times of an article: the expressions of timex, counted from its publication date."""

from __future__ import annotations

from datetime import date

from tawatur.lexicon.time_words import TimeLexicon
from tawatur.model import Published, When
from tawatur.text.prepared import Prepared
from tawatur.timex.expressions import TimeExpression
from tawatur.timex.find import find_expressions
from tawatur.timex.resolve import resolve


def find_times(prepared: Prepared, published: Published | None, lexicon: TimeLexicon) -> tuple[When, ...]:
    """Find the time expressions of a text, in order, with their values.

    Relative expressions are counted from the publication day; without one their value is None. «اليوم نفسه» and hours
    without a day belong to the day spoken of last.
    """
    day = published.day if published else None
    context: date | None = None
    found: list[When] = []
    for expression in find_expressions(prepared, lexicon):
        when = resolve(expression, day, lexicon, context, probability(expression))
        found.append(when)
        if when.granularity in ("day", "part") and when.first is not None:
            context = when.first
    return tuple(found)


def probability(expression: TimeExpression) -> float:
    """Return how often an expression of this pattern is right."""
    return 0.9
