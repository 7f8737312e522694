"""Reasons are told in both languages, the words of the text left as they are."""

from __future__ import annotations

import re

import pytest

from tawatur.views.reasons import explain

REASONS = [
    "same-place: نيامي",
    "same-text",
    "3 articles share 93% of the shorter text's words in the same order, and 100% of their first 100",
    "no article of the group credits an agency",
    "credited to وكالة الضفاف in 2 of 3 articles",
    "a picture is dated «20 أغسطس (آب) 2023»",
    "«مارس (آذار) 2024» has begun",
    "«نهاية العام» is still to come",
    "«وزير النقل فاضل المنذري», in office until 2025-01-20, acts on a day of that week",
    "date line",
    "JSON-LD datePublished",
    'meta[property="article:published_time"]',
    "the same gazetteer entry gpe:MR-NKC",
    "«سنة 2019» is spoken of, past or soon to come",
    "«المرفأ» and «وكالة المرفأ»: the same words",
    "«ميناء روصو», both in MR",
    "decided: «سالم» and «أبو مازن» are the same",
    "«وزير النقل الكيني» is the office of «سالم أوغوتو» in a story",
    "«وزير النقل الكيني» is the office of «سالم أوغوتو» at that time",
    "«وزير النقل الكيني» and «وزير نقل كينيا» are one office at one time",
    "«سالم» is also spelt «ساليم»; «سالم الدرعاوي» has more parts than «سالم», in one story",
]


@pytest.mark.parametrize("reason", REASONS)
def test_reasons_are_told_in_arabic(reason: str) -> None:
    told = explain(reason, "ar")
    assert not re.search(r"[A-Za-z]", told)
    for words in re.findall(r"«([^»]+)»", reason):
        assert words in told


@pytest.mark.parametrize("reason", REASONS)
def test_reasons_are_told_in_english(reason: str) -> None:
    assert re.search(r"[A-Za-z]{3}", explain(reason, "en"))


def test_a_reason_that_is_not_known_stands_as_it_is() -> None:
    assert explain("something else", "ar") == explain("something else", "en") == "something else"


@pytest.mark.parametrize(
    ("stored", "arabic"),
    [
        ("chains: 1", "سلسلة واحدة"),
        ("chains: 2", "سلسلتان"),
        ("chains: 11", "11 سلسلة"),
        ("one-origin: المرفأ | 2", "سلسلتان ترجعان إلى المرفأ"),
        ("own-words: 1", "مقال واحد يرويه بلفظه أيضًا مع المصدر الذي يسمّيه"),
        ("voice-speaks: وزارة النقل | متحدث باسم النقل", "جهة ومن يتحدث باسمها: «وزارة النقل»، «متحدث باسم النقل»"),
        ("voice-points: البيان | وزارة النقل", "المقصود بلفظ «البيان»: «وزارة النقل»"),
        ("copies-one: 2", "مقالان يرويانه بنص واحد ويُعدّان مرة"),
        ("denials: 1", "خبر واحد ينفيه ولا يُعدّ معه"),
        ("shared-wording: 68% | 10", "10 ألفاظ مشتركة (68%)"),
        ("same-day: 2025-07-05", "اليوم نفسه: 5 يوليو 2025"),
        ("cannot-both-hold: actual، denied", "لا يمكن أن تصح معًا: ذُكر أنه وقع، منفي"),
        ("cannot-both-hold: 14 قتيلاً، 16 قتيلاً", "لا يمكن أن تصح معًا: 14 قتيلاً، 16 قتيلاً"),
        ("of-line: 2 | س", "الطرفان نفسهما في قصتين: س"),
    ],
)
def test_numbers_in_reasons_are_counted(stored: str, arabic: str) -> None:
    assert explain(stored, "ar") == arabic


def test_english_reasons_count_too() -> None:
    assert explain("clustered: 1", "en") == "1 article about one happening"
    assert explain("same-day: 2025-07-05", "en") == "same day: 5 July 2025"
