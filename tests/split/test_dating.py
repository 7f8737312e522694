"""Inferred dates: as narrow as the evidence, never a day that it does not give, never today."""

from __future__ import annotations

from datetime import date

import pytest

from tawatur.lexicon.bundle import load_lexicons
from tawatur.model import Page
from tawatur.split import split_page
from tawatur.split.output import published_json

LEXICONS = load_lexicons()
MORE = "\nوأوضح المتحدث أن الأعمال ستستمر في الأحياء القريبة من النهر.\n"


def published(text: str) -> object:
    (article,) = split_page(Page("x", text + MORE), LEXICONS).articles
    return published_json(article.published)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قال متحدث باسم البلدية إن العمل في الجسر انتهى.", None),
        ("قال متحدث باسم البلدية الخميس إن العمل في الجسر انتهى.", None),
        ("قال متحدث باسم البلدية إن العمل بدأ في 3 مارس 2019 وانتهى.", ["2019-03-03", None]),
        ("قال متحدث إن العمل بدأ في مارس (آذار) 2019، وإنه انتهى اليوم (الأحد).", ["2019-03-03", None]),
        ("قال متحدث إن العمل بدأ في مارس (آذار) 2019، وإنه انتهى أمس (السبت).", ["2019-03-03", None]),
        ("قال متحدث إن المدينة بلا جسر منذ عام 2012.", ["2012-01-01", None]),
        ("قال متحدث إن العمل سيبدأ في مارس 2031.", ["2006-01-01", None]),
        ("قال متحدث إن موازنة عام 2030 تتضمن جسرا.", ["1990-01-01", None]),
        ("من المقرر أن تجرى انتخابات البلدية في 5 مايو 2027 في المدينة.", ["2002-01-01", None]),
        ("أكد عامل في الميناء أن الحرب المستمرة منذ أكثر من 30 شهرا أضرت بالعمل.", None),
        ("نواكشوط - 12 مايو 2014 - قال متحدث باسم البلدية إن العمل في الجسر انتهى.", "2014-05-12"),
        ("قال متحدث إن عمال الميناء التقوا الأمين العام للأمم المتحدة بان كي مون.", ["2006-10-18", "2017-03-01"]),
        ("قال نائب الرئيس الأميركي جو بايدن الخميس إن الميناء سيفتح.", ["2008-11-06", "2017-03-21"]),
    ],
)
def test_what_a_text_gives(text: str, expected: object) -> None:
    assert published("جسر جديد في المدينة القديمة قرب الميناء\n" + text) == expected


def test_a_caption_bounds_from_below_and_a_masthead_from_above() -> None:
    text = (
        "الأحد 5 مايو 2019\nالرئيسية\nجسر جديد في المدينة القديمة قرب الميناء\n"
        "عمال قرب الجسر في 2 مايو 2019 (رويترز)\nقال متحدث باسم البلدية إن العمل في الجسر انتهى."
    )
    assert published(text) == ["2019-05-02", "2019-05-05"]


def test_a_weekday_between_near_bounds_gives_the_day() -> None:
    text = (
        "الأحد 5 مايو 2019\nالرئيسية\nجسر جديد في المدينة القديمة قرب الميناء\n"
        "عمال قرب الجسر في 30 أبريل 2019 (رويترز)\nقال متحدث باسم البلدية اليوم (الجمعة) إن العمل في الجسر انتهى."
    )
    assert published(text) == "2019-05-03"


@pytest.mark.parametrize(
    ("day", "expected"), [("أمس (الخميس)", "2021-06-04"), ("أمس (الاثنين)", "2021-04-06"), ("أمس", "2021-06-04")]
)
def test_a_weekday_in_the_text_decides_between_day_and_month(day: str, expected: str) -> None:
    text = f"جسر جديد في المدينة القديمة قرب الميناء\n4/6/2021\nقال متحدث باسم البلدية {day} إن العمل في الجسر انتهى."
    assert published(text) == expected


def test_the_evidence_holds_the_words() -> None:
    page = Page("x", "جسر جديد في المدينة القديمة\nالخميس 19 أكتوبر 2023\nقال متحدث إن العمل في الجسر انتهى.\n" + MORE)
    (article,) = split_page(page, LEXICONS).articles
    assert article.published is not None
    assert article.published.basis == "line"
    (anchor,) = article.published.evidence
    assert anchor.exact == "19 أكتوبر 2023"
    anchor.check(page.text)


def test_a_text_without_evidence_is_never_dated_today() -> None:
    assert date.today().isoformat() not in str(published("عنوان الخبر هنا في المدينة\nقال متحدث اليوم إن العمل انتهى."))
