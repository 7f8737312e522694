"""A meeting is coded as one to come only when that is much likelier than that it took place."""

from datetime import date

import pytest

from tawatur.model import Article, Published
from tawatur.pipeline import Knowledge, load_knowledge, read_article

DAY = date(2021, 5, 12)


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load_knowledge()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("التقى وزير الخارجية نظيره الكاردوني أمس في العاصمة.", "CONSULT"),
        ("سيلتقي وزير الخارجية نظيره الكاردوني غدا في العاصمة.", "AGREE"),
        ("بحث الوزيران في لقائهما أمس ملف الحدود.", "CONSULT"),
        ("من المقرر أن يزور الرئيس كاردونيا الشهر المقبل.", "AGREE"),
    ],
)
def test_meetings_held_and_to_come(text: str, kind: str, knowledge: Knowledge) -> None:
    reading = read_article(Article("a", text, published=Published(DAY, DAY, "given")), knowledge)
    assert kind in {e.type for e in reading.events}
    assert not {"AGREE", "CONSULT"} - {kind} & {e.type for e in reading.events}
