"""Pages about the ten invented towns, read."""

from __future__ import annotations

from datetime import date

import pytest
from tests.ingest.ten_towns import CAUSES, OFFICIALS, PLACES, TEXTS, TITLES, WHAT

from tawatur.ingest import read_page
from tawatur.model import Page
from tawatur.pipeline import Knowledge
from tawatur.store import ReadPage


@pytest.fixture(scope="module")
def pages(grammar: Knowledge) -> tuple[ReadPage, ...]:
    found = []
    for at, place in enumerate(PLACES):
        for n, (title, text) in enumerate(zip(TITLES, TEXTS, strict=True)):
            told, headed = (words.format(place, OFFICIALS[at], CAUSES[at], *WHAT[at]) for words in (text, title))
            day = date(2021, 3, 1 + 2 * at + n // 2)
            page = Page(f"{place}{n}", told, "record", title=headed, outlet=f"صحيفة {n}", published=day)
            read = read_page(page, grammar)
            assert isinstance(read, ReadPage)
            found.append(read)
    return tuple(found)
