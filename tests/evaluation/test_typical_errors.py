"""The document of typical errors is the table's, and a row counts as mended only when all that is right is there."""

from __future__ import annotations

import pytest
from evaluation.typical_errors import DOCUMENT, Row, facts_of, is_mended, read_table, section

from tawatur.pipeline import Knowledge


def test_the_document_holds_the_table() -> None:
    rows = read_table()
    assert len({row.sentence for row in rows}) == len(rows) >= 40
    assert all(all(row) for row in rows)
    assert section(rows) in DOCUMENT.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("expected", "facts", "mended"),
    [
        ("GPE مأرب", {"GPE مأرب"}, True),
        ("GPE مأرب", {"LOC مأرب"}, False),
        ("GPE مأرب ; no LOC مأرب", {"GPE مأرب", "LOC مأرب"}, False),
        ("no LOC مأرب", set(), True),
    ],
)
def test_what_counts_as_mended(expected: str, facts: set[str], mended: bool) -> None:
    assert is_mended(Row("names", "", "", "", expected, "", "", ""), facts) is mended


@pytest.mark.parametrize(
    ("layer", "text", "fact"),
    [
        ("names", "وصل الوفد إلى نواكشوط.", "GPE نواكشوط"),
        ("statements", "وقال سامر الفارس إن القافلة وصلت.", "قال: holder = سامر الفارس"),
        ("figures", "وقتل أكثر من 14 شخصا.", "أكثر من 14 شخصا > 14"),
        ("times", "وصلت القافلة أمس.", "أمس = 2021-03-17"),
    ],
)
def test_facts_of_a_text(layer: str, text: str, fact: str, grammar: Knowledge) -> None:
    assert fact in facts_of(Row(layer, "", "", text, "", "", "", ""), grammar)
