"""Splitting tells in Arabic why a line has its role, whatever page it is."""

from __future__ import annotations

from typing import get_args

import pytest
from evaluation.pages import split_web_page, web_pages

from tawatur.cli.split_words import ROLES, reason_in_arabic
from tawatur.lexicon.bundle import load_lexicons
from tawatur.model import Role


def test_every_role_has_an_arabic_name() -> None:
    assert set(ROLES) == set(get_args(Role))


def test_every_reason_on_the_written_pages_is_told_in_arabic() -> None:
    lexicons = load_lexicons()
    reasons = {block.reason for page in web_pages() for block in split_web_page(page, lexicons).blocks}
    assert [reason for reason in sorted(reasons) if reason_in_arabic(reason) == reason] == []


@pytest.mark.parametrize(
    ("reason", "arabic"),
    [
        ("marked up as <div> tags", "هكذا رُمّز: <div> tags"),
        ("a heading of section", "ترويسة عناوين قوائم الروابط"),
        ("starts as lines of source do", "يبدأ كما تبدأ أسطر المصدر"),
        ("something else", "something else"),
    ],
)
def test_reasons(reason: str, arabic: str) -> None:
    assert reason_in_arabic(reason) == arabic
