"""Joining: differences of one story that share a report are one, told once with all of their sides."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from tawatur.model import Difference, Given

Side = tuple[str, tuple[Given, ...]]


def join_differences(differences: Iterable[Difference]) -> tuple[Difference, ...]:
    """Return differences in order, those of one attribute that hold one report joined; updates stay as they are.

    Joined, values differ between sources as soon as one pair of them does. The first gives the id.
    """
    found: list[Difference] = []
    for difference in differences:
        for other in [o for o in found if _are_one(o, difference)]:
            found.remove(other)
            difference = _joined(other, difference)
        found.append(difference)
    return tuple(found)


def _are_one(one: Difference, other: Difference) -> bool:
    alike = (one.attribute, one.what, one.happening) == (other.attribute, other.what, other.happening)
    return alike and "update" not in (one.kind, other.kind) and bool(_reports(one.sides) & _reports(other.sides))


def _reports(sides: Iterable[Side]) -> set[tuple[str, str, int]]:
    """Return what is reported on sides: the value, and the article and sentence that give it."""
    return {(given.value, given.article, given.anchor.start) for _, every in sides for given in every}


def _joined(one: Difference, other: Difference) -> Difference:
    sides = list(one.sides)
    for value, every in other.sides:
        reports = _reports([(value, every)])
        at = next((n for n, side in enumerate(sides) if side[0] == value or reports & _reports([side])), None)
        if at is None:
            sides.append((value, every))
        else:
            sides[at] = (sides[at][0], tuple(dict.fromkeys((*sides[at][1], *every))))
    kind = "sources" if "sources" in (one.kind, other.kind) else one.kind
    return replace(one, kind=kind, sides=tuple(sides), reasons=tuple(dict.fromkeys((*one.reasons, *other.reasons))))
