"""Names in sentences written for these tests."""

from __future__ import annotations

import importlib.util
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tawatur.annotate.names import find_names
from tawatur.lexicon.name_words import load_name_words
from tawatur.model import Entity
from tawatur.text.prepared import prepare

LEXICON = load_name_words()


def named(text: str) -> list[tuple[str, str]]:
    names, _ = find_names(prepare(text), LEXICON)
    return [(n.span.of(text), n.type) for n in names]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وصل الوفد إلى موسكو أمس.", [("موسكو", "GPE")]),
        ("سافر وزير الخارجية المصري سمير البلتاجي إلى بروكسل.", [("سمير البلتاجي", "PER"), ("بروكسل", "GPE")]),
        ("رفعت القضية للأمم المتحدة.", [("لأمم المتحدة", "ORG")]),
        ("قالت وزارة الدفاع النرويجية إن التدريب انتهى.", [("وزارة الدفاع النرويجية", "ORG")]),
        ("أعلن الجيش النيجيري مقتل مسلحين.", [("الجيش النيجيري", "ORG")]),
        ("أعلن الجيش مقتل مسلحين.", []),
        ("قالت السلطات الفرنسية إنها تحقق.", []),
        ("وروسيا وبولندا", [("روسيا", "GPE"), ("بولندا", "GPE")]),
        ("في محافظة صعدة", [("صعدة", "GPE")]),
        ("هبطت الطائرة في مطار تمبكتو.", [("مطار تمبكتو", "FAC")]),
        ("بيونج يانج وبوينغ يانغ", [("بيونج يانج", "GPE"), ("بوينغ يانغ", "GPE")]),
    ],
)
def test_names_of_a_sentence(text: str, expected: list[tuple[str, str]]) -> None:
    assert named(text) == expected


def test_later_surname_is_the_same_entity() -> None:
    text = "التقى المبعوث نيلس هولمكفيست الوزراء. وأوضح هولمكفيست أن الحوار مستمر."
    names, entities = find_names(prepare(text), LEXICON)
    persons = [n for n in names if n.type == "PER"]
    assert [n.span.of(text) for n in persons] == ["نيلس هولمكفيست", "هولمكفيست"]
    assert len({n.entity for n in persons}) == 1
    assert [e.canonical for e in entities if e.id == persons[0].entity] == ["نيلس هولمكفيست"]


def test_demonyms_name_their_country() -> None:
    assert LEXICON.demonyms["الروسيه"] == "RU"
    assert LEXICON.demonyms["اميركيين"] == "US"
    assert LEXICON.demonyms["الاتراك"] == "TR"


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet='محمد بنعليالو.،«»"-_#أ ف\u064b\u200f\n1٢()ترامبفيسوريا', max_size=80))
def test_spans_lie_in_the_text_and_never_overlap(text: str) -> None:
    names, entities = find_names(prepare(text), LEXICON)
    ids = {e.id for e in entities}
    assert all(0 <= n.span.start < n.span.end <= len(text) and n.entity in ids for n in names)
    assert all(a.span.end <= b.span.start for a, b in pairwise(names))
    assert (names, entities) == find_names(prepare(text), LEXICON)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قال الرئيس الكيني السابق كيبروتو للصحفيين.", [("كيبروتو", "PER")]),
        ("وأوضح الدكتور عبد الرحمن بن ناصر الشويعر أن العمل بدأ.", [("عبد الرحمن بن ناصر الشويعر", "PER")]),
        ("تحدث أبو عمر الشامي إلى السكان.", [("أبو عمر الشامي", "PER")]),
        ("قالت المتحدثة باسم المفوضية الأوروبية لوتيشيا غريندال إن الخطة جاهزة.",
         [("المفوضية الأوروبية", "ORG"), ("لوتيشيا غريندال", "PER")]),
        ("اجتمع علي الكعبي مع الوفد على الحدود.", [("علي الكعبي", "PER")]),
        ("أفادت الهيئة العامة للطيران المدني بتأخر الرحلات.", [("الهيئة العامة للطيران المدني", "ORG")]),
        ("نشرت صحيفة «البرق» المقابلة.", [("صحيفة «البرق", "ORG")]),
        ("انضم إلى حزب «النخلة» قبل عام.", [("حزب «النخلة", "ORG")]),
        ("غرقت السفينة في مضيق هرمز قرب خليج عمان.", [("مضيق هرمز", "LOC"), ("خليج عمان", "LOC")]),
        ("سقطت المقاتلة إف - 16 أمس.", [("إف - 16", "OTHER")]),
        ("استهدفت غارة مواقع سورية قرب الحدود.", []),
        ("في سورية", [("سورية", "GPE")]),
        ("وَصَلَ إلى بَغدادَ وبالريـاض", [("بَغدادَ", "GPE"), ("الريـاض", "GPE")]),
        ("وزار کوریا الجنوبیة", [("کوریا الجنوبیة", "GPE")]),
        ("#محمود_الصالحي كتب", [("محمود_الصالحي", "PER")]),
        ("طالب أمير قطر بالحوار", [("قطر", "GPE")]),
        ("قالت السفارة الهندية في الدوحة", [("السفارة الهندية", "ORG"), ("الدوحة", "GPE")]),
        ("وذكرت وكالة الأنباء السعودية (واس)", [("وكالة الأنباء السعودية", "ORG"), ("واس", "ORG")]),
        ("كان الطقس جميلا والناس سعداء", []),
        ("", []),
    ],
)  # fmt: skip
def test_names_of_every_kind(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(n.rstrip("»"), t) for n, t in named(text)] == expected


def entities_of(text: str) -> dict[str, Entity]:
    return {e.canonical: e for e in find_names(prepare(text), LEXICON)[1]}


def test_places_have_key_country_and_latin_form() -> None:
    moscow = entities_of("في موسكو")["موسكو"]
    assert (moscow.country, moscow.latin) == ("RU", "Moscow")
    assert moscow.key is not None
    assert moscow.key.startswith("gpe:")


def test_country_and_its_variants_are_one_entity_and_its_capital_another() -> None:
    found = entities_of("وصل من الولايات المتحدة إلى واشنطن، وقال إن أميركا تنتظر.")
    assert {e.key for e in found.values()} == {"gpe:US", "gpe:US-DC"}


def test_role_and_its_country_stand_with_the_person() -> None:
    text = "قال وزير الخارجية النرويجي هنريك سولبرغسن إن الحوار مستمر."
    role = entities_of(text)["هنريك سولبرغسن"].roles[0]
    assert (role.text, role.country) == ("وزير الخارجية النرويجي", "NO")
    assert role.span.of(text) == role.text


def test_role_in_apposition() -> None:
    text = "التقى سامر الديراني، رئيس لجنة المياه في بيروت، السكان."
    assert [r.text for r in entities_of(text)["سامر الديراني"].roles] == ["رئيس لجنة المياه في بيروت"]


def test_short_name_in_brackets_is_the_same_body() -> None:
    names, _ = find_names(prepare("أعلنت وكالة الأنباء السعودية (واس) الخبر."), LEXICON)
    assert len({n.entity for n in names}) == 1


@pytest.mark.shared
def test_measured_floor() -> None:
    """The scores that later changes must not fall below (names.f1 of the scorer, on the articles developed on)."""
    gold = Path(__file__).parents[2].parent / "shared" / "gold"
    if not gold.is_dir():
        pytest.skip("no gold data beside the checkout")
    spec = importlib.util.spec_from_file_location("score_readings", gold / "score_readings.py")
    assert spec is not None
    assert spec.loader is not None
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    documents = scorer.load(gold / "dev.jsonl")
    for document in documents:
        names, _ = find_names(prepare(document["text"]), LEXICON)
        document["predicted"] = [{"span": list(n.span), "type": n.type} for n in names]
    readings = [{"id": d["id"], "names": d["predicted"]} for d in documents]
    assert scorer.score(documents, readings)[0]["names.f1"].f1 > 0.8


@pytest.mark.parametrize(
    ("text", "canonical", "country"),
    [
        ("قال متحدث للحكومة التركية إن الميناء أغلق.", "الحكومة التركية", "TR"),
        ("سلم الوفد الرسالة للأمم المتحدة في نيويورك.", "الأمم المتحدة", None),
        ("وصل الوفد أمس في زيارة للبنان.", "لبنان", "LB"),
    ],
)
def test_the_entity_of_a_name_behind_a_preposition(text: str, canonical: str, country: str | None) -> None:
    _, entities = find_names(prepare(text), LEXICON)
    assert (canonical, country) in [(e.canonical, e.country) for e in entities]


def test_where_an_envoy_is_sent_is_not_his_country() -> None:
    text = "قال السفير لدى لبنان سالم القنطري إن المحادثات تستأنف غدا."
    _, entities = find_names(prepare(text), LEXICON)
    (person,) = [e for e in entities if e.type == "PER"]
    assert [role.country for role in person.roles] == [None]
