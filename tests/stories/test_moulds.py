"""Moulds: what is printed every day in the same words with other figures is neither a copy nor one story."""

from __future__ import annotations

from datetime import date

import pytest

from tawatur.lexicon.story_words import StoryLexicon, load_story_words
from tawatur.model import Article, DayRange, Published
from tawatur.stories.copies import find_copies
from tawatur.stories.copies.moulds import one_mould, other_figures
from tawatur.stories.copies.texts import folded_words
from tawatur.stories.grouping import group_articles

GOLD = (
    "سجلت أسعار الذهب في سوق الميناء خلال تعاملات اليوم مستويات متقاربة، وبلغ سعر غرام الذهب من عيار 24 نحو {} دينارا، "
    "ومن عيار 22 نحو {} دينارا، ومن عيار 21 نحو {} دينارا، ومن عيار 18 نحو {} دينارا، بحسب نقابة الصاغة."
)
MONDAY, TUESDAY = GOLD.format("41.20", "37.75", "36.05", "30.90"), GOLD.format("43.60", "39.95", "38.15", "32.70")
TOLL = "قالت الحماية المدنية إن {} عمال قتلوا وأصيب {} آخرون في انهيار جسر الزهور قرب سوق البلدة عند الساعة 8 صباحا."


def words(text: str) -> tuple[str, ...]:
    return folded_words(text)


@pytest.fixture(scope="module")
def lexicon() -> StoryLexicon:
    return load_story_words()


def article(name: str, text: str, day: int) -> Article:
    published = Published(date(2021, 3, day), date(2021, 3, day), "given")
    return Article(name, text, "أسعار الذهب في سوق الميناء اليوم", published=published)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (MONDAY, TUESDAY, True),
        (MONDAY, MONDAY, False),
        # A toll that grew has two figures of its own.
        (TOLL.format(6, 14), TOLL.format(9, 17), False),
        # Years, and dates told by another calendar, are nobody's own figures.
        ("عقد في 2014 و2015 و2016 و1436", "عقد في 2017 و2018 و2019 و1439", False),
        ("", "", False),
    ],
)
def test_figures_of_its_own_throughout(one: str, other: str, expected: bool) -> None:
    assert other_figures(words(one), words(other)) is expected
    assert one_mould(words(one), words(other)) is expected


def test_other_figures_in_other_words_are_no_mould() -> None:
    report = "وقعت 3 شركات عقودا بقيمة 70 مليونا لبناء 12 مدرسة و4 مستشفيات في ضواحي المدينة الجديدة، وفق بلدية الساحل."
    assert other_figures(words(MONDAY), words(report))
    assert not one_mould(words(MONDAY), words(report))


def test_reports_of_two_days_in_one_mould_are_no_copies_and_two_stories(lexicon: StoryLexicon) -> None:
    two_days = (article("a", MONDAY, 1), article("b", TUESDAY, 2))
    assert find_copies(two_days, lexicon) == ()
    assert group_articles(two_days, (), lexicon) == (("a",), ("b",))


def test_the_same_report_printed_a_day_later_is_a_copy(lexicon: StoryLexicon) -> None:
    later = (article("a", MONDAY, 1), article("b", MONDAY, 2))
    copies = find_copies(later, lexicon)
    assert [copy.articles for copy in copies] == [("a", "b")]
    assert group_articles(later, copies, lexicon) == (("a", "b"),)


def test_where_a_day_is_unknown_nothing_is_told_apart(lexicon: StoryLexicon) -> None:
    undated = Article("b", TUESDAY, "أسعار الذهب في سوق الميناء اليوم", published=Published(None, None, "given"))
    assert DayRange().first is None
    assert len(group_articles((article("a", MONDAY, 1), undated), (), lexicon)) == 1
