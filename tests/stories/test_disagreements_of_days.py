"""Days of one happening told differently: only where the words name them, or they lie too far apart for one wording."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from tawatur.lexicon.join_words import load_join_words
from tawatur.model import Anchor, DayRange
from tawatur.stories.disagreements.claims import Claim
from tawatur.stories.disagreements.dates import days_differ


@pytest.fixture(scope="module")
def lexicon():  # type: ignore[no-untyped-def]
    return load_join_words()


def claim(
    number: int, published: str, told: str, words: str, sentence: str | None = None, source: str | None = None
) -> tuple[Claim, Any]:
    day = date.fromisoformat(told)
    anchor = Anchor(source or f"a{number}", 0, 1, "س")
    given = Claim(
        number,
        told,
        DayRange(day, day),
        anchor,
        frozenset(),
        "",
        str(number),
        date.fromisoformat(published),
        sentence or f"وصلت القافلة {words}",
    )
    return given, SimpleNamespace(time=words)


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        # Each: published, the day told, its words. 2 May 2031 is a Friday.
        (("2031-05-06", "2031-05-02", "الجمعة"), ("2031-05-06", "2031-05-04", "الأحد"), True),
        (("2031-05-06", "2031-05-02", "2 مايو"), ("2031-05-06", "2031-05-03", "3 مايو"), True),
        (("2031-05-06", "2031-05-02", "الجمعة"), ("2031-05-06", "2031-05-03", "3 مايو"), True),
        (("2031-05-06", "2031-05-02", "2 مايو"), ("2031-05-06", "2031-05-09", "9 مايو"), True),
        (("2031-05-06", "2031-05-02", "الجمعة"), ("2031-05-06", "2031-05-02", "قبل أربعة أيام"), False),
        # The next Friday of two mornings, and one day before two issues.
        (("2031-04-29", "2031-05-02", "الجمعة المقبل"), ("2031-05-03", "2031-05-09", "الجمعة المقبل"), False),
        (("2031-05-06", "2031-05-05", "أمس"), ("2031-05-07", "2031-05-06", "أمس"), False),
        (("2031-05-06", "2031-05-04", "قبل يومين"), ("2031-05-09", "2031-05-07", "قبل يومين"), False),
        # «اليوم» of a paper of the day after.
        (("2031-05-05", "2031-05-05", "اليوم"), ("2031-05-06", "2031-05-06", "اليوم"), False),
        (("2031-05-05", "2031-05-05", "الاثنين"), ("2031-05-06", "2031-05-06", "اليوم"), False),
        (("2031-05-06", "2031-05-02", "الجمعة"), ("2031-05-06", "2031-05-05", "أمس"), True),
        # No paper tells as done what came after it: two of a kind.
        (("2031-05-05", "2031-05-02", "الجمعة"), ("2031-05-06", "2031-05-05", "أمس"), False),
        (("2031-05-05", "2031-05-04", "الأحد"), ("2031-05-06", "2031-05-06", "الثلاثاء"), False),
        # What lies ahead anybody may tell of.
        (("2031-05-05", "2031-05-09", "الجمعة"), ("2031-05-06", "2031-05-10", "السبت"), True),
        # «قبل أسبوعين» is sure to within days.
        (("2031-05-20", "2031-05-06", "قبل أسبوعين"), ("2031-05-20", "2031-05-04", "الأحد"), False),
        (("2031-05-20", "2031-05-06", "قبل أسبوعين"), ("2031-05-20", "2031-05-16", "الجمعة"), True),
    ],
)
def test_which_days_exclude_each_other(lexicon, one, other, differ):  # type: ignore[no-untyped-def]
    first, mine = claim(0, *one)
    second, its = claim(1, *other)
    told = days_differ([mine, its], lexicon)
    assert told(first, second) is told(second, first) is differ


def test_one_wording_of_two_papers_gives_one_day(lexicon):  # type: ignore[no-untyped-def]
    sentence = "يعقد الاجتماع بعد غد الأربعاء"
    first, mine = claim(0, "2031-05-05", "2031-05-07", "بعد غد الأربعاء", sentence)
    second, its = claim(1, "2031-05-06", "2031-05-08", "بعد غد الخميس", sentence)
    assert not days_differ([mine, its], lexicon)(first, second)


@pytest.mark.parametrize(("words", "differ"), [("اليوم", False), ("الجمعة", True)])
def test_one_paper_may_print_days_later_what_was_today(lexicon, words, differ):  # type: ignore[no-untyped-def]
    first, mine = claim(0, "2031-05-02", "2031-04-30", "الأربعاء", source="a")
    second, its = claim(1, "2031-05-02", "2031-05-02", words, source="a")
    assert days_differ([mine, its], lexicon)(first, second) is differ
