"""Chains from origin to outlet, and how many of them are independent."""

from __future__ import annotations

import pytest
from hand_readings import build, reading

from tawatur.lexicon.join_words import load_join_words
from tawatur.model import Happening, Reading, Stories

SPEAKER = "هند الكردي"


@pytest.fixture(scope="module")
def lexicon():  # type: ignore[no-untyped-def]
    return load_join_words()


def told(
    ident: str,
    lead: str,
    *,
    outlet: str | None = None,
    credits: tuple[str, ...] = (),
    names: dict[str, tuple[str, str, str | None]] | None = None,
    body: str = "قصفت مدفعية مجهولة مدينة كسلا السبت",
    **statement: object,
) -> Reading:
    """One article that tells of one shelling, by a source given with `lead` words."""
    text = f"{lead} {body}."
    said = [{"content": body, **statement}] if statement else []
    return reading(
        ident,
        text,
        day="2023-05-07",
        outlet=outlet,
        credits=credits,
        names={"كسلا": ("GPE", "kassala", "gpe:GN371760"), **(names or {})},
        times={"السبت": ("2023-05-06", "2023-05-06")},
        statements=said,
        events=[
            {
                "trigger": "قصفت",
                "type": "ASSAULT",
                "actors": ["مدفعية مجهولة"],
                "place": "كسلا",
                "time": "السبت",
            }
        ],
    )


def only(stories: Stories) -> Happening:
    (happening,) = stories.happenings
    return happening


def labels(reading_: Reading, lexicon) -> list[tuple[str, str, str | None]]:  # type: ignore[no-untyped-def]
    (report,) = only(build(lexicon, reading_)).reports
    return [(link.kind, link.label, link.key) for link in report.chain.links]


def test_statement_with_carrier_and_known_outlet(lexicon):  # type: ignore[no-untyped-def]
    one = told(
        "a1",
        "قالت هند الكردي لوكالة رويترز إن",
        outlet="الشرق الأوسط",
        names={SPEAKER: ("PER", "hind", "SD"), "رويترز": ("ORG", "reuters", None)},
        holder=SPEAKER,
        cue="قالت",
        via=["رويترز"],
        speaker="hind",
    )
    kinds = labels(one, lexicon)
    assert [k for k, _, _ in kinds] == ["origin", "carrier", "outlet"]
    assert kinds[0][1:] == (SPEAKER, "w-hind")
    assert kinds[1][2] == "org:reuters"
    assert kinds[2][2] is not None


def test_nested_statement_makes_the_outer_speaker_a_carrier(lexicon):  # type: ignore[no-untyped-def]
    text = "ذكرت وكالة تاس أن هند الكردي أعلنت أن مدفعية مجهولة قصفت كسلا."
    one = reading(
        "a1",
        text,
        names={SPEAKER: ("PER", "hind", "SD"), "كسلا": ("GPE", "kassala", "SD"), "وكالة تاس": ("ORG", "tass", None)},
        statements=[
            {
                "content": "هند الكردي أعلنت أن مدفعية مجهولة قصفت كسلا",
                "holder": "وكالة تاس",
                "cue": "ذكرت",
                "speaker": "tass",
            },
            {"content": "مدفعية مجهولة قصفت كسلا", "holder": SPEAKER, "cue": "أعلنت", "speaker": "hind"},
        ],
        events=[{"trigger": "قصفت", "type": "ASSAULT", "actors": ["مدفعية مجهولة"], "place": "كسلا"}],
    )
    assert labels(one, lexicon) == [
        ("origin", SPEAKER, "w-hind"),
        ("carrier", "وكالة تاس", "org:tass"),
        ("outlet", "", None),
    ]


@pytest.mark.parametrize("finding", ["الدلائل الأولية", "العناصر الأولى للتحقيق", "حصيلة القصف", "معلومات أولية"])
def test_what_was_found_is_nobodys_voice_but_of_whoever_tells_it(lexicon, finding):  # type: ignore[no-untyped-def]
    text = f"قالت هند الكردي إن {finding} تشير إلى أن مدفعية مجهولة قصفت كسلا."
    outer = f"{finding} تشير إلى أن مدفعية مجهولة قصفت كسلا"
    one = reading(
        "a1",
        text,
        names={SPEAKER: ("PER", "hind", "SD"), "كسلا": ("GPE", "kassala", "SD")},
        statements=[
            {"content": outer, "holder": SPEAKER, "cue": "قالت", "speaker": "hind"},
            {"content": "مدفعية مجهولة قصفت كسلا", "holder": finding, "cue": "تشير"},
        ],
        events=[{"trigger": "قصفت", "type": "ASSAULT", "actors": ["مدفعية مجهولة"], "place": "كسلا"}],
    )
    assert labels(one, lexicon) == [("origin", SPEAKER, "w-hind"), ("outlet", "", None)]
    by = f"{finding} تشير بحسب هند الكردي إلى أن مدفعية مجهولة قصفت كسلا."
    other = carried_by_hind(by, finding)
    assert labels(other, lexicon)[0] == ("origin", SPEAKER, "w-hind")
    alone = told("a1", f"{finding} تشير إلى أن", outlet="جريدة الضفاف", holder=finding, cue="تشير")
    assert labels(alone, lexicon)[0] == ("origin", finding, None)


@pytest.mark.parametrize("somebody", ["تحقيقات الشرطة", "معلومات مصادر أمنية", "نتائج دراسة الجامعة", "تقديرات أممية"])
def test_findings_of_somebody_stay_theirs(lexicon, somebody):  # type: ignore[no-untyped-def]
    one = told("a1", f"{somebody} تشير إلى أن", outlet="جريدة الضفاف", holder=somebody, cue="تشير")
    assert labels(one, lexicon)[0][2] is not None


def carried_by_hind(text: str, finding: str) -> Reading:
    return reading(
        "a2",
        text,
        names={SPEAKER: ("PER", "hind", "SD"), "كسلا": ("GPE", "kassala", "SD")},
        statements=[
            {"content": "مدفعية مجهولة قصفت كسلا", "holder": finding, "cue": "تشير", "via": [SPEAKER]},
        ],
        events=[{"trigger": "قصفت", "type": "ASSAULT", "actors": ["مدفعية مجهولة"], "place": "كسلا"}],
    )


def test_event_outside_statements_goes_back_to_credit_then_outlet_then_unknown(lexicon):  # type: ignore[no-untyped-def]
    credited = told("a1", "خبر:", outlet="جريدة الضفاف", credits=("أ ف ب",))
    assert next(k for _, _, k in labels(credited, lexicon)) == "org:afp"
    own = told("a1", "خبر:", outlet="جريدة الضفاف")
    assert labels(own, lexicon)[0][1] == "جريدة الضفاف"
    unknown = told("a1", "خبر:")
    assert labels(unknown, lexicon) == [("origin", "", None), ("outlet", "", None)]
    count = only(build(lexicon, unknown)).count
    assert (count.known, count.unknown) == (0, 1)


def counted(lexicon, *readings: Reading, copies: tuple[tuple[str, ...], ...] = ()) -> tuple[int, int]:  # type: ignore[no-untyped-def]
    ids = tuple(r.article.id for r in readings)
    count = only(build(lexicon, *readings, clusters=[ids], copies=copies)).count
    return count.known, count.unknown


def by_person(ident: str, who: str, key: str, outlet: str, carrier: str | None = None) -> Reading:
    via = [carrier] if carrier else []
    lead = f"قال {who} لوكالة {carrier} إن" if carrier else f"قال {who} إن"
    return told(
        ident, lead, outlet=outlet, names={who: ("PER", key, None)}, holder=who, cue="قال", via=via, speaker=key
    )


def test_two_papers_with_one_agency_text_are_one(lexicon):  # type: ignore[no-untyped-def]
    one = told("a1", "خبر:", outlet="جريدة الضفاف", credits=("رويترز",))
    other = told("a2", "نبأ:", outlet="صحيفة المرسى", credits=("رويترز",))
    assert counted(lexicon, one, other) == (1, 0)
    third = told("a3", "خبر:", outlet="يومية النورس", credits=("أ ف ب",))
    assert counted(lexicon, one, other, third) == (2, 0)


def test_two_agencies_with_one_spokesman_are_one_origin(lexicon):  # type: ignore[no-untyped-def]
    one = by_person("a1", "هند الكردي", "hind", "جريدة الضفاف", "رويترز")
    other = by_person("a2", "هند الكردي", "hind", "صحيفة المرسى", "تاس")
    assert counted(lexicon, one, other) == (1, 0)


def test_two_speakers_through_two_carriers_are_two_and_through_one_are_one(lexicon):  # type: ignore[no-untyped-def]
    one = by_person("a1", "هند الكردي", "hind", "جريدة الضفاف", "رويترز")
    apart = by_person("a2", "رائد الخطيب", "raed", "صحيفة المرسى", "تاس")
    together = by_person("a2", "رائد الخطيب", "raed", "صحيفة المرسى", "رويترز")
    assert counted(lexicon, one, apart) == (2, 0)
    assert counted(lexicon, one, together) == (1, 0)


def test_a_third_chain_through_both_does_not_make_two_parties_one(lexicon):  # type: ignore[no-untyped-def]
    first = by_person("a1", "هند الكردي", "hind", "جريدة الضفاف", "رويترز")
    second = by_person("a2", "رائد الخطيب", "raed", "صحيفة المرسى", "تاس")
    bridge = [
        by_person("a3", "نادية البكري", "nadia", "يومية النورس", "رويترز"),
        by_person("a4", "نادية البكري", "nadia", "يومية السارية", "تاس"),
    ]
    assert counted(lexicon, first, second, *bridge) == (2, 0)


def test_copies_never_raise_the_count(lexicon):  # type: ignore[no-untyped-def]
    readings = [
        by_person("a1", "هند الكردي", "hind", "جريدة الضفاف", "رويترز"),
        told("a2", "خبر:", outlet="صحيفة المرسى"),
        told("a3", "خبر:", outlet="يومية النورس"),
        told("a4", "خبر:", outlet=None),
        told("a5", "خبر:", outlet=None),
    ]
    apart = counted(lexicon, *readings)
    assert apart == (3, 2)
    assert counted(lexicon, *readings, copies=(("a2", "a3"), ("a4", "a5"))) == (2, 1)
    # A copy without its agency's credit goes through the same agency.
    credited = told("a6", "خبر:", outlet="جريدة السارية", credits=("رويترز",))
    bare = told("a7", "خبر:", outlet="يومية المدار")
    assert counted(lexicon, credited, bare, copies=(("a6", "a7"),)) == (1, 0)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("مصدر عسكري أردني", "مسؤولون عسكريون أردنيون", (1, 0)),
        ("مصدر عسكري أردني", "مصدر طبي أردني", (2, 0)),
        ("مصادر", "مصدر", (0, 2)),
        ("مصادر محلية", "شهود عيان", (1, 0)),
    ],
)
def test_unnamed_sources_count_at_most_once_a_country_and_sector(lexicon, one, other, expected):  # type: ignore[no-untyped-def]
    a = told("a1", f"قال {one} إن", outlet="جريدة الضفاف", holder=one, cue="قال", anonymous=True)
    b = told("a2", f"قال {other} إن", outlet="صحيفة المرسى", holder=other, cue="قال", anonymous=True)
    assert counted(lexicon, a, b) == expected


def test_outlets_of_one_owner_are_one(lexicon):  # type: ignore[no-untyped-def]
    owned: dict[str, list[str]] = {}
    for outlet in lexicon.outlets.outlets:
        if outlet.owner and outlet.kind != "agency":
            owned.setdefault(outlet.owner, []).append(outlet.spellings[0])
    first, second = next(names for names in owned.values() if len(names) > 1)[:2]
    assert counted(lexicon, told("a1", "خبر:", outlet=first), told("a2", "نبأ:", outlet=second)) == (1, 0)


def test_denials_do_not_count_for_what_they_deny(lexicon):  # type: ignore[no-untyped-def]
    claim = by_person("a1", "هند الكردي", "hind", "جريدة الضفاف")
    denial = reading(
        "a2",
        "نفى رائد الخطيب أن تكون مدفعية مجهولة قصفت كسلا السبت.",
        day="2023-05-07",
        outlet="صحيفة المرسى",
        names={"رائد الخطيب": ("PER", "raed", None), "كسلا": ("GPE", "kassala", "gpe:GN371760")},
        times={"السبت": ("2023-05-06", "2023-05-06")},
        statements=[
            {
                "content": "مدفعية مجهولة قصفت كسلا السبت",
                "holder": "رائد الخطيب",
                "cue": "نفى",
                "stance": "deny",
                "speaker": "raed",
            }
        ],
        events=[
            {
                "trigger": "قصفت",
                "type": "ASSAULT",
                "status": "denied",
                "actors": ["مدفعية مجهولة"],
                "place": "كسلا",
                "time": "السبت",
                "by": ["raed"],
            }
        ],
    )
    happening = only(build(lexicon, claim, denial, clusters=[("a1", "a2")]))
    assert (happening.count.known, happening.count.unknown) == (1, 0)
    assert "denials: 1" in happening.count.reasons
    assert [d.attribute for d in happening.disagreements] == ["status"]


LONG = "قصفت مدفعية مجهولة صباح السبت أحياء سكنية مكتظة في مدينة كسلا شرقي السودان ودمرت مدرستين ومستودعا كبيرا للحبوب"


def test_outlets_that_tell_it_in_one_sentence_are_one(lexicon):  # type: ignore[no-untyped-def]
    one = told("a1", "خبر:", outlet="جريدة الضفاف", body=LONG)
    other = told("a2", "نبأ:", outlet="صحيفة المرسى", body=LONG.replace("ودمرت", "فدمرت"))
    apart = told(
        "a3", "خبر:", outlet="يومية النورس", body="قصفت مدفعية مجهولة مدينة كسلا السبت، وهرع الأهالي إلى العراء"
    )
    assert counted(lexicon, one, other) == (1, 0)
    assert counted(lexicon, one, other, apart) == (2, 0)
    unnamed = told("a4", "خبر:", body=LONG)
    assert counted(lexicon, told("a5", "خبر:", body=LONG), unnamed) == (0, 1)
    sourced = []
    for ident, who, key in (("a6", "رائد الخطيب", "raed"), ("a7", SPEAKER, "hind")):
        name = {who: ("PER", key, None)}
        sourced.append(told(ident, f"قال {who} إن", names=name, body=LONG, holder=who, cue="قال", speaker=key))
    assert counted(lexicon, *sourced) == (2, 0)


def test_an_unnamed_source_of_no_known_country_may_be_any_other_of_its_sort(lexicon):  # type: ignore[no-untyped-def]
    a = told(
        "a1", "قال مصدر عسكري أردني إن", outlet="جريدة الضفاف", holder="مصدر عسكري أردني", cue="قال", anonymous=True
    )
    b = told("a2", "قال مصدر عسكري إن", outlet="صحيفة المرسى", holder="مصدر عسكري", cue="قال", anonymous=True)
    assert counted(lexicon, a, b) == (1, 0)
    c = told("a3", "قال مصدر طبي إن", outlet="صحيفة المرسى", holder="مصدر طبي", cue="قال", anonymous=True)
    assert counted(lexicon, a, c) == (2, 0)


def test_a_body_known_by_its_role_alone_is_one_over_articles(lexicon):  # type: ignore[no-untyped-def]
    a = told("a1", "قالت الوزارة إن", outlet="جريدة الضفاف", holder="الوزارة", cue="قالت")
    b = told("a2", "ذكرت الوزارة أن", outlet="صحيفة المرسى", holder="الوزارة", cue="ذكرت")
    assert counted(lexicon, a, b) == (1, 0)


def test_who_only_passes_on_what_another_found_is_no_second_origin(lexicon):  # type: ignore[no-untyped-def]
    body = "مدفعية مجهولة قصفت كسلا"
    places = {"كسلا": ("GPE", "kassala", "SD")}
    event = {"trigger": "قصفت", "type": "ASSAULT", "actors": ["مدفعية مجهولة"], "place": "كسلا"}
    one = reading(
        "a1",
        f"أوضح الناطق باسم وزارة الدفاع أن التحقيق أثبت أن {body}.",
        outlet="جريدة الضفاف",
        names=places,
        statements=[
            {"content": f"التحقيق أثبت أن {body}", "holder": "الناطق باسم وزارة الدفاع", "cue": "أوضح"},
            {"content": body, "holder": "التحقيق", "cue": "أثبت"},
        ],
        events=[event],
    )
    other = reading(
        "a2",
        f"قالت وزارة الدفاع إن {body} ليلا.",
        outlet="صحيفة المرسى",
        names=places,
        statements=[{"content": f"{body} ليلا", "holder": "وزارة الدفاع", "cue": "قالت"}],
        events=[event],
    )
    assert counted(lexicon, one, other) == (1, 0)


def test_copies_with_an_unnamed_source_told_more_and_less_fully_are_one(lexicon):  # type: ignore[no-untyped-def]
    fuller = told("a1", "قالت مصادر عسكرية سودانية إن", outlet="جريدة الضفاف",
                  holder="مصادر عسكرية سودانية", cue="قالت", anonymous=True)  # fmt: skip
    barer = told("a2", "قالت مصادر إن", outlet="صحيفة المرسى", holder="مصادر", cue="قالت", anonymous=True)
    assert counted(lexicon, fuller, barer, copies=(("a1", "a2"),)) == (1, 0)
