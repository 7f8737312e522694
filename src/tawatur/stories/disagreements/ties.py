"""Ties: whether two figures are surely of one incident, so that a difference between them is a disagreement.

Nothing may set the occasions apart (kind, towns, country, day, one incident against several, a time counted over), and
something must tie them: one town, or the words they are told in. Within one article both must stand where it tells of
one incident. In doubt nothing is shown.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from tawatur.stories.disagreements.occasions import Occasion

# Kinds that one incident may be told as: a bombing is an attack, a boat that was rammed sinks.
_ALSO = frozenset(
    frozenset(pair)
    for pair in (
        ("explosion", "attack"),
        ("strike", "attack"),
        ("strike", "collapse"),
        ("strike", "fire"),
        ("strike", "crash"),
        ("explosion", "fire"),
        ("explosion", "collapse"),
        ("attack", "fire"),
        ("attack", "crash"),
        ("crash", "sinking"),
        ("crash", "fire"),
        ("crash", "explosion"),
        ("crash", "collapse"),
        ("collapse", "fire"),
        ("collapse", "flood"),
        ("collapse", "quake"),
        ("collapse", "crush"),
        ("attack", "crush"),
        ("explosion", "crush"),
        ("fire", "crush"),
        ("flood", "sinking"),
    )
)
# Content stems of the poorer wording that both share where no town ties them, and where one only recalls it.
_SHARED, _SHARED_RECALLED = 0.3, 0.5
_LEAST_SHARED = 3
# Short reports in set phrases share most words whatever they tell of.
_LONG = 8
_SLACK = timedelta(days=1)


def are_tied(one: Occasion, other: Occasion, *, joined: bool, risen: bool = False, far: bool = False) -> bool:
    """Tell whether two occasions are surely of one incident.

    `joined` tells that their reports are joined as one happening, `risen` that one is told as a toll that has grown: of
    an incident of the story told before. Numbers `far` from each other need more that ties them.
    """
    if sets_apart(one, other):
        return False
    town = bool(one.towns & other.towns)
    shared = _shares(one, other)
    if far and not risen and one.article != other.article and shared < _SHARED_RECALLED:
        dated = one.days is not None and other.days is not None
        if not (dated and (one.towns - one.regions) & (other.towns - other.regions)):
            return False
    if one.article == other.article:
        if one.also or other.also or one.another or other.another:
            return False
        return one.number == other.number or (joined and shared >= _SHARED)
    if one.several != other.several or (one.several and shared < _SHARED_RECALLED):
        return False
    if one.another != other.another and shared < _SHARED_RECALLED:
        return False
    if one.many and other.many and not joined and shared < _SHARED_RECALLED:
        # Of a series each report may count others.
        return False
    if one.number == other.number == 0:
        return town or (risen and bool(one.kinds & other.kinds)) or shared >= (_SHARED if not joined else _SHARED / 2)
    dated = one.days is not None and other.days is not None
    recalled = one.number > 0 and other.number > 0 and not joined
    return (town and dated and not recalled) or shared >= _SHARED_RECALLED


def sets_apart(one: Occasion, other: Occasion) -> bool:
    """Tell whether what two figures stand with excludes one incident."""
    if bool(one.many) != bool(other.many) and None not in (one.many, other.many):
        return True
    if one.over != other.over:
        return True
    if other_kinds(one, other):
        return True
    if one.countries and other.countries and not one.countries & other.countries:
        return True
    return _other_towns(one, other) or other_days(one, other)


def are_of_one_place(one: Occasion, other: Occasion) -> bool:
    """Tell whether nothing but their days sets two occasions apart."""
    return not sets_apart(replace(one, days=None), replace(other, days=None))


def _other_towns(one: Occasion, other: Occasion) -> bool:
    """Tell whether both name towns of which none may be the other's: a town may lie in the region told beside it."""
    if not one.towns or not other.towns or _one_text(one, other):
        return False
    regions = one.regions | other.regions
    a, b = one.towns - regions, other.towns - regions
    if a and b and one.towns & other.towns and not a & other.around and not b & one.around:
        # Two towns of one region («سلوان في محافظة الوادي», «الجرداء في الوادي»).
        return True
    if one.towns & other.around or other.towns & one.around:
        return False
    in_region = any(a.towns <= a.regions and not b.towns & b.regions for a, b in ((one, other), (other, one)))
    return not in_region or _shares(one, other) < _SHARED_RECALLED


def _one_text(one: Occasion, other: Occasion) -> bool:
    """Tell whether two wordings are so much one that another town in one of them is a slip or a nearer place."""
    return len(one.words & other.words) >= _LONG and _shares(one, other) >= _SHARED_RECALLED


def other_kinds(one: Occasion, other: Occasion) -> bool:
    """Tell whether both name kinds of incident that one cannot be told as."""
    return bool(one.kinds and other.kinds) and not any(_one_kind(a, b) for a in one.kinds for b in other.kinds)


def _one_kind(one: str, other: str) -> bool:
    return one == other or "deed" in (one, other) or frozenset((one, other)) in _ALSO


def other_days(one: Occasion, other: Occasion) -> bool:
    """Tell whether both are told with days that lie apart."""
    a, b = one.days, other.days
    if a is None or b is None or a.first is None or a.last is None or b.first is None or b.last is None:
        return False
    return a.first > b.last + _SLACK or b.first > a.last + _SLACK


def _shares(one: Occasion, other: Occasion) -> float:
    return share(one.words, other.words)


def share(one: frozenset[str], other: frozenset[str]) -> float:
    """Return the share of the poorer wording's stems that the other has as well; 0 where they are few."""
    common = len(one & other)
    return common / min(len(one), len(other)) if common >= _LEAST_SHARED else 0.0
