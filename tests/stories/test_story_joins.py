"""Articles of one story that tell a happening in their own words are joined; what is set apart in them is not."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tawatur import stories as building
from tawatur.lexicon.bundle import Lexicons, load_lexicons
from tawatur.model import Article, Happening, Published
from tawatur.pipeline import Knowledge, read_article

DAY = date(2021, 6, 9)


@pytest.fixture(scope="module")
def lexicons() -> Lexicons:
    return load_lexicons()


def happenings(lexicons: Lexicons, monkeypatch: pytest.MonkeyPatch, *texts: str) -> list[Happening]:
    """Return what is built of articles of one story, each published a day after the one before."""
    readings = []
    for n, text in enumerate(texts):
        day = DAY + timedelta(n)
        article = Article(f"a{n}", text, published=Published(day, day, "given"))
        readings.append(read_article(article, Knowledge(lexicons)))
    story = tuple(reading.article.id for reading in readings)
    monkeypatch.setattr(building, "group_articles", lambda *_, **__: (story,))
    return list(building.build_stories(readings, lexicons).happenings)


def are_one(found: list[Happening], one: str, other: str) -> bool:
    """Tell whether one happening has reports in which both words stand."""
    return any(
        any(one in r.anchor.exact for r in h.reports) and any(other in r.anchor.exact for r in h.reports) for h in found
    )


ATTACK = "قتل ثمانية أشخاص في تفجير سيارة مفخخة الثلاثاء وسط مدينة الرطبة في محافظة الأنبار، وفق الشرطة."


@pytest.mark.parametrize(
    ("later", "words"),
    [
        ("أدانت الحكومة الأربعاء التفجير الذي هز سوق الرطبة.\nوقال ناطق إن التحقيق بدأ.", "سوق الرطبة"),
        ("شيع الأهالي أمس ضحايا تفجير الرطبة.\nوعاد الهدوء إلى المدينة.", "ضحايا تفجير"),
        ("قال شهود إن انفجارا عنيفا هز محافظة الأنبار وأوقع عشرات القتلى.\nوهرع الناس إلى المكان.", "هز محافظة"),
    ],
)
def test_one_attack_in_words_of_their_own(
    lexicons: Lexicons, monkeypatch: pytest.MonkeyPatch, later: str, words: str
) -> None:
    assert are_one(happenings(lexicons, monkeypatch, ATTACK, later), "سيارة مفخخة", words)


@pytest.mark.parametrize(
    ("later", "words"),
    [
        ("قتل ثلاثة أشخاص في تفجير الأحد وسط مدينة الفلوجة.\nوأغلقت المحال.", "الفلوجة"),
        ("قتل أربعون جنديا في هجوم آخر.\nوأغلقت المحال.", "أربعون"),
        ("كان 20 شخصا قتلوا في تفجير مماثل العام الماضي.\nوأغلقت المحال.", "العام الماضي"),
        ("قتلت القوات عشرين مسلحا في غارة.\nوأغلقت المحال.", "مسلحا"),
    ],
)
def test_another_attack_stays_apart(
    lexicons: Lexicons, monkeypatch: pytest.MonkeyPatch, later: str, words: str
) -> None:
    assert not are_one(happenings(lexicons, monkeypatch, ATTACK, later), "سيارة مفخخة", words)


def test_the_only_strike_of_two_articles_is_one(lexicons: Lexicons, monkeypatch: pytest.MonkeyPatch) -> None:
    found = happenings(
        lexicons,
        monkeypatch,
        "بدأ عمال الميناء إضرابا مفتوحا الثلاثاء.\nوتوقفت حركة السفن.",
        "قالت النقابة إنها لن تتراجع عن مطالبها.\nوكلف الإضراب الشركة مليون دولار.",
    )
    assert are_one(found, "إضرابا مفتوحا", "وكلف الإضراب")


def test_a_round_of_talks_is_no_tour(lexicons: Lexicons, monkeypatch: pytest.MonkeyPatch) -> None:
    (found,) = [
        h
        for h in happenings(lexicons, monkeypatch, "انتهت جولة المفاوضات بين الوفدين في مسقط الثلاثاء.")
        if h.type == "CONSULT"
    ]
    assert "زيارة" not in found.label
