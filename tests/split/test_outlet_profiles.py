"""Outlet profiles only help: what they tell narrows a date, and an outlet without one is read as before."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tawatur.lexicon.bundle import load_lexicons
from tawatur.lexicon.outlet_profiles import load_outlet_profiles
from tawatur.lexicon.outlets import load_outlets
from tawatur.model import Page, Provenance
from tawatur.split import split_page
from tawatur.split.dating.arrival import arrival_bounds
from tawatur.split.output import published_json

LEXICONS = load_lexicons()
TEXT = (
    "جسر جديد في المدينة القديمة قرب الميناء\n"
    "قال متحدث باسم البلدية أمس إن العمل في الجسر انتهى.\n"
    "وأوضح المتحدث أن الأعمال ستستمر في الأحياء القريبة من النهر.\n"
)


def published(url: str | None, text: str = TEXT) -> object:
    (article,) = split_page(Page("x", text, url=url), LEXICONS).articles
    return published_json(article.published)


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://www.skynewsarabia.com/a", ["2012-05-01", None]),
        ("https://www.okaz.com.sa/a", None),
        ("https://news.example/a", None),
        ("http://[::bad", None),
        (None, None),
    ],
)
def test_an_outlet_writes_no_article_before_its_founding(url: str | None, expected: object) -> None:
    assert published(url) == expected


def test_stronger_evidence_than_the_founding_stands() -> None:
    text = TEXT.replace("انتهى.", "بدأ في 3 مارس 2019 وانتهى.")
    unknown = published("https://news.example/a", text)
    assert published("https://www.skynewsarabia.com/a", text) == unknown == ["2019-03-03", None]


@pytest.mark.parametrize(
    ("hours", "expected"), [(None, date(2019, 5, 7)), (3, date(2019, 5, 7)), (1, date(2019, 5, 6))]
)
def test_the_clock_of_the_outlet_says_which_day_it_was(hours: int | None, expected: date) -> None:
    page = Page("x", "", provenance=Provenance("fetched", http_date="Mon, 06 May 2019 22:30:00 GMT"))
    (bound,) = arrival_bounds(page, timedelta(hours=hours) if hours is not None else None)
    assert bound.last == expected


def test_the_profiles_are_of_known_outlets_of_twelve_and_more() -> None:
    known = {outlet.key for outlet in load_outlets().outlets}
    profiles = load_outlet_profiles()
    assert len(profiles) >= 12
    assert set(profiles) <= known


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("نقل موقع أكسيوس عن عامل أن الجسر فتح.", ["2017-01-01", None]),
        ("قال عامل لقناة الميادين إن الجسر فتح.", ["2012-06-11", None]),
        # A name of other words tells nothing, nor does an outlet older than the web.
        ("قال عامل إن المنار القديم فتح.", None),
        ("قال عامل لوكالة رويترز إن الجسر فتح.", None),
    ],
)
def test_an_outlet_that_a_text_names_was_there(text: str, expected: object) -> None:
    assert published(None, TEXT.replace("قال متحدث باسم البلدية أمس إن العمل في الجسر انتهى.", text)) == expected
