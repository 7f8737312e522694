"""Who did it, where, and whether it happened: told differently by different sources, and only then a disagreement."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest
from hand_readings import build, deed, reading

from tawatur.lexicon.join_words import load_join_words
from tawatur.model import Disagreement, Reading, Stories
from tawatur.stories.disagreements.find import one_wording

TOWN = "الرصيفة"
NAMES = {
    TOWN: ("GPE", "rs", "gpe:GN1"),
    "الفحيص": ("GPE", "fh", "gpe:GN2"),
    "جند الفجر": ("ORG", "fajr", None),
    "كتائب النهر": ("ORG", "nahr", None),
    "حزب الضفة": ("ORG", "diffa", None),
}


@pytest.fixture(scope="module")
def lexicon():  # type: ignore[no-untyped-def]
    return load_join_words()


def told(
    ident: str,
    text: str,
    statement: dict[str, str] | None = None,
    more: Sequence[Mapping[str, object]] = (),
    **event: object,
) -> Reading:
    return deed(ident, text, NAMES, statement, more, **event)


def claimed(ident: str, who: str) -> Reading:
    text = f"أعلنت {who} مسؤوليتها عن الهجوم في {TOWN} الثلاثاء."
    content = f"مسؤوليتها عن الهجوم في {TOWN} الثلاثاء"
    return told(ident, text, {"holder": who, "cue": "أعلنت", "content": content}, place=TOWN, status="alleged")


def accused(ident: str, by: str, whom: str) -> Reading:
    text = f"اتهم {by} {whom} بتنفيذ الهجوم في {TOWN} الثلاثاء."
    content = f"{whom} بتنفيذ الهجوم في {TOWN} الثلاثاء"
    statement = {"holder": by, "cue": "اتهم", "content": content, "stance": "accuse"}
    return told(ident, text, statement, place=TOWN, actors=[whom], status="alleged")


def cleared(ident: str, who: str) -> Reading:
    text = f"نفت {who} أي علاقة لها بالهجوم في {TOWN} الثلاثاء."
    content = f"أي علاقة لها بالهجوم في {TOWN} الثلاثاء"
    statement = {"holder": who, "cue": "نفت", "content": content, "stance": "deny"}
    return told(ident, text, statement, trigger="بالهجوم", place=TOWN, status="denied")


def blamed(ident: str, by: str, whom: str, deed: str) -> Reading:
    """Return a reading that blames somebody before the deed: «حمّل … مسؤولية الهجوم», with the event of accusing."""
    content = f"{deed} الهجوم في {TOWN} الثلاثاء"
    text = f"حمّل {by} {whom} {content}."
    statement = {"holder": by, "cue": "حمّل", "content": content, "stance": "accuse"}
    accusing = {"trigger": "حمّل", "type": "ACCUSE", "actors": [by], "recipients": [whom]}
    return told(ident, text, statement, more=[accusing], place=TOWN)


def behind(ident: str, by: str, whom: str, words: str = "تقف وراء") -> Reading:
    content = f"{whom} {words} الهجوم في {TOWN} الثلاثاء"
    statement = {"holder": by, "cue": "قال", "content": content}
    return told(ident, f"قال {by} إن {content}.", statement, place=TOWN, actors=[whom], status="alleged")


def says(ident: str, who: str, content: str) -> Reading:
    content = f"{content}الهجوم في {TOWN} الثلاثاء"
    statement = {"holder": who, "cue": "قالت", "content": content}
    return told(ident, f"قالت {who} إنها {content}.", statement, place=TOWN)


def denies_doing(ident: str, who: str, whose: str) -> Reading:
    content = f"قصف {whose} سوق {TOWN} الثلاثاء"
    statement = {"holder": who, "cue": "نفت", "content": content, "stance": "deny"}
    text = f"نفت {who} {content}."
    return told(ident, text, statement, trigger="قصف", actors=[whose], place=TOWN, status="denied")


def bombed(ident: str, by: str, whom: str) -> Reading:
    content = f"{whom} بقصف سوق {TOWN} الثلاثاء"
    statement = {"holder": by, "cue": "اتهم", "content": content, "stance": "accuse"}
    text = f"اتهم {by} {content}."
    return told(ident, text, statement, trigger="قصف", place=TOWN, actors=[whom], status="alleged")


def denied(ident: str, content: str) -> Reading:
    statement = {"holder": "حزب الضفة", "cue": "نفى", "content": content, "stance": "deny"}
    return told(ident, f"نفى حزب الضفة {content}.", statement, place=TOWN, status="denied")


def found(lexicon: object, attribute: str, *readings: Reading) -> list[Disagreement]:
    stories: Stories = build(lexicon, *readings, clusters=[[r.article.id for r in readings]])
    return [d for h in stories.happenings for d in h.disagreements if d.attribute == attribute]


@pytest.mark.parametrize(
    ("one", "other", "sides"),
    [
        (claimed("p", "جند الفجر"), claimed("q", "كتائب النهر"), {"جند الفجر", "كتائب النهر"}),
        (claimed("p", "جند الفجر"), accused("q", "حزب الضفة", "كتائب النهر"), {"جند الفجر", "كتائب النهر"}),
        (accused("p", "حزب الضفة", "كتائب النهر"), cleared("q", "كتائب النهر"), {"كتائب النهر", "نفي: كتائب النهر"}),
        (blamed("p", "حزب الضفة", "كتائب النهر", "مسؤولية"), claimed("q", "جند الفجر"), {"جند الفجر", "كتائب النهر"}),
        (blamed("p", "حزب الضفة", "كتائب النهر", "عرقلة الهدنة بعد"), claimed("q", "جند الفجر"), set()),
        (behind("p", "حزب الضفة", "كتائب النهر"), claimed("q", "جند الفجر"), {"جند الفجر", "كتائب النهر"}),
        (behind("p", "حزب الضفة", "كتائب النهر", "ترصد آثار"), claimed("q", "جند الفجر"), set()),
        (
            behind("p", "حزب الضفة", "كتائب النهر"),
            says("q", "كتائب النهر", "ليست مسؤولة عن "),
            {"كتائب النهر", "نفي: كتائب النهر"},
        ),
        (
            behind("p", "حزب الضفة", "كتائب النهر"),
            says("q", "كتائب النهر", "لم تنفذ "),
            {"كتائب النهر", "نفي: كتائب النهر"},
        ),
        (behind("p", "حزب الضفة", "كتائب النهر"), says("q", "كتائب النهر", "لم تعلق على "), set()),
        (
            bombed("p", "حزب الضفة", "كتائب النهر"),
            denies_doing("q", "كتائب النهر", "كتائب النهر"),
            {"كتائب النهر", "نفي: كتائب النهر"},
        ),
        (bombed("p", "حزب الضفة", "كتائب النهر"), denies_doing("q", "جند الفجر", "كتائب النهر"), set()),
        # A group that no list knows, and that one article does not take for a name, is known by its words.
        (
            behind("p", "حزب الضفة", "ألوية الشفق الأحمر"),
            cleared("q", "ألوية الشفق الأحمر"),
            {"ألوية الشفق الأحمر", "نفي: ألوية الشفق الأحمر"},
        ),
        (behind("p", "حزب الضفة", "جماعة مسلحة"), cleared("q", "جماعة مسلحة"), set()),
        (claimed("p", "جند الفجر"), claimed("q", "جند الفجر"), set()),
        (claimed("p", "جند الفجر"), cleared("q", "كتائب النهر"), set()),
    ],
)
def test_who_did_it(lexicon, one: Reading, other: Reading, sides: set[str]) -> None:  # type: ignore[no-untyped-def]
    disagreements = found(lexicon, "actor", one, other)
    assert {side for d in disagreements for side, _ in d.sides} == sides
    assert all(len(d.sides) == 2 for d in disagreements)


SAME_WORDS = "استهدف مسلحون مجهولون سوقا شعبية مكتظة بالمتسوقين في {} الثلاثاء وأحرقوا متاجر ومستودعات عدة قبل فرارهم."


@pytest.mark.parametrize(("other", "differ"), [("الفحيص", True), (TOWN, False)])
def test_where_it_happened(lexicon, other: str, differ: bool) -> None:  # type: ignore[no-untyped-def]
    def attack(ident: str, town: str) -> Reading:
        return told(ident, SAME_WORDS.format(town), trigger="استهدف", actors=["مسلحون مجهولون"], place=town)

    assert bool(found(lexicon, "place", attack("p", TOWN), attack("q", other))) is differ


def test_who_names_both_towns_contradicts_neither(lexicon):  # type: ignore[no-untyped-def]
    both = f"{TOWN} على الطريق إلى الفحيص"

    def attack(ident: str, place: str) -> Reading:
        return told(ident, SAME_WORDS.format(both), trigger="استهدف", actors=["مسلحون مجهولون"], place=place)

    assert not found(lexicon, "place", attack("p", TOWN), attack("q", "الفحيص"))


@pytest.mark.parametrize(
    ("content", "differ"),
    [
        (f"وقوع الهجوم في {TOWN} الثلاثاء", True),
        (f"الهجوم في {TOWN} الثلاثاء", True),
        (f"أسباب الهجوم في {TOWN} الثلاثاء", False),
        # What has happened is taken for granted; who denies an exchange does not deny that somebody attacked.
        (f"فصل هذا الهجوم في {TOWN} الثلاثاء عن غيره", False),
        (f"تبادل الهجوم في {TOWN} الثلاثاء", False),
        (f"أي علاقة بالهجوم في {TOWN} الثلاثاء", False),
        (f"سقوط ضحايا خلال الهجوم في {TOWN} الثلاثاء", False),
    ],
)
def test_whether_it_happened(lexicon, content: str, differ: bool) -> None:  # type: ignore[no-untyped-def]
    one = claimed("p", "جند الفجر")
    assert bool(found(lexicon, "status", one, denied("q", content))) is differ


def test_who_denies_his_own_deed_disputes_who_did_it_not_whether_it_was_done(lexicon) -> None:  # type: ignore[no-untyped-def]
    one, other = bombed("p", "حزب الضفة", "كتائب النهر"), denies_doing("q", "كتائب النهر", "كتائب النهر")
    assert not found(lexicon, "status", one, other)


def test_who_denies_responsibility_claims_nothing(lexicon) -> None:  # type: ignore[no-untyped-def]
    content = f"مسؤوليتها عن الهجوم في {TOWN} الثلاثاء"
    statement = {"holder": "كتائب النهر", "cue": "نفت", "content": content, "stance": "deny"}
    text = f"نفت كتائب النهر {content}."
    assert not found(lexicon, "actor", told("p", text, statement, place=TOWN), claimed("q", "جند الفجر"))


def test_who_was_attacked_is_blamed_by_nobody(lexicon) -> None:  # type: ignore[no-untyped-def]
    one = accused("p", "حزب الضفة", "كتائب النهر")
    text = f"استهدف الهجوم كتائب النهر في {TOWN} الثلاثاء."
    hit = told("r", text, place=TOWN, recipients=["كتائب النهر"])
    claims = claimed("q", "جند الفجر")
    assert found(lexicon, "actor", one, claims)
    assert not found(lexicon, "actor", one, claims, hit)


@pytest.mark.parametrize("day", [15, 17])
def test_one_wording_printed_later_means_one_day(lexicon, day: int) -> None:  # type: ignore[no-untyped-def]

    def printed(ident: str, published: int, words: str) -> Reading:
        told_on = f"2021-09-{published - 1}"
        return reading(
            ident,
            f"استهدف مسلحون مجهولون سوقا شعبية مكتظة في {TOWN} {words} وأحرقوا متاجر ومستودعات عدة قبل فرارهم.",
            day=f"2021-09-{published}",
            outlet="جريدة " + ident,
            names={TOWN: NAMES[TOWN]},
            times={words: (told_on, told_on)},
            events=[{"trigger": "استهدف", "type": "ASSAULT", "time": words, "place": TOWN}],
        )

    one, other = printed("p", 14, "أمس"), printed("q", day, "أمس")
    (happening,) = build(lexicon, one, other, clusters=[["p", "q"]], copies=[["p", "q"]]).happenings
    assert len(happening.reports) == 2
    assert not happening.disagreements


@pytest.mark.parametrize(
    ("text", "differ"),
    [
        (f"وقع الهجوم في {TOWN} الثلاثاء.", True),
        # What is told as done in words of a denial is what is denied.
        (f"ونفت الشرطة أنباء عن الهجوم في {TOWN} الثلاثاء.", False),
        (f"ما تردد عن الهجوم في {TOWN} الثلاثاء غير صحيح.", False),
    ],
)
def test_who_only_tells_what_is_denied_affirms_nothing(lexicon, text: str, differ: bool) -> None:  # type: ignore[no-untyped-def]
    one, other = told("p", text, place=TOWN), denied("q", f"وقوع الهجوم في {TOWN} الثلاثاء")
    assert bool(found(lexicon, "status", one, other)) is differ


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("المتحدث باسم وزارة الداخلية", "بيان صادر عن وزارة الداخلية", "transmission"),
        ("وزارة الداخلية", "وزارة الداخلية", "transmission"),
        ("وزارة الداخلية", "وزارة الصحة", "sources"),
        ("مسؤول محلي", "مصدر أمني", "sources"),
        ("السلطات المحلية", "قائد شرطة المدينة", "sources"),
    ],
)
def test_one_source_in_two_wordings_does_not_differ_from_itself(lexicon, one: str, other: str, kind: str) -> None:  # type: ignore[no-untyped-def]
    def counted(ident: str, holder: str, number: int) -> Reading:
        content = f"الهجوم في {TOWN} الثلاثاء أوقع {number} قتيلا"
        figure = f"{number} قتيلا"
        return reading(
            ident,
            f"أعلن {holder} أن {content}.",
            day="2021-09-14",
            outlet="جريدة " + ident,
            names={TOWN: NAMES[TOWN]},
            times={"الثلاثاء": ("2021-09-14", "2021-09-14")},
            figures={figure: (number, "=", "قتيلا")},
            statements=[{"holder": holder, "cue": "أعلن", "content": content}],
            events=[{"trigger": "الهجوم", "type": "ASSAULT", "time": "الثلاثاء", "place": TOWN, "figures": [figure]}],
        )

    (only,) = found(lexicon, "figure", counted("p", one, 12), counted("q", other, 15))
    assert only.kind == kind
    names = only.reasons[0].partition(": ")[2].split("، ")
    assert len(names) == (2 if kind == "sources" else 1)


def test_who_denies_a_toll_does_not_deny_the_attack(lexicon) -> None:  # type: ignore[no-untyped-def]
    content = f"مقتل أي مدنيين في {TOWN} الثلاثاء"
    statement = {"holder": "حزب الضفة", "cue": "نفى", "content": content, "stance": "deny"}
    denial = told("q", f"نفى حزب الضفة {content}.", statement, trigger="مقتل", place=TOWN, status="denied")
    attack = told("p", f"وقع الهجوم في {TOWN} الثلاثاء.", place=TOWN)
    killing = told("r", f"أكدت الشرطة مقتل مدنيين في {TOWN} الثلاثاء.", trigger="مقتل", place=TOWN)
    assert not found(lexicon, "status", attack, denial)
    assert found(lexicon, "status", killing, denial)


@pytest.mark.parametrize(("words", "differ"), [("تهمة التستر وقد تم", False), ("وقوع", True)])
def test_what_is_told_as_done_is_not_denied(lexicon, words: str, differ: bool) -> None:  # type: ignore[no-untyped-def]
    one = told("p", f"وقع الهجوم في {TOWN} الثلاثاء.", place=TOWN)
    other = denied("q", f"{words} الهجوم في {TOWN} الثلاثاء")
    assert bool(found(lexicon, "status", one, other)) is differ


@pytest.mark.parametrize(
    ("other", "same"),
    [
        ("استهدف مسلحون ملثمون قافلة شاحنات محملة بالقمح والسكر وأحرقوا ثلاثا منها قرب الفحيص.", True),
        ("استهدف مسلحون ملثمون قافلة شاحنات قرب الفحيص، وقال شهود إن السائقين فروا عبر الحقول.", False),
        ("استهدف مسلحون قافلة قرب الفحيص.", False),
    ],
)
def test_another_town_is_another_place_only_in_the_same_words(other: str, same: bool) -> None:
    one = f"استهدف مسلحون ملثمون قافلة شاحنات محملة بالقمح والسكر وأحرقوا ثلاثا منها قرب {TOWN}."
    assert one_wording(one, other) is same
