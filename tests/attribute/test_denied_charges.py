"""Refusing an accusation denies it; refusing anything else is no statement."""

from __future__ import annotations

from functools import cache

import pytest

from tawatur.attribute import attribute
from tawatur.lexicon.bundle import Lexicons, load_lexicons
from tawatur.model import Annotation
from tawatur.text.prepared import prepare


@cache
def lexicons() -> Lexicons:
    return load_lexicons()


def denials(text: str) -> list[tuple[str, str]]:
    found = attribute(prepare(text), Annotation(), lexicons())[0]
    return [(s.holder.of(text) if s.holder else "", s.content.of(text)) for s in found if s.stance == "deny"]


@pytest.mark.parametrize(
    ("text", "holder", "content"),
    [
        ("رفضت الشركة الاتهامات الموجهة إليها.", "الشركة", "الاتهامات الموجهة إليها"),
        ("رفضت الحركة هذه المزاعم جملة وتفصيلا.", "الحركة", "هذه المزاعم جملة وتفصيلا"),
        ("ويرفض الحزب الادعاء بأنه تلقى أموالا.", "الحزب", "الادعاء بأنه تلقى أموالا"),
        ("رفض المتحدث ما نسب إليه من تصريحات.", "المتحدث", "ما نسب إليه من تصريحات"),
        ("رفض الوزير ما تردد عن استقالته.", "الوزير", "ما تردد عن استقالته"),
        ("رفضت النقابة كل التهم.", "النقابة", "التهم"),
        ("وقال المصرف إنه يعمل وفق القانون رافضا المزاعم كلها.", "المصرف", "المزاعم كلها"),
        ("رفضت السفارة أمس الشائعات.", "السفارة", "الشائعات"),
    ],
)
def test_refusing_an_accusation_denies_it(text: str, holder: str, content: str) -> None:
    assert (holder, content) in denials(text)


@pytest.mark.parametrize(
    "text",
    [
        "رفضت الحكومة استقبال الوفد.",
        "رفضت المحكمة الطعن.",
        "رفض الوزير أن يستقيل من منصبه.",
        "رفض الجيش الانسحاب من المدينة.",
        "رفض السفير الإجابة عن الأسئلة.",
        "رفض العمال ما اقترحته الإدارة.",
        "رفضت النيابة توجيه الاتهام إلى الضابط.",
        "رفض البرلمان عرضا من الشركة.",
    ],
)
def test_refusing_anything_else_is_no_denial(text: str) -> None:
    assert denials(text) == []
