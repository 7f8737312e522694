"""Why an input was set aside is told in Arabic, whatever the stage that reads said of it in English."""

from __future__ import annotations

import pytest

from tawatur.model import SetAside
from tawatur.read import read_bytes
from tawatur.views.set_aside import kind_words, reason_words

ARABIC = "قال المتحدث إن القافلة وصلت إلى المدينة بعد يوم من السفر وإن الطريق كان آمنا"


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "فارغ"),
        (b"   \n ", "ليس فيه إلا فراغ"),
        (b"nothing but English words stand here", "ليس فيه نص عربي"),
        ("این خبر را که از تهران است برای شما می شود کرد این را که".encode(), "بالفارسية لا بالعربية"),
        (b"%PDF-1.4 \x00\x01", "ملف ليس نصًا"),
    ],
)
def test_what_reading_says_is_told_in_arabic(data: bytes, told: str) -> None:
    found = read_bytes(data, "a.txt")
    assert isinstance(found, SetAside)
    assert reason_words(found, "ar").startswith(told)
    assert reason_words(found, "en") == found.reason


@pytest.mark.parametrize(
    ("reason", "told"),
    [
        ("the server answered 404", "أجاب الخادم بـ 404"),
        ("the server answered 503; try again later", "أجاب الخادم بـ 503؛ حاول لاحقًا"),
        ("https://a.example/robots.txt asks not to fetch it", "يطلب https://a.example/robots.txt ألا يُجلب"),
        ("is an error page: «لم يتم العثور»", "صفحة خطأ: «لم يتم العثور»"),
        ("files ending in .doc are not read; give .txt, .html", "لا تُقرأ ملفات .doc؛ أعطِ .txt, .html"),
        ("is empty of what nobody thought of", "فارغ: \u2066is empty of what nobody thought of\u2069"),
    ],
)
def test_reasons_in_arabic(reason: str, told: str) -> None:
    assert reason_words(SetAside("a", reason, "empty"), "ar") == told


def test_an_unknown_kind_stands_as_it_is() -> None:
    assert kind_words("new-kind", "ar") == "new-kind"
    assert kind_words("empty", "en") == "empty"
