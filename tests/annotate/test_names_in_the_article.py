"""What the whole article tells of its names: persons by a last word that is a common one, by-names, the dateline."""

from __future__ import annotations

import pytest

from tawatur.annotate.names import find_names
from tawatur.annotate.names.candidates import Candidate
from tawatur.annotate.names.sensed import Opinion
from tawatur.annotate.names.tokens import Found
from tawatur.annotate.names.weighing import Weighed, stand
from tawatur.lexicon.name_words import load_name_words
from tawatur.lexicon.sparse_weights import Row
from tawatur.text.prepared import prepare

LEXICON = load_name_words()


def named(text: str) -> list[tuple[str, str]]:
    return [(n.span.of(text), n.type) for n in find_names(prepare(text), LEXICON)[0]]


@pytest.mark.parametrize(
    ("text", "persons"),
    [
        # «الصور» is a common word: the person's after a verb of saying alone.
        ("قال الناشط مازن الصور إن المخيم محاصر. وأوضح الصور أن الماء مقطوع.", ["مازن الصور", "الصور"]),
        ("قال الناشط مازن الصور إن المخيم محاصر. ونشرت الصحف الصور.", ["مازن الصور"]),
        ("قال الناشط مازن راجح إن المخيم محاصر. وأوضح الصور أن الماء مقطوع.", ["مازن راجح"]),
    ],
)
def test_a_last_word_that_is_a_common_word(text: str, persons: list[str]) -> None:
    assert [name for name, kind in named(text) if kind == "PER"] == persons


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("استدعت السعودية السفير. وقال الوزير إن المملكة تأسف.", "SA"),
        ("زار الوفد المدن المغربية. وقال الوزير إن المملكة تأسف.", "MA"),
        ("زارت السعودية وفود من الأردن ومن عمان عاصمة الأردن. وعاد الوفد إلى المملكة.", "JO"),
        ("قالت مسقط إن العمانيين عادوا. وشكر الوفد للسلطنة جهودها.", "OM"),
    ],
)
def test_what_an_article_calls_the_country_it_tells_of(text: str, country: str) -> None:
    names, entities = find_names(prepare(text), LEXICON)
    keys = {e.id: e.key for e in entities}
    assert keys[names[-1].entity] == f"gpe:{country}"
    assert names[-1].span.of(text) in ("المملكة", "لسلطنة")


@pytest.mark.parametrize(
    "text",
    [
        "قال الوزير إن المملكة تأسف.",
        "استدعت فرنسا السفير. وقال الوزير إن المملكة تأسف.",
        "استدعت السعودية السفير. وقال الوزير إن المملكة البلجيكية تأسف.",
    ],
)
def test_no_country_is_called_so(text: str) -> None:
    assert "المملكة" not in [name for name, _ in named(text)]


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        ("عين الصباح – الرياض:\nقال الوزير إن المشروع سيكتمل.", "عين الصباح"),
        ("عين الصباح - أبها، جدة: قال الوزير إن المشروع سيكتمل.", "عين الصباح"),
        ("عين الصباح – محمد العطوي\nقال الوزير إن المشروع سيكتمل.", "عين الصباح"),
        ("الرياض – عين الصباح\nقال الوزير إن المشروع سيكتمل.", "عين الصباح"),
        # A listed outlet whose name is a common word.
        ("سبق – جدة: قال الوزير إن المشروع سيكتمل.", "سبق"),
    ],
)
def test_the_outlet_of_a_dateline(text: str, outlet: str) -> None:
    assert (outlet, "ORG") in named(text)


@pytest.mark.parametrize(
    "text",
    [
        "دبي – خاص: قال الوزير إن المشروع سيكتمل.",
        "القاهرة – مكتب الجريدة: قال الوزير إن المشروع سيكتمل.",
        "هدوء حذر – بيروت\nقال الوزير إن الهدوء عاد.",
        "الرياض – جدة: قال الوزير إن المشروع سيكتمل.",
        "عين الصباح، الرياض: قال الوزير إن المشروع سيكتمل.",
        "يدخل الطريق السريع – الرياض وجدة ومكة والمدينة وتبوك – الخدمة.",
    ],
)
def test_no_outlet_stands_in_it(text: str) -> None:
    assert "ORG" not in [kind for _, kind in named(text)]


def test_a_company_ends_with_the_word_that_ends_companies() -> None:
    assert ("شركة دروب المدينة القابضة", "ORG") in named("وقعت شركة دروب المدينة القابضة عقدا.")
    assert ("شركة دروب المدينة القابضة", "ORG") not in named("وقعت شركة دروب المدينة عقدا مع القابضة.")


def _weighed(sentence: int, first: int, last: int, words: str, feature: str, rule: str = "title") -> Weighed:
    found = Found(sentence, first, last, 0, "PER", rule, 60)
    return Weighed(Candidate(found, (rule,), tuple(words.split()), Opinion(0, 0, 0)), (feature,))


@pytest.mark.parametrize(
    ("again", "feature", "expected"),
    [
        ("مازن راجح", "unlikely", [0, 1]),
        ("راجح", "unlikely", [0, 1]),
        # The first name alone, another word, and what is nearly sure to be none.
        ("مازن", "unlikely", [0]),
        ("سامي", "unlikely", [0]),
        ("راجح", "none", [0]),
    ],
)
def test_what_repeats_a_sure_name_needs_less(again: str, feature: str, expected: list[int]) -> None:
    weights = Row({"sure": 3.0, "unlikely": -1.0, "none": -3.0}, 0.0, 0.45)
    names = stand([_weighed(0, 0, 2, "مازن راجح", "sure"), _weighed(1, 3, 4, again, feature)], weights)
    assert [name.sentence for name in names] == expected


def test_what_repeats_a_name_gives_way_to_a_name_that_stands() -> None:
    weights = Row({"sure": 3.0, "unlikely": -1.0}, 0.0, 0.45)
    given = [_weighed(0, 0, 2, "مازن راجح", "sure"), _weighed(1, 3, 5, "فوزي راجح", "sure")]
    names = stand([*given, _weighed(1, 4, 5, "راجح", "unlikely")], weights)
    assert [(name.sentence, name.first) for name in names] == [(0, 0), (1, 3)]


def test_the_outlet_of_a_dateline_stands_whatever_the_weights_say() -> None:
    assert stand([_weighed(0, 0, 2, "عين الصباح", "none", "dateline")], Row({"none": -9.0}, 0.0, 0.45))
