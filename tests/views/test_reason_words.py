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
