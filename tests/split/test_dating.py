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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # The year of writing, told in either calendar.
        ("قال متحدث إن الميناء كسب كثيرا في العام الجاري 2015م.", ["2015-01-01", "2015-12-31"]),
        ("قال متحدث إن الميناء يفتح أبوابه لهذا العام 1436هـ في الصيف.", ["2014-10-24", "2015-10-14"]),
        ("قال متحدث إن الميناء خسر كثيرا في العام الماضي 2014.", ["2015-01-01", "2015-12-31"]),
        ("قال متحدث إن الجسر يبنى في العام المقبل 2016 في المدينة.", ["2015-01-01", "2015-12-31"]),
        # Who stands in for a minister, and a father's name, are no holder of an office.
        ("قال وزير الصحة المصري بالإنابة خالد عبد الغفار إن الميناء فتح.", None),
        ("قال أحمد بن علي المدير الرئيس إن الميناء فتح.", None),
        # A school year named by its first number runs on into the second.
        ("قال متحدث إن الميناء يفتح في العام الدراسي الحالي 1435 في المدينة.", ["2013-05-04", "2015-08-21"]),
        ("قال متحدث إن الميناء يفتح في العام الدراسي الحالي 1435/1436.", ["2013-05-04", "2016-04-14"]),
        # Within that year a date or a month called the present one narrows it.
        ("قال متحدث في العام الجاري 2015 إن الجسر فتح في مايو الجاري.", ["2015-05-01", "2015-05-31"]),
        ("قال متحدث أمس 12 أبريل إن الميناء كسب كثيرا في العام الجاري 2015.", "2015-04-13"),
        # Offices, before and after the name, with fathers' names and honours between.
        ("زار وزير الخارجية السعودي الأستاذ عادل بن أحمد الجبير الميناء.", ["2015-02-13", "2019-02-25"]),
        ("زار الميناء الأمير فيصل بن بندر بن عبدالعزيز أمير منطقة الرياض.", ["2014-11-15", None]),
        # Who has left an office is named so only after leaving it.
        ("زار الرئيس الأميركي السابق جورج دبليو بوش الميناء.", ["2008-11-06", None]),
        # Of two holders the later one tells.
        ("قال متحدث إن الرئيس باراك أوباما زار الميناء، وإن الرئيس جو بايدن زاره.", ["2020-11-06", "2025-03-21"]),
        # A term of one country's minister says nothing of another's.
        ("زار وزير الخارجية المصري عادل الجبير الميناء.", None),
        # What is named after a person outlives the person.
        ("زار متحدث باسم البلدية مؤسسة الملك عبدالله بن عبدالعزيز في المدينة.", ["2005-08-01", None]),
        # Things of common knowledge, one country's only in its news.
        ("قال متحدث إن صور الجسر نشرت في تويتر.", ["2006-07-15", None]),
        ("قال متحدث باسم وزارة المياه والكهرباء إن العمل انتهى.", None),
        ("قال متحدث باسم وزارة المياه والكهرباء السعودية إن العمل انتهى.", ["2003-05-01", "2017-05-07"]),
    ],
)
def test_an_interval_is_as_narrow_as_its_evidence(text: str, expected: object) -> None:
    assert published("جسر جديد في المدينة القديمة قرب الميناء\n" + text) == expected


def test_what_contradicts_is_set_aside_and_named() -> None:
    told = "زار الرئيس باراك أوباما الجسر.\nقال متحدث إن العمل انتهى في العام الجاري 2019.\n"
    text = "جسر جديد في المدينة القديمة قرب الميناء\n" + told + MORE
    (article,) = split_page(Page("x", text), LEXICONS).articles
    assert article.published is not None
    assert published_json(article.published) == ["2019-01-01", "2019-12-31"]
    assert any(reason.startswith("set aside: ") and "أوباما" in reason for reason in article.published.reasons)


def test_one_table_tells_who_holds_an_office_on_a_day() -> None:
    terms = LEXICONS.pages.terms
    (office,) = terms.lexicon.offices_of("وزير الخارجية الأميركي")
    assert terms.holders(office, date(2014, 5, 1)) == ("جون كيري",)
    assert terms.holders(office, date(2006, 5, 1)) == ("كوندوليزا رايس",)
