"""Posts that set people apart, words that point back, and how an event is told: tables of Arabic wordings."""

from __future__ import annotations

import pytest
from hand_readings import build, reading

from tawatur.lexicon.join_words import JoinLexicon, load_join_words
from tawatur.model import Reading, Stories
from tawatur.stories.happenings.offices import office_of, shared_post

JO = ("GPE", "jo", "gpe:JO")
MA = ("GPE", "ma", "gpe:MA")
TN = ("GPE", "tn", "gpe:TN")
SALEM = {"سالم العمري": ("PER", "salem", "JO")}


@pytest.fixture(scope="module")
def lexicon():  # type: ignore[no-untyped-def]
    return load_join_words()


@pytest.mark.parametrize(
    ("words", "post"),
    [
        ("وزير الخارجية الأردني", "minister:خارجيه"),
        ("وزيرَ الخارجيّة", "minister:خارجيه"),
        ("الزعيم التونسي", "head"),
        ("رئيس الوزراء", "premier"),
        ("رئيس البرلمان", "chief:برلمان"),
        ("الرئيس", "head"),
        ("الوزير", None),
        ("نائب وزير الخارجية", None),
        ("الرئيس السابق", None),
        ("مسلحون", None),
    ],
)
def test_posts(lexicon: JoinLexicon, words: str, post: str | None) -> None:
    assert office_of(words, lexicon.told) == post


@pytest.mark.parametrize(
    ("words", "one"),
    [("وزيرا خارجية الأردن", "وزير خارجية"), ("رئيسا تونس", "رئيس"), ("وزير خارجية الأردن", None), ("", None)],
)
def test_a_post_of_two(lexicon: JoinLexicon, words: str, one: str | None) -> None:
    assert shared_post(words, lexicon.told) == one


def meeting(ident: str, text: str, actors: list[str], **given: object) -> Reading:
    names = {"الأردن": JO, "المغرب": MA, "تونس": TN, **SALEM, "كمال بنيس": ("PER", "kamal", "MA")}
    roles = {"وزير الخارجية الأردني": "salem", "رئيس المغرب": "kamal"}
    return reading(
        ident,
        text,
        day="2021-09-14",
        outlet="جريدة " + ident,
        names={name: value for name, value in names.items() if name in text},  # type: ignore[arg-type]
        roles={words: owner for words, owner in roles.items() if words in text},
        times={"الثلاثاء": ("2021-09-14", "2021-09-14")},
        events=[{"trigger": "التقى", "type": "CONSULT", "actors": actors, "time": "الثلاثاء", **given}],
    )


def together(stories: Stories, *articles: str) -> bool:
    return any(set(articles) <= {r.article for r in h.reports} for h in stories.happenings)


def test_a_minister_and_his_head_of_state_are_met_apart(lexicon) -> None:  # type: ignore[no-untyped-def]
    posts = meeting("p", "التقى وزيرا خارجية الأردن والمغرب الثلاثاء.", ["وزيرا خارجية الأردن", "المغرب"])
    heads = meeting(
        "q",
        "التقى وزير الخارجية الأردني سالم العمري رئيس المغرب كمال بنيس الثلاثاء.",
        ["وزير الخارجية الأردني سالم العمري", "رئيس المغرب كمال بنيس"],
    )
    assert not together(build(lexicon, posts, heads, clusters=[["p", "q"]]), "p", "q")


@pytest.mark.parametrize(("words", "joined"), [("البلدان", True), ("البلدين", True), ("الجمعيتان", False)])
def test_two_countries_named_before(lexicon, words: str, joined: bool) -> None:  # type: ignore[no-untyped-def]
    def treaty(ident: str, text: str, actors: list[str]) -> Reading:
        return reading(
            ident,
            text,
            day="2021-09-14",
            names={"الأردن": JO, "المغرب": MA},
            times={"الثلاثاء": ("2021-09-14", "2021-09-14")},
            events=[{"trigger": "معاهدة", "type": "AGREE", "actors": actors, "time": "الثلاثاء"}],
        )

    one = treaty("p", f"تربط الأردن والمغرب صداقة. ووقع {words} معاهدة الثلاثاء.", [words])
    other = treaty("q", "وقع الأردن والمغرب معاهدة الثلاثاء.", ["الأردن", "والمغرب"])
    assert together(build(lexicon, one, other, clusters=[]), "p", "q") is joined


@pytest.mark.parametrize(
    ("text", "done"),
    [
        ("أشار سالم العمري إلى أن لقاء عُقد في سبتمبر كان مفيدا.", True),
        ("أشار سالم العمري إلى أن لقاء في سبتمبر الماضي كان مفيدا.", True),
        ("أشار سالم العمري إلى أن لقاء في سبتمبر سيكون مفيدا.", False),
    ],
)
def test_what_took_place_is_not_planned(lexicon, text: str, done: bool) -> None:  # type: ignore[no-untyped-def]
    time = "سبتمبر الماضي" if "الماضي" in text else "سبتمبر"
    one = reading(
        "p",
        text,
        names=SALEM,
        times={time: ("2021-09-01", "2021-09-30")},
        events=[
            {"trigger": "لقاء", "type": "AGREE", "status": "planned", "actors": ["سالم العمري"], "time": time},
        ],
    )
    (happening,) = build(lexicon, one).happenings
    assert (happening.reports[0].status == "actual") is done


def attack(ident: str, text: str, statement: dict[str, object], **given: object) -> Reading:
    return reading(
        ident,
        text,
        day="2021-09-14",
        outlet="جريدة " + ident,
        names={
            name: value
            for name, value in {"الرصيفة": ("GPE", "rs", "JO"), "جند الفجر": ("ORG", "fajr", None)}.items()
            if name in text
        },  # type: ignore[misc]
        times={"الثلاثاء": ("2021-09-14", "2021-09-14")} if "الثلاثاء" in text else {},
        statements=[statement],
        events=[{"trigger": "الهجوم", "type": "ASSAULT", **given}],
    )


def test_who_condemns_an_attack_is_no_source_of_it(lexicon) -> None:  # type: ignore[no-untyped-def]
    told = attack(
        "p", "أدان حزب النهر الهجوم.", {"holder": "حزب النهر", "cue": "أدان", "content": "الهجوم", "stance": "evaluate"}
    )
    (happening,) = build(lexicon, told).happenings
    assert happening.reports[0].chain.origin.label == "جريدة p"


def test_what_is_told_as_done_is_said_by_nobody(lexicon) -> None:  # type: ignore[no-untyped-def]
    told = attack(
        "p",
        "أدانت جماعة جند الفجر الهجوم.",
        {"holder": "جماعة جند الفجر", "cue": "أدانت", "content": "الهجوم", "stance": "evaluate"},
        status="denied",
        by=["fajr"],
    )
    (happening,) = build(lexicon, told).happenings
    assert [(report.status, report.by) for report in happening.reports] == [("actual", ())]


def test_who_claims_an_attack_is_its_actor(lexicon) -> None:  # type: ignore[no-untyped-def]
    told = attack(
        "p",
        "أعلنت جماعة تطلق على نفسها «جند الفجر» مسؤوليتها عن الهجوم في الرصيفة الثلاثاء.",
        {
            "holder": "جماعة تطلق على نفسها «جند الفجر»",
            "cue": "أعلنت",
            "content": "مسؤوليتها عن الهجوم في الرصيفة الثلاثاء",
        },
        place="الرصيفة",
        time="الثلاثاء",
        status="alleged",
    )
    (happening,) = build(lexicon, told).happenings
    assert happening.actors == ("w-fajr",)


def test_a_picture_is_of_whoever_published_it(lexicon) -> None:  # type: ignore[no-untyped-def]
    told = attack(
        "p",
        "أظهرت صور نشرتها جند الفجر الهجوم.",
        {"holder": "صور", "cue": "أظهرت", "content": "نشرتها جند الفجر الهجوم"},
    )
    (happening,) = build(lexicon, told).happenings
    assert happening.reports[0].chain.origin.key == "w-fajr"
