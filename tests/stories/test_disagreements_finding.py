"""Values that cannot both hold, and those that only look so."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hand_readings import build, reading

from tawatur.lexicon.join_words import load_join_words
from tawatur.model import Anchor, Comparator, DayRange, Measure, Reading, Stories
from tawatur.stories.disagreements.values import can_both_hold, days_can_both_hold


@pytest.fixture(scope="module")
def lexicon():  # type: ignore[no-untyped-def]
    return load_join_words()


def measure(value: Any, comparator: Comparator) -> Measure:
    return Measure("killed", value, comparator, None, Anchor("a", 0, 1, "س"))


@pytest.mark.parametrize(
    ("one", "other", "both"),
    [
        ((14, "="), (15, "="), False),
        ((14, "="), (14, "="), True),
        ((1000, ">"), (1100, "="), True),
        ((1000, ">"), (900, "="), False),
        (((10, 20), "="), (15, "="), True),
        (((10, 20), "="), (25, "="), False),
        ((100, "~"), (95, "="), True),
        ((100, "~"), (150, "="), False),
        ((50, "<"), (40, "="), True),
        ((50, "<"), (60, "="), False),
        ((14, ">="), (14, "="), True),
        ((10, ">"), (20, ">"), True),
    ],
)
def test_which_numbers_can_both_hold(one, other, both):  # type: ignore[no-untyped-def]
    assert can_both_hold(measure(*one), measure(*other)) is both
    assert can_both_hold(measure(*other), measure(*one)) is both


def days(first: str, last: str) -> DayRange:
    return DayRange(date.fromisoformat(first), date.fromisoformat(last))


def test_which_days_can_both_hold():  # type: ignore[no-untyped-def]
    month, day = days("2023-09-01", "2023-09-30"), days("2023-09-13", "2023-09-13")
    assert days_can_both_hold(month, day, extents=False)
    assert not days_can_both_hold(day, days("2023-09-14", "2023-09-14"), extents=False)
    assert not days_can_both_hold(days("2023-09-01", "2023-10-01"), days("2023-09-07", "2023-10-01"), extents=True)
    assert days_can_both_hold(month, month, extents=True)
    assert days_can_both_hold(DayRange(None, date(2023, 9, 1)), day, extents=False) is False
    assert days_can_both_hold(DayRange(), day, extents=False)


def toll(
    ident: str,
    told: str,
    figures: dict[str, tuple[Any, str, str | None]],
    *,
    who: str = "سالم العمري",
    key: str = "salem",
    day: str = "2023-05-07",
    via: str | None = None,
) -> Reading:
    content = f"هجوم السبت في كسلا أسفر عن {told}"
    lead = f"قال {who} لصحيفة {via}" if via else f"قال {who}"
    return reading(
        ident,
        f"{lead} إن {content}.",
        day=day,
        outlet="جريدة " + ident,
        names={"كسلا": ("GPE", "kassala", "gpe:GN371760"), who: ("PER", key, None)},
        times={"السبت": ("2023-05-06", "2023-05-06")},
        figures=figures,
        statements=[
            {
                "content": content,
                "holder": who,
                "cue": "قال",
                "speaker": key,
                "via": [via] if via else [],
            }
        ],
        events=[
            {
                "trigger": "هجوم",
                "type": "ASSAULT",
                "place": "كسلا",
                "time": "السبت",
                "figures": list(figures),
            }
        ],
    )


def found(stories: Stories) -> list[tuple[str, str, str]]:
    (happening,) = stories.happenings
    return [(d.kind, d.attribute, d.what) for d in happening.disagreements]


TWO = {"who": "رائد الخطيب", "key": "raed"}


@pytest.mark.parametrize(
    ("one", "other", "change", "expected"),
    [
        (
            ("مقتل 14 شخصا", {"14 شخصا": (14, "=", "شخصا")}),
            ("مقتل 15 شخصا", {"15 شخصا": (15, "=", "شخصا")}),
            TWO,
            ["sources"],
        ),
        (
            ("مقتل 14 شخصا", {"14 شخصا": (14, "=", "شخصا")}),
            ("مقتل 15 شخصا", {"15 شخصا": (15, "=", "شخصا")}),
            {},
            ["transmission"],
        ),
        (
            ("مقتل 14 شخصا", {"14 شخصا": (14, "=", "شخصا")}),
            ("مقتل 15 شخصا", {"15 شخصا": (15, "=", "شخصا")}),
            {"day": "2023-05-08"},
            ["update"],
        ),
        (
            ("مقتل 15 شخصا", {"15 شخصا": (15, "=", "شخصا")}),
            ("مقتل 14 شخصا", {"14 شخصا": (14, "=", "شخصا")}),
            {"day": "2023-05-08"},
            ["transmission"],
        ),
        (
            ("14 قتيلا", {"14 قتيلا": (14, "=", "قتيلا")}),
            ("مقتل أربعة عشر شخصا", {"أربعة عشر شخصا": (14, "=", "شخصا")}),
            TWO,
            [],
        ),
        (
            ("مقتل 14 شخصا", {"14 شخصا": (14, "=", "شخصا")}),
            ("إصابة 20 شخصا", {"20 شخصا": (20, "=", "شخصا")}),
            TWO,
            [],
        ),
        (
            ("مقتل 14 شخصا", {"14 شخصا": (14, "=", "شخصا")}),
            ("مقتل 5 جنود", {"5 جنود": (5, "=", "جنود")}),
            TWO,
            [],
        ),
        (
            ("مقتل 14 شخصا", {"14 شخصا": (14, "=", "شخصا")}),
            ("قتلى بينهم 3 أشخاص", {"3 أشخاص": (3, "=", "أشخاص")}),
            TWO,
            [],
        ),
        (
            ("مقتل أكثر من عشرة أشخاص", {"أكثر من عشرة أشخاص": (10, ">", "أشخاص")}),
            ("مقتل 14 شخصا", {"14 شخصا": (14, "=", "شخصا")}),
            TWO,
            [],
        ),
    ],
)
def test_kinds_of_disagreement(lexicon, one, other, change, expected):  # type: ignore[no-untyped-def]
    stories = build(lexicon, toll("a1", *one), toll("a2", *other, **change), clusters=[("a1", "a2")])
    assert [kind for kind, _, _ in found(stories)] == expected


def test_several_tolls_in_one_article_stand_side_by_side(lexicon):  # type: ignore[no-untyped-def]
    text = (
        "قال متحدث باسم الشرطة إن هجوم السبت في كسلا خلف 14 قتيلا و6 جرحى. "
        "وأعلنت جبهة الفجر أن الهجوم في كسلا السبت قتل 15 شخصا وأصاب 6 آخرين. "
        "وقال مصدر طبي إن الهجوم في كسلا السبت خلف 14 قتيلا و4 جرحى."
    )
    names = {"كسلا": ("GPE", "kassala", "gpe:GN371760"), "جبهة الفجر": ("ORG", "fajr", None)}
    one = reading(
        "a1",
        text,
        day="2023-05-07",
        outlet="جريدة الضفاف",
        names=names,
        times={"السبت": ("2023-05-06", "2023-05-06")},
        figures={
            "14 قتيلا": (14, "=", "قتيلا"),
            "6 جرحى": (6, "=", "جرحى"),
            "15 شخصا": (15, "=", "شخصا"),
            "6 آخرين": (6, "=", "آخرين"),
            "4 جرحى": (4, "=", "جرحى"),
        },
        statements=[
            {
                "content": "هجوم السبت في كسلا خلف 14 قتيلا و6 جرحى",
                "holder": "متحدث باسم الشرطة",
                "cue": "قال",
            },
            {
                "content": "الهجوم في كسلا السبت قتل 15 شخصا وأصاب 6 آخرين",
                "holder": "جبهة الفجر",
                "cue": "أعلنت",
                "speaker": "fajr",
            },
            {
                "content": "الهجوم في كسلا السبت خلف 14 قتيلا و4 جرحى",
                "holder": "مصدر طبي",
                "cue": "قال",
                "anonymous": True,
            },
        ],
        events=[
            {
                "trigger": "هجوم",
                "type": "ASSAULT",
                "place": "كسلا",
                "time": "السبت",
                "figures": ["14 قتيلا", "6 جرحى"],
            },
            {"trigger": "الهجوم", "type": "ASSAULT", "figures": ["15 شخصا", "6 آخرين"]},
            {"trigger": "الهجوم", "nth": 1, "type": "ASSAULT", "figures": ["4 جرحى"]},
        ],
    )
    (happening,) = build(lexicon, one).happenings
    sides = {d.what: [told for told, _ in d.sides] for d in happening.disagreements if d.kind == "sources"}
    assert sides == {"killed": ["14 قتيلا", "15 شخصا"], "wounded": ["6 جرحى", "4 جرحى"]}
    assert happening.count.known == 3


def test_values_that_a_source_raised_are_told_once(lexicon):  # type: ignore[no-untyped-def]
    early, raised = (("مقتل 14 شخصا", {"14 شخصا": (14, "=", "شخصا")}), ("مقتل 15 شخصا", {"15 شخصا": (15, "=", "شخصا")}))
    readings = [toll("a1", *early), toll("a2", *raised), toll("a3", *raised, day="2023-05-08")]
    (one,) = build(lexicon, *readings, clusters=[("a1", "a2", "a3")]).happenings
    assert [(d.kind, d.what) for d in one.disagreements] == [("update", "killed")]
    assert [len(numbers) for _, numbers in one.disagreements[0].sides] == [1, 2]


def test_extents_of_one_origin_that_differ_are_a_transmission_difference(lexicon):  # type: ignore[no-untyped-def]
    def shipped(ident: str, when: str, first: str) -> Reading:
        content = f"السفينة نقلت الحاويات من العقبة إلى الرباط {when}"
        return reading(
            ident,
            f"قال سالم العمري إن {content}.",
            day="2023-10-19",
            outlet="جريدة " + ident,
            names={
                "سالم العمري": ("PER", "salem", "JO"),
                "العقبة": ("GPE", "aqaba", "gpe:GN250774"),
                "الرباط": ("GPE", "rabat", "gpe:GN2538475"),
                "السفينة": ("OTHER", "ship", None),
            },
            times={when: (first, "2023-10-01")},
            statements=[
                {
                    "content": content,
                    "holder": "سالم العمري",
                    "cue": "قال",
                    "speaker": "salem",
                }
            ],
            events=[
                {
                    "trigger": "نقلت",
                    "type": "AID",
                    "status": "alleged",
                    "actors": ["السفينة"],
                    "place": "العقبة",
                    "time": when,
                }
            ],
        )

    one = shipped("a1", "بين 1 سبتمبر و1 أكتوبر", "2023-09-01")
    other = shipped("a2", "من 7 سبتمبر إلى 1 أكتوبر", "2023-09-07")
    assert found(build(lexicon, one, other, clusters=[("a1", "a2")])) == [("transmission", "date", "")]
    assert (
        found(build(lexicon, one, shipped("a2", "بين 1 سبتمبر و1 أكتوبر", "2023-09-01"), clusters=[("a1", "a2")])) == []
    )
