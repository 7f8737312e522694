"""Lengths of time: durations, points some units away, the last and next units."""

from __future__ import annotations

from tawatur.timex.calendar import shift_days, shift_months
from tawatur.timex.expressions import TimeExpression
from tawatur.timex.meanings import Meaning, Setting, of_days, unit_days

_MONTHS = {"M": 1, "Y": 12, "DE": 120, "CE": 1200}
_DAYS = {"D": 1, "W": 7}


def offset(expression: TimeExpression, setting: Setting) -> Meaning | None:
    """«قبل أسبوعين»: days and weeks give a day, months a month, years a year."""
    if setting.day is None:
        return None
    count, unit = expression.count or 0, expression.unit or "D"
    if unit in _DAYS:
        found = shift_days(setting.day, round(count * _DAYS[unit]))
        return of_days((found, found), "day")
    if unit in _MONTHS:
        whole = unit != "M" and float(count).is_integer()
        found = shift_months(setting.day, round(count * _MONTHS[unit]))
        return unit_days("Y" if whole else "M", found, 0)
    return Meaning("PAST_REF" if count < 0 else "FUTURE_REF", "ref", None)


def stretch(expression: TimeExpression, setting: Setting) -> Meaning | None:
    """«اليومين الماضيين» are the days before the publication day; long or hourly stretches are durations."""
    count, unit = expression.count or 1, expression.unit or "D"
    if expression.pattern == "rest":
        whole = unit_days(unit, setting.day, 0) if setting.day else None
        return of_days((setting.day, whole.days[1]), "interval") if setting.day and whole and whole.days else None
    if unit not in ("D", "W", "M") or (unit == "M" and count > 2):
        return duration(expression, setting)
    if setting.day is None:
        return None
    sign = -1 if expression.facing == "past" else 1
    if unit == "M":
        far = shift_months(setting.day, sign * round(count))
        return of_days((min(far, setting.day), max(far, setting.day)), "interval")
    length = round(count * _DAYS[unit])
    near, far = shift_days(setting.day, sign), shift_days(setting.day, sign * length)
    return of_days((min(near, far), max(near, far)), "interval")


def amount(count: float | None, unit: str) -> str:
    """Write a duration: P2D, PT3H, P18M, PXD; decades and centuries in years."""
    if count is not None and not float(count).is_integer():
        smaller = {"Y": ("M", 12), "H": ("TM", 60), "W": ("D", 7), "M": ("D", 30), "D": ("H", 24), "CE": ("Y", 100)}
        if unit in smaller:
            unit, factor = smaller[unit]
            count = round(count * factor)
    if count is not None and unit in ("DE", "CE"):
        count, unit = count * (10 if unit == "DE" else 100), "Y"
    written = "X" if count is None else f"{count:g}" if count < 1e6 else str(int(count))
    if unit in ("H", "TM", "S"):
        return f"PT{written}{'M' if unit == 'TM' else unit}"
    return f"P{written}{unit}"


def duration(expression: TimeExpression, setting: Setting) -> Meaning:
    written = amount(expression.count, expression.unit or "D")
    for part in expression.parts:
        more = amount(part.count, part.unit or "D")[1:]
        written += more[1:] if more.startswith("T") and "T" in written else more
    return Meaning(written, "duration", None)
