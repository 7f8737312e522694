"""What a tagged text holds and answers, whatever the weights are: spans in place, probabilities, no crash."""

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest

from tawatur.model import Span
from tawatur.tagger.labels import CUE_ROLES, EVENT_TYPES, NAME_TYPES, STANCES, STATUSES, TRIGGER_ROLES
from tawatur.tagger.roles import TOGETHER
from tawatur.tagger.tagged import TaggedText
from tawatur.tagger.tagger import Tagger
from tawatur.text.prepared import prepare

TEXT = "وقال وزير الخارجية سالم الدوسي لوكالة الساحل إن بلاده «لن تشارك». واتهم جماعة الراية بقتل سبعة جنود في الميناء."
HOSTILE = [
    "",
    " \n ",
    "🙂🙂",
    "َ ُ ِ",
    "ـــ",
    "\u200b\u200f",
    "abc 12",
    "(" * 500,
    "ا" * 10_000,
    "كلمة " * 2_000,
    "\ud800 \x00",
]


def spans(tagged: TaggedText) -> list[Span]:
    found = [name.span for name in tagged.names]
    for cue in tagged.cues:
        found += [cue.span, *(f.span for f in (cue.holder, cue.content, *cue.via) if f)]
    for trigger in tagged.triggers:
        fillers = (*trigger.actors, *trigger.recipients, trigger.place, trigger.time)
        found += [trigger.span, *(f.span for f in fillers if f)]
    return found


def test_every_span_is_inside_the_text_and_starts_at_a_letter_of_a_word(tagger: Tagger) -> None:
    tagged = tagger.tag(prepare(TEXT))
    ends = {word.span.end for word in tagged.prepared.words}
    assert spans(tagged)
    for span in spans(tagged):
        assert 0 <= span.start < span.end <= len(TEXT)
        assert not TEXT[span.start].isspace()
        assert span.end in ends


def test_names_do_not_overlap(tagger: Tagger) -> None:
    names = tagger.tag(prepare(TEXT)).names
    assert names
    assert all(a.span.end <= b.span.start for a, b in pairwise(names))


def test_probabilities_are_probabilities(tagger: Tagger) -> None:
    tagged = tagger.tag(prepare(TEXT))
    for word in range(len(tagged.prepared.words)):
        cue, trigger = tagged.cue_at(word), tagged.trigger_at(word)
        assert 0 <= cue.p <= 1
        assert 0 <= trigger.p <= 1
        for spread, labels in (
            (cue.stances, STANCES), (trigger.types, EVENT_TYPES), (trigger.statuses, STATUSES),
        ):  # fmt: skip
            assert tuple(spread) == labels
            assert sum(spread.values()) == pytest.approx(1, abs=1e-4)
    for name in tagged.names:
        assert set(name.types) == set(NAME_TYPES)
        assert all(0 <= p <= 1 for p in name.types.values())


def test_a_predicate_can_be_asked_about_at_any_word(tagger: Tagger) -> None:
    tagged = tagger.tag(prepare(TEXT))
    for word in range(len(tagged.prepared.words)):
        assert set(tagged.fillers("cue", word)) == set(CUE_ROLES)
        assert set(tagged.fillers("trigger", word)) == set(TRIGGER_ROLES)
        own = tagged.prepared.words[word].span
        assert tagged.role_p("cue", word, "holder", own) == pytest.approx(0, abs=1e-6)
        cue = tagged.cue(word)
        assert not cue.holder or not cue.holder.span.holds(own)


def test_predicates_asked_about_together_have_the_roles_that_each_has_alone(tagger: Tagger) -> None:
    text = prepare(" ".join([TEXT] * 5))
    together, alone = tagger.tag(text), tagger.tag(text)
    words = range(0, len(text.words), 2)
    assert sum(last - first for word in words for first, last in together.windows if first <= word < last) > TOGETHER
    together.ask("cue", reversed(words))
    for word in words:
        first, roles = together.roles_by_word("cue", word)
        assert first == alone.roles_by_word("cue", word)[0]
        for role, p in alone.roles_by_word("cue", word)[1].items():
            assert roles[role] == pytest.approx(p, abs=1e-5)


def test_the_roles_of_a_word_towards_a_predicate_share_its_probability(tagger: Tagger) -> None:
    tagged = tagger.tag(prepare(TEXT))
    for word in tagged.prepared.sentence_words(0)[1:]:
        total = sum(tagged.role_p("cue", 0, role, word.span) for role in CUE_ROLES)
        assert 0 <= total <= 1.0001


def test_words_of_another_sentence_fill_no_role(tagger: Tagger) -> None:
    tagged = tagger.tag(prepare(TEXT))
    assert tagged.role_p("cue", 0, "holder", tagged.prepared.sentence_words(1)[1].span) == 0.0


def test_unknown_roles_and_words_are_errors(tagger: Tagger) -> None:
    tagged = tagger.tag(prepare(TEXT))
    with pytest.raises(ValueError, match="a cue has no role 'actor', but holder, content, via"):
        tagged.role_p("cue", 0, "actor", Span(0, 4))
    with pytest.raises(IndexError, match="no word 900"):
        tagged.fillers("cue", 900)


def test_spans_without_words_are_no_names(tagger: Tagger) -> None:
    tagged = tagger.tag(prepare(TEXT))
    assert set(tagged.name_types(Span(4, 4)).values()) == {0.0}


def test_a_span_after_its_clitic_is_asked_about_as_its_word(tagger: Tagger) -> None:
    tagged = tagger.tag(prepare(TEXT))
    assert tagged.name_types(Span(1, 4)) == tagged.name_types(Span(0, 4))


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_are_tagged(tagger: Tagger, text: str) -> None:
    tagged = tagger.tag(prepare(text))
    assert all(0 <= span.start < span.end <= len(text) for span in spans(tagged))
    assert len(tagged.scores) == len(tagged.prepared.words)


def test_a_sentence_is_tagged_alike_alone_and_in_company(tagger: Tagger) -> None:
    first = TEXT.split(". ")[0] + "."
    alone, among = tagger.tag(prepare(first)), tagger.tag(prepare(first + " " + TEXT))
    assert np.array_equal(alone.scores, among.scores[: len(alone.scores)])
    assert alone.names == among.names[: len(alone.names)]


def test_with_context_a_sentence_is_read_among_its_neighbours(tagger: Tagger) -> None:
    wide = replace(tagger, meta={"context": 200})
    text = prepare("قال وزير الخارجية. وصل الوفد. عاد الوفد.")
    assert np.array_equal(wide.tag(text).scores, wide.tag(text).scores)
    assert wide.tag(text).scores.shape == tagger.tag(text).scores.shape
    first = len(prepare("قال وزير الخارجية.").words)
    assert np.array_equal(wide.tag(text).scores[:first], tagger.tag(text).scores[:first])
    assert not np.array_equal(wide.tag(text).scores[first:], tagger.tag(text).scores[first:])


def test_leaning_finds_more_and_changes_no_probability(tagger: Tagger) -> None:
    tagged = tagger.tag(prepare(TEXT))
    eager = replace(tagged, leaning={"trigger": 50.0, "cue roles": 50.0})
    shy = replace(tagged, leaning={"trigger": -50.0, "cue roles": -50.0})
    covered = [w for t in eager.triggers for w in tagged.prepared.words if w.span.meets(t.span)]
    assert covered == list(tagged.prepared.words)
    assert shy.triggers == ()
    assert shy.fillers("cue", 0) == dict.fromkeys(CUE_ROLES, ())
    assert eager.trigger_at(3) == shy.trigger_at(3)
    assert eager.names == shy.names == tagged.names
