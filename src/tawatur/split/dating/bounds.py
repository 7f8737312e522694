"""What narrows the day of publication, and the narrowest interval that a set of such bounds leaves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from tawatur.model import Anchor, Published

# How far a bound is to be trusted where it contradicts another: a habit of speech (an office named as held, a date of
# no clear tense), what public record or a written date shows, what the text says of its own year.
WEAK, FIRM, TOLD = 1, 2, 3
Window = tuple[date, date, date]


@dataclass(frozen=True, slots=True)
class Bound:
    """One piece of evidence: published on or after `first`, on or before `last`, on `weekday`; None where it is silent.

    `windows` are alternatives (since when, first, last) of which one holds. Those of a war (`single`) count only when
    the other evidence leaves one alone and shows by itself that its «since when» had come; else what lies outside all
    that the other evidence leaves is cut off.
    """

    reason: str
    anchor: Anchor | None
    first: date | None = None
    last: date | None = None
    weekday: int | None = None
    windows: tuple[Window, ...] = ()
    single: bool = True
    strength: int = FIRM


@dataclass(frozen=True, slots=True)
class _State:
    """An interval on its way to being narrowed, with what fixes it and what was set aside."""

    first: date | None
    last: date | None
    used: tuple[Bound, ...] = ()
    aside: tuple[Bound, ...] = ()


def narrowed(bounds: Sequence[Bound]) -> Published | None:
    """Return the interval that the bounds leave, with the evidence that fixes it, or None when nothing is known.

    Of bounds that contradict one another that which contradicts most, else the weaker, is set aside and named in the
    reasons, of equal ones the upper:
    it rests on more reading than a past event does, and a wide interval is better than a wrong one. Weekdays that
    disagree are both dropped.
    """
    state = _ends(bounds)
    windowed = [bound for bound in bounds if bound.windows]
    # What one set of alternatives cuts off may decide another: twice is enough for two kinds of them.
    for bound in (*windowed, *windowed):
        state = _chosen(state, bound)
    state = _snapped(state, [bound for bound in bounds if bound.weekday is not None])
    if state.first is None and state.last is None:
        return None
    evidence = dict.fromkeys(bound.anchor for bound in state.used if bound.anchor)
    reasons = dict.fromkeys(bound.reason for bound in state.used)
    reasons.update(dict.fromkeys(f"set aside: {bound.reason}" for bound in state.aside if bound not in state.used))
    return Published(state.first, state.last, "inferred", tuple(evidence), tuple(reasons))


def _ends(bounds: Sequence[Bound]) -> _State:
    """Return the interval between the latest lower and the earliest upper end, contradictions set aside."""
    kept = list(bounds)
    aside: list[Bound] = []
    while True:
        low = max((bound for bound in kept if bound.first), key=_lower, default=None)
        high = min((bound for bound in kept if bound.last), key=_upper, default=None)
        first = low.first if low else None
        last = high.last if high else None
        if not (low and high and first and last and first > last):
            used = dict.fromkeys(bound for bound in (low, high) if bound)
            return _State(first, last, tuple(used), tuple(aside))
        weaker = low if _weight(low, kept) < _weight(high, kept) else high
        kept.remove(weaker)
        aside.append(weaker)


def _weight(bound: Bound, kept: Sequence[Bound]) -> tuple[int, int]:
    """Return how far a bound stands: the fewer different ones it contradicts, and the more it is to be trusted."""
    against = {
        other.reason
        for other in kept
        if (bound.first and other.last and other.last < bound.first)
        or (bound.last and other.first and other.first > bound.last)
    }
    return -len(against), bound.strength


def _lower(bound: Bound) -> tuple[date, int]:
    return bound.first or date.min, bound.strength


def _upper(bound: Bound) -> tuple[date, int]:
    return bound.last or date.max, -bound.strength


def _chosen(state: _State, bound: Bound) -> _State:
    """Cut off what lies outside all alternatives that the interval leaves."""
    first, last = state.first, state.last
    fitting = [w for w in bound.windows if (not first or w[2] >= first) and (not last or w[1] <= last)]
    if not fitting or not first:
        return state
    if bound.single and not (len(fitting) == 1 and first >= fitting[0][0]):
        return state
    # Alternatives go on without end: where nothing bounds the interval from above only their first tells.
    new_first = max(first, min(w[1] for w in fitting))
    new_last = last
    if last or len(fitting) == 1:
        end = max(w[2] for w in fitting)
        new_last = min(last, end) if last else end
    if (new_first, new_last) == (first, last):
        return state
    return _State(new_first, new_last, (*state.used, bound), state.aside)


def _snapped(state: _State, told: Sequence[Bound]) -> _State:
    """Move the ends to the weekday of publication, where the text gives one."""
    weekdays = {bound.weekday for bound in told}
    if len(weekdays) != 1:
        return state
    weekday = next(iter(weekdays))
    first = state.first and _on_weekday(state.first, weekday, 1)
    last = state.last and _on_weekday(state.last, weekday, -1)
    if first and last and first > last:
        return state
    return _State(first, last, (*state.used, *told), state.aside)


def _on_weekday(day: date, weekday: int | None, step: int) -> date:
    while day.weekday() != weekday:
        day += timedelta(days=step)
    return day
