"""The commands for people: each explains itself with an example, prints JSON when asked, and says what went wrong."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tawatur.cli.app import COMMANDS
from tawatur.cli.terminal import clean

Run = Callable[..., Any]


@pytest.mark.parametrize("command", [command.__name__ for command in COMMANDS])
def test_every_command_explains_itself_with_an_example(run: Run, command: str) -> None:
    result = run(command, "--help")
    assert result.exit_code == 0
    assert f"tawatur {command}" in " ".join(result.stdout.split())


@pytest.mark.parametrize("arguments", [["--help"], ["stories", "--help"], ["--version"]])
def test_help_loads_nothing_heavy(arguments: list[str]) -> None:
    heavy = ("numpy", "fastapi", "uvicorn", "rapidfuzz", "selectolax", "sqlite3", "jinja2", "tawatur.store")
    code = f"""
import sys
from tawatur.cli.app import main
sys.argv = ["tawatur", *{arguments!r}]
try:
    main()
except SystemExit as end:
    print(end.code or 0, [name for name in {heavy!r} if name in sys.modules], file=sys.stderr)
"""
    result = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert "tawatur" in result.stdout
    assert result.stderr.split("\n")[0] == "0 []"


VIEWS = [("stories",), ("story", "s0"), ("timeline", "s0"), ("who", "الدرعاوي"), ("article", "a0"), ("search", "نيامي")]


@pytest.mark.parametrize("arguments", VIEWS)
@pytest.mark.parametrize("lang", ["en", "ar"])
def test_views_are_shown_in_both_languages(run: Run, db: Path, arguments: tuple[str, ...], lang: str) -> None:
    result = run(*arguments, "--db", str(db), "--lang", lang)
    assert result.exit_code == 0
    assert "نيامي" in result.stdout


@pytest.mark.parametrize("arguments", VIEWS)
def test_views_are_json_when_asked(run: Run, db: Path, arguments: tuple[str, ...]) -> None:
    result = run(*arguments, "--db", str(db), "--json")
    assert result.exit_code == 0
    assert json.loads(result.stdout_bytes)


def test_a_story_shows_its_parts(run: Run, db: Path) -> None:
    out = run("story", "s0", "--db", str(db)).stdout
    for words in ("4 March 2024", "سالم الدرعاوي", "alleged", "Disagreements", "unknown", "→", "known independent"):
        assert words in out


@pytest.mark.parametrize("arguments", [("story", "x"), ("timeline", "x"), ("article", "x"), ("who", "لا أحد هنا")])
def test_what_is_not_there_is_told_with_what_to_do(run: Run, db: Path, arguments: tuple[str, ...]) -> None:
    result = run(*arguments, "--db", str(db))
    assert result.exit_code == 1
    assert "tawatur" in result.stderr
    assert result.stdout == ""


@pytest.mark.parametrize("arguments", [*VIEWS, ("forget", "page", "p0", "--yes")])
def test_a_missing_database_is_told(run: Run, tmp_path: Path, arguments: tuple[str, ...]) -> None:
    result = run(*arguments, "--db", str(tmp_path / "none.db"))
    assert result.exit_code == 1
    assert "tawatur add" in result.stderr
    assert not (tmp_path / "none.db").exists()


def test_add_search_forget(run: Run, tmp_path: Path) -> None:
    text = "قال وزير النقل فاضل المنذري يوم الثلاثاء إن الميناء سيفتح أبوابه الشهر المقبل أمام السفن في نواكشوط."
    records = tmp_path / "in.jsonl"
    records.write_text(json.dumps({"id": "a", "text": text}) + "\n{}\n", encoding="utf-8")
    db = str(tmp_path / "t.db")
    result = run("add", str(records), "--db", db)
    assert result.exit_code == 0
    assert "1 new" in result.stdout
    assert "in.jsonl:2" in result.stderr
    assert run("add", str(records), "--db", db, "--json").exit_code == 0
    assert "1 known" in run("add", str(records), "--db", db).stdout
    assert "نواكشوط" in run("search", "نواكشوط", "--db", db).stdout
    assert run("forget", "person", "فاضل المنذري", "--db", db, stdin="n\n").exit_code == 1
    assert run("forget", "person", "فاضل المنذري", "--db", db, "--yes").exit_code == 0
    assert "المنذري" not in run("article", "a", "--db", db).stdout
    assert run("forget", "page", "a", "--db", db, "--yes").exit_code == 0
    assert run("search", "نواكشوط", "--db", db).stdout == ""
    assert "1 were forgotten" in run("add", str(records), "--db", db).stdout
    assert run("doctor", "--db", db).exit_code == 0


def test_add_of_nothing_readable_is_status_one(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    result = run("add", str(tmp_path / "empty.txt"), "--db", str(tmp_path / "t.db"))
    assert result.exit_code == 1
    assert "is empty" in result.stderr


def test_doctor_finds_a_damaged_database(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "t.db"
    path.write_bytes(b"this is no database but a text that is long enough to be one" * 30)
    result = run("doctor", "--db", str(path))
    assert result.exit_code == 1
    assert "WRONG database" in result.stdout


def test_doctor_without_a_database(run: Run, tmp_path: Path) -> None:
    result = run("doctor", "--db", str(tmp_path / "none.db"), "--json")
    assert result.exit_code == 0
    assert all(finding["ok"] for finding in json.loads(result.stdout_bytes))


def test_the_demo_shows_a_story_and_writes_its_page(run: Run, tmp_path: Path) -> None:
    result = run("demo", "--out", str(tmp_path / "out"))
    assert result.exit_code == 0
    assert (tmp_path / "out/demo.db").is_file()
    assert "demo-story.html" in result.stdout
    page = (tmp_path / "out/demo-story.html").read_text(encoding="utf-8")
    assert 'dir="rtl"' in page
    again = run("demo", "--quiet", "--out", str(tmp_path / "out"))
    assert again.exit_code == 0
    assert len(again.stdout.splitlines()) < 6


@pytest.mark.parametrize(
    ("text", "shown"),
    [("a\x1b[31mb", "a[31mb"), ("قبل\u202eبعد", "قبلبعد"), (" a\n b ", "a b"), ("\ud800x", "x"), ("\x07", "")],
)
def test_text_cannot_drive_the_terminal(text: str, shown: str) -> None:
    assert clean(text) == shown


def test_the_documentation_lists_every_command() -> None:
    docs = Path(__file__).resolve().parents[2] / "docs"
    text = (docs / "commands.md").read_text(encoding="utf-8")
    assert [c.__name__ for c in COMMANDS if f"`tawatur {c.__name__}" not in text] == []
