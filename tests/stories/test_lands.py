"""Lands tell apart what one host does with two countries, and what happens in two."""

from __future__ import annotations

import pytest

from tawatur.lexicon.story_words import StoryLexicon
from tawatur.model import Article
from tawatur.pipeline import Knowledge
from tawatur.stories.grouping import group_articles
from tawatur.stories.grouping.lands import Lands, in_two_lands, lands_of
from tawatur.stories.grouping.openings import openings


@pytest.fixture(scope="module")
def lexicon(grammar: Knowledge) -> StoryLexicon:
    return grammar.lexicons.stories


def named(lexicon: StoryLexicon, article: Article) -> Lands:
    return lands_of(list(openings([article]).values()), lexicon)


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("الرئيس يهنئ كولومبيا بعيدها الوطني", "الرئيس يهنئ رئيس البيرو", True),
        ("الوزير المصري يلتقي نظيره القبرصي", "الوزير المصري يلتقي نظيره اليوناني", True),
        ("الوزير المصري يلتقي نظيره القبرصي", "نيقوسيا تستضيف وزير خارجية مصر", False),
        ("زلزال يضرب شمال تشيلي", "اليابان تعرض المساعدة على تشيلي بعد الزلزال", False),
        ("الرئيس يستقبل الوفد", "الرئيس يستقبل وفد البيرو", False),
        ("الوزير يفتتح مستشفى في وهران", "الوزير يفتتح مستشفى في قسنطينة", True),
        ("افتتاح مستشفى في وهران", "افتتاح مستشفى في الجزائر", False),
    ],
)
def test_titles_that_name_two_lands(lexicon: StoryLexicon, one: str, other: str, apart: bool) -> None:
    mine, theirs = (named(lexicon, Article("a", "", title)) for title in (one, other))
    assert in_two_lands(mine, theirs) is apart
    assert in_two_lands(theirs, mine) is apart


def test_a_text_that_names_the_other_land_is_not_told_apart(lexicon: StoryLexicon) -> None:
    one = named(lexicon, Article("a", "وصل الوزير من أثينا بعد يومين في قبرص.", "الوزير المصري في اليونان"))
    other = named(lexicon, Article("b", "بدأ الوزير جولته في نيقوسيا.", "الوزير المصري في قبرص"))
    assert not in_two_lands(one, other)


def test_telegrams_to_two_countries_are_two_stories(lexicon: StoryLexicon) -> None:
    text = "بعث رئيس الجمهورية برقية تهنئة إلى رئيس {0} بمناسبة اليوم الوطني لبلاده، متمنيا لشعب {0} دوام الازدهار."
    articles = [
        Article(f"{land}{n}", text.format(name) + more, f"رئيس الجمهورية يهنئ رئيس {name} باليوم الوطني")
        for land, name in (("peru", "البيرو"), ("chile", "تشيلي"))
        for n, more in enumerate(("", " وحمل البرقية سفير البلاد الذي حضر الحفل وألقى كلمة قصيرة."))
    ]
    assert set(group_articles(articles, (), lexicon)) == {("peru0", "peru1"), ("chile0", "chile1")}
