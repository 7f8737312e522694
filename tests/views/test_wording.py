"""Words for codes and days: both languages, nothing left as a bare code, no day that can be misread."""

from __future__ import annotations

from datetime import date
from typing import get_args

import pytest

from tawatur.model.readings import Basis, Kind, Stance, Status
from tawatur.views.places import country_name
from tawatur.views.timing import time_words
from tawatur.views.wording import days, differing, published, side_in, word

D = date


@pytest.mark.parametrize(
    ("first", "last", "arabic", "english"),
    [
        (D(2025, 7, 5), D(2025, 7, 5), "5 يوليو 2025", "5 July 2025"),
        (D(2025, 7, 1), D(2025, 7, 31), "يوليو 2025", "July 2025"),
        (D(2025, 1, 1), D(2025, 12, 31), "2025", "2025"),
        (D(2025, 7, 5), D(2025, 7, 9), "5 يوليو 2025 – 9 يوليو 2025", "5 July 2025 – 9 July 2025"),
        (None, D(2025, 7, 9), "في 9 يوليو 2025 أو قبله", "on or before 9 July 2025"),
        (D(2025, 7, 9), None, "في 9 يوليو 2025 أو بعده", "on or after 9 July 2025"),
        (None, None, "تاريخ غير معروف", "date unknown"),
    ],
)
def test_days(first: date | None, last: date | None, arabic: str, english: str) -> None:
    assert days(first, last, "ar") == arabic
    assert days(first, last, "en") == english


@pytest.mark.parametrize(
    ("group", "codes"),
    [("status", get_args(Status)), ("stance", get_args(Stance)), ("kind", get_args(Kind)), ("basis", get_args(Basis))],
)
def test_every_code_has_words(group: str, codes: tuple[str, ...]) -> None:
    for code in codes:
        assert word(group, code, "ar") != code
        assert word(group, code, "en")


@pytest.mark.parametrize(
    ("first", "last", "arabic"),
    [
        (D(2025, 7, 5), D(2025, 7, 5), "نُشر في 5 يوليو 2025"),
        (D(2025, 5, 1), None, "نُشر في 1 مايو 2025 أو بعده"),
        (None, D(2025, 5, 1), "نُشر في 1 مايو 2025 أو قبله"),
        (D(2025, 7, 5), D(2025, 7, 9), "نُشر بين 5 يوليو 2025 و9 يوليو 2025"),
        (None, None, "تاريخ النشر غير معروف"),
    ],
)
def test_days_of_publication(first: date | None, last: date | None, arabic: str) -> None:
    assert published(first, last, "ar") == arabic


@pytest.mark.parametrize(
    ("value", "granularity", "arabic", "english"),
    [
        ("2025-07-05TEV", "part", "5 يوليو 2025، مساءً", "5 July 2025, evening"),
        ("P2D", "duration", "مدة: يومان", "for 2 days"),
        ("PT30M", "duration", "مدة: 30 دقيقة", "for 30 minutes"),
        ("2025-07-05/2025-07-09", "interval", "5 يوليو 2025 – 9 يوليو 2025", "5 July 2025 – 9 July 2025"),
        ("2019-05", "month", "مايو 2019", "May 2019"),
        ("2024-SU", "season", "صيف 2024", "summer 2024"),
        ("FUTURE_REF", "ref", "زمن آتٍ دون تحديد", "some time to come"),
        ("", "part", "جزء من يوم", "a part of a day"),
        ("nonsense", "day", "يوم", "a day"),
    ],
)
def test_times_leave_no_code(value: str, granularity: str, arabic: str, english: str) -> None:
    assert time_words(value, granularity, "ar") == arabic
    assert time_words(value, granularity, "en") == english


def test_countries_have_names() -> None:
    assert (country_name("MR", "ar"), country_name("MR", "en")) == ("موريتانيا", "Mauritania")
    assert country_name("ZZ", "ar") == "ZZ"


@pytest.mark.parametrize(
    ("attribute", "what", "value", "heading", "side"),
    [
        ("status", "", "denied", "الحال", "منفي"),
        ("figure", "killed", "16 قتيلاً", "العدد: القتلى", "16 قتيلاً"),
    ],
)
def test_sides_of_a_disagreement(attribute: str, what: str, value: str, heading: str, side: str) -> None:
    assert differing(attribute, what, "ar") == heading
    assert side_in(attribute, value, "ar") == side
