"""Counted units of time: durations, «قبل ثلاثة أيام», «اليومين الماضيين»."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tawatur.model import Span
from tawatur.timex.dates import Found, facing_after
from tawatur.timex.expressions import Facing, TimeExpression, Unit
from tawatur.timex.tokens import Tokens

# «4 آلاف ساعة» of film are counted, not a stretch of time.
LONGEST = 1000
# What makes a number of years an age, looked for just before the number or after the unit.
_PARTS = {"ونصف": 0.5, "وربع": 0.25, "وثلث": 1 / 3}
_AGE_AFTER = frozenset(["عمره", "عمرها", "عمر"])


@dataclass(frozen=True, slots=True)
class _Amount:
    """A counted unit: [first, end) of its words, clitic letters, count (None: several), unit."""

    end: int
    letters: int
    count: float | None
    unit: Unit
    definite: bool
    bare: bool = False
    adjective: str = ""


def amount_at(tokens: Tokens, at: int) -> _Amount | None:
    """Return a counted unit of time: «ثلاثة أيام», «18 شهرا», «ساعتين», «عدة أسابيع», «سنوات», «عام ونصف»."""
    return _counted(tokens, at) or _uncounted(tokens, at)


def _counted(tokens: Tokens, at: int) -> _Amount | None:
    start = at
    if tokens.norm(at) == "ال" and tokens.kind(at + 1) == "number":
        at += 1
    number = tokens.number(at)
    if number is None:
        several = tokens.hit(at, "several")
        if several is None:
            return None
        unit = tokens.hit(several.end, "unit3", "unit1", bare=True)
        return _Amount(unit.end, several.letters, None, _unit(unit.value), unit.definite) if unit else None
    unit = tokens.hit(number.last, "unit1", "unit3", bare=True)
    if unit is None or (number.value > 10**4 and number.kind == "count") or (number.definite and number.value == 100):
        return None
    letters = next((n for n in range(3) if tokens.words[at].cut(n) == number.span.start), 0) if at == start else 0
    count = None if number.kind in ("vague", "few") else number.value
    end, count = _and_half(tokens, unit.end, count, unit.value)
    definite = unit.definite or at > start or number.definite
    return _Amount(end, letters, count, _unit(unit.value), definite)


def _uncounted(tokens: Tokens, at: int) -> _Amount | None:
    hit = tokens.hit(at, "unit2", "unit3", "unit1")
    if hit is None:
        return None
    if hit.category == "unit2":
        if tokens.norm(at).endswith("ي") and not hit.definite:
            return None
        end, count = _and_half(tokens, hit.end, 2, hit.value)
        return _Amount(end, hit.letters, count, _unit(hit.value), hit.definite)
    end, count, bare = hit.end, None if hit.category == "unit3" else 1.0, True
    number = tokens.number(end) if tokens.is_word(end) and hit.definite else None
    figures = tokens.digits(end) if hit.definite and hit.category == "unit3" else None
    if figures and figures < LONGEST and tokens.hit(end + 1, "facing", "facing?", bare=True):
        return _Amount(end + 1, hit.letters, float(figures), _unit(hit.value), True)
    if number and number.kind == "count" and number.definite and hit.category == "unit3":
        return _Amount(number.last, hit.letters, number.value, _unit(hit.value), True)
    if hit.category == "unit1":
        if tokens.norm(end) in ("واحد", "واحده", "واحدا"):
            return _Amount(end + 1, hit.letters, 1, _unit(hit.value), hit.definite)
        if tokens.norm(end) in ("كامل", "كامله", "كاملا"):
            return _Amount(end + 1, hit.letters, 1, _unit(hit.value), hit.definite)
        end, count = _and_half(tokens, end, 1.0, hit.value)
        return _Amount(end, hit.letters, count, _unit(hit.value), hit.definite, bare=count == 1.0)
    adjective = tokens.hit(end, "adjective", bare=True)
    if adjective:
        end = adjective.end
    value = (adjective.value or "adjective") if adjective else ""
    return _Amount(end, hit.letters, count, _unit(hit.value), hit.definite, bare, value)


def _and_half(tokens: Tokens, at: int, count: float | None, unit: str) -> tuple[int, float | None]:
    norm = tokens.norm(at)
    if count is None or unit not in ("Y", "M", "H", "W", "D", "CE"):
        return at, count
    if norm in ("ونيف", "ونيفا"):
        return at + 1, count
    part = _PARTS.get(norm.rstrip("ا"), 0) if unit == "H" or norm.startswith("ونصف") else 0
    if not part:
        return at, count
    again = tokens.hit(at + 1, "unit1", bare=True)  # «ساعة ونصف الساعة»
    return (again.end if again and again.definite and again.value == unit else at + 1), count + part


def _unit(value: str) -> Unit:
    return value  # type: ignore[return-value]


def is_age(tokens: Tokens, first: int, end: int) -> bool:
    """Tell whether a number of years says how old somebody is: «(63 عاما)», «البالغ 44 عاما», «عن 16 عاما»."""
    before = tokens.norm(first - 1)
    if (
        before in tokens.sets["age-before"]
        or tokens.norm(first - 2) in tokens.sets["age-before"]
        or tokens.norm(end) in _AGE_AFTER
    ):
        return True
    if tokens.norm(first - 3) in ("اعمارهم", "اعمارهن", "عمره", "عمرها") or tokens.norm(end + 1) == "العمر":
        return True
    closes = tokens.norm(end) in (")", "،", ",", "]", '"', "”", "»")
    return closes and before in ("(", "،", ",", "[", '"', "“", "«") and tokens.kind(first) == "number"


def relative_at(tokens: Tokens, at: int) -> Found | None:
    """Return an expression of counted units with its preposition, if the preposition belongs to it."""
    start, prefix, letters = at, "", 0
    lead = tokens.hit(at, "prefix")
    if lead and not (lead.clitics and set(lead.clitics) - set("وفبل")):
        prefix, at, letters = lead.value, lead.end, lead.letters
        if tokens.norm(lead.end - 1) == "من" and lead.value == "since":
            return None
    about = tokens.hit(at, "about")
    about_at = at
    if about and (at == start or not about.letters):
        at = about.end
    amount = amount_at(tokens, at)
    if amount is None or (at > start and amount.letters) or (amount.count or 0) >= LONGEST:
        return None
    if tokens.kind(at - 1) == "number" and at == start and tokens.hit(at, "several"):
        return None  # «4 آلاف ساعة»: the second half of a number
    if amount.bare and amount.definite and amount.count == 1:
        return _whole(tokens, start, amount)
    if amount.bare and not _stands_alone(tokens, at, amount, led=bool(prefix or about)):
        return None
    if is_age(tokens, at, amount.end) and amount.unit in ("Y", "M", "D") and not prefix:
        return None
    first = start if prefix in ("before", "since") or (prefix == "during" and _spans(tokens, start)) else about_at
    if first == about_at and first != start:
        letters = about.letters if about else (amount.letters if at == first else 0)
    elif not prefix:
        letters = about.letters if about else amount.letters
    return _facing_amount(tokens, start, first, letters, prefix, amount)


def _whole(tokens: Tokens, start: int, amount: _Amount) -> Found | None:
    """«طوال العام», «طيلة اليوم» last the whole unit."""
    if tokens.norm(start).lstrip("و") not in ("طوال", "طيله") or facing_after(tokens, amount.end):
        return None
    span = tokens.span(start + 1, amount.end)
    return amount.end, TimeExpression(span, "duration", "duration", unit=amount.unit, count=1)


def _stands_alone(tokens: Tokens, at: int, amount: _Amount, *, led: bool) -> bool:
    """Tell whether an uncounted unit is a length of time: «استمرت أسابيع», «منذ عام», not «عام 2011», «أيام الذكرى»."""
    end = amount.end
    if tokens.kind(end) == "number" or tokens.hit(
        end, "holiday", "hijri", "month", "month?", "weekday", "weekday?", bare=True
    ):
        return False
    if amount.count == 1:
        if amount.unit in ("H", "DE") and tokens.is_word(end) and tokens.norm(end) not in tokens.sets["after-length"]:
            return False  # «خلال عقد شراكات», «منذ ساعة قدومهم»
        more = tokens.norm(end).startswith("و") and not amount.definite and _counted(tokens, end)
        if more and more.count and more.unit not in (amount.unit, "D", "H"):
            return True
        silence = amount.unit == "TM" and tokens.norm(end) in ("صمت", "حداد", "حدادا")
        return (
            led
            or silence
            or (amount.unit in ("W", "M") and tokens.norm(at - 1) == "في" and not tokens.is_word(end))
            or tokens.norm(at - 1)
            in (
                "ذلك",
                "يستمر",
                "سيستمر",
                "تستمر",
                "ستستمر",
                "استمر",
                "استمرت",
                "تمتد",
                "يمتد",
            )
        )
    after = tokens.norm(end)
    return bool(
        led or amount.adjective or amount.unit != "D" or not tokens.is_word(end) or after in tokens.sets["after-length"]
    )


def _spans(tokens: Tokens, at: int) -> bool:
    return tokens.norm(at) in ("علي", "وعلي")


def _facing_amount(tokens: Tokens, start: int, first: int, letters: int, prefix: str, amount: _Amount) -> Found | None:
    end = amount.end
    after = facing_after(tokens, end)
    rest = tokens.hit(end, "facing?", bare=True) or tokens.hit(end, "facing", bare=True)
    span = tokens.span(first, end, letters)
    base = TimeExpression(span, "duration", "duration", unit=amount.unit, count=amount.count)
    if tokens.norm(end) == "من" and tokens.norm(end + 1) == "الان":
        end += 2
        base = replace(base, span=tokens.span(first, end, letters))
    if amount.definite and amount.count != 1 and (after or rest):
        facing = after[1] if after else ("past" if rest and rest.value == "past" else None)
        close = after[0] if after else (rest.end if rest else end)
        return _stretch(tokens, first, close, letters, amount, facing)
    if prefix == "before":
        return _before(tokens, start, end, base, amount)
    if prefix == "since":
        if tokens.norm(end) in ("مضت", "خلت") and amount.count is not None:
            span = tokens.span(first, end + 1, letters)
            return end + 1, replace(base, span=span, kind="offset", count=-amount.count, facing="past", pattern="ago")
        return end, replace(base, facing="past", pattern="since")
    if amount.bare and amount.count == 1 and amount.definite:
        return None
    if prefix in ("", "during", "since", "after") and amount.count and not amount.definite:
        base, end = _with_smaller(tokens, base, end)
    if amount.definite and not prefix and (amount.bare or amount.count is not None):
        return None
    return end, replace(base, pattern="after" if prefix == "after" else "duration" if amount.count else "several")


def _with_smaller(tokens: Tokens, base: TimeExpression, end: int) -> tuple[TimeExpression, int]:
    """Add a smaller unit joined by «و»: «سنة وستة أشهر», «عام واحد و21 يوما»."""
    at = end + (tokens.norm(end) == "و")
    if at == end and not tokens.norm(end).startswith("و"):
        return base, end
    amount = amount_at(tokens, at)
    order = ("CE", "DE", "Y", "M", "W", "D", "H", "TM", "S")
    if amount is None or amount.definite or amount.count is None or base.unit is None:
        return base, end
    if order.index(amount.unit) <= order.index(base.unit) or (
        amount.bare and amount.letters != 1 and tokens.norm(end) != "و"
    ):
        return base, end
    span = Span(base.span.start, tokens.words[amount.end - 1].span.end)
    second = TimeExpression(tokens.span(at, amount.end), "duration", "duration", unit=amount.unit, count=amount.count)
    more, last = _with_smaller(tokens, replace(second, span=span), amount.end)
    return replace(base, span=more.span, parts=(second, *more.parts)), last


def _before(tokens: Tokens, start: int, end: int, base: TimeExpression, amount: _Amount) -> Found | None:
    """«قبل أسبوعين» is a day, «قبل أيام» the past; «قبل يوم واحد من العملية» a duration."""
    if amount.definite:
        return None
    event = tokens.norm(end) == "من" or (tokens.norm(end) == "علي" and amount.unit == "H")
    if event and tokens.norm(end - 1) != "الان":
        return end, replace(base, pattern="before-event")
    if amount.count is None:
        return end, replace(base, kind="ref", value="PAST_REF", facing="past", pattern="ago-vague")
    return end, replace(base, kind="offset", count=-amount.count, facing="past", pattern="ago")


def _stretch(
    tokens: Tokens, first: int, end: int, letters: int, amount: _Amount, facing: Facing | None
) -> Found | None:
    span = tokens.span(first, end, letters)
    if amount.count is None:
        if facing is None or facing == "present":
            return None
        value = "PAST_REF" if facing == "past" else "FUTURE_REF"
        return end, TimeExpression(span, "ref", "stretch-vague", value=value, facing=facing)
    if facing is None:
        return end, TimeExpression(span, "duration", "duration", unit=amount.unit, count=amount.count)
    return end, TimeExpression(span, "stretch", "stretch", unit=amount.unit, count=amount.count, facing=facing)
