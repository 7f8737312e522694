"""Tolls compared over the articles of a story, whether or not an event carries them."""

from __future__ import annotations

from typing import Any

import pytest
from tests.stories.hand_readings import build, reading

from tawatur.lexicon.join_words import load_join_words
from tawatur.model import Reading, Story


@pytest.fixture(scope="module")
def lexicon():  # type: ignore[no-untyped-def]
    return load_join_words()


def told(ident: str, day: str, who: str, content: str, figures: dict[str, Any], cue: str = "قال") -> Reading:
    return reading(
        ident,
        f"{cue} {who} إن {content}.",
        day=day,
        outlet=f"جريدة {ident}",
        names={who: ("PER", who.replace(" ", "-"), None)},
        figures=figures,
        statements=[{"content": content, "cue": cue, "holder": who, "speaker": who.replace(" ", "-")}],
    )


EIGHT = told(
    "a1", "2026-03-01", "العميد خالد السدراتي", "ثمانية عمال قتلوا في حريق المخزن", {"ثمانية عمال": (8.0, "=", "عمال")}
)


def story(lexicon: Any, *readings: Reading) -> Story:
    found: Story = build(lexicon, *readings, clusters=[tuple(r.article.id for r in readings)]).stories[0]
    return found


def values(found: Story) -> list[tuple[str, str, list[str]]]:
    return [(d.kind, d.what, sorted(value for value, _ in d.sides)) for d in found.differences]


def test_a_risen_toll_of_an_accident_is_set_beside_the_earlier_one(lexicon):  # type: ignore[no-untyped-def]
    words = "حصيلة الحريق ارتفعت إلى 11 قتيلا"
    later = told("a2", "2026-03-02", "طبيب المشفى سليم الروقي", words, {"11 قتيلا": (11.0, "=", "قتيلا")})
    found = story(lexicon, EIGHT, later)
    assert values(found) == [("update", "killed", ["11 قتيلا", "ثمانية عمال"])]
    assert found.compared == 2
    assert all(given.chain.known for _, every in found.differences[0].sides for given in every)


def test_one_source_that_counts_more_later_updates(lexicon):  # type: ignore[no-untyped-def]
    words = "عدد قتلى الحريق ارتفع إلى تسعة"
    first = told(
        "a1", "2026-03-01", "العميد خالد السدراتي", "ستة أشخاص قتلوا في حريق المخزن", {"ستة أشخاص": (6.0, "=", "أشخاص")}
    )
    later = told("a2", "2026-03-02", "العميد خالد السدراتي", words, {"تسعة": (9.0, "=", None)})
    assert values(story(lexicon, first, later)) == [("update", "killed", ["تسعة", "ستة أشخاص"])]


@pytest.mark.parametrize(
    ("content", "figures"),
    [
        ("ثمانية عمال قتلوا في الحريق", {"ثمانية عمال": (8.0, "=", "عمال")}),
        ("الحصيلة لا تعرف، بينهم ثلاثة قتلى من عمال الحريق", {"ثلاثة قتلى": (3.0, "=", "قتلى")}),
        ("حريق مماثل أوقع 20 قتيلا", {"20 قتيلا": (20.0, "=", "قتيلا")}),
        ("الحريق أتى على 40 سيارة", {"40 سيارة": (40.0, "=", "سيارة")}),
        ("الحصيلة ارتفعت بعد وفاة 2 من جرحى الحريق", {"2": (2.0, "=", None)}),
    ],
)
def test_what_is_the_same_a_part_or_of_something_else_differs_from_nothing(lexicon, content, figures):  # type: ignore[no-untyped-def]
    other = told("a2", "2026-03-02", "طبيب المشفى سليم الروقي", content, figures)
    assert values(story(lexicon, EIGHT, other)) == []


def by_paper(ident: str, *told: tuple[str, str, float]) -> Reading:
    """Return an article that tells its sentences by itself: each with a figure as worded and its value."""
    figures: dict[str, Any] = {words: (value, "=", words.split()[-1]) for _, words, value in told}
    text = " ".join(f"{sentence}." for sentence, _, _ in told)
    return reading(ident, text, day="2026-03-01", outlet=f"جريدة {ident}", figures=figures)


ROUND_UP = by_paper(
    "b1",
    ("قتل 19 شخصا في حريق السوق الكبير", "19 شخصا", 19.0),
    ("وقتل تسعة عمال في حريق المعمل", "تسعة عمال", 9.0),
    ("وكان سبعة رجال قتلوا في حريق الميناء", "سبعة رجال", 7.0),
)


def test_smaller_figures_further_down_are_parts_or_of_other_incidents(lexicon):  # type: ignore[no-untyped-def]
    assert values(story(lexicon, ROUND_UP)) == []


def test_two_papers_differ_by_what_each_tells_first(lexicon):  # type: ignore[no-untyped-def]
    other = by_paper("b2", ("قتل 21 شخصا في حريق السوق الكبير", "21 شخصا", 21.0))
    assert values(story(lexicon, ROUND_UP, other)) == [("sources", "killed", ["19 شخصا", "21 شخصا"])]


def test_a_sum_of_several_incidents_differs_from_none(lexicon):  # type: ignore[no-untyped-def]
    one = by_paper("b3", ("قتل 5 أشخاص في حادث تصادم على الطريق الساحلي", "5 أشخاص", 5.0))
    several = by_paper("b4", ("قتل 12 شخصا في حوادث تصادم متفرقة", "12 شخصا", 12.0))
    whole = by_paper("b5", ("قتل 12 شخصا في حادث تصادم على الطريق الساحلي", "12 شخصا", 12.0))
    assert values(story(lexicon, one, several)) == []
    assert values(story(lexicon, one, whole)) == [("sources", "killed", ["12 شخصا", "5 أشخاص"])]
