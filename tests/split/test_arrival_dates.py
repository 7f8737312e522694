"""How a page came dates it too: the feed that lists it, its server's times, the day of fetching."""

from __future__ import annotations

from datetime import date

import pytest

from tawatur.lexicon.bundle import load_lexicons
from tawatur.model import Page, Provenance, Published
from tawatur.split import conflicts, split_page

LEXICONS = load_lexicons()
TEXT = (
    "وزيرة المياه تفتتح سدا جديدا في وادي الريحان\n\n"
    "افتتحت وزيرة المياه سلمى الدرعي، الثلاثاء 21 يوليو، سدا جديدا في وادي الريحان بعد عمل بدأ منذ عام 2013.\n"
    "وقالت الوزيرة إن السد يكفي ثلاث مدن."
)


def published(text: str = TEXT, **told: str) -> Published | None:
    page = Page("x", text, provenance=Provenance("fetched", **told))  # type: ignore[arg-type]
    return split_page(page, LEXICONS).articles[0].published


def test_the_day_of_a_feed_is_stated_where_the_page_says_none() -> None:
    found = published(listed_by="https://wadi.example/rss", listed_published="Wed, 22 Jul 2015 01:00:00 +0300")
    assert found is not None
    assert (found.day, found.basis) == (date(2015, 7, 22), "given")
    assert found.reasons == ("listed by https://wadi.example/rss",)


def test_a_line_that_readers_see_stands_and_the_feed_is_told_beside_it() -> None:
    line = TEXT + "\nنشر في: 21 يوليو 2015"
    listed = {"listed_by": "https://wadi.example/rss", "listed_published": "2015-07-22T01:00:00+03:00"}
    found = published(line, **listed)
    assert found is not None
    assert (found.day, found.basis) == (date(2015, 7, 21), "line")
    assert "but listed by https://wadi.example/rss as of 2015-07-22" in found.reasons
    split = split_page(Page("x", line, provenance=Provenance("fetched", **listed)), LEXICONS)  # type: ignore[arg-type]
    assert conflicts(split.claims)["published"] == ["2015-07-22", "2015-07-21"]


@pytest.mark.parametrize("field", ["fetched", "http_date", "http_modified", "listed_modified"])
def test_times_of_the_way_here_bound_from_above(field: str) -> None:
    found = published(TEXT.replace("، الثلاثاء 21 يوليو،", ""), **{field: "2016-01-05T10:00:00+00:00"})
    assert found is not None
    # A day is left for time zones.
    assert (found.first, found.last, found.basis) == (date(2013, 1, 1), date(2016, 1, 6), "inferred")


def test_a_weekday_with_its_day_tells_the_year_between_two_bounds() -> None:
    found = published(fetched="2016-01-05T10:00:00+00:00")
    assert found is not None
    assert (found.first, found.last) == (date(2015, 1, 20), date(2016, 1, 6))


@pytest.mark.parametrize("written", ["yesterday", "", "2015", "99/99/9999", "\x00"])
def test_a_time_that_is_none_bounds_nothing(written: str) -> None:
    found = published(fetched=written, http_modified=written, listed_published=written)
    assert found is None or (found.last is None and found.basis == "inferred")


def test_nothing_is_dated_by_its_arrival_alone_to_a_day() -> None:
    found = published("قال متحدث باسم البلدية إن العمل في الجسر انتهى.\nوأضاف أنه سيفتح قريبا.", fetched="2016-01-05")
    assert found is not None
    assert (found.first, found.last, found.day) == (None, date(2016, 1, 6), None)
