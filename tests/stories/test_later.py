"""Later arrivals: an article joins or opens a story by its fortnight alone, in whatever order articles come."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tawatur.lexicon.story_words import StoryLexicon, load_story_words
from tawatur.model import Article, DayRange, Published
from tawatur.stories.grouping import group_articles
from tawatur.stories.grouping.later import Regrouped, days_around, group_later

DAY = date(2021, 3, 4)
# Of two groupings of the same articles, how far they agree in whatever order the articles came (B-cubed F1).
BOUND = 0.9
PLACES = ("الزهور", "الياسمين", "النخيل", "الزيتون", "الرمان", "الصفصاف", "السنديان", "اللوز")
WHAT = (
    ("انهيار جسر {0} ومصرع ستة عمال", "لقي ستة عمال مصرعهم في انهيار جسر {0} أثناء أعمال صيانة."),
    ("ارتفاع ضحايا انهيار جسر {0} إلى تسعة", "قالت فرق الإنقاذ إن ضحايا انهيار جسر {0} تسعة عمال."),
    ("نقابة تطالب بتحقيق في انهيار جسر {0}", "طالبت نقابة البنائين بفتح تحقيق في انهيار جسر {0} الذي قتل عمالا."),
    ("حريق في سوق {0} يلتهم متاجر الأقمشة", "أتى حريق على متاجر الأقمشة في سوق {0} فجر اليوم دون إصابات."),
    ("إخماد حريق سوق {0} بعد خمس ساعات", "أخمدت الإطفائية حريق متاجر الأقمشة في سوق {0} بعد خمس ساعات."),
)


@pytest.fixture(scope="module")
def lexicon() -> StoryLexicon:
    return load_story_words()


def article(name: str, title: str, text: str, day: date | None = DAY) -> Article:
    return Article(name, text, title, published=Published(day, day, "given") if day else None)


ARTICLES = [
    article(f"{place}{n}", title.format(place), text.format(place), DAY + timedelta(days=5 * where + n % 3))
    for where, place in enumerate(PLACES)
    for n, (title, text) in enumerate(WHAT)
]


def near(articles: Sequence[Article], days: DayRange) -> list[Article]:
    return [
        a
        for a in articles
        if a.published is None
        or (
            (days.first is None or a.published.last >= days.first)
            and (days.last is None or a.published.first <= days.last)
        )  # type: ignore[operator]
    ]


def arrive(lexicon: StoryLexicon, batches: Sequence[Sequence[Article]]) -> Regrouped:
    known: list[Article] = []
    found = Regrouped((), ())
    for batch in batches:
        known.extend(batch)
        found = group_later(found.groups, near(known, days_around(batch)), {a.id for a in batch}, (), lexicon)
        assert sorted(i for group in found.groups for i in group) == sorted(a.id for a in known)
    return found


def agreement(one: Sequence[tuple[str, ...]], other: Sequence[tuple[str, ...]]) -> float:
    mine, theirs = ({i: set(g) for g in groups for i in g} for groups in (one, other))
    precision = sum(len(mine[i] & theirs[i]) / len(mine[i]) for i in mine) / len(mine)
    recall = sum(len(mine[i] & theirs[i]) / len(theirs[i]) for i in mine) / len(mine)
    return 2 * precision * recall / (precision + recall)


@given(st.integers(0, 10_000), st.integers(1, 9))
@settings(max_examples=12, deadline=None)
def test_the_order_of_arrival_changes_little(seed: int, size: int) -> None:
    lexicon = load_story_words()
    articles = list(ARTICLES)
    random.Random(seed).shuffle(articles)
    found = arrive(lexicon, [articles[at : at + size] for at in range(0, len(articles), size)])
    assert agreement(found.groups, group_articles(ARTICLES, (), lexicon)) >= BOUND


def test_all_at_once_is_the_same_as_grouping(lexicon: StoryLexicon) -> None:
    assert arrive(lexicon, [ARTICLES]).groups == group_articles(ARTICLES, (), lexicon)


def test_what_new_articles_do_is_told(lexicon: StoryLexicon) -> None:
    bridge, toll, union, fire = (a for a in ARTICLES[:4])
    first = arrive(lexicon, [[bridge]])
    assert [c.kind for c in first.changes] == ["opened"]
    second = group_later(first.groups, [bridge, toll, fire], {toll.id, fire.id}, (), lexicon)
    assert {(c.kind, len(c.before), c.after[0]) for c in second.changes} == {
        ("joined", 1, (bridge.id, toll.id)),
        ("opened", 0, (fire.id,)),
    }
    apart = ((bridge.id,), (toll.id,))
    third = group_later(apart, [bridge, toll, union], {union.id}, (), lexicon)
    assert [(c.kind, c.before) for c in third.changes] == [("merged", apart)]


def test_a_wrong_group_is_split_when_a_new_article_falls_to_it(lexicon: StoryLexicon) -> None:
    bridge, toll, _, fire, _ = ARTICLES[:5]
    mixed = (tuple(sorted((bridge.id, fire.id))),)
    found = group_later(mixed, [bridge, toll, fire], {toll.id}, (), lexicon)
    assert found.groups == ((bridge.id, toll.id), (fire.id,))
    assert [c.kind for c in found.changes] == ["split"]


def test_members_from_other_days_stay_with_their_story(lexicon: StoryLexicon) -> None:
    bridge, toll, union = ARTICLES[:3]
    groups = (("long-before", bridge.id), ("else",))
    found = group_later(groups, [bridge, toll, union], {toll.id, union.id}, (), lexicon)
    assert found.groups == (("else",), ("long-before", bridge.id, toll.id, union.id))


def test_the_days_around() -> None:
    dated, undated = ARTICLES[0], article("u", "عنوان", "نص", None)
    assert days_around([dated]) == DayRange(DAY - timedelta(days=7), DAY + timedelta(days=7))
    assert days_around([dated, undated]) == DayRange(None, None)
