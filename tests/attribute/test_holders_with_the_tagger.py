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
    ],
)
def test_who_said_it_is_told_whole_and_alone(text: str, cue: str, holder: str) -> None:
    found = [s for s in read_article(Article("t", text), knowledge()).statements if s.cue and s.cue.of(text) == cue]
    assert [s.holder.of(text) for s in found if s.holder] == [holder]
