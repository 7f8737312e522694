"""Splitting whole pages: every line its role and article, every article the text of its body lines."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tawatur.lexicon.bundle import load_lexicons
from tawatur.model import Page, Span
from tawatur.read import read_bytes
from tawatur.split import page_lines, split_json, split_page

sys.path.insert(0, str(Path(__file__).parent))
from gold_pages import FOLDER, GoldPage, gold_pages

LEXICONS = load_lexicons()
SHARED = Path(__file__).parents[3] / "shared" / "pages"


@pytest.mark.parametrize("gold", gold_pages(), ids=lambda gold: gold.name)
def test_roles_of_a_page(gold: GoldPage) -> None:
    page = read_bytes(gold.text.encode(), gold.name)
    assert isinstance(page, Page)
    split = split_page(page, LEXICONS)
    assert [block.line for block in split.blocks] == sorted(gold.lines)
    got = {block.line: (block.role, block.article) for block in split.blocks}
    wrong = {line: got[line] for line in gold.lines if got[line] != gold.lines[line]}
    assert len(wrong) <= gold.misses, wrong
    for order, outlet in gold.outlets.items():
        assert split.articles[order].outlet == outlet


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.html")), ids=lambda path: path.stem)
def test_roles_of_markup(path: Path) -> None:
    gold = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    page = read_bytes(path.read_bytes(), path.name)
    assert isinstance(page, Page)
    split = split_page(page, LEXICONS)
    got = [(f"{b.role}{'' if b.article is None else b.article}", b.text) for b in split.blocks]
    assert [role for role, _ in got] == [role for role, _ in gold["blocks"]]
    assert all(text.startswith(start) for (_, text), (_, start) in zip(got, gold["blocks"], strict=True))
    article = split.articles[0]
    assert (article.outlet, article.url) == (gold["outlet"], gold["url"])
    assert article.published is not None
    if gold["published"]:
        assert str(article.published.day) == gold["published"]


def check_alignment(page: Page) -> None:
    split = split_page(page, LEXICONS)
    text, lines = page_lines(page)
    assert len(split.blocks) == len(lines)
    for block in split.blocks:
        assert block.span.of(text) == block.text
        assert block.text.strip()
        assert (block.article is None) == (block.role in ("furniture", "section", "teaser"))
    for order, article in enumerate(split.articles):
        assert article.order == order
        for piece in article.pieces:
            assert piece.article.of(article.text) == piece.page.of(text)
        assert sum(piece.article.end - piece.article.start for piece in article.pieces) == len(
            article.text.replace("\n", "")
        )
        for credit in article.credits:
            credit.check(text)
    json.dumps(split_json(split))


@pytest.mark.parametrize("gold", gold_pages(), ids=lambda gold: gold.name)
def test_everything_lies_where_it_says(gold: GoldPage) -> None:
    check_alignment(Page("x", gold.text))


WORDS = st.sampled_from(
    [
        "قال الوزير إن",
        "TT",
        "رويترز",
        "(أ.ف.ب)",
        "اقرأ أيضا:",
        "مقالات ذات صلة",
        "المصدر:",
        "12 مايو 2020",
        "•",
        "\x00",
        "\u200f",
        "«",
        "»",
        "وأضاف",
        ".",
        "\n",
        "\n",
        "\r\n",
        "كلمات دلالية:",
        "التعليقات",
        "القاهرة - ",
        "x",
        "ﷺ",
        "كـــــلمة",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, max_size=60).map(" ".join))
def test_no_text_breaks_it(text: str) -> None:
    check_alignment(Page("x", text))


TAGS = st.sampled_from(
    [
        "<p>",
        "</p>",
        "<div class='related'>",
        "<h1>",
        "<a href=x>",
        "<li>",
        "</div>",
        "<time>",
        "<br>",
        "<!--",
        "<script>",
    ]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.one_of(WORDS, TAGS), max_size=60).map(" ".join))
def test_no_markup_breaks_it(text: str) -> None:
    check_alignment(Page("x", text, media="html"))


def test_the_same_page_gives_the_same_split() -> None:
    gold = gold_pages()[0]
    assert split_page(Page("x", gold.text), LEXICONS) == split_page(Page("x", gold.text), LEXICONS)


@pytest.mark.parametrize(
    "text",
    [
        "كلمة " * 400_000,
        "كلمة." * 400_000,
        "(" * 500_000 + "نص",
        "عنوان\n" * 10_000,
        "قال الوزير إن الأمر انتهى اليوم.\n" * 5_000,
        "اقرأ أيضا\nعنوان من كلمات أربع\n" * 3_000,
        "قال الوزير إن الأمر انتهى اليوم.\n" + "عنوان من كلمات أربع هنا\n" * 4_000 + "قال الوزير إن الأمر انتهى اليوم.",
        "عنوان من كلمات أربع هنا\nTT\nعنوان من كلمات أربع هنا\nقال الوزير إن الأمر انتهى اليوم.\n" * 700,
    ],
    ids=["words", "stops", "brackets", "titles", "sentences", "sections", "tail", "repeats"],
)
def test_hostile_text_takes_linear_time(text: str) -> None:
    began = time.process_time()
    split_page(Page("x", text), LEXICONS)
    # Measured at one to two seconds of one core; quadratic work would take many minutes. The room between is for a
    # machine that is slow or busy.
    assert time.process_time() - began < 90


def test_nested_tags_take_no_stack() -> None:
    page = Page("x", "<div>" * 2_500 + "<p>قال الوزير إن المصنع سيفتح أبوابه الشهر المقبل.</p>", media="html")
    (article,) = split_page(page, LEXICONS).articles
    assert article.text == "قال الوزير إن المصنع سيفتح أبوابه الشهر المقبل."


def test_a_record_is_one_article_as_given() -> None:
    split = split_page(Page("a1", "سطر أول\n\nسطر ثان", media="record", title="عنوان"), LEXICONS)
    (article,) = split.articles
    assert (article.id, article.text, article.title) == ("a1", "سطر أول\n\nسطر ثان", "عنوان")
    assert article.page_span(Span(3, 6)) == Span(3, 6)


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared pages are not beside the checkout")
def test_shared_pages_stay_split() -> None:
    gold = json.loads((SHARED / "gold_blocks.json").read_text(encoding="utf-8"))
    right = total = 0
    for name, want in gold.items():
        page = read_bytes((SHARED / name).read_bytes(), name)
        assert isinstance(page, Page)
        out = split_json(split_page(page, LEXICONS))
        assert len(out["articles"]) == len(want["articles"])
        got = {line["line"]: (line["role"], line["article"]) for line in out["lines"]}
        total += len(want["lines"])
        right += sum(got.get(line["line"]) == (line["role"], line["article"]) for line in want["lines"])
    assert right / total >= 0.97
