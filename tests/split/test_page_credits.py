"""Whom an article is credited to, and which outlet's page it stands on, as the page itself shows it."""

from __future__ import annotations

import pytest

from tawatur.lexicon.bundle import load_lexicons
from tawatur.model import Article, Page
from tawatur.split import page_lines, split_page

LEXICONS = load_lexicons()
MORE = "وأوضح المتحدث أن الأعمال ستستمر في الأحياء القريبة من النهر."
TITLE = "جسر جديد في المدينة القديمة قرب الميناء"


def only(text: str, media: str = "text") -> Article:
    page = Page("x", text, media="html" if media == "html" else "text")
    (article,) = split_page(page, LEXICONS).articles
    source, _ = page_lines(page)
    for credit in article.credits:
        credit.check(source)
    return article


@pytest.mark.parametrize(
    ("lead", "expected"),
    [
        ("أغاديز (النيجر) 6 تموز/يوليو 2025 (مزن) - قال متحدث إن العمل في الجسر انتهى.", ["مزن"]),
        ("نيامي، 9 يوليو (مزن) - قال متحدث إن العمل في الجسر انتهى.", ["مزن"]),
        ("القاهرة - د ب أ - قال متحدث إن العمل في الجسر انتهى.", ["د ب أ"]),
        ("نواكشوط - مزن اليوم: قال متحدث إن العمل في الجسر انتهى.", ["مزن اليوم"]),
        ("بغداد/ مزن: قال متحدث إن العمل في الجسر انتهى.", ["مزن"]),
        ("قال متحدث إن العمل في الجسر (الجديد) انتهى - وهو خبر سار.", []),
        ("وصل الوزير (الجمعة) إلى المدينة القديمة قرب النهر.", []),
        ("قال متحدث باسم البلدية: العمل في الجسر انتهى.", []),
    ],
)
def test_a_dateline_credits_an_agency_known_or_not(lead: str, expected: list[str]) -> None:
    assert [credit.exact for credit in only(f"{TITLE}\n{lead}\n{MORE}").credits] == expected


@pytest.mark.parametrize(
    ("lead", "expected"),
    [
        ("المدينة القديمة (وكالة مزن) - قال متحدث إن العمل في الجسر انتهى.", None),
        ("المدينة القديمة - وكالة مزن: قال متحدث إن العمل في الجسر انتهى.", None),
        ("المدينة القديمة - قال متحدث إن العمل في الجسر انتهى.", None),
        ("لندن - القدس العربي: قال متحدث إن العمل في الجسر انتهى.", "القدس العربي"),
    ],
)
def test_the_place_of_a_dateline_is_no_outlet(lead: str, expected: str | None) -> None:
    assert only(f"{TITLE}\n{lead}\n{MORE}").outlet == expected


@pytest.mark.parametrize(
    ("end", "expected"),
    [("(أ ف ب)", ["أ ف ب"]), ("(مزن)", ["مزن"]), ("(مزن، وكالات)", ["مزن، وكالات"]), ("(في 3 مايو)", [])],
)
def test_a_bracket_after_the_last_sentence_is_a_credit(end: str, expected: list[str]) -> None:
    article = only(f"{TITLE}\nقال متحدث باسم البلدية إن العمل في الجسر انتهى.\n{MORE} {end}")
    assert [credit.exact for credit in article.credits] == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("مزن 6 يوليو 2025 | 14:10", "مزن"),
        ("مزن", "مزن"),
        ("6 يوليو 2025 - مزن", "مزن"),
        ("مزن - الأحد 6 يوليو 2025", "مزن"),
    ],
)
def test_a_credit_line_of_markup_is_cleared_of_dates(line: str, expected: str) -> None:
    markup = f"<body><h1>{TITLE}</h1><div class=source>{line}</div><p>قال متحدث إن العمل انتهى.</p><p>{MORE}</p></body>"
    assert [credit.exact for credit in only(markup, "html").credits] == [expected]


@pytest.mark.parametrize(
    ("line", "title", "credits"),
    [
        ("تقرير: سلمى الخطاط", TITLE, ["سلمى الخطاط"]),
        ("مراسلنا في نواكشوط: الهادي الجربي", TITLE, ["الهادي الجربي"]),
        ("تقرير: 40 شاحنة عبرت الجسر في يوم", "تقرير: 40 شاحنة عبرت الجسر في يوم", []),
        ("تحقيق: كيف اختفى الجسر من خرائط البلدية", "تحقيق: كيف اختفى الجسر من خرائط البلدية", []),
    ],
)
def test_a_prefix_before_a_name_is_a_byline_and_before_a_clause_a_headline(
    line: str, title: str, credits: list[str]
) -> None:
    head = f"{TITLE}\n{line}" if title == TITLE else line
    article = only(f"{head}\nقال متحدث باسم البلدية إن العمل في الجسر انتهى.\n{MORE}")
    assert (article.title, [credit.exact for credit in article.credits]) == (title, credits)


@pytest.mark.parametrize(
    ("frame", "expected"),
    [
        ("وكالة مزن للأنباء\n{}\nجميع الحقوق محفوظة", "وكالة مزن للأنباء"),
        ("مزن اليوم\n{}\nجميع الحقوق محفوظة لمزن اليوم © 2021", "مزن اليوم"),
        ("الرئيسية > محليات\n{}\n© 2021 جميع الحقوق محفوظة - نص أعد للعرض", None),
        ("الرئيسية\n{}", None),
    ],
)
def test_the_outlet_is_named_by_masthead_or_rights(frame: str, expected: str | None) -> None:
    article = only(frame.format(f"{TITLE}\nقال متحدث باسم البلدية إن العمل في الجسر انتهى.\n{MORE}"))
    assert (article.title, article.outlet) == (TITLE, expected)


@pytest.mark.parametrize("title", [f"{TITLE} | صحيفة مزن", f"صحيفة مزن | {TITLE}", f"{TITLE} - صحيفة مزن"])
def test_the_outlet_is_what_stands_beside_the_title_of_the_window(title: str) -> None:
    markup = f"<title>{title}</title><body><h1>{TITLE}</h1><p>قال متحدث إن العمل انتهى.</p><p>{MORE}</p></body>"
    assert only(markup, "html").outlet == "صحيفة مزن"


def test_a_picture_of_an_unknown_agency_is_known_by_the_page() -> None:
    text = (
        f"{TITLE}\nعمال يقفون فوق الجسر في المدينة (مزن)\nعمال يقفون فوق الجسر في المدينة (مزن)\nTT\n{TITLE}\n"
        f"قال متحدث لوكالة مزن إن العمل في الجسر انتهى.\n{MORE}"
    )
    article = only(text)
    assert (article.title, article.captions) == (TITLE, ("عمال يقفون فوق الجسر في المدينة (مزن)",))


def test_a_labelled_date_below_the_pointers_is_the_articles() -> None:
    text = (
        f"{TITLE}\nقال متحدث إن العمل انتهى.\n{MORE}\nاقرأ أيضا:\nمهرجان في الجنوب هذا العام\n\nتاريخ النشر: 11/07/2025"
    )
    published = only(text).published
    assert published is not None
    assert str(published.day) == "2025-07-11"


def test_a_heading_in_a_cell_is_the_headline_where_no_first_heading_stands() -> None:
    markup = (
        "<table><tr><td>جريدة مزن تونس، السبت 12 جويلية 2025</td></tr><tr><td><a>أقسام الجريدة</a><br><a>وطنية</a></td>"
        f"<td><h2>{TITLE}</h2><p>قال متحدث إن العمل انتهى.</p><p>{MORE}</p></td></tr></table>"
    )
    article = only(f"<body>{markup}</body>", "html")
    assert (article.title, article.credits) == (TITLE, ())
