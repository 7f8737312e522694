"""Days told with an incident: which ranges of days are of one incident, and which lie too far apart."""

from __future__ import annotations

from datetime import timedelta

from tawatur.model import DayRange, Reading, Span, When
from tawatur.stories.happenings.mentions import published_days

# A time of more days is no time of an incident.
_MONTH = 31
# Days of two reports that lie no further apart may be one: night, midnight, two time zones.
_SLACK = timedelta(days=1)
# What is dated so long before publication is another incident than the news.
_LONG_AGO = timedelta(days=21)


def days_of(when: When) -> DayRange | None:
    """Return the days of a time, None where its first or last is not known."""
    if when.first is None or when.last is None:
        return None
    return DayRange(when.first, when.last)


def dated(when: When) -> DayRange | None:
    """Return the days of a time that is no longer than a month."""
    days = days_of(when)
    if days is None or days.first is None or days.last is None or (days.last - days.first).days > _MONTH:
        return None
    return days


def is_long_ago(reading: Reading, span: Span) -> bool:
    """Tell whether a stretch of an article dates what it tells long before the article was published."""
    published = published_days(reading)
    return any(
        when.last is not None and published.first is not None and when.last < published.first - _LONG_AGO
        for when in reading.times
        if span.holds(when.span)
    )


def far_apart(one: DayRange, other: DayRange) -> bool:
    """Tell whether two known ranges of days lie further apart than one day."""
    if one.first is None or one.last is None or other.first is None or other.last is None:
        return False
    return one.first > other.last + _SLACK or other.first > one.last + _SLACK
