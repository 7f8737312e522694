"""The pages for each kind of user do what they say: their commands and Python run on the demo pages, in order."""

from __future__ import annotations

import io
import json
import re
import shlex
import shutil
from contextlib import redirect_stdout
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from tawatur.cli.app import build_app
from tawatur.pipeline import Knowledge

HOW_TO = Path(__file__).resolve().parents[2] / "docs" / "how-to"
PAGES = sorted(path for path in HOW_TO.glob("*.md"))
_BLOCK = re.compile(r"```(sh|python)\n(.*?)```", re.DOTALL)
_ARTICLE = {"id": "a1", "text": "وقال المتحدث سامر الفارس إن القافلة وصلت.", "date": "2025-07-06"}


def _ids(db: Path) -> dict[str, str]:
    """Ids that the pages' words in capitals stand for: the largest story and what is in it."""
    runner, app = CliRunner(), build_app()
    stories = json.loads(runner.invoke(app, ["stories", "--json", "--db", str(db)]).stdout)
    story = json.loads(runner.invoke(app, ["story", stories[0]["id"], "--json", "--db", str(db)]).stdout)
    happening = story["happenings"][0]
    article = happening["reports"][0]["evidence"]["article"]
    return {"STORY": stories[0]["id"], "HAPPENING": happening["id"], "ARTICLE": article}


@pytest.fixture
def desk(demo_db: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the demo's database, its pages and one line of JSON, as the pages expect them."""
    (tmp_path / "out").mkdir()
    shutil.copy(demo_db, tmp_path / "out" / "demo.db")
    demo_pages = Path(str(files("tawatur") / "demo_pages"))
    shutil.copytree(demo_pages, tmp_path / "pages")
    shutil.copy(sorted(demo_pages.glob("*.txt"))[0], tmp_path / "page.txt")
    (tmp_path / "articles.jsonl").write_text(json.dumps(_ARTICLE) + "\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _run(line: str, ids: dict[str, str]) -> None:
    words = [ids.get(word, word) for word in shlex.split(line)]
    given = None
    if "<" in words:
        given = Path(words[words.index("<") + 1]).read_bytes()
        words = words[: words.index("<")]
    assert words[0] == ".venv/bin/tawatur", line
    answer = CliRunner().invoke(build_app(), words[1:], input=given)
    assert answer.exit_code == 0, (line, answer.output)
    assert answer.stdout.strip() or "--out" in words, f"{line} shows nothing"
    assert "nothing was found" not in answer.output, line


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_command_and_example_runs(
    page: Path, desk: Path, grammar: Knowledge, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tawatur.load_knowledge", lambda: grammar, raising=False)
    monkeypatch.setattr("tawatur.pipeline.load_knowledge", lambda: grammar)
    ids = _ids(desk / "out" / "demo.db")
    names: dict[str, Any] = {}
    ran = 0
    for kind, block in _BLOCK.findall(page.read_text(encoding="utf-8")):
        if kind == "python":
            with redirect_stdout(io.StringIO()) as shown:
                exec(block, names)
            assert shown.getvalue().strip() or "print(" not in block, block
            ran += 1
        for line in block.strip().splitlines() if kind == "sh" else ():
            _run(line, ids)
            ran += 1
    assert ran >= 1


def test_every_page_is_linked() -> None:
    listed = (HOW_TO / "README.md").read_text(encoding="utf-8")
    assert [p.name for p in PAGES if p.name != "README.md" and f"({p.name})" not in listed] == []


def test_every_link_leads_somewhere() -> None:
    for page in PAGES:
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.name} links to {target}"
