"""Days that are named: weekdays, today and its neighbours, parts of the day, the dates written beside them."""

from __future__ import annotations

from dataclasses import replace

from tawatur.timex.dates import Found, date_at, facing_after, month_date_at, unit_after
from tawatur.timex.expressions import Part, TimeExpression
from tawatur.timex.numeric import numeric_at
from tawatur.timex.tokens import Tokens

# What «اليوم» begins when it is not today: «اليوم العالمي للمرأة», «اليوم التالي», «اليوم الأول».

_THIS_PARTS = frozenset(["الصباح", "المساء", "الفجر", "الظهر", "الليل", "الليله"])


def day_level_at(tokens: Tokens, at: int) -> Found | None:
    """Return a day with whatever says it twice: «اليوم (الاثنين)», «يوم الخميس السادس من أغسطس», «مساء أمس الجمعة»."""
    return part_of_day_at(tokens, at) or named_day_at(tokens, at)


def named_day_at(tokens: Tokens, at: int) -> Found | None:
    """Return a day without part: a weekday, «أمس», a date, each with what stands beside it."""
    day = tokens.hit(at, "day", "night")
    if day and not _is_other_day(tokens, at, day.end):
        return _today_like(tokens, at)
    return weekday_at(tokens, at)


def _is_other_day(tokens: Tokens, at: int, end: int) -> bool:
    hit = tokens.hit(at, "day")
    if tokens.norm(end) == "الحاجه":
        return True  # «في أمسّ الحاجة»
    if hit is None or hit.value != "0":
        bare = hit is not None and tokens.norm(at) == "غد" and not hit.letters
        return bare and tokens.hit(at - 1, "part", "ampm") is None and tokens.hit(end, "weekday", bare=True) is None
    following = tokens.norm(end)
    quoted = tokens.norm(at - 1) in ('"', "“", "«") and following in ('"', "”", "»")
    if quoted or tokens.norm(at - 1) == "مثل" or tokens.norm(at - 2) == "مثل":
        return True
    if (
        following in tokens.sets["not-today"]
        or tokens.hit(end, "facing", bare=True)
        or tokens.hit(end, "same", bare=True)
    ):
        return True
    # «اليوم» named after «صحيفة», or at the side of a dash in a masthead or byline, is a newspaper.
    return tokens.norm(at - 1) in (
        "صحيفه",
        "جريده",
        "عين",
        "موقع",
        "قناه",
        "المصري",
        "روسيا",
        "اخبار",
        "تلك",
        "هذا",
        "ذلك",
    )


def _today_like(tokens: Tokens, at: int) -> Found:
    hit = tokens.hit(at, "day", "night")
    assert hit is not None
    if hit.category == "night":
        base = TimeExpression(tokens.span(at, hit.end, hit.letters), "day", "day", count=hit.number)
        span = base.span
        facing = "past" if hit.number < 0 else "present"
        return hit.end, TimeExpression(span, "part", "part", part="NI", parts=(base,), facing=facing)  # type: ignore[arg-type]
    count = hit.number
    facing = "past" if count < 0 else "future" if count > 0 else "present"
    found = TimeExpression(
        tokens.span(at, hit.end, hit.letters), "day", "day", count=count, facing=facing,  # type: ignore[arg-type]
    )  # fmt: skip
    return _beside(tokens, at, hit.end, hit.letters, found)


def _beside(tokens: Tokens, at: int, end: int, letters: int, found: TimeExpression) -> Found:
    """Read a weekday or date beside a day, bracketed or not."""
    start = end
    bracket = tokens.norm(end) in ("(", "[")
    comma = tokens.norm(end) in ("،", ",", "-", "–")
    if bracket or comma:
        start += 1
    if tokens.norm(start) in ("الموافق", "المصادف") or (
        tokens.norm(start) == "في" and tokens.kind(start + 1) == "number"
    ):
        start += 1
    weekday = tokens.hit(start, "weekday", bare=True)
    if tokens.norm(start) == "يوم" and tokens.hit(start + 1, "weekday", bare=True):
        start, weekday = start + 1, tokens.hit(start + 1, "weekday", bare=True)
    if weekday and found.weekday is None and not comma:
        close = weekday.end + (bracket and tokens.norm(weekday.end) in (")", "]"))
        if bracket and tokens.norm(weekday.end) not in (")", "]"):
            return _dated(tokens, at, weekday.end, letters, replace(found, weekday=weekday.number))
        after = replace(found, weekday=weekday.number, span=tokens.span(at, close, letters))
        return _beside(tokens, at, close, letters, after)
    date = _date_here(tokens, start)
    if date is None:
        return end, found
    close = date[0] + (bracket and tokens.norm(date[0]) in (")", "]"))
    weekday_number = found.weekday if found.weekday is not None else None
    return close, replace(date[1], span=tokens.span(at, close, letters), weekday=weekday_number)


def _dated(tokens: Tokens, at: int, end: int, letters: int, found: TimeExpression) -> Found:
    date = _date_here(tokens, end)
    if date is None:
        return end, replace(found, span=tokens.span(at, end, letters))
    close = date[0] + (tokens.norm(date[0]) in (")", "]"))
    return close, replace(date[1], span=tokens.span(at, close, letters), weekday=found.weekday)


def _date_here(tokens: Tokens, at: int) -> Found | None:
    found = numeric_at(tokens, at) or date_at(tokens, at)
    if found is None:
        month = month_date_at(tokens, at)
        found = month if month and month[1].day is not None else None
    return found if found and found[1].day is not None else None


def weekday_at(tokens: Tokens, at: int) -> Found | None:
    """Return a weekday with «يوم» before it and qualifier or date after it."""
    start, letters = at, 0
    lead = tokens.hit(at, "unit1")
    led = lead is not None and lead.value == "D" and not lead.definite and tokens.norm(at).endswith("يوم")
    if led and lead:
        letters, at = lead.letters, at + 1
    this = tokens.hit(at, "this")
    if this and this.value == "present" and tokens.hit(at + 1, "weekday", bare=True):
        letters, at = (letters if led else this.letters), at + 1
    weekday = tokens.hit(at, "weekday", "weekday?") if at > start else tokens.hit(at, "weekday")
    if weekday is None:
        found = _date_here(tokens, at) if led else None
        return (found[0], replace(found[1], span=tokens.span(start, found[0], letters))) if found else None
    if (at > start and weekday.letters) or tokens.norm(at - 1) in tokens.sets["not-weekday-leads"]:
        return None
    if at == start:
        letters = weekday.letters
    end = weekday.end
    found_day = TimeExpression(tokens.span(start, end, letters), "weekday", "weekday", weekday=weekday.number)
    after = facing_after(tokens, end)
    if after:
        span = tokens.span(start, after[0], letters)
        found_day = replace(found_day, facing=after[1], strict=True, span=span, pattern="weekday+")
        return _beside(tokens, start, after[0], letters, found_day)
    week = unit_after(tokens, end, "W")
    if week:
        span = tokens.span(start, week[0], letters)
        return week[0], replace(found_day, count=week[1], unit="W", span=span, pattern="weekday+")
    return _beside(tokens, start, end, letters, found_day)


def part_of_day_at(tokens: Tokens, at: int) -> Found | None:
    """Return a part of a day: «فجر اليوم», «مساء الخميس», «هذا الصباح», «وقت متأخر السبت», «ليل الأربعاء الخميس»."""
    this = tokens.hit(at, "this")
    if this and this.value == "present":
        part = tokens.hit(at + 1, "part", bare=True)
        if part and part.definite and tokens.norm(at + 1) in _THIS_PARTS:
            span = tokens.span(at, part.end, this.letters)
            today = TimeExpression(span, "day", "day", count=0, facing="present")
            return part.end, TimeExpression(
                span, "part", "part", part=_part(part.value), parts=(today,), facing="present"
            )
        return None
    part = tokens.hit(at, "part", "ampm")
    if part is None:
        return None
    end, skip = part.end, 0
    if tokens.norm(end) in ("من", "يوم") and not part.definite:
        skip = 1
    inner = tokens.hit(end + skip, "part", bare=True) if part.category == "part" else None
    name = part.value
    if inner:
        name, end, skip = inner.value, inner.end, 0
    base = named_day_at(tokens, end + skip)
    if base is None and skip:
        base = named_day_at(tokens, end)
    base = base or _date_here(tokens, end + skip) or _same_day(tokens, end + skip)
    if base is None or base[1].kind not in ("day", "weekday", "date", "same"):
        return None
    end, expression = base
    second = tokens.hit(end, "weekday", bare=True)
    if second and expression.kind == "weekday" and name == "NI":
        end = second.end
    elif tokens.joiner(end) and (tail := tokens.hit(end + 1, "weekday", bare=True)) and expression.kind == "weekday":
        end = tail.end if name == "NI" else end
    span = tokens.span(at, end, part.letters)
    return end, TimeExpression(
        span, "part", "part", part=_part(name), parts=(expression,), facing=expression.facing, tensed=expression.tensed
    )


def _same_day(tokens: Tokens, at: int) -> Found | None:
    """«اليوم نفسه», «ذلك اليوم» after a part of the day: the day spoken of last."""
    this = tokens.hit(at, "this", bare=True)
    day = at + (this is not None and this.value == "same")
    unit = tokens.hit(day, "unit1", bare=True)
    if unit is None or unit.value != "D" or not unit.definite:
        return None
    same = tokens.hit(unit.end, "same", bare=True)
    if same is None and day == at:
        return None
    end = same.end if same else unit.end
    return end, TimeExpression(tokens.span(at, end), "same", "same", unit="D")


def bare_part_at(tokens: Tokens, at: int) -> Found | None:
    """«منذ الفجر», «حتى الظهر», «بعد الغروب»: a part with its article after a preposition, in the day spoken of."""
    part, letters = tokens.hit(at, "part", "dusk"), None
    if tokens.norm(at).lstrip("و") in ("اواخر", "اوايل", "اول", "اخر"):
        letters, at = 0, at + 1
        part = tokens.hit(at, "part", bare=True)
        at -= 1
    elif part and tokens.norm(part.end - 1) in ("من", "متاخر", "مبكر") and not part.definite:
        inner = tokens.hit(part.end + (tokens.norm(part.end) == "من"), "part", bare=True)
        letters, part = part.letters, inner
    if part is None or not tokens.norm(part.end - 1).startswith(("ال", "لل")) or tokens.kind(part.end) == "number":
        return None
    named = tokens.norm(at) in ("منتصف", "وقت") and part.end > at + 1
    led = named or letters is not None or tokens.lead(at) in tokens.sets["part-leads"]
    if not led or tokens.hit(part.end, "same", bare=True):
        return None
    lead, name = tokens.lead(at), tokens.norm(at)
    if letters is not None:
        span = tokens.span(at, part.end, letters)
        return part.end, TimeExpression(span, "part", "bare-part", part=_part(part.value))
    if name in ("المغرب", "العشاء") or (lead == "في" and name in ("الظهر", "العصر")):
        return None  # Morocco, the dinner, the back, the age
    early = tokens.norm(part.end) == "الباكر"
    if early:
        return part.end + 1, TimeExpression(
            tokens.span(at, part.end + 1, part.letters), "part", "bare-part", part=_part(part.value)
        )
    if tokens.norm(part.end).startswith("ال") and not tokens.hit(part.end, "weekday"):
        return None  # «في المساء الطويل», «الليلة الماضية»: what else it is, its adjective says
    span = tokens.span(at, part.end, part.letters)
    return part.end, TimeExpression(span, "part", "bare-part", part=_part(part.value))


def _part(value: str) -> Part:
    return value  # type: ignore[return-value]
