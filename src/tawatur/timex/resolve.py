"""The second phase: what a time expression means, counted from a publication day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tawatur.lexicon.time_words import TimeLexicon
from tawatur.model import When
from tawatur.model.readings import Granularity
from tawatur.timex import places
from tawatur.timex.calendar import Days
from tawatur.timex.expressions import TimeExpression
from tawatur.timex.meanings import Meaning, Setting


def resolve(
    expression: TimeExpression, day: date | None, lexicon: TimeLexicon, context: date | None = None, p: float = 1.0
) -> When:
    """Return the value of an expression as the annotation guidelines write it, and the days it covers.

    `day` is the publication day, None where it is not known: then what is relative has the value None. `context` is
    the day last spoken of in the text, for «اليوم نفسه» and hours without a day. `p` is passed on.
    """
    meaning = _meaning(expression, Setting(day, context, lexicon.observed))
    if meaning is None:
        return When(expression.span, None, _granularity(expression), basis=_basis(expression), p=p)
    first, last = meaning.days or (None, None)
    return When(expression.span, meaning.value, meaning.granularity, first, last, _basis(expression), p)


def covers(expression: TimeExpression, lexicon: TimeLexicon) -> Days | None:
    """Return the days an absolute expression covers, None for a relative one or one without days."""
    meaning = _meaning(expression, Setting(None, None, lexicon.observed)) if expression.absolute else None
    return meaning.days if meaning else None


def clashes(expression: TimeExpression, day: date, lexicon: TimeLexicon) -> bool:
    """Tell whether a publication day contradicts an expression: the weekday beside a date or «أمس» is another one."""
    inner = expression.parts[0] if expression.kind in ("part", "clock") and expression.parts else expression
    if inner.weekday is None or inner.kind == "weekday":
        return False
    if inner.kind == "day":
        return places.plain_day(inner, day).weekday() != inner.weekday
    meaning = _meaning(inner, Setting(day, None, lexicon.observed))
    return bool(meaning and meaning.days and meaning.days[0].weekday() != inner.weekday)


def _basis(expression: TimeExpression) -> str:
    if expression.kind == "same" or (expression.kind in ("clock", "part") and not expression.parts):
        return "context"
    return "published" if expression.relative else "absolute"


def _granularity(expression: TimeExpression) -> Granularity:
    """Return the granularity of an expression whose value is not known."""
    if expression.kind in ("part", "clock"):
        return "part"
    if expression.kind == "season":
        return "season"
    if expression.kind in ("stretch", "interval", "weekend", "fraction", "decade") or expression.unit in (
        "W",
        "DE",
        "CE",
    ):
        return "interval"
    if expression.unit == "Y":
        return "year"
    if expression.unit == "M" or (expression.kind == "date" and expression.day is None):
        return "month"
    return "day"


def _meaning(expression: TimeExpression, setting: Setting) -> Meaning | None:
    kind = expression.kind
    if kind == "interval":
        return _interval(expression, setting)
    if kind in ("part", "clock"):
        return _within_day(expression, setting)
    if kind == "fraction":
        base = _meaning(expression.parts[0], setting)
        return places.fraction(expression, base.days) if base and base.days else None
    return places.PLACES[kind](expression, setting)


def _within_day(expression: TimeExpression, setting: Setting) -> Meaning | None:
    """A part of a day or an hour, in the day written beside it, or in the day last spoken of."""
    if expression.parts:
        base = _meaning(expression.parts[0], setting)
        day = base.days[0] if base and base.days else None
    else:
        day = setting.context or setting.day
    if day is None:
        return None
    if expression.kind == "part":
        return Meaning(f"{day.isoformat()}T{expression.part}", "part", (day, day))
    return Meaning(f"{day.isoformat()}T{expression.hour:02d}:{expression.minute or 0:02d}", "part", (day, day))


def _interval(expression: TimeExpression, setting: Setting) -> Meaning | None:
    first, second = (_meaning(part, setting) for part in expression.parts)
    if first is None or second is None or first.value is None or second.value is None:
        return None
    kinds = {part.kind for part in expression.parts}
    if kinds == {"duration"}:
        return Meaning(f"{first.value}/{second.value}", "duration", None)
    days = (first.days[0], second.days[-1]) if first.days and second.days else None
    if days and days[0] > days[1]:
        earlier = _in_year_before(expression.parts[0], days[1])
        if earlier:
            return _interval(replace(expression, parts=(earlier, expression.parts[1])), setting)
        if "weekday" not in kinds and "part" not in kinds:
            return None
        days = places.earlier_week(days)
        return Meaning(f"{days[0].isoformat()}/{days[1].isoformat()}", "interval", days)
    left = first.value if kinds == {"clock"} else _end(first, 0)
    right = second.value if kinds == {"clock"} else _end(second, 1)
    return Meaning(f"{left}/{right}", "interval", days)


def _in_year_before(first: TimeExpression, end: date) -> TimeExpression | None:
    """Put a first end without year («من يناير») into the last year in which it lies before the second end."""
    if first.kind != "date" or first.year is not None or first.month is None or first.hijri or first.unit is not None:
        return None
    later = (first.month, first.day or 1) > (end.month, end.day)
    return replace(first, year=end.year - later)


def _end(meaning: Meaning, side: int) -> str:
    """Return one side of an interval's value: the day of a part of a day, the outer end of an interval."""
    value = meaning.value or ""
    if meaning.granularity == "part":
        return value[:10]
    return value.split("/")[side if "/" in value else 0]
