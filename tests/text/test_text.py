"""Text: folding keeps the way back, words cut their clitics, sentences and quotations lie where they stand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.model import Anchor, AnchorError, Span
from tawatur.text.fold import fold, fold_aligned
from tawatur.text.prepared import prepare
from tawatur.text.words import cuts, find_words, forms_of

ARABIC = st.text(alphabet='ابةتثىيئؤءأإآلـًَّٰ کیگ٠١٢0123456789.,!؟«»"“”\n\u200f\u200c\ufefbﷲ abc', max_size=200)


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("مُتَحَدِّث", "متحدث"),
        ("الولایات المتحدة", "الولايات المتحده"),
        ("کوریا", "كوريا"),
        ("مســؤول", "مسوول"),
        ("٢٥ ۲۵", "25 25"),
        ("ﻻ", "لا"),
        ("\u200fأمس\u200e", "امس"),
        ("F-35", "f-35"),
    ],
)
def test_fold(written: str, folded: str) -> None:
    assert fold(written) == folded


@given(ARABIC, st.integers(0, 200), st.integers(0, 200))
def test_forms_are_those_of_the_words(text: str, start: int, length: int) -> None:
    span = Span(min(start, len(text)), min(start + length, len(text)))
    assert forms_of(text, span) == [(word.norm, word.kind) for word in find_words(text, span)]
    assert forms_of(text) == [(word.norm, word.kind) for word in find_words(text)]


@given(ARABIC, st.integers(1, 5), st.integers(0, 1000), st.integers(0, 200))
def test_words_of_a_span_are_where_they_are_in_the_text(text: str, times: int, start: int, length: int) -> None:
    text *= times
    span = Span(min(start, len(text)), min(start + length, len(text)))
    counted = find_words(text, span, 0)
    assert [(w.span, w.text, w.kind) for w in find_words(text, span)] == [(w.span, w.text, w.kind) for w in counted]


@given(ARABIC)
def test_alignment_is_monotone_and_agrees_with_fold(text: str) -> None:
    folded = fold_aligned(text)
    assert folded.text == fold(text)
    assert list(folded.starts) == sorted(folded.starts)
    for index in range(len(folded.text)):
        start, end = folded.original(Span(index, index + 1))
        assert 0 <= start <= end <= len(text)


@given(ARABIC)
def test_words_and_sentences_lie_in_the_text(text: str) -> None:
    prepared = prepare(text)
    for word in prepared.words:
        assert word.span.of(text) == word.text
        assert word.norm
        assert prepared.sentences[word.sentence].span.holds(word.span)
    for before, after in zip(prepared.sentences, prepared.sentences[1:], strict=False):
        assert before.span.end <= after.span.start


def test_swallowed_alef_is_put_back() -> None:
    assert ("ل", "الامم", 1) in [(c.clitics, c.form, c.letters) for c in cuts("للامم")]


def test_tatweel_alone_is_a_dash() -> None:
    assert [(w.norm, w.kind) for w in find_words("الرياض ـ الضفاف ـــ ﹰ")][1::2] == [("-", "mark"), ("-", "mark")]
    assert all(w.norm for w in find_words("ـ ﹰ ـً"))


def test_cut_counts_in_the_original() -> None:
    (word,) = find_words("ولِـلأُمم")
    assert word.text[word.cut(2) :] == "لأُمم"


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("قال د. سامي إن 2.5 مليون طن وصلت. وأضاف آخر.", 2),
        ("نقلت أ.ف.ب عنه قوله: «لا. لن نقبل». انتهى", 3),
        ("قال «لم يبق (...) أحد هنا». انتهى", 2),
        ("سطر\nسطر", 2),
    ],
)
def test_sentences(text: str, count: int) -> None:
    assert len(prepare(text).sentences) == count


def test_a_text_without_full_stops_is_cut_between_words() -> None:
    text = "كلمة أخرى " * 2000
    sentences = prepare(text).sentences
    assert all(s.span.end - s.span.start <= 4000 for s in sentences)
    assert [word for s in sentences for word in s.span.of(text).split()] == text.split()
    whole = "ا" * 9000
    assert [s.span.of(whole) for s in prepare(whole).sentences] == [whole]


def test_quotes_of_every_kind() -> None:
    text = '«أول» “ثان” "ثالث" «خارج «داخل» خارج»'
    assert [q.inner.of(text) for q in prepare(text).quotes] == ["أول", "ثان", "ثالث", "خارج «داخل» خارج"]


def test_an_anchor_must_hold_its_words() -> None:
    anchor = Anchor.of("a", "نص قصير", Span(3, 7))
    anchor.check("نص قصير")
    with pytest.raises(AnchorError):
        anchor.check("نص طويل")
    with pytest.raises(AnchorError):
        Anchor("a", 3, 6, "قصير")
    with pytest.raises(AnchorError):
        Anchor.of("a", "نص", Span(1, 9))
