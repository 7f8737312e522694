"""Values: which days and which numbers a wording allows, and whether two wordings can both hold."""

from __future__ import annotations

from datetime import date
from math import inf

from tawatur.model import Comparator, DayRange, Measure

# What «نحو» and «قرابة» allow on either side: a tenth, the usual reading of a rounded count.
_ABOUT = 0.1

_SIGNS: dict[Comparator, str] = {"=": "", ">": "> ", "<": "< ", "~": "≈ ", ">=": "≥ ", "<=": "≤ "}


def bounds(value: float | tuple[float, float], comparator: Comparator) -> tuple[float, float]:
    """Return the least and greatest number that a wording allows; «أكثر من ألف» allows a thousand and above."""
    low, high = value if isinstance(value, tuple) else (value, value)
    if comparator in (">", ">="):
        return low, inf
    if comparator in ("<", "<="):
        return 0.0, high
    if comparator == "~":
        return low * (1 - _ABOUT), high * (1 + _ABOUT)
    return low, high


def told_figure(measure: Measure) -> str:
    """Return a figure as it is worded, its sign before it where the words leave it open («≥ 14 شخصا»)."""
    return f"{_SIGNS[measure.comparator]}{measure.anchor.exact}"


def can_both_hold(one: Measure, other: Measure) -> bool:
    """Tell whether one number can be what both measures say."""
    low_one, high_one = bounds(one.value, one.comparator)
    low_other, high_other = bounds(other.value, other.comparator)
    return low_one <= high_other and low_other <= high_one


def days_can_both_hold(one: DayRange, other: DayRange, *, extents: bool) -> bool:
    """Tell whether two ranges of days can both be when something happened.

    A day inside a vaguer range is no contradiction. Two extents, each told from its first to its last day, are two
    different claims unless they are equal.
    """
    if extents:
        return one == other
    return _reaches(one.first, other.last) and _reaches(other.first, one.last)


def _reaches(first: date | None, last: date | None) -> bool:
    return first is None or last is None or first <= last
