"""Numbers: figures in both conventions, number words and their compounds, mixtures, ordinals kept apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.text.digits import digits_value
from tawatur.text.numbers import find_numbers, read_ordinal
from tawatur.text.words import find_words


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("سبعة", 7), ("ثماني", 8), ("اثنتي عشرة", 12), ("أحد عشر", 11), ("إحدى عشرة", 11), ("ثلاثة عشر", 13),
        ("خمسة وعشرون", 25), ("واحد وثلاثين", 31), ("مئة", 100), ("مائة وخمسين", 150), ("مئتان", 200),
        ("ثلاثمائة وأحد عشر", 311), ("ثلاث مئة وخمسة", 305), ("ألف", 1000), ("ألفا شخص", 2000), ("ألفين ومائتين", 2200),
        ("خمسين ألفا", 50_000), ("عشرة آلاف", 10_000), ("مئة ألف وثلاثمئة", 100_300), ("مليوني نسمة", 2_000_000),
        ("مليون ونصف المليون", 1_500_000), ("نصف مليون", 500_000), ("ثلاثة ونصف", 3.5),
        ("مليار ومائتين وخمسين مليون", 1_250_000_000), ("تريليون", 10**12), ("ألف وتسعمائة وتسعة وسبعين", 1979),
        ("60,000", 60_000), ("2.5", 2.5), ("٢٫٥", 2.5), ("٢٬٠٠٠٬٠٠٠", 2_000_000), ("1,5 مليون", 1_500_000),
        ("31.700 شخص", 31_700), ("0.125", 0.125), ("1,250 مليون", 1_250_000), ("13 ألف و672", 13_672),
        ("4 ملايين و517 ألفا و180", 4_517_180), ("26،013", 26_013), ("2500 مليون", 2_500_000_000), ("63ر54", 54.63),
        ("إحدى وعشرين بلدية", 21), ("مليونا وأربعمئة ألف", 1_400_000),
        ("مليونا و 300 ألف", 1_300_000), ("ألفا ومئتي كيلومتر", 1200),
        ("ثلاثة أرباع", 0.75), ("خمسةٌ وعشرونَ", 25), ("۲۵", 25),
    ],
)  # fmt: skip
def test_one_number(text: str, value: float) -> None:
    assert [n.value for n in find_numbers(tuple(find_words(text)))] == [pytest.approx(value)]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("مئتان وثلاثة وأربعة", [203, 4]),
        ("5 وعشرين", [5, 20]),
        ("2000 و500", [2000, 500]),
        ("تسعة آلاف واثني عشر ألف قتيل", [9000, 12000]),
        ("لست أحد الحاضرين", []),
        ("التاسع والعشرين من الشهر", []),
        ("كمية كبيرة", []),
        ("أثنى على الوفد", []),
        ("192.168.1.2", []),
    ],
)
def test_what_does_not_compose(text: str, values: list[float]) -> None:
    assert [n.value for n in find_numbers(tuple(find_words(text)))] == values


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [("عشرات الآلاف", "vague", 10_000), ("مئات", "vague", 100), ("بضعة آلاف", "vague", 1000), ("ثلثي", "part", 2 / 3)],
)
def test_kinds(text: str, kind: str, value: float) -> None:
    (number,) = find_numbers(tuple(find_words(text)))
    assert (number.kind, number.value) == (kind, pytest.approx(value))


@pytest.mark.parametrize(
    ("text", "value"), [("الثالث", 3), ("الحادي عشر", 11), ("الثاني عشر", 12), ("الحادي والعشرين", 21), ("الأولى", 1)]
)
def test_ordinals(text: str, value: int) -> None:
    found = read_ordinal(tuple(find_words(text)), 0)
    assert found is not None
    assert (found.value, found.kind) == (value, "ordinal")


def test_spans_leave_clitics_out() -> None:
    text = "وبعشرين ألفا"
    (number,) = find_numbers(tuple(find_words(text)))
    assert (number.span.of(text), number.clitics) == ("عشرين ألفا", "وب")


@given(st.text(alphabet="0123456789.,٫٬", max_size=20))
def test_any_figures_have_a_value_or_none(written: str) -> None:
    value = digits_value(written)
    assert value is None or value >= 0


WORDS = "ألف مليون ثلاثة وعشرون مئة و 5 2.5 نصف ربع أرباع آلاف الثالث عشر أحد ر ، 000 بضعة ملايين فاصلة"


@given(st.lists(st.sampled_from(WORDS.split()), max_size=12), st.sampled_from([" ", ""]))
def test_numbers_lie_in_order(words: list[str], between: str) -> None:
    text = between.join(words)
    end = 0
    for number in find_numbers(tuple(find_words(text))):
        assert end <= number.span.start < number.span.end <= len(text)
        assert number.value >= 0
        end = number.span.end
