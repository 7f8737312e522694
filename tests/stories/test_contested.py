"""What statements of a story tell against each other without an event that carries it: cases in invented sentences."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

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
    ident: str, holder: str, cue: str, content: str, stance: str = "assert", times: Mapping[str, str] | None = None
) -> Reading:
    text = f"{cue} {holder} {content}."
    return reading(
        ident,
        text,
        day="2026-03-03",
        outlet=f"جريدة {ident}",
        names={name: told for name, told in NAMES.items() if name in text},
        times={words: (day, day) for words, day in (times or {}).items()},
        statements=[{"content": content, "cue": cue, "holder": holder, "stance": stance}],
    )


def differences(  # type: ignore[no-untyped-def]
    lexicon, *readings: Reading, copies: Sequence[Sequence[str]] = ()
) -> list[Difference]:
    stories = build(lexicon, *readings, clusters=(tuple(r.article.id for r in readings),), copies=copies)
    return [found for story in stories.stories for found in story.differences if found.attribute != "figure"]


CLAIM = ("a", "نقيب البحارة", "قال", "حارس البوابة ترك الرصيف مفتوحا أمام الشاحنات")


@pytest.mark.parametrize(
    ("cue", "content", "stance"),
    [
        ("نفى", "أن يكون الرصيف قد ترك مفتوحا", "deny"),
        ("كذّب", "ما تناقلته مواقع التواصل عن ترك الرصيف مفتوحا", "deny"),
        ("قال", "ما تردد عن ترك الرصيف مفتوحا لا أساس له من الصحة", "deny"),
        ("قال", "ما أشيع بشأن ترك الرصيف مفتوحا عار عن الصحة", "assert"),
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
        # What is only spoken about.
        ("مدير المرفأ", "قال", "تصريحات النقيب بشأن الرصيف عارية عن الصحة", "deny"),
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


def test_who_says_that_it_was_not_theirs(lexicon) -> None:  # type: ignore[no-untyped-def]
    (found,) = differences(lexicon, says(*ACCUSED), says("b", GUARD, "قال", "لا علاقة لنا بالهجوم", "assert"))
    assert [side for side, _ in found.sides] == [GUARD, f"نفي: {GUARD}"]


def test_who_is_told_dead_and_alive(lexicon) -> None:  # type: ignore[no-untyped-def]
    dead = says("a", "نقيب البحارة", "قال", "ربان السفينة فارق الحياة")
    (found,) = differences(lexicon, dead, says("b", "مدير المستشفى", "قال", "ربان السفينة ما زال على قيد الحياة"))
    assert [(side, given[0].article) for side, given in found.sides] == [("actual", "a"), ("denied", "b")]
    other = says("b", "مدير المستشفى", "قال", "مساعد القبطان ما زال على قيد الحياة")
    assert not differences(lexicon, dead, other)


SUNDAY, SATURDAY = {"فجر الأحد": "2026-03-01"}, {"مساء السبت": "2026-02-28"}


@pytest.mark.parametrize(
    ("one", "first", "other", "second"),
    [
        ("القارب غرق فجر الأحد", SUNDAY, "القارب غرق مساء السبت لا فجر الأحد", SATURDAY | SUNDAY),
        ("الهدنة تدخل حيز التنفيذ فجر الأحد", SUNDAY, "وقف إطلاق النار يبدأ مساء السبت", SATURDAY),
        ("البحارة أفرج عنهم فجر الأحد", SUNDAY, "الخاطفين أطلقوا سراح البحارة مساء السبت", SATURDAY),
        (
            "المحكمة قررت التأجيل إلى 9 مارس",
            {"9 مارس": "2026-03-09"},
            "الجلسة أجلت إلى 19 مارس",
            {"19 مارس": "2026-03-19"},
        ),
    ],
)
def test_two_days_of_one_thing(lexicon, one: str, first: dict[str, str], other: str, second: dict[str, str]) -> None:  # type: ignore[no-untyped-def]
    told = says("a", "نقيب البحارة", "قال", one, times=first), says("b", "أحد الناجين", "قال", other, times=second)
    (found,) = differences(lexicon, *told)
    assert (found.attribute, found.kind, len(found.sides)) == ("date", "sources", 2)


@pytest.mark.parametrize(
    ("one", "first", "other", "second"),
    [
        # One night, the same day, and two things.
        ("البحارة أفرج عنهم ليل السبت", {"ليل السبت": "2026-02-28"}, "البحارة أفرج عنهم فجر الأحد", SUNDAY),
        ("البحارة أفرج عنهم فجر الأحد", SUNDAY, "البحارة أفرج عنهم يوم الأحد", {"يوم الأحد": "2026-03-01"}),
        ("البحارة أفرج عنهم فجر الأحد", SUNDAY, "المرفأ أغلق مساء السبت", SATURDAY),
        ("البحارة أفرج عنهم فجر الأحد", SUNDAY, "البحارة لم يفرج عنهم مساء السبت", SATURDAY),
    ],
)
def test_days_that_both_hold(lexicon, one: str, first: dict[str, str], other: str, second: dict[str, str]) -> None:  # type: ignore[no-untyped-def]
    told = says("a", "نقيب البحارة", "قال", one, times=first), says("b", "أحد الناجين", "قال", other, times=second)
    assert not [found for found in differences(lexicon, *told) if found.attribute == "date"]


def test_copies_that_carry_another_day(lexicon) -> None:  # type: ignore[no-untyped-def]
    told = "أربعة بحارة قتلوا في الثالث {} من مارس في هجوم على سفينة قرب المرفأ"
    one = says("a", "نقيب البحارة", "قال", told.format("عشر"), times={"الثالث عشر من مارس": "2026-03-13"})
    other = says("b", "نقيب البحارة", "قال", told.format("").replace("  ", " "), times={"الثالث من مارس": "2026-03-03"})
    (found,) = differences(lexicon, one, other, copies=[("a", "b")])
    assert (found.attribute, found.kind) == ("date", "transmission")


def test_two_spots_of_one_thing(lexicon) -> None:  # type: ignore[no-untyped-def]
    one = says("a", "نقيب البحارة", "قال", "عملية التبادل جرت عند مفرق السنابل")
    (found,) = differences(lexicon, one, says("b", "أحد الناجين", "قال", "عملية التسليم تمت عند جسر الوادي"))
    assert (found.attribute, {side for side, _ in found.sides}) == ("place", {"مفرق السنابل", "جسر الوادي"})
    assert not differences(lexicon, one, says("b", "أحد الناجين", "قال", "عملية التسليم تمت قرب جسر السنابل"))
