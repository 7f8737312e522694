"""The glossary says what the pages show: every code and every shared term has the pages' own Arabic words."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tawatur.views.wording import codes, word
from tawatur.web.guide import sections
from tawatur.web.wordings import say

GLOSSARY = (Path(__file__).resolve().parents[2] / "docs" / "glossary.md").read_text(encoding="utf-8")
ROWS = [
    tuple(cell.strip() for cell in line.strip("|\n").split("|")) for line in GLOSSARY.splitlines() if line[:2] == "| "
]
ARABIC = {re.sub(r"[`()]", "", row[0]): row[1] for row in ROWS}
DISAGREEMENTS = ("sources", "transmission", "update")


@pytest.mark.parametrize("group", ["type", "status", "stance", "role", "name"])
def test_every_code_is_worded_as_the_pages_word_it(group: str) -> None:
    told = {code: ARABIC.get(code) for code in codes(group) if code not in ("date", "place", "source")}
    assert told == {code: word(group, code, "ar") for code in told}


@pytest.mark.parametrize("code", ["direct", "indirect", "mixed", *DISAGREEMENTS])
def test_kinds_are_worded_as_the_pages_word_them(code: str) -> None:
    assert ARABIC[code] == word("kind", code, "ar")


@pytest.mark.parametrize(
    ("term", "key"),
    [
        ("article", "article"),
        ("published", "published"),
        ("outlet", "outlet"),
        ("copy", "copy"),
        ("name", "layer_name"),
        ("when, time", "layer_time"),
        ("figure", "layer_figure"),
        ("event", "layer_event"),
        ("holder", "layer_holder"),
        ("cue", "layer_cue"),
        ("content", "layer_statement"),
        ("carrier", "carrier"),
        ("actor", "actors"),
        ("recipient", "recipients"),
        ("story", "story"),
        ("story line", "related"),
        ("timeline", "timeline"),
        ("known independent origins", "known_origins"),
        ("chains of unknown origin", "unknown_chains"),
        ("certainty p", "certainty"),
        ("review", "review"),
    ],
)
def test_terms_are_worded_as_the_pages_word_them(term: str, key: str) -> None:
    assert ARABIC[term] == say(key, "ar")


def test_the_help_page_has_the_glossary_and_nothing_else() -> None:
    told = [
        (f"`{t.term}`" if t.is_code else t.term.replace(" (p)", " (`p`)"), t.word, t.meaning.english, t.meaning.arabic)
        for section in sections()
        for t in section.terms
    ]
    assert told == [row for row in ROWS if row[0] not in ("term", "code")], "src/tawatur/web/glossary.tsv"
    assert [f"## {s.title.english} · {s.title.arabic}" for s in sections()] == [
        line for line in GLOSSARY.splitlines() if line.startswith("## ")
    ]


def test_every_row_has_both_languages() -> None:
    assert len(ROWS) > 80
    assert [row[0] for row in ROWS if len(row) != 4 or not all(row)] == []
