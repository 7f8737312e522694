"""The interlinear format gives the spans it writes, and its checker sees what is broken."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tawatur.tagger.train.checks import check
from tawatur.tagger.train.corpus import main
from tawatur.tagger.train.interlinear import CorpusError, Document, as_gold, read_documents

TEXT = """=== t-1
title: الميناء تستقبل وفدا
outlet: صحيفة الرصيف
date: 2019-05-14
style: newspaper
topic: diplomacy

قال وزير الخارجية سالم الدوسي لوكالة أنباء الساحل إن بلاده «لن تشارك» في المؤتمر، متهما جماعة الراية بقتل سبعة جنود.
  PER سالم الدوسي
  ORG وكالة أنباء الساحل
  ORG جماعة الراية
  say assert قال | by وزير الخارجية سالم الدوسي | via وكالة أنباء الساحل | that بلاده … المؤتمر
  say accuse متهما | by وزير الخارجية سالم الدوسي | that جماعة الراية بقتل سبعة جنود
  ev ASSAULT alleged قتل | who جماعة الراية | whom سبعة جنود
  fig سبعة جنود = 7 جنود

وأضاف الدوسي أن «الدوسي لا يفاوض».
  PER الدوسي = سالم الدوسي
  PER الدوسي = سالم الدوسي
  say assert أضاف | by الدوسي | that الدوسي لا يفاوض
"""


def _document(tmp_path: Path, text: str = TEXT) -> tuple[Document, dict[str, Any]]:
    path = tmp_path / "t.txt"
    path.write_text(text, encoding="utf-8")
    document = next(read_documents([path]))
    return document, as_gold(document)


def test_spans_are_the_words_written(tmp_path: Path) -> None:
    document, gold = _document(tmp_path)
    text = gold["text"]
    assert "\n" in text
    assert not check(document, gold)
    assert [text[a:b] for a, b in (n["span"] for n in gold["names"])] == [
        "سالم الدوسي",
        "وكالة أنباء الساحل",
        "جماعة الراية",
        "الدوسي",
        "الدوسي",
    ]
    assert gold["names"][3]["span"] != gold["names"][4]["span"]
    assert gold["names"][4]["entity"] == gold["names"][0]["entity"]
    said = gold["statements"]
    assert text[slice(*said[0]["content"])] == "بلاده «لن تشارك» في المؤتمر"
    assert [s["kind"] for s in said] == ["mixed", "indirect", "direct"]
    assert gold["figures"][0] | {"span": None} == {"span": None, "value": 7.0, "comparator": "=", "unit": "جنود"}


@pytest.mark.parametrize(
    ("written", "value", "comparator", "unit"),
    [
        ("7", 7.0, "=", ""),
        (">=10..15 جنود", [10.0, 15.0], ">=", "جنود"),
        ("~2.5e9 دولار", 2.5e9, "~", "دولار"),
        ("15 %", 15.0, "=", "%"),
    ],
)
def test_figures_as_written(tmp_path: Path, written: str, value: object, comparator: str, unit: str) -> None:
    _, gold = _document(tmp_path, TEXT.replace("= 7 جنود", f"= {written}"))
    figure = gold["figures"][0]
    assert (figure["value"], figure["comparator"], figure["unit"]) == (value, comparator, unit)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("ORG جماعة الراية", "ORG جماعة العلم", "not in the sentence"),
        ("say accuse", "say blame", "unknown stance"),
        ("ev ASSAULT alleged", "ev ATTACK alleged", "unknown event type"),
        ("| whom سبعة", "| victim سبعة", "unknown field"),
        ("= 7 جنود", "= سبعة", "not a figure"),
        ("  fig", "  figure", "unknown kind of item"),
    ],
)
def test_what_cannot_be_read_is_named(tmp_path: Path, old: str, new: str, message: str) -> None:
    with pytest.raises(CorpusError, match=message):
        _document(tmp_path, TEXT.replace(old, new, 1))


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("that بلاده … المؤتمر", "that إن بلاده … المؤتمر", "begins with its particle"),
        ("  PER الدوسي = سالم الدوسي\n", "", "left unmarked"),
        ("  say assert أضاف | by الدوسي | that الدوسي لا يفاوض\n", "", "no statement"),
        ("that الدوسي لا يفاوض", "that «الدوسي لا يفاوض»", "without its outer marks"),
        ("  ORG جماعة الراية\n", "  ORG جماعة الراية\n  ORG الراية\n", "names overlap"),
        ("date: 2019-05-14", "date: 14/5/2019", "no ISO day"),
        ("by الدوسي", "by وسي", "begins within another word: 'وسي'"),
    ],
)
def test_what_is_doubtful_is_asked(tmp_path: Path, old: str, new: str, message: str) -> None:
    document, gold = _document(tmp_path, TEXT.replace(old, new, 1))
    assert any(message in finding.what for finding in check(document, gold))


def test_all_broken_items_are_told_at_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "bad.txt").write_text(TEXT.replace("say accuse", "say blame").replace("= 7", "= x"), encoding="utf-8")
    assert main([str(tmp_path)]) == 1
    out = capsys.readouterr().out
    assert "unknown stance" in out
    assert "not a figure" in out
