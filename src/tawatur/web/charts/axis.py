"""An axis of days: where a day or a range stands, in percent of the width, and where its ticks are.

Percents, not points: the charts stretch with the page while their letters keep their size. In Arabic time runs from
right to left.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from tawatur.views.wording import Language, day_month, month_year

# Ticks that stand side by side on a phone without touching.
_MOST_TICKS = 5
# Percent of the width that stays free on both sides, so that no mark or label is cut.
_MARGIN = 4.0
# Steps between ticks: days first, then months.
_DAY_STEPS = (1, 2, 3, 7, 14)
_MONTH_STEPS = (1, 2, 3, 6, 12, 24, 60, 120)


@dataclass(frozen=True, slots=True)
class Tick:
    """A tick: its place in percent and its label."""

    x: float
    label: str


@dataclass(frozen=True, slots=True)
class DayAxis:
    """The days from first to last over the width between the margins; `rtl` runs from right to left.

    `spare` percent at the far end are kept for what has no day.
    """

    first: date
    last: date
    rtl: bool
    spare: float = 0.0

    @property
    def day_width(self) -> float:
        """Percent of the width that one day takes."""
        return (100 - 2 * _MARGIN - self.spare) / ((self.last - self.first).days + 1)

    def _from_start(self, days: float) -> float:
        return _MARGIN + days * self.day_width

    def at(self, day: date) -> float:
        """Return the middle of a day, in percent; days outside stand at the edges."""
        inside = min(max(day, self.first), self.last)
        x = self._from_start((inside - self.first).days + 0.5)
        return round(100 - x if self.rtl else x, 2)

    def span(self, first: date, last: date) -> tuple[float, float]:
        """Return left edge and width of the days from first to last, in percent."""
        begin = self._from_start((max(first, self.first) - self.first).days)
        end = self._from_start((min(last, self.last) - self.first).days + 1)
        left = 100 - end if self.rtl else begin
        return round(left, 2), round(max(end - begin, 0.5), 2)

    def ticks(self, language: Language) -> tuple[Tick, ...]:
        """Return the ticks: days, or the beginnings of months where the axis is long."""
        days = (self.last - self.first).days + 1
        step = next((step for step in _DAY_STEPS if days <= step * _MOST_TICKS), None)
        if step is not None:
            at = [self.first + timedelta(n) for n in range(0, days, step)]
            return tuple(Tick(self.at(day), day_month(day, language)) for day in at)
        months = list(_months(self.first, self.last))
        wide = next((step for step in _MONTH_STEPS if len(months) <= step * _MOST_TICKS), _MONTH_STEPS[-1])
        return tuple(Tick(self.at(day), month_year(day, language)) for day in months[::wide])


def _months(first: date, last: date) -> Iterator[date]:
    month = first.replace(day=1)
    while month <= last:
        if month >= first:
            yield month
        month = (month + timedelta(32)).replace(day=1)


def axis_of(days: list[date], language: Language) -> DayAxis | None:
    """Return the axis that holds all days; None without any."""
    return DayAxis(min(days), max(days), language == "ar") if days else None
