"""Find the time expressions of a text: at each word the longest reading of the rules wins; no date is needed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import lru_cache

from tawatur.lexicon.time_words import TimeLexicon
from tawatur.text.number_words import number_terms, ordinal_value
from tawatur.text.prepared import Prepared
from tawatur.timex.amounts import relative_at
from tawatur.timex.clock import clock_at, day_with_hour_at
from tawatur.timex.dates import Found, date_at, hijri_at, month_date_at, year_at
from tawatur.timex.days import bare_part_at, day_level_at
from tawatur.timex.expressions import TimeExpression
from tawatur.timex.intervals import day_list_at, interval_at
from tawatur.timex.loose import (
    adverb_at,
    bare_year_at,
    decade_at,
    eve_at,
    fraction_at,
    holiday_at,
    phased_at,
    rate_at,
    season_at,
    set_at,
    vague_at,
    weekend_at,
)
from tawatur.timex.numeric import numeric_at
from tawatur.timex.tense import tense_at
from tawatur.timex.tokens import Tokens
from tawatur.timex.units import rest_at, unit_at

_Rule = Callable[[Tokens, int], Found | None]
# In order of preference where two readings end at the same word.
SINGLE: tuple[_Rule, ...] = (
    rate_at, day_with_hour_at, clock_at, day_level_at, numeric_at, date_at, hijri_at, month_date_at, phased_at, year_at,
    fraction_at, weekend_at, unit_at, rest_at, decade_at, season_at, holiday_at, set_at, vague_at, relative_at,
    bare_year_at, adverb_at, bare_part_at, eve_at,
)  # fmt: skip


def single_at(tokens: Tokens, at: int) -> Found | None:
    """Return the longest expression that starts at a word, intervals and lists aside."""
    best: Found | None = None
    for rule in SINGLE:
        found = rule(tokens, at)
        if found and (best is None or found[0] > best[0]):
            best = found
    return best


def find_expressions(prepared: Prepared, lexicon: TimeLexicon) -> tuple[TimeExpression, ...]:
    """Return the time expressions of a text in order, none overlapping, nothing anchored.

    See timex/expressions.py for what they hold and timex/resolve.py for their values. Linear in the text's length.
    """
    found: list[TimeExpression] = []
    for sentence in prepared.sentences:
        words = prepared.sentence_words(sentence.index)
        found.extend(_in_sentence(Tokens(words, lexicon)))
    return tuple(_shared_qualifiers(prepared.text, found))


def _shared_qualifiers(text: str, found: list[TimeExpression]) -> Iterator[TimeExpression]:
    """«الأربعاء والخميس المقبلين», «في سبتمبر أو أكتوبر المقبلين»: the qualifier at the end holds for both."""
    for place, expression in enumerate(found):
        after = found[place + 1] if place + 1 < len(found) else None
        shares = after is not None and after.strict and expression.kind == after.kind and not expression.strict
        if after is None or not shares or expression.kind not in ("weekday", "date") or expression.year is not None:
            yield expression
        elif text[expression.span.end : after.span.start].strip() in ("و", "أو", "او"):
            yield replace(expression, facing=after.facing, strict=True, tensed=False)
        else:
            yield expression


def _in_sentence(tokens: Tokens) -> Iterator[TimeExpression]:
    at = 0
    known: dict[int, Found | None] = {}

    def single(_: Tokens, place: int) -> Found | None:
        """Read each place once: intervals ask for the same ends again."""
        if place not in known:
            known[place] = single_at(tokens, place)
        return known[place]

    while at < len(tokens):
        if tokens.kind(at) == "mark" or not (tokens.hits(at) or _may_start(tokens, at)):
            at += 1
            continue
        many = day_list_at(tokens, at)
        if many:
            at = many[0]
            yield from many[1]
            continue
        found = interval_at(tokens, at, single) or single(tokens, at)
        if found is None:
            at += 1
            continue
        if not _is_name(tokens, at, found[1]):
            yield _tensed(tokens, at, found[1])
        at = max(found[0], at + 1)


def _is_name(tokens: Tokens, at: int, found: TimeExpression) -> bool:
    """Tell whether a day without a year names what stands before it («قصر 22 مايو», «قوى 14 آذار»)."""
    if found.kind != "date" or found.day is None or found.year is not None or found.facing is not None:
        return False
    return at > 0 and tokens.norm(at - 1).lstrip("وبلف") in tokens.sets["named-by-day"]


def _may_start(tokens: Tokens, at: int) -> bool:
    """Tell whether a word that is no term can start an expression: a number, an ordinal, «من», «بين», «كل»."""
    return tokens.kind(at) == "number" or _starts(tokens.norm(at))


@lru_cache(maxsize=65536)
def _starts(norm: str) -> bool:
    return bool(number_terms(norm)) or ordinal_value(norm) is not None or norm.lstrip("و") in _STARTS


_STARTS = frozenset(
    {
        "من",
        "بين",
        "ما",
        "كل",
        "بكل",
        "لكل",
        "ال",
        "الواحده",
        "الربع",
        "النصف",
        "الثلث",
        "الثلاثي",
        "السداسي",
        "بالنصف",
        "الفتره",
        "باقي",
        "بقيه",
    }
)


def _tensed(tokens: Tokens, at: int, expression: TimeExpression) -> TimeExpression:
    """Give an expression whose own words do not say how it faces the tense of its clause."""
    if expression.facing is not None or expression.kind not in (
        "weekday",
        "date",
        "part",
        "clock",
        "ref",
        "holiday",
        "weekend",
        "season",
    ):
        return expression
    if expression.kind == "date" and expression.year is not None:
        return expression
    facing = tense_at(tokens, at)
    if facing is None or (expression.kind == "season" and (facing == "past" or expression.unit or expression.year)):
        return expression
    parts = tuple(replace(p, facing=facing, tensed=True) if p.facing is None else p for p in expression.parts)
    return replace(expression, facing=facing, tensed=True, parts=parts)
