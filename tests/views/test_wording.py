"""Words for codes and days: both languages, nothing left as a bare code, no day that can be misread."""

from __future__ import annotations

from datetime import date
from typing import get_args

import pytest

from tawatur.model.readings import Basis, Kind, Stance, Status
from tawatur.views.wording import days, word

D = date


@pytest.mark.parametrize(
    ("first", "last", "arabic", "english"),
    [
        (D(2025, 7, 5), D(2025, 7, 5), "5 يوليو 2025", "5 July 2025"),
        (D(2025, 7, 1), D(2025, 7, 31), "يوليو 2025", "July 2025"),
        (D(2025, 1, 1), D(2025, 12, 31), "2025", "2025"),
        (D(2025, 7, 5), D(2025, 7, 9), "5 يوليو 2025 – 9 يوليو 2025", "5 July 2025 – 9 July 2025"),
        (None, D(2025, 7, 9), "حتى 9 يوليو 2025", "until 9 July 2025"),
        (D(2025, 7, 9), None, "منذ 9 يوليو 2025", "since 9 July 2025"),
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
