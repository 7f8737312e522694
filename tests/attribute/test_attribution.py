"""Attribution: who says what, in which words, through whom, in the frames that Arabic news uses."""

from __future__ import annotations

import functools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tawatur.attribute import attribute
from tawatur.lexicon.bundle import Lexicons, load_lexicons
from tawatur.model import Annotation, Entity, Name, Span, Statement
from tawatur.text.prepared import prepare


@functools.cache
def lexicons() -> Lexicons:
    return load_lexicons()


def read(text: str, **named: str) -> tuple[tuple[Statement, ...], tuple[Entity, ...]]:
    """Attribute a text in which the names given by type (PER="سامي نادر|…") are known."""
    names = []
    entities = {}
    for kind, forms in named.items():
        for form in forms.split("|"):
            entities[form] = Entity(f"e{len(entities)}", form, kind)  # type: ignore[arg-type]
            start = text.find(form)
            while start >= 0:
                names.append(Name(Span(start, start + len(form)), kind, entities[form].id))  # type: ignore[arg-type]
                start = text.find(form, start + 1)
    annotation = Annotation(names=tuple(sorted(names, key=lambda n: n.span)), entities=tuple(entities.values()))
    return attribute(prepare(text), annotation, lexicons())


def parts(text: str, **named: str) -> list[tuple[str, str, str]]:
    return [
        (s.cue.of(text) if s.cue else "", s.holder.of(text) if s.holder else "", s.content.of(text))
        for s in read(text, **named)[0]
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قال وزير المالية إن الميزانية جاهزة.", ("قال", "وزير المالية", "الميزانية جاهزة")),
        ("وقال المتحدث باسم الشرطة: «أوقفنا رجلين».", ("قال", "المتحدث باسم الشرطة", "أوقفنا رجلين")),
        ("وأضاف: «لن نقبل بذلك».", ("أضاف", "", "لن نقبل بذلك")),
        ("وأعلنت وزارة الدفاع مقتل جنديين في كمين.", ("أعلنت", "وزارة الدفاع", "مقتل جنديين في كمين")),
        ("أشار مسؤول محلي إلى أن الطريق مقطوع.", ("أشار", "مسؤول محلي", "الطريق مقطوع")),
        ("ودعت الحكومة إلى وقف القتال.", ("دعت", "الحكومة", "وقف القتال")),
        ("وطالب المحتجون برحيل المحافظ.", ("طالب", "المحتجون", "رحيل المحافظ")),
        ("ونفت الوزارة وجود إصابات.", ("نفت", "الوزارة", "وجود إصابات")),
        ("وأعرب الوزير عن قلقه من التصعيد.", ("أعرب", "الوزير", "قلقه من التصعيد")),
        ("وكان الوزير قد أعلن أن الحدود مغلقة.", ("أعلن", "الوزير", "الحدود مغلقة")),
        ("ارتفعت الأسعار، بحسب مصدر في البنك.", ("بحسب", "مصدر في البنك", "ارتفعت الأسعار")),
        ("أغلق المطار، وفق ما أعلنت هيئة الطيران.", ("وفق ما أعلنت", "هيئة الطيران", "أغلق المطار")),
        ("ووفقا لتقرير محلي، فإن المخزون يكفي شهرا.", ("وفقا ل", "تقرير محلي", "المخزون يكفي شهرا")),
        ("وجاء في البيان أن الهدنة انتهت.", ("جاء في", "البيان", "الهدنة انتهت")),
        ("ونقلت وكالة محلية عن شاهد قوله إن النار اشتعلت.", ("نقلت", "شاهد", "النار اشتعلت")),
        ("يعتقد أن المهاجم فر.", ("يعتقد", "", "المهاجم فر")),
        ("ﻗﺎل الوزير إنّ الاتفاق قريب.", ("ﻗﺎل", "الوزير", "الاتفاق قريب")),
        ("وقـــال الوزير إنه متفائل.", ("قـــال", "الوزير", "متفائل")),
    ],
)
def test_frames(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in parts(text)


@pytest.mark.parametrize(
    ("text", "names", "holder"),
    [
        ("قال سامي نادر، وزير المالية، إن العجز تراجع.", {"PER": "سامي نادر"}, "سامي نادر، وزير المالية"),
        ("قال وزير المالية، سامي نادر، إن العجز تراجع.", {"PER": "سامي نادر"}, "وزير المالية، سامي نادر"),
        (
            "قال سامي نادر المتحدث الرسمي باسم الحزب إن العجز تراجع.",
            {"PER": "سامي نادر"},
            "سامي نادر المتحدث الرسمي باسم الحزب",
        ),
        ("وأكد مصدر حكومي لوكالة رويترز أن العجز تراجع.", {"ORG": "وكالة رويترز"}, "مصدر حكومي"),
        ("وقالت السفارة في لندن إن الباب مفتوح.", {"GPE": "لندن"}, "السفارة في لندن"),
        ("وقال الوزير في بيان، الخميس، إن الباب مفتوح.", {}, "الوزير"),
        (
            "وقالت بريطانيا وألمانيا وفرنسا إن الاتفاق باق.",
            {"GPE": "بريطانيا|ألمانيا|فرنسا"},
            "بريطانيا وألمانيا وفرنسا",
        ),
        ("لكن الوزير أكد أن الباب مفتوح.", {}, "الوزير"),
        ("وانتشرت تقارير تحدثت عن هدنة.", {}, "تقارير"),
        ("وحضر الوزير الذي أكد أن الباب مفتوح.", {}, "الوزير"),
        ("وأعرب عدد من النواب عن قلقهم.", {}, "عدد من النواب"),
        ("وأبدت استعدادها للحوار.", {}, None),
        ("كما أكد استمرار العمل.", {}, None),
    ],
)
def test_holders(text: str, names: dict[str, str], holder: str | None) -> None:
    (statement,) = read(text, **names)[0]
    assert (statement.holder.of(text) if statement.holder else None) == holder


def test_a_participle_continues_its_sentence() -> None:
    found = parts("قال الوزير إن الأمن مستتب، مشيرا إلى أن الدوريات مستمرة.")
    assert found == [
        ("قال", "الوزير", "الأمن مستتب"),
        ("مشيرا", "الوزير", "الدوريات مستمرة"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "يذكر أن المدينة تقع على الساحل.",
        "وتجدر الإشارة إلى أن المباراة تأجلت.",
        "التقى الوزير نظيره في القاهرة.",
        "في إشارة إلى الأزمة.",
    ],
)
def test_formulas_and_acts_are_no_statements(text: str) -> None:
    assert parts(text) == []


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("ونفى الوزير وجود خلاف.", "deny"),
        ("واتهمت الحكومة المعارضة بعرقلة الحوار.", "accuse"),
        ("وتعهد الرئيس بمواصلة الإصلاح.", "intend"),
        ("ودعا المجلس إلى انتخابات.", "demand"),
        ("ورحب الوزير بالاتفاق.", "evaluate"),
        ("وقال الوزير إن القطار وصل.", "assert"),
        ("وقال الوزير: «يجب وقف القتال».", "demand"),
    ],
)
def test_stances(text: str, stance: str) -> None:
    assert [s.stance for s in read(text)[0]] == [stance]


def test_carriers() -> None:
    text = "وقال الوزير في بيان إن المعبر فتح. وصرح ناطق لوكالة رويترز أن المفاوضات تعثرت."
    statements, _ = read(text, ORG="وكالة رويترز")
    assert [[v.of(text) for v in s.via] for s in statements] == [["بيان"], ["وكالة رويترز"]]


def test_speakers_across_sentences() -> None:
    text = "قال وزير المالية سامي نادر إن العجز تراجع. وأضاف أن النمو عاد. وأكد الوزير أن الضرائب باقية."
    statements, entities = read(text, PER="سامي نادر")
    assert [s.speaker for s in statements] == ["e0", "e0", "e0"]
    assert next(e for e in entities if e.id == "e0").roles[0].text == "وزير المالية"


@pytest.mark.parametrize(
    ("text", "names", "speakers"),
    [
        # A class word alone goes back to the body named last.
        (
            "أعلنت وزارة الصحة السورية فتح المشفى. وقالت الوزارة إن الدواء متوفر.",
            {"ORG": "وزارة الصحة السورية"},
            ["وزارة الصحة السورية", "وزارة الصحة السورية"],
        ),
        # A spokesman of a body is not the body.
        (
            "قال المتحدث باسم الشرطة المحلية كمال راضي إن الطريق آمن. وأكدت الشرطة المحلية أن الدوريات مستمرة.",
            {"PER": "كمال راضي"},
            ["كمال راضي", "الشرطة المحلية"],
        ),
        # A verb of the other gender does not continue the last speaker.
        (
            "قال كمال راضي إن العمل بدأ. وقالت ليلى حداد إن الخطة جاهزة. وأضاف أن المال متوفر.",
            {"PER": "كمال راضي|ليلى حداد"},
            ["كمال راضي", "ليلى حداد", "كمال راضي"],
        ),
        # Passive belief has no speaker.
        ("قال كمال راضي إن العمل بدأ. ويعتقد أن المبنى قديم.", {"PER": "كمال راضي"}, ["كمال راضي", None]),
        # Two wordings of one role.
        (
            "صرح متحدث باسم الهيئة بأن العدد زاد. وأكد المتحدث أن الإحصاء دقيق.",
            {},
            ["متحدث باسم الهيئة", "متحدث باسم الهيئة"],
        ),
    ],
)
def test_speakers(text: str, names: dict[str, str], speakers: list[str | None]) -> None:
    statements, entities = read(text, **names)
    canonical = {e.id: e.canonical for e in entities}
    assert [canonical.get(s.speaker or "") for s in statements] == speakers


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        ("وقال الوزير إن المعبر فتح، وأضاف أن الحركة عادت.", ["المعبر فتح", "الحركة عادت"]),
        ("وقال الوزير إن المعبر فتح، وهو ما نفاه الحزب.", ["المعبر فتح", "المعبر فتح"]),
        ("وقال الوزير إن المعبر فتح، في إشارة إلى الحدود.", ["المعبر فتح"]),
        ("وقال الوزير إن المعبر «فتح، ثم أغلق» أمس.", ["المعبر «فتح، ثم أغلق» أمس"]),
        ("«المعبر فتح»، قال الوزير إن «الحركة عادت».", ["الحركة عادت"]),
        ("وقال الوزير: «لا عودة. انتهى الأمر».", ["لا عودة"]),
        ("وتساءل الوزير هل فتح المعبر.", ["هل فتح المعبر"]),
        ("وانتقد الوزير ما سماه «الفوضى».", ["ما سماه «الفوضى»", "الفوضى"]),
    ],
)
def test_contents(text: str, contents: list[str]) -> None:
    assert [s.content.of(text) for s in read(text)[0]] == contents


def test_an_unnamed_source_is_an_anonymous_entity() -> None:
    statements, entities = read("وقال مصدر أمني إن الهجوم فشل.")
    assert statements[0].anonymous
    assert any(e.id == statements[0].speaker and e.canonical == "مصدر أمني" for e in entities)


def test_basis() -> None:
    text = "وقال المتحدث، دون تقديم أدلة، إن السفينة غرقت."
    (statement,), _ = read(text)
    assert statement.basis == "none"
    assert statement.basis_span is not None
    assert statement.basis_span.of(text) == "دون تقديم أدلة"


WORDS = "قال|وأضاف|إن|أن|الوزير|مصدر|«|»|،|:|.|بحسب|ما|لـ|عن|نقلت|#|_|(|)|مؤكدا|اتهم|ب|12|الذي|و|ﷲ|وفقا ل|دعا إلى|ـ"
PIECES = (*WORDS.split("|"), '"', "\n", "\u200f")


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=25), st.sampled_from(["", " "]))
def test_spans_lie_in_their_sentence(pieces: list[str], glue: str) -> None:
    text = glue.join(pieces)
    prepared = prepare(text)
    first = attribute(prepared, Annotation(), lexicons())
    assert first == attribute(prepared, Annotation(), lexicons())
    known = {e.id for e in first[1]}
    for statement in first[0]:
        home = prepared.sentences[statement.sentence].span
        spans = [statement.content, statement.cue, statement.holder, statement.basis_span, *statement.via]
        assert all(home.holds(s) and s.start < s.end for s in spans if s is not None)
        assert statement.speaker is None or statement.speaker in known
        assert 0 < statement.p < 1
