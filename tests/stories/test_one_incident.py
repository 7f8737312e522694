"""Tolls of two papers, or of one: set against each other only where they are surely of one incident. All invented."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hand_readings import build, reading

from tawatur.lexicon.join_words import JoinLexicon, load_join_words
from tawatur.model import Reading, Span
from tawatur.stories.disagreements.occasions import Occasions
from tawatur.stories.happenings.parties import PartyReader, World

TOWNS = {
    "سلوان": ("GPE", "slwan", "gpe:GN1"),
    "الجرداء": ("GPE", "jarda", "gpe:GN2"),
    "الزهور": ("LOC", "zohour", None),
    "الوادي": ("GPE", "wadi", "gpe:GN3"),
    "الجبال": ("GPE", "jibal", "gpe:GN4"),
    "اليمن": ("GPE", "yemen", "gpe:YE"),
    "مالي": ("GPE", "mali", "gpe:ML"),
}
TIMES = {
    "الأحد": ("2031-05-04", "2031-05-04"),
    "الاثنين": ("2031-05-05", "2031-05-05"),
    "الأربعاء قبل الماضي": ("2031-04-23", "2031-04-23"),
    "مارس الماضي": ("2031-03-01", "2031-03-31"),
    "منذ ثلاثة أشهر": ("2031-02-06", "2031-05-06"),
}
_FIGURE = re.compile(r"(?:أكثر من )?\d+(?: على الأقل)?(?: من)?(?: [ء-ي]+)?")


@pytest.fixture(scope="module")
def lexicon():  # type: ignore[no-untyped-def]
    return load_join_words()


def paper(ident: str, text: str, said: tuple[str, str, str] | None = None, title: str | None = None) -> Reading:
    """Return an article of Tuesday 6 May 2031; every number of its text with the word behind it is a figure."""
    figures: dict[str, Any] = {}
    for match in _FIGURE.finditer(text):
        words = match.group()
        number, *unit = re.sub(r"أكثر من |على الأقل ?", "", words).split()
        sign = ">" if "أكثر" in words else ">=" if "الأقل" in words else "="
        figures[words] = (float(number), sign, " ".join(unit) or None)
    statements = [{"cue": said[0], "holder": said[1], "content": said[2], "speaker": "who"}] if said else []
    return reading(
        ident,
        text,
        day="2031-05-06",
        outlet=f"صحيفة {ident}",
        title=title,
        names={name: value for name, value in TOWNS.items() if name in text},
        times={words: days for words, days in TIMES.items() if words in text},
        figures=figures,
        statements=statements,
    )


def shown(lexicon: object, *papers: Reading) -> dict[str, set[str]]:
    (story,) = build(lexicon, *papers, clusters=[tuple(p.article.id for p in papers)]).stories
    return {d.what: {value for value, _ in d.sides} for d in story.differences}


BLAST = "قتل 12 شخصا في انفجار هز سوق سلوان الاثنين."
IN_TOWN = "قتل 12 شخصا في انفجار سيارة مفخخة قرب محطة وقود في سلوان."
IN_REGION = "قتل {} شخصا في انفجار سيارة مفخخة قرب محطة وقود في {}."
IN_BOTH = "قتل {} شخصا في انفجار عبوة في {} في محافظة الوادي."
CLASH = "قتل {} شخصا {} في اشتباك بين المقاومة والمتمردين في سلوان الاثنين."
FIRE = "قتل 12 عاملا في حريق مستودع الأقمشة القديم."


@pytest.mark.parametrize(
    ("one", "other", "values"),
    [
        (BLAST, "قتل 15 شخصا في انفجار سوق سلوان الاثنين.", {"12 شخصا", "15 شخصا"}),
        (BLAST, "أسفر تفجير في سلوان عن مقتل 15 شخصا.", {"12 شخصا", "15 شخصا"}),
        (BLAST, "هز انفجار سوقا في سلوان. وقتل فيه 9 أشخاص.", {"12 شخصا", "9 أشخاص"}),
        (BLAST, "قتل أكثر من 20 شخصا في انفجار سلوان الاثنين.", {"12 شخصا", "> أكثر من 20 شخصا"}),
        (BLAST, "ارتفعت حصيلة انفجار سلوان إلى 14 قتيلا.", {"12 شخصا", "14 قتيلا"}),
        (BLAST, "شيع الأهالي ضحاياهم الثلاثاء. وكان انفجار الاثنين في سلوان أوقع 13 قتيلا.", {"12 شخصا", "13 قتيلا"}),
        (FIRE, "أتى حريق على مستودع الأقمشة القديم وقتل 14 عاملا.", {"12 عاملا", "14 عاملا"}),
        (FIRE, "ارتفعت حصيلة الحريق إلى 14 قتيلا.", {"12 عاملا", "14 قتيلا"}),
        (FIRE, "ارتفعت حصيلة الحريق إلى 14 قتيلا بعد انتشال 5 جثث.", {"12 عاملا", "14 قتيلا"}),
        # One paper sets them against each other.
        ("قتل 12 شخصا في انفجار سلوان. وكانت حصيلة أولية تحدثت عن مقتل 10 أشخاص.", FIRE, set()),
        (BLAST, "قتل 12 شخصا في انفجار هز سلوان.", set()),
        (BLAST, "أصيب 15 شخصا في انفجار سوق سلوان الاثنين.", set()),
        (BLAST, "قتل 12 شخصا بينهم 3 أطفال في انفجار سوق سلوان.", set()),
        # Another town, country, day, kind of incident.
        (BLAST, "قتل 15 شخصا في انفجار هز سوق الجرداء الاثنين.", set()),
        (FIRE + " ووقع ذلك في مالي.", FIRE.replace("12", "14") + " ووقع ذلك في اليمن.", set()),
        ("قتل 12 عاملا في حريق في مالي.", "قتل 14 عاملا في حريق في اليمن.", set()),
        (BLAST, "قتل 15 شخصا في انفجار هز سوق سلوان الأربعاء قبل الماضي.", set()),
        (BLAST, "قتل 15 شخصا في حادث غرق في سلوان الاثنين.", set()),
        (BLAST, "قتل 15 شخصا في فيضان اجتاح سلوان الاثنين.", set()),
        # Several incidents, a count over a time.
        (BLAST, "قتل 30 شخصا في انفجارات هزت سلوان الاثنين.", set()),
        (BLAST, "قتل 30 شخصا في انفجار سلوان وحوادث متفرقة.", set()),
        (BLAST, "قتل منذ ثلاثة أشهر 300 شخص في انفجار تلو انفجار في سلوان.", set()),
        # A town in the region that another paper tells; another town, another region.
        (IN_TOWN, IN_REGION.format(15, "محافظة الوادي"), {"12 شخصا", "15 شخصا"}),
        (IN_TOWN, IN_REGION.format(15, "الجرداء"), set()),
        (IN_REGION.format(12, "محافظة الوادي"), IN_REGION.format(15, "ولاية الجبال"), set()),
        (IN_TOWN + " وسلوان في الجرداء.", IN_REGION.format(15, "الجرداء"), {"12 شخصا", "15 شخصا"}),
        # Two towns of one region.
        (IN_BOTH.format(12, "سلوان"), IN_BOTH.format(15, "سلوان"), {"12 شخصا", "15 شخصا"}),
        (IN_BOTH.format(12, "سلوان"), IN_BOTH.format(15, "الجرداء"), set()),
        # Numbers far from each other need the town and the day.
        (BLAST, "قتل 80 شخصا في انفجار سيارة في سلوان الاثنين.", {"12 شخصا", "80 شخصا"}),
        (BLAST, "قتل 80 شخصا في انفجار سيارة في سلوان.", set()),
        (BLAST, "قتل 16 شخصا في انفجار سيارة في سلوان.", {"12 شخصا", "16 شخصا"}),
        # A hospital is no place of the blast.
        (BLAST, BLAST.replace("12", "15") + " ونقلوا إلى مستشفى الزهور.", {"12 شخصا", "15 شخصا"}),
        # Each side of a fight counts its own, and not all.
        (CLASH.format(12, "من المقاومة"), CLASH.format(20, "من المتمردين"), set()),
        (CLASH.format(12, "بين صفوف المقاومة"), CLASH.format(20, ""), set()),
        (CLASH.format(12, "بين صفوف المقاومة"), CLASH.format(20, "في صفوف المقاومة"), {"12 شخصا", "20 شخصا"}),
        (CLASH.format(12, ""), CLASH.format(20, ""), {"12 شخصا", "20 شخصا"}),
        (CLASH.format(12, "وأصيب 30 شخصا من المقاومة"), CLASH.format(20, "من المتمردين"), set()),
        # Another incident that one sentence goes over to; what came before it, and others.
        (BLAST, "هز انفجار سلوان الاثنين فيما استهدف مسلحون دورية وقتل 15 شخصا.", set()),
        (BLAST, "قتل 12 شخصا في انفجار سلوان بعدما كان مقتل 8 مسلحين آخرين في انفجار سلوان الأحد.", set()),
        # Another incident that an article tells of beside its own.
        (BLAST, "انفجار في سلوان. وفي انفجار آخر في سلوان قتل 5 أشخاص.", set()),
        (BLAST, "هز انفجار سلوان الاثنين. وفي مارس الماضي قتل 40 شخصا في انفجار مماثل في سلوان.", set()),
        (BLAST, "هز انفجار سلوان الاثنين. وشهدت سلوان انفجارا في مارس الماضي. وقد قتل آنذاك 40 شخصا.", set()),
        (BLAST, "هز انفجار سلوان الاثنين. كما وقع انفجار قرب الزهور قتل فيه 5 أشخاص.", set()),
        (BLAST, "هز انفجار سلوان الاثنين. إلى ذلك، قتل 5 أشخاص في انفجار على الطريق.", set()),
        (BLAST, "هز انفجار سلوان. وقتل 5 أشخاص قبل انفجار الاثنين في سلوان.", set()),
        # Parts, shares, some, and no people.
        (BLAST, "قتل القائد سالم و11 آخرون في انفجار سلوان الاثنين.", set()),
        (BLAST, "قتل 13 شخصا هم 5 جنود و8 مارة في انفجار سلوان الاثنين.", {"12 شخصا", "13 شخصا"}),
        (BLAST, "قتل 7 رجال و5 نساء في انفجار سلوان الاثنين.", set()),
        (BLAST, "انفجار سلوان. وقتل بينهم 4 نساء و6 أطفال.", set()),
        (BLAST, "أودى انفجار سلوان بحياة 3 من القتلى في المشفى.", set()),
    ],
)
def test_tolls_of_the_dead(lexicon, one: str, other: str, values: set[str]) -> None:  # type: ignore[no-untyped-def]
    assert shown(lexicon, paper("a", one), paper("b", other)).get("killed", set()) == values


CRASH = "أصيب 9 ركاب في حادث تصادم على طريق سلوان الاثنين."


@pytest.mark.parametrize(
    ("one", "other", "values"),
    [
        (CRASH, "أصيب 7 ركاب في حادث تصادم على طريق سلوان الاثنين.", {"9 ركاب", "7 ركاب"}),
        # What a report of an accident counts once is all, whatever they are called; beside another count it is a part.
        (CRASH, "أصيب 7 أشخاص في حادث تصادم على طريق سلوان الاثنين.", {"9 ركاب", "7 أشخاص"}),
        (CRASH, "أصيب 7 معتمرين في حادث تصادم على طريق سلوان الاثنين.", {"9 ركاب", "7 معتمرين"}),
        (CRASH, "أصيب 7 أشخاص و4 معتمرين في حادث تصادم على طريق سلوان الاثنين.", set()),
        (CRASH, "وقع حادث تصادم على طريق سلوان الاثنين، ووجهت للمصابين 4 فرق.", set()),
        (CRASH, "حادث تصادم على طريق سلوان الاثنين أصاب 3 سيارات.", set()),
        (CRASH, "نقلت حالات حادث سلوان، وما زال 4 من المصابين في المشفى.", set()),
        (CRASH, "حادث سلوان: إصابة حرجة و4 إصابات متوسطة.", set()),
        (CRASH, "أصيب 3 أشخاص بجروح خطيرة في حادث تصادم على طريق سلوان الاثنين.", set()),
        (CRASH, "أصيب 3 أشخاص في حادث تصادم خطيرة على طريق سلوان الاثنين.", {"9 ركاب", "3 أشخاص"}),
        (CRASH, "أصيب 6 بكسور و3 بجروح في حادث سلوان الاثنين.", set()),
        ("أصيب 5 ركاب في حادث سلوان، بينهم 2 من الركاب و3 جرحى.", CRASH.replace("9", "5"), set()),
        (CRASH, "بعد ارتفاع حرارة المحرك أصيب 9 ركاب في حادث تصادم في سلوان.", set()),
    ],
)
def test_tolls_of_the_hurt(lexicon, one: str, other: str, values: set[str]) -> None:  # type: ignore[no-untyped-def]
    assert shown(lexicon, paper("a", one), paper("b", other)).get("wounded", set()) == values


def test_a_title_counts_the_whole(lexicon) -> None:  # type: ignore[no-untyped-def]
    other = "أصيب 22 شخصا في حريق مبنى في سلوان."
    part = "أصيب 15 شخصا باختناق في حريق مبنى في سلوان."
    assert shown(lexicon, paper("a", part), paper("b", other))["wounded"] == {"15 شخصا", "22 شخصا"}
    assert not shown(lexicon, paper("a", part, title="إصابة 22 في حريق سلوان"), paper("b", other))


def test_what_adds_up_in_one_voice_is_a_whole_with_its_parts(lexicon) -> None:  # type: ignore[no-untyped-def]
    parts = "قتل 12 شخصا في انفجار سلوان. وفي السوق قتل 8 أشخاص. وعند الجسر قتل 4 أشخاص."
    other = "قتل 8 أشخاص في انفجار سلوان."
    assert not shown(lexicon, paper("a", parts), paper("b", other))


@pytest.mark.parametrize(
    ("words", "differ"),
    [("أن 10 أشخاص قتلوا", True), ("أن 12 شخصا قتلوا", False), ("أن 2 من الركاب قتلا", False)],
)
def test_two_sources_in_one_paper(lexicon, words: str, differ: bool) -> None:  # type: ignore[no-untyped-def]
    text = f"قتل 12 شخصا في انفجار هز سوق سلوان الاثنين. وذكر مدير المشفى {words}."
    assert bool(shown(lexicon, paper("a", text, ("ذكر", "مدير المشفى", words)))) is differ


def test_when_a_source_spoke_is_not_when_it_happened(lexicon: JoinLexicon) -> None:
    lead = "هجوم على سوق في سلوان أوقع قتلى وجرحى"
    text = f"{lead}، بحسب ما أعلن متحدث الاثنين. وقتل 16 شخصا في الهجوم الذي وقع الأربعاء قبل الماضي."
    said = paper("a", text, said=("بحسب ما أعلن", "متحدث", lead))
    start = text.index("16 شخصا")

    def number(told: Reading) -> int:
        return (
            Occasions({"a": PartyReader(told, World({}, {}, {}, {}, frozenset(), {}, lexicon.told))}, lexicon)
            .at("a", Span(start, start + 7))
            .number
        )

    assert number(said) == 0
    # Without a source the days are those of two incidents.
    assert number(paper("a", text)) != 0
