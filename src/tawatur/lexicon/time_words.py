"""Words of time: months in every tradition, weekdays, units, parts of the day, relative words.

Categories of data/time_words.tsv (values in brackets):
    month, month?, month?? (1-12; ? needs a sign that a month is meant, ?? needs a day or year beside it), hijri (1-12),
    weekday, weekday? (0 Monday - 6 Sunday; ? counts after «يوم» and «كل» only), unit1, unit2, unit3 (singular, dual,
    plural of S, TM minute, H, D, W, M, Y, DE decade, CE century), season (SU, WI, SP, FA), part (MO, AF, EV, NI),
    ampm, adverb (a part as «مساء»), day (days from today), night, decade (the decade's two digits), facing, facing?
    (past, future, present, next, rest), this, same, phase (start, middle, end), ref, set, holiday, weekend, era, later,
    long, prefix (before, since, after, during), about, several, adjective.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from tawatur.lexicon.tables import read_table
from tawatur.text.fold import fold


@dataclass(frozen=True, slots=True)
class TimeTerm:
    """A word or phrase of time: the folded words after its first, its category and value."""

    rest: tuple[str, ...]
    category: str
    value: str


@dataclass(frozen=True, slots=True, eq=False)
class TimeLexicon:
    """What timex knows of words: terms by their first folded word, longest first; observed days of feasts; word sets.

    `sets` holds the words around an expression that decide how it is read (data/time_context.tsv), by name.
    """

    terms: Mapping[str, tuple[TimeTerm, ...]]
    observed: Mapping[tuple[str, int], date] = field(default_factory=dict)
    sets: Mapping[str, frozenset[str]] = field(default_factory=dict)


def load_time_words() -> TimeLexicon:
    """Build the lexicon from data/time_words.tsv, data/time_observed.tsv and data/time_context.tsv."""
    terms: dict[str, list[TimeTerm]] = {}
    for forms, category, value in read_table("time_words.tsv", 3):
        for form in forms.split("|"):
            first, *rest = fold(form).split()
            term = TimeTerm(tuple(rest), category, value)
            if term not in terms.setdefault(first, []):
                terms[first].append(term)
    ordered = {first: tuple(sorted(found, key=lambda t: -len(t.rest))) for first, found in terms.items()}
    observed = {}
    for holiday, written in read_table("time_observed.tsv", 2):
        day = date.fromisoformat(written)
        observed[holiday, day.year] = day
    sets: dict[str, frozenset[str]] = {}
    for name, words in read_table("time_context.tsv", 2):
        sets[name] = sets.get(name, frozenset()) | frozenset(fold(words).split())
    return TimeLexicon(ordered, observed, sets)
