"""Builds of pages met on the web: tables of figures, a form around the page, threads, chats, channels, feeds."""

from __future__ import annotations

import pytest

from tawatur.lexicon.bundle import load_lexicons
from tawatur.model import Page, SplitPage
from tawatur.split import split_page

LEXICONS = load_lexicons()
LEAD = "<p>قالت الشركة إن أرباحها تراجعت في الربع الثاني من العام بسبب كلفة النقل.</p>"
NEXT = "<p>وأضافت الشركة أن مجلس الإدارة سيجتمع الأسبوع المقبل لبحث توزيع الأرباح.</p>"
TITLE = "<h1>أرباح شركة النقل تتراجع في الربع الثاني</h1>"


def split(text: str, media: str = "html") -> SplitPage:
    return split_page(Page("x", text, media=media), LEXICONS)  # type: ignore[arg-type]


def roles(page: SplitPage) -> list[tuple[str, str]]:
    return [(block.role, block.text) for block in page.blocks]


def test_a_row_of_figures_is_a_line_of_the_text() -> None:
    rows = "<tr><td>البند</td><td>2019</td></tr><tr><td>الإيرادات</td><td><p>410</p></td></tr>"
    page = split(f"<main>{TITLE}<div>{LEAD}<table>{rows}</table>{NEXT}</div></main>")
    assert ("body", "الإيرادات | 410") in roles(page)
    assert page.articles[0].text.splitlines()[1:3] == ["البند | 2019", "الإيرادات | 410"]


@pytest.mark.parametrize(
    "cell",
    [
        "<a href=1>خبر 1</a>",
        "<img src=1.jpg> 12",
        "كلام بلا أرقام",
        "<table><tr><td>3</td><td>4</td></tr><tr><td>5</td><td>6</td></tr></table>",
    ],
    ids=["links", "pictures", "no figures", "nested"],
)
def test_a_table_that_lays_out_a_page_is_none(cell: str) -> None:
    row = f"<tr><td>{cell}</td><td>{cell}</td></tr>"
    page = split(f"<main>{TITLE}<div>{LEAD}<table>{row}{row}</table>{NEXT}</div></main>")
    assert not any(" | " in text and len(text) > 20 for _, text in roles(page))


def test_a_form_around_the_whole_page_is_no_frame() -> None:
    page = split(f"<form id=aspnetForm><h2 class=page-title>أرباح الشركة تتراجع</h2>{(LEAD + NEXT) * 8}</form>")
    assert page.articles[0].title == "أرباح الشركة تتراجع"
    assert ("headline", "أرباح الشركة تتراجع") in roles(page)


def test_a_small_form_stays_the_frame() -> None:
    page = split(f"{TITLE}{LEAD}{NEXT}<form><p>اكتب بريدك الإلكتروني لتصلك النشرة.</p></form>")
    assert roles(page)[-1][0] == "furniture"


@pytest.mark.parametrize(("link", "role"), [("", "body"), ("<a href=1>هنا</a>", "teaser")])
def test_an_aside_without_links_is_the_texts(link: str, role: str) -> None:
    points = f"<aside><ul><li>ارتفاع عدد القتلى إلى أحد عشر بحسب الهلال الأحمر. {link}</li></ul></aside>"
    page = split(f"{TITLE}{points}{LEAD}{NEXT}")
    assert roles(page)[1][0] == role


def test_replies_in_a_thread_are_comments() -> None:
    reply = "<div>#{}</div><div>سالم</div><p>كلام طويل من عضو يعلق على الخبر ويقول رأيه فيه منذ سنتين.</p>"
    page = split(f"<div>#1</div>{TITLE}{LEAD}{NEXT}{reply.format(2)}{reply.format(3)}")
    assert [role for role, _ in roles(page)[-6:]] == ["furniture"] * 6
    assert split(f"{TITLE}{LEAD}<div>#2</div>{NEXT}").blocks[-1].role == "body"


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("The post أرباح الشركة appeared first on جريدة السوق.", "furniture"),
        ("ظهرت المقالة أرباح الشركة أولاً على جريدة السوق.", "furniture"),
        ("[٨:١٤ م، ١٢‏/١٠‏/٢٠٢٢] أبو ياسين:", "furniture"),
        ("00:00 / 02:14", "furniture"),
        ("هـ/ر ن/ك ع", "furniture"),
        ("تاريخ التسجيل: Mar 2008", "furniture"),
        ("بريد إلكتروني: media@example.example", "furniture"),
        ("طباعة الخبر | ارسل الى صديق | عدد القراءات : 871", "furniture"),
        ("اضغط للاشتراك في قناتنا على يوتيوب", "furniture"),
        ("خريطة توضح موقع المصنع", "caption"),
        ("نبذة عن شركة النقل:", "subhead"),
        ("منقول من جريدة السوق", "source"),
        ("تصوير: لينا نعمة | نص: كريم الصايغ", "byline"),
    ],
)
def test_lines_between_paragraphs(line: str, role: str) -> None:
    first = "قالت الشركة إن أرباحها تراجعت في الربع الثاني من العام بسبب كلفة النقل."
    second = "وأضافت الشركة أن مجلس الإدارة سيجتمع الأسبوع المقبل لبحث توزيع الأرباح."
    page = split(f"أرباح شركة النقل تتراجع\n{first}\n{line}\n{second}", "text")
    assert page.blocks[2].role == role, page.blocks[2].reason
    assert [block.role for block in page.blocks if block.line != 3] == ["headline", "body", "body"]


def test_an_items_line_of_place_and_day_is_a_date() -> None:
    page = split("<h3>المصرف يخفض الفائدة</h3><p>العاصمة - 21 - 6 (ضفاف)</p>" + LEAD + NEXT)
    assert ("date", "العاصمة - 21 - 6 (ضفاف)") in roles(page)


def test_the_place_and_the_outlet_in_its_marks_are_a_byline() -> None:
    top = "تعليق الرحلات بعد حادث العبارة\nميناء الصدف: «الضفة اليوم»\nميناء الصدف: «الضفة اليوم»\n"
    text = "علقت الحكومة الرحلات أسبوعا بعد الحادث، وقال الوزير لـ«الضفة اليوم» إن التحقيق بدأ.\n" * 2
    assert [block.role for block in split(top + text, "text").blocks[1:3]] == ["byline", "byline"]
    said = top.replace("ميناء الصدف: «الضفة اليوم»", "الوزير: «لن نسمح بذلك»")
    assert split(said + text, "text").blocks[1].role != "byline"


def test_posts_without_titles_are_articles_and_the_channel_is_the_outlet() -> None:
    post = "<div><div>{} وقالت دائرة الري إن المنسوب سينخفض مساء اليوم.</div><span>3.1K views</span></div>"
    head = '<meta property="og:site_name" content="Telegram"><meta property="og:title" content="مرصد الضفاف">'
    page = split(head + "".join(map(post.format, ("أغلق الجسر.", "فتح المستوصف.", "عاد التيار."))))
    assert len(page.articles) == 3
    assert page.articles[0].outlet == "مرصد الضفاف"
