"""What README shows runs: its Python, its commands on files of the reader's own, and the worked example in Arabic."""

from __future__ import annotations

import io
import re
import shlex
import shutil
from contextlib import redirect_stdout
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from tawatur import library
from tawatur.cli.app import build_app
from tawatur.pipeline import Knowledge

ROOT = Path(__file__).resolve().parents[2]
_BLOCK = re.compile(r"```(\w+)\n(.*?)```", re.DOTALL)
# Words in capitals of the commands, and what a reader puts there.
_STANDS_FOR = {"PAGES…": "page.txt", "NAME": "سامر", "WORDS": "القافلة"}
_RECORD = '{"id": "a1", "text": "وقال المتحدث سامر الفارس إن القافلة وصلت إلى أغاديز يوم الأحد."}\n'


@pytest.fixture
def folder(demo_db: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, grammar: Knowledge) -> Path:
    demo_pages = Path(str(files("tawatur") / "demo_pages"))
    (tmp_path / "out").mkdir()
    shutil.copy(demo_db, tmp_path / "out" / "demo.db")
    shutil.copy(demo_pages / "03-almina-visit.html", tmp_path / "page.html")
    (tmp_path / "page.txt").write_text(
        "المصدر: المرفأ\n6 يوليو 2025\nوصول القافلة إلى أغاديز\n"
        "وقال المتحدث سامر الفارس إن القافلة وصلت إلى أغاديز يوم الأحد "
        "بعد رحلة دامت أسبوعين عبر الصحراء، ولم تقع فيها حوادث.\n",
        encoding="utf-8",
    )
    (tmp_path / "articles.jsonl").write_text(_RECORD, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(library, "load_knowledge", lambda: grammar)
    monkeypatch.setattr("tawatur.pipeline.load_knowledge", lambda: grammar)
    return tmp_path


def _run(line: str, monkeypatch: pytest.MonkeyPatch) -> str:
    words = [_STANDS_FOR.get(word, word) for word in shlex.split(line, comments=True)]
    given = None
    with monkeypatch.context() as patched:
        while "=" in words[0]:
            patched.setenv(*words.pop(0).split("=", 1))
        if "<" in words:
            given = Path(words[words.index("<") + 1]).read_bytes()
            words = words[: words.index("<")]
        assert words[0] == ".venv/bin/tawatur", line
        answer = CliRunner().invoke(build_app(), words[1:], input=given)
    assert answer.exit_code == 0, (line, answer.output)
    return answer.output


def test_every_block_of_the_readme_runs(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ran = 0
    shown = ""
    targets = (ROOT / "Makefile").read_text(encoding="utf-8")
    for kind, block in _BLOCK.findall((ROOT / "README.md").read_text(encoding="utf-8")):
        if kind == "python":
            names: dict[str, Any] = {}
            with redirect_stdout(io.StringIO()) as out:
                exec(compile(block, "README.md", "exec"), names)
            assert "سامر الفارس" in out.getvalue()
            ran += 1
        for line in block.strip().splitlines():
            if kind == "text":
                assert line.strip() in shown, line
            elif kind == "sh" and line.startswith("make "):
                assert f"\n{line.split()[1]}:" in targets
            elif kind == "sh" and " serve " not in line and " story ID" not in line:
                shown = _run(line, monkeypatch)
                ran += 1
    assert ran >= 8


def test_help_of_make_names_every_target() -> None:
    text = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = re.search(r"^\.PHONY: (.*)$", text, re.MULTILINE)
    assert targets
    assert [t for t in targets[1].split() if t != "help" and f'"make {t} ' not in text] == []
