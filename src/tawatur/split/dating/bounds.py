"""What narrows the day of publication, and the narrowest interval that a set of such bounds leaves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from tawatur.model import Anchor, Published


@dataclass(frozen=True, slots=True)
class Bound:
    """One piece of evidence: published on or after `first`, on or before `last`, on `weekday`; None where it is silent.

    `windows` are alternatives (since when, first, last) of which one holds; one counts only when the other evidence
    leaves it alone and shows by itself that its «since when» had come.
    """

    reason: str
    anchor: Anchor | None
    first: date | None = None
    last: date | None = None
    weekday: int | None = None
    windows: tuple[tuple[date, date, date], ...] = ()


def narrowed(bounds: Sequence[Bound]) -> Published | None:
    """Return the interval that the bounds leave, with the evidence that fixes it, or None when nothing is known.

    Bounds that contradict one another are dropped, upper ones first: an upper bound rests on more reading than a past
    event does, and a wide interval is better than a wrong one. Weekdays that disagree are both dropped.
    """
    used: list[Bound] = []
    low = max((bound for bound in bounds if bound.first), key=lambda bound: bound.first or date.min, default=None)
    high = min((bound for bound in bounds if bound.last), key=lambda bound: bound.last or date.max, default=None)
    first = low.first if low else None
    last = high.last if high else None
    if first and last and first > last:
        high, last = None, None
    used.extend(bound for bound in (low, high) if bound)
    for bound in bounds:
        fitting = [w for w in bound.windows if (not first or w[2] >= first) and (not last or w[1] <= last)]
        if len(fitting) == 1 and first and first >= fitting[0][0]:
            first = max(first, fitting[0][1])
            last = min(last, fitting[0][2]) if last else fitting[0][2]
            used.append(bound)
    weekdays = {bound.weekday for bound in bounds if bound.weekday is not None}
    if len(weekdays) == 1:
        weekday = next(iter(weekdays))
        snapped_first = first and _on_weekday(first, weekday, 1)
        snapped_last = last and _on_weekday(last, weekday, -1)
        if not (snapped_first and snapped_last and snapped_first > snapped_last):
            first, last = snapped_first, snapped_last
            used.extend(bound for bound in bounds if bound.weekday is not None)
    if first is None and last is None:
        return None
    evidence = dict.fromkeys(bound.anchor for bound in used if bound.anchor)
    return Published(first, last, "inferred", tuple(evidence), tuple(dict.fromkeys(bound.reason for bound in used)))


def _on_weekday(day: date, weekday: int | None, step: int) -> date:
    while day.weekday() != weekday:
        day += timedelta(days=step)
    return day
