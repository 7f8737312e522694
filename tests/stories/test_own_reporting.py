"""What is an outlet's own in a copied text, and outlets that their own articles name."""

from __future__ import annotations

import pytest
from tests.stories.hand_readings import build, reading

from tawatur.lexicon.join_words import load_join_words
from tawatur.model import Reading

COLONEL, MAYOR = "العقيد وائل الحمدان", "رئيس البلدية نزار الشواف"
WIRE = f"قال {COLONEL} إن خمسة جنود قتلوا في كمين نصبه مسلحون مساء الأربعاء على حاجز عسكري شرق المدينة الساحلية."
OWN = f"لكن {MAYOR} قال لجريدة السهل إن تسعة جنود قتلوا في الكمين حسب سجلات المقبرة البلدية."


@pytest.fixture(scope="module")
def lexicon():  # type: ignore[no-untyped-def]
    return load_join_words()


def article(ident: str, text: str, outlet: str, credits: tuple[str, ...] = ()) -> Reading:
    said = [
        {
            "content": "خمسة جنود قتلوا في كمين نصبه مسلحون مساء الأربعاء على حاجز عسكري شرق المدينة الساحلية",
            "cue": "قال",
            "holder": COLONEL,
            "speaker": "colonel",
        }
    ]
    if MAYOR in text:
        said.append(
            {
                "content": "تسعة جنود قتلوا في الكمين حسب سجلات المقبرة البلدية",
                "holder": MAYOR,
                "speaker": "mayor",
                "via": ["جريدة السهل"],
            }
        )
    names = {who: ("PER", key, None) for who, key in ((COLONEL, "colonel"), (MAYOR, "mayor")) if who in text}
    return reading(ident, text, day="2026-03-02", outlet=outlet, credits=credits, names=names, statements=said)


def chains(lexicon, *readings: Reading) -> dict[str, list[list[str]]]:  # type: ignore[no-untyped-def]
    ids = tuple(r.article.id for r in readings)
    stories = build(lexicon, *readings, clusters=[ids], copies=(ids,))
    found: dict[str, list[list[str]]] = {}
    for utterance in stories.utterances:
        for saying in utterance.sayings:
            found.setdefault(utterance.speaker_label, []).append([link.label for link in saying.chain.links])
    return found


def test_a_paragraph_that_no_copy_has_is_not_the_agencys(lexicon):  # type: ignore[no-untyped-def]
    wire = article("a1", WIRE, "النهر الآن", credits=("رويترز",))
    longer = article("a2", f"{WIRE} {OWN}", "جريدة السهل")
    found = chains(lexicon, wire, longer)
    assert [COLONEL, "رويترز", "جريدة السهل"] in found[COLONEL]
    assert found[MAYOR] == [[MAYOR, "جريدة السهل"]]


def test_an_outlet_stands_once_in_its_chain_and_its_words_show_it(lexicon):  # type: ignore[no-untyped-def]
    stories = build(lexicon, article("a2", f"{WIRE} {OWN}", "السهل"))
    chain = next(s.chain for u in stories.utterances for s in u.sayings if u.speaker_label == MAYOR)
    assert [link.kind for link in chain.links] == ["origin", "outlet"]
    assert chain.links[-1].anchor is not None
    assert chain.links[-1].anchor.exact == "جريدة السهل"


def test_an_outlet_of_the_store_is_a_known_carrier_elsewhere(lexicon):  # type: ignore[no-untyped-def]
    other = article("b1", f"{WIRE} {OWN}", "مرآة الشرق")
    stories = build(lexicon, article("a1", WIRE, "جريدة السهل"), other)
    mayor = next(s.chain for u in stories.utterances for s in u.sayings if u.speaker_label == MAYOR)
    colonel = next(s.chain for u in stories.utterances for s in u.sayings if s.article == "a1")
    assert mayor.links[1].key == colonel.links[-1].key is not None
