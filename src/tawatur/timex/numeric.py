"""Dates in figures: «21/10/2023», «2023-10-21», «10/10/1436هـ», «10/2023»; «21/10» after «يوم» or a weekday."""

from __future__ import annotations

import re

from tawatur.timex.dates import BARE_YEARS, HIJRI_YEARS, Found
from tawatur.timex.expressions import TimeExpression
from tawatur.timex.tokens import Tokens

_NUMERIC = re.compile(r"(\d{1,4})[.](\d{1,2})[.](\d{1,4})")


def numeric_at(tokens: Tokens, at: int) -> Found | None:
    """Return a date in figures: «21/10/2023», «2023-10-21», «10/10/1436هـ», «21.10.2023»."""
    if tokens.kind(at) != "number":
        return None
    dotted = _NUMERIC.fullmatch(tokens.norm(at))
    if dotted:
        values, end = [int(g) for g in dotted.groups()], at + 1
    else:
        marks = (tokens.norm(at + 1), tokens.norm(at + 3))
        if marks[0] != marks[1] or marks[0] not in ("/", "-", "\\"):
            return _two_figures(tokens, at)
        three = [tokens.digits(at + k) for k in (0, 2, 4)]
        values, end = [v for v in three if v is not None], at + 5
        if len(values) != 3:
            return None
    if values[0] > 31:
        year, month, day = values
    else:
        day, month, year = values
        if month > 12 >= day:
            day, month = month, day
    if year < 100 and not dotted:
        year += 2000 if year < 70 else 1900
    if not (1 <= month <= 12 and 1 <= day <= 31 and 1200 <= year <= 2100):
        return None
    hijri = year in HIJRI_YEARS
    if tokens.hit(end, "era", bare=True):
        end += 1
    span = tokens.span(at, end)
    return end, TimeExpression(span, "date", "numeric", year=year, month=month, day=day, hijri=hijri)


def _two_figures(tokens: Tokens, at: int) -> Found | None:
    """«10/2023» and «2023/10» are months; «21/10» is a day only where a word before it says so."""
    first, second = tokens.digits(at), tokens.digits(at + 2)
    if first is None or second is None or tokens.norm(at + 1) not in ("/", "-") or not tokens.glued(at + 2):
        return None
    if tokens.glued(at + 3) and tokens.norm(at + 3) in ("/", "-"):
        return None
    span = tokens.span(at, at + 3)
    if tokens.norm(at + 1) == "/" and first in BARE_YEARS and 1 <= second <= 12:
        return at + 3, TimeExpression(span, "date", "numeric", year=first, month=second)
    if tokens.norm(at + 1) == "/" and second in BARE_YEARS and 1 <= first <= 12:
        return at + 3, TimeExpression(span, "date", "numeric", year=second, month=first)
    led = (
        tokens.norm(at - 1) in ("يوم", "بتاريخ", "تاريخ", "ليوم", "الموافق")
        or tokens.hit(at - 1, "weekday") is not None
    )
    if not led or not (1 <= first <= 31 and 1 <= second <= 31):
        return None
    day, month = (first, second) if second <= 12 else (second, first)
    return (at + 3, TimeExpression(span, "date", "numeric", month=month, day=day)) if month <= 12 else None
