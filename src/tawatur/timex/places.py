"""Where each kind of expression lies, one rule a kind: its value as the guidelines write it and the days it covers."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from tawatur.model.readings import Granularity
from tawatur.timex.calendar import (
    Days,
    hijri_days,
    holiday_days,
    month_days,
    safe_date,
    season_days,
    shift_days,
    shift_months,
    week_days,
    year_days,
)
from tawatur.timex.expressions import Facing, TimeExpression
from tawatur.timex.lengths import duration, offset, stretch
from tawatur.timex.meanings import Meaning, Setting, of_days, unit_days, years

# A date without its year is taken in the year that brings it nearest; the future weighs double, since news tells what
# happened more often than what will.
FUTURE_WEIGHT = 2


def _phase_days(expression: TimeExpression, days: Days) -> Days:
    """Narrow a period to its first, middle or last third for «مطلع», «منتصف», «أواخر»; the value is not changed."""
    if expression.phase is None:
        return days
    third = ((days[1] - days[0]).days + 1) // 3
    if expression.phase == "start":
        return days[0], shift_days(days[0], third - 1)
    if expression.phase == "end":
        return shift_days(days[1], 1 - third), days[1]
    return shift_days(days[0], third), shift_days(days[1], -third)


def _phased(expression: TimeExpression, meaning: Meaning) -> Meaning:
    days = _phase_days(expression, meaning.days) if meaning.days else None
    return Meaning(meaning.value, meaning.granularity, days)


def plain_day(expression: TimeExpression, day: date) -> date:
    """Return the day «أمس», «اليوم», «بعد غد» names, whatever weekday stands beside it."""
    return shift_days(day, int(expression.count or 0))


def _day(expression: TimeExpression, setting: Setting) -> Meaning | None:
    if setting.day is None:
        return None
    day = plain_day(expression, setting.day)
    if expression.weekday is not None:
        # The weekday written beside it beats the document's date: the nearest such day.
        day = shift_days(day, (expression.weekday - day.weekday() + 3) % 7 - 3)
    return of_days((day, day), "day")


def _weekday(expression: TimeExpression, setting: Setting) -> Meaning | None:
    day, weekday = setting.day, expression.weekday
    if day is None or weekday is None:
        return None
    if expression.unit == "W":
        found = shift_days(week_days(day, int(expression.count or 0))[0], weekday)
        return of_days((found, found), "day")
    back = (day.weekday() - weekday) % 7
    ahead = (weekday - day.weekday()) % 7
    if expression.strict and expression.facing == "past":
        found = shift_days(day, -(back or 7))
    elif expression.strict and expression.facing == "future":
        found = shift_days(day, ahead or 7)
    elif expression.strict:
        found = shift_days(week_days(day)[0], weekday)
    else:
        found = shift_days(day, ahead) if expression.facing == "future" else shift_days(day, -back)
    return of_days((found, found), "day")


def _candidates(expression: TimeExpression, setting: Setting) -> list[Days]:
    """Return the days of a date without year in the years around the publication day."""
    assert setting.day is not None
    found: list[Days] = []
    if expression.hijri:
        base = int((setting.day.year - 622) * 33 / 32)
        for year in range(base - 1, base + 4):
            days = hijri_days(year, expression.month, expression.day, setting.observed)
            found += [days] if days else []
        return found
    for year in range(max(setting.day.year - 4, 1), min(setting.day.year + 5, 9999)):
        if expression.day is None:
            found.append(month_days(year, expression.month or 1))
        elif (day := safe_date(year, expression.month or 1, expression.day)) is not None:
            found.append((day, day))
    return found


def nearest(candidates: list[Days], day: date, facing: Facing | None, *, strict: bool) -> Days | None:
    """Choose among the same days of several years: by «الماضي», «المقبل», the clause's tense, or the least distance."""
    before = [d for d in candidates if d[0] <= day]
    after = [d for d in candidates if d[1] >= day]
    if strict and facing == "past":
        before = [d for d in candidates if d[1] < day] if before and before[-1][0] != before[-1][1] else before
        return before[-1] if before else None
    if strict and facing == "future":
        after = [d for d in candidates if d[0] > day]
        return after[0] if after else None

    def distance(days: Days) -> int:
        if days[0] <= day <= days[1]:
            return 0
        if days[1] < day:
            return (day - days[1]).days * (FUTURE_WEIGHT if facing == "future" else 1)
        return (days[0] - day).days * (1 if facing == "future" else FUTURE_WEIGHT)

    return min(candidates, key=distance, default=None)


def _date(expression: TimeExpression, setting: Setting) -> Meaning | None:
    granularity: Granularity = "day" if expression.day else "month" if expression.month else "year"
    days = _date_days(expression, setting)
    if days is None:
        return None
    if expression.hijri and granularity != "day":
        granularity = "interval"
    return _phased(expression, of_days(days, granularity))


def _date_days(expression: TimeExpression, setting: Setting) -> Days | None:
    year, month, day = expression.year, expression.month, expression.day
    if expression.unit == "M" and day is not None:
        return _day_of_month(expression, setting)
    if expression.unit == "Y" and setting.day is not None:
        year = setting.day.year + int(expression.count or 0)
    if year is None:
        if setting.day is None or month is None:
            return None
        return nearest(_candidates(expression, setting), setting.day, expression.facing, strict=expression.strict)
    if expression.hijri:
        return hijri_days(year, month, day, setting.observed)
    if month is None:
        return year_days(year)
    if day is None:
        return month_days(year, month)
    found = safe_date(year, month, day)
    return (found, found) if found else None


def _day_of_month(expression: TimeExpression, setting: Setting) -> Days | None:
    base = setting.day if expression.count is not None else setting.context or setting.day
    if base is None or expression.day is None:
        return None
    first = shift_months(base.replace(day=1), int(expression.count or 0))
    found = safe_date(first.year, first.month, expression.day)
    return (found, found) if found else None


def _unit(expression: TimeExpression, setting: Setting) -> Meaning | None:
    if setting.day is None:
        return None
    found = unit_days(expression.unit or "D", setting.day, int(expression.count or 0))
    if expression.unit == "W" and expression.phase and found and found.days:
        # A week's start and middle are days: Monday, Wednesday.
        day = {"start": 0, "middle": 2}.get(expression.phase)
        return of_days((shift_days(found.days[0], day),) * 2, "day") if day is not None else _phased(expression, found)
    return _phased(expression, found) if found else None


def _same(expression: TimeExpression, setting: Setting) -> Meaning | None:
    if setting.context is None:
        return None
    return unit_days(expression.unit or "D", setting.context, int(expression.count or 0))


def _season(expression: TimeExpression, setting: Setting) -> Meaning | None:
    season, year = expression.season or "SU", expression.year
    if year is None:
        if setting.day is None:
            return None
        year = setting.day.year + int(expression.count or 0)
        if expression.unit != "Y":
            spans = [season_days(season, y) for y in range(setting.day.year - 1, setting.day.year + 2)]
            year = _season_year(spans, setting.day, expression.facing)
    return Meaning(f"{year:04d}-{season}", "season", season_days(season, year))


def _season_year(spans: list[Days], day: date, facing: Facing | None) -> int:
    past = [s for s in spans if s[1] < day]
    future = [s for s in spans if s[0] > day]
    if facing == "past" and past:
        return past[-1][1].year
    if facing == "future" and future:
        return future[0][1].year
    return day.year


def _decade(expression: TimeExpression, setting: Setting) -> Meaning | None:
    found = years(expression.year or 0, int(expression.count or 10))
    return _phased(expression, found) if found else None


def _holiday(expression: TimeExpression, setting: Setting) -> Meaning | None:
    name = expression.value or ""
    if expression.year is not None:
        days = holiday_days(name, expression.year, setting.observed)
    elif setting.day is None:
        return None
    else:
        around = range(setting.day.year - 1, setting.day.year + 2)
        known = [d for d in (holiday_days(name, y, setting.observed) for y in around) if d]
        days = nearest(known, setting.day, expression.facing, strict=expression.strict)
    if days and expression.count:  # «عشية عيد الفطر»
        days = (shift_days(days[0], int(expression.count)),) * 2
    return of_days(days, "day" if days[0] == days[1] else "interval") if days else None


def _weekend(expression: TimeExpression, setting: Setting) -> Meaning | None:
    """Saturday and Sunday: the last one begun, or the next for «المقبل» and the future tense."""
    if setting.day is None:
        return None
    saturday = shift_days(week_days(setting.day)[0], 5)
    if expression.facing == "future":
        saturday = saturday if saturday > setting.day else shift_days(saturday, 7)
    elif saturday > setting.day or (expression.facing == "past" and not expression.tensed):
        saturday = shift_days(saturday, -7)
    return of_days((saturday, shift_days(saturday, 1)), "interval")


def _fixed(expression: TimeExpression, setting: Setting) -> Meaning:
    return Meaning(expression.value, "set" if expression.kind == "set" else "ref", None)


def fraction(expression: TimeExpression, days: Days) -> Meaning | None:
    """Return the n-th half, third, quarter or week of a period."""
    count, of = int(expression.count or 1), expression.of or 2
    first, last = days
    length = (last - first).days + 1
    if of == 7:
        begin = shift_days(first, 7 * (count - 1)) if count < 5 else shift_days(last, -6)
        return of_days((begin, min(shift_days(begin, 6), last)), "interval") if begin <= last else None
    if length > 31:
        months = round(length / 30.4)
        size = months // of
        begin = shift_months(first, size * (count - 1))
        return of_days((begin, shift_days(shift_months(begin, size), -1)), "interval")
    size = length // of
    begin = shift_days(first, size * (count - 1))
    return of_days((begin, last if count == of else shift_days(begin, size - 1)), "interval")


def earlier_week(days: Days) -> Days:
    """Put the first end of «بين الجمعة والاثنين» in the week before the second."""
    return shift_days(days[0], -7 * ((days[0] - days[1]).days // 7 + 1)), days[1]


PLACES: dict[str, Callable[[TimeExpression, Setting], Meaning | None]] = {
    "date": _date, "weekday": _weekday, "day": _day, "unit": _unit, "stretch": stretch, "offset": offset,
    "duration": duration, "season": _season, "decade": _decade, "set": _fixed, "ref": _fixed, "holiday": _holiday,
    "weekend": _weekend, "same": _same,
}  # fmt: skip
