"""Marks at the edges of spans."""

import pytest

from tawatur.tagger.edges import edged
from tawatur.text.prepared import prepare


@pytest.mark.parametrize(
    ("text", "span", "expected"),
    [
        ("زار الراية اليوم", "الراية", "الراية"),
        ("جماعة الراية\" اليوم", "جماعة الراية\"", "جماعة الراية"),
        ("زار «الراية» اليوم", "«الراية»", "الراية"),
        ("زار «الراية» اليوم", "«الراية", "الراية"),
        ("زار \"الراية\" اليوم", "\"الراية\"", "الراية"),
        ("مكتب في حي \"النخيل\" قال", "مكتب في حي \"النخيل", "مكتب في حي \"النخيل\""),
        ("مكتب في حي «النخيل» قال", "مكتب في حي «النخيل", "مكتب في حي «النخيل»"),
        ("الوزير سالم الدوسي، قال", "الوزير سالم الدوسي،", "الوزير سالم الدوسي"),
        ("قال «نعم» ثم «لا» وخرج", "«نعم» ثم «لا»", "«نعم» ثم «لا»"),
        ("قال إن «نعم» كلمة.", "«نعم» كلمة.", "«نعم» كلمة"),
        ("قال إن كلمة «نعم».", "كلمة «نعم».", "كلمة «نعم»"),
        ("مقاتلة «إف - 16» هنا", "«إف - 16»", "إف - 16"),
        ("مجلس (الأمن) هنا", "مجلس (الأمن)", "مجلس (الأمن)"),
        ("نمو 5 % هذا", "5 %", "5 %"),
        ("هنا # وسم", "# وسم", "# وسم"),
        ("هنا ... شيء", "...", "..."),
    ],
)  # fmt: skip
def test_edges_are_put_right(text: str, span: str, expected: str) -> None:
    words = prepare(text).words
    start = text.index(span)
    inside = [w.index for w in words if start <= w.span.start < start + len(span)]
    first, last = edged(words, inside[0], inside[-1] + 1, len(words))
    assert text[words[first].span.start : words[last - 1].span.end] == expected


def test_nothing_behind_the_limit_is_taken_in() -> None:
    words = prepare("حي «النخيل» قال").words
    assert edged(words, 0, 3, 3) == (0, 3)
