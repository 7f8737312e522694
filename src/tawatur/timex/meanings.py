"""What a resolved expression is: a value as the guidelines write it, its granularity, the days it covers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tawatur.model.readings import Granularity
from tawatur.timex.calendar import Days, Observed, month_days, shift_days, shift_months, week_days, year_days


@dataclass(frozen=True, slots=True)
class Setting:
    """What an expression is counted from: the publication day, the day last spoken of, the observed feasts."""

    day: date | None
    context: date | None
    observed: Observed


@dataclass(frozen=True, slots=True)
class Meaning:
    """A value, its granularity, the days covered (None where there are none)."""

    value: str | None
    granularity: Granularity
    days: Days | None


def of_days(days: Days, granularity: Granularity) -> Meaning:
    """Return the meaning of days as a day, month, year or interval."""
    first, last = days
    if granularity == "day":
        return Meaning(first.isoformat(), "day", days)
    if granularity == "month":
        return Meaning(f"{first.year:04d}-{first.month:02d}", "month", days)
    if granularity == "year":
        return Meaning(f"{first.year:04d}", "year", days)
    return Meaning(f"{first.isoformat()}/{last.isoformat()}", "interval", days)


def unit_days(unit: str, day: date, count: int) -> Meaning | None:
    """Return the calendar unit some units away from the one that holds a day."""
    if unit == "W":
        return of_days(week_days(day, count), "interval")
    if unit == "M":
        first = shift_months(day.replace(day=1), count)
        return of_days(month_days(first.year, first.month), "month")
    if unit == "Y":
        return of_days(year_days(min(max(day.year + count, 1), 9998)), "year")
    if unit in ("DE", "CE"):
        size = 10 if unit == "DE" else 100
        first_year = (day.year // size + count) * size
        return years(first_year, size)
    found = shift_days(day, count)
    return of_days((found, found), "day")


def years(first: int, size: int) -> Meaning | None:
    """Return a run of whole years, None outside the calendar."""
    if not 1 <= first <= 9999 - size:
        return None
    days = date(first, 1, 1), date(first + size - 1, 12, 31)
    return Meaning(f"{first:04d}/{first + size - 1:04d}", "interval", days)
