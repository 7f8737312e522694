"""Calendar units by their place: «الشهر الماضي», «هذا الأسبوع», «العام قبل الماضي», «بقية الأسبوع», «اليوم نفسه»."""

from __future__ import annotations

from dataclasses import dataclass

from tawatur.timex.dates import BARE_YEARS, Found, facing_after
from tawatur.timex.expressions import Facing, Kind, TimeExpression, Unit
from tawatur.timex.tokens import Hit, Tokens

# «الشهر الذي سبقه», «العام الذي تلاه»
_CLAUSES = {"سبقه": -1, "سبقها": -1, "قبله": -1, "قبلها": -1, "تلاه": 1, "يليه": 1, "تلاها": 1, "يليها": 1}
_SIGN = {"past": -1, "present": 0, "future": 1}


def unit_at(tokens: Tokens, at: int) -> Found | None:
    """Return a calendar unit by its place: «الشهر الماضي», «هذا الأسبوع», «أواخر العام المقبل», «اليوم نفسه»."""
    found = _named(tokens, at)
    if found is None or tokens.norm(at - 1) in ("مثل", "بمثل"):
        return None
    end = found.unit.end + (tokens.norm(found.unit.end) in tokens.sets["unit-adjective"])
    if found.this is not None:
        return _after_demonstrative(tokens, found, end)
    after = facing_after(tokens, end)
    if after:
        return _with_year(tokens, found, after[0], after[1])
    if tokens.norm(end) in ("قبل", "بعد"):
        return _before_last(tokens, found, end + 1)
    if tokens.hit(end, "same", bare=True):
        return _same(tokens, found, end + 1)
    if found.phase and found.unit.value in ("W", "M", "Y") and not tokens.hit(end, "facing?", bare=True):
        return _placed(tokens, found, end, "present")  # «بحلول نهاية العام»
    return _beside_context(tokens, found, end)


@dataclass(frozen=True, slots=True)
class _Named:
    """A definite unit with what stands before it: where it starts, clitic letters, phase, demonstrative."""

    start: int
    letters: int
    phase: str | None
    this: Hit | None
    unit: Hit


def _named(tokens: Tokens, at: int) -> _Named | None:
    start, phase, letters = at, None, 0
    lead = tokens.hit(at, "phase")
    if lead and not lead.definite:
        phase, letters, at = lead.value, lead.letters, lead.end
    this = tokens.hit(at, "this")
    if this:
        letters, at = (letters if phase else this.letters), at + 1
    unit = tokens.hit(at, "unit1", "season")
    if unit is None or (at > start and unit.letters) or not unit.definite:
        return None
    if unit.value == "D" and tokens.hit(unit.end, "weekday", bare=True):
        return None
    return _Named(start, letters if at > start else unit.letters, phase, this, unit)


def _after_demonstrative(tokens: Tokens, found: _Named, end: int) -> Found | None:
    """«هذا العام»; «ذلك العام», «نفس اليوم» is the one spoken of; «جرى ذلك الشهر الماضي» is no demonstrative."""
    assert found.this is not None
    if found.this.value == "present":
        return _with_year(tokens, found, end, "present")
    pronoun = tokens.norm(found.unit.end - 2).lstrip("وبفل") in ("ذلك", "تلك", "ذاك")
    return None if pronoun and facing_after(tokens, end) else _same(tokens, found, end)


def _same(tokens: Tokens, found: _Named, end: int) -> Found | None:
    if found.unit.category != "unit1":
        return None
    span = tokens.span(found.start, end, found.letters)
    return end, TimeExpression(span, "same", "same", unit=_unit(found.unit.value))


def _before_last(tokens: Tokens, found: _Named, end: int) -> Found | None:
    """«الأسبوع قبل الماضي», «الأسبوع بعد المقبل»."""
    after = facing_after(tokens, end)
    side = {"قبل": "past", "بعد": "future"}[tokens.norm(end - 1)]
    if after is None or after[1] != side or found.unit.value not in ("W", "M", "Y"):
        return None
    span, unit = tokens.span(found.start, after[0], found.letters), _unit(found.unit.value)
    return after[0], TimeExpression(
        span,
        "unit",
        "unit",
        unit=unit,
        count=-2 if side == "past" else 2,
        facing=after[1],
        phase=found.phase,  # type: ignore[arg-type]
    )


def _with_year(tokens: Tokens, found: _Named, end: int, facing: Facing) -> Found | None:
    """«العام الماضي 2014م» says the year twice."""
    year = tokens.digits(end) if found.unit.value == "Y" else None
    if year is None or year not in BARE_YEARS:
        return _placed(tokens, found, end, facing)
    end += 1 + (tokens.norm(end + 1) == "م" and tokens.glued(end + 1))
    return end, TimeExpression(tokens.span(found.start, end, found.letters), "date", "year", year=year)


def _placed(tokens: Tokens, found: _Named, end: int, facing: Facing) -> Found | None:
    span, value = tokens.span(found.start, end, found.letters), found.unit.value
    count = _SIGN[facing]
    if found.unit.category == "season":
        return end, TimeExpression(span, "season", "season", season=value, count=count, facing=facing)
    if value in ("H", "TM", "S"):
        return None
    kind: Kind = "day" if value == "D" else "unit"
    return end, TimeExpression(
        span, kind, "unit", unit=_unit(value), count=count, facing=facing, phase=found.phase,  # type: ignore[arg-type]
    )  # fmt: skip


def _beside_context(tokens: Tokens, found: _Named, end: int) -> Found | None:
    """«اليوم التالي», «العام السابق»: the unit after or before the one last spoken of."""
    count = _CLAUSES.get(tokens.norm(end + 1)) if tokens.norm(end) in ("الذي", "التي") else None
    if count is not None and found.unit.value in ("D", "W", "M", "Y"):
        span = tokens.span(found.start, end + 2, found.letters)
        return end + 2, TimeExpression(span, "same", "same", unit=_unit(found.unit.value), count=count)
    hit = tokens.hit(end, "facing?", bare=True)
    if hit is None or found.unit.value not in ("D", "W", "M", "Y") or tokens.norm(end) in ("الاخير", "الاخيره"):
        return None
    count = 1 if hit.value == "next" else -1
    span = tokens.span(found.start, hit.end, found.letters)
    return hit.end, TimeExpression(span, "same", "same", unit=_unit(found.unit.value), count=count)


def rest_at(tokens: Tokens, at: int) -> Found | None:
    """«بقية الأسبوع», «باقي العام»: from the publication day to the unit's end."""
    norm = tokens.norm(at)
    if norm.lstrip("ولب") not in ("اقي", "قيه", "باقي", "بقيه") or not norm.endswith(("باقي", "بقيه")):
        return None
    unit = unit_at(tokens, at + 1)
    hit = tokens.hit(at + 1, "unit1", bare=True)
    if unit is None and (hit is None or not hit.definite or hit.value not in ("W", "M", "Y")):
        return None
    end = unit[0] if unit else at + 2
    if unit and (unit[1].kind != "unit" or unit[1].count != 0):
        return None
    value = unit[1].unit if unit else hit.value if hit else "W"
    span = tokens.span(at, end)
    return end, TimeExpression(span, "stretch", "rest", unit=_unit(value or "W"), facing="present")


def _unit(value: str) -> Unit:
    return value  # type: ignore[return-value]
