"""Whoever condemns an act is not among those who did it."""

from datetime import date

import pytest

from tawatur.model import Article, Published
from tawatur.pipeline import Knowledge, load_knowledge, read_article

DAY = date(2021, 5, 12)


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load_knowledge()


@pytest.mark.parametrize(
    ("text", "act", "speaker"),
    [
        ("وأدانت منظمة قوافل بلا خوف الهجوم، داعية السلطات إلى حماية التجار.", "الهجوم", "منظمة"),
        ("ونددت الحكومة الكاردونية بشدة بالهجوم على القافلة.", "الهجوم", "الحكومة"),
        ("واستنكرت نقابة الصيادين اعتقال رئيسها.", "اعتقال", "نقابة"),
    ],
)
def test_who_condemns_is_no_actor_of_the_act(text: str, act: str, speaker: str, knowledge: Knowledge) -> None:
    reading = read_article(Article("a", text, published=Published(DAY, DAY, "given")), knowledge)
    acts = [e for e in reading.events if act in e.trigger.of(text)]
    assert acts
    assert not [a for e in acts for a in e.actors if a.of(text).startswith(speaker)]


def test_an_act_of_its_own_keeps_its_actor(knowledge: Knowledge) -> None:
    text = "أدان المجلس الهجوم، وقصف الجيش مواقع المتمردين."
    reading = read_article(Article("a", text, published=Published(DAY, DAY, "given")), knowledge)
    assert "الجيش" in [a.of(text) for e in reading.events if "قصف" in e.trigger.of(text) for a in e.actors]


def test_no_participant_begins_with_the_verb_of_another_event(knowledge: Knowledge) -> None:
    text = "اتهمت الحكومة الكاردونية المتمردين بخرق الهدنة، ثم قصفت قواتها مواقعهم."
    reading = read_article(Article("a", text, published=Published(DAY, DAY, "given")), knowledge)
    spans = [s.of(text) for e in reading.events for s in (*e.actors, *e.recipients)]
    assert "الحكومة الكاردونية" in spans
    assert not [s for s in spans if s.startswith("اتهمت")]
