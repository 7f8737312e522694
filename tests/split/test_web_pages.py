"""Web pages as sites build them: the roles of their lines, their articles, text and dates, counted over all pages."""

from __future__ import annotations

import pytest
from evaluation.pages import PageScore, f1, score_split, split_web_page, summary, web_pages

from tawatur.lexicon.bundle import load_lexicons

PAGES = web_pages()


@pytest.fixture(scope="module")
def scores() -> list[PageScore]:
    lexicons = load_lexicons()
    return [score_split(page, split_web_page(page, lexicons)) for page in PAGES]


def test_lines_articles_and_texts_of_all_pages(scores: list[PageScore]) -> None:
    got = summary(scores)
    wrong = [(score.name, error) for score in scores for error in score.errors]
    assert got["roles+article"] >= 0.975, wrong
    assert got["bodies exact"] >= 0.95, wrong
    assert got["article counts"] == 1.0, wrong
    assert got["body F1"] >= 0.99, wrong


def test_no_page_loses_its_text(scores: list[PageScore]) -> None:
    assert [score.name for score in scores if f1(*score.body) < 0.9] == []
