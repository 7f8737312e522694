"""Sources that ask not to be named, and documents that accuse: who holds the statement."""

from __future__ import annotations

from functools import cache

import pytest

from tawatur.attribute import attribute
from tawatur.attribute.clitics import asks_for_silence
from tawatur.attribute.view import see
from tawatur.lexicon.bundle import Lexicons, load_lexicons
from tawatur.model import Annotation
from tawatur.text.prepared import prepare


@cache
def lexicons() -> Lexicons:
    return load_lexicons()


def holders(text: str) -> list[str]:
    found = attribute(prepare(text), Annotation(), lexicons())[0]
    return [s.holder.of(text) if s.holder else "" for s in found]


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("وقال دبلوماسي رفض كشف هويته إن السفير غادر.", "دبلوماسي"),
        ("وقال مصدر مسؤول رفض الكشف عن اسمه إن المفاوضات توقفت.", "مصدر مسؤول"),
        ("وقال ضابط طلب عدم ذكر اسمه إن الجيش دخل المدينة.", "ضابط"),
        ("وقال مسؤول محلي طالبا عدم كشف هويته إن المسلحين انسحبوا.", "مسؤول محلي"),
    ],
)
def test_asking_for_silence_is_neither_holder_nor_statement(text: str, holder: str) -> None:
    assert holders(text) == [holder]


@pytest.mark.parametrize(
    "text",
    ["رفض الوزير كشف تفاصيل الخطة.", "وقال المدير إنه رفض نشر التقرير.", "طلبت الحكومة عدم نشر قوات أجنبية."],
)
def test_hiding_anything_but_a_name_is_no_silence(text: str) -> None:
    sight = see(prepare(text), (), 0, lexicons().cues)
    assert not any(asks_for_silence(sight, at) for at in range(len(sight)))
