"""Dates without a year, and reports without a date."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hand_readings import build, reading

from tawatur.lexicon.join_words import load_join_words
from tawatur.model import DayRange, Reading, Span, When
from tawatur.stories.happenings.partial import Partial, may_be_one, partial_of, read_partial


@pytest.fixture(scope="module")
def lexicon():  # type: ignore[no-untyped-def]
    return load_join_words()


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("13 سبتمبر", Partial((9,), (13,))),
        ("سبتمبر الماضي", Partial((9,))),
        ("منتصف سبتمبر (أيلول)", Partial((9,))),
        ("حزيران/يونيو", Partial((6,))),
        ("الخميس", Partial(weekday=3)),
        ("أمس (الخميس)", Partial(weekday=3)),
        ("بين الأول من سبتمبر والأول من أكتوبر (تشرين الأول)", Partial((9, 10), (1, 1))),
        ("ما بين 7 سبتمبر و1 أكتوبر", Partial((9, 10), (7, 1))),
        ("تشرين الثاني", Partial((11,))),
        ("العام الماضي", Partial()),
        ("قبل 3 أيام", Partial()),
    ],
)
def test_what_words_tell_of_the_day(lexicon, words, expected):  # type: ignore[no-untyped-def]
    assert read_partial(words, lexicon.months, lexicon.weekdays) == expected


def test_known_days_and_partial_ones_are_compared():  # type: ignore[no-untyped-def]
    exact = partial_of(DayRange(date(2023, 9, 13), date(2023, 9, 13)))
    assert may_be_one(exact, Partial((9,), (13,)))
    assert may_be_one(exact, Partial((9,)))
    assert may_be_one(exact, Partial(weekday=2))
    assert not may_be_one(exact, Partial((9,), (14,)))
    assert not may_be_one(exact, Partial((10,)))
    assert not may_be_one(exact, Partial(weekday=3))
    assert partial_of(DayRange(date(2022, 12, 20), date(2023, 1, 5))).months == (12, 1)
    assert not partial_of(DayRange()).known


def met(
    ident: str, when: str | None, *, day: str | None, place: str = "الرباط", known: tuple[str, str] | None = None
) -> Reading:
    text = f"التقى سالم العمري هشام الفاسي في {place} {when or ''}."
    built = reading(
        ident,
        text,
        day=day,
        names={
            "سالم العمري": ("PER", "salem", "JO"),
            "هشام الفاسي": ("PER", "hisham", "MA"),
            place: ("GPE", place, "gpe:GN" + str(len(place))),
        },
        times={when: known} if when and known else {},
        events=[{"trigger": "التقى", "type": "CONSULT", "actors": ["سالم العمري", "هشام الفاسي"], "place": place}],
    )
    if when is None or known:
        return built
    start = text.index(when)
    span = built.events[0].trigger.__class__(start, start + len(when))
    time = When(span, None, "day", None, None, "published")
    article = built.article
    event = built.events[0]
    event = type(event)(
        event.sentence, event.trigger, event.type, None, event.status, event.actors, event.recipients, event.place, span
    )
    return Reading(article, built.sentences, built.names, built.entities, (time,), (), (), (event,))


@pytest.mark.parametrize(
    ("one", "other", "joined"),
    [
        (met("a1", "13 سبتمبر", day=None), met("a2", "سبتمبر الماضي", day=None), True),
        (met("a1", "13 سبتمبر", day=None), met("a2", "14 سبتمبر", day=None), False),
        (met("a1", "13 سبتمبر", day=None), met("a2", "في يوليو", day=None), False),
        (met("a1", "الخميس", day=None), met("a2", "الجمعة", day=None), False),
        (met("a1", None, day=None), met("a2", "13 سبتمبر", day=None), True),
        (met("a1", None, day=None), met("a2", None, day=None, place="الدار البيضاء"), False),
        (
            met("a1", None, day="2024-09-14"),
            met("a2", "يوليو 2023", day="2023-07-28", known=("2023-07-01", "2023-07-31")),
            False,
        ),
        (
            met("a1", None, day="2023-07-20"),
            met("a2", "يوليو 2023", day="2023-07-28", known=("2023-07-01", "2023-07-31")),
            True,
        ),
        (met("a1", None, day="2024-09-14"), met("a2", None, day="2022-09-14"), False),
    ],
)
def test_reports_without_a_full_date_join_only_what_fits(lexicon, one, other, joined):  # type: ignore[no-untyped-def]
    assert (len(build(lexicon, one, other).happenings) == 1) is joined


def test_an_attack_of_this_week_is_not_the_one_claimed_in_august(lexicon):  # type: ignore[no-untyped-def]
    text = (
        "أعلنت جبهة الفجر مسؤوليتها عن الهجوم الذي وقع الخميس في كسلا. "
        "وفي منتصف أغسطس، أعلنت جبهة الفجر مسؤوليتها عن هجوم بقنبلة في سوق."
    )
    claim = "مسؤوليتها عن هجوم بقنبلة في سوق"
    first = "مسؤوليتها عن الهجوم الذي وقع الخميس في كسلا"
    one = reading(
        "a1",
        text,
        names={"جبهة الفجر": ("ORG", "fajr", None), "كسلا": ("GPE", "kassala", "gpe:GN371760")},
        statements=[
            {"content": first, "holder": "جبهة الفجر", "cue": "أعلنت", "speaker": "fajr"},
            {"content": claim, "cue": "أعلنت", "speaker": "fajr"},
        ],
        events=[
            {"trigger": "الهجوم", "type": "ASSAULT", "actors": ["جبهة الفجر"], "place": "كسلا", "status": "alleged"},
            {"trigger": "هجوم", "nth": 1, "type": "ASSAULT", "actors": ["جبهة الفجر"], "status": "alleged"},
        ],
    )
    times = tuple(
        When(Span(text.index(words), text.index(words) + len(words)), None, kind, None, None, "published")
        for words, kind in (("الخميس", "day"), ("منتصف أغسطس", "month"))
    )
    events = (replace(one.events[0], time=times[0].span), one.events[1])
    assert len(build(lexicon, replace(one, times=times, events=events)).happenings) == 2
