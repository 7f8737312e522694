"""The tutorial does what it says: each of its commands runs on the demo and shows the words it promises."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from typer.testing import CliRunner

from tawatur.cli.app import build_app

TUTORIAL = Path(__file__).resolve().parents[2] / "docs" / "tutorial.md"
_BLOCK = re.compile(r"```(sh|text)\n(.*?)```", re.DOTALL)


def test_every_command_of_the_tutorial(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    runner, app = CliRunner(), build_app()
    assert runner.invoke(app, ["demo", "--quiet"]).exit_code == 0
    shown = ""
    ran = 0
    for kind, block in _BLOCK.findall(TUTORIAL.read_text(encoding="utf-8")):
        if kind == "text":
            for line in block.strip().splitlines():
                assert line.strip() in shown, line
            continue
        for line in block.strip().splitlines():
            if line.startswith(".venv/bin/tawatur "):
                answer = runner.invoke(app, shlex.split(line)[1:])
                assert answer.exit_code == 0, (line, answer.output)
                # Marks of direction, which the terminal needs, are not what is shown.
                shown = answer.output.replace("\u200e", "").replace("\u200f", "")
                ran += 1
    assert ran >= 5
