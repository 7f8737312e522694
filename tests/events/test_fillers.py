"""Each participant is told once, whole, and none begins with a verb."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from tawatur.engine import load_knowledge
from tawatur.model import Article, Event, Published
from tawatur.pipeline import Knowledge, read_article

DAY = date(2021, 3, 9)


@cache
def knowledge() -> Knowledge:
    return load_knowledge(None)


def event(text: str, trigger: str) -> Event:
    reading = read_article(Article("t", text, published=Published(DAY, DAY, "given")), knowledge())
    found = [e for e in reading.events if e.trigger.of(text) == trigger]
    assert found, [e.trigger.of(text) for e in reading.events]
    return found[0]


@pytest.mark.parametrize(
    ("text", "trigger", "actors", "recipients"),
    [
        # What goes on without a break is one phrase.
        ("أصابت الشرطة عشرات المتظاهرين الرماليين بجروح.", "أصابت", ["الشرطة"], ["عشرات المتظاهرين الرماليين"]),
        # What is coordinated is several.
        ("قصف الجيش والشرطة مواقع المسلحين.", "قصف", ["الجيش", "الشرطة"], ["مواقع المسلحين"]),
        # The parties of a mutual act stand apart.
        (
            "التقى وزير الدفاع سالم الدوسي في بغداد نظيره الكاردوني.",
            "التقى",
            ["وزير الدفاع سالم الدوسي", "نظيره الكاردوني"],
            [],
        ),
    ],
)
def test_each_participant_is_told_once(text: str, trigger: str, actors: list[str], recipients: list[str]) -> None:
    found = event(text, trigger)
    assert [s.of(text) for s in found.actors] == actors
    assert [s.of(text) for s in found.recipients] == recipients


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("غادر وزير الخارجية سالم الدوسي بغداد حيث يلتقي نظيره في عمان.", "غادر"),
        ("وصل رئيس الوزراء إلى العاصمة حيث يلتقي قادة الأحزاب.", "وصل"),
        ("واعترف زعيم المعارضة بأن حزبه يتفاوض مع الحكومة.", "اعترف"),
        ("أعلنت وزارة الداخلية الكاردونية اعتقال ثلاثة مسلحين.", "أعلنت"),
    ],
)
def test_no_participant_begins_with_a_verb(text: str, verb: str) -> None:
    reading = read_article(Article("t", text, published=Published(DAY, DAY, "given")), knowledge())
    spans = [s.of(text) for e in reading.events for s in (*e.actors, *e.recipients)]
    assert spans
    assert not [s for s in spans if s.removeprefix("و").startswith(verb)]


@pytest.mark.parametrize(
    ("text", "trigger", "place"),
    [
        ("شن مسلحون هجوما بمحافظة المرجان أمس.", "هجوما", "محافظة المرجان"),
        ("هاجم مسلحون دورية للشرطة ببلدة الجوسق أمس.", "هاجم", "بلدة الجوسق"),
        ("هاجم مسلحون دورية للشرطة في بلدة الجوسق أمس.", "هاجم", "بلدة الجوسق"),
    ],
)
def test_no_filler_begins_with_the_letter_of_a_preposition(text: str, trigger: str, place: str) -> None:
    found = event(text, trigger).place
    assert found is not None
    assert found.of(text) == place


@pytest.mark.parametrize(
    "text",
    [
        "لقي أربعة عمال مصرعهم إثر انقلاب مركبتهم على الطريق الساحلي.",
        "أغلقت الطريق بسبب انقلاب شاحنة محملة بالأخشاب.",
        "انقلبت بهم الحافلة قرب الجسر القديم.",
        "انقلاب لمركبة نقل عند المدخل الشمالي.",
    ],
)
def test_a_vehicle_that_overturns_is_no_coup(text: str) -> None:
    reading = read_article(Article("t", text, published=Published(DAY, DAY, "given")), knowledge())
    assert not [e for e in reading.events if "نقل" in e.trigger.of(text)]


def test_a_coup_is_one() -> None:
    assert event("نفذ ضباط انقلابا على الرئيس في العاصمة أمس.", "انقلابا").type == "ASSAULT"
