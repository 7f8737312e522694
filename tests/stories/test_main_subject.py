"""Main subjects: one happening told in different words is one story, two happenings in like words are two."""

from __future__ import annotations

import random
from collections.abc import Iterable
from datetime import date
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tawatur.lexicon.bundle import Lexicons, load_lexicons
from tawatur.model import Article, Published
from tawatur.pipeline import Knowledge, read_article
from tawatur.stories import build_stories
from tawatur.stories.grouping import Subject, compare_within, group_articles, main_subject

DAY = date(2021, 3, 4)


@cache
def everything() -> Lexicons:
    return load_lexicons()


@pytest.fixture(scope="module")
def lexicons() -> Lexicons:
    return everything()


def article(name: str, title: str, text: str, day: date | None = DAY) -> Article:
    return Article(name, text, title, published=Published(day, day, "given") if day else None)


VISIT = article(
    "visit1",
    "الوزير الدنماركي يبدأ زيارة رسمية تستغرق يومين",
    "وصل وزير الخارجية الدنماركي لارس هولمغارد إلى العاصمة الزامبية لوساكا، الخميس، في زيارة تستغرق يومين، "
    "حيث التقى نظيره الزامبي جوزيف مواندا، بحسب بيان رسمي.\n"
    "ومن المقرر أن يتفقد الوزير مزرعة تجريبية قرب المدينة ومستشفى للأطفال تموله جمعية خيرية، "
    "قبل أن يلقي محاضرة أمام طلاب كلية البيطرة ويفتتح معرضا لآلات الحصاد والألبان. "
    "ويرافقه مهندسون وأطباء ومصدرو أدوية، وتعود الطائرة بهم مساء السبت عبر نيروبي.",
)
VISIT_ELSEWHERE = article(
    "visit2",
    "مواندا وهولمغارد يتفقان على محطة للطاقة الشمسية",
    "أجرى جوزيف مواندا مباحثات مع الوزير الدنماركي لارس هولمغارد خلال زيارته لوساكا أمس الخميس، "
    "تناولت بناء محطة للطاقة الشمسية بتمويل من كوبنهاغن.\n"
    "وقال سكان القرى المجاورة إنهم ينتظرون الكهرباء منذ سنوات، وإن مولدات الديزل باهظة الكلفة. "
    "وتستورد الألواح من ماليزيا، وتكفي ثلاثين ألف بيت ومنجما للنحاس ومحطة لضخ المياه العذبة.",
    date(2021, 3, 5),
)
VISIT_REACTION = article(
    "visit3",
    "ترحيب في زامبيا بنتائج زيارة هولمغارد",
    "رحب اتحاد المزارعين بنتائج زيارة وزير الخارجية الدنماركي لارس هولمغارد إلى زامبيا ولقائه جوزيف مواندا، "
    "معتبرا أنها تفتح الباب أمام قروض جديدة لشراء البذور والجرارات بفائدة مخفضة.",
    date(2021, 3, 6),
)
COMMENT_ELSEWHERE = article(
    "comment1",
    "هولمغارد ينتقد تصريحات المعارضة الدنماركية",
    "انتقد وزير الخارجية الدنماركي لارس هولمغارد تصريحات زعيمة المعارضة في كوبنهاغن عن ميزانية الجيش، "
    "واصفا إياها بأنها بعيدة عن الواقع، ودعا إلى شراء فرقاطات ورادارات جديدة لحماية مضائق البلطيق وجزر فارو.",
    date(2021, 3, 5),
)
ATTACK = article(
    "attack1",
    "هجوم على حافلة قرب مدينة تاهوا",
    "قتل 14 شخصا وأصيب عشرون آخرون في هجوم شنه مسلحون مساء الثلاثاء على حافلة قرب مدينة تاهوا في النيجر، "
    "وفق ما أعلنت وزارة الداخلية. وكانت الحافلة تنقل تجارا وطلبة إلى سوق أسبوعية، ولم يعرف انتماء المهاجمين.",
    date(2021, 3, 3),
)
ATTACK_RETOLD = article(
    "attack2",
    "تاهوا تشيع ضحاياها بعد ليلة دامية",
    "شيع المئات في تاهوا غربي النيجر ضحايا الهجوم الذي وقع مساء الثلاثاء وأسفر عن مقتل 14 راكبا، "
    "فيما أغلقت الأسواق أبوابها حدادا، وتلا الأئمة آيات من القرآن، ونكست المدارس أعلامها وألغت حفلات التخرج.",
    date(2021, 3, 4),
)
ATTACK_LATER = article(
    "attack3",
    "نهب مستودع حبوب وسقوط ضحايا في تاهوا",
    "نهب ملثمون مستودعا للحبوب في تاهوا غربي النيجر وقتلوا تسعة حراس في هجوم وقع مساء الجمعة، "
    "فيما قالت نقابة التجار إن المخزون كان مخصصا للمدارس.",
    date(2021, 3, 6),
)
EVERY = (VISIT, VISIT_ELSEWHERE, VISIT_REACTION, COMMENT_ELSEWHERE, ATTACK, ATTACK_RETOLD, ATTACK_LATER)


def subjects_of(articles: Iterable[Article], lexicons: Lexicons) -> dict[str, Subject]:
    return {
        a.id: main_subject(read_article(a, Knowledge(lexicons)), lexicons.joins, lexicons.names.demonyms)
        for a in articles
    }


@cache
def every_subject() -> dict[str, Subject]:
    return subjects_of(EVERY, everything())


def groups(lexicons: Lexicons, *articles: Article) -> set[tuple[str, ...]]:
    subjects = subjects_of(articles, lexicons)
    comparer = compare_within(
        tuple(subjects.values()), lexicons.joins, lexicons.stories.common, lexicons.names.demonyms
    )
    return set(group_articles(articles, (), lexicons.stories, subjects, comparer))


def by_words(lexicons: Lexicons, *articles: Article) -> set[tuple[str, ...]]:
    return set(group_articles(articles, (), lexicons.stories))


@pytest.mark.parametrize(
    ("articles", "joined"),
    [
        pytest.param((VISIT, VISIT_ELSEWHERE), True, id="one visit in two wordings"),
        pytest.param((VISIT_ELSEWHERE, VISIT_REACTION), True, id="a visit and a reaction to it"),
        pytest.param((VISIT_ELSEWHERE, COMMENT_ELSEWHERE), False, id="the same man on another thing"),
        pytest.param((VISIT_REACTION, COMMENT_ELSEWHERE), False, id="a reaction to another thing"),
        pytest.param((ATTACK, ATTACK_RETOLD), True, id="one attack in two wordings"),
        pytest.param((ATTACK, ATTACK_LATER), False, id="two attacks at one place on two days"),
        pytest.param((ATTACK_RETOLD, ATTACK_LATER), False, id="a follow-up and another attack"),
        pytest.param((VISIT, ATTACK), False, id="nothing in common"),
    ],
)
def test_what_is_one_happening(articles: tuple[Article, ...], joined: bool, lexicons: Lexicons) -> None:
    # One town and one kind of incident decide for the words of the attack retold (test_focus.py).
    decided = articles == (ATTACK, ATTACK_RETOLD)
    assert len(by_words(lexicons, *articles)) == (1 if decided else 2), "the words alone must not decide"
    assert len(groups(lexicons, *articles)) == (1 if joined else 2)


def test_all_together(lexicons: Lexicons) -> None:
    assert groups(lexicons, *EVERY) == {
        ("attack1", "attack2"),
        ("attack3",),
        ("comment1",),
        ("visit1", "visit2", "visit3"),
    }


def test_months_apart_nothing_is_one(lexicons: Lexicons) -> None:
    later = article("visit2", VISIT_ELSEWHERE.title or "", VISIT_ELSEWHERE.text, date(2021, 9, 3))
    assert len(groups(lexicons, VISIT, later)) == 2


def test_without_dates_two_people_still_tell_a_visit(lexicons: Lexicons) -> None:
    bare = tuple(Article(a.id, a.text, a.title) for a in (VISIT, VISIT_ELSEWHERE))
    assert len(groups(lexicons, *bare)) == 1


def test_a_lone_subject_and_none(lexicons: Lexicons) -> None:
    assert groups(lexicons) == set()
    assert groups(lexicons, article("x", "", "")) == {("x",)}


@given(st.integers(0, 10_000))
@settings(max_examples=15, deadline=None)
def test_order_changes_nothing(seed: int) -> None:
    lexicons = everything()
    subjects = every_subject()
    comparer = compare_within(
        tuple(subjects.values()), lexicons.joins, lexicons.stories.common, lexicons.names.demonyms
    )
    shuffled = random.Random(seed).sample(EVERY, len(EVERY))
    other = dict(random.Random(seed).sample(list(subjects.items()), len(subjects)))
    expected = group_articles(EVERY, (), lexicons.stories, subjects, comparer)
    assert group_articles(shuffled, (), lexicons.stories, other, comparer) == expected


@given(st.sampled_from(EVERY), st.sampled_from(EVERY))
@settings(max_examples=40, deadline=None)
def test_agreement_is_mutual(one: Article, other: Article) -> None:
    lexicons = everything()
    subjects = every_subject()
    comparer = compare_within((), lexicons.joins, lexicons.stories.common, lexicons.names.demonyms)
    mine, theirs = subjects[one.id], subjects[other.id]
    assert comparer.agree(mine, theirs) == comparer.agree(theirs, mine)


def test_build_stories_merges_by_the_main_subject(lexicons: Lexicons) -> None:
    found = build_stories([read_article(a, Knowledge(lexicons)) for a in EVERY], lexicons)
    assert ("visit1", "visit2", "visit3") in {story.articles for story in found.stories}
