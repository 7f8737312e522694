"""Grammar and tagger together: what each adds, takes away and changes, with a tagger that says what a test tells it."""

from __future__ import annotations

import functools
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any, cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tawatur.attribute import attribute
from tawatur.attribute.hearing import ladder
from tawatur.lexicon.bundle import Lexicons, load_lexicons
from tawatur.model import Annotation, Span, Statement
from tawatur.tagger import TaggedText
from tawatur.tagger.labels import CUE_ROLES, STANCES
from tawatur.tagger.tagged import CueView, Filler
from tawatur.text.prepared import Prepared, prepare


@functools.cache
def lexicons() -> Lexicons:
    return load_lexicons()


@dataclass
class Told:
    """A tagger's answers: `cues` gives, for a word of the text, how sure it is, the stance, and the fillers by role."""

    prepared: Prepared
    told: dict[int, tuple[float, str, dict[str, list[Span]]]] = field(default_factory=dict)

    def likely_cues(self, least: float) -> list[int]:
        return sorted(w for w, (p, _, _) in self.told.items() if p >= least)

    def cue_at(self, word: int) -> CueView:
        p, stance, _ = self.told.get(word, (0.001, "assert", {}))
        return CueView(p, {s: 0.95 if s == stance else 0.01 for s in STANCES})

    def cue_p(self, word: int) -> float:
        return self.cue_at(word).p

    @property
    def cue_spans(self) -> dict[int, Span]:
        return {word: self.predicate_span(word) for word in self.likely_cues(0.5)}

    def ask(self, kind: str, words: Iterable[int]) -> None:
        """Nothing is worked out: what it is asked was told."""

    def predicate_span(self, word: int) -> Span:
        return self.prepared.words[word].span

    def fillers(self, kind: str, word: int) -> dict[str, tuple[Filler, ...]]:
        roles = self.told.get(word, (0.0, "", {}))[2]
        return {role: tuple(Filler(s, 0.95) for s in roles.get(role, ())) for role in CUE_ROLES}

    def roles_by_word(self, kind: str, word: int) -> tuple[int, dict[str, list[float]]]:
        sentence = next(s for s in self.prepared.sentences if s.span.holds(self.prepared.words[word].span))
        words = self.prepared.sentence_words(sentence.index)
        roles = self.told.get(word, (0.0, "", {}))[2]
        by_role = {
            role: [0.97 if any(w.span.meets(s) for s in roles.get(role, ())) else 0.003 for w in words]
            for role in CUE_ROLES
        }
        return words[0].index, by_role


def span_of(text: str, part: str) -> Span:
    return Span(text.index(part), text.index(part) + len(part))


def read(text: str, *told: tuple[str, float, str, dict[str, str]]) -> tuple[Statement, ...]:
    """Attribute a text with a tagger told of cues: word, probability, stance, and the words of each role."""
    prepared = prepare(text)
    tagger = Told(prepared)
    for cue, p, stance, roles in told:
        word = prepared.word_at(span_of(text, cue).start)
        assert word is not None
        spans = {role: [span_of(text, part) for part in parts.split("|")] for role, parts in roles.items()}
        tagger.told[word.index] = (p, stance, spans)
    return attribute(prepared, Annotation(), lexicons(), cast(TaggedText, tagger))[0]


def shown(text: str, statements: tuple[Statement, ...]) -> list[tuple[str, str, str]]:
    return [
        (s.cue.of(text) if s.cue else "", s.holder.of(text) if s.holder else "", s.content.of(text)) for s in statements
    ]


SAID = "قال رئيس البلدية إن الجسر مغلق."


def test_what_both_read_stands_and_is_surer_than_what_the_tagger_rejects() -> None:
    parts = {"holder": "رئيس البلدية", "content": "الجسر مغلق"}
    both = read(SAID, ("قال", 0.99, "assert", parts))
    assert shown(SAID, both) == [("قال", "رئيس البلدية", "الجسر مغلق")]
    doubted = read(SAID, ("قال", 0.01, "assert", {}))
    assert not doubted or doubted[0].p < both[0].p


def test_a_reading_that_the_tagger_rejects_is_dropped() -> None:
    text = "أوقف رجل يدعى سامي، وقد كشف عن تورط آخرين في بيع مخازن الحبوب."
    grammar = attribute(prepare(text), Annotation(), lexicons())[0]
    assert grammar
    assert not read(text)


def test_a_cue_that_no_row_knows_becomes_a_statement_with_its_parts() -> None:
    text = "وطمأن السكان رئيس الحي هاني عبر إذاعة المدى أن المياه ستعود مساء."
    parts = {"holder": "رئيس الحي هاني", "content": "المياه ستعود مساء", "via": "إذاعة المدى"}
    found = read(text, ("طمأن", 0.98, "intend", parts))
    assert [(h, c) for _, h, c in shown(text, found)] == [("رئيس الحي هاني", "المياه ستعود مساء")]
    assert [v.of(text) for v in found[0].via] == ["إذاعة المدى"]
    assert found[0].stance == "intend"
    assert found[0].speaker is not None


def test_asking_not_to_be_named_is_no_statement_whatever_the_tagger_hears() -> None:
    text = "وأضاف المصدر طالبا عدم كشف هويته أن الطريق مغلق منذ الصباح."
    asked = {"holder": "المصدر", "content": "عدم كشف هويته أن الطريق مغلق منذ الصباح"}
    found = read(text, ("أضاف", 0.98, "assert", {"holder": "المصدر"}), ("طالبا", 0.98, "demand", asked))
    assert [cue for cue, _, _ in shown(text, found)] == ["أضاف"]


def test_a_word_of_telling_with_nothing_behind_it_is_no_statement() -> None:
    # Its content would be empty, which no evidence can be.
    text = "بين القريتين بحر وجسر.. وصف.. وقوارب."
    assert read(text, ("وصف", 0.98, "evaluate", {})) == ()


def test_content_never_keeps_its_conjunction() -> None:
    text = "وتمتم حارس المبنى أن الباب كان مفتوحا طوال الليل."
    found = read(text, ("تمتم", 0.98, "assert", {"holder": "حارس المبنى", "content": "أن الباب كان مفتوحا طوال الليل"}))
    assert [c for _, _, c in shown(text, found)] == ["الباب كان مفتوحا طوال الليل"]


def test_without_weights_the_grammar_reads_alone() -> None:
    prepared = prepare(SAID)
    known = replace(lexicons(), cues=replace(lexicons().cues, weights=None))
    told = cast(TaggedText, Told(prepared))
    assert attribute(prepared, Annotation(), known, told) == attribute(prepared, Annotation(), known)


PIECES = [
    "قال",
    "وأكد",
    "الوزير",
    "إن",
    "أن",
    "«",
    "»",
    ":",
    "،",
    ".",
    "بحسب",
    "مصدر",
    "البيان",
    "لوكالة",
    "نفى",
    "متهما",
    "ب",
]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from(PIECES), min_size=1, max_size=24),
    st.data(),
)
def test_whatever_the_tagger_says_parts_do_not_overlap_and_lie_in_the_sentence(words: list[str], data: Any) -> None:
    text = " ".join(words)
    prepared = prepare(text)
    tagger = Told(prepared)
    ends = st.integers(0, max(0, len(prepared.words) - 1))
    for _ in range(data.draw(st.integers(0, 4))):
        roles: dict[str, list[Span]] = {}
        word = data.draw(ends)
        sentence = next(s for s in prepared.sentences if s.span.holds(prepared.words[word].span))
        inside = prepared.sentence_words(sentence.index)
        for role in data.draw(st.lists(st.sampled_from(CUE_ROLES), max_size=3)):
            first = data.draw(st.integers(0, len(inside) - 1))
            last = data.draw(st.integers(first, len(inside) - 1))
            roles[role] = [Span(inside[first].span.start, inside[last].span.end)]
        tagger.told[word] = (data.draw(st.floats(0.01, 0.999)), data.draw(st.sampled_from(STANCES)), roles)
    for said in attribute(prepared, Annotation(), lexicons(), cast(TaggedText, tagger))[0]:
        bounds = prepared.sentences[said.sentence].span
        assert 0.0 <= said.p <= 1.0
        assert said.content.start < said.content.end
        parts = [s for s in (said.cue, said.holder, said.content, *said.via) if s is not None]
        assert all(bounds.holds(part) for part in parts)
        if said.holder is not None:
            assert not said.holder.meets(said.content) or said.content.holds(said.holder) is False
            assert said.cue is None or not said.holder.meets(said.cue)


@pytest.mark.parametrize(("p", "steps"), [(0.0, 0), (0.5, 7), (1.0, 13)])
def test_a_ladder_has_a_step_for_each_log_odds_reached(p: float, steps: int) -> None:
    assert len(ladder("x", p)) == steps


@pytest.mark.parametrize(
    ("text", "heard", "right"),
    [
        ('وقال الوزير لـ"الضفة" إن المعبر فتح.', ["لـ", "الضفة"], ["الضفة"]),
        ('وقال الوزير لوكالة "الضفة" للأنباء إن المعبر فتح.', ['وكالة "الضفة"', "للأنباء"], ['وكالة "الضفة"']),
    ],
)
def test_what_is_left_of_a_carrier_is_none(text: str, heard: list[str], right: list[str]) -> None:
    prepared = prepare(text)
    words = {w.text: w.index for w in prepared.words}

    def at(part: str) -> Span:
        return Span(text.index(part), text.index(part) + len(part))

    fillers = {"holder": [at("الوزير")], "content": [at("المعبر فتح")], "via": [at(part) for part in heard]}
    told = Told(prepared, {words["وقال"]: (0.97, "assert", fillers)})
    found, _ = attribute(prepared, Annotation(), lexicons(), cast(TaggedText, told))
    carriers = [v.of(text) for s in found for v in s.via]
    assert "للأنباء" not in carriers
    assert not any(len(carrier.strip("ـ")) < 2 for carrier in carriers)
    assert set(carriers) & set(right)
