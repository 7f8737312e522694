"""Events that an article only recalls are told from its news."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from tawatur.model import Article, Event, Published
from tawatur.pipeline import Knowledge, load_knowledge, read_article

DAY = date(2021, 3, 18)


@cache
def knowledge() -> Knowledge:
    return load_knowledge(grammar_alone=True)


def events(text: str, published: Published | None = None) -> tuple[Event, ...]:
    return read_article(Article("t", text, published=published), knowledge()).events


@pytest.mark.parametrize(
    ("sentence", "word", "recalled"),
    [
        ("قتل أربعة جنود في هجوم شنه مسلحون فجر اليوم على نقطة تفتيش.", "قتل", False),
        ("قصف الجيش مواقع المتمردين قبل أسبوعين.", "قصف", False),
        ("وكان الوزير قد اتهم الجماعة أمس بقصف المطار.", "اتهم", False),
        ("وتوقفت المسابقة بعد مقتل مؤسسها عام 1993 في كمين.", "مقتل", True),
        ("ويذكر أن مسلحين كانوا اقتحموا الفندق نفسه في صيف 2009.", "اقتحموا", True),
        ("قصف الجيش المدينة في يناير 2019.", "قصف", True),
        ("وقبل عشر سنوات تظاهر سكان الحي ضد المصنع.", "تظاهر", True),
        ("أقيم النصب تخليدا لضحايا تفجيرات وقعت قبل ربع قرن.", "تفجيرات", True),
        ("وكانت الشرطة قد اعتقلت مدير المصنع.", "اعتقلت", True),
    ],
)
def test_what_is_recalled(sentence: str, word: str, recalled: bool) -> None:
    found = [e for e in events(sentence, Published(DAY, DAY, "given")) if e.trigger.of(sentence) == word]
    assert [e.background for e in found] == [recalled]


def test_without_a_date_the_latest_year_named_is_the_present() -> None:
    text = "هاجم مسلحون القرية في مايو 2019. وكان الجيش هاجمها في مايو 2005."
    assert [e.background for e in events(text)] == [False, True]


def test_what_did_not_happen_is_not_recalled() -> None:
    text = "لم يهاجم الجيش القرية عام 1998."
    assert all(not e.background for e in events(text, Published(DAY, DAY, "given")))
