"""Who acts and who is acted upon, as the frames guess it before any weights."""

from __future__ import annotations

from functools import cache

import pytest

from tawatur.annotate import annotate
from tawatur.events.frames import FrameReader
from tawatur.events.phrases import Phrases
from tawatur.events.scene import set_scene
from tawatur.events.triggers import find_candidates
from tawatur.lexicon.bundle import Lexicons, load_lexicons
from tawatur.text.prepared import prepare


@cache
def lexicons() -> Lexicons:
    return load_lexicons()


def parties(text: str, trigger: str) -> tuple[list[str], list[str]]:
    prepared = prepare(text)
    scene = set_scene(prepared, annotate(prepared, None, lexicons()), ())
    candidates = find_candidates(scene, lexicons().events)
    phrases = Phrases(scene, lexicons().events, frozenset(c.index for c in candidates if c.verbal))
    reader = FrameReader(scene, phrases, lexicons().events)
    best = max((c for c in candidates if c.span.of(text) == trigger), key=lambda c: c.sense.strength)
    found = reader.read(best)
    return [s.of(text) for s in found.actors], [s.of(text) for s in found.recipients]


@pytest.mark.parametrize(
    ("text", "trigger", "actors", "recipients"),
    [
        # The subject before its verb, behind «إن»; the object stands right behind the verb.
        ("قال محتج إن الشرطة اعتقلت المتظاهرين.", "اعتقلت", ["الشرطة"], ["المتظاهرين"]),
        ("وأكد أن الجيش لم يقصف المدنيين.", "يقصف", ["الجيش"], ["المدنيين"]),
        # Relatives, with a comma or without.
        ("صدر بيان عن الوزارة التي تتهم الحكومة بالتقصير.", "تتهم", ["الوزارة"], ["الحكومة"]),
        ("جاء ذلك في بيان للحكومة، التي طردت السفير الليبي.", "طردت", ["لحكومة"], ["السفير الليبي"]),
        # Agents of the passive and of verbal nouns, in the ways of several countries.
        ("وتم اعتقال الناشط من طرف الشرطة.", "اعتقال", ["الشرطة"], ["الناشط"]),
        ("وقتل الحارس بيد المسلحين.", "قتل", ["المسلحين"], ["الحارس"]),
        ("أعدم عشرون مدنيا على أيدي مسلحين مجهولين.", "أعدم", ["مسلحين مجهولين"], ["عشرون مدنيا"]),
        # Who is blamed for an act, or told behind a relative further on, is who did it.
        ("نسبت السلطات الهجوم على المسجد إلى الجماعة.", "الهجوم", ["الجماعة"], ["المسجد"]),
        ("حملت السلطات الجماعة مسؤولية الهجوم على المعسكر.", "الهجوم", ["الجماعة"], ["المعسكر"]),
        ("جاء ذلك بعد الهجوم الدامي في مدينة سروان، والذي قامت به الجماعة.", "الهجوم", ["الجماعة"], []),
        # A pronoun on a noun stands for the nearest subject that agrees with it.
        ("قالت المصادر إن خمسة جنود قتلوا أثناء هجومهم على المقر.", "هجومهم", ["خمسة جنود"], ["المقر"]),
        # First persons have no subject of their own.
        ("وقالت الوزيرة: نحث الحكومة على الحوار.", "نحث", [], ["الحكومة"]),
        # Verb, subject, object: a definite word that cannot be an adjective begins the object.
        ("هاجم الجيش المدينة فجر السبت.", "هاجم", ["الجيش"], ["المدينة"]),
        ("قصف المسلحون السوق.", "قصف", ["المسلحون"], ["السوق"]),
        ("هاجم الوفد الفرنسي الحكومة.", "هاجم", ["الوفد الفرنسي"], ["الحكومة"]),
        ("اعتقلت الشرطة العسكرية ناشطا.", "اعتقلت", ["الشرطة العسكرية"], ["ناشطا"]),
        # Behind a name, what cannot be its adjective by its pattern begins the object too.
        ("أدانت منظمة جسور بلا حواجز الهجوم.", "أدانت", ["منظمة جسور بلا حواجز"], ["الهجوم"]),
        (
            "رفض وزير خارجية ليبيا الدكتور سالم الدرعاوي الاتفاق.",
            "رفض",
            ["وزير خارجية ليبيا الدكتور سالم الدرعاوي"],
            ["الاتفاق"],
        ),
        ("رفض مجلس الأمن الاتفاق.", "رفض", ["مجلس الأمن"], ["الاتفاق"]),
        ("هددت وزارة الخارجية الليبية الجديدة بالرد.", "هددت", ["وزارة الخارجية الليبية الجديدة"], []),
        ("رفض حزب الله اللبناني القرار.", "رفض", ["حزب الله اللبناني"], ["القرار"]),
        # Who it is done to is the subject of a verb of receiving, who does it stands behind «من».
        ("تعرض المقر لهجوم في السوق.", "هجوم", [], ["المقر"]),
        ("تلقت الحركة دعما من الحكومة.", "دعما", ["الحكومة"], ["الحركة"]),
        ("تلقى الرئيس اتصالا هاتفيا من الأمير.", "اتصالا", ["الرئيس", "الأمير"], []),
        # The doer of a verbal noun is the subject of the verb that governs it.
        ("تواصل القوات قصف المدينة.", "قصف", ["القوات"], ["المدينة"]),
        # A pronoun on the verb is the antecedent, which is then its object.
        ("أفرج عن الناشطين الذين اعتقلتهم الشرطة.", "اعتقلتهم", ["الشرطة"], ["الناشطين"]),
    ],
)
def test_who_acts_and_upon_whom(text: str, trigger: str, actors: list[str], recipients: list[str]) -> None:
    assert parties(text, trigger) == (actors, recipients)
