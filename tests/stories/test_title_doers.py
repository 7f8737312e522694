"""Titles name as doer only whom somebody else tells to have done it: not who claims it or is accused of it."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from tests.stories.hand_readings import build, deed

from tawatur.lexicon.join_words import load_join_words
from tawatur.model import Reading

TOWN = "الرصيفة"
NAMES = {
    TOWN: ("GPE", "rs", "gpe:GN1"),
    "جند الفجر": ("ORG", "fajr", None),
    "حزب الضفة": ("ORG", "diffa", None),
    "سالم العمري": ("PER", "salem", None),
}


@pytest.fixture(scope="module")
def lexicon():  # type: ignore[no-untyped-def]
    return load_join_words()


def told(ident: str, text: str, said: dict[str, str] | None = None, **event: object) -> Reading:
    """Return a reading of a text that tells of one event, of its own or in the words that `said` gives."""
    return deed(ident, text, NAMES, said, place=event.pop("place", TOWN), **event)


def claims(ident: str, status: str = "alleged") -> Reading:
    content = f"مسؤوليتها عن الهجوم في {TOWN} الثلاثاء"
    said = {"holder": "جند الفجر", "cue": "أعلنت", "content": content, "speaker": "fajr"}
    return told(ident, f"أعلنت جند الفجر {content}.", said, status=status)


def accuses(ident: str) -> Reading:
    content = f"جند الفجر بتنفيذ الهجوم في {TOWN} الثلاثاء"
    said = {"holder": "حزب الضفة", "cue": "اتهم", "content": content, "stance": "accuse", "speaker": "diffa"}
    return told(ident, f"اتهم حزب الضفة {content}.", said, actors=["جند الفجر"], status="alleged")


def repeats(ident: str) -> Reading:
    content = f"إن مقاتلي جند الفجر نفذوا الهجوم في {TOWN} الثلاثاء"
    said = {"holder": "جند الفجر", "cue": "قالت", "content": content, "speaker": "fajr"}
    return told(ident, f"قالت جند الفجر {content}.", said, actors=["جند الفجر"])


def states(ident: str) -> Reading:
    return told(ident, f"نفذت جند الفجر الهجوم في {TOWN} الثلاثاء، وفق ما عاين مراسلنا.", actors=["جند الفجر"])


PLAIN, NAMED = f"هجوم في {TOWN}", f"هجوم جند الفجر في {TOWN}"


@pytest.mark.parametrize(
    ("readings", "title"),
    [
        ([states("p")], NAMED),
        ([claims("p")], PLAIN),
        ([claims("p", "actual")], PLAIN),
        ([accuses("p")], PLAIN),
        ([accuses("p"), claims("q")], PLAIN),
        ([claims("p"), repeats("q")], PLAIN),
        ([claims("p"), states("q")], PLAIN),
        ([claims("p"), states("q"), states("r")], NAMED),
    ],
    ids=["told", "claimed", "claimed as done", "accused", "both", "claimed twice", "told once", "told by two"],
)
def test_who_only_claims_or_is_accused_is_no_doer(lexicon, readings: Sequence[Reading], title: str) -> None:  # type: ignore[no-untyped-def]
    stories = build(lexicon, *readings, clusters=[[r.article.id for r in readings]])
    assert [h.label for h in stories.happenings] == [title]


@pytest.mark.parametrize("status", ["alleged", "denied", "planned", "actual"])
def test_what_blames_nobody_keeps_its_parties_beside_its_status(lexicon, status: str) -> None:  # type: ignore[no-untyped-def]
    text = f"زار سالم العمري {TOWN} الثلاثاء."
    visit = told("v", text, trigger="زار", type="CONSULT", mode="visit", actors=["سالم العمري"], status=status)
    (happening,) = build(lexicon, visit).happenings
    assert "سالم العمري" in happening.label


@pytest.mark.parametrize(
    ("target", "title"),
    [
        (f"مخفر {TOWN}", f"هجوم جند الفجر على مخفر {TOWN}"),
        ("مخفر الحدود", f"هجوم جند الفجر على مخفر الحدود في {TOWN}"),
    ],
)
def test_a_place_that_a_participant_tells_is_told_once(lexicon, target: str, title: str) -> None:  # type: ignore[no-untyped-def]
    text = f"نفذت جند الفجر هجوما على {target} في {TOWN} الثلاثاء."
    one = told("a", text, actors=["جند الفجر"], recipients=[target], trigger="هجوما")
    (happening,) = build(lexicon, one).happenings
    assert happening.label == title
