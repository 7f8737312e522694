"""The fuzzing harness itself, without atheris: it passes what is sound and fails what is slow."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from evaluation.fuzz.pages import SlowPageError, check_bytes, seeds

from tawatur.lexicon.bundle import load_lexicons
from tawatur.read import read_bytes
from tawatur.split import split_page


def test_written_pages_pass(tmp_path: Path) -> None:
    seeds(tmp_path)
    lexicons = load_lexicons()
    found = sorted(tmp_path.iterdir())
    assert len(found) > 50
    for path in found[::12]:
        check_bytes(path.read_bytes(), split_page, read_bytes, lexicons)


def test_a_slow_page_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    ticks = iter([0.0, 3.0, 3.0])
    monkeypatch.setattr(time, "process_time", lambda: next(ticks))
    with pytest.raises(SlowPageError, match=r"took 3\.0 s"):
        check_bytes(b"x", lambda page, lexicons: None, lambda raw, name: None, None)
