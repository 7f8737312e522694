"""Quotations: every way of marking them that news pages use, closed or not."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.text.quotes import find_quotes


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("«أول» ثم «ثان»", ["أول", "ثان"]),
        ("«خارج «داخل» خارج»", ["خارج «داخل» خارج"]),
        ("“خارج “داخل” خارج” بعد", ["خارج “داخل” خارج"]),
        ("قال ”مرحبا بكم” ثم", ["مرحبا بكم"]),
        ("قال “مرحبا بكم“ ثم", ["مرحبا بكم"]),
        ("„من اليسار“", ["من اليسار"]),
        ('قال "نعم" و"لا"', ["نعم", "لا"]),
        ('""مضاعف"" بعد', ["مضاعف"]),
        ("««مضاعف»» بعد", ["مضاعف"]),
        ("((بين قوسين)) بعد", ["بين قوسين"]),
        ("''مفردتان'' بعد", ["مفردتان"]),
        ("‘كلمة’ بعد", ["كلمة"]),
        ("‹كلمة› بعد", ["كلمة"]),
        ("«جملة. وجملة بعدها»", ["جملة. وجملة بعدها"]),
        ("it’s rock ’n’ roll", []),
        ("(قوسان) ((غير مغلقين", []),
    ],
)
def test_marks(text: str, inner: list[str]) -> None:
    assert [q.inner.of(text) for q in find_quotes(text, []) if q.closed] == inner


def test_an_open_quotation_runs_to_the_end_of_its_line() -> None:
    text = "قال: «بدأ ولم ينته\nسطر آخر"
    (quote,) = find_quotes(text, [])
    assert (quote.inner.of(text), quote.closed) == ("بدأ ولم ينته", False)


def test_a_lone_straight_mark_opens_nothing() -> None:
    (quote,) = find_quotes('طوله 5" فقط', [])
    assert not quote.closed
    assert quote.inner.start == quote.inner.end


@given(st.text(alphabet="اب «»“”„\"'‘’()‹›\n.،", max_size=60))
def test_quotations_lie_in_the_text_and_closed_ones_do_not_overlap(text: str) -> None:
    quotes = list(find_quotes(text, []))
    for quote in quotes:
        assert 0 <= quote.span.start <= quote.inner.start <= quote.inner.end <= quote.span.end <= len(text)
    closed = [q for q in quotes if q.closed]
    for before, after in itertools.pairwise(closed):
        assert before.span.end <= after.span.start
