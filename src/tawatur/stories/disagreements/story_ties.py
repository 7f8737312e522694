"""Ties inside one story: whether two counts of its articles are of one incident.

The articles of a story are known to tell of one matter. What an article opens with, or names by that place, is the
story's incident; an incident recalled, a second one of the day and sums of several stay apart by their place, day or
kind. Strangers need more (`ties.py`).
"""

from __future__ import annotations

from datetime import timedelta

from tawatur.stories.disagreements.occasions import Occasion, Opening
from tawatur.stories.disagreements.ties import other_days, other_kinds, share
from tawatur.stories.disagreements.whose import ACCIDENTS

# What an article tells without a day is its news, of some days before it came out.
_NEWS = timedelta(days=14)
_DAY = timedelta(days=1)
_STRIKE = "strike"
# Stems of the poorer wording that both share where no place ties them, and where two articles open alike.
_SHARED, _ALIKE, _ALIKE_DATED = 0.5, 0.3, 0.2
# … and of two sentences that are one text.
ONE_TEXT = 0.8


def tied_in_story(one: Occasion, other: Occasion, opens: tuple[Opening, Opening], *, risen: bool, far: bool) -> bool:
    """Tell whether two occasions of one story are of one incident; `opens` is what their articles open with."""
    if one.summed != other.summed or one.over != other.over or one.several or other.several:
        return False
    if other_kinds(one, other) or _other_number(one, other):
        return False
    if one.countries and other.countries and not one.countries & other.countries:
        return False
    if _other_times(one, other, opens, risen=risen):
        return False
    a, b = one.towns - one.regions, other.towns - other.regions
    if (
        a
        and b
        and not (a & b or a & other.around or b & one.around)
        and not (_is_told(a, opens[1]) or _is_told(b, opens[0]))
    ):
        return False
    if one.article == other.article:
        return one.number == other.number or bool(a & b)
    if not a and not b and one.towns and other.towns and not one.towns & other.towns:
        return False
    shared = share(one.words, other.words)
    if far and not (risen and _days_pass(*opens)) and shared < ONE_TEXT:
        return False
    if shared >= (ONE_TEXT if one.summed else _SHARED):
        return True
    if one.summed or (one.many and other.many and not (a & b and one.days is not None and one.days == other.days)):
        # Of a series each report may count others.
        return False
    if one.another or other.another or (min(one.number, other.number) < 0 and ACCIDENTS & one.kinds & other.kinds):
        # Another one, or one of the crashes that a page of them tells.
        return False
    if a & b:
        return True
    if not (_is_main(one, opens[0]) and _is_main(other, opens[1])):
        return False
    one_day = one.days is not None and one.days == other.days
    return _open_alike(*opens, _ALIKE_DATED if one_day else _ALIKE)


def _other_times(one: Occasion, other: Occasion, opens: tuple[Opening, Opening], *, risen: bool) -> bool:
    """Tell whether two occasions are of other times; the day told with a toll that rose may be that of telling it."""
    if risen:
        return other_days(one, other) and (_is_dated(one, opens[0]) or _is_dated(other, opens[1]))
    return other_days(one, other) or _is_other_news(one, opens[1]) or _is_other_news(other, opens[0])


def _is_dated(one: Occasion, opening: Opening) -> bool:
    """Tell whether the day of one is surely not that on which a toll was told: it lies before the day before."""
    if one.days is None or one.days.last is None or opening.published is None:
        return False
    return one.days.last < opening.published - _DAY


def _is_other_news(one: Occasion, opening: Opening) -> bool:
    """Tell whether the time of one lies long before another article came out, or behind it."""
    if opening.published is None:
        return False
    if one.until is not None and one.until < opening.published - _NEWS:
        return True
    return one.days is not None and one.days.first is not None and one.days.first > opening.published


def _other_number(one: Occasion, other: Occasion) -> bool:
    """Tell whether one is of one incident and the other of several; one bombing from the air is told as several."""
    if None in (one.many, other.many) or one.many == other.many:
        return False
    return not (_STRIKE in one.kinds and _STRIKE in other.kinds)


def _days_pass(one: Opening, other: Opening) -> bool:
    """Tell whether two articles came out on two days, so that a toll may have risen much."""
    return one.published is not None and other.published is not None and one.published != other.published


def _is_told(towns: frozenset[str], opening: Opening) -> bool:
    """Tell whether an article names one of the towns anywhere."""
    return any(town in opening.text for town in towns)


def _is_main(occasion: Occasion, opening: Opening) -> bool:
    """Tell whether an occasion is what its article opens with."""
    return occasion.number == 0 or bool((occasion.towns - occasion.regions) & opening.towns)


def _open_alike(one: Opening, other: Opening, least: float) -> bool:
    return bool(one.towns & other.towns) or share(one.words, other.words) >= least
