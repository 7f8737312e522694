"""Figures: counts and amounts in short sentences, with comparator and unit, and what is no count."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tawatur.annotate.figures import find_figures
from tawatur.annotate.times import find_times
from tawatur.lexicon.count_words import load_count_words
from tawatur.lexicon.time_words import load_time_words
from tawatur.model import Figure, Name, Published, Span
from tawatur.text.prepared import prepare

COUNTS = load_count_words()
TIMES = load_time_words()
PUBLISHED = Published(date(2023, 10, 19), date(2023, 10, 19), "given")


def read(text: str) -> tuple[Figure, ...]:
    prepared = prepare(text)
    return find_figures(prepared, find_times(prepared, PUBLISHED, TIMES), (), COUNTS)


@pytest.mark.parametrize(
    ("text", "words", "value", "comparator", "unit"),
    [
        ("قتل سبعة متشددين أمس", "سبعة متشددين", 7, "=", "متشددين"),
        ("نشرت نحو ألف جندي", "نحو ألف جندي", 1000, "~", "جندي"),
        ("بقيمة ٥٠ مليار دولار", "٥٠ مليار دولار", 5e10, "=", "دولار"),
        ("ارتفع بنسبة 15 في المئة", "15 في المئة", 15, "=", "%"),
        ("ارتفع بنسبة 2.5% العام الماضي", "2.5%", 2.5, "=", "%"),
        ("قتل ثمانية أشخاص على الأقل", "ثمانية أشخاص على الأقل", 8, ">=", "أشخاص"),
        ("أصيب أكثر من 13 ألف آخرين", "أكثر من 13 ألف آخرين", 13000, ">", "آخرين"),
        ("جمع أقل من عشرين صوتا", "أقل من عشرين صوتا", 20, "<", "صوتا"),
        ("قتل ما لا يقل عن 30 عنصرا", "ما لا يقل عن 30 عنصرا", 30, ">=", "عنصرا"),
        ("تخص ما يصل إلى 87 مليون مستخدم", "ما يصل إلى 87 مليون مستخدم", 87e6, "<=", "مستخدم"),
        ("وأصيب قرابة 60,000 شخص", "قرابة 60,000 شخص", 60000, "~", "شخص"),
        ("يضم ما بين 250 إلى 300 شخص", "ما بين 250 إلى 300 شخص", (250, 300), "=", "شخص"),
        ("أطلق 100-120 صاروخا", "100-120 صاروخا", (100, 120), "=", "صاروخا"),
        ("يعمل فيه من خمسة إلى ستة موظفين", "من خمسة إلى ستة موظفين", (5, 6), "=", "موظفين"),
        ("بكلفة 2 إلى 3 ملايين دولار", "2 إلى 3 ملايين دولار", (2e6, 3e6), "=", "دولار"),
        ("نزح ما بين 8 آلاف و10 آلاف شخص", "ما بين 8 آلاف و10 آلاف شخص", (8000, 10000), "=", "شخص"),
        ("رياح تتجاوز سرعتها 70 كيلومترا", "70 كيلومترا", 70, ">", "كيلومترا"),
        ("كمين لم يتعد ضحاياه 9 جنود", "9 جنود", 9, "<=", "جنود"),
        ("هبط النفط إلى ما دون 81 دولارا", "ما دون 81 دولارا", 81, "<", "دولارا"),
        ("أفرج عن البحارة الثلاثة والعشرين", "البحارة الثلاثة والعشرين", 23, "=", "البحارة"),
        ("صادر الجيش مليونا ومئتي ألف ورقة", "مليونا ومئتي ألف ورقة", 1.2e6, "=", "ورقة"),
        ("قتل جنديان في الكمين", "جنديان", 2, "=", "جنديان"),
        ("أصابت الغارة الطائرتين", "الطائرتين", 2, "=", "الطائرتين"),
        ("تظاهر عشرات الآلاف من العمال", "عشرات الآلاف من العمال", 10000, ">", "العمال"),
        ("نزح مئات المدنيين", "مئات المدنيين", 100, ">", "المدنيين"),
        ("قاطعت الدول الأربع القمة", "الدول الأربع", 4, "=", "الدول"),
        ("دعت شركاءها الـ14 إلى اللقاء", "شركاءها الـ14", 14, "=", "شركاءها"),
        ("زارها مرة واحدة", "مرة واحدة", 1, "=", "مرة"),
        ("أعلن مقتل 14 وإغلاق الطريق", "14", 14, "=", None),
        ("بينهم خمسة من كبار القادة", "خمسة من كبار القادة", 5, "=", "القادة"),
        ("خسر ثلث مقاعد البرلمان", "ثلث مقاعد", 0.333, "=", "مقاعد"),
        ("حصل على 63ر54 بالمئة", "63ر54 بالمئة", 54.63, "=", "%"),
        ("يملك ثلاثة أرباع الأسهم", "ثلاثة أرباع الأسهم", 0.75, "=", "الأسهم"),
        ("بلغت 13 ألف و672 إصابة", "13 ألف و672 إصابة", 13672, "=", "إصابة"),
    ],
)
def test_one_figure(
    text: str, words: str, value: float | tuple[float, float], comparator: str, unit: str | None
) -> None:
    assert [(f.span.of(text), f.value, f.comparator, f.unit) for f in read(text)] == [(words, value, comparator, unit)]


@pytest.mark.parametrize(
    "text",
    [
        "وصل الطرفان إلى اتفاق",
        "بين البلدين الشقيقين",
        "طائرة من طراز إف-16",
        "قاذفة بي-52",
        "فاز الفريق 2-1",
        "تعادل 2 - 2 مع ضيفه",
        "في الدقيقتين 43 و57 من اللقاء",
        "المادة 5 من القانون",
        "قرار مجلس الأمن 2216",
        "قالت السيدة (34) ذلك",
        "في القرن العشرين",
        "المركز الثالث",
        "الحادي عشر من سبتمبر",
        "حركة طالبان",
        "عام 2013",
        "يبلغ من العمر 44 عاما",
        "اتصل بالرقم 0555123456",
        "لست هنا",
    ],
)
def test_no_figure(text: str) -> None:
    assert read(text) == ()


def test_figures_keep_out_of_names_and_times() -> None:
    text = "نزلت الفرقة 12 جنديا"
    prepared = prepare(text)
    assert read("قبل ثلاثة أيام") == ()

    name = Name(Span(text.index("الفرقة"), text.index("12") + 2), "ORG", "e0")
    assert find_figures(prepared, (), (name,), COUNTS) == ()


WORDS = (
    "نحو أكثر من ألف ألفا ألفان مليون و 3 100 2.5 1,000 % ثلاثة عشر عشرون وخمسين واحد واحدة شخص على الأقل بين إلى - / ("
    " ) « » نصف ثلث مئات عشرات الآلاف الـ الأربع الدول جنديان طائرتين أو ٣ ،000 .5 $ دولار في المئة مرة 0 007 F 16 منهم"
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(WORDS.split()), max_size=14), st.sampled_from([" ", ""]))
def test_any_order_of_words_gives_ordered_spans(words: list[str], between: str) -> None:
    text = between.join(words)
    ends = 0
    for figure in read(text):
        assert ends <= figure.span.start < figure.span.end <= len(text)
        assert figure.span.of(text) == figure.span.of(text).strip()
        ends = figure.span.end
