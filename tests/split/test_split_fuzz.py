"""Whatever bytes, markup or text come: a page or a clear refusal, with work that grows with the size alone."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tawatur.lexicon.bundle import load_lexicons
from tawatur.model import Page, SetAside
from tawatur.read import read_bytes
from tawatur.split import markup, page_lines, split_json, split_page

sys.path.insert(0, str(Path(__file__).parent))
from counted_work import calls

LEXICONS = load_lexicons()
SENTENCE = "وقال مدير الميناء إن السفينة وصلت صباح الخميس 12 مارس 2015."
LINES = st.sampled_from(
    [
        SENTENCE,
        "افتتاح مركز صحي في حي البساتين",
        "التعليق على الصورة، عمال أمام المركز",
        "12/3/2015 - 10:05",
        "الثلاثاء 1436/5/21 هـ",
        "نشر: 99/99/9999",
        "اقرأ أيضا",
        "تخطى الأكثر قراءة وواصل القراءة",
        "الأكثر قراءة نهاية",
        "الخبر التالي",
        "المصدر: وكالات",
        "© Photo / Pool",
        "شارك فيسبوك تويتر",
        "\u202e\u200f\u0640\u064b",
        "ﻻ ﷲ ۱۲ مارس ۲۰۲۱",
        "\x00\ufeff",
        "-->",
        "* * *",
        "",
    ]
)
TAGS = """
<div class=related>;<article>;<li>;<td>;<h1>;<time datetime=x>;<a href=# class=date>;<cite>;<img>;</div>;</a>;<p>
<span class=date>;</span>;<table>;<aside>;<footer>;<blockquote>;<br>;<![CDATA[;-->;<script>
"""
OPEN = st.sampled_from(TAGS.strip().replace("\n", ";").split(";"))


def check(page: Page | SetAside) -> None:
    if isinstance(page, SetAside):
        assert page.reason
        return
    split = split_page(page, LEXICONS)
    text, lines = page_lines(page)
    assert [block.text for block in split.blocks] == [block.span.of(text) for block in split.blocks]
    assert len(lines) == len(split.blocks)
    assert [block.article is None for block in split.blocks if block.role in ("furniture", "section", "teaser")].count(
        False
    ) == 0
    split_json(split)


@settings(max_examples=80, deadline=None)
@given(st.lists(LINES, max_size=30).map("\n".join))
def test_lines_of_pages_in_any_order(text: str) -> None:
    check(Page("x", text))


@settings(max_examples=80, deadline=None)
@given(st.lists(st.one_of(LINES, OPEN), max_size=50).map("".join))
def test_markup_in_any_order(text: str) -> None:
    check(Page("x", text, media="html"))


@settings(max_examples=80, deadline=None)
@given(
    st.one_of(
        st.binary(max_size=400),
        st.lists(LINES, max_size=9).map(lambda lines: "\n".join(lines).encode("cp1256", "replace")),
    )
)
def test_bytes_of_any_kind(raw: bytes) -> None:
    for name in ("page.html", "page.txt", "page"):
        check(read_bytes(raw, name))


ITEM = "افتتاح مركز صحي في حي البساتين\n12 مارس 2015\n" + (SENTENCE + "\n") * 3 + "المصدر: وكالات\n"
MARKED = f"<article class=card><h2>افتتاح مركز صحي في الحي</h2><time>12 مارس 2015</time><p>{SENTENCE}</p></article>"


@pytest.mark.parametrize(
    ("unit", "media"),
    [
        (ITEM, "text"),
        (f"اقرأ أيضا\nعنوان من كلمات أربع هنا\n{SENTENCE}\n", "text"),
        ("صيادون\nالميناء\n" + SENTENCE + "\n", "text"),
        (MARKED, "html"),
        ("<div><a href=x>افتتاح مركز صحي في الحي</a></div>", "html"),
    ],
    ids=["articles", "resumed", "labels", "cards", "links"],
)
def test_work_grows_with_the_size_alone(unit: str, media: str) -> None:
    few, many = 30, 120
    short, long = (calls(lambda n=n: split_page(Page("x", unit * n, media=media), LEXICONS)) for n in (few, many))  # type: ignore[misc,arg-type]
    # Four times the size is four times the work, sixteen times were it quadratic.
    assert long < 5 * short


@pytest.mark.parametrize("opened", ["<table><tr><td>1<td>", "<div class=date>", "<aside>", "<div class=author>"])
def test_nested_elements_are_not_weighed_without_end(opened: str, monkeypatch: pytest.MonkeyPatch) -> None:
    weighed = []
    for name in ("_fits", "_is_no_zone", "is_data"):
        rule = getattr(markup, name)
        monkeypatch.setattr(markup, name, lambda *given, rule=rule: weighed.append(1) or rule(*given))
    page = Page("x", f"<h1>عنوان من كلمات</h1><p>{SENTENCE}</p>" + opened * 500 + "كلمة", media="html")
    split_page(page, LEXICONS)
    # Each reads all that is in the element: five hundred times would be quadratic in the depth.
    assert 0 < len(weighed) < 100


@pytest.mark.parametrize("marks", ["-->", "* * *", "…", "\u200f.", "—"])
def test_a_line_of_marks_alone_is_no_reason_to_stop(marks: str) -> None:
    after = f"<body>{SENTENCE}<h1><h1>{marks}"
    above = f"<body>{SENTENCE}<h1>افتتاح مركز صحي جديد في حي البساتين<div class=message>{marks}<img>"
    plain = f"{SENTENCE}\n{marks}\n"
    for raw, name in ((after, "page.html"), (above, "page.html"), (plain, "page.txt")):
        page = read_bytes(raw.encode(), name)
        assert isinstance(page, Page)
        assert SENTENCE[:20] in "".join(article.text for article in split_page(page, LEXICONS).articles)
