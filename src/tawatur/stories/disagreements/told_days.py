"""Days told with an incident: which ranges of days are of one incident, and which lie too far apart."""

from __future__ import annotations

from datetime import timedelta

from tawatur.model import DayRange, When

# A time of more days is no time of an incident.
_MONTH = 31
# Days of two reports that lie no further apart may be one: night, midnight, two time zones.
_SLACK = timedelta(days=1)


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


def far_apart(one: DayRange, other: DayRange) -> bool:
    """Tell whether two known ranges of days lie further apart than one day."""
    if one.first is None or one.last is None or other.first is None or other.last is None:
        return False
    return one.first > other.last + _SLACK or other.first > one.last + _SLACK
