"""Parts of one sentence by one speaker and chain are shown once, over all of their words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tawatur.model import Anchor, Article, Chain, Link, Reading, Saying, Span, Statement
from tawatur.views.parts_said import said_once

TEXT = "قال المدعي إن الجلسة الأحد، مشيرا إلى أن الملف كبير. وأضاف أن القاعة صغيرة."
PARTS = ("الجلسة الأحد", "الملف كبير", "القاعة صغيرة")


def span_of(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def reading() -> Reading:
    said = tuple(
        Statement(0 if n < 2 else 1, None, None, span_of(words), "indirect", "assert") for n, words in enumerate(PARTS)
    )
    return Reading(Article("p", TEXT), statements=said)


def saying(number: int, origin: str = "المدعي") -> Saying:
    chain = Chain("p", (Link("origin", origin, None), Link("outlet", "", None)), False)
    return Saying("p", number, Anchor.of("p", TEXT, span_of(PARTS[number])), chain)


@pytest.mark.parametrize(
    ("sayings", "shown"),
    [
        ([saying(0), saying(1)], ["الجلسة الأحد، مشيرا إلى أن الملف كبير"]),
        ([saying(0), saying(2)], ["الجلسة الأحد", "القاعة صغيرة"]),
        ([saying(0), saying(1, "المحامي")], ["الجلسة الأحد", "الملف كبير"]),
        ([replace(saying(0), statement=9), saying(1)], ["الجلسة الأحد", "الملف كبير"]),
    ],
    ids=["one sentence", "two sentences", "two sources", "no longer read"],
)
def test_said_once(sayings: list[Saying], shown: list[str]) -> None:
    one = reading()
    assert [s.anchor.exact for s in said_once(sayings, lambda _: one)] == shown


def test_without_a_reading_nothing_is_folded() -> None:
    assert len(said_once([saying(0), saying(1)], lambda _: None)) == 2
