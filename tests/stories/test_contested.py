"""What statements of a story tell against each other without an event that carries it: cases in invented sentences."""

from __future__ import annotations

import pytest
from tests.stories.hand_readings import build, reading

from tawatur.lexicon.join_words import load_join_words
from tawatur.model import Difference, Reading

PORT = "مرفأ السدرة"
GUARD = "جند الفجر"
NAMES = {PORT: ("FAC", "port", None), GUARD: ("ORG", "guard", None), "كتائب النهر": ("ORG", "river", None)}


@pytest.fixture(scope="module")
def lexicon():  # type: ignore[no-untyped-def]
    return load_join_words()


def says(
    ident: str, holder: str, cue: str, content: str, stance: str = "assert", text: str | None = None, day: int = 3
) -> Reading:
    text = text or f"{cue} {holder} {content}."
    return reading(
        ident,
        text,
        day=f"2026-03-0{day}",
        outlet=f"جريدة {ident}",
        names={name: told for name, told in NAMES.items() if name in text},
        statements=[{"content": content, "cue": cue, "holder": holder, "stance": stance}],
    )


def differences(lexicon, *readings: Reading) -> list[Difference]:  # type: ignore[no-untyped-def]
    stories = build(lexicon, *readings, clusters=(tuple(r.article.id for r in readings),))
    return [found for story in stories.stories for found in story.differences if found.attribute != "figure"]


CLAIM = ("a", "نقيب البحارة", "قال", "حارس البوابة ترك الرصيف مفتوحا أمام الشاحنات")


@pytest.mark.parametrize(
    ("cue", "content", "stance"),
    [
        ("نفى", "أن يكون الرصيف قد ترك مفتوحا", "deny"),
        ("كذّب", "ما تناقلته مواقع التواصل عن ترك الرصيف مفتوحا", "deny"),
        ("قال", "ما تردد عن ترك الرصيف مفتوحا لا أساس له من الصحة", "deny"),
        ("قال", "الحارس لم يترك الرصيف مفتوحا كما قيل", "assert"),
    ],
)
def test_what_is_denied_stands_against_who_tells_it(lexicon, cue: str, content: str, stance: str) -> None:  # type: ignore[no-untyped-def]
    (found,) = differences(lexicon, says(*CLAIM), says("b", "مدير المرفأ", cue, content, stance))
    assert (found.attribute, found.kind) == ("status", "sources")
    assert [(side, [given.article for given in every]) for side, every in found.sides] == [
        ("actual", ["a"]),
        ("denied", ["b"]),
    ]


@pytest.mark.parametrize(
    ("holder", "cue", "content", "stance"),
    [
        # Another matter, nothing that is denied, and a part alone.
        ("مدير المرفأ", "نفى", "تأخر الشاحنات عن الوصول", "deny"),
        ("مدير المرفأ", "قال", "لا دليل على الإهمال", "assert"),
        ("مدير المرفأ", "نفى", "أي علاقة له بالرصيف المفتوح", "deny"),
        # A negated clause that answers nobody and names nothing.
        ("مدير المرفأ", "قال", "لم يترك الرصيف مفتوحا", "assert"),
        # Who said it does not differ from himself.
        ("نقيب البحارة", "نفى", "أن يكون الرصيف قد ترك مفتوحا", "deny"),
    ],
)
def test_no_denial_of_what_is_told(lexicon, holder: str, cue: str, content: str, stance: str) -> None:  # type: ignore[no-untyped-def]
    assert not differences(lexicon, says(*CLAIM), says("b", holder, cue, content, stance))


@pytest.mark.parametrize(
    "claim",
    [
        "حارس البوابة لم يترك الرصيف مفتوحا أمام الشاحنات",
        "الحارس لو ترك الرصيف مفتوحا لعوقب",
        "حارسا آخر ترك رصيفا مماثلا مفتوحا",
    ],
)
def test_what_is_not_told_as_done_is_not_denied(lexicon, claim: str) -> None:  # type: ignore[no-untyped-def]
    told = says("a", "نقيب البحارة", "قال", claim)
    assert not differences(lexicon, told, says("b", "مدير المرفأ", "نفى", "أن يكون الرصيف قد ترك مفتوحا", "deny"))


def test_a_denial_of_what_was_said_just_before(lexicon) -> None:  # type: ignore[no-untyped-def]
    text = "قال نقيب البحارة إن الشحنة فسدت. ورد مدير المرفأ بأن ما نسب إليه لا أساس له من الصحة."
    read = reading(
        "a",
        text,
        day="2026-03-03",
        outlet="جريدة الضفاف",
        statements=[
            {"content": "الشحنة فسدت", "cue": "قال", "holder": "نقيب البحارة"},
            {
                "content": "ما نسب إليه لا أساس له من الصحة",
                "cue": "ورد",
                "holder": "مدير المرفأ",
                "stance": "deny",
            },
        ],
    )
    (found,) = differences(lexicon, read)
    assert [side for side, _ in found.sides] == ["actual", "denied"]


ACCUSED = ("a", "قائد الشرطة", "اتهم", f"{GUARD} بالوقوف وراء الهجوم على {PORT}", "accuse")


@pytest.mark.parametrize(
    ("cue", "content"),
    [("نفى", f"أي علاقة له بالهجوم على {PORT}"), ("تبرأ", f"حادثة {PORT}"), ("نفى", "أي صلة له بالهجوم")],
)
def test_who_is_accused_denies_a_part(lexicon, cue: str, content: str) -> None:  # type: ignore[no-untyped-def]
    (found,) = differences(lexicon, says(*ACCUSED), says("b", GUARD, cue, content, "deny"))
    assert found.attribute == "actor"
    assert [side for side, _ in found.sides] == [GUARD, f"نفي: {GUARD}"]


@pytest.mark.parametrize(
    ("holder", "content"),
    [("كتائب النهر", f"أي علاقة لها بالهجوم على {PORT}"), (GUARD, "أي نية لخوض الانتخابات")],
)
def test_who_is_not_accused_clears_nobody(lexicon, holder: str, content: str) -> None:  # type: ignore[no-untyped-def]
    assert not differences(lexicon, says(*ACCUSED), says("b", holder, "نفى", content, "deny"))


def test_two_told_as_the_doers(lexicon) -> None:  # type: ignore[no-untyped-def]
    claimed = says("b", "كتائب النهر", "تبنت", f"الهجوم على {PORT}")
    (found,) = differences(lexicon, says(*ACCUSED), claimed)
    assert {side for side, _ in found.sides} == {GUARD, "كتائب النهر"}
