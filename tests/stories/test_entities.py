"""Entities across articles: spellings of one name are joined, namesakes are not, and every join says why."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tawatur.lexicon.story_words import StoryLexicon, load_story_words
from tawatur.model import Article, Entity, EntityRole, Name, NameType, Reading, Span, WorldEntity
from tawatur.stories.entities import compare_bodies, compare_persons, compare_places, join_entities, skeleton
from tawatur.stories.entities.persons import person_parts
from tawatur.stories.entities.spelling import distance

PAIRS = Path(__file__).with_name("name_pairs.tsv")
PAIRS_THIRD = Path(__file__).with_name("name_pairs_third.tsv")
PAIRS_LATER = Path(__file__).with_name("name_pairs_later.tsv")
NO_SPAN = Span(0, 1)


@pytest.fixture(scope="module")
def lexicon() -> StoryLexicon:
    return load_story_words()


def rows(table: Path = PAIRS) -> list[tuple[str, str, str, bool]]:
    lines = table.read_text(encoding="utf-8").splitlines()
    fields = [line.split("\t") for line in lines if not line.startswith("#")]
    return [(kind, one, other, same == "1") for kind, one, other, same in fields]


def says_same(lexicon: StoryLexicon, kind: str, one: str, other: str) -> bool:
    if kind == "PER":
        return bool(compare_persons(one, other, lexicon.given_names))
    if kind == "GPE":
        return bool(compare_places(one, other))
    return bool(compare_bodies(one, other, lexicon.body_words))


@pytest.mark.parametrize("kind", ["PER", "GPE", "ORG"])
def test_the_table_of_pairs(lexicon: StoryLexicon, kind: str) -> None:
    told = [(says_same(lexicon, k, one, other), same) for k, one, other, same in rows() if k == kind]
    right = sum(1 for found, same in told if found and same)
    f1 = 2 * right / (sum(f for f, _ in told) + sum(s for _, s in told))
    assert f1 >= 0.95
    assert not any(found and not same for found, same in told), "two people were taken for one"


@pytest.mark.parametrize("table", [PAIRS_LATER, PAIRS_THIRD])
def test_the_later_tables(lexicon: StoryLexicon, table: Path) -> None:
    told = [(says_same(lexicon, k, one, other), same) for k, one, other, same in rows(table)]
    right = sum(1 for found, same in told if found and same)
    assert 2 * right / (sum(f for f, _ in told) + sum(s for _, s in told)) >= 0.95


def test_comparing_has_no_side(lexicon: StoryLexicon) -> None:
    for kind, one, other, _ in [*rows(), *rows(PAIRS_LATER), *rows(PAIRS_THIRD)]:
        assert says_same(lexicon, kind, one, other) == says_same(lexicon, kind, other, one)


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("عبد الرحمن السندي", ("عبدرحمن", "السندي")),
        ("عبدالرحمن السندي", ("عبدرحمن", "السندي")),
        ("أبي بكر الطنطاوي", ("ابوبكر", "الطنطاوي")),
        ("خالد بن فهد آل سعد", ("خالد", "فهد", "سعد")),
        ("أرسلان أوغلو", ("ارسلاناوغلو",)),
        ("جان-لوك مورو", ("جان", "لوك", "مورو")),
        ("بن", ("بن",)),
        ("", ()),
    ],
)
def test_parts_of_names(name: str, parts: tuple[str, ...]) -> None:
    assert person_parts(name) == parts


@given(st.text("ابتجغكقسصدطوييهعن", min_size=1, max_size=9), st.text("ابتجغكقسصدطوييهعن", min_size=1, max_size=9))
def test_distance(one: str, other: str) -> None:
    assert distance(one, other) == distance(other, one) >= 0.0
    assert distance(one, one) == 0.0
    assert skeleton(one)


def entity(
    name: str, kind: NameType = "PER", key: str | None = None, country: str | None = None, role: str | None = None
) -> Entity:
    roles = (EntityRole(NO_SPAN, role, country),) if role else ()
    return Entity("", name, kind, key, country=None if role else country, roles=roles)


def reading(name: str, *entities: Entity) -> Reading:
    numbered = tuple(
        Entity(f"e{n}", e.canonical, e.type, e.key, e.latin, e.country, e.roles) for n, e in enumerate(entities)
    )
    names = tuple(Name(NO_SPAN, e.type, e.id) for e in numbered)
    return Reading(Article(name, "نص"), names=names, entities=numbered)


def joined(lexicon: StoryLexicon, *readings: Reading, groups: tuple[tuple[str, ...], ...] = ()) -> list[set[str]]:
    found = join_entities(readings, lexicon, groups)
    return sorted(({article for article, _ in world.members} for world in found), key=sorted)


def test_a_gazetteer_key_joins_whatever_the_spelling(lexicon: StoryLexicon) -> None:
    one = reading("a", entity("بيونغ يانغ", "GPE", "gpe:P"))
    other = reading("b", entity("بوينغ يانغ", "GPE", "gpe:P"))
    (world,) = join_entities([one, other], lexicon)
    assert world.key == "gpe:P"
    assert set(world.spellings) == {"بيونغ يانغ", "بوينغ يانغ"}
    assert world.reasons == ("the same gazetteer entry gpe:P",)


def test_two_keys_are_never_joined(lexicon: StoryLexicon) -> None:
    assert joined(
        lexicon, reading("a", entity("طرابلس", "GPE", "gpe:1")), reading("b", entity("طرابلس", "GPE", "gpe:2"))
    ) == [
        {"a"},
        {"b"},
    ]


def test_a_place_without_a_key_joins_the_known_one(lexicon: StoryLexicon) -> None:
    known, unknown = entity("بلغراد", "GPE", "gpe:1"), entity("بلجراد", "GPE")
    assert joined(lexicon, reading("a", known), reading("b", unknown)) == [{"a", "b"}]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (entity("سيرغي مارينكوف"), entity("سيرجي مارينكوف"), True),
        (entity("سالم القنطري", country="LY"), entity("سالم القنطري", country="TN"), False),
        (entity("سالم القنطري", country="LY"), entity("سالم علي القنطري"), True),
        (entity("سالم القنطري", role="لاعب المنتخب"), entity("سالم القنطري", role="وزير الصحة"), False),
        (entity("سالم القنطري", role="قائد المنطقة"), entity("سالم القنطري", role="رئيس الحكومة"), True),
        (entity("سالم القنطري"), entity("سليم القنطري"), False),
        (entity("القنطري"), entity("القنطري"), False),
        (entity("القنطري"), entity("سالم القنطري"), False),
        (entity("القنطري", role="وزير الصحة الليبي"), entity("سالم القنطري", role="وزير الصحة الليبي"), True),
        (entity("القنطري", role="الوزير"), entity("سالم القنطري", role="الوزير"), False),
        (entity("وزارة الصيد", "ORG"), entity("وزارة الصيد", "ORG"), False),
        (entity("وزارة الصيد", "ORG", country="TN"), entity("وزارة الصيد", "ORG", country="TN"), True),
        (entity("جامع الزيتونة", "FAC"), entity("جامع الزيتونه", "FAC"), False),
        (entity("جامع الزيتونة", "FAC", country="TN"), entity("جامع الزيتونه", "FAC", country="TN"), True),
        (entity("قاعدة الرمال البحرية", "FAC"), entity("قاعدة الرمال البحريه", "FAC"), True),
        (entity("طالبان", "ORG"), entity("حركة طالبان", "ORG"), True),
        (entity("صفاقس", "GPE"), entity("صفاقس", "ORG"), False),
        (entity("وكالة الأنباء الألمانية", "ORG"), entity("وكالة الأنباء اليمنية", "ORG"), False),
        (entity("السفارة الأميركية", "ORG", country="US"), entity("السفارة الأمريكية", "ORG", country="US"), True),
        (entity("الساحل", "GPE"), entity("الساحل", "LOC"), True),
    ],
)
def test_joining_two(lexicon: StoryLexicon, one: Entity, other: Entity, same: bool) -> None:
    assert joined(lexicon, reading("a", one), reading("b", other)) == ([{"a", "b"}] if same else [{"a"}, {"b"}])


def test_a_single_name_joins_inside_a_story_when_one_person_fits(lexicon: StoryLexicon) -> None:
    full, bare = reading("a", entity("سيرغي مارينكوف")), reading("b", entity("مارينكوف"))
    (world,) = join_entities([full, bare], lexicon, [("a", "b")])
    assert world.canonical == "سيرغي مارينكوف"
    assert world.reasons == ("«مارينكوف» stands in a story with «سيرغي مارينكوف» alone",)
    namesake = reading("c", entity("أندريه مارينكوف"))
    assert joined(lexicon, full, bare, namesake, groups=(("a", "b", "c"),)) == [{"a"}, {"b"}, {"c"}]


def test_a_given_name_alone_is_not_a_person_of_the_story(lexicon: StoryLexicon) -> None:
    full, bare = reading("a", entity("ناصر القنطري")), reading("b", entity("ناصر"))
    assert joined(lexicon, full, bare, groups=(("a", "b"),)) == [{"a"}, {"b"}]


def test_a_shorter_name_that_fits_two_people_joins_neither(lexicon: StoryLexicon) -> None:
    found = joined(
        lexicon,
        reading("a", entity("خالد الدوسري")),
        reading("b", entity("خالد بن فهد الدوسري")),
        reading("c", entity("خالد بن سعد الدوسري")),
    )
    assert found == [{"a"}, {"b"}, {"c"}]


def test_speakers_without_a_name_stay_apart(lexicon: StoryLexicon) -> None:
    role = Entity("e1", "متحدث باسم البلدية", "PER")
    readings = [
        Reading(
            Article(i, "نص"),
            names=(Name(NO_SPAN, "GPE", "e0"),),
            entities=(Entity("e0", "صفاقس", "GPE", "gpe:S"), role),
        )
        for i in "ab"
    ]
    assert joined(lexicon, *readings, groups=(("a", "b"),)) == [{"a"}, {"a", "b"}, {"b"}]


def random_readings() -> list[Reading]:
    people = [entity(one) for kind, one, _, _ in rows() if kind == "PER"][:40]
    people += [entity(other) for kind, _, other, _ in rows() if kind == "PER"][:40]
    chance = random.Random(3)
    return [reading(f"a{n:02}", *chance.sample(people, 4), entity("مارينكوف")) for n in range(30)]


def test_order_changes_nothing_and_every_entity_stands_once(lexicon: StoryLexicon) -> None:
    readings = random_readings()
    groups = [tuple(r.article.id for r in readings[n : n + 5]) for n in range(0, 30, 5)]
    first = join_entities(readings, lexicon, groups)
    members = [member for world in first for member in world.members]
    assert sorted(members) == sorted((r.article.id, e.id) for r in readings for e in r.entities)
    assert len({world.id for world in first}) == len(first)
    random.Random(1).shuffle(readings)
    assert join_entities(readings, lexicon, reversed(groups)) == first


def test_every_join_over_articles_has_a_reason(lexicon: StoryLexicon) -> None:
    found: tuple[WorldEntity, ...] = join_entities(random_readings(), lexicon)
    assert any(len(world.members) > 1 for world in found)
    assert all(world.reasons for world in found if len(world.members) > 1)


@given(st.lists(st.text("ابت \u064eـ\u200f'-غجلن", max_size=14), max_size=6))
@settings(max_examples=60, deadline=None)
def test_hostile_names(names: list[str]) -> None:
    readings = [
        reading(f"a{n}", entity(name), entity(name, "ORG"), entity(name, "GPE")) for n, name in enumerate(names)
    ]
    found = join_entities(readings, StoryLexicon())
    assert sum(len(world.members) for world in found) == 3 * len(names)
