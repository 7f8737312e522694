"""Bodies named after somebody honoured, of two halves, and what the model alone weighs."""

from __future__ import annotations

import pytest

from tawatur.annotate.names import find_names
from tawatur.annotate.names.features import ladder, rung
from tawatur.annotate.names.loose import listed_beside, loose_readings
from tawatur.annotate.names.tokens import Found, sentence_tokens
from tawatur.annotate.names.train import at_once, climbed
from tawatur.lexicon.name_words import load_name_words
from tawatur.lexicon.sparse_weights import Row
from tawatur.text.prepared import prepare

LEXICON = load_name_words()


def named(text: str) -> list[tuple[str, str]]:
    return [(n.span.of(text), n.type) for n in find_names(prepare(text), LEXICON)[0]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "أعلن صندوق الأمير بدر بن سلطان لتنمية القرى برنامجه.",
            ("صندوق الأمير بدر بن سلطان لتنمية القرى", "ORG"),
        ),
        ("قالت هيئة الرقابة لحماية المستهلك إن الأسعار ارتفعت.", ("هيئة الرقابة لحماية المستهلك", "ORG")),
        ("أعلنت هيئة المواصفات لشؤون التقييس قرارها.", ("هيئة المواصفات لشؤون التقييس", "ORG")),
        ("افتتحت مؤسسة الشيخ حمد الخيرية مدرسة.", ("مؤسسة الشيخ حمد الخيرية", "ORG")),
        ("درس في معهد الملك عبدالعزيز ثم سافر.", ("معهد الملك عبدالعزيز", "ORG")),
        ("قالت منظمة قوافل بلا خوف إن القافلة وصلت.", ("منظمة قوافل بلا خوف", "ORG")),
        ("فازت حركة نساء ضد الحرب بالجائزة.", ("حركة نساء ضد الحرب", "ORG")),
        ("ذكرت رابطة شباب من أجل السلام أن اللقاء تأجل.", ("رابطة شباب من أجل السلام", "ORG")),
    ],
)
def test_body(text: str, expected: tuple[str, str]) -> None:
    assert expected in named(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ووفق المركز الدولي للرصد السويد شهدت هزة.", "المركز الدولي للرصد"),
        ("وبحسب المعهد الوطني للقياس العراق يشهد حرا.", "المعهد الوطني للقياس"),
        ("وقالت الهيئة العامة للطيران المدني إن المطار مغلق.", "الهيئة العامة للطيران المدني"),
    ],
)
def test_no_country_is_an_adjective_of_a_purpose(text: str, expected: str) -> None:
    assert (expected, "ORG") in named(text)


def test_a_title_abbreviation_parts_body_and_person() -> None:
    text = "قال مدير المركز بجامعة الملك عبدالعزيز د. منصور السالمي إن الطقس حار."
    assert named(text) == [("جامعة الملك عبدالعزيز", "ORG"), ("منصور السالمي", "PER")]


def test_what_a_conjunction_joins_to_a_name_is_weighed() -> None:
    text = "دارت معارك في مناطق الرملة والعر ومحجان"
    tokens = sentence_tokens(prepare(text), 0)
    found = listed_beside([Found(0, 4, 5, 0, "LOC", "drop LOC", 54)], [tokens])
    spans = {f.span(tokens).of(text) for f in found}
    assert {"العر", "العر ومحجان"} <= spans


def test_an_ordinary_class_word_gives_readings_for_the_model_only() -> None:
    text = "فتحت الشرطة حاجز الكتيبة صباحا"
    tokens = sentence_tokens(prepare(text), 0)
    readings = {f.span(tokens).of(text) for f in loose_readings([tokens], LEXICON)}
    assert "حاجز الكتيبة" in readings
    assert named(text) == []


def test_a_rung_weighs_as_much_as_all_steps_up_to_it() -> None:
    row = Row({"exact>=-6": 0.5, "exact>=0": 0.25, "exact>=6": -1.0, "no rule": 0.125}, 0.0, 0.5)
    for odds in (-9.0, -6.0, -1.2, 0.3, 7.0):
        stepwise = row.probability({"no rule", *ladder("exact", odds)})
        assert at_once(row).probability({"no rule", *rung("exact", odds)}) == pytest.approx(stepwise)
        assert climbed({"no rule", *rung("exact", odds)}) == {"no rule", *ladder("exact", odds)}
