"""Times of an article: the expressions of timex, counted from its publication date."""

from __future__ import annotations

from datetime import date

from tawatur.lexicon.time_words import TimeLexicon
from tawatur.model import Published, When
from tawatur.text.prepared import Prepared
from tawatur.timex.expressions import TimeExpression
from tawatur.timex.find import find_expressions
from tawatur.timex.resolve import resolve

# How often each pattern was right on the 144 training articles of the gold data, as (right + 1) / (found + 2), less
# 0.03 for the articles that the rules were written with in view; patterns with under five cases share one estimate.
_RIGHT = {
    "weekday": 0.95, "weekday+": 0.9, "date": 0.93, "month": 0.93, "year": 0.93, "bare-year": 0.84, "numeric": 0.9,
    "hijri": 0.75, "day": 0.8, "part": 0.92, "unit": 0.85, "clock": 0.85, "duration": 0.91, "several": 0.8,
    "after": 0.85, "since": 0.67, "ago": 0.88, "stretch": 0.7, "interval": 0.8, "season": 0.8, "set": 0.82,
    "ref-past": 0.79, "ref-present": 0.93, "ref-future": 0.82, "ref": 0.88, "holiday": 0.6,
}  # fmt: skip
_RARE = 0.65


def find_times(prepared: Prepared, published: Published | None, lexicon: TimeLexicon) -> tuple[When, ...]:
    """Find the time expressions of a text, in order, with their values.

    Relative expressions are counted from the publication day; without one their value is None. «اليوم نفسه» and hours
    without a day belong to the day spoken of last.
    """
    day = published.day if published else None
    last_day: date | None = None
    last_date: date | None = None
    found: list[When] = []
    for expression in find_expressions(prepared, lexicon):
        # «العام نفسه» takes up any date, «اليوم نفسه» and hours a day.
        context = last_date if expression.unit in ("M", "Y") else last_day
        when = resolve(expression, day, lexicon, context, probability(expression))
        found.append(when)
        if when.granularity in ("day", "part", "month", "year") and when.first is not None:
            last_date = when.first
        if when.granularity in ("day", "part") and when.first is not None:
            last_day = when.first
    return tuple(found)


def probability(expression: TimeExpression) -> float:
    """Return how often an expression of this pattern is found and valued as a careful reader would."""
    return _RIGHT.get(expression.pattern, _RARE)
