"""Calendar dates: days, months in every tradition and their dual names, years, Hijri dates, numeric dates."""

from __future__ import annotations

from dataclasses import replace

from tawatur.timex.expressions import Facing, TimeExpression
from tawatur.timex.tokens import Hit, Tokens

Found = tuple[int, TimeExpression]

# Years that news writes about, Gregorian and Hijri; a bare number outside is no year.
YEARS = range(1000, 2101)
BARE_YEARS = range(1850, 2061)
HIJRI_YEARS = range(1280, 1501)
# Two-figure years from here on belong to the last century.
SHORT_YEARS_FROM = 30


def month_at(tokens: Tokens, at: int, *, sure: bool = False) -> tuple[int, Hit] | None:
    """Return (index after, hit) of the month name at a place, its second tradition and brackets included.

    `sure` says that a day number or «شهر» stands before, which settles names that are other words too.
    """
    hit = tokens.hit(at, "month", "month?", "month??")
    if hit is None or (hit.definite and hit.category != "month"):
        return None
    end, dual = _second_name(tokens, hit)
    if hit.category == "month" or sure or dual:
        return end, hit
    if hit.letters and hit.value == "8":
        return None  # «باب», «لاب» are no month with a preposition
    led = (
        tokens.norm(at - 1) in tokens.sets["month-leads"]
        or tokens.norm(at - 1) == "هذا"
        or (hit.letters > 0 and hit.clitics != "و")
    )
    year_at_end = end + (tokens.norm(end) in (",", "،"))
    told = tokens.hit(end, "facing") or _year_number(tokens, year_at_end) is not None
    return (end, hit) if told or (hit.category == "month?" and led and "ك" not in hit.clitics) else None


def _second_name(tokens: Tokens, hit: Hit) -> tuple[int, bool]:
    """Read «(أيلول)», «/ شباط», «- سبتمبر», «تموز» after a month of the same number."""
    at = hit.end
    while at < hit.end + 2 and (tokens.joiner(at) or tokens.norm(at) == "او"):
        at += 1
    other = tokens.hit(at, "month", "month?", "month??", bare=True)
    if other is None or other.value != hit.value:
        return hit.end, False
    end = other.end
    if tokens.norm(at - 1) in ("(", "[") and tokens.norm(end) in (")", "]"):
        end += 1
    return end, True


def _year_number(tokens: Tokens, at: int) -> int | None:
    year = tokens.digits(at)
    return year if year is not None and year in YEARS and len(tokens.norm(at)) == 4 else None


def year_after(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """Return (index after, year) of a year that closes a date: «2015», «من عام 2015», «، 2015م»."""
    start = at
    if tokens.norm(at) in (",", "،"):
        at += 1
        return (at + 1, year) if (year := _year_number(tokens, at)) is not None else None
    if tokens.norm(at) == "من":
        at += 1
    unit = tokens.hit(at, "unit1")
    if unit and unit.value == "Y":
        at += 1
    elif at > start:
        return None
    year = _year_number(tokens, at)
    if year is None:
        return _year_in_words(tokens, at) if unit and unit.value == "Y" else None
    return _era(tokens, at + 1), year


def _year_in_words(tokens: Tokens, at: int) -> tuple[int, int] | None:
    number = tokens.number(at) if tokens.is_word(at) else None
    if number and number.kind == "count" and not number.definite and int(number.value) in YEARS and number.value > 1000:
        return number.last, int(number.value)
    return None


def _era(tokens: Tokens, at: int) -> int:
    era = tokens.hit(at, "era", bare=True)
    if era and era.value == "gregorian" and (tokens.norm(at) != "م" or tokens.glued(at) or tokens.norm(at + 1) != "."):
        return at + 1
    return at


def day_at(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """Return (index after, day of the month): «21», «الثامن», «الحادي والعشرين», «الـ23»."""
    if tokens.norm(at) in ("ال", "يوم") and tokens.kind(at + 1) == "number":
        at += 1
    day = tokens.digits(at)
    if day is None:
        ordinal = tokens.ordinal(at)
        if tokens.norm(at) == "اول" and tokens.hit(at + 1, "month", "month?", bare=True):
            return at + 1, 1
        if ordinal and ordinal.definite and 1 <= ordinal.value <= 31:
            return ordinal.last, int(ordinal.value)
        number = tokens.number(at) if tokens.is_word(at) else None
        if number and number.kind == "count" and number.value in range(11, 32):
            return number.last, int(number.value)
        return None
    return (at + 1, day) if 1 <= day <= 31 and len(tokens.norm(at)) <= 2 else None


def _month_after(tokens: Tokens, at: int) -> tuple[int, Hit] | None:
    """Return the month after a day: «من شهر فبراير/شباط», «فبراير»."""
    if tokens.norm(at) in ("من", "-", "/"):
        at += 1
    if tokens.norm(at) in ("شهر", "لشهر"):
        at += 1
    return month_at(tokens, at, sure=True)


def facing_after(tokens: Tokens, at: int) -> tuple[int, Facing] | None:
    """Return «الماضي», «المقبل», «الجاري» after a month, day or unit; «من العام الماضي» is left to the year."""
    hit = tokens.hit(at, "facing", bare=True)
    if hit is None or hit.value not in ("past", "present", "future"):
        return None
    return hit.end, hit.value  # type: ignore[return-value]


def date_at(tokens: Tokens, at: int) -> Found | None:
    """Return the date that starts with its day («8 من فبراير/شباط الجاري», «15 مايو 1948»), or None."""
    day = day_at(tokens, at)
    if day is None:
        return None
    month = _month_after(tokens, day[0])
    if month is None:
        return _day_of_this_month(tokens, at, day)
    letters = _letters(tokens, at)
    end, hit = month
    found = TimeExpression(tokens.span(at, end, letters), "date", "date", month=hit.number, day=day[1])
    if (hit.number, day[1]) == (9, 11) and tokens.norm(at - 1).lstrip("وبل") in tokens.sets["september-lead"]:
        found = replace(found, year=2001)  # known by its day alone
        return (end, found) if year_after(tokens, end) is None else _finish(tokens, at, end, letters, found)
    return _finish(tokens, at, end, letters, found)


def _letters(tokens: Tokens, at: int) -> int:
    ordinal = tokens.ordinal(at)
    if ordinal:
        return _cut_letters(tokens, at, ordinal.span.start)
    return 0


def _cut_letters(tokens: Tokens, at: int, start: int) -> int:
    word = tokens.words[at]
    return next((n for n in range(3) if word.cut(n) == start), 0)


def _day_of_this_month(tokens: Tokens, at: int, day: tuple[int, int]) -> Found | None:
    """«التاسع والعشرين من الشهر الجاري», «15 من ذات الشهر»."""
    end = day[0]
    if tokens.norm(end) == "من":
        end += 1
    lead = tokens.hit(end, "this", bare=True)
    if lead:
        end += 1
    unit = tokens.hit(end, "unit1", bare=True)
    if unit is None or unit.value != "M" or not (unit.definite or lead):
        return None
    end = unit.end
    after = facing_after(tokens, end)
    if lead is None and after is None and tokens.hit(end, "same") is None:
        return None
    if after:
        end, facing = after
        kind: int | None = {"past": -1, "present": 0, "future": 1}[facing]
    else:
        kind = 0 if lead and lead.value == "present" else None
        if tokens.hit(end, "same", bare=True):
            end, kind = end + 1, None
        facing = "present"
    letters = _letters(tokens, at)
    span = tokens.span(at, end, letters)
    return end, TimeExpression(span, "date", "date", day=day[1], unit="M", count=kind, facing=facing)


def _finish(tokens: Tokens, at: int, end: int, letters: int, found: TimeExpression) -> Found:
    """Add year or «الماضي» to a date with its month."""
    year = year_after(tokens, end)
    if year:
        end = year[0]
        found = replace(found, year=year[1], span=tokens.span(at, end, letters))
        return end, found
    after = facing_after(tokens, end)
    if after:
        return after[0], replace(found, facing=after[1], strict=True, span=tokens.span(at, after[0], letters))
    near = unit_after(tokens, end, "Y")
    if near:
        return near[0], replace(found, unit="Y", count=near[1], span=tokens.span(at, near[0], letters))
    return end, found


def unit_after(tokens: Tokens, at: int, unit_code: str) -> tuple[int, int] | None:
    """«من العام الماضي» after a month, «من هذا الأسبوع» after a weekday: where it ends, and the unit's offset."""
    if tokens.norm(at) == "من":
        at += 1
    this = tokens.hit(at, "this", bare=True)
    if this and this.value == "present":
        at += 1
    unit = tokens.hit(at, "unit1", bare=True)
    if unit is None or unit.value != unit_code or not unit.definite:
        return None
    after = facing_after(tokens, unit.end)
    if after:
        return after[0], {"past": -1, "present": 0, "future": 1}[after[1]]
    return (unit.end, 0) if this else None


def month_date_at(tokens: Tokens, at: int) -> Found | None:
    """Return the month that starts here with its day, year or «الماضي»: «نوفمبر 21, 2024», «سبتمبر (أيلول) الماضي»."""
    start = at
    lead = tokens.hit(at, "unit1")
    letters = 0
    if lead and lead.value == "M" and not lead.definite:
        letters, at = lead.letters, at + 1
    month = month_at(tokens, at, sure=at > start)
    if month is None:
        return None
    end, hit = month
    if at == start:
        letters = hit.letters
    found = TimeExpression(tokens.span(start, end, letters), "date", "month", month=hit.number)
    day = tokens.digits(end)
    if day is not None and 1 <= day <= 31 and len(tokens.norm(end)) <= 2:
        year = year_after(tokens, end + 1)
        if year:
            span = tokens.span(start, year[0], letters)
            return year[0], replace(found, day=day, year=year[1], span=span, pattern="date")
    return _finish(tokens, start, end, letters, found)


def hijri_at(tokens: Tokens, at: int) -> Found | None:
    """Return a Hijri date: «10 رمضان 1436هـ», «شهر رمضان», «رمضان المقبل»; bare ambiguous names are passed over."""
    start, letters, day = at, 0, None
    number = day_at(tokens, at)
    if number and (
        tokens.norm(number[0]) == "من" or tokens.hit(number[0], "hijri", bare=True) or tokens.norm(number[0]) == "شهر"
    ):
        at, day = number
        letters = _letters(tokens, start)
        if tokens.norm(at) == "من":
            at += 1
    lead = tokens.hit(at, "unit1")
    led = lead is not None and lead.value == "M" and not lead.definite
    if led and lead:
        letters, at = (lead.letters if at == start else letters), at + 1
    month = tokens.hit(at, "hijri")
    if month is None or (at > start and month.letters):
        return None
    if at == start:
        letters = month.letters
    end = month.end
    year = tokens.digits(end)
    if tokens.norm(end) in ("عام", "سنه", "لعام", "من") and tokens.digits(end + 1) in HIJRI_YEARS:
        end, year = end + 1, tokens.digits(end + 1)
    hijri = True
    if year is not None and (year in HIJRI_YEARS or (year in BARE_YEARS and month.value == "9")):
        hijri, end = year in HIJRI_YEARS, end + 1
        if tokens.hit(end, "era", bare=True):
            end += 1
    else:
        year = None
    after = facing_after(tokens, end)
    if after:
        end = after[0]
    if not (day or led or year or after) and not _bare_ramadan(tokens, at, month):
        return None
    span = tokens.span(start, end, letters)
    facing = after[1] if after else None
    if not hijri:
        return end, TimeExpression(span, "holiday", "hijri", value="ramadan", year=year)
    return end, TimeExpression(
        span, "date", "hijri", year=year, month=month.number, day=day, hijri=True, facing=facing, strict=bool(after)
    )


def _bare_ramadan(tokens: Tokens, at: int, month: Hit) -> bool:
    """«في رمضان», «بعد شوال» speak of the month; «رمضان» after a word that is no preposition may be a man."""
    led = tokens.norm(at - 1) in ("في", "بعد", "قبل", "خلال", "منذ", "الي", "حتي", "حلول", "بحلول", "نهايه", "مطلع")
    if month.value == "9":
        return led or "ل" in month.clitics
    # «صفر» is zero, «محرم» a word: they need «في», and no noun that they would describe after them.
    return tokens.norm(at - 1) == "في" and not tokens.norm(at).startswith("ال") and not tokens.is_word(month.end)


def year_at(tokens: Tokens, at: int) -> Found | None:
    """Return a year with its noun («عام 2013», «سنة 1436هـ», «العامين 2002 و2005» is left to intervals)."""
    unit = tokens.hit(at, "unit1")
    if unit is None or unit.value != "Y":
        return None
    number = unit.end
    year = tokens.digits(number)
    if year is None:
        words = _year_in_words(tokens, number)
        if words is None:
            return None
        span = tokens.span(at, words[0], unit.letters)
        return words[0], TimeExpression(span, "date", "year", year=words[1])
    if 10 <= year <= 99 and len(tokens.norm(number)) == 2:  # «عام 79م», «عام 67»
        year += 1900 if year >= SHORT_YEARS_FROM else 2000
    if not (100 <= year <= 2100):
        return None
    return _with_era(tokens, at, number + 1, unit.letters, year)


def _with_era(tokens: Tokens, at: int, end: int, letters: int, year: int) -> Found:
    era = tokens.hit(end, "era", bare=True)
    hijri = year in HIJRI_YEARS and not (era and era.value == "gregorian")
    if era and era.value == "hijri":
        hijri, end = True, end + 1
    elif not hijri:
        end = _era(tokens, end)
    if tokens.norm(end) == "." and hijri and tokens.norm(end - 1) == "ه":
        end += 0
    return end, TimeExpression(tokens.span(at, end, letters), "date", "year", year=year, hijri=hijri)
