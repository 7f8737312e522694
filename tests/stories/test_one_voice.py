"""Counting never takes one voice for two: an unnamed spokesman, an agency's credit, a statement without an author."""

from __future__ import annotations

from datetime import date

import pytest

from tawatur.lexicon.bundle import Lexicons, load_lexicons
from tawatur.model import Anchor, Article, Published, Reading, Span
from tawatur.pipeline import Knowledge, read_article
from tawatur.stories import build_stories

DAY = Published(date(2025, 7, 6), date(2025, 7, 6), "given")


@pytest.fixture(scope="module")
def lexicons() -> Lexicons:
    return load_lexicons()


def _read(lexicons: Lexicons, name: str, text: str, outlet: str | None = None, credit: str | None = None) -> Reading:
    credits = ()
    if credit:
        start = text.index(credit)
        credits = (Anchor.of(name, text, Span(start, start + len(credit))),)
    return read_article(Article(name, text, name, outlet, published=DAY, credits=credits), Knowledge(lexicons))


def test_an_unnamed_spokesman_is_no_second_source(lexicons: Lexicons) -> None:
    one = "قال متحدث عسكري إن مسلحين قتلوا 14 شخصا في هجوم على قافلة في مدينة زندر."
    two = "قال المتحدث باسم قوة التأمين سالم الفاروقي إن مسلحين قتلوا 14 شخصا في هجوم على قافلة في مدينة زندر."
    stories = build_stories([_read(lexicons, "a1", one), _read(lexicons, "a2", two)], lexicons)
    counts = [h.count for h in stories.happenings if len({r.article for r in h.reports}) == 2]
    assert counts
    assert all(count.known == 1 for count in counts)


def test_the_agency_of_a_dateline_is_the_origin(lexicons: Lexicons) -> None:
    text = "زندر، 6 يوليو (السهوب) - اعتقلت الشرطة في مدينة زندر أربعة ناشطين مساء السبت."
    stories = build_stories([_read(lexicons, "a1", text, "صحيفة الأفق", "السهوب")], lexicons)
    origins = {r.chain.origin.label for h in stories.happenings for r in h.reports}
    assert "السهوب" in origins


def test_a_byline_is_no_agency(lexicons: Lexicons) -> None:
    text = "كتب سامر العطار\nاعتقلت الشرطة في مدينة زندر أربعة ناشطين مساء السبت."
    stories = build_stories([_read(lexicons, "a1", text, "صحيفة الأفق", "سامر العطار")], lexicons)
    origins = {r.chain.origin.label for h in stories.happenings for r in h.reports}
    assert origins <= {"صحيفة الأفق"}
