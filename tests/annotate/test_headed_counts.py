"""Numbers without a noun behind them count what «عدد» or «حصيلة» stands over."""

from __future__ import annotations

from functools import cache

import pytest

from tawatur.annotate.figures import find_figures
from tawatur.lexicon.bundle import load_lexicons
from tawatur.lexicon.count_words import CountLexicon
from tawatur.text.prepared import prepare


@cache
def lexicon() -> CountLexicon:
    return load_lexicons().figures


def units(text: str) -> list[tuple[object, str | None]]:
    return [(f.value, f.unit) for f in find_figures(prepare(text), (), (), lexicon())]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وارتفع عدد القتلى من سبعة إلى تسعة.", [(7, "القتلى"), (9, "القتلى")]),
        ("وارتفعت حصيلة المصابين إلى 12.", [(12, "المصابين")]),
        ("وبلغ عدد الغائبين في المدرسة 31.", [(31, "الغائبين")]),
        ("وقال إن عدد الجنود تجاوز 300.", [(300, "الجنود")]),
        ("وارتفع عدد القتلى إلى تسعة جنود.", [(9, "جنود")]),
        ("حضر عدد من النواب وغاب 15.", [(15, None)]),
        ("انتهى عدد الطلاب، وحضر 20.", [(20, None)]),
        ("ارتفعت النتيجة إلى 12.", [(12, None)]),
    ],
)
def test_what_a_number_without_a_noun_counts(text: str, expected: list[tuple[object, str | None]]) -> None:
    assert units(text) == expected
