"""Deeds told beside each other that are not one: sentences of death, answers, shellings of one army, agreements."""

from __future__ import annotations

from typing import Any

import pytest
from hand_readings import build, reading

from tawatur.lexicon.join_words import JoinLexicon, load_join_words
from tawatur.model import Reading, Span, Stories
from tawatur.stories.happenings.context import clause_of, is_background
from tawatur.stories.happenings.special import special_family
from tawatur.text.fold import fold


@pytest.fixture(scope="module")
def lexicon() -> JoinLexicon:
    return load_join_words()


def sizes(stories: Stories) -> list[int]:
    return sorted(len(happening.reports) for happening in stories.happenings)


def told(text: str, trigger: str, kind: str = "ASSAULT") -> Reading:
    return reading("a1", text, day="2023-05-07", events=[{"trigger": trigger, "type": kind}])


@pytest.mark.parametrize(
    ("text", "trigger", "family", "expected"),
    [
        ("نفذت الوزارة اليوم حكم القتل في مهرب.", "القتل", "killing", "execution"),
        ("صدر بيان بشأن تنفيذ حكم القتل قصاصا في أحد الجناة.", "القتل", "killing", "execution"),
        ("صدر صك شرعي يقضي بثبوت ذلك والحكم عليه بالقتل.", "بالقتل", "killing", "sentence"),
        ("أقدم الجاني على قتل جاره إثر خلاف.", "قتل", "killing", "killing"),
        ("أطلق النار ثم قتل المسلح نفسه.", "قتل", "killing", "suicide"),
        ("أطلقت الشرطة الغاز المسيل للدموع على المحتجين.", "أطلقت", "attack", "dispersal"),
        ("فرقت الشرطة المتظاهرين في الميدان بالرصاص المطاطي.", "فرقت", None, "dispersal"),
        ("أطلقت الشرطة النار على المحتجين.", "أطلقت", "attack", "attack"),
        ("أصيب عشرة محتجين بقنابل الغاز المسيل للدموع.", "أصيب", "wounding", "wounding"),
        ("قتل المسلح حارسا وأصاب آخر.", "قتل", "killing", "killing"),
    ],
)
def test_neighbours_tell_what_a_word_of_killing_names(
    lexicon: JoinLexicon, text: str, trigger: str, family: str, expected: str
) -> None:
    one = told(text, trigger)
    assert special_family(text, one.events[0], Span(0, len(text)), family, lexicon.told) == expected


def test_what_somebody_is_charged_with_is_not_his_arrest(lexicon: JoinLexicon) -> None:
    text = "يحاكم المراسل بعدة تهم منها التجسس."
    assert (
        special_family(text, told(text, "التجسس", "COERCE").events[0], Span(0, len(text)), None, lexicon.told)
        == "charge"
    )
    other = "بدأ التجسس قبل عام."
    assert (
        special_family(other, told(other, "التجسس", "COERCE").events[0], Span(0, len(other)), None, lexicon.told)
        is None
    )


@pytest.mark.parametrize(
    ("text", "trigger", "clause"),
    [
        ("قتل حارسان في الساحل قبل أن يقتل المسلح", "يقتل", 1),
        ("قتل حارس في اشتباكات ورد الجيش بإطلاق النار", "بإطلاق", 1),
        ("تتواصل الغارات بعد مقتل سكان في القرية", "مقتل", 1),
        ("قتل خمسة فقط قبل غارات السبت", "غارات", 1),
        # The day before which somebody died leads over to nothing.
        ("قتل حارس قبل يومين في هجوم", "هجوم", 0),
        ("أصيب عشرة بعد هجوم", "هجوم", 0),
    ],
)
def test_words_that_go_over_to_another_deed(lexicon: JoinLexicon, text: str, trigger: str, clause: int) -> None:
    one = told(text, trigger)
    assert clause_of(one, one.events[0], lexicon.told) == clause


def shelling(second: str, **event: Any) -> Reading:
    text = f"قصف جيش الساحل حيا في كسلا فجر الأحد. ونزح الأهالي. {second}"
    names = {"جيش الساحل": ("ORG", "army", None), "كسلا": ("GPE", "kassala", "gpe:GN371760")}
    first = {"trigger": "قصف", "type": "ASSAULT", "actors": ["جيش الساحل"], "place": "كسلا"}
    return reading("a1", text, day="2023-05-07", names=names, events=[first, {"type": "ASSAULT", **event}])


def test_a_further_shelling_by_the_same_army_is_another(lexicon: JoinLexicon) -> None:
    further = shelling("كما تعرضت قرى لقصف من جيش الساحل.", trigger="لقصف", actors=["جيش الساحل"])
    assert sizes(build(lexicon, further)) == [1, 1]


def test_the_shelling_told_again_is_the_one_told_before(lexicon: JoinLexicon) -> None:
    again = shelling("وقال شاهد إن القصف استمر ساعة.", trigger="القصف")
    assert sizes(build(lexicon, again)) == [2]


@pytest.mark.parametrize(("between", "expected"), [("في 20 مارس", [1, 1, 1]), ("أمس", [1, 2])])
def test_a_bare_attack_right_behind_one_of_long_ago_is_that_one(
    lexicon: JoinLexicon, between: str, expected: list[int]
) -> None:
    text = (
        "استهدف هجوم اليوم مركزا للشرطة في كسلا وقتل حارسان. ونقل الجرحى إلى المشفى. "
        f"وكان هجوم وقع {between} قد أودى بحياة تجار. وعلى أثر الهجوم أغلقت الأسواق."
    )
    days = {"في 20 مارس": ("2023-03-20", "2023-03-20"), "أمس": ("2023-05-06", "2023-05-06")}
    one = reading(
        "a1",
        text,
        day="2023-05-07",
        names={"كسلا": ("GPE", "kassala", "gpe:GN371760")},
        times={"اليوم": ("2023-05-07", "2023-05-07"), between: days[between]},
        events=[
            {"trigger": "هجوم", "type": "ASSAULT", "place": "كسلا", "time": "اليوم"},
            {"trigger": "هجوم", "nth": 1, "type": "ASSAULT", "time": between},
            {"trigger": "الهجوم", "type": "ASSAULT"},
        ],
    )
    assert sizes(build(lexicon, one)) == expected


def test_two_things_agreed_on_at_one_meeting_are_two(lexicon: JoinLexicon) -> None:
    text = "اتفق الأردن وروسيا على مكافحة التهريب في الموانئ. واتفق الأردن وروسيا على فتح خط جوي بين العاصمتين."
    names = {"الأردن": ("GPE", "jordan", "gpe:JO"), "روسيا": ("GPE", "russia", "gpe:RU")}
    sides = {"type": "AGREE", "actors": ["الأردن", "روسيا"]}
    events = [{"trigger": "اتفق", **sides}, {"trigger": "واتفق", **sides}]
    assert sizes(build(lexicon, reading("a1", text, day="2023-05-07", names=names, events=events))) == [1, 1]


@pytest.mark.parametrize(
    ("kind", "one", "other"),
    [("COERCE", "منع", "إغلاق"), ("ACCUSE", "التحقيق", "إحالة"), ("ACCUSE", "إحالة", "محاكمة")],
)
def test_steps_against_somebody_are_happenings_of_their_own(
    lexicon: JoinLexicon, kind: str, one: str, other: str
) -> None:
    assert not lexicon.are_kin(lexicon.family(kind, fold(one)), lexicon.family(kind, fold(other)))


@pytest.mark.parametrize(("noun", "background"), [("الهجوم الثاني", True), ("الهجوم الانتحاري", False)])
def test_the_second_attack_is_set_apart(lexicon: JoinLexicon, noun: str, background: bool) -> None:
    one = told(f"تبنت الجماعة {noun} الذي استهدف السوق.", "الهجوم")
    assert is_background(one, one.events[0], lexicon.told) is background


@pytest.mark.parametrize(("opening", "expected"), [("هجمات على ثلاث", [1, 1]), ("هجوم على", [2])])
def test_a_bare_attack_of_an_article_about_several_means_none_of_them(
    lexicon: JoinLexicon, opening: str, expected: list[int]
) -> None:
    text = f"قتل حارسان في {opening} ثكنات في كسلا. وقال شاهد إنه سمع الدوي. وهرع الأهالي. وأدان الحاكم الهجوم."
    trigger = opening.split()[0]
    events = [{"trigger": trigger, "type": "ASSAULT", "place": "كسلا"}, {"trigger": "الهجوم", "type": "ASSAULT"}]
    names = {"كسلا": ("GPE", "kassala", "gpe:GN371760")}
    assert sizes(build(lexicon, reading("a1", text, day="2023-05-07", names=names, events=events))) == expected


@pytest.mark.parametrize(("second", "expected"), [("واستهداف", [1, 1]), ("استهداف", [2])])
def test_two_attacks_side_by_side_in_a_sentence_are_two(lexicon: JoinLexicon, second: str, expected: list[int]) -> None:
    text = f"شهدت كسلا أمس هجوم الجيش على الأطراف {second} ثكنات."
    names = {"كسلا": ("GPE", "kassala", "gpe:GN371760")}
    events = [
        {"trigger": "هجوم", "type": "ASSAULT", "place": "كسلا", "time": "أمس"},
        {"trigger": second, "type": "ASSAULT", "place": "كسلا", "time": "أمس"},
    ]
    one = reading("a1", text, day="2023-05-07", names=names, times={"أمس": ("2023-05-06", "2023-05-06")}, events=events)
    assert sizes(build(lexicon, one)) == expected
