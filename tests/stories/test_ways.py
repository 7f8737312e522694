"""How or why a thing came about, as two sources of a story tell it. All sentences are invented."""

from __future__ import annotations

import pytest
from tests.stories.test_contested import differences, says

from tawatur.lexicon.join_words import JoinLexicon, load_join_words
from tawatur.lexicon.tables import read_table
from tawatur.lexicon.way_words import load_way_words

CHIEF, OWNER = "قائد الإطفاء", "صاحب المخزن"


@pytest.fixture(scope="module")
def lexicon() -> JoinLexicon:
    return load_join_words()


@pytest.mark.parametrize(
    ("one", "other", "names"),
    [
        ("الحريق نجم عن تماس كهربائي", "الحريق أضرمه مجهولون", ["تماس كهربائي", "حريق متعمد"]),
        ("الطائرة سقطت بسبب خلل فني", "الطائرة أسقطها صاروخ أرض جو", ["خلل فني", "أسقطت"]),
        ("الموقوف مات إثر أزمة قلبية", "الموقوف مات تحت التعذيب", ["أزمة قلبية", "تحت التعذيب"]),
        ("الرهائن أطلق سراحهم بوساطة عشائرية", "الرهائن حررتهم قوات خاصة", ["وساطة", "عملية نوعية"]),
    ],
)
def test_two_ways_of_one_thing(lexicon: JoinLexicon, one: str, other: str, names: list[str]) -> None:
    (found,) = differences(lexicon, says("a", CHIEF, "قال", one), says("b", OWNER, "قال", other))
    assert (found.attribute, found.kind, [side for side, _ in found.sides]) == ("cause", "sources", names)


@pytest.mark.parametrize(
    "other",
    [
        # The same way, one that is not so, one that may be, and one of something else.
        "الحريق نجم عن ماس كهربائي",
        "الحريق ليس متعمدا",
        "الحريق ربما أضرمه مجهولون",
        "مجهولين أضرموا شمعة في المسجد",
    ],
)
def test_ways_that_do_not_differ(lexicon: JoinLexicon, other: str) -> None:
    told = says("a", CHIEF, "قال", "الحريق نجم عن تماس كهربائي")
    assert not [d for d in differences(lexicon, told, says("b", OWNER, "قال", other)) if d.attribute == "cause"]


def test_every_way_has_a_topic_with_words() -> None:
    words = load_way_words()
    topics = {topic for topic, _, _ in read_table("way_words.tsv", 3)}
    assert topics == set(words.topics) == {topic for topic, _ in words.names}
