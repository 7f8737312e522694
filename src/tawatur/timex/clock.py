"""Times of the clock: «الساعة 14:00», «الثالثة بعد ظهر الثلاثاء بتوقيت غرينتش», «العاشرة مساءً»."""

from __future__ import annotations

from dataclasses import replace

from tawatur.model import Span
from tawatur.timex.dates import Found
from tawatur.timex.days import day_level_at
from tawatur.timex.expressions import TimeExpression
from tawatur.timex.tokens import Tokens

# Minutes that are said as a part of the hour, and whether they are added or taken away («إلا ثلثا»).
_FRACTIONS = {"ربع": 15, "ربعا": 15, "الربع": 15, "نصف": 30, "النصف": 30, "ثلث": 20, "ثلثا": 20, "الثلث": 20}
_ZONES = frozenset(["غرينتش", "جرينتش", "المحلي", "المحليه", "غ", "تغ", "جمت", "gmt", "كابول", "القدس"])


def clock_at(tokens: Tokens, at: int) -> Found | None:
    """Return a time of the clock with its part of the day, zone and day."""
    start, letters = at, 0
    lead = tokens.hit(at, "unit1")
    led = lead is not None and lead.value == "H" and lead.definite
    if led and lead:
        letters, at = lead.letters, at + 1
    time = _digital(tokens, at, led) or spoken_hour(tokens, at)
    if time is None:
        return None
    end, hour, minute = time
    if at == start:
        letters = _ordinal_letters(tokens, at)
    fraction = minute != 0
    if minute == 0 and tokens.digits(at) is not None:
        end, hour, minute = _part_of_hour(tokens, end, hour)
    if minute == 0 or tokens.norm(end) == "الا":
        whole = minute
        end, minute = _minutes(tokens, end)
        minute += whole
        if minute < 0:
            hour, minute = (hour - 1) or 12, 60 + minute
    end, hour, part = _half_of_day(tokens, end, hour)
    zone_end = _zone(tokens, end)
    of = zone_end + (tokens.norm(zone_end) == "من")
    day = day_level_at(tokens, of) if of < len(tokens) else None
    told = day is not None and day[1].kind == "part" and not tokens.digits(at)
    spoken = tokens.digits(at) is None and (fraction or minute)
    if not (led or part or told or spoken or zone_end > end) and not _clear(tokens, at):
        return None
    end = zone_end
    base: tuple[TimeExpression, ...] = ()
    if day and day[1].kind in ("day", "weekday", "date", "part"):
        end = day[0]
        base = day[1].parts if day[1].kind == "part" else (day[1],)
        if day[1].kind == "part" and part is None:
            hour = _shift(hour, day[1].part or "")
        end = _zone(tokens, end)
    if tokens.norm(end) == "(" and tokens.kind(end + 1) == "number" and tokens.norm(end + 2) == ":":
        close = _zone(tokens, end + 4)
        end = close + 1 if tokens.norm(close) == ")" else end
    if not 0 <= hour <= 24 or not 0 <= minute < 60:
        return None
    span = tokens.span(start, end, letters)
    facing = base[0].facing if base else None
    named = TimeExpression(span, "clock", "clock", hour=hour % 24, minute=minute, parts=base, facing=facing)
    return end, replace(named, part=part)  # type: ignore[arg-type]


def day_with_hour_at(tokens: Tokens, at: int) -> Found | None:
    """Return a day with the hour after it: «الخميس الساعة 8 مساء», «اليوم في الساعة 12:00»."""
    day = day_level_at(tokens, at)
    if day is None or day[1].kind not in ("day", "weekday", "date") or day[1].part:
        return None
    hour_at = day[0] + (tokens.norm(day[0]) in ("في", "عند", "حوالي", "نحو", "،", ","))
    lead = tokens.hit(hour_at, "unit1")
    if lead is None or lead.value != "H" or not lead.definite:
        return None
    hour = clock_at(tokens, hour_at)
    if hour is None or hour[1].parts:
        return None
    span = Span(day[1].span.start, hour[1].span.end)
    return hour[0], replace(hour[1], span=span, parts=(day[1],), facing=day[1].facing)


def _clear(tokens: Tokens, at: int) -> bool:
    """Four figures with a colon are a time without further sign («14:30»), scores like «2:1» are not."""
    return tokens.norm(at + 1) == ":" and len(tokens.norm(at + 2)) == 2 and len(tokens.norm(at)) == 2


def _digital(tokens: Tokens, at: int, led: bool) -> tuple[int, int, int] | None:
    hour = tokens.digits(at)
    if hour is not None and len(tokens.norm(at)) <= 2:
        minute = tokens.digits(at + 2)
        if (
            tokens.norm(at + 1) in (":", "،")
            and tokens.glued(at + 2)
            and minute is not None
            and len(tokens.norm(at + 2)) == 2
        ):
            return at + 3, hour, minute
        return (at + 1, hour, 0) if led or tokens.hit(at + 1, "ampm", bare=True) else None
    written = tokens.norm(at)
    for mark in (",", "."):
        left, found, right = written.partition(mark)
        if led and found and left.isdigit() and right.isdigit() and len(left) <= 2 and len(right) == 2:
            return at + 1, int(left), int(right)
    return None


def spoken_hour(tokens: Tokens, at: int) -> tuple[int, int, int] | None:
    """Return (index after, hour, minute) of an hour in words: «الثالثة», «الحادية عشرة والنصف», «الواحدة إلا ثلثا»."""
    ordinal = tokens.ordinal(at)
    if ordinal and ordinal.definite and 1 <= ordinal.value <= 12 and tokens.norm(at)[-1:] == "ه":
        end, hour = ordinal.last, int(ordinal.value)
    elif tokens.norm(at) in ("الواحده", "للواحده"):
        end, hour = at + 1, 1
    else:
        return None
    return _part_of_hour(tokens, end, hour)


def _part_of_hour(tokens: Tokens, end: int, hour: int) -> tuple[int, int, int]:
    """Read «والنصف», «وربع», «إلا ثلثا» after an hour."""
    form = tokens.norm(end)
    if form.startswith("و") and form[1:] in _FRACTIONS:
        return end + 1, hour, _FRACTIONS[form[1:]]
    if form == "الا" and tokens.norm(end + 1) in _FRACTIONS:
        return end + 2, (hour - 1) or 12, 60 - _FRACTIONS[tokens.norm(end + 1)]
    return end, hour, 0


def _minutes(tokens: Tokens, at: int) -> tuple[int, int]:
    """Read «و18 دقيقة», «وخمس دقائق», «والدقيقة 15» after an hour; «إلا خمس دقائق» below zero."""
    start, sign = at, 1
    if tokens.norm(at) in ("و", "الا"):
        sign = -1 if tokens.norm(at) == "الا" else 1
        at += 1
    elif not tokens.norm(at).startswith("و"):
        return start, 0
    if tokens.norm(at) in ("الدقيقه", "والدقيقه"):
        minute = tokens.digits(at + 1)
        return (at + 2, minute) if minute is not None and minute < 60 else (start, 0)
    number = tokens.number(at)
    unit = tokens.hit(number.last, "unit1", "unit3", bare=True) if number else None
    if number and unit is None and sign > 0 and not number.digits and number.value in range(5, 60, 5):
        part = tokens.hit(number.last, "part", bare=True)
        if tokens.hit(number.last, "ampm", bare=True) or (part and part.definite):
            return number.last, int(number.value)  # «السابعة وخمس وثلاثين مساء»
    if number is None or unit is None or unit.value != "TM" or not 0 < number.value < 60:
        return start, 0
    return unit.end, sign * int(number.value)


def _ordinal_letters(tokens: Tokens, at: int) -> int:
    ordinal = tokens.ordinal(at)
    if ordinal is None:
        return 0
    word = tokens.words[at]
    return next((n for n in range(3) if word.cut(n) == ordinal.span.start), 0)


def _half_of_day(tokens: Tokens, at: int, hour: int) -> tuple[int, int, str | None]:
    skip = 1 if tokens.norm(at) in ("من", "في") else 0
    hit = tokens.hit(at, "ampm", bare=True)
    if hit is None:
        part = tokens.hit(at + skip, "part", bare=True)
        told = part and (part.definite or tokens.norm(part.end - 1).startswith("ال"))
        hit = part if told else None
        if hit is None:
            return at, hour, None
    return hit.end, _shift(hour, hit.value), hit.value


def _shift(hour: int, part: str) -> int:
    if part in ("AF", "EV") and hour < 12:
        return hour + 12 if not (part == "AF" and hour == 11) else hour
    if part == "NI":
        return hour + 12 if 6 <= hour < 12 else 0 if hour == 12 else hour
    return 0 if part == "MO" and hour == 12 else hour


def _zone(tokens: Tokens, at: int) -> int:
    """Return the index after «بتوقيت غرينتش», «بالتوقيت المحلي», «ت غ», «تغ», or `at`."""
    norm = tokens.norm(at)
    if norm in ("بتوقيت", "بالتوقيت", "توقيت"):
        end = at + 2
        if tokens.norm(end) in ("المحلي", "المحليه", "المكرمه"):
            end += 1
        return min(end, len(tokens))
    if norm == "ت" and tokens.norm(at + 1) == "غ":
        return at + 2
    if norm == "ت" and tokens.norm(at + 1) == "." and tokens.norm(at + 2) == "غ":
        return at + 3
    return at + 1 if norm in _ZONES and norm in ("تغ", "جمت", "gmt", "غرينتش", "جرينتش") else at
