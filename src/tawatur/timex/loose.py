"""What is no counted unit and no named day: seasons, decades, feasts, parts of a period, vague words, bare years."""

from __future__ import annotations

from dataclasses import replace

from tawatur.timex.amounts import amount_at
from tawatur.timex.dates import BARE_YEARS, Found, facing_after, hijri_at, month_date_at, year_after, year_at
from tawatur.timex.days import named_day_at
from tawatur.timex.expressions import Phase, TimeExpression
from tawatur.timex.tense import tense_at
from tawatur.timex.tokens import Tokens
from tawatur.timex.units import unit_at

_FRACTIONS = {"الربع": 4, "ربع": 4, "النصف": 2, "نصف": 2, "الثلث": 3, "ثلث": 3, "الثلاثي": 4, "السداسي": 2}
_LAST = {"الاخير", "الاخيره"}


def phased_at(tokens: Tokens, at: int) -> Found | None:
    """Return «نهاية عام 2017», «منتصف ديسمبر», «مطلع أيار/مايو», «أواخر 2014», «بداية الثمانينات»."""
    phase = tokens.hit(at, "phase")
    if phase is None or phase.definite:
        return None
    at_inner = phase.end + (tokens.norm(phase.end) == "من")
    inner = month_date_at(tokens, at_inner) or year_at(tokens, at_inner) or hijri_at(tokens, at_inner)
    inner = inner or decade_at(tokens, at_inner) or _plain_year(tokens, at_inner)
    if inner is None or inner[1].day is not None:
        return None
    span = tokens.span(at, inner[0], phase.letters)
    stage: Phase = phase.value  # type: ignore[assignment]
    return inner[0], replace(inner[1], phase=stage, span=span)


def _plain_year(tokens: Tokens, at: int) -> Found | None:
    year = tokens.digits(at)
    if year is None or year not in BARE_YEARS or len(tokens.norm(at)) != 4:
        return None
    end = at + 1
    if tokens.norm(end) == "م" and tokens.glued(end):
        end += 1
    return end, TimeExpression(tokens.span(at, end), "date", "bare-year", year=year)


def bare_year_at(tokens: Tokens, at: int) -> Found | None:
    """Return a year without «عام» where nothing makes it a count: «في 2011», «مونديال 2018», «2013 - 2015»."""
    found = _plain_year(tokens, at)
    if (
        found is None
        or tokens.norm(at - 1) in tokens.sets["not-year-leads"]
        or (tokens.norm(at - 1) == "من" and tokens.norm(at - 2) in tokens.sets["not-year-leads"])
    ):
        return None
    before, after = tokens.norm(at - 1), tokens.norm(found[0])
    if tokens.norm(at + 1) == "م" and tokens.glued(at + 1):
        return found
    if (at == 0 or before == ":") and after in ("-", "–", ":", "—"):
        return found  # lists of what happened on a day in other years
    if (tokens.glued(at) and before in ("-", "/", ":", ".", "+", "#", "_", "$")) or after in (
        "%",
        "٪",
        ":",
        "/",
        "$",
        "€",
    ):
        return None
    ends = (
        tokens.kind(found[0]) != "word"
        or after in tokens.sets["after-year"]
        or after.startswith(("ال", "وال", "بال", "و"))
    )
    if before == "و" and tokens.digits(at - 2) in BARE_YEARS:
        return found  # «في 2005 و2010»
    led = before in tokens.sets["year-leads"] or before.lstrip("وبفل") in tokens.sets["year-leads"]
    round_number = found[1].year is not None and found[1].year % 100 == 0
    if led and (ends or not _counts(after) or (before in ("في", "منذ") and not round_number)):
        return found
    closed = tokens.kind(found[0]) != "word" or after in tokens.sets["after-year"]
    return found if closed and tokens.is_word(at - 1) and len(before) > 2 else None


def _counts(noun: str) -> bool:
    """Tell whether a word after a number looks like its counted noun: indefinite accusative or plain noun."""
    return noun.endswith(("ا", "ه"))


def decade_at(tokens: Tokens, at: int) -> Found | None:
    """Return «الثمانينات», «تسعينات القرن الماضي», «القرن العشرين»."""
    unit = tokens.hit(at, "unit1")
    if unit and unit.value == "CE" and unit.definite:
        return _century(tokens, at)
    hit = tokens.hit(at, "decade")
    if hit is None:
        return None
    end = hit.end
    century = _century(tokens, end + (tokens.norm(end) == "من"))
    if century:
        end = century[0]
    elif not hit.definite and (tokens.is_word(end) or not (at == 0 or tokens.lead(at) in ("في", "منذ", "خلال", "حتي"))):
        return None
    if tokens.norm(end + (tokens.norm(end) == "من")) in ("العمر", "عمره", "عمرها"):
        return None  # an age
    base = century[1].year if century and century[1].year is not None else 1900 if hit.number >= 30 else 2000
    span = tokens.span(at, end, hit.letters)
    return end, TimeExpression(span, "decade", "decade", year=base + hit.number, count=10, facing="past")


def _century(tokens: Tokens, at: int) -> Found | None:
    unit = tokens.hit(at, "unit1")
    if unit is None or unit.value != "CE" or not unit.definite:
        return None
    after = facing_after(tokens, unit.end)
    if after:
        year = {"past": 1900, "present": 2000, "future": 2100}[after[1]]
        return after[0], TimeExpression(
            tokens.span(at, after[0], unit.letters), "decade", "decade", year=year, count=100
        )
    ordinal = tokens.ordinal(unit.end)
    number = tokens.number(unit.end) if ordinal is None and tokens.is_word(unit.end) else None
    found = ordinal or (number if number and number.definite else None)
    if found is None or not 1 <= found.value <= 22:
        return None
    span = tokens.span(at, found.last, unit.letters)
    return found.last, TimeExpression(span, "decade", "decade", year=int(found.value - 1) * 100, count=100)


def season_at(tokens: Tokens, at: int) -> Found | None:
    """Return «صيف 2016», «شتاء العام الماضي»."""
    lead = tokens.norm(at) in ("فصل", "موسم") and tokens.hit(at + 1, "season", bare=True) is not None
    hit = tokens.hit(at + lead, "season")
    if hit is None:
        return None
    if hit.definite and _plain_year(tokens, hit.end) is None:
        return _bare_season(tokens, at, lead)
    year = year_after(tokens, hit.end) or _year_only(tokens, hit.end)
    if year:
        span = tokens.span(at, year[0], hit.letters)
        return year[0], TimeExpression(span, "season", "season", season=hit.value, year=year[1])
    unit = unit_at(tokens, hit.end + (tokens.norm(hit.end) == "من"))
    if unit and unit[1].unit == "Y" and unit[1].kind == "unit":
        span = tokens.span(at, unit[0], hit.letters)
        return unit[0], TimeExpression(span, "season", "season", season=hit.value, unit="Y", count=unit[1].count)
    return None


def _bare_season(tokens: Tokens, at: int, lead: bool) -> Found | None:
    """«في الخريف», «فصل الصيف»; «الربيع» alone is more often a revolt."""
    hit = tokens.hit(at + lead, "season")
    if hit is None or not (lead or tokens.lead(at) in tokens.sets["season-leads"]):
        return None
    if tokens.norm(hit.end).startswith("ال") and not lead and tokens.hit(hit.end, "facing") is None:
        return None  # «الربيع العربي»
    span = tokens.span(at, hit.end, 0 if lead else hit.letters)
    return hit.end, TimeExpression(span, "season", "season", season=hit.value)


def _year_only(tokens: Tokens, at: int) -> tuple[int, int] | None:
    found = _plain_year(tokens, at) or year_at(tokens, at)
    return (found[0], found[1].year) if found and found[1].year else None


def fraction_at(tokens: Tokens, at: int) -> Found | None:
    """Return «الربع الأخير من 2015», «النصف الثاني من يوليو», «الأسبوع الثاني من أكتوبر»."""
    form = tokens.norm(at)
    parts = _FRACTIONS.get(form, _FRACTIONS.get(form[1:], 0) if form[:1] in "بو" else 0)
    unit = tokens.hit(at, "unit1") if not parts else None
    if unit and unit.value == "W" and unit.definite:
        parts = 7
    if not parts:
        return None
    ordinal = tokens.ordinal(at + 1)
    last = tokens.norm(at + 1) in _LAST
    if not last and not (ordinal and ordinal.definite and ordinal.value <= 4):
        return None
    end = at + 2
    if tokens.norm(end) not in ("من", "لعام", "لسنه", "للعام", "عام", "سنه") and tokens.digits(end) not in BARE_YEARS:
        return None
    end += tokens.norm(end) == "من"
    base = month_date_at(tokens, end) or year_at(tokens, end) or unit_at(tokens, end) or _plain_year(tokens, end)
    if base is None:
        return None
    count = 5 if last and parts == 7 else parts if last else int(ordinal.value) if ordinal else 1
    span = tokens.span(
        at, base[0], unit.letters if unit else len(form) - len(form.lstrip("بو")) if form not in _FRACTIONS else 0
    )
    facing = base[1].facing
    return base[0], TimeExpression(span, "fraction", "fraction", count=count, of=parts, parts=(base[1],), facing=facing)


def weekend_at(tokens: Tokens, at: int) -> Found | None:
    """Return «عطلة نهاية الأسبوع», «نهاية الأسبوع المقبل»."""
    hit = tokens.hit(at, "weekend")
    if hit is None:
        return None
    after = facing_after(tokens, hit.end)
    end = after[0] if after else hit.end
    facing = after[1] if after else None
    return end, TimeExpression(tokens.span(at, end, hit.letters), "weekend", "weekend", facing=facing)


def holiday_at(tokens: Tokens, at: int) -> Found | None:
    """Return a feast with its year: «عيد الفطر», «رأس السنة الهجرية 2019», «عيد الأضحى المقبل»."""
    hit = tokens.hit(at, "holiday")
    if hit is None:
        return None
    year = year_after(tokens, hit.end) or _year_only(tokens, hit.end)
    after = facing_after(tokens, hit.end)
    end = year[0] if year else after[0] if after else hit.end
    span = tokens.span(at, end, hit.letters)
    return end, TimeExpression(
        span, "holiday", "holiday", value=hit.value, year=year[1] if year else None, facing=after[1] if after else None
    )


def vague_at(tokens: Tokens, at: int) -> Found | None:
    """Return a vague word: «حاليا», «في وقت سابق», «قريبا»; «في وقت سابق من الشهر الجاري» is the month."""
    hit, lasting = tokens.hit(at, "ref", "later"), _long_time(tokens, at)
    if lasting and (hit is None or lasting[0] > hit.end):
        return lasting
    if hit is None:
        return _from_before(tokens, at)
    if tokens.norm(at) == "قريبا" and tokens.norm(at + 1) == "من":
        return None
    end = hit.end
    if tokens.norm(at).endswith("الان") and tokens.words[at].text[hit.letters : hit.letters + 1] in ("آ", "أ"):
        return None  # «آلان», a man's name, folds to the same letters
    inner = tokens.norm(end) == "من"
    if inner or tokens.norm(end) == "هذا" or tokens.hit(end, "day", "weekday", bare=True):
        base = unit_at(tokens, end + inner) or named_day_at(tokens, end + inner) or year_at(tokens, end + inner)
        if base:
            return base[0], replace(base[1], span=tokens.span(at, base[0], hit.letters))
    facing = {"PAST_REF": "past", "PRESENT_REF": "present", "FUTURE_REF": "future"}[hit.value]
    if hit.category == "later" and tense_at(tokens, at) == "future":
        return end, TimeExpression(
            tokens.span(at, end, hit.letters), "ref", "later", value="FUTURE_REF", facing="future", tensed=True
        )
    span = tokens.span(at, end, hit.letters)
    pattern = "ref-" + facing if len(tokens.norm(at)) > 3 else "ref"
    return end, TimeExpression(span, "ref", pattern, value=hit.value, facing=facing)  # type: ignore[arg-type]


def _long_time(tokens: Tokens, at: int) -> Found | None:
    """«لفترة طويلة», «على مر السنين»: years, their number not said."""
    hit = tokens.hit(at, "long")
    if hit is None:
        return None
    span = tokens.span(at, hit.end, hit.letters)
    return hit.end, TimeExpression(span, "duration", "several", unit="Y")


def _from_before(tokens: Tokens, at: int) -> Found | None:
    """«من قبل» is "before" where a clause ends, or its verb's object stands without article; else it is "by"."""
    if tokens.norm(at) != "من" or tokens.norm(at + 1) != "قبل":
        return None
    after = tokens.norm(at + 2)
    if tokens.kind(at + 2) == "word" and after not in ("او", "لكن", "الا", "في", "ان", "بان", "عن", "علي", "كما"):
        return None
    return at + 2, TimeExpression(tokens.span(at, at + 2), "ref", "ref-past", value="PAST_REF", facing="past")


def set_at(tokens: Tokens, at: int) -> Found | None:
    """Return what repeats: «يوميا», «كل أسبوع», «الأسبوعية», «كل يوم جمعة»."""
    norm = tokens.norm(at)
    if norm in ("كل", "وكل", "بكل", "لكل") and not tokens.hit(at, "set"):
        amount = amount_at(tokens, at + 1)
        if amount and amount.count and amount.count > 1:
            return amount.end, TimeExpression(tokens.span(at, amount.end, len(norm) - 2), "set", "set", value="SET")
        unit = tokens.hit(at + 1, "unit1", "weekday?", bare=True)
        if unit is None or unit.definite:
            return None
        end = unit.end
        if tokens.hit(end, "hijri", "weekday?", "month", bare=True):
            end += 1
        return end, TimeExpression(tokens.span(at, end, len(norm) - 2), "set", "set", value="SET")
    hit = tokens.hit(at, "set")
    if hit is None or tokens.hit(hit.end, "weekday", "month", "month?", bare=True) or tokens.kind(hit.end) == "number":
        return None
    return hit.end, TimeExpression(tokens.span(at, hit.end, hit.letters), "set", "set", value="SET")


def rate_at(tokens: Tokens, at: int) -> Found | None:
    """«40 ألف لتر في اليوم», «مرتين في السنة»: how often, or how much a day."""
    unit = tokens.hit(at, "unit1", bare=True)
    if unit is None or not unit.definite or tokens.norm(at - 1) not in ("في", "ب"):
        return None
    if tokens.hit(unit.end, "facing", "facing?", "same") or tokens.norm(unit.end).startswith("ال"):
        return None
    counted = tokens.norm(at - 2) in ("مرتين", "مرات", "مره", "يومين", "رحلتين")
    number = next((n for back in (3, 4) if tokens.is_word(at - 2) and (n := tokens.number(at - back))), None)
    if not counted and (number is None or number.last != at - 2 or number.kind != "count"):
        return None
    if unit.value not in ("D", "W", "M", "Y") or (tokens.norm(at - 3) == "من" and not counted):
        return None
    return unit.end, TimeExpression(tokens.span(at - 1, unit.end), "set", "set", value="SET")


def eve_at(tokens: Tokens, at: int) -> Found | None:
    """«عشية عيد الفطر», «غداة عيد الأضحى», «ليلة العيد»: the day before or after a feast.

    Before any other event («غداة توقيع الاتفاق») the text gives no day to count from.
    """
    word = tokens.hit(at, "eve")
    feast = holiday_at(tokens, word.end) if word else None
    if word is None or feast is None:
        return None
    span = tokens.span(at, feast[0], word.letters)
    return feast[0], replace(feast[1], span=span, count=int(word.value))


def adverb_at(tokens: Tokens, at: int) -> Found | None:
    """Return a part of the day said alone: «عقد مساء», «اعتقل ليلا»."""
    hit = tokens.hit(at, "adverb", bare=True)
    if hit is None or tokens.kind(at - 1) == "number":
        return None
    if tokens.norm(at) == "مساء" and tokens.hit(at + 1, "weekday"):
        return None
    span = tokens.span(at, hit.end)
    return hit.end, TimeExpression(span, "part", "adverb", part=hit.value)  # type: ignore[arg-type]
