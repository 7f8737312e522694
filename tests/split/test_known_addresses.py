"""What is known of an outlet by its address helps its pages, and harms no page that is another's."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tawatur.lexicon.bundle import load_lexicons
from tawatur.model import Page
from tawatur.split import split_page

sys.path.insert(0, str(Path(__file__).parent))
from gold_pages import GoldPage, gold_pages

LEXICONS = load_lexicons()
TEXT = "{}\nافتتاح جسر جديد على وادي الريحان\nافتتح عمال البلدية جسرا جديدا صباح اليوم.\nوقال المشرف إن العمل انتهى."


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://www.bbc.com/arabic/articles/x", "بي بي سي"),
        ("https://aawsat.com/home/article/1", "صحيفة الشرق الأوسط"),
        ("https://www.aljazeera.net/news/1", "الجزيرة نت"),
    ],
)
def test_the_outlet_is_known_by_its_address(url: str, name: str) -> None:
    split = split_page(Page("x", TEXT.format(name), url=url), LEXICONS)
    assert [block.role for block in split.blocks][1:] == ["headline", "body", "body"]
    assert split.blocks[0].role in ("furniture", "byline")
    book = LEXICONS.pages.outlets
    found = book.named(split.articles[0].outlet or "", marked=True)
    host = url.split("/")[2]
    assert found is not None
    assert found == book.of_host(host)


@pytest.mark.parametrize("url", ["https://unknown.example/1", "no address", "http://[", ""])
def test_an_address_that_is_not_known_tells_nothing(url: str) -> None:
    assert split_page(Page("x", TEXT.format("الرئيسية"), url=url), LEXICONS).articles[0].outlet is None


@pytest.mark.parametrize("gold", gold_pages()[::4], ids=lambda gold: gold.name)
def test_a_wrong_address_changes_no_role(gold: GoldPage) -> None:
    plain = split_page(Page("x", gold.text), LEXICONS)
    wrong = split_page(Page("x", gold.text, url="https://www.bbc.com/arabic/articles/x"), LEXICONS)
    assert [(b.role, b.article) for b in wrong.blocks] == [(b.role, b.article) for b in plain.blocks]
