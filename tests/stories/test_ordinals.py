"""Ordinals tell the happenings of a series apart: the second shipment and the third."""

from __future__ import annotations

import pytest

from tawatur.lexicon.story_words import StoryLexicon, load_story_words
from tawatur.model import Article
from tawatur.stories.grouping import group_articles
from tawatur.stories.grouping.openings import openings
from tawatur.stories.grouping.ordinals import Ordinals, ordinals_of, told_apart


@pytest.fixture(scope="module")
def lexicon() -> StoryLexicon:
    return load_story_words()


def numbered(lexicon: StoryLexicon, article: Article) -> Ordinals:
    return ordinals_of(list(openings([article]).values()), lexicon)


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("وصول القافلة الثانية إلى مرسى الزيتون", "القافلة الطبية الثالثة تصل مرسى الزيتون", True),
        ("وصول ثاني قافلة إلى المرسى", "وصول القافلة الثالثة إلى المرسى", True),
        ("القافلة الحادية عشرة تصل المرسى", "القافلة الثانية عشرة تصل المرسى", True),
        ("انتهاء الجولة الأولى من المحادثات", "بدء الجولة الثانية من المحادثات", True),
        ("وصول القافلة الثانية إلى المرسى", "ثاني قافلة تبلغ المرسى", False),
        ("وصول القافلة إلى المرسى", "القافلة الثالثة تصل المرسى", False),
        ("المعارك تتواصل لليوم الثاني", "المعارك تتواصل لليوم الثالث", False),
        ("النائب الثاني يستقبل الوفد", "النائب الأول يستقبل الوفد", False),
        ("بعد القافلة الثانية وصلت القافلة الثالثة", "القافلة الثانية في المرسى", False),
    ],
)
def test_ordinals_of_one_noun_tell_apart(lexicon: StoryLexicon, one: str, other: str, apart: bool) -> None:
    mine, theirs = (numbered(lexicon, Article("a", "", title)) for title in (one, other))
    assert told_apart(mine, theirs) is apart
    assert told_apart(theirs, mine) is apart


def test_an_ordinal_of_the_opening_counts_against_one_of_a_title(lexicon: StoryLexicon) -> None:
    titled = numbered(lexicon, Article("a", "وصلت المساعدات.", "وصول القافلة الثانية"))
    opened = numbered(lexicon, Article("b", "وصلت القافلة الثالثة إلى المرسى.", "المساعدات مستمرة"))
    bare = numbered(lexicon, Article("c", "وصلت القافلة الرابعة إلى المرسى.", "المساعدات تتواصل"))
    assert told_apart(titled, opened)
    assert not told_apart(opened, bare)


def test_happenings_of_a_series_are_stories_of_their_own(lexicon: StoryLexicon) -> None:
    text = "وصلت إلى مرسى الزيتون اليوم القافلة الطبية {} التي ترسلها جمعية الينابيع محملة بالأدوية لسكان الجزيرة."
    title = "وصول القافلة الطبية {} إلى مرسى الزيتون"
    articles = [
        Article(f"{name}{copy}", text.format(which) + f" وكان في استقبالها {who}.", title.format(which))
        for name, which in (("two", "الثانية"), ("three", "الثالثة"))
        for copy, who in (("a", "رئيس البلدية"), ("b", "مدير المستشفى ووفد من الأطباء"))
    ]
    assert set(group_articles(articles, (), lexicon)) == {("twoa", "twob"), ("threea", "threeb")}
