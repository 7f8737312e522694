"""Text made harmless: every risky sign in every place, the words kept."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tawatur.export.harmless import cell, json_line, json_text, visible, web_address


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r", "＝", "－"])
@pytest.mark.parametrize("before", ["", " ", "\u200f", "\u00a0"])
def test_a_formula_is_text(sign: str, before: str) -> None:
    assert cell(before + sign + "1+1") == "'" + before + sign + "1+1"
    assert cell(before + sign + "1", formulas=True) == before + sign + "1"


@pytest.mark.parametrize("text", ["قال 5-3", "a=b", "«=»", "", "'=1", "ـــ"])
def test_other_text_stays(text: str) -> None:
    assert cell(text) == text


def test_marks_of_direction_and_joiners_are_ordinary() -> None:
    text = "می\u200cروم \u200fنص\u200e \u061c"
    assert visible(text) == text
    assert json.loads(json_text(text)) == text


@settings(max_examples=50)
@given(st.text(max_size=30))
def test_json_reads_back_the_same(text: str) -> None:
    kept = text.encode("utf-8", "replace").decode()
    assert json.loads(json_line({"t": kept})) == {"t": kept}


@settings(max_examples=50)
@given(st.text(alphabet=st.characters(exclude_categories=()), max_size=20))
def test_json_is_always_one_line_of_utf8(text: str) -> None:
    line = json_line([text])
    assert line.count(b"\n") == 1
    assert "<" not in line.decode()


def test_a_lone_surrogate_costs_only_itself() -> None:
    assert json.loads(json_line("قا\ud83dل")) == "قا\ufffdل"
    assert visible("قا\ud83dل") == "قا\\ud83dل"


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "http://[", "data:text/html,x", "", None, "//news.example", "http:"]
)
def test_no_address_that_runs_or_leads_nowhere(url: str | None) -> None:
    assert web_address(url) is None


def test_an_arabic_address_becomes_a_uri() -> None:
    assert web_address("https://news.example/خبر?a=1&b=ب") == "https://news.example/%D8%AE%D8%A8%D8%B1?a=1&b=%D8%A8"
