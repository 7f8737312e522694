"""Names weighed by grammar and tagger together, on opinions of a tagger that these tests make up."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from tawatur.annotate.names import find_names
from tawatur.annotate.names.tokens import Found
from tawatur.annotate.names.weighing import Weighed, stand
from tawatur.lexicon.name_words import load_name_words
from tawatur.lexicon.sparse_weights import Row
from tawatur.tagger.heads import Heads
from tawatur.tagger.labels import NAME_TYPES, head_slices
from tawatur.tagger.tagged import TaggedText
from tawatur.text.prepared import Prepared, prepare

LEXICON = load_name_words()
NAMES = head_slices()["name"]
NONE = np.zeros((0, 0), np.float32)


def opinions(prepared: Prepared, names: dict[str, str], sure: float = 8.0) -> TaggedText:
    """A tagger that sees these words («ب+لندن»: after a clitic), wherever they stand, as names of these types."""
    size = max(s.stop for s in head_slices().values())
    scores = np.zeros((len(prepared.words), size), np.float32)
    scores[:, NAMES] = -6.0
    scores[:, NAMES.start] = 8.0
    for name, kind in names.items():
        words = [w.norm for w in prepare(name.replace("+", "")).words]
        label = NAMES.start + 1 + 2 * NAME_TYPES.index(kind)
        for at in range(len(prepared.words)):
            if [w.norm for w in prepared.words[at : at + len(words)]] == words:
                scores[at, [NAMES.start, label]] = 0.0, sure
                scores[at, head_slices()["cut"].start + max(0, name.find("+"))] = 1.0
                scores[at + 1 : at + len(words), NAMES.start] = 0.0
                scores[at + 1 : at + len(words), label + 1] = sure
    empty = Heads(*[NONE] * len(Heads.__dataclass_fields__))
    return TaggedText(prepared, empty, scores, NONE, NONE, prepared.bounds)


def named(text: str, names: dict[str, str], sure: float = 8.0) -> list[tuple[str, str]]:
    prepared = prepare(text)
    found, _ = find_names(prepared, LEXICON, opinions(prepared, names, sure))
    return [(n.span.of(text), n.type) for n in found]


@pytest.mark.parametrize(
    ("text", "seen", "expected"),
    [
        # What no rule finds.
        ("سافر تشوبانيك لوماردي إلى القرية.", {"تشوبانيك لوماردي": "PER"}, [("تشوبانيك لوماردي", "PER")]),
        ("أغلقت الشرطة جسر النوارس القديم.", {"جسر النوارس القديم": "FAC"}, [("جسر النوارس القديم", "FAC")]),
        # What both find.
        ("وصل الوفد إلى موسكو أمس.", {"موسكو": "GPE"}, [("موسكو", "GPE")]),
        # Nobody finds anything.
        ("وصل الوفد أمس.", {}, []),
        ("", {}, []),
        ("؟!", {}, []),
    ],
)
def test_tagger_and_grammar(text: str, seen: dict[str, str], expected: list[tuple[str, str]]) -> None:
    assert named(text, seen) == expected


def test_a_name_found_once_is_found_with_its_clitics() -> None:
    text = "زار تشوبانيك لوماردي القرية. ورحب السكان بلوماردي."
    found = named(text, {"تشوبانيك لوماردي": "PER", "ب+لوماردي": "PER"}, 3.0)
    assert ("تشوبانيك لوماردي", "PER") in found
    assert ("لوماردي", "PER") in found


def test_probability_grows_with_what_the_tagger_thinks() -> None:
    text = "سافر تشوبانيك لوماردي إلى القرية."
    prepared = prepare(text)
    low, high = (
        find_names(prepared, LEXICON, opinions(prepared, {"تشوبانيك لوماردي": "PER"}, sure))[0] for sure in (1.0, 8.0)
    )
    assert high[0].p > 0.5
    assert not low or low[0].p < high[0].p


def test_an_empty_model_of_a_text_leaves_the_names_apart() -> None:
    text = "وصل وزير الخارجية المصري سمير البلتاجي إلى بروكسل ثم موسكو."
    prepared = prepare(text)
    tagged = opinions(prepared, {"سمير البلتاجي": "PER", "بروكسل": "GPE", "موسكو": "GPE"})
    names, entities = find_names(prepared, LEXICON, tagged)
    assert [n.span.of(text) for n in names] == ["سمير البلتاجي", "بروكسل", "موسكو"]
    assert all(0.0 < n.p <= 1.0 for n in names)
    assert {n.entity for n in names} == {e.id for e in entities}


def test_of_overlapping_names_the_worthiest_set_stands() -> None:
    def weighed(first: int, last: int, feature: str) -> Weighed:
        from tawatur.annotate.names.candidates import Candidate
        from tawatur.annotate.names.sensed import Opinion

        found = Found(0, first, last, 0, "PER", "title", 60)
        return Weighed(Candidate(found, ("title",), ("",), Opinion(0, 0, 0)), (feature,))

    weights = Row({"long": 1.0, "short": 0.6, "weak": -3.0}, 0.0, 0.45)
    chosen = stand(
        [weighed(0, 4, "long"), weighed(0, 2, "short"), weighed(2, 4, "short"), weighed(5, 6, "weak")], weights
    )
    # Two names of p .65 are worth more than one of .73.
    assert [(f.first, f.last) for f in chosen] == [(0, 2), (2, 4)]
    only = stand([weighed(0, 4, "long"), weighed(0, 2, "short")], replace(weights, threshold=0.7))
    assert [(f.first, f.last) for f in only] == [(0, 4)]
