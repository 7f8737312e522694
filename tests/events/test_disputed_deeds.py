"""What a denial denies, the deed or a hand in it, and who denies; set phrases that are no events."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from tawatur.lexicon.bundle import Lexicons, load_lexicons
from tawatur.model import Article, Event, Published, Reading
from tawatur.pipeline import Knowledge, read_article

DAY = date(2026, 3, 10)


@cache
def lexicons() -> Lexicons:
    return load_lexicons()


@cache
def read(text: str) -> Reading:
    return read_article(Article("t", text, published=Published(DAY, DAY, "given")), Knowledge(lexicons()))


def event(text: str, trigger: str) -> Event:
    found = [e for e in read(text).events if trigger in e.trigger.of(text)]
    assert found, [e.trigger.of(text) for e in read(text).events]
    return found[0]


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("ونفت الجماعة مسؤوليتها عن الهجوم الذي قتل فيه خمسة جنود.", "الهجوم", "actual"),
        ("ولم تعلن أي جهة بعد مسؤوليتها عن التفجير الذي استهدف السوق.", "التفجير", "actual"),
        ("ونفى قائد الفصيل أي صلة له باغتيال القاضي في بغداد.", "اغتيال", "actual"),
        ("وأنكرت الحركة ضلوعها في قصف المطار.", "قصف", "actual"),
        ("ولم تتبن أي جماعة الهجوم على الثكنة.", "الهجوم", "actual"),
        ("واتهمت الشرطة الجماعة بالوقوف وراء التفجير.", "التفجير", "actual"),
        ("ونفى الجيش وقوع هجوم على المعسكر.", "هجوم", "denied"),
    ],
)
def test_denying_a_hand_in_an_attack_leaves_it_actual(text: str, trigger: str, status: str) -> None:
    assert event(text, trigger).status == status


def test_who_denies_a_hand_in_an_attack_is_no_attacker() -> None:
    text = "ونفت حركة الشروق أي علاقة لها بالهجوم الذي قتل فيه خمسة جنود."
    assert not event(text, "الهجوم").actors


@pytest.mark.parametrize(
    ("text", "trigger", "denier"),
    [
        ("وقال مسؤول محلي إن الجيش قتل مدنيين في القرية، وهو ما نفته وزارة الدفاع.", "قتل", "وزارة الدفاع"),
        ("لا صحة لما نشرته وكالة المدار عن اعتقال السفير، بحسب ما قال المتحدث العسكري.", "اعتقال", "المتحدث العسكري"),
        ("نفى مدير الأمن ما أوردته صحيفة المدار عن اعتقال القاضي.", "اعتقال", "مدير الأمن"),
        ("عار عن الصحة ما أذاعته قناة المدار عن مقتل الحاكم، وفق ما قال وزير الداخلية.", "مقتل", "وزير الداخلية"),
    ],
)
def test_the_denier_is_who_denies(text: str, trigger: str, denier: str) -> None:
    found = event(text, trigger)
    names = {e.id: e.canonical for e in read(text).entities}
    assert found.status == "denied"
    assert [names[one] for one in found.by] == [denier]


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("وهاجم مسلحون القافلة قبل أن يقتلوا ثلاثة جنود.", "يقتلوا", "actual"),
        ("وفجر المهاجمون البوابة قبل أن يخطفوا خمسة تلاميذ.", "يخطفوا", "actual"),
        ("وهدد السجناء بالإضراب إذا لم يفرج عن زملائهم.", "يفرج", "hypothetical"),
        ("وقال الوزير إن زيارته إلى تونس تأتي في إطار التعاون بين البلدين.", "زيارته", "actual"),
        ("وتعود آخر زيارة لرئيس تشاد إلى الخرطوم إلى مايو 2019.", "زيارة", "actual"),
        ("وكان من المقرر أن يزور الوزير تونس اليوم، لكن الزيارة ألغيت.", "يزور", "negated"),
        ("وألغى الرئيس زيارته إلى تونس.", "زيارته", "negated"),
        ("أجّل وزير الخارجية اليمني زيارته التي كانت مقررة الأحد إلى تونس.", "زيارته", "planned"),
        ("وأرجأ رئيس الوزراء زيارته لتونس بسبب العاصفة.", "زيارته", "planned"),
        ("وتأجلت زيارة الوفد إلى طرابلس.", "زيارة", "planned"),
        ("وأعلنت الوزارة تأجيل زيارة الوزير إلى أنقرة.", "زيارة", "planned"),
        ("وقال متحدث إن الاجتماع تأجل بسبب العاصفة.", "الاجتماع", "planned"),
        ("وقال المتحدث إن الاجتماع ألغي بسبب العاصفة.", "الاجتماع", "negated"),
        ("وقال متحدث إن الزيارة الرسمية المقررة غداً ألغيت.", "الزيارة", "negated"),
        ("وقال المتحدث إن الاجتماع ألغى القرار السابق.", "الاجتماع", "actual"),
        ("وأجل الوزير مؤتمره الصحفي خلال زيارته إلى تونس الأحد الماضي.", "زيارته", "actual"),
        ("وعمل الوزير من أجل زيارة تونس التي جرت الأحد الماضي.", "زيارة", "actual"),
        ("ومن المقرر أن يلتقي الرئيس نظيره التونسي الأحد.", "يلتقي", "planned"),
        ("وأعلنت الرئاسة أن الرئيس سيزور تونس الأحد المقبل.", "سيزور", "planned"),
    ],
)
def test_whether_it_happened(text: str, trigger: str, status: str) -> None:
    assert event(text, trigger).status == status


@pytest.mark.parametrize(
    ("text", "no_trigger"),
    [
        ("وقال مسؤول محلي طالبا عدم كشف هويته إن الجيش دخل القرية.", "طالبا"),
        ("وقال ضابط طلب عدم ذكر اسمه إن المفاوضات توقفت.", "طلب"),
        ("وقال دبلوماسي رفض الكشف عن اسمه إن السفير غادر.", "رفض"),
        ("وقال مصدر اشترط عدم نشر اسمه إن الاجتماع تأجل.", "اشترط"),
        ("واتهمه الجيش بالوقوف خلف الهجوم.", "وقوف"),
        ("ونفى متحدث باسم الشركة هذه الاتهامات.", "الاتهامات"),
        ("لكن الشركة رفضت الاتهام.", "الاتهام"),
        ("ووقع الوزيران اتفاقا للتعاون العسكري.", "تعاون"),
        ("وكذبت الوزارة ما نشرته صحيفة المدار عن الانسحاب.", "نشرته"),
    ],
)
def test_set_phrases_are_no_events(text: str, no_trigger: str) -> None:
    assert all(no_trigger not in e.trigger.of(text) for e in read(text).events)


@pytest.mark.parametrize(
    ("text", "trigger", "no_party"),
    [
        ("وهاجم مسلحون على دراجات نارية قرية جنوب النيجر وقتلوا خمسة أشخاص.", "هاجم", "دراجات"),
        ("وقتل مسلحون على متن شاحنة خمسة مدنيين.", "قتل", "شاحنة"),
        ("نفت الوزارة ما أوردته صحيفة المدار عن اعتقال القاضي.", "اعتقال", "صحيفة"),
        ("وهاجمت جماعة مسلحة تطلق على نفسها كتائب الفجر مركزا للشرطة.", "هاجمت", "تطلق"),
    ],
)
def test_vehicles_media_and_verbs_take_no_part(text: str, trigger: str, no_party: str) -> None:
    found = event(text, trigger)
    assert all(no_party not in span.of(text) for span in (*found.actors, *found.recipients))
