"""Attacks told again in one article are one happening, unless something sets them apart."""

from __future__ import annotations

from datetime import date

import pytest

from tawatur.lexicon.bundle import Lexicons, load_lexicons
from tawatur.model import Article, Happening, Published
from tawatur.pipeline import Knowledge, read_article
from tawatur.stories import build_stories

LEDE = "قتل تسعة أشخاص في هجوم شنه مسلحون السبت على حافلة قرب مدينة كيفة في موريتانيا، وفق ما أعلن متحدث عسكري."


@pytest.fixture(scope="module")
def lexicons() -> Lexicons:
    return load_lexicons()


def happenings(lexicons: Lexicons, *texts: str) -> list[Happening]:
    day = date(2024, 3, 10)
    published = Published(day, day, "given")
    readings = [
        read_article(Article(f"a{n}", text, published=published), Knowledge(lexicons)) for n, text in enumerate(texts)
    ]
    return [h for h in build_stories(readings, lexicons).happenings if h.type == "ASSAULT"]


def main_of(found: list[Happening]) -> Happening:
    return next(h for h in found if any("حافلة قرب" in r.anchor.exact for r in h.reports))


@pytest.mark.parametrize(
    "later",
    [
        "وقال مصدر محلي إن الهجوم خلف تسعة قتلى.",
        "وأكد شاهد أن مسلحين فتحوا النار على الحافلة.",
        "وأعلنت جماعة مسلحة أن مقاتليها قتلوا 11 شخصا.",
    ],
)
def test_bare_words_mean_the_attack_of_the_article(lexicons: Lexicons, later: str) -> None:
    found = happenings(lexicons, f"{LEDE}\n{later}")
    assert any("\n" not in r.anchor.exact and r.anchor.exact.strip() == later for r in main_of(found).reports)


@pytest.mark.parametrize(
    "later",
    [
        "وكان خمسة جنود قتلوا في هجوم مماثل العام الماضي.",
        "وقتل جنديان في هجوم آخر شمال مالي.",
        "وقتل أكثر من 300 شخص في هجمات منذ عام 2019.",
        "وقتل أربعون شخصا في هجوم على قرية.",
    ],
)
def test_what_is_set_apart_stays_apart(lexicons: Lexicons, later: str) -> None:
    found = happenings(lexicons, f"{LEDE}\n{later}")
    assert all(r.anchor.exact.strip() != later for r in main_of(found).reports)


def test_the_dateline_names_no_attacker_and_no_day(lexicons: Lexicons) -> None:
    found = happenings(lexicons, f"نواكشوط 10 آذار/مارس 2024 (وكالة الضفة) - {LEDE}")
    main = main_of(found)
    assert main.when.first == main.when.last == date(2024, 3, 9)
    assert not any("الضفة" in actor for actor in main.actors)


def test_the_end_of_a_wait_dates_no_attack(lexicons: Lexicons) -> None:
    found = happenings(lexicons, f"{LEDE}\nولم تعلن أي جهة مسؤوليتها عن الهجوم حتى صباح الأحد.")
    assert {(h.when.first, h.when.last) for h in found} == {(date(2024, 3, 9), date(2024, 3, 9))}
