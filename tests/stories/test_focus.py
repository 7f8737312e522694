"""Focus: reports in words of their own meet by the town and the kind of incident that both name."""

from __future__ import annotations

from datetime import date

import pytest

from tawatur.lexicon.bundle import Lexicons, load_lexicons
from tawatur.model import Article, Published
from tawatur.stories.grouping import group_articles
from tawatur.stories.grouping.focus import focus_of
from tawatur.stories.grouping.openings import openings

MARKET = (
    "قتل أربعة عشر شخصا وأصيب آخرون صباح اليوم في انفجار سيارة مفخخة كانت مركونة قرب السوق الكبير وسط مدينة الناصرية، "
    "بحسب ما أفاد مصدر في الشرطة. وأضاف المصدر أن المحال القريبة احترقت."
)


@pytest.fixture(scope="module")
def lexicons() -> Lexicons:
    return load_lexicons()


def article(ident: str, title: str, text: str, day: int = 5) -> Article:
    published = date(2012, 3, day)
    return Article(ident, text, title, None, None, Published(published, published, "given"))


@pytest.mark.parametrize(
    ("title", "text", "towns", "kinds"),
    [
        ("14 قتيلا في انفجار وسط الناصرية", MARKET, {"الناصريه"}, {"violence", "fire", "killing"}),
        # The dateline tells where the report was written.
        ("هزة تضرب الشرق", "أربيل - سجل المرصد زلزالا قرب السليمانية فجرا ولم تقع أضرار.", {"السليمانيه"}, {"quake"}),
        # Too much happens in a capital; «السيول» are floods, not Seoul; an operation, a launch may be anything.
        ("إطلاق حملة في بغداد", "بدأت عملية تنظيف الشوارع في بغداد.", set(), set()),
        ("السيول تقطع الطرق", "قطعت السيول طرقا كثيرة أمس بعد أمطار غزيرة.", set(), {"flood"}),
    ],
)  # fmt: skip
def test_town_and_kind_are_those_of_title_and_opening(
    lexicons: Lexicons, title: str, text: str, towns: set[str], kinds: set[str]
) -> None:
    one = article("a", title, text)
    focus = focus_of([openings([one])["a"]], lexicons.stories)
    assert {town.removeprefix("ال") for town in focus.towns} == {town.removeprefix("ال") for town in towns}
    assert focus.kinds == kinds


def test_a_roundup_has_no_focus(lexicons: Lexicons) -> None:
    one = article("a", "موجز الأخبار", "انفجار في الناصرية\nزلزال قرب السليمانية\nغرق مركب قبالة زوارة\n")
    focus = focus_of([openings([one])["a"]], lexicons.stories)
    assert not focus.towns


@pytest.mark.parametrize(
    ("title", "text", "joined"),
    [
        (
            "الناصرية تودع ضحايا سوقها",
            "شيع الأهالي في الناصرية أمس ضحايا تفجير السوق الكبير، وكانت السيارة مركونة قربه.",
            True,
        ),
        # Another town; nothing happened.
        ("كربلاء تودع ضحايا سوقها", "شيع الأهالي في كربلاء أمس ضحايا تفجير السوق الكبير، وكانت السيارة مركونة قربه.",
            False,
        ),
        (
            "الناصرية تستعيد سوقها",
            "افتتح المحافظ في الناصرية أمس مبنى السوق الكبير، وكانت سيارة مركونة قربه.",
            False,
        ),
    ],
)  # fmt: skip
def test_reports_of_one_attack_in_other_words_are_one_story(
    lexicons: Lexicons, title: str, text: str, joined: bool
) -> None:
    articles = [article("a", "سيارة مفخخة تقتل 14 شخصا", MARKET), article("b", title, text, 6)]
    groups = group_articles(articles, (), lexicons.stories)
    assert (groups == (("a", "b"),)) is joined
