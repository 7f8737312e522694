"""What the tagger adds to event coding: ladders of features, candidates of its own, spans for roles."""

from __future__ import annotations

from functools import cache

import pytest

from tawatur.events.phrases import Phrases
from tawatur.events.roles import sentence_phrases
from tawatur.events.scene import set_scene
from tawatur.events.sensed import STEPS, event_steps, ladder, sensed_candidates, with_sensed
from tawatur.events.triggers import find_candidates
from tawatur.lexicon.bundle import load_lexicons
from tawatur.model import Annotation
from tawatur.tagger import TaggedText, load_tagger
from tawatur.text.prepared import Prepared, prepare

TEXT = "قتل مسلحون ستة جنود في بلدة الزهراوية أمس، وسافر الوزير إلى الميناء لبحث الهدنة مع قادة الفصائل."


def test_a_ladder_has_a_step_for_each_odds_reached() -> None:
    assert list(ladder("t", 0.0)) == []
    assert len(list(ladder("t", 1.0))) == len(STEPS)
    assert list(ladder("t", 0.5))[-1] == "t>=0"
    lower, higher = set(ladder("t", 0.2)), set(ladder("t", 0.6))
    assert lower < higher


@cache
def tagged() -> tuple[Prepared, TaggedText]:
    tagger = load_tagger()
    if tagger is None:
        pytest.skip("no model in this checkout")
    prepared = prepare(TEXT)
    return prepared, tagger.tag(prepared)


def test_candidates_of_the_tagger_are_new_and_in_the_text() -> None:
    prepared, tags = tagged()
    scene = set_scene(prepared, Annotation(), ())
    lexicon = load_lexicons().events
    known = find_candidates(scene, lexicon)
    pairs = {(c.index, c.sense.type) for c in known}
    for c in sensed_candidates(scene, known, tags):
        assert (c.index, c.sense.type) not in pairs
        assert c.span.of(TEXT) == TEXT[c.span.start : c.span.end] != ""
        assert "tagger alone" in set(event_steps(c, tags))


def test_the_attack_is_a_trigger_and_travel_is_less_of_one() -> None:
    prepared, tags = tagged()
    words = {w.text: w.index for w in prepared.words}
    assert tags.trigger_at(words["قتل"]).p > 0.5 > tags.trigger_at(words["بلدة"]).p


def test_spans_of_the_tagger_join_the_phrases() -> None:
    prepared, tags = tagged()
    scene = set_scene(prepared, Annotation(), ())
    at = next(w.index for w in prepared.words if w.text == "قتل")
    parts = with_sensed(scene, at, [], tags)
    assert any("ستة جنود" in p.span.of(TEXT) for p in parts)
    assert all("tagger span" in p.features for p in parts)


def test_a_span_of_the_tagger_begins_behind_the_verb_that_opens_its_clause() -> None:
    text = "تعرضت قافلة لهجوم مسلح في بلدة الغدير. وتشهد المنطقة هجمات تستهدف القوافل."
    prepared = prepare(text)
    scene = set_scene(prepared, Annotation(), ())
    lexicon = load_lexicons().events
    phrases = Phrases(scene, lexicon, frozenset())
    opening = next(w.index for w in prepared.words if w.text == "وتشهد")
    assert opening in phrases.begin_none
    attacks = next(w.index for w in prepared.words if w.text == "هجمات")
    assert not [p for p in sentence_phrases(scene, phrases, attacks) if p.span.of(text).startswith("وتشهد")]
    # A word that could be a noun may begin a phrase where no conjunction tells that it is a verb.
    bare = prepare("شكل الهجوم مفاجأة")
    assert Phrases(set_scene(bare, Annotation(), ()), lexicon, frozenset()).begin_none == frozenset()
