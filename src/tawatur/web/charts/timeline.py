"""The timeline as lanes: a mark for a known day, a bar over an interval, an open end, and a lane of the unknown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from tawatur.views.same_lines import reports_on, same_lines
from tawatur.views.values import HappeningView, RoleView
from tawatur.views.wording import Language
from tawatur.web.charts.axis import DayAxis, Tick, axis_of

# Lanes that are drawn; of a longer story those of most known origins. The list below the chart holds all.
_MOST_LANES = 40
# One in so many happenings is left outside when all span so many times the days of the others (and a week).
_FEW, _FAR, _NEAR = 5, 4, 7
# Percent of the width that a bar with an open end takes.
_OPEN = 6.0


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands on the axis, in percent: `middle` of a day, or `left` and `width` of several.

    `open_start` and `open_end` tell of an end that is not known: the bar is then a short one beside the known end.
    `beyond` tells that it lies outside the days drawn: it stands at the edge that it is beyond.
    """

    left: float
    width: float
    middle: float | None
    open_start: bool = False
    open_end: bool = False
    beyond: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """The first of the happenings of one line, and how many reports tell of them all: 0 where it is alone."""

    happening: HappeningView
    reports: int


@dataclass(frozen=True, slots=True)
class Lane(Line):
    """A line of a timeline on its lane."""

    place: Place


@dataclass(frozen=True, slots=True)
class TimelineChart:
    """Lanes of the happenings of known days in their order, those of unknown day, and how many are not drawn.

    What would be told in the same words of the same days has one lane (`views/same_lines.py`).
    """

    ticks: tuple[Tick, ...]
    lanes: tuple[Lane, ...]
    unknown: tuple[Line, ...]
    left_out: int


@dataclass(frozen=True, slots=True)
class RoleLane:
    """One role on its lane; no place where no article that gives it has a date."""

    role: RoleView
    place: Place | None


def timeline_chart(happenings: Sequence[HappeningView], language: Language) -> TimelineChart | None:
    """Return the lanes of happenings; None without any."""
    lines = same_lines(happenings)
    dated = [line for line in lines if line[0].when.first or line[0].when.last]
    unknown = tuple(_line(line) for line in lines if not (line[0].when.first or line[0].when.last))
    if not happenings:
        return None
    best = sorted(dated, key=lambda line: (-max(h.count.known for h in line), -max(h.count.articles for h in line)))
    drawn = {line[0].id for line in best[:_MOST_LANES]}
    kept = [line for line in dated if line[0].id in drawn]
    axis = axis_of(_main_days([(line[0].when.first, line[0].when.last) for line in kept]), language)
    if axis is None:
        return TimelineChart((), (), unknown, 0)
    lanes = tuple(_lane(axis, _line(line)) for line in kept)
    left_out = sum(len(line) for line in dated if line[0].id not in drawn)
    return TimelineChart(axis.ticks(language), lanes, unknown, left_out)


def _lane(axis: DayAxis, line: Line) -> Lane:
    when = line.happening.when
    return Lane(line.happening, line.reports, _place(axis, when.first, when.last))


def _line(line: Sequence[HappeningView]) -> Line:
    return Line(line[0], reports_on(line) if len(line) > 1 else 0)


def role_lanes(roles: Sequence[RoleView], language: Language) -> tuple[tuple[Tick, ...], tuple[RoleLane, ...]]:
    """Return ticks and lanes of roles: from the first article that gives one to the last."""
    axis = axis_of([day for role in roles for day in (role.first, role.last) if day], language)
    if axis is None:
        return (), tuple(RoleLane(role, None) for role in roles)
    lanes = (RoleLane(role, _place(axis, role.first, role.last) if role.first or role.last else None) for role in roles)
    return axis.ticks(language), tuple(lanes)


def _main_days(ranges: list[tuple[date | None, date | None]]) -> list[date]:
    """Return the days to draw: all, unless leaving out a few far ones gives the others room; as few as will do."""
    known = sorted((first or last or date.min, last or first or date.max) for first, last in ranges)
    if not known:
        return []
    whole = min(first for first, _ in known), max(last for _, last in known)
    for fewer in range(1, len(known) // _FEW + 1):
        runs = [known[n : len(known) - fewer + n] for n in range(fewer + 1)]
        spans = [(min(first for first, _ in run), max(last for _, last in run)) for run in runs]
        main = min(spans, key=lambda span: span[1] - span[0])
        if (whole[1] - whole[0]).days > _FAR * ((main[1] - main[0]).days + _NEAR):
            return list(main)
    return list(whole)


def _place(axis: DayAxis, first: date | None, last: date | None) -> Place:
    known_first, known_last = first or last or axis.first, last or first or axis.last
    if known_last < axis.first or known_first > axis.last:
        edge = axis.first if known_last < axis.first else axis.last
        return Place(*axis.span(edge, edge), axis.at(edge), beyond=True)
    left, width = axis.span(known_first, known_last)
    if first is not None and first == last:
        return Place(left, width, axis.at(first))
    if first is None or last is None:
        short = min(_OPEN, width) if width > _OPEN else _OPEN
        before = (first is None) != axis.rtl
        left = max(0.0, min(100 - short, left + width - short if before else left))
        return Place(round(left, 2), short, None, first is None, last is None)
    return Place(left, width, None)
