"""Forms of words, tokens, queries and the places of words in the original."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tawatur.lexicon.search_words import load_search_words
from tawatur.search import indexed, locate, parse, tokens, written_forms
from tawatur.text.fold import fold

WORDS = load_search_words()
SIGNS = 'وفبلكسالرهيةىأئؤءـًّ «»"“”-|()*^:.,٫٦6aOR\u200f\ufefb\x00'
HOSTILE = st.text(alphabet=st.one_of(st.sampled_from(SIGNS), st.characters()))


@pytest.mark.parametrize(
    ("word", "finds"),
    [
        ("ليبيا", "وليبيا لليبيا بليبيا فبليبيا"),
        ("الجسر", "جسر للجسر بالجسر وجسور الجسور جسرين جسرا جسرها"),
        ("حافلات", "حافلة الحافلة وحافلتين حافلاتها"),
        ("مهندسين", "مهندس المهندسون للمهندسين"),
        ("سيارتها", "سيارة السيارات"),
        ("شؤون", "شئون الشؤون شأن"),
        ("لغة", "للغة اللغات لغات"),
        ("يعود", "سيعود وسيعود"),
        ("علماء", "عالم علماؤها علمائهم"),
        ("بالمدينة", "مدينة المدن"),
    ],
)
def test_a_word_finds_its_forms(word: str, finds: str) -> None:
    forms = written_forms(word, WORDS)
    assert forms[0] == fold(word)
    assert [form for form in finds.split() if fold(form) not in forms] == []


@pytest.mark.parametrize(
    ("word", "others"),
    [
        ("رد", "ورد برد"),
        ("صل", "وصل فصل"),
        ("لاد", "بلاد"),
        ("حار", "بحار"),
        ("سان", "لسان انسان"),
        ("لبن", "لبنان ولبنان"),
        ("بنان", "لبنان ولبنان"),
        ("سلط", "سلطان"),
        ("تعا", "تعاون"),
        ("غاء", "إلغاء"),
        ("سوري", "سوريا"),
        ("الرقة", "ورقة رقة"),
        ("جامعة", "غامعة"),
        ("في", "وفي"),
    ],
)
def test_a_word_finds_no_other(word: str, others: str) -> None:
    forms = written_forms(word, WORDS)
    assert [other for other in others.split() if fold(other) in forms] == []


@settings(max_examples=60, deadline=None)
@given(HOSTILE)
def test_every_word_is_a_form_of_itself(word: str) -> None:
    for token in tokens(word):
        assert written_forms(token.norm, WORDS)[0] == token.norm


@settings(max_examples=60, deadline=None)
@given(HOSTILE)
def test_tokens_stand_where_they_say(text: str) -> None:
    assert " ".join(token.norm for token in tokens(text)) == indexed(text)
    for token in tokens(text):
        assert 0 <= token.span.start < token.span.end <= len(text)
        if token.norm.isalpha():
            assert fold(token.span.of(text)).strip() == token.norm


@pytest.mark.parametrize(
    ("text", "token"),
    [("60,000", "60000"), ("٦٠٬٠٠٠", "60000"), ("31.700", "31700"), ("٢٫٥", "2.5"), ("2,50", "2.5"), ("007", "007")],
)
def test_numbers_are_known_by_their_value(text: str, token: str) -> None:
    assert [t.norm for t in tokens(text)] == [token]


@pytest.mark.parametrize(
    ("query", "groups", "without"),
    [
        ("نهر جبل", 2, 0),
        ("نهر OR جبل", 1, 0),
        ("نهر | جبل | سهل ساحل", 2, 0),
        ("نهر -جبل", 1, 1),
        ("نهر-جبل", 1, 0),
        ('نهر -"جبل عال"', 1, 1),
        ("OR نهر OR", 1, 0),
        ("نهر AND نهر", 1, 0),
        ('- | OR AND «» "', 0, 0),
        ("-نهر", 0, 1),
    ],
)
def test_what_a_query_asks_for(query: str, groups: int, without: int) -> None:
    asked = parse(query, WORDS)
    assert (len(asked.groups), len(asked.without)) == (groups, without)


@settings(max_examples=60, deadline=None)
@given(HOSTILE, HOSTILE)
def test_any_query_over_any_text(query: str, text: str) -> None:
    for exact in (False, True):
        spans = locate(text, parse(query, WORDS, exact=exact).wanted)
        assert all(0 <= span.start < span.end <= len(text) for span in spans)
        assert all(a.end <= b.start for a, b in pairwise(spans))


@pytest.mark.parametrize(
    ("query", "text", "found"),
    [
        ("مدرسة", "المدرسة مدرسه مدرسة", ["مدرسة"]),
        ("كتب", "كُتِبَ كتب وكتب", ["كُتِبَ", "كتب"]),
        ("كُتِبَ", "كُتِبَ كَتَبَ كتب", ["كُتِبَ"]),
        ("إلى", "الى إلى إلي", ["إلى"]),
        ('"دار العلم"', "دار العلم ودار العلم دار علم", ["دار العلم"]),
        ("60,000", "60000 و60,000", ["60,000"]),
    ],
)
def test_exact_words_are_as_spelled(query: str, text: str, found: list[str]) -> None:
    terms = parse(query, WORDS, exact=True).wanted
    assert [span.of(text) for span in locate(text, terms)] == found
