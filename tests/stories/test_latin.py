"""Latin forms: as news prints them where a list has the word, else by rule, and never passed off as the gazetteer's."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tawatur.lexicon.latin import load_latin
from tawatur.lexicon.story_words import load_story_words
from tawatur.model import Article, Entity, Name, NameType, Reading, Span
from tawatur.stories.entities import join_entities
from tawatur.stories.entities.latin import latin_forms

Forms = Callable[[NameType, str, str | None], str | None]


@pytest.fixture(scope="module")
def forms() -> Forms:
    return latin_forms(load_latin())


@pytest.mark.parametrize(
    ("name", "latin"),
    [
        ("سالم القنطري", "Salem al-Qantari"),
        ("سَالِم القَنطَري", "Salem al-Qantari"),
        ("محمد بن فهد الدوسري", "Mohammed bin Fahd al-Dosari"),
        ("عبد الرحمن السندي", "Abdul Rahman al-Sandi"),
        ("عبدالرحمن السندي", "Abdul Rahman al-Sandi"),
        ("عبد الله الهوني", "Abdullah al-Huni"),
        ("أبو بكر الطنطاوي", "Abu Bakr al-Tantawi"),
        ("صلاح الدين البكوش", "Salah al-Din al-Bakush"),
        ("سيرغي مارينكوف", "Sergei Marinkov"),
        ("سيرجي مارينكوف", "Sergei Marinkov"),
        ("كیم سونغ هيون", "Kim Sung Hyun"),
        ("هانز يواخيم كرامر", "Hans Joachim Kramer"),
        ("ألكسندر غورباتوف", "Alexander Gorbatov"),
    ],
)
def test_names_of_people(forms: Forms, name: str, latin: str) -> None:
    assert forms("PER", name, None) == latin


def test_the_maghreb_writes_ben(forms: Forms) -> None:
    assert forms("PER", "ليلى بن عاشور", "TN") == "Layla Ben Ashur"
    assert forms("PER", "ليلى بن عاشور", "KW") == "Layla bin Ashur"


def test_bodies_and_facilities_are_not_transliterated(forms: Forms) -> None:
    assert forms("ORG", "وزارة الصيد", None) is None
    assert forms("FAC", "جامع الزيتونة", None) is None


@given(st.text("ابتجحخدذرزسشصضطظعغفقكلمنهويةىأإآءئؤپچگڤ ـ\u064e'-", max_size=24))
@settings(max_examples=150, deadline=None)
def test_whatever_is_written_comes_out_in_latin_letters(name: str) -> None:
    latin = load_cached()("PER", name, None)
    assert latin is None or re.fullmatch(r"[A-Za-z' -]+", latin)


_CACHED: list[Forms] = []


def load_cached() -> Forms:
    if not _CACHED:
        _CACHED.append(latin_forms(load_latin()))
    return _CACHED[0]


def test_a_gazetteer_form_is_kept_and_a_made_one_marked() -> None:
    known = Entity("e0", "صفاقس", "GPE", "gpe:S", "Sfax", "TN")
    unknown = Entity("e1", "سالم القنطري", "PER")
    role = Entity("e2", "وزير النقل", "PER")
    names = (Name(Span(0, 1), "GPE", "e0"), Name(Span(0, 1), "PER", "e1"))
    found = {
        w.canonical: (w.latin, w.transliteration)
        for w in join_entities([Reading(Article("a", "نص"), names=names, entities=(known, unknown, role))],
                               load_story_words())
    }  # fmt: skip
    assert found == {
        "صفاقس": ("Sfax", None),
        "سالم القنطري": (None, "Salem al-Qantari"),
        "وزير النقل": (None, None),
    }
