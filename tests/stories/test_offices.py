"""Persons named by an office alone: joined to its holder of that time and country, and never guessed at."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tawatur.lexicon.offices import Office, OfficeLexicon
from tawatur.lexicon.story_words import StoryLexicon, load_story_words
from tawatur.model import Article, Entity, EntityRole, Name, NameType, Published, Reading, Span
from tawatur.stories.entities import join_entities

DAY = date(2021, 4, 3)
NO_SPAN = Span(0, 1)


@pytest.fixture(scope="module")
def lexicon() -> StoryLexicon:
    return load_story_words()


@pytest.fixture(scope="module")
def offices(lexicon: StoryLexicon) -> OfficeLexicon:
    return lexicon.offices


def office(kind: str, country: str | None, *what: str) -> Office:
    return Office(kind, frozenset(what), country)


@pytest.mark.parametrize(
    ("role", "found"),
    [
        ("وزير الخارجية الروسي", {office("minister", "RU", "خارجيه")}),
        ("معالي وزير الخارجية بدولة قطر الدكتور", {office("minister", "QA", "خارجيه")}),
        ("وزيرة خارجية السويد", {office("minister", "SE", "خارجيه")}),
        ("وزير التربية والتعليم التونسي", {office("minister", "TN", "تربيه")}),
        ("زعيم كوريا الشمالية", {office("leader", "KP")}),
        ("الزعيم الكوري الشمالي", {office("leader", "KP")}),
        ("الرئيس اليمني", {office("president", "YE")}),
        ("رئيس الوزراء ووزير الدفاع الكيني", {office("premier", "KE"), office("minister", "KE", "دفاع")}),
        ("نائب رئيس الوزراء ووزير خارجية الأردن", {office("minister", "JO", "خارجيه")}),
        ("مبعوث الأمم المتحدة الخاص إلى ليبيا", {office("envoy", "LY", "اممي")}),
        ("المبعوث الأممي إلى ليبيا", {office("envoy", "LY", "اممي")}),
        ("السفير الكيني لدى الأردن", {office("ambassador", "KE", "JO")}),
        ("الأمين العام للأمم المتحدة", {office("secretary", None, "اممي")}),
        ("أمير قطر", {office("emir", "QA")}),
        ("محافظ محافظة سوسة", {office("governor", None, "سوسه")}),
        # Not one person's at a time, of no known country, no longer or not yet held, or another's.
        ("الوزير", set()),
        ("وزير الخارجية", set()),
        ("رئيس اللجنة", set()),
        ("الرئيس الكيني السابق", set()),
        ("رئيس الوزراء الأردني المكلف", set()),
        ("نائب وزير الخارجية الكيني", set()),
        ("المتحدث باسم وزارة الخارجية الكينية", set()),
        ("مسؤول كيني", set()),
        ("الأمير السعودي", set()),
        ("مصدر في وزارة الخارجية الكينية", set()),
        ("", set()),
    ],
)
def test_offices_of_roles(offices: OfficeLexicon, role: str, found: set[Office]) -> None:
    assert offices.offices_of(role) == found


def test_a_known_country_completes_a_role(offices: OfficeLexicon) -> None:
    assert offices.offices_of("وزير الخارجية", "KE") == {office("minister", "KE", "خارجيه")}


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("الحكومة التركية", "TR"), ("بنك فرنسا", "FR"), ("الجيش الكوري الشمالي", "KP"), ("محكمة تونسية", None),
        ("وزارة الدفاع", None), ("مجلس الأعمال السعودي التركي", None),
    ],
)  # fmt: skip
def test_the_country_that_a_name_tells(offices: OfficeLexicon, name: str, country: str | None) -> None:
    assert offices.nation_of(name) == country


def named(ident: str, name: str, role: str, days: int = 0, country: str | None = "KE") -> Reading:
    """Return an article that names a person with a role."""
    person = Entity("e0", name, "PER", roles=(EntityRole(NO_SPAN, role, country),))
    return Reading(_article(ident, days), names=(Name(NO_SPAN, "PER", "e0"),), entities=(person,))


def by_role(ident: str, role: str, days: int = 0) -> Reading:
    """Return an article whose speaker is known by a role alone, beside a town that it names."""
    speaker = Entity("e1", role, "PER", roles=(EntityRole(NO_SPAN, role),))
    town = Entity("e0", "صفاقس", "GPE", "gpe:S")
    return Reading(_article(ident, days), names=(Name(NO_SPAN, "GPE", "e0"),), entities=(town, speaker))


def _article(ident: str, days: int) -> Article:
    day = DAY + timedelta(days)
    return Article(ident, "نص", published=Published(day, day, "given"))


def people(
    lexicon: StoryLexicon, *readings: Reading, groups: tuple[tuple[str, ...], ...] = (), kind: NameType = "PER"
) -> list[set[str]]:
    found = join_entities(readings, lexicon, groups)
    return sorted(({article for article, _ in w.members} for w in found if w.type == kind), key=sorted)


MINISTER = "وزير الخارجية الكيني"


@pytest.mark.parametrize(
    ("readings", "together"),
    [
        ((named("a", "سالم أوغوتو", MINISTER), by_role("b", MINISTER, 10)), True),
        ((named("a", "سالم أوغوتو", MINISTER), by_role("b", "وزير خارجية كينيا", 10)), True),
        ((named("a", "سالم أوغوتو", MINISTER), by_role("b", MINISTER, 400)), False),
        ((named("a", "سالم أوغوتو", MINISTER), by_role("b", "وزير الخارجية الأردني")), False),
        ((named("a", "سالم أوغوتو", MINISTER), by_role("b", "وزير الدفاع الكيني")), False),
        ((named("a", "سالم أوغوتو", MINISTER), by_role("b", "الوزير")), False),
        ((named("a", "سالم أوغوتو", MINISTER + " السابق"), by_role("b", MINISTER)), False),
        ((by_role("a", MINISTER), by_role("b", MINISTER, 5)), True),
        ((by_role("a", MINISTER), by_role("b", MINISTER, 90)), False),
        ((by_role("a", "مسؤول كيني"), by_role("b", "مسؤول كيني")), False),
        ((by_role("a", "مصدر أمني كيني"), by_role("b", "مصدر أمني كيني")), False),
    ],
)
def test_an_office_is_its_holder(lexicon: StoryLexicon, readings: tuple[Reading, ...], together: bool) -> None:
    assert people(lexicon, *readings) == ([{"a", "b"}] if together else [{"a"}, {"b"}])


def test_of_two_holders_at_that_time_none_is_chosen(lexicon: StoryLexicon) -> None:
    old, new = named("a", "سالم أوغوتو", MINISTER), named("b", "كيبا موانغي", MINISTER, 20)
    role = by_role("c", MINISTER, 10)
    assert people(lexicon, old, new, role) == [{"a"}, {"b"}, {"c"}]
    assert people(lexicon, old, new, role, groups=(("b", "c"),)) == [{"a"}, {"b", "c"}]


def test_the_join_tells_its_score_and_reason(lexicon: StoryLexicon) -> None:
    found = join_entities([named("a", "سالم أوغوتو", MINISTER), by_role("b", MINISTER)], lexicon)
    (join,) = next(w.joins for w in found if w.type == "PER")
    assert (join.mention, join.score) == (("b", "e1"), 0.8)
    assert "office" in join.reason


def test_a_body_of_a_country_is_one_body(lexicon: StoryLexicon) -> None:
    def body(ident: str, name: str) -> Reading:
        entity = Entity("e0", name, "ORG")
        return Reading(Article(ident, "نص"), names=(Name(NO_SPAN, "ORG", "e0"),), entities=(entity,))

    assert people(lexicon, body("a", "الحكومة الكينية"), body("b", "الحكومة الكينية"), kind="ORG") == [{"a", "b"}]
    assert people(lexicon, body("a", "السفارة الكينية"), body("b", "السفارة الكينية"), kind="ORG") == [{"a"}, {"b"}]
    assert people(lexicon, body("a", "الحكومة"), body("b", "الحكومة"), kind="ORG") == [{"a"}, {"b"}]


def test_a_role_gives_its_holder_no_name(lexicon: StoryLexicon) -> None:
    found = join_entities([named("a", "سالم أوغوتو", MINISTER), by_role("b", MINISTER)], lexicon)
    person = next(w for w in found if w.type == "PER")
    assert (person.canonical, person.spellings) == ("سالم أوغوتو", ("سالم أوغوتو",))


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        ("مطار سوسة", "مطار سوسة الدولي", True),
        ("متحف سوسة", "متحف سوسه", True),
        ("السجن المركزي", "السجن المركزي", False),
        ("مسجد النور", "مسجد النور", False),
    ],
)
def test_facilities(lexicon: StoryLexicon, one: str, other: str, together: bool) -> None:
    readings = [
        Reading(Article(i, "نص"), names=(Name(NO_SPAN, "FAC", "e0"),), entities=(Entity("e0", name, "FAC"),))
        for i, name in (("a", one), ("b", other))
    ]
    assert people(lexicon, *readings, kind="FAC") == ([{"a", "b"}] if together else [{"a"}, {"b"}])
