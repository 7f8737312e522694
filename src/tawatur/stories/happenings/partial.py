"""Partial dates: what an expression tells of the day where the year is not known («13 سبتمبر», «سبتمبر الماضي»).

An article whose day of publication is not known leaves relative expressions without a value. Their month, day and
weekday can still fit those of another report, or contradict them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tawatur.model import DayRange
from tawatur.text.words import find_words, without_article

# «الأول من سبتمبر»: the one ordinal that news writes out for a day.
_FIRST = "اول"
_MONTH_DAYS = 31


@dataclass(frozen=True, slots=True)
class Partial:
    """Months (1 to 12), days of the month and weekday (Monday 0) that an expression names, in order; empty: unknown.

    An extent («بين 7 سبتمبر و1 أكتوبر») names its ends.
    """

    months: tuple[int, ...] = ()
    days: tuple[int, ...] = ()
    weekday: int | None = None

    @property
    def known(self) -> bool:
        """Tell whether anything is known."""
        return bool(self.months) or self.weekday is not None


def read_partial(words: str, months: Mapping[tuple[str, ...], int], weekdays: Mapping[str, int]) -> Partial:
    """Read the months, days and weekday that the words of a time expression name.

    `months` maps folded words without article to numbers, `weekdays` single folded words. The second name of a dual
    month («سبتمبر (أيلول)») adds nothing.
    """
    forms = [
        (without_article(w.norm.removeprefix("و") if len(w.norm) > 4 else w.norm), w.kind) for w in find_words(words)
    ]
    found_months: list[int] = []
    found_days: list[int] = []
    weekday: int | None = None
    for at, (form, kind) in enumerate(forms):
        following = forms[at + 1][0] if at + 1 < len(forms) else ""
        month = months.get((form, following)) or months.get((form,))
        if month is not None and (not found_months or found_months[-1] != month or len(found_days) > len(found_months)):
            found_months.append(month)
        elif kind == "number" and form.isdigit() and 1 <= int(form) <= _MONTH_DAYS:
            found_days.append(int(form))
        elif form == _FIRST and month is None and (at == 0 or forms[at - 1][0] not in ("تشرين", "كانون")):
            found_days.append(1)
        elif form in weekdays:
            weekday = weekdays[form]
    return Partial(tuple(found_months), tuple(found_days) if found_months else (), weekday)


def partial_of(days: DayRange) -> Partial:
    """Return the partial date of known days: the month or months, and day and weekday where it is one day."""
    first, last = days.first, days.last
    if first is None or last is None:
        return Partial()
    if first == last:
        return Partial((first.month,), (first.day,), first.weekday())
    count = (last.year - first.year) * 12 + last.month - first.month + 1
    return Partial(tuple((first.month - 1 + n) % 12 + 1 for n in range(min(count, 12))))


def may_be_one(one: Partial, other: Partial) -> bool:
    """Tell whether nothing in two partial dates of single days excludes that they are the same day."""
    if one.months and other.months and not set(one.months) & set(other.months):
        return False
    if one.days and other.days and len(one.days) == len(other.days) == 1 and one.days != other.days:
        return False
    return one.weekday is None or other.weekday is None or one.weekday == other.weekday
