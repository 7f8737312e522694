"""Status by small words: what «إذا», «لو», «في حال» suppose, «من المقرر أن» plans, «دون أن» denies."""

from __future__ import annotations

from functools import cache

import pytest

from tawatur.events.scene import set_scene
from tawatur.events.status import grammatical_status
from tawatur.events.triggers import find_candidates
from tawatur.lexicon.event_words import EventLexicon, load_event_words
from tawatur.model import Annotation
from tawatur.text.prepared import prepare


@cache
def lexicon() -> EventLexicon:
    return load_event_words()


def status(text: str, trigger: str) -> str | None:
    scene = set_scene(prepare(text), Annotation(), ())
    found = [c for c in find_candidates(scene, lexicon()) if c.span.of(text) == trigger]
    assert found, trigger
    return grammatical_status(scene, found[0], lexicon())


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("إذا هاجم المسلحون البلدة فسيفر سكانها.", "هاجم"),
        ("ولو قصف الجيش الجسر لانقطع الطريق.", "قصف"),
        ("ولو كانت الحكومة وافقت. لو كان انسحب الجيش لعاد النازحون.", "انسحب"),
        ("لو كانت هاجمت المدينة لسقطت.", "هاجمت"),
        ("إذا ما اعتقلت الشرطة النائب.", "اعتقلت"),
        ("إذا تم قصف المطار أغلق المجال الجوي.", "قصف"),
        ("إذا وقع هجوم على الميناء رد الجيش.", "هجوم"),
        ("سيعود السكان في حال انسحب الجيش.", "انسحب"),
        ("سيعود السكان في حال انسحاب الجيش.", "انسحاب"),
        ("تتدخل القوة في حالة وقوع هجوم.", "هجوم"),
        ("ما لم تنسحب القوات فلن نعود.", "تنسحب"),
        ("وافقت الحركة بشرط أن تفرج الحكومة عن الأسرى.", "تفرج"),
        ("سنوقع شريطة أن ينسحب الجيش.", "ينسحب"),
    ],
)
def test_what_a_condition_supposes_is_hypothetical(text: str, trigger: str) -> None:
    assert status(text, trigger) == "hypothetical"


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("هاجم المسلحون البلدة.", "هاجم"),
        ("حال الجيش دون هجوم آخر.", "هجوم"),
        ("البلاد في حالة حرب منذ عام.", "حرب"),
        ("أكد أن الجيش قصف المدينة.", "قصف"),
        ("اشترط الوزير الحوار بعد أن هاجمت الحركة المقر.", "هاجمت"),
        ("كان الجيش قد انسحب.", "انسحب"),
    ],
)
def test_what_no_condition_supposes_is_not(text: str, trigger: str) -> None:
    assert status(text, trigger) != "hypothetical"


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("ومن المقرر أن يزور الوزير المدينة غدا.", "يزور", "planned"),
        ("وكان منتظرا أن ينسحب الجيش أمس.", "ينسحب", "planned"),
        ("اتفق الطرفان على هدنة، على أن تنسحب القوات بعد أسبوع.", "تنسحب", "planned"),
        ("ونقل المتهم إلى المطار تمهيدا لترحيله.", "ترحيله", "planned"),
        ("وفتش الحراس البيت دون أن يعتقلوا أحدا.", "يعتقلوا", "negated"),
        ("وشدد على أن تنسحب القوات.", "تنسحب", None),
        ("وأكد أن القوات تنسحب.", "تنسحب", None),
        ("استعدادا تاما، وترحيله متوقع.", "ترحيله", None),
    ],
)
def test_what_stands_before_that_settles_plans_and_absence(text: str, trigger: str, expected: str | None) -> None:
    assert status(text, trigger) == expected
