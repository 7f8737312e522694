"""Ranges of days beside each other: whether they touch, and the days that they share."""

from __future__ import annotations

from datetime import date

from tawatur.model import DayRange


def overlap(one: DayRange, other: DayRange, slack: int = 0) -> bool:
    """Tell whether two ranges of days share a day, or come within `slack` days of it; open ends reach anywhere."""
    return _reaches(one.first, other.last, slack) and _reaches(other.first, one.last, slack)


def _reaches(first: date | None, last: date | None, slack: int) -> bool:
    return first is None or last is None or (first - last).days <= slack


def meet(one: DayRange, other: DayRange) -> DayRange:
    """Return the days that two ranges share; where they share none, the earlier first to the later last day."""
    first = max((d for d in (one.first, other.first) if d), default=None)
    last = min((d for d in (one.last, other.last) if d), default=None)
    if first and last and first > last:
        first, last = last, first
    return DayRange(first, last)
