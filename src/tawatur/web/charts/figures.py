"""Figures over time: for each thing counted of a happening, who gave which number when."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from tawatur.views.values import EvidenceView, HappeningView, LinkView, MeasureView, ReportView
from tawatur.views.wording import Language
from tawatur.web.charts.axis import DayAxis, Tick

# Pixels: height of a panel, room above the highest point for its label and below zero for the days.
HEIGHT, _ABOVE, _BELOW = 220, 30, 34
# Panels shown; the happenings with most values come first.
_MOST_PANELS = 8
# Percent of the width between points of one day, and kept at the far end for those whose day is not known.
_STEP, _UNDATED = 6.0, 20.0
# Origins told apart by colour and sign; further ones share the last.
ORIGINS = 8


@dataclass(frozen=True, slots=True)
class Point:
    """A value that an origin gave: where it stands, its range, who says it, and how many articles carry it.

    `below`: its number stands below it, where one above would run into that of the point beside it.
    """

    x: float
    y: float
    top: float
    bottom: float
    label: str
    origin: int
    who: str
    day: date | None
    articles: int
    evidence: EvidenceView
    below: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """Two later values of one origin, joined."""

    x1: float
    y1: float
    x2: float
    y2: float
    origin: int


@dataclass(frozen=True, slots=True)
class Level:
    """A line of equal value across a panel."""

    y: float
    label: str


@dataclass(frozen=True, slots=True)
class FigurePanel:
    """The values given of one thing counted of one happening; `undated` is where points of no known day stand."""

    what: str
    happening: HappeningView
    ticks: tuple[Tick, ...]
    levels: tuple[Level, ...]
    points: tuple[Point, ...]
    lines: tuple[Line, ...]
    origins: tuple[str, ...]
    undated: Tick | None
    height: int = HEIGHT


_SIGNS = {">": "> ", "<": "< ", "~": "≈ ", ">=": "≥ ", "<=": "≤ "}

_Given = tuple[MeasureView, ReportView]


def figure_panels(happenings: Sequence[HappeningView], language: Language, unknown: str) -> tuple[FigurePanel, ...]:
    """Return a panel for each thing counted of which two different values, or one on two days, are given.

    `unknown` is what an origin is called that nothing shows.
    """
    found: list[FigurePanel] = []
    for happening in happenings:
        given: dict[str, list[_Given]] = defaultdict(list)
        for report in happening.reports:
            for measure in report.measures:
                given[measure.what].append((measure, report))
        for what, values in given.items():
            days = {r.published.first for _, r in values if r.published.first}
            if len({(m.low, m.high) for m, _ in values}) > 1 or len(days) > 1:
                found.append(_panel(what, happening, values, language, unknown))
    return tuple(sorted(found, key=lambda panel: -len(panel.points))[:_MOST_PANELS])


def _panel(what: str, happening: HappeningView, values: list[_Given], language: Language, unknown: str) -> FigurePanel:
    days = [report.published.first for _, report in values if report.published.first]
    undated = any(report.published.first is None for _, report in values)
    axis = DayAxis(min(days), max(days), language == "ar", _UNDATED if undated else 0.0) if days else None
    most = _rounded_up(max(measure.high for measure, _ in values))
    folded: dict[tuple[str, float, float, str, date | None], list[_Given]] = defaultdict(list)
    labels: dict[str, str] = {}
    for measure, report in values:
        who, label = _origin(report.chain, unknown)
        labels.setdefault(who, label)
        folded[who, measure.low, measure.high, measure.comparator, report.published.first].append((measure, report))
    middle = _UNDATED / 2 if language == "ar" else 100 - _UNDATED / 2
    points = _apart([_point(key, group, axis, most, labels, middle) for key, group in folded.items()], axis)
    return FigurePanel(
        what,
        happening,
        axis.ticks(language) if axis else (),
        tuple(Level(_y(most * part, most), _told(most * part)) for part in (0, 0.5, 1)),
        points,
        tuple(_lines(points)),
        tuple(labels.values()),
        Tick(middle, "") if undated else None,
    )


def _point(
    key: tuple[str, float, float, str, date | None],
    group: list[_Given],
    axis: DayAxis | None,
    most: float,
    labels: dict[str, str],
    undated: float,
) -> Point:
    who, low, high, comparator, day = key
    x = axis.at(day) if axis and day else undated
    label = _SIGNS.get(comparator, "") + (_told(low) if low == high else f"{_told(low)}–{_told(high)}")
    return Point(
        x,
        _y((low + high) / 2, most),
        _y(high, most),
        _y(low, most),
        label,
        min(list(labels).index(who), ORIGINS - 1),
        labels[who],
        day,
        len({report.evidence.article for _, report in group}),
        group[0][1].evidence,
    )


def _apart(points: list[Point], axis: DayAxis | None) -> tuple[Point, ...]:
    """Put the points of one day side by side, the lowest first, so that none hides another."""
    by_place: dict[float, list[Point]] = defaultdict(list)
    for point in points:
        by_place[point.x].append(point)
    apart = []
    for x, group in by_place.items():
        room = axis.day_width if axis and group[0].day else _UNDATED
        step = min(_STEP, room / len(group))
        for number, point in enumerate(sorted(group, key=lambda p: (-p.y, p.who))):
            away = (number - (len(group) - 1) / 2) * step
            place = round(x - away if axis and axis.rtl else x + away, 2)
            apart.append(replace(point, x=place, below=bool(number % 2) and len(group) > 2))
    return tuple(apart)


def _lines(points: tuple[Point, ...]) -> list[Line]:
    lines = []
    for who in dict.fromkeys(point.who for point in points):
        theirs = sorted((p for p in points if p.who == who and p.day is not None), key=lambda p: (str(p.day), -p.y))
        lines += [Line(a.x, a.y, b.x, b.y, a.origin) for a, b in pairwise(theirs)]
    return lines


def _origin(chain: tuple[LinkView, ...], unknown: str) -> tuple[str, str]:
    """Return what tells an origin from others, and what it is called."""
    if not chain or not chain[0].known:
        return "", unknown
    return chain[0].entity or chain[0].label, chain[0].label


def _y(value: float, most: float) -> float:
    room = HEIGHT - _ABOVE - _BELOW
    return round(_ABOVE + room * (1 - value / most), 1) if most else float(HEIGHT - _BELOW)


def _rounded_up(value: float) -> float:
    """Return the next number of one or two leading digits, so that the levels are round."""
    size = 1.0
    while size * 10 <= value:
        size *= 10
    step = next((part for part in (1, 2, 4, 5, 6, 8) if value <= part * size), 10)
    return step * size


def _told(value: float) -> str:
    return f"{value:,.0f}" if value == int(value) else f"{value:,.1f}"
