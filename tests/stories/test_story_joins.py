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


def happenings(
    lexicons: Lexicons, monkeypatch: pytest.MonkeyPatch, *texts: str, one_story: bool = True
) -> list[Happening]:
    """Return what is built of articles of one story, or of as many, each published a day after the one before."""
    readings = []
    for n, text in enumerate(texts):
        day = DAY + timedelta(n)
        article = Article(f"a{n}", text, published=Published(day, day, "given"))
        readings.append(read_article(article, Knowledge(lexicons)))
    story = tuple(reading.article.id for reading in readings)
    stories = (story,) if one_story else tuple((article,) for article in story)
    monkeypatch.setattr(building, "group_articles", lambda *_, **__: stories)
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


def test_what_is_recalled_of_one_month_is_one(lexicons: Lexicons, monkeypatch: pytest.MonkeyPatch) -> None:
    found = happenings(
        lexicons,
        monkeypatch,
        f"{ATTACK}\nوكان خمسة عمال قتلوا في هجوم مماثل في مارس الماضي.",
        "عاد الهدوء إلى الرطبة.\nوكان هجوم سابق أودى بخمسة عمال في مارس الماضي.",
    )
    assert are_one(found, "وكان خمسة", "هجوم سابق")
    assert not are_one(found, "سيارة مفخخة", "هجوم سابق")


TAKEN = "خطف مسلحون ثلاثة مهندسين الثلاثاء قرب بلدة الشرقاط.\nوتبحث الشرطة عنهم."


@pytest.mark.parametrize(
    ("first", "word", "later", "words", "one"),
    [
        (
            ATTACK,
            "سيارة مفخخة",
            "اعتقلت الشرطة ثلاثة أشخاص.\nوكان تفجير الثلاثاء في الرطبة قتل ثمانية أشخاص.",
            "وكان",
            True,
        ),
        (
            ATTACK,
            "سيارة مفخخة",
            "اعتقلت الشرطة ثلاثة أشخاص.\nوكان تفجير الثلاثاء في الفلوجة قتل ثمانية أشخاص.",
            "وكان",
            False,
        ),
        (ATTACK, "سيارة مفخخة", "قتل ثمانية أشخاص في غرق مركب الثلاثاء.", "غرق", False),
        (TAKEN, "خطف مسلحون", "تظاهر عمال أمام الوزارة.\nوخطف ثلاثة مهندسين الثلاثاء.", "وخطف", True),
        (TAKEN, "خطف مسلحون", "تظاهر عمال أمام الوزارة.\nوخطف ثلاثة سائقين الأحد.", "وخطف", False),
    ],
)
def test_strangers_are_one_by_what_identifies_it(
    lexicons: Lexicons, monkeypatch: pytest.MonkeyPatch, first: str, word: str, later: str, words: str, one: bool
) -> None:
    found = happenings(lexicons, monkeypatch, first, later, one_story=False)
    assert are_one(found, word, words) is one


def test_one_whom_kidnappers_hold_was_abducted(lexicons: Lexicons, monkeypatch: pytest.MonkeyPatch) -> None:
    found = happenings(lexicons, monkeypatch, TAKEN, "قال الخاطفون إنهم يحتجزون المهندسين الثلاثة.\nوطلبوا فدية.")
    assert are_one(found, "خطف مسلحون", "يحتجزون")
