"""The fuzzing harness itself, without atheris: it passes what is sound and fails what is slow."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from evaluation.fuzz.pages import SlowPageError, check_bytes, check_pace, seeds

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
    ticks = iter([0.0, 3.0, 0.0, 1.0])
    monkeypatch.setattr(time, "process_time", lambda: next(ticks))
    seen: list[bytes] = []
    with pytest.raises(SlowPageError, match=r"1 bytes took 3\.0 s"):
        check_pace(b"x", seen.append)
    check_pace(b"y", seen.append)
    assert seen == [b"x", b"y"]
