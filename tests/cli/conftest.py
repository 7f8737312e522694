"""The program run in this process, its lexicons and tagger loaded once."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest
from tests.store.invented import read_page, stories_of
from typer.testing import CliRunner

from tawatur import pipeline
from tawatur.cli.app import build_app
from tawatur.lexicon import bundle
from tawatur.store import open_store
from tawatur.tagger import Tagger

Run = Callable[..., Any]


@pytest.fixture
def db(tmp_path: Path) -> Path:
    """A database of two invented pages with their stories."""
    path = tmp_path / "t.db"
    pages = [read_page(n) for n in range(2)]
    with open_store(path) as store:
        store.put(pages)
        store.replace_stories(stories_of(*pages))
    return path


@pytest.fixture(scope="session")
def loaded() -> Callable[[], bundle.Lexicons]:
    return lru_cache(maxsize=1)(bundle.load_lexicons)


@pytest.fixture(scope="session")
def tagger() -> Callable[..., Tagger | None]:
    return lru_cache(maxsize=1)(pipeline.load_tagger)


@pytest.fixture
def run(
    monkeypatch: pytest.MonkeyPatch, loaded: Callable[[], bundle.Lexicons], tagger: Callable[..., Tagger | None]
) -> Run:
    """Run the program with arguments and standard input; the result has exit_code, stdout, stderr."""
    monkeypatch.setattr(bundle, "load_lexicons", loaded)
    monkeypatch.setattr(pipeline, "load_lexicons", loaded)
    monkeypatch.setattr(pipeline, "load_tagger", tagger)
    app = build_app()

    def invoke(*arguments: str, stdin: str | bytes | None = None) -> Any:
        result = CliRunner().invoke(app, list(arguments), input=stdin)
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    return invoke
