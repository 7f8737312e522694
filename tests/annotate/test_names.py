"""Names in sentences written for these tests."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tawatur.annotate.names import find_names
from tawatur.lexicon.name_words import load_name_words
from tawatur.text.prepared import prepare

LEXICON = load_name_words()


def named(text: str) -> list[tuple[str, str]]:
    names, _ = find_names(prepare(text), LEXICON)
    return [(n.span.of(text), n.type) for n in names]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وصل الوفد إلى موسكو أمس.", [("موسكو", "GPE")]),
        ("سافر وزير الخارجية المصري سمير البلتاجي إلى بروكسل.", [("سمير البلتاجي", "PER"), ("بروكسل", "GPE")]),
        ("رفعت القضية للأمم المتحدة.", [("لأمم المتحدة", "ORG")]),
        ("قالت وزارة الدفاع النرويجية إن التدريب انتهى.", [("وزارة الدفاع النرويجية", "ORG")]),
        ("أعلن الجيش النيجيري مقتل مسلحين.", [("الجيش النيجيري", "ORG")]),
        ("أعلن الجيش مقتل مسلحين.", []),
        ("قالت السلطات الفرنسية إنها تحقق.", []),
        ("وروسيا وبولندا", [("روسيا", "GPE"), ("بولندا", "GPE")]),
        ("في محافظة صعدة", [("صعدة", "GPE")]),
        ("هبطت الطائرة في مطار تمبكتو.", [("مطار تمبكتو", "FAC")]),
        ("بيونج يانج وبوينغ يانغ", [("بيونج يانج", "GPE"), ("بوينغ يانغ", "GPE")]),
    ],
)
def test_names_of_a_sentence(text: str, expected: list[tuple[str, str]]) -> None:
    assert named(text) == expected


def test_later_surname_is_the_same_entity() -> None:
    text = "التقى المبعوث نيلس هولمكفيست الوزراء. وأوضح هولمكفيست أن الحوار مستمر."
    names, entities = find_names(prepare(text), LEXICON)
    persons = [n for n in names if n.type == "PER"]
    assert [n.span.of(text) for n in persons] == ["نيلس هولمكفيست", "هولمكفيست"]
    assert len({n.entity for n in persons}) == 1
    assert [e.canonical for e in entities if e.id == persons[0].entity] == ["نيلس هولمكفيست"]


def test_demonyms_name_their_country() -> None:
    assert LEXICON.demonyms["الروسيه"] == "RU"
    assert LEXICON.demonyms["اميركيين"] == "US"
    assert LEXICON.demonyms["الاتراك"] == "TR"


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet='محمد بنعليالو.،«»"-_#أ ف\u064b\u200f\n1٢()ترامبفيسوريا', max_size=80))
def test_spans_lie_in_the_text_and_never_overlap(text: str) -> None:
    names, entities = find_names(prepare(text), LEXICON)
    ids = {e.id for e in entities}
    assert all(0 <= n.span.start < n.span.end <= len(text) and n.entity in ids for n in names)
    assert all(a.span.end <= b.span.start for a, b in pairwise(names))
    assert (names, entities) == find_names(prepare(text), LEXICON)
