"""Intervals and lists: «من … إلى …», «بين … و…», «16 و17 و18 مارس», «العامين 2002 و2005»."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from tawatur.model import Span
from tawatur.timex.clock import spoken_hour
from tawatur.timex.dates import BARE_YEARS, Found, date_at, day_at
from tawatur.timex.expressions import TimeExpression
from tawatur.timex.tokens import Tokens

_Single = Callable[[Tokens, int], Found | None]
_PLAIN_LEADS = frozenset({"من", "بين", "ومن", "وبين", "ما"})
_TO = frozenset({"الي", "حتي", "وحتي", "والي", "لغايه", "ولغايه", "-", "–", "—", "الى"})
_END_KINDS = frozenset(
    {
        "date",
        "weekday",
        "day",
        "unit",
        "duration",
        "season",
        "decade",
        "part",
        "clock",
        "offset",
        "same",
        "holiday",
        "ref",
    }
)


def interval_at(tokens: Tokens, at: int, single: _Single) -> Found | None:
    """Return the interval that starts at a word: led by «من» or «بين», or two years or days with a dash."""
    norm = tokens.norm(at)
    bare = norm[1:] if norm[:1] in ("و", "ف") and len(norm) > 2 else norm
    if bare in ("من", "بين"):
        return _led(tokens, at, at + 1, bare, len(norm) - len(bare), single)
    if bare == "ما" and tokens.norm(at + 1) == "بين":
        return _led(tokens, at, at + 2, "بين", len(norm) - len(bare), single)
    return _dashed(tokens, at) or _unled(tokens, at, single)


def _led(tokens: Tokens, start: int, at: int, lead: str, letters: int, single: _Single) -> Found | None:
    first = _end(tokens, at, single)
    if first is None:
        return None
    join = _join(tokens, first[0], lead)
    if join is None:
        return None
    second = _end(tokens, join, single)
    if second is None:
        return None
    ends = _matched(first[1], second[1], tokens, at, join)
    if ends is None:
        return None
    span = tokens.span(start, second[0], letters)
    facing = ends[1].facing or ends[0].facing
    return second[0], TimeExpression(span, "interval", "interval", parts=ends, facing=facing)


def _join(tokens: Tokens, at: int, lead: str) -> int | None:
    """Return where the second end starts: after «إلى», or at a word that «و» is written onto."""
    if tokens.norm(at) in ("و", *_TO) and not (lead == "من" and tokens.norm(at) == "و"):
        return at + 1
    if lead == "بين" and tokens.norm(at).startswith("و"):
        return at
    return None


def _end(tokens: Tokens, at: int, single: _Single) -> Found | None:
    """Return one end: an expression, a bare year, a bare number whose unit or month the other end gives."""
    unit = tokens.hit(at, "unit2", "unit1", bare=True)
    if unit and unit.value == "Y" and tokens.digits(at + 1) in BARE_YEARS:
        at += 1
    if unit and unit.value in ("M", "D") and tokens.hit(at + 1, "month", "month?", "weekday", bare=True):
        at += 1
    best = single(tokens, at)
    year = tokens.digits(at)
    if year is not None and year in BARE_YEARS and (best is None or best[1].kind != "date"):
        return at + 1, TimeExpression(tokens.span(at, at + 1), "date", "bare-year", year=year)
    if best and best[1].kind in _END_KINDS:
        return best
    hour = spoken_hour(tokens, at)
    if hour and best is None:
        return hour[0], TimeExpression(tokens.span(at, hour[0]), "clock", "bare-hour", hour=hour[1], minute=hour[2])
    unit1 = tokens.hit(at, "unit1")
    if unit1 and not unit1.definite and unit1.letters <= 1:
        span = tokens.span(at, unit1.end, unit1.letters)
        return unit1.end, TimeExpression(span, "duration", "duration", unit=unit1.value, count=1)  # type: ignore[arg-type]
    number = tokens.number(at)
    day = day_at(tokens, at)
    if day:
        return day[0], TimeExpression(tokens.span(at, day[0]), "date", "day-number", day=day[1])
    if number and number.kind == "count":
        return number.last, TimeExpression(number.span, "duration", "number", count=number.value)
    return None


def _matched(
    first: TimeExpression, second: TimeExpression, tokens: Tokens, at: int, join: int
) -> tuple[TimeExpression, TimeExpression] | None:
    """Complete the first end from the second; None when the two are no interval of time."""
    if second.kind == "clock":
        return _hours(first, second)
    if second.pattern in ("day-number", "number", "bare-hour") or first.pattern == "bare-hour":
        return _later_hour(first, second)
    if first.pattern == "day-number" and second.kind == "date" and second.day is not None:
        return replace(second, span=first.span, day=first.day), second
    if first.pattern in ("day-number", "number") and second.kind == "duration":
        count = first.count if first.count is not None else first.day
        return replace(second, span=first.span, count=count), second
    if first.pattern in ("day-number", "number"):
        return None
    if (first.kind == "duration") != (second.kind == "duration") or first.hijri != second.hijri:
        return None
    if first.kind == "date" and second.kind == "date" and first.year is None and second.year is not None:
        later = first.month is not None and second.month is not None and first.month > second.month
        first = replace(first, year=second.year - later)
    return first, second


def _hours(first: TimeExpression, second: TimeExpression) -> tuple[TimeExpression, TimeExpression] | None:
    """«من 5 إلى 6 مساء», «الساعة 4 حتى 5 مساء»: the part of the day beside the second hour holds for the first."""
    if first.pattern in ("day-number", "number"):
        value = first.day if first.count is None else first.count
        if value is None or not float(value).is_integer() or not 1 <= value <= 12:
            return None
        first = replace(first, kind="clock", pattern="clock", hour=int(value), minute=0, day=None, count=None)
    if first.kind != "clock" or first.hour is None or second.hour is None:
        return (first, second) if first.kind == "clock" or first.pattern in ("part", "bare-part") else None
    if first.part is None and second.part is not None and second.hour >= 12 and first.hour + 12 <= second.hour:
        first = replace(first, hour=first.hour + 12)
    start, end = first.hour or 0, second.hour
    if second.part is None and first.part in ("AF", "EV") and end <= 12 <= start < end + 12:
        second = replace(second, hour=end + 12)
    return replace(first, parts=first.parts or second.parts), second


def _later_hour(first: TimeExpression, second: TimeExpression) -> tuple[TimeExpression, TimeExpression] | None:
    """«من 1:30 بعد الظهر إلى 4»: a number alone is an hour where the first end is one."""
    value = second.hour if second.pattern == "bare-hour" else second.day if second.count is None else second.count
    if first.kind != "clock" or value is None or not float(value).is_integer() or not 1 <= value <= 24:
        return None
    minute = second.minute or 0
    hour = replace(second, kind="clock", pattern="clock", hour=int(value), minute=minute, day=None, count=None)
    return _hours(first, hour)


def _unled(tokens: Tokens, at: int, single: _Single) -> Found | None:
    """«13 إلى 15 يوليو», «2 أكتوبر - 22 أكتوبر»: two days without a word before them."""
    days = _two_days(tokens, at, single)
    if days:
        return days
    first = _end(tokens, at, single) if tokens.kind(at) == "number" or tokens.ordinal(at) else None
    if first is None or first[1].kind != "date" or first[1].day is None or tokens.norm(first[0]) not in _TO:
        return None
    second = single(tokens, first[0] + 1)
    if second is None or second[1].kind != "date" or second[1].day is None or second[1].month is None:
        return None
    ends = _matched(first[1], second[1], tokens, at, first[0] + 1)
    if ends is None:
        return None
    span = Span(first[1].span.start, second[1].span.end)
    return second[0], TimeExpression(span, "interval", "interval", parts=ends, facing=second[1].facing)


def _two_days(tokens: Tokens, at: int, single: _Single) -> Found | None:
    """«اليوم حتى 22 أكتوبر», «الجمعة حتى الأحد», «الساعة 4 حتى 5 مساء», «4 - 5 مساء» without a word before them."""
    first = single(tokens, at)
    number = tokens.digits(at) if first is None else None
    if number is not None and 1 <= number <= 12 and tokens.norm(at + 1) in ("-", "–") and not tokens.glued(at + 3):
        first = at + 1, TimeExpression(tokens.span(at, at + 1), "clock", "bare-hour", hour=number, minute=0)
    if first is None or tokens.norm(first[0]) not in _TO or first[1].kind not in ("day", "weekday", "date", "clock"):
        return None
    second = single(tokens, first[0] + 1)
    if second is None or second[1].kind not in ("day", "weekday", "date", "clock"):
        return None
    hours = (first[1].kind == "clock") == (second[1].kind == "clock")
    dated = first[1].day is not None or first[1].kind != "date"
    if not hours or not dated or (second[1].kind == "date" and second[1].day is None):
        return None
    if first[1].kind == second[1].kind == "weekday" and tokens.norm(first[0]) in ("-", "–", "—"):
        return None  # a list, or the night between two days
    ends = _matched(first[1], second[1], tokens, at, first[0] + 1)
    if ends is None or (first[1].pattern == "bare-hour" and second[1].part is None):
        return None
    span = Span(first[1].span.start, second[1].span.end)
    facing = second[1].facing or first[1].facing
    return second[0], TimeExpression(span, "interval", "interval", parts=ends, facing=facing)


def _dashed(tokens: Tokens, at: int) -> Found | None:
    """«2013 - 2015», «2017/2018»."""
    first, second = tokens.digits(at), tokens.digits(at + 2)
    if first not in BARE_YEARS or second not in BARE_YEARS or tokens.norm(at + 1) not in ("-", "–", "/", "—"):
        return None
    if first is None or second is None or second <= first or (tokens.glued(at) and tokens.norm(at - 1) in ("-", "/")):
        return None
    parts = (
        TimeExpression(tokens.span(at, at + 1), "date", "bare-year", year=first),
        TimeExpression(tokens.span(at + 2, at + 3), "date", "bare-year", year=second),
    )
    return at + 3, TimeExpression(tokens.span(at, at + 3), "interval", "interval", parts=parts)


def day_list_at(tokens: Tokens, at: int) -> tuple[int, tuple[TimeExpression, ...]] | None:
    """Return days that share one month: one interval when they follow each other, else an expression each."""
    days: list[tuple[int, int, int]] = []
    dashed = False
    while len(days) < 5:
        day = day_at(tokens, at)
        if day is None:
            return None
        days.append((at, day[0], day[1]))
        at = day[0]
        if tokens.norm(at) == "و" or (tokens.norm(at) in ("،", ",", "-", "–") and tokens.kind(at + 1) == "number"):
            dashed = dashed or tokens.norm(at) in ("-", "–")
            at += 1
        elif not tokens.norm(at).startswith("و"):
            break
    if len(days) < 2:
        return None
    final = date_at(tokens, days[-1][0])
    if final is None or final[1].month is None:
        return None
    dated = [replace(final[1], day=day, span=tokens.span(first, end)) for first, end, day in days[:-1]]
    numbers = [day for _, _, day in days]
    between = dashed and len(days) == 2 and numbers[0] < numbers[1]
    if between or numbers == list(range(numbers[0], numbers[0] + len(numbers))):
        span = tokens.span(days[0][0], final[0])
        return final[0], (
            TimeExpression(span, "interval", "interval", parts=(dated[0], final[1]), facing=final[1].facing),
        )
    return final[0], (*dated, final[1])
