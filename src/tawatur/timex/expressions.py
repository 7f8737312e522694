"""What a time expression says before anything anchors it: structured, with its span, in one frozen value.

How to use the two phases:

    expressions = find_expressions(prepared, lexicon)             # timex/find.py: no date is needed or assumed
    when = resolve(expressions[0], published_day, lexicon)        # timex/resolve.py: a When; value None if day is None

To infer a publication date from a text, look at `expression.absolute` (year, month and day, or year and month, or year
are written: `covers(expression)` of timex/resolve.py gives the days without an anchor), at `expression.relative`
(counted from the publication day), and at `expression.facing`: an expression "past" lies on or before the publication
day, "future" on or after it, "present" holds it («الشهر الجاري»), None says nothing. A candidate day can be tried with
`resolve(expression, candidate, lexicon)`: an expression in which weekday and date disagree («الثلاثاء 5 أغسطس») shows
it by `clashes(expression, candidate)`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tawatur.model import Span

Kind = Literal[
    "date", "weekday", "day", "unit", "stretch", "offset", "duration", "season", "decade", "clock", "part", "set",
    "ref", "holiday", "weekend", "fraction", "interval", "same",
]  # fmt: skip
Facing = Literal["past", "present", "future"]
Unit = Literal["S", "TM", "H", "D", "W", "M", "Y", "DE", "CE"]
Phase = Literal["start", "middle", "end"]
Part = Literal["MO", "AF", "EV", "NI"]


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """One time expression. Which fields are set depends on `kind`:

    - "date": any of `year`, `month`, `day`, `weekday`; `hijri` tells the calendar; `phase` («مطلع», «أواخر»).
    - "weekday": `weekday` 0 Monday to 6 Sunday.
    - "day": `count` days from the publication day («أمس» -1), `weekday` when named beside it.
    - "unit": the calendar `unit` that lies `count` units away («الشهر الماضي» M -1), `phase`.
    - "stretch": the last or next `count` units («اليومين الماضيين»), by `facing`.
    - "offset": a point `count` units away («قبل أسبوعين» W -2).
    - "duration": `count` units, None for several («سنوات»).
    - "season": `season`, `year` or `count` years away; "decade": `year` and `count` years long.
    - "clock": `hour`, `minute`, `parts` the day it belongs to, if written; "part": `part`, `parts` likewise.
    - "set"; "ref": `value` PRESENT_REF, PAST_REF or FUTURE_REF; "holiday": `value` its key, `year`.
    - "weekend": `count` weeks away; "fraction": the `count`-th part of `of` in `parts[0]` («الربع الأخير من 2015»).
    - "interval": `parts` its two ends. "same": the `unit` last spoken of («اليوم نفسه»).

    `facing` tells how it lies to the publication day as far as the words say, by its own words or the clause's tense;
    `tensed` tells that only the clause's tense says so. `kind` and `pattern` group the calibration of probabilities.
    """

    span: Span
    kind: Kind
    pattern: str = ""
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    hijri: bool = False
    unit: Unit | None = None
    count: float | None = None
    facing: Facing | None = None
    tensed: bool = False
    strict: bool = False
    phase: Phase | None = None
    part: Part | None = None
    season: str | None = None
    hour: int | None = None
    minute: int | None = None
    of: int | None = None
    value: str | None = None
    parts: tuple[TimeExpression, ...] = ()

    @property
    def absolute(self) -> bool:
        """Whether the calendar days follow from the words alone."""
        if self.kind in ("clock", "part", "fraction"):
            return bool(self.parts) and self.parts[0].absolute
        if self.kind == "interval":
            return all(part.absolute for part in self.parts) or (self.parts[-1].absolute and not self.parts[0].relative)
        return self.kind in ("date", "season", "holiday", "decade") and self.year is not None

    @property
    def relative(self) -> bool:
        """Whether the days are counted from the publication day, or guessed from it for want of a year."""
        if self.kind in ("clock", "part", "fraction", "interval"):
            return not self.parts or any(part.relative for part in self.parts)
        if self.kind in ("weekday", "day", "unit", "stretch", "offset", "weekend"):
            return True
        return self.kind in ("date", "season", "holiday") and self.year is None
