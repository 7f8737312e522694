"""The documents about taking data out do what they say: their commands run on the demo."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from tawatur.cli.app import build_app
from tawatur.export import FORMATS, TABLES

DOCS = Path(__file__).resolve().parents[2] / "docs"
_SHELL = re.compile(r"```sh\n(.*?)```", re.DOTALL)


def test_every_command_of_the_exports(demo_db: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copy(demo_db, tmp_path / "demo.db")
    monkeypatch.chdir(tmp_path)
    runner, app = CliRunner(), build_app()
    ran = 0
    for block in _SHELL.findall((DOCS / "exports.md").read_text(encoding="utf-8")):
        for line in block.strip().splitlines():
            arguments = shlex.split(line)[1:]
            answer = runner.invoke(app, arguments)
            assert answer.exit_code == 0, (line, answer.output)
            if "--out" in arguments:
                assert Path(arguments[arguments.index("--out") + 1]).stat().st_size > 100
            ran += 1
    assert ran >= 6
    assert not list(tmp_path.glob("*.part"))


def test_the_exports_are_all_told() -> None:
    text = (DOCS / "exports.md").read_text(encoding="utf-8")
    assert [name for name in (*FORMATS, *(table.name for table in TABLES)) if f"`{name}`" not in text] == []


def test_a_story_as_a_page_needs_its_id(demo_db: Path) -> None:
    runner, app = CliRunner(), build_app()
    assert runner.invoke(app, ["export", "html", "--db", str(demo_db)]).exit_code == 2
    assert runner.invoke(app, ["export", "jsonl", "--story", "none", "--db", str(demo_db)]).exit_code == 1
    listed = runner.invoke(app, ["stories", "--json", "--db", str(demo_db)])
    story = re.findall(r'"id": "(s[0-9a-f]+)"', listed.stdout)[0]
    page = runner.invoke(app, ["export", "html", "--story", story, "--db", str(demo_db)])
    assert page.exit_code == 0
    assert 'dir="rtl"' in page.stdout
