"""The words that name events: found in every inflection, told apart by context, anchored without their clitics."""

from __future__ import annotations

from functools import cache

import pytest

from tawatur.events.scene import set_scene
from tawatur.events.triggers import Candidate, find_candidates
from tawatur.lexicon.event_words import EventLexicon, load_event_words
from tawatur.model import Annotation
from tawatur.text.prepared import prepare


@cache
def lexicon() -> EventLexicon:
    return load_event_words()


def candidates(text: str) -> dict[str, list[Candidate]]:
    found: dict[str, list[Candidate]] = {}
    for candidate in find_candidates(set_scene(prepare(text), Annotation(), ()), lexicon()):
        found.setdefault(candidate.span.of(text), []).append(candidate)
    return found


@pytest.mark.parametrize(
    ("text", "trigger", "kind"),
    [
        ("اعتقلت الشرطة ناشطين", "اعتقلت", "COERCE"),
        ("وسيعتقلونهم غدا", "سيعتقلونهم", "COERCE"),
        ("بعد اعتقاله في المطار", "اعتقاله", "COERCE"),
        ("تنفيذا للاعتقال", "لاعتقال", "COERCE"),
        ("هُوجم المقر ليلا", "هُوجم", "ASSAULT"),
        ("أُدين الضابط أمام المحكمة", "أُدين", "SANCTION"),
        ("نفاها الناطق", "نفاها", "REJECT"),
        ("ودعوا إلى الحوار", "دعوا", "REQUEST"),
        ("يلتقون نظراءهم", "يلتقون", "CONSULT"),
        ("وبهجومهم على المدينة", "هجومهم", "ASSAULT"),
        ("غارتين على الميناء", "غارتين", "ASSAULT"),
        ("متهمة الحكومة بالتقصير", "متهمة", "ACCUSE"),
        ("آزرت البلاد جارتها", "آزرت", "SUPPORT"),
        ("أذعن الوزير لمطالبهم", "أذعن", "CONCEDE"),
        ("استدعت البلاد جنود الاحتياط", "استدعت", "MOBILIZE"),
        ("أحجم الحزب عن المشاركة", "أحجم", "REJECT"),
        ("استعان الجيش بحلفائه", "استعان", "REQUEST"),
        ("تكاتف البلدان", "تكاتف", "COOPERATE"),
        ("أخلت المحكمة سبيلها", "أخلت", "RETREAT"),
        ("الأطراف ترفض الخطة", "ترفض", "REJECT"),
        ("وبالمظاهرات أيضا", "المظاهرات", "PROTEST"),
        ("شكر المجلس، وداعيا الحكومة إلى التريث", "داعيا", "REQUEST"),
        ("زار البلد، عارضا وساطته بين الطرفين", "عارضا", "AGREE"),
        ("وذكر أن الحكم بالسجن صدر أمس", "الحكم", "SANCTION"),
        ("نفت روسيا ذلك", "نفت", "REJECT"),
        ("نفى الوزير أن تكون بلاده طرفا", "نفى", "REJECT"),
        ("يمثل الموقوفون أمام النيابة", "يمثل", "ACCUSE"),
        ("وردت عليهم الشرطة بخراطيم المياه", "ردت", "ASSAULT"),
        ("والملحق شخص غير مرغوب فيه", "مرغوب", "SANCTION"),
        ("وحفر المقاتلون خنادق حول البلدة", "حفر", "MOBILIZE"),
        ("جددت النيابة حبس الصحفي", "جددت", "COERCE"),
        ("وأحالت النيابة الموظف", "أحالت", "ACCUSE"),
        ("السماح للمنظمات بالعمل", "السماح", "RETREAT"),
        ("تقديم مساعدة عاجلة إلى الناجين", "مساعدة", "AID"),
        ("هنأ الرئيس نظيره بالعيد الوطني", "هنأ", "SUPPORT"),
        ("دعا إلى هدنة، ووقف دائم لإطلاق النار", "وقف", "RETREAT"),
        ("وقف العدوان أول الشروط", "وقف", "RETREAT"),
        ("تعيش المنطقة على وقع تمرد مستمر", "تمرد", "ASSAULT"),
    ],
)
def test_inflected_forms_are_found_without_their_clitics(text: str, trigger: str, kind: str) -> None:
    found = candidates(text)
    assert trigger in found
    assert kind in {c.sense.type for c in found[trigger]}


@pytest.mark.parametrize(
    ("text", "trigger", "kind"),
    [
        ("أطلقت القوات النار على الحاجز", "أطلقت", "ASSAULT"),
        ("أطلقت السلطات سراح المعتقلين", "أطلقت", "RETREAT"),
        ("طردت البلاد السفير", "طردت", "SANCTION"),
        ("استقبلت البلاد آلاف اللاجئين", "استقبلت", "AID"),
        ("سحبت الدولة سفيرها", "سحبت", "SANCTION"),
        ("سحبت الدولة قواتها", "سحبت", "RETREAT"),
    ],
)
def test_context_decides_between_the_senses_of_one_verb(text: str, trigger: str, kind: str) -> None:
    assert max(candidates(text)[trigger], key=lambda c: c.sense.strength).sense.type == kind


@pytest.mark.parametrize(
    ("text", "trigger", "verbal"),
    [
        ("قتل المسلحون حارسا", "قتل", True),
        ("في جريمة قتل بشعة", "قتل", False),
        ("وقصف الجيش البلدة", "قصف", True),
        ("بعد قصف البلدة", "قصف", False),
        ("أعلن الوسيط أن وقف إطلاق النار صامد", "وقف", False),
        ("وقف الشرطي أمام الباب", "وقف", True),
    ],
)
def test_unvowelled_homographs_are_told_apart_by_position(text: str, trigger: str, verbal: bool) -> None:
    assert {c.verbal for c in candidates(text)[trigger]} == {verbal}


@pytest.mark.parametrize("text", ["", "لا شيء هنا", "يحب الناس القراءة في المساء", "123 - !؟"])
def test_plain_words_name_no_event(text: str) -> None:
    assert candidates(text) == {}


def test_a_ball_game_is_no_attack() -> None:
    assert "الهجوم" not in candidates("قاد اللاعب خط الهجوم في المباراة أمام الفريق الضيف")


@pytest.mark.parametrize("text", ["اعـتـقـلـت الشرطة", "اعتقلت‏ الشرطة", "اِعتَقَلَت الشرطة"])
def test_marks_inside_words_change_nothing(text: str) -> None:
    (found,) = candidates(text)
    assert found.startswith("ا")
    assert text.startswith(found)
