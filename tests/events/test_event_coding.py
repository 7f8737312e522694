"""Events as coded: participants, place, time, figures and status, on short invented sentences; spans that hold."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tawatur.events.status import grammatical_status
from tawatur.lexicon.bundle import Lexicons, load_lexicons
from tawatur.lexicon.event_words import TYPES
from tawatur.lexicon.sparse_weights import Row
from tawatur.model import Article, Event, Published, Reading
from tawatur.model.readings import STATUSES
from tawatur.pipeline import Knowledge, read_article

DAY = date(2019, 3, 14)


@cache
def lexicons() -> Lexicons:
    return load_lexicons()


def read(text: str) -> Reading:
    return read_article(Article("t", text, published=Published(DAY, DAY, "given")), Knowledge(lexicons()))


def event(text: str, trigger: str) -> Event:
    found = [e for e in read(text).events if e.trigger.of(text) == trigger]
    assert found, [e.trigger.of(text) for e in read(text).events]
    return found[0]


@pytest.mark.parametrize(
    ("text", "trigger", "actors", "recipients"),
    [
        ("اعتقلت الشرطة التركية خمسة ناشطين في أنقرة يوم الثلاثاء.", "اعتقلت", ["الشرطة التركية"], ["خمسة ناشطين"]),
        ("اتهم وزير الخارجية الحكومة بدعم المتمردين.", "اتهم", ["وزير الخارجية"], ["الحكومة"]),
        ("أعلنت الشرطة مقتل 14 شخصا في انفجار سيارة مفخخة في بغداد.", "مقتل", [], ["14 شخصا"]),
        ("شن الجيش هجوما على مواقع المتمردين شمال حلب.", "هجوما", ["الجيش"], ["مواقع المتمردين"]),
        ("أدان الاتحاد الأوروبي الهجوم الذي شنه مسلحون على قوات الأمن.", "الهجوم", ["مسلحون"], ["قوات الأمن"]),
    ],
)
def test_participants_are_head_noun_phrases(text: str, trigger: str, actors: list[str], recipients: list[str]) -> None:
    found = event(text, trigger)
    assert [s.of(text) for s in found.actors] == actors
    assert [s.of(text) for s in found.recipients] == recipients


def test_coordinated_parties_of_a_meeting_are_several_actors() -> None:
    text = "عقدت محادثات بين روسيا وأوكرانيا في جنيف يوم الاثنين."
    assert {s.of(text) for s in event(text, "محادثات").actors} == {"روسيا", "أوكرانيا"}


def test_place_and_time_come_from_the_clause() -> None:
    text = "اعتقلت الشرطة التركية خمسة ناشطين في أنقرة يوم الثلاثاء."
    found = event(text, "اعتقلت")
    assert found.place is not None
    assert found.place.of(text) == "أنقرة"
    assert found.time is not None
    assert "الثلاثاء" in found.time.of(text)


def test_the_dead_belong_to_the_killing() -> None:
    text = "أعلنت الشرطة مقتل 14 شخصا في انفجار سيارة مفخخة في بغداد."
    reading = read(text)
    (killing,) = [e for e in reading.events if e.trigger.of(text) == "مقتل"]
    assert [reading.figures[i].value for i in killing.figures] == [14]


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("اعتقلت الشرطة خمسة ناشطين في أنقرة أمس.", "اعتقلت", "actual"),
        ("أحبط الجيش هجوما على المطار.", "هجوما", "negated"),
        ("لم تعتقل الشرطة المتظاهرين.", "تعتقل", "negated"),
        ("طالبت المنظمة السلطات بالإفراج عن المعتقلين.", "الإفراج", "hypothetical"),
    ],
)
def test_status_follows_what_the_text_commits_to(text: str, trigger: str, status: str) -> None:
    assert event(text, trigger).status == status


def test_a_meeting_to_come_is_an_agreement_to_meet() -> None:
    text = "سيلتقي الرئيس الروسي نظيره التركي في أنقرة الأسبوع المقبل."
    found = event(text, "سيلتقي")
    assert (found.type, found.status) == ("AGREE", "planned")


def test_a_ceasefire_is_no_shooting() -> None:
    text = "اتفق الطرفان على وقف إطلاق النار في المدينة."
    assert "ASSAULT" not in {e.type for e in read(text).events}


@pytest.mark.parametrize(
    "text",
    [
        "سجل المهاجم هدفين في المباراة بعد هجوم سريع للفريق الضيف.",
        "ارتفعت أسعار الخضار في السوق هذا الأسبوع.",
        "",
        "«»",
        "قال",
    ],
)
def test_what_is_no_politics_names_no_event(text: str) -> None:
    assert read(text).events == ()


def test_events_point_to_the_statement_that_holds_them() -> None:
    text = "قال المتحدث باسم الوزارة إن مسلحين قتلوا ثلاثة جنود قرب الحدود."
    reading = read(text)
    (killing,) = [e for e in reading.events if e.trigger.of(text) == "قتلوا"]
    assert killing.statement is not None
    assert reading.statements[killing.statement].content.holds(killing.trigger)


def _hold_together(reading: Reading) -> None:
    text = reading.article.text
    for e in reading.events:
        assert e.type in TYPES
        assert e.status in STATUSES
        assert 0.0 < e.p <= 1.0
        sentence = reading.sentences[e.sentence].span
        for span in (e.trigger, *e.actors, *e.recipients, *filter(None, (e.place, e.time))):
            assert sentence.holds(span)
            assert span.of(text).strip()
        assert not set(e.actors) & set(e.recipients)
        assert all(0 <= i < len(reading.figures) for i in e.figures)


WORDS = st.sampled_from(
    [
        "اعتقلت",
        "الشرطة",
        "وقتل",
        "قتل",
        "مسلحون",
        "في",
        "من",
        "على",
        "بـ",
        "و،",
        '"',
        "«",
        "»",
        ".",
        "(",
        ")",
        "#",
        "14",
        "١٤",
        "شخصا",
        "الذي",
        "شنه",
        "هجوما",
        "أن",
        "إن",
        "سيزور",
        "الرئيس",
        "لم",
        "بين",
        "روسيا",
        "وأوكرانيا",
        "بهجومهم",
        "أ",
        "ل",
        "ـ",
        "لل",
        "وال",
        "\u200f",
        "́",
        "ﷺ",
        "ﻻ",
        "مقتل",
        "المتهم",
        "اتهمه",
        "أحبط",
        "أمس",
        "حصار,",
        "للهجوم",
    ]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, max_size=25).map(" ".join))
def test_spans_lie_in_their_sentence_whatever_the_words(text: str) -> None:
    _hold_together(read(text))


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=80))
def test_hostile_text_does_no_harm(text: str) -> None:
    _hold_together(read(text))


def test_the_same_text_gives_the_same_events() -> None:
    text = "شنت القوات هجوما على البلدة وقتلت 12 مدنيا، وأدانت المنظمة الهجوم."
    assert read(text).events == read(text).events


def test_odds_are_measured_in_thresholds() -> None:
    row = Row({"a": 2.0, "b": -2.0}, 0.0, 0.5)
    assert row.odds(["a", "b"]) == pytest.approx(1.0)
    assert row.odds(["a"]) > 1.0 > row.odds(["b"])
    assert row.odds(["unknown"]) == pytest.approx(1.0)


def test_grammar_says_nothing_where_weights_must_decide() -> None:
    from tawatur.events.scene import set_scene
    from tawatur.events.triggers import find_candidates
    from tawatur.model import Annotation
    from tawatur.text.prepared import prepare

    events = lexicons().events
    for text, expected in [("اعتقلت الشرطة", None), ("سوف تعتقل الشرطة", "planned"), ("حال دون اعتقالهم", "negated")]:
        scene = set_scene(prepare(text), Annotation(), ())
        found = [c for c in find_candidates(scene, events) if c.sense.lemma.startswith("اعتقل")]
        assert found
        assert {grammatical_status(scene, c, events) for c in found} == {expected}
