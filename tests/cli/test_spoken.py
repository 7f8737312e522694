"""What the terminal says can be typed, is in the language asked for, and ends with the answer."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tawatur.cli import messages

Run = Callable[..., Any]


def test_commands_in_messages_can_be_typed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.argv", ["my tools/tawatur", "story"])
    monkeypatch.setattr("tawatur.cli.messages.which", lambda name: None)
    assert "`'my tools/tawatur' stories --db tawatur x.db`" in messages.say("no_story", id="x", db="tawatur x.db")
    monkeypatch.setattr("tawatur.cli.messages.which", lambda name: "/usr/bin/tawatur")
    assert "`tawatur stories" in messages.say("no_story", id="x", db="news.db")


def test_a_story_ends_with_the_answer(run: Run, db: Path) -> None:
    *_, chains, differences, further = run("story", "s0", "--db", str(db), "--lang", "ar").stdout.splitlines()
    assert "السلاسل: " in chains
    assert "الاختلافات: " in differences
    assert re.search(r"\(خلاف بين المصادر\)|\(تحديث لقيمة سابقة\)", differences)
    assert "tawatur why" in further


def test_no_decision_is_told_in_arabic(run: Run, db: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TAWATUR_LANG", "ar")
    assert "لا قرار محفوظ" in run("decisions", "--db", str(db)).stdout
