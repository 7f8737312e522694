"""What an expression of time was resolved to, in words: «5 يوليو 2025، مساءً», «مدة يومين»; no code is left bare."""

from __future__ import annotations

import re
from datetime import date

from tawatur.text.counting import counted
from tawatur.views.wording import Language, day, month_year, word

_DAY = re.compile(r"(\d{4}-\d\d-\d\d)(?:T(\S+))?")
_MONTH = re.compile(r"(\d{4})-(\d\d)")
_SEASON = re.compile(r"(\d{4})-(SP|SU|FA|WI)")
_LENGTH = re.compile(r"P(T?)(\d+)([YMWDH])")
_NOUNS = {"Y": "years_long", "M": "months_long", "W": "weeks_long", "D": "days_long", "H": "hours_long"}


def time_words(value: str, granularity: str, language: Language) -> str:
    """Return a value of the annotation guidelines in words; only the kind of expression where it has no value."""
    return _value(value, language) or word("granularity", granularity, language)


def _value(value: str, language: Language) -> str:
    first, slash, last = value.partition("/")
    if slash:
        ends = [_value(first, language), _value(last, language)]
        return " – ".join(ends) if all(ends) else ""
    if found := _DAY.fullmatch(value):
        return _day(found[1], found[2], language)
    if (found := _MONTH.fullmatch(value)) and 1 <= int(found[2]) <= 12:
        return month_year(date(int(found[1]), int(found[2]), 1), language)
    if found := _SEASON.fullmatch(value):
        return f"{word('season', found[2], language)} {found[1]}"
    if found := _LENGTH.fullmatch(value):
        noun = "minutes_long" if found[1] and found[3] == "M" else _NOUNS[found[3]]
        told = counted(noun, int(found[2]), language)
        return f"مدة: {told}" if language == "ar" else f"for {told}"
    if re.fullmatch(r"\d{4}", value):
        return value
    told = word("reference", value, language)
    return "" if told == value else told


def _day(value: str, part: str | None, language: Language) -> str:
    try:
        told = day(date.fromisoformat(value), language)
    except ValueError:
        return ""
    if not part:
        return told
    return f"{told}{'،' if language == 'ar' else ','} {word('day_part', part, language)}"
