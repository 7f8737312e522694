"""What keeps two things apart that are told in nearly the same words, and what no figure counts."""

from __future__ import annotations

import pytest
from hand_readings import build, reading

from tawatur.lexicon.join_words import load_join_words
from tawatur.model import Reading


@pytest.fixture(scope="module")
def lexicon():  # type: ignore[no-untyped-def]
    return load_join_words()


FORMULA = "صدر بحق المدعو {} صك شرعي يقضي بثبوت ما نسب إليه والحكم عليه بالسجن وصدق من محكمة الاستئناف أمس."


def sentence_on(ident: str, who: str, entity: str) -> Reading:
    return reading(
        ident,
        FORMULA.format(who),
        day="2021-09-14",
        names={who: ("PER", entity, "JO")},
        events=[{"trigger": "والحكم", "type": "SANCTION"}],
    )


@pytest.mark.parametrize(("other", "entity", "one"), [("رامي الحسن", "rami", False), ("سالم العمري", "salem", True)])
def test_a_formula_told_of_another_person_is_another_thing(lexicon, other: str, entity: str, one: bool) -> None:  # type: ignore[no-untyped-def]
    readings = sentence_on("p", "سالم العمري", "salem"), sentence_on("q", other, entity)
    assert (len(build(lexicon, *readings, clusters=[("p", "q")]).happenings) == 1) is one


def test_thanks_and_praise_of_one_article_are_two(lexicon) -> None:  # type: ignore[no-untyped-def]
    text = "شكر سالم العمري رامي الحسن على استقباله في المطار. وأشاد سالم العمري بجهود رامي الحسن في بناء المدارس."
    names = {"سالم العمري": ("PER", "salem", "JO"), "رامي الحسن": ("PER", "rami", "JO")}
    sides = {"actors": ["سالم العمري"], "recipients": ["رامي الحسن"]}
    events = [{"trigger": "شكر", "type": "SUPPORT", **sides}, {"trigger": "وأشاد", "type": "SUPPORT", **sides}]
    one = reading("p", text, day="2021-09-14", names=names, events=events)  # type: ignore[arg-type]
    assert len(build(lexicon, one).happenings) == 2


@pytest.mark.parametrize(
    ("words", "figure", "value", "unit", "what"),
    [
        ("ضبط مواطن بحوزته 33 حبة", "33 حبة", 33, "حبة", "حبه"),
        ("مقتل 14 شخصا", "14 شخصا", 14, "شخصا", "killed"),
        ("مقتل 14 شخصا إضافيا", "14 شخصا", 14, "شخصا", None),
    ],
)
def test_what_a_figure_counts(lexicon, words: str, figure: str, value: int, unit: str, what: str | None) -> None:  # type: ignore[no-untyped-def]
    trigger = words.split()[0]
    one = reading(
        "p",
        f"{words} في الرصيفة.",
        figures={figure: (value, "=", unit)},
        events=[
            {"trigger": trigger, "type": "COERCE" if trigger == "ضبط" else "ASSAULT", "figures": [figure]},
        ],
    )
    (happening,) = build(lexicon, one).happenings
    assert [m.what for m in happening.reports[0].measures] == ([what] if what else [])
