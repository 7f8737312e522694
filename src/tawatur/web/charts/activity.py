"""How many articles of a story came out when: small bars."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from tawatur.views.wording import Language, day_month, month_year

# The fewest and the most bars of a story; each stands for as many days as it must.
_LEAST_BARS, _BARS = 7, 28
# Height of the chart in pixels; the least that a day with articles gets.
HEIGHT, _LEAST = 28, 4


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar: left edge and width in percent, top and height in pixels."""

    x: float
    width: float
    y: float
    height: float


@dataclass(frozen=True, slots=True)
class ActivityChart:
    """Bars over the days of a story, and what the first and the last day drawn are called."""

    bars: tuple[Bar, ...]
    first: str
    last: str
    height: int = HEIGHT


def activity_chart(days: tuple[tuple[date, int], ...], language: Language) -> ActivityChart | None:
    """Return the bars of articles by day; None for fewer than two articles of known days."""
    if sum(articles for _, articles in days) < 2:
        return None
    first, span = days[0][0], (days[-1][0] - days[0][0]).days + 1
    each = max(1, -(-span // _BARS))
    counts = [0] * max(_LEAST_BARS, -(-span // each))
    for day, articles in days:
        counts[(day - first).days // each] += articles
    most = max(counts)
    width = 100 / len(counts)
    bars = []
    for number, articles in enumerate(counts):
        if articles:
            height = max(_LEAST, round(HEIGHT * articles / most, 1))
            x = 100 - (number + 1) * width if language == "ar" else number * width
            bars.append(Bar(round(x, 2), round(width * 0.8, 2), HEIGHT - height, height))
    last = first + timedelta(len(counts) * each - 1)
    word = day_month if first.year == last.year else month_year
    return ActivityChart(tuple(bars), word(first, language), word(last, language))
