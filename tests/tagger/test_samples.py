"""Annotated texts as training samples, and samples made from them."""

import random
from dataclasses import replace

import pytest
from tests.tagger.conftest import small_pieces

from tawatur.tagger.labels import CUE_ROLES, CUT_GROUPS, EVENT_TYPES, NAME_TYPES, STANCES, TRIGGER_ROLES
from tawatur.tagger.train.augment import Augmenter
from tawatur.tagger.train.samples import UNLABELLED, Gold, Sample, samples_of

TEXT = "وقال سالم الدوسي لصحيفة الرصيف إن جماعة الراية قتلت سبعة جنود في الميناء. لم يرد أحد."


def gold() -> Gold:
    def at(words: str) -> list[int]:
        return [TEXT.index(words), TEXT.index(words) + len(words)]

    return {
        "id": "t",
        "text": TEXT,
        "names": [
            {"span": at("سالم الدوسي"), "type": "PER"},
            {"span": at("صحيفة الرصيف"), "type": "ORG"},
            {"span": at("جماعة الراية"), "type": "ORG"},
        ],
        "statements": [
            {
                "cue": at("قال"),
                "holder": at("سالم الدوسي"),
                "content": at("جماعة الراية قتلت سبعة جنود في الميناء"),
                "via": [at("صحيفة الرصيف")],
                "stance": "accuse",
            }
        ],
        "events": [
            {
                "trigger": at("قتلت"),
                "type": "ASSAULT",
                "status": "alleged",
                "actors": [at("جماعة الراية")],
                "recipients": [at("سبعة جنود")],
                "place": at("الميناء"),
                "time": None,
            }
        ],
    }


def sample() -> Sample:
    return next(samples_of(gold()))


def role(labels: tuple[str, ...], kind: str, further: bool = False) -> int:
    return 1 + 2 * labels.index(kind) + further


def test_words_carry_the_labels_of_every_head() -> None:
    made = sample()
    per, org = NAME_TYPES.index("PER"), NAME_TYPES.index("ORG")
    assert made.words[:5] == ["وقال", "سالم", "الدوسي", "لصحيفة", "الرصيف"]
    assert made.labels["name"] == [0, 1 + 2 * per, 2 + 2 * per, 1 + 2 * org, 2 + 2 * org, 0, 1 + 2 * org, 2 + 2 * org,
                                   *[0] * 6]  # fmt: skip
    assert made.labels["cue"] == [1, *[0] * 13]
    assert made.labels["stance"][0] == STANCES.index("accuse")
    assert made.labels["trigger"].index(1) == made.words.index("قتلت")
    assert made.labels["type"][made.words.index("قتلت")] == EVENT_TYPES.index("ASSAULT")
    assert made.labels["type"].count(UNLABELLED) == 13


def test_clitics_before_a_span_are_counted_for_its_kind() -> None:
    cut = sample().labels["cut"]
    name, predicate, phrase = (CUT_GROUPS.index(g) for g in ("name", "predicate", "phrase"))
    assert cut[0][predicate] == 1
    assert cut[3][name] == cut[3][phrase] == 1
    assert cut[1][name] == 0
    assert cut[1][predicate] == UNLABELLED


def test_roles_are_labelled_towards_each_predicate() -> None:
    cue, trigger = sample().predicates
    assert (cue.kind, cue.word, trigger.kind) == ("cue", 0, "trigger")
    holder, via, content = (role(CUE_ROLES, k) for k in ("holder", "via", "content"))
    assert cue.roles[:8] == [0, holder, holder + 1, via, via + 1, 0, content, content + 1]
    actor, recipient, place = (role(TRIGGER_ROLES, k) for k in ("actor", "recipient", "place"))
    assert trigger.roles[6:] == [actor, actor + 1, 0, recipient, recipient + 1, 0, place, 0]


def test_a_sentence_without_annotation_is_a_sample_too() -> None:
    _, second = samples_of(gold())
    assert second.words == ["لم", "يرد", "أحد", "."]
    assert not any(second.labels["name"])
    assert second.predicates == []


def test_a_swapped_name_takes_the_labels_of_the_one_it_replaces() -> None:
    made = sample()
    augment = Augmenter([made], swap=1.0, respell=0.0)
    seen = set()
    for seed in range(40):
        (other,) = augment([made], random.Random(seed))
        sizes = {len(other.words), len(other.marks), *(len(x) for x in other.labels.values())}
        sizes |= {len(p.roles) for p in other.predicates}
        assert len(sizes) == 1
        for predicate, before in zip(other.predicates, made.predicates, strict=True):
            assert other.words[predicate.word] == made.words[before.word]
            assert {(x + 1) // 2 for x in predicate.roles} == {(x + 1) // 2 for x in before.roles}
        seen.add(" ".join(other.words))
    assert any("لجماعة الراية" in text for text in seen)
    assert any(text.count("صحيفة الرصيف") == 2 for text in seen)
    assert made.words[1] == "سالم"


def test_respelling_leaves_the_labels_alone() -> None:
    made = sample()
    (other,) = Augmenter([made], swap=0.0, respell=1.0)([made], random.Random(1))
    assert "ان" in other.words
    assert other.labels is made.labels


def test_a_name_is_swapped_alike_in_all_sentences_of_a_text() -> None:
    first = sample()
    again = replace(first, follows=True)
    augment = Augmenter([first], swap=0.5, respell=0.5)
    for seed in range(20):
        one, two, other = augment([first, again, first], random.Random(seed))
        assert one.words == two.words
        assert (one.follows, two.follows, other.follows) == (False, True, False)


def test_neighbours_are_stretched_together_and_texts_kept_apart() -> None:
    pytest.importorskip("torch", reason="torch comes with the extra train")
    from tawatur.tagger.train.batches import examples, stretched

    found = examples([s for _ in range(30) for s in samples_of(gold())], small_pieces())
    groups = stretched(found, random.Random(1), 400)
    assert [e for group in groups for e in group] == found
    assert {len(group) for group in groups} == {1, 2}
    assert not any(e.follows for group in groups for e in group[:1] if len(group) == 2)
    assert all(e.follows for group in groups for e in group[1:])
    assert {len(group) for group in stretched(found, random.Random(1), 0)} == {1}


@pytest.mark.parametrize("empty", [{"statements": []}, {"names": []}, {"events": []}])
def test_any_layer_may_be_empty(empty: Gold) -> None:
    assert next(samples_of(gold() | empty)).words
