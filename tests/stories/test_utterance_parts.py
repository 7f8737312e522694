"""One sentence of one speaker is one utterance, however many statements are read in it, in an article and copies."""

from __future__ import annotations

import pytest
from tests.stories.hand_readings import build, reading

from tawatur.lexicon.join_words import load_join_words
from tawatur.model import Reading, Stories

FIRST, SECOND = (
    "الموقوفين سيمثلون أمام المحكمة الأسبوع المقبل",
    "التحقيق في ملف القافلة ما زال في بدايته وسيشمل شهودا من القرية",
)


@pytest.fixture(scope="module")
def lexicon():  # type: ignore[no-untyped-def]
    return load_join_words()


def told(ident: str, *, second: str = "assert", apart: bool = False, alone: bool = False) -> Reading:
    """Return a reading of a sentence with two statements; `apart` gives the second to another speaker."""
    text = f"قال المدعي العام إن {FIRST}، مشيرا إلى أن {SECOND} كما يرى المحامي."
    parts = [
        {"content": FIRST, "cue": "قال", "holder": "المدعي العام", "speaker": "e1"},
        {"content": SECOND, "cue": "مشيرا", "speaker": "e2" if apart else "e1", "stance": second},
    ]
    names = {"المدعي العام": ("PER", "e1", None), "المحامي": ("PER", "e2", None)}
    return reading(ident, text, day="2021-09-14", names=names, statements=parts[1:] if alone else parts)


def sayings(stories: Stories) -> list[list[tuple[str, int]]]:
    return sorted(sorted((s.article, s.statement) for s in u.sayings) for u in stories.utterances)


@pytest.mark.parametrize(
    ("given", "together"),
    [({}, True), ({"second": "deny"}, False), ({"second": "demand"}, False), ({"apart": True}, False)],
    ids=["one speaker", "says and denies", "says and demands", "two speakers"],
)
def test_clauses_of_one_sentence(lexicon, given, together) -> None:  # type: ignore[no-untyped-def]
    both = [[("p", 0), ("p", 1)]] if together else [[("p", 0)], [("p", 1)]]
    assert sayings(build(lexicon, told("p", **given))) == both


def test_what_another_article_tells_by_itself_stays_apart(lexicon) -> None:  # type: ignore[no-untyped-def]
    stories = build(lexicon, told("p"), told("q", alone=True), clusters=[["p", "q"]])
    assert sayings(stories) == [[("p", 0)], [("p", 1), ("q", 0)]]


def test_the_parts_tell_why_they_are_one(lexicon) -> None:  # type: ignore[no-untyped-def]
    (utterance,) = build(lexicon, told("p")).utterances
    assert [saying.reasons for saying in utterance.sayings if saying.reasons] == [("same-sentence",)]


@pytest.mark.parametrize("copied", [True, False])
def test_a_speaker_of_whom_only_words_are_known_is_one_in_copies(lexicon, copied: bool) -> None:  # type: ignore[no-untyped-def]
    def anonymous(ident: str) -> Reading:
        statement = {"content": FIRST, "cue": "قال", "holder": "مصدر محلي", "anonymous": True}
        text = f"قال مصدر محلي إن {FIRST}."
        return reading(
            ident, text, statements=[statement | {"speaker": ident}], names={"مصدر محلي": ("PER", ident, None)}
        )

    copies = [["p", "q"]] if copied else []
    stories = build(lexicon, anonymous("p"), anonymous("q"), clusters=[["p", "q"]], copies=copies)
    assert len(stories.utterances) == (1 if copied else 2)
