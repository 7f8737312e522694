"""Calendar arithmetic: months that end early, weeks from Monday to Sunday, seasons, Hijri months, feasts."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from hijridate import Hijri

Days = tuple[date, date]
Observed = Mapping[tuple[str, int], date]

# Seasons as months of the northern hemisphere; winter belongs to the year of its January.
SEASONS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 2)}
# Feasts on fixed days of the Gregorian year, and of the Hijri year (month, day).
FIXED = {
    "christmas": (12, 25), "christmas_eve": (12, 24), "new_year": (1, 1), "new_year_eve": (12, 31), "labour": (5, 1),
    "women": (3, 8), "valentine": (2, 14), "land": (3, 30), "nakba": (5, 15),
}  # fmt: skip
MOVING = {
    "ramadan": (9, 1), "fitr": (10, 1), "adha": (12, 10), "arafa": (12, 9), "ashura": (1, 10),
    "hijri_new_year": (1, 1), "mawlid": (3, 12),
}  # fmt: skip
_MONTH_HOLIDAYS = {9: "ramadan"}


def safe_date(year: int, month: int, day: int) -> date | None:
    """Return the day, or None where the calendar has none (30 February)."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def month_days(year: int, month: int) -> Days:
    """Return the first and last day of a month."""
    first = date(year, month, 1)
    return first, (date(year + (month == 12), month % 12 + 1, 1) - timedelta(days=1))


def year_days(year: int) -> Days:
    """Return the first and last day of a year."""
    return date(year, 1, 1), date(year, 12, 31)


def shift_months(day: date, months: int) -> date:
    """Return the same day some months away, the month's last day where it is shorter; stays within years 1 to 9999."""
    index = min(max(day.year * 12 + day.month - 1 + months, 12), 9999 * 12 + 11)
    year, month = divmod(index, 12)
    return min(date(year, month + 1, 1) + timedelta(days=day.day - 1), month_days(year, month + 1)[1])


def week_days(day: date, weeks: int = 0) -> Days:
    """Return Monday and Sunday of the week some weeks away from a day's."""
    first = shift_days(day, 7 * weeks - day.weekday())
    return first, shift_days(first, 6)


def shift_days(day: date, days: int) -> date:
    """Return the day some days away, held within the calendar's bounds."""
    number = min(max(day.toordinal() + days, 1), date.max.toordinal())
    return date.fromordinal(number)


def season_days(season: str, year: int) -> Days:
    """Return the days of a season; the winter of 2018 is December 2017 to February 2018."""
    first, last = SEASONS[season]
    begin = date(year - (first > last), first, 1)
    return begin, month_days(year, last)[1]


def hijri_days(year: int, month: int | None, day: int | None, observed: Observed) -> Days | None:
    """Return the Gregorian days of a Hijri year, month or day (Umm al-Qura; Ramadan as observed where known)."""
    try:
        if month is None:
            return _gregorian(year, 1, 1), _gregorian(year, 12, Hijri(year, 12, 1).month_length())
        first = _gregorian(year, month, 1)
        last = shift_days(first, Hijri(year, month, 1).month_length() - 1)
    except (ValueError, OverflowError):
        return None
    if month == 9:
        first, last = _ramadan(first, last, observed)
    if day is None:
        return first, last
    return (shift_days(first, day - 1),) * 2 if 1 <= day <= 30 else None


def _gregorian(year: int, month: int, day: int) -> date:
    """Return the day as a plain date."""
    return date(*Hijri(year, month, day).to_gregorian().datetuple())


def _ramadan(first: date, last: date, observed: Observed) -> Days:
    start = observed.get(("ramadan", first.year))
    feast = observed.get(("fitr", (start or first).year)) or observed.get(("fitr", first.year + 1))
    if start is None or abs((start - first).days) > 3:
        return first, last
    end = shift_days(feast, -1) if feast and abs((feast - last).days) <= 4 else last
    return start, end


def holiday_days(holiday: str, year: int, observed: Observed) -> Days | None:
    """Return the days of a feast in a Gregorian year: one day, or the whole of Ramadan; None where it does not fall."""
    if holiday in FIXED:
        found = safe_date(year, *FIXED[holiday])
        return (found, found) if found else None
    month, day = MOVING[holiday]
    known = observed.get((holiday, year))
    for hijri_year in (year - 579, year - 578, year - 580):
        days = hijri_days(hijri_year, month, None if holiday == "ramadan" else day, observed)
        if days and days[0].year == year:
            return days if holiday == "ramadan" or known is None else (known, known)
    return (known, known) if known and holiday != "ramadan" else None
