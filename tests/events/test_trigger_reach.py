"""Triggers whose object stands at a distance, participles of simple verbs, short verbs, and acts beside their kin."""

from __future__ import annotations

from functools import cache

import pytest

from tawatur.events.scene import set_scene
from tawatur.events.triggers import find_candidates
from tawatur.lexicon.event_words import EventLexicon, load_event_words
from tawatur.model import Annotation
from tawatur.text.prepared import prepare


@cache
def lexicon() -> EventLexicon:
    return load_event_words()


def types(text: str, trigger: str) -> set[str]:
    found = find_candidates(set_scene(prepare(text), Annotation(), ()), lexicon())
    return {c.sense.type for c in found if c.span.of(text) == trigger}


@pytest.mark.parametrize(
    ("text", "trigger", "kind"),
    [
        ("نشر الحرس الوطني في مدينة سومار مدرعات على المداخل", "نشر", "MOBILIZE"),
        ("وقّع وزيرا الكهرباء في نيلوتا وبحرنجا مذكرة جديدة", "وقّع", "SUPPORT"),
        ("حمّل رئيس الوفد الحكومي في المحادثات الجماعة مسؤولية الفشل", "حمّل", "ACCUSE"),
        ("أغلقت سلطات تلستان منذ ليل الاثنين معبر السنديان", "أغلقت", "COERCE"),
        ("تعهدت الحكومة بنشر ألفي شرطي", "نشر", "MOBILIZE"),
        ("قال إن التقرير ملفق، نافيا أي صلة بالحادث", "نافيا", "REJECT"),
        ("انتقدت الحكم، داعية البرلمان إلى تعديل القانون", "داعية", "REQUEST"),
        ("ترك القاعة رافضا الجواب", "رافضا", "REJECT"),
        ("خرج الأهالي رافضين الخطة", "رافضين", "REJECT"),
        ("حثّ الوزير السكان على البقاء", "حثّ", "REQUEST"),
        ("وحض المجلس الأطراف على التهدئة", "حض", "REQUEST"),
        ("صد الحرس الهجوم عند السور", "صد", "ASSAULT"),
    ],
)
def test_triggers_found_at_a_distance_and_in_rarer_forms(text: str, trigger: str, kind: str) -> None:
    assert kind in types(text, trigger)


@pytest.mark.parametrize(
    ("text", "trigger", "kind"),
    [
        ("ألقى النقيب باللائمة على الإدارة", "اللائمة", "ACCUSE"),
        ("زعمت الصحيفة أن النائب قبض المال", "زعمت", "ACCUSE"),
        ("وزعت البلدية خيام الإغاثة على النازحين", "وزعت", "AID"),
        ("وصلت شحنة أدوية إلى الميناء", "شحنة", "AID"),
        ("وقعت صدامات بين العشيرتين", "صدامات", "ASSAULT"),
        ("قطعت الإدارة الإنترنت عن الإقليم", "قطعت", "COERCE"),
        ("جلس الوفدان معا إلى الطاولة", "جلس", "CONSULT"),
        ("هاتف رئيس الوزراء نظيره", "هاتف", "CONSULT"),
        ("جلسة مباحثات مغلقة مع الوسيط", "جلسة", "CONSULT"),
        ("عدلت الحكومة عن قرارها", "عدلت", "CONCEDE"),
        ("تسلمت النيابة من جارتها متهما هاربا", "تسلمت", "COOPERATE"),
        ("تمرين بحري مشترك مع الأسطول", "تمرين", "COOPERATE"),
        ("توغلت الدبابات شرق البلدة", "توغلت", "MOBILIZE"),
        ("سيّرت القوة دوريات في الميناء", "سيّرت", "MOBILIZE"),
        ("أقام الجيش حواجز تفتيش", "حواجز", "MOBILIZE"),
        ("رُصدت تحركات عسكرية قرب الحدود", "تحركات", "MOBILIZE"),
        ("افترش المعلمون الأرض أمام الوزارة", "افترش", "PROTEST"),
        ("أنكرت الشركة التهمة", "أنكرت", "REJECT"),
        ("أمهل القائد المسلحين يومين", "أمهل", "REQUEST"),
        ("فُتحت بوابة الحصار", "فُتحت", "RETREAT"),
        ("غرّمت المحكمة الصحيفة", "غرّمت", "SANCTION"),
        ("صوت النواب لصالح القانون", "صوت", "SUPPORT"),
        ("وثمّن الأمير جهود الوسطاء", "ثمّن", "SUPPORT"),
    ],
)
def test_acts_of_every_type_beside_their_kin(text: str, trigger: str, kind: str) -> None:
    assert kind in types(text, trigger)


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        ("نشر الكاتب رواية جديدة", "نشر", "MOBILIZE"),
        ("افترش السجاد البهو الكبير", "افترش", "PROTEST"),
        ("بحث العلماء عن دواء", "حث", "REQUEST"),
        ("ورد الخبر في الصحيفة", "رد", "REJECT"),
        ("استأجر ضابطا متقاعدا", "ضابطا", "COERCE"),
        ("قطعت العداءة المسافة", "قطعت", "COERCE"),
        ("ثمن الخبز مرتفع", "ثمن", "SUPPORT"),
        ("وقعت الحادثة ليلا. ثم صدر بيان", "وقعت", "SUPPORT"),
    ],
)
def test_words_that_only_look_like_acts(text: str, word: str, kind: str) -> None:
    assert kind not in types(text, word)
