"""Kinds of things, sums, further stops, and what a bare noun means: what keeps deeds of one article apart."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from hand_readings import build, reading

from tawatur.lexicon.join_words import JoinLexicon, load_join_words
from tawatur.model import Reading, Span, Stories
from tawatur.stories.happenings.kind_words import (
    count_before,
    is_any_of,
    is_attended,
    is_definite,
    is_next_step,
    is_plural,
    sums_up_several,
)
from tawatur.stories.happenings.parties import Party, build_world
from tawatur.stories.happenings.sides import relate_sides
from tawatur.stories.happenings.special import special_family
from tawatur.text.fold import fold


@pytest.fixture(scope="module")
def lexicon() -> JoinLexicon:
    return load_join_words()


def sizes(stories: Stories) -> list[int]:
    return sorted(len(happening.reports) for happening in stories.happenings)


def told(text: str, trigger: str, kind: str = "CONSULT") -> tuple[Reading, Any, Span]:
    one = reading("a1", text, day="2023-05-07", events=[{"trigger": trigger, "type": kind}])
    return one, one.events[0], Span(0, len(text))


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("ويعقد مثل هذا الاجتماع كل عام.", "الاجتماع", True),
        ("ولا يتضمن الجدول أي اجتماع.", "اجتماع", True),
        ("وأجرى الوزراء سلسلة من اللقاءات.", "اللقاءات", True),
        ("وفي هذا الاجتماع وقع الوزيران الاتفاق.", "الاجتماع", False),
        ("وعقد الوزيران اجتماعا أمس.", "اجتماعا", False),
    ],
)
def test_words_that_mean_any_of_a_kind(lexicon: JoinLexicon, text: str, trigger: str, expected: bool) -> None:
    assert is_any_of(*told(text, trigger), lexicon.told) is expected


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("نفذ الطيران سبع ضربات على الموقع.", "ضربات", True),
        ("نفذ الطيران 17 ضربة على الموقع.", "ضربة", True),
        ("نفذ الطيران عدة ضربات على الموقع.", "ضربات", False),
        ("نفذ الطيران ضربات على الموقع.", "ضربات", False),
    ],
)
def test_a_number_before_a_noun_counts_it(text: str, trigger: str, expected: bool) -> None:
    assert bool(count_before(*told(text, trigger, "ASSAULT"))) is expected


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("حضر اللقاء وزير التجارة.", "اللقاء", True),
        ("كما حضر الاجتماع رئيس البرلمان.", "الاجتماع", True),
        ("وتناول اللقاء شؤون التجارة.", "اللقاء", False),
    ],
)
def test_who_came_to_a_meeting_is_told_by_words_of_coming(
    lexicon: JoinLexicon, text: str, trigger: str, expected: bool
) -> None:
    assert is_attended(*told(text, trigger), lexicon.told) is expected


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("كما زار الوزير المستشفى.", "زار", True),
        ("وزار الوزير عقب ذلك المستشفى.", "زار", True),
        ("وبعد ذلك توجه الوزير لزيارة السوق.", "زيارة", True),
        ("زار الوزير المستشفى أمس.", "زار", False),
    ],
)
def test_a_further_stop_is_told_as_such(lexicon: JoinLexicon, text: str, trigger: str, expected: bool) -> None:
    assert is_next_step(*told(text, trigger), lexicon.told) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("لقي 34 شخصا مصرعهم في حوادث متفرقة.", True),
        ("لقي 34 شخصا مصرعهم في عدد من المدن.", True),
        ("لقي 34 شخصا مصرعهم في المدن القديمة.", False),
        ("لقي 34 شخصا مصرعهم في انفجار.", False),
    ],
)
def test_a_sentence_that_sums_up_several_incidents(lexicon: JoinLexicon, text: str, expected: bool) -> None:
    one, _, sentence = told(text, "مصرعهم", "ASSAULT")
    assert sums_up_several(one, sentence, lexicon.told, lexicon.telling["several"]) is expected


@pytest.mark.parametrize(
    ("word", "definite", "plural"),
    [
        ("الغارات", True, True),
        ("المحادثات", True, False),
        ("التقى", False, False),
        ("اللقاء", True, False),
        ("هبات", False, True),
        ("مات", False, False),
        ("وبات", False, False),
    ],
)
def test_forms_of_triggers(lexicon: JoinLexicon, word: str, definite: bool, plural: bool) -> None:
    assert is_definite(fold(word), lexicon.told) is definite
    assert is_plural(fold(word), lexicon.told) is plural


def test_police_that_strike_a_cordon_strike_nobody(lexicon: JoinLexicon) -> None:
    text = "ضربت الشرطة طوقا حول السوق."
    one, event, scope = told(text, "ضربت", "ASSAULT")
    assert special_family(one.article.text, event, scope, "strike", lexicon.told) == "cordon"
    hit = "ضربت الطائرات جسرا قرب السوق."
    one, event, scope = told(hit, "ضربت", "ASSAULT")
    assert special_family(one.article.text, event, scope, "strike", lexicon.told) == "strike"


FORCE = {"قوة الساحل": ("ORG", "force", None)}
YESTERDAY = {"السبت": ("2023-05-06", "2023-05-06")}


def raids(first: str, second: str, *events: dict[str, Any]) -> Reading:
    times = YESTERDAY if "السبت" in first else None
    return reading("a1", f"{first} {second}", day="2023-05-07", names=FORCE, times=times, events=events)


@pytest.mark.parametrize(
    ("first", "time", "second", "expected"),
    [
        # Raids at large are no one thing, however often an article tells of them.
        ("تشن قوة الساحل غارات في الشمال.", None, "وتقول قوة الساحل إن الغارات مفيدة.", [1, 1]),
        # Those of a day are meant by the definite noun behind.
        ("شنت قوة الساحل السبت غارات في الشمال.", "السبت", "وأصابت الغارات من قوة الساحل مخازن.", [2]),
    ],
)
def test_deeds_at_large_join_nothing(
    lexicon: JoinLexicon, first: str, time: str | None, second: str, expected: list[int]
) -> None:
    one: dict[str, Any] = {"trigger": "غارات", "type": "ASSAULT", "actors": ["قوة الساحل"]}
    other = {"trigger": "الغارات", "type": "ASSAULT", "actors": ["قوة الساحل"], "nth": 0}
    if time:
        one["time"] = time
    assert sizes(build(lexicon, raids(first, second, one, other))) == expected


def test_participants_that_a_third_shows_to_be_one_are_told_by_their_first_words(lexicon: JoinLexicon) -> None:
    def body(words: str, *ids: str) -> Party:
        return Party(words, "body", frozenset(ids), frozenset(), frozenset(), frozenset())

    one = (body("الرابطة", "a"), body("الاتحاد", "b"), body("رابطة الموانئ", "c", "d"))
    other = (body("الجمعية", "a", "c"), body("النقابة", "b", "d"))
    sides = relate_sides(one, other, build_world([], {}, [], lexicon.told))
    assert (sides.relation, sides.same) == ("same", ("الرابطة",))


PEOPLE = {
    "سالم الرعد": ("PER", "salem", None),
    "رائد القطان": ("PER", "raed", None),
    "وليد العامري": ("PER", "walid", None),
}


def meetings(*sentences: str, events: Sequence[dict[str, Any]]) -> Reading:
    return reading("a1", " ".join(sentences), day="2023-05-07", names=PEOPLE, times=YESTERDAY, events=events)


def test_a_bare_noun_means_the_meeting_told_last_and_who_came_is_no_party(lexicon: JoinLexicon) -> None:
    one = meetings(
        "التقى سالم الرعد السبت رائد القطان.",
        "وبحث اللقاء أسعار القمح.",
        "كما اجتمع سالم الرعد بمدير الميناء الجديد.",
        "حضر الاجتماع وليد العامري.",
        events=[
            {"trigger": "التقى", "type": "CONSULT", "actors": ["سالم الرعد", "رائد القطان"], "time": "السبت"},
            {"trigger": "اللقاء", "type": "CONSULT"},
            {"trigger": "اجتمع", "type": "CONSULT", "actors": ["سالم الرعد"], "recipients": ["مدير الميناء الجديد"]},
            {"trigger": "الاجتماع", "type": "CONSULT", "actors": ["وليد العامري"]},
        ],
    )
    found = build(lexicon, one)
    assert sizes(found) == [2, 2]
    told_of = {tuple(one.events[r.event].trigger.of(one.article.text) for r in h.reports) for h in found.happenings}
    assert told_of == {("التقى", "اللقاء"), ("اجتمع", "الاجتماع")}


def test_a_host_who_meets_two_people_in_two_sentences_meets_twice(lexicon: JoinLexicon) -> None:
    one = meetings(
        "التقى سالم الرعد السبت سفير النرويج.",
        "والتقى سالم الرعد السبت مدير الميناء.",
        events=[
            {
                "trigger": "التقى",
                "nth": n,
                "type": "CONSULT",
                "actors": ["سالم الرعد"],
                "recipients": [who],
                "time": "السبت",
            }
            for n, who in enumerate(("سفير النرويج", "مدير الميناء"))
        ],
    )
    assert sizes(build(lexicon, one)) == [1, 1]


def wire(ident: str, day: str, when: str, date: str, number: str = "12") -> Reading:
    text = (
        f"عقد مجلس الميناء {when} اجتماعا طويلا ناقش فيه {number} ملفا من ملفات الأرصفة والرافعات والمخازن "
        "والرسوم الجديدة على الشاحنات."
    )
    return reading(
        ident,
        text,
        day=day,
        names={"مجلس الميناء": ("ORG", "port", None)},
        times={when: (date, date)},
        events=[{"trigger": "اجتماعا", "type": "CONSULT", "actors": ["مجلس الميناء"], "time": when}],
    )


@pytest.mark.parametrize(
    ("date", "number", "expected"),
    [("2023-05-07", "12", [2]), ("2023-05-07", "9", [1, 1]), ("2023-05-09", "12", [1, 1])],
)
def test_one_long_sentence_told_a_day_later_is_one_report(
    lexicon: JoinLexicon, date: str, number: str, expected: list[int]
) -> None:
    one, other = wire("a1", "2023-05-06", "السبت", "2023-05-06"), wire("a2", "2023-05-07", "أمس", date, number)
    assert sizes(build(lexicon, one, other, clusters=[("a1", "a2")])) == expected


def test_the_sum_of_several_incidents_is_none_of_them(lexicon: JoinLexicon) -> None:
    text = "لقي 34 مسلحا من قوة الساحل مصرعهم في حوادث متفرقة. وقتل خمسة مسلحين من قوة الساحل عند الجسر."
    one = reading(
        "a1",
        text,
        day="2023-05-07",
        names=FORCE,
        figures={"34 مسلحا": (34.0, "=", "مسلحا"), "خمسة مسلحين": (5.0, "=", "مسلحين")},
        events=[
            {"trigger": "مصرعهم", "type": "ASSAULT", "recipients": ["34 مسلحا من قوة الساحل"]},
            {"trigger": "قتل", "type": "ASSAULT", "recipients": ["خمسة مسلحين من قوة الساحل"]},
        ],
    )
    assert sizes(build(lexicon, one)) == [1, 1]


def test_an_attack_is_none_of_the_several_incidents_that_are_summed_up(lexicon: JoinLexicon) -> None:
    text = "هاجمت قوة الساحل السبت حراسا في حوادث متفرقة. وقال شهود إن هجوم قوة الساحل السبت كان عنيفا."
    one = reading(
        "a1",
        text,
        day="2023-05-07",
        names=FORCE,
        times=YESTERDAY,
        events=[
            {"trigger": "هاجمت", "type": "ASSAULT", "actors": ["قوة الساحل"], "time": "السبت"},
            {"trigger": "هجوم", "type": "ASSAULT", "actors": ["قوة الساحل"], "time": "السبت"},
        ],
    )
    assert sizes(build(lexicon, one)) == [1, 1]


@pytest.mark.parametrize(("second", "third", "expected"), [("كما ", "ثم ", [1, 1, 1]), ("", "", [3])])
def test_each_further_stop_of_a_tour_is_one_visit(
    lexicon: JoinLexicon, second: str, third: str, expected: list[int]
) -> None:
    visit: dict[str, Any] = {"trigger": "زار", "type": "CONSULT", "actors": ["سالم الرعد"], "time": "السبت"}
    one = meetings(
        "زار سالم الرعد السبت أحياء المدينة.",
        f"{second}زار سالم الرعد السبت أحياء المدينة مع مرافقيه.",
        f"{third}زار سالم الرعد السبت أحياء المدينة مساء.",
        events=[{**visit, "nth": n} for n in range(3)],
    )
    assert sizes(build(lexicon, one)) == expected


@pytest.mark.parametrize(
    ("rest", "noun", "expected"),
    [
        (". وقال شهود إن مثل هذا الاجتماع مفيد.", "الاجتماع", [1, 1]),
        ("، وجرى خلال الاجتماع بحث أسعار القمح.", "الاجتماع", [2]),
        ("، وبحث في اجتماع آخر أسعار القمح.", "اجتماع آخر", [1, 1]),
    ],
)
def test_a_noun_means_the_meeting_of_its_article_or_any(
    lexicon: JoinLexicon, rest: str, noun: str, expected: list[int]
) -> None:
    one = meetings(
        f"التقى سالم الرعد السبت رائد القطان{rest}",
        events=[
            {"trigger": "التقى", "type": "CONSULT", "actors": ["سالم الرعد", "رائد القطان"], "time": "السبت"},
            {"trigger": noun, "type": "CONSULT"},
        ],
    )
    assert sizes(build(lexicon, one)) == expected


def test_an_act_titles_a_happening_before_its_outcome(lexicon: JoinLexicon) -> None:
    text = "قتل ثلاثة حراس في هجوم شنه مسلحون السبت على مخزن القمح."
    one = reading(
        "a1",
        text,
        day="2023-05-07",
        times=YESTERDAY,
        events=[
            {"trigger": "قتل", "type": "ASSAULT", "actors": ["مسلحون"], "recipients": ["ثلاثة حراس"], "time": "السبت"},
            {"trigger": "هجوم", "type": "ASSAULT", "actors": ["مسلحون"], "time": "السبت"},
        ],
    )
    (found,) = build(lexicon, one).happenings
    assert found.label.startswith("هجوم")
