"""Deeds of one story that are two: towns of one tour, sessions, meetings of other states, raids counted otherwise."""

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
        readings.append(
            read_article(Article(f"a{n}", text, published=Published(day, day, "given")), Knowledge(lexicons))
        )
    story = tuple(reading.article.id for reading in readings)
    monkeypatch.setattr(building, "group_articles", lambda *_, **__: (story,))
    return list(building.build_stories(readings, lexicons).happenings)


def are_one(found: list[Happening], one: str, other: str) -> bool:
    """Tell whether one happening has reports in which both words stand."""
    return any(
        any(one in r.anchor.exact for r in h.reports) and any(other in r.anchor.exact for r in h.reports) for h in found
    )


@pytest.mark.parametrize(
    ("texts", "one", "other"),
    [
        # A country that holds both towns does not make two visits one.
        (
            (
                "وصل وزير الدفاع الفرنسي سيباستيان لوكورنو الثلاثاء إلى بغداد في زيارة إلى العراق.",
                "زار وزير الدفاع الفرنسي سيباستيان لوكورنو الأربعاء مدينة أربيل في العراق وتفقد جنودا هناك.",
            ),
            "إلى بغداد",
            "مدينة أربيل",
        ),
        # A session is part of the meeting that another article tells of.
        (
            (
                "عقدت في نيروبي الثلاثاء جلسة دون التوصل إلى اتفاق.\nوغادرت الوفود.",
                "تواصل في نيروبي منذ الأحد اجتماع لجنة المياه المشتركة.\nونجح الاجتماع في تجاوز الخلاف.",
            ),
            "جلسة دون",
            "لجنة المياه",
        ),
        # Talks with another state.
        (
            (
                "التقى وزير الخارجية التونسي عثمان الجرندي وزير الخارجية الليبي.\nوقال إن المشاورات نجحت.",
                "قال ناطق إن المشاورات بين تونس والجزائر أظهرت تطابقا في الرؤى.\nوأضاف أنها ستستمر.",
            ),
            "الليبي",
            "والجزائر",
        ),
        # Raids that are counted otherwise, on another town.
        (
            (
                "نفذ التحالف أربع غارات جوية الثلاثاء قرب مدينة الرقة.",
                "نفذ التحالف ثماني غارات جوية الأربعاء قرب مدينة دير الزور.",
            ),
            "أربع غارات",
            "ثماني غارات",
        ),
        # A war that goes on for years is no happening that articles open with.
        (
            (
                "بحث الوزير في تونس سبل دعم الشركاء في الحرب على التنظيم.",
                "أشاد الرئيس بدور الشرطة في المعركة ضد التنظيم.",
            ),
            "دعم الشركاء",
            "بدور الشرطة",
        ),
        # A tour has several stops.
        (
            (
                "زار وزير الصحة هشام الكردي الثلاثاء مستشفى كسلا.",
                "قام وزير الصحة هشام الكردي الثلاثاء بجولة في ولاية كسلا.",
            ),
            "مستشفى كسلا",
            "بجولة",
        ),
        # Who is received at the airport arrives; the talks are another thing.
        (
            (
                "استقبل الوزير الكويتي صباح الخالد الثلاثاء وزير خارجية تركيا هاكان فيدان في مطار الكويت.",
                "أجرى وزير خارجية تركيا هاكان فيدان الثلاثاء محادثات في الكويت مع الوزير صباح الخالد وولي العهد.",
            ),
            "في مطار",
            "وولي العهد",
        ),
        # Cooperation as such is not what was delivered.
        (
            (
                "سلمت فرنسا مصر الثلاثاء ثلاث طائرات.\nوأشاد وزير الدفاع المصري بالتعاون العسكري مع فرنسا.",
                "تسلمت مصر من فرنسا الثلاثاء ثلاث طائرات.",
            ),
            "ثلاث طائرات",
            "التعاون العسكري",
        ),
        # What somebody set out for was not done.
        (
            (
                "قتل ثلاثة جنود في هجوم الثلاثاء في مدينة بنزرت.\nوأوقف ستة أشخاص كانوا في طريقهم لتنفيذ هجوم.",
                "أعلن الجيش مقتل ثلاثة جنود في بنزرت.",
            ),
            "ثلاثة جنود",
            "لتنفيذ هجوم",
        ),
        # «بعد أسابيع من الهجوم»: not the shooting that the other article opens with.
        (
            (
                "قتل مسلح في إطلاق نار الثلاثاء في مدينة بنزرت.\nوفر آخران.",
                "داهمت الشرطة منازل في بنزرت.\nوتأتي المداهمات بعد أسابيع من الهجوم على فندق.",
            ),
            "إطلاق نار",
            "على فندق",
        ),
    ],
)
def test_two_deeds_stay_two(
    lexicons: Lexicons, monkeypatch: pytest.MonkeyPatch, texts: tuple[str, ...], one: str, other: str
) -> None:
    assert not are_one(happenings(lexicons, monkeypatch, *texts), one, other)


def test_an_attack_on_a_building_called_after_the_town_is_that_of_the_town(
    lexicons: Lexicons, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = happenings(
        lexicons,
        monkeypatch,
        "قتل ستة جنود في هجوم شنه مسلحون السبت على مركز للدرك في بلدة سيليبابي في موريتانيا.",
        "زار الوزير المنطقة.\nولم تتراجع الجماعة عن تبنيها للهجوم على ثكنة سيليبابي.",
    )
    assert are_one(found, "مركز للدرك", "ثكنة سيليبابي")
