"""`tawatur search` over its three kinds of results."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.store.invented import read_page, stories_of
from typer.testing import CliRunner

from tawatur.cli.app import build_app
from tawatur.store import open_store


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("command") / "t.db"
    pages = [read_page(0), read_page(1, outlet="منارة الوادي")]
    with open_store(path) as store:
        store.put(pages)
        store.replace_stories(stories_of(*pages))
    return path


@pytest.mark.parametrize(
    ("of", "words", "held"),
    [("articles", "متظاهر", "المتظاهرين"), ("statements", "متظاهر", "المتظاهرين"), ("happenings", "قتيل", "قتلى")],
)
def test_every_kind_is_shown_and_given_as_json(db: Path, of: str, words: str, held: str) -> None:
    shown = CliRunner().invoke(build_app(), ["search", words, "--of", of, "--db", str(db)])
    assert shown.exit_code == 0
    assert held in shown.output
    given = CliRunner().invoke(build_app(), ["search", words, "--of", of, "--json", "--db", str(db)])
    assert json.loads(given.output)


def test_filters_stand_alone_but_something_must_be_asked(db: Path) -> None:
    one = CliRunner().invoke(build_app(), ["search", "--outlet", "مناره", "--json", "--db", str(db)])
    assert [hit["article"]["id"] for hit in json.loads(one.output)] == ["a1"]
    later = CliRunner().invoke(
        build_app(), ["search", "نيامي", "--published-from", "2030-01-01", "--json", "--db", str(db)]
    )
    assert json.loads(later.output) == []
    assert CliRunner().invoke(build_app(), ["search", "--db", str(db)]).exit_code == 2


def test_exact_words_are_as_spelled(db: Path) -> None:
    assert json.loads(CliRunner().invoke(build_app(), ["search", "متظاهرين", "--json", "--db", str(db)]).output)
    exact = CliRunner().invoke(build_app(), ["search", "متظاهرين", "--exact", "--json", "--db", str(db)])
    assert json.loads(exact.output) == []
