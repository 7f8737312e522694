"""Roundups go with their first item, and where articles are read they are kept apart from what they sum up."""

from __future__ import annotations

from datetime import date

import pytest

from tawatur.lexicon.story_words import StoryLexicon, load_story_words
from tawatur.model import Article, Published
from tawatur.stories.copies import compared_texts, find_reworked
from tawatur.stories.grouping import group_articles
from tawatur.stories.grouping.main_subject import Subject
from tawatur.stories.roundups import first_item, is_roundup

BRIDGE = "لقي ستة عمال مصرعهم صباح اليوم في انهيار جسر الزهور بمدينة صفاقس أثناء أعمال صيانة، وفق الحماية المدنية هناك."
POET = "فازت الشاعرة نجلاء الهوني بجائزة المدينة للآداب عن ديوانها الثالث، وقالت لجنة التحكيم إن قصائدها تمزج لغتين."
TRAIN = "بدأ سائقو القطارات في مدينة وهران إضرابا مفتوحا للمطالبة بزيادة الأجور وتحسين ظروف العمل في المحطات كلها."


def article(ident: str, title: str | None, text: str, day: int = 4) -> Article:
    published = Published(date(2021, 3, day), date(2021, 3, day), "given")
    return Article(ident, text, title, "جريدة السهل", published=published)


def roundup(ident: str, title: str, *items: str, day: int = 4) -> Article:
    return article(ident, title, "\n\n".join(items), day)


@pytest.fixture(scope="module")
def lexicon() -> StoryLexicon:
    return load_story_words()


@pytest.mark.parametrize(
    ("title", "summing"),
    [
        ("موجز أخبار", True),
        ("الموجز", True),
        ("أبرز عناوين الصحف الصادرة اليوم", True),
        ("أقوال الصحف: الثلاثاء", True),
        ("نشرة الأخبار", True),
        ("انهيار جسر في صفاقس", False),
        ("نشرة أحوال الطقس", False),
        ("وزير الإعلام يعلق على عناوين الصحف", False),
        ("موجز ما قاله الوزير في المؤتمر الصحفي عن أسباب انهيار الجسر", False),
        (None, False),
    ],
)
def test_a_roundup_is_known_by_its_title(title: str | None, summing: bool) -> None:
    assert is_roundup(article("r", title, f"{BRIDGE}\n\n{POET}\n\n{TRAIN}")) is summing


def test_a_text_of_one_paragraph_sums_up_nothing() -> None:
    assert not is_roundup(article("r", "موجز أخبار", BRIDGE))


@pytest.mark.parametrize(
    ("text", "item"),
    [
        (f"{BRIDGE} {TRAIN}\n\n{POET}", f"{BRIDGE} {TRAIN}"),
        (f"انهيار جسر\n\n{BRIDGE} {TRAIN}\n\n{POET}", f"انهيار جسر\n{BRIDGE} {TRAIN}"),
        (f"انهيار جسر\n{BRIDGE} {TRAIN}\n{POET}", f"انهيار جسر\n{BRIDGE} {TRAIN}"),
    ],
    ids=["parted by a blank line", "headed", "parted by lines"],
)
def test_the_first_item(text: str, item: str) -> None:
    assert first_item(text) == item


@pytest.mark.parametrize(("read", "together"), [(False, True), (True, False)])
def test_where_a_roundup_goes(lexicon: StoryLexicon, read: bool, together: bool) -> None:
    articles = [
        article("bridge", "انهيار جسر الزهور في صفاقس ومصرع ستة عمال", BRIDGE),
        article("poet", "الشاعرة نجلاء الهوني تفوز بجائزة الآداب", POET),
        roundup("sum", "موجز أخبار", f"انهيار جسر الزهور في صفاقس\n{BRIDGE}", POET),
    ]
    nothing = Subject((), frozenset(), frozenset(), frozenset())
    subjects = {a.id: nothing for a in articles} if read else None
    groups = group_articles(articles, (), lexicon, subjects)
    assert (("bridge", "sum") in groups) is together
    assert ("poet",) in groups


def test_two_days_of_one_roundup_are_two(lexicon: StoryLexicon) -> None:
    one, other = roundup("p", "موجز أخبار", BRIDGE, POET), roundup("q", "موجز أخبار", TRAIN, "طقس غائم", day=5)
    assert group_articles([one, other], (), lexicon) == (("p",), ("q",))


@pytest.mark.parametrize(("title", "reworked"), [("موجز أخبار", False), ("انهيار جسر في صفاقس", True)])
def test_no_item_is_a_rework_of_its_roundup(lexicon: StoryLexicon, title: str, reworked: bool) -> None:
    closed = "وأعلنت البلدية إغلاق الطريق المؤدية إلى الجسر حتى إشعار آخر وتحويل حركة السير إلى طريق الساحل."
    long = f"{BRIDGE}\n{TRAIN}\n{closed}"
    articles = [article("one", "انهيار جسر", long), article("two", title, f"{long}\n{POET}")]
    assert bool(find_reworked(articles, (), lexicon, compared_texts(articles))) is reworked
