"""Who said it, as the program reads with the tagger it ships: whole, and without when it was said."""

from __future__ import annotations

from functools import cache

import pytest

from tawatur.engine import load_knowledge
from tawatur.model import Article
from tawatur.pipeline import Knowledge, read_article


@cache
def knowledge() -> Knowledge:
    return load_knowledge(None)


@pytest.mark.parametrize(
    ("text", "cue", "holder"),
    [
        ("قتل 14 شخصاً في هجوم على قافلة، بحسب ما أعلن متحدث عسكري الأحد.", "بحسب ما أعلن", "متحدث عسكري"),
        ("وقالت المديرية إن قوات الأمن أوقفت، منذ أمس الجمعة، ثلاثين شخصاً من المشتبه بهم.", "قالت", "المديرية"),
        ("وأشار المحايلي خلال جولة صحافية داخل المقر إلى أن المنظومة تسير في خططها.", "أشار", "المحايلي"),
        ("وقال المدير لصحيفة «المصري الجديد» أمس إن المصنع سيعمل في مايو.", "قال", "المدير"),
        ("قال خطيب صلاة الجمعة في البلدة إن الصبر واجب على الجميع.", "قال", "خطيب صلاة الجمعة في البلدة"),
        ("وقالت لجنة مسيرات الجمعة إن المسيرة ستستمر شهراً.", "قالت", "لجنة مسيرات الجمعة"),
    ],
)
def test_who_said_it_is_told_whole_and_alone(text: str, cue: str, holder: str) -> None:
    found = [s for s in read_article(Article("t", text), knowledge()).statements if s.cue and s.cue.of(text) == cue]
    assert [s.holder.of(text) for s in found if s.holder] == [holder]


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        # A feminine verb and a masculine act: what she stressed.
        ("كما أكدت حرص الجامعة على طلابها الجدد.", "أكدت", "حرص الجامعة على طلابها الجدد"),
        ("كما أكدت سعي المنظمة إلى إيصال المساعدات.", "أكدت", "سعي المنظمة إلى إيصال المساعدات"),
        ("كما أكدت تصميم الدولة الجارة على القيام بما يلزم.", "أكدت", "تصميم الدولة الجارة على القيام بما يلزم"),
        # To whom it was said.
        ("وقال لموسى رئيسه إن الوضع صعب.", "قال", "الوضع صعب"),
    ],
)
def test_neither_an_act_nor_who_is_told_says_it(text: str, cue: str, content: str) -> None:
    found = [s for s in read_article(Article("t", text), knowledge()).statements if s.cue and s.cue.of(text) == cue]
    assert [(s.holder, s.content.of(text)) for s in found] == [(None, content)]
