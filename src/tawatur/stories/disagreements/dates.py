"""Days told of one happening: when two of them exclude each other, and when only their papers came out on two days.

«أمس» is as old as the page that prints it, and a paper may print on Monday what it was given on Sunday. Only days that
the words themselves name (a weekday, a day of a month) are taken at their word; others need to lie further apart.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta

from tawatur.lexicon.join_words import JoinLexicon
from tawatur.model import DayRange
from tawatur.stories.disagreements.claims import Claim
from tawatur.stories.disagreements.news_days import happened_since
from tawatur.stories.disagreements.ties import are_of_one_place
from tawatur.stories.disagreements.values import days_can_both_hold
from tawatur.stories.happenings.mentions import Mention
from tawatur.stories.happenings.partial import Partial, read_partial
from tawatur.text.fold import fold

# Relative days are sure to within one day and a quarter of what they reach back («قبل أسبوعين»: four days).
_SLACK, _SHARE = timedelta(days=1), 4
_WEEK = 7


def extents_differ(one: Claim, other: Claim) -> bool:
    """Tell whether two extents, each from its first to its last day, are not one."""
    if isinstance(one.value, str) and isinstance(other.value, str):
        return one.value != other.value
    return (
        isinstance(one.value, DayRange)
        and isinstance(other.value, DayRange)
        and not days_can_both_hold(one.value, other.value, extents=True)
    )


def days_differ(mentions: Sequence[Mention], lexicon: JoinLexicon) -> Callable[[Claim, Claim], bool]:
    """Return what tells whether two claims of days exclude each other; a claim's report numbers its mention."""

    def named(claim: Claim) -> Partial:
        return read_partial(mentions[claim.report].time, lexicon.months, lexicon.weekdays)

    def differ(one: Claim, other: Claim) -> bool:
        a, b = one.value, other.value
        if not isinstance(a, DayRange) or not isinstance(b, DayRange):
            return False
        if days_can_both_hold(a, b, extents=False) or fold(one.sentence) == fold(other.sentence):
            return False
        if not _of_one_incident(one, other):
            return False
        first, second = named(one), named(other)
        if not (first.days and second.days) and _same_weekday(a, b):
            # «الأربعاء» of two weeks: the next one of two mornings.
            return False
        if _is_named(first) and _is_named(second):
            return True
        if one.anchor.source == other.anchor.source:
            # «اليوم» of a text that its paper printed days later.
            return False
        return not _printed_later(one, other, a, b) and _gap(a, b) > max(
            timedelta() if _is_named(told) else _slack(claim, days)
            for told, claim, days in ((first, one, a), (second, other, b))
        )

    return differ


def _of_one_incident(one: Claim, other: Claim) -> bool:
    """Tell whether nothing but their days sets two apart: no series («كثف غاراته»), town or kind of incident."""
    a, b = one.occasion, other.occasion
    if one.anchor.source != other.anchor.source and _came_after(one, other):
        return False
    if a is None or b is None:
        return True
    return not (a.many and b.many) and are_of_one_place(a, b)


def _came_after(one: Claim, other: Claim) -> bool:
    if not isinstance(one.value, DayRange) or not isinstance(other.value, DayRange):
        return False
    return happened_since(one.value.first, one.published, other.value.first, other.published)


def _is_named(told: Partial) -> bool:
    return told.weekday is not None or bool(told.days)


def _same_weekday(one: DayRange, other: DayRange) -> bool:
    if one.first is None or other.first is None or one.first != one.last or other.first != other.last:
        return False
    return (one.first - other.first).days % _WEEK == 0


def _printed_later(one: Claim, other: Claim, first: DayRange, second: DayRange) -> bool:
    """Tell whether two days lie as far apart as their papers: one wording («أمس»), printed on two days."""
    if one.published is None or other.published is None or first.first is None or second.first is None:
        return False
    return one.published != other.published and one.published - other.published == first.first - second.first


def _slack(claim: Claim, days: DayRange) -> timedelta:
    if claim.published is None or days.first is None:
        return _SLACK
    return max(_SLACK, abs(claim.published - days.first) / _SHARE)


def _gap(one: DayRange, other: DayRange) -> timedelta:
    """Return how far apart two ranges of days lie, of which one ends before the other begins."""
    if one.last is not None and other.first is not None and one.last < other.first:
        return other.first - one.last
    if other.last is not None and one.first is not None and other.last < one.first:
        return one.first - other.last
    return timedelta()
