"""The program speaks the language of the environment, and says of every wrong question what was wrong with it."""

from __future__ import annotations

import json
import re
import string
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tawatur.cli import helps, messages
from tawatur.cli.app import COMMANDS
from tawatur.cli.language import preferred
from tawatur.store import open_store
from tawatur.views.understood import code_of

Run = Callable[..., Any]


@pytest.mark.parametrize(
    ("environment", "spoken"),
    [
        ({}, "en"),
        ({"LANG": "ar_MR.UTF-8"}, "ar"),
        ({"LANG": "ar"}, "ar"),
        ({"LANG": "arn_CL.UTF-8"}, "en"),
        ({"LANG": "ar_EG", "LC_ALL": "C.UTF-8"}, "en"),
        ({"LANG": "fr_FR", "LC_MESSAGES": "ar_SY"}, "ar"),
        ({"LC_ALL": "en_GB", "TAWATUR_LANG": "ar"}, "ar"),
        ({"LC_ALL": "", "LANG": "ar_DZ"}, "ar"),
    ],
)
def test_the_environment_says_the_language(environment: dict[str, str], spoken: str) -> None:
    assert preferred(environment) == spoken


@pytest.mark.parametrize("key", messages.keys())
def test_messages_take_the_same_values_in_both_languages(key: str) -> None:
    arabic, english = messages._MESSAGES[key]

    def fields(text: str) -> set[str | None]:
        return {field for _, field, _, _ in string.Formatter().parse(text) if field}

    assert fields(arabic) == fields(english)
    assert re.search("[\u0600-\u06ff]", arabic)


def test_help_in_arabic_is_of_commands_that_are() -> None:
    assert set(helps.COMMANDS) <= {command.__name__ for command in COMMANDS}
    assert all(f"tawatur {name}" in told for name, told in helps.COMMANDS.items())


def test_arabic_from_the_environment(run: Run, db: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TAWATUR_LANG", "ar")
    assert "مقال" in run("stories", "--db", str(db)).stdout
    assert "لا اسم كهذا" in run("who", "زيد", "--db", str(db)).stderr
    assert "known independent" not in run("stories", "--db", str(db)).stdout
    assert "known independent" in run("stories", "--lang", "en", "--db", str(db)).stdout


def test_doctor_and_add_speak_arabic(run: Run, db: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TAWATUR_LANG", "ar")
    checked = run("doctor", "--db", str(db)).stdout
    assert "سليم القاعدة" in checked
    assert "قائمة في نصوصها" in checked
    assert not re.search("loaded|facts|current", checked)
    (tmp_path / "e.txt").write_bytes(b"English alone")
    told = run("add", str(tmp_path / "e.txt"), "--db", str(tmp_path / "n.db"))
    assert "ليس فيه نص عربي" in told.stderr
    assert "ليس بالعربية" in told.stdout + told.stderr


def test_nothing_of_an_empty_database_is_told(run: Run, tmp_path: Path) -> None:
    with open_store(tmp_path / "e.db"):
        pass
    assert "is empty" in run("stories", "--db", str(tmp_path / "e.db")).stderr


@pytest.mark.parametrize("filters", [("--type", "foo"), ("--status", "asserted"), ("--type", "ASSAULT")])
def test_a_wrong_code_is_told_with_those_there_are(run: Run, db: Path, filters: tuple[str, ...]) -> None:
    result = run("search", "--of", "statements", *filters, "--db", str(db))
    assert result.exit_code == 2
    assert "deny (ينفي)" in result.stderr or "alleged (ادعاء)" in result.stderr
    assert "nothing was found" not in result.stderr


@pytest.mark.parametrize(
    ("given", "group", "code"),
    [
        ("ينفي", "stance", "deny"),
        ("نفي", "stance", "deny"),
        ("denies", "stance", "deny"),
        ("DENY", "stance", "deny"),
        ("assault", "type", "ASSAULT"),
        ("هجوم او قتل", "type", "ASSAULT"),
        ("منفي", "status", "denied"),
        ("asserted", "status", None),
    ],
)
def test_codes_as_people_write_them(given: str, group: str, code: str | None) -> None:
    assert code_of(given, group) == code


@pytest.mark.parametrize("option", ["--entity", "--outlet", "--origin"])
def test_a_name_that_nobody_has_is_told(run: Run, db: Path, option: str) -> None:
    result = run("search", option, "زيد بن لا أحد", "--db", str(db))
    assert result.exit_code == 1
    assert "no such name in the database: زيد بن لا أحد" in result.stderr


def test_a_word_is_left_out_without_quotes(run: Run, db: Path) -> None:
    assert json.loads(run("search", "نيامي", "--json", "--db", str(db)).stdout)
    assert json.loads(run("search", "نيامي", "-نيامي", "--json", "--db", str(db)).stdout) == []
    assert run("search", "نيامي", "--nosuch", "--db", str(db)).exit_code == 2


def _record(path: Path, **record: str) -> str:
    path.write_text(json.dumps({"id": "r", **record}, ensure_ascii=False) + "\n", encoding="utf-8")
    return str(path)


TEXT = "قال وزير النقل فاضل المنذري يوم الثلاثاء إن الميناء سيفتح أبوابه الشهر المقبل أمام السفن في نواكشوط."


def test_other_names_of_keys_and_keys_not_known(run: Run, tmp_path: Path) -> None:
    db = str(tmp_path / "t.db")
    given = _record(tmp_path / "in.jsonl", body=TEXT, published="2025-07-08T10:00:00Z", source="المرفأ", mood="x")
    result = run("add", given, "--db", db)
    assert result.stderr.count("mood") == 1
    assert "published" not in result.stderr
    view = json.loads(run("article", "r", "--json", "--db", db).stdout)["row"]
    assert (view["published"]["first"], view["outlet"]) == ("2025-07-08", "المرفأ")
    assert "1 input: 1 new page with 1 article" in result.stdout
    assert "1 story" in result.stdout


def test_a_known_record_takes_its_new_date(run: Run, tmp_path: Path) -> None:
    db, file = str(tmp_path / "t.db"), tmp_path / "in.jsonl"
    run("add", _record(file, text=TEXT, date="2025-07-01"), "--db", db)
    told = run("add", _record(file, text=TEXT, date="2025-07-08"), "--db", db).stdout
    assert "1 of the known had another date" in told
    assert "1 of the known" not in run("add", str(file), "--db", db).stdout
    view = json.loads(run("article", "r", "--json", "--db", db).stdout)["row"]
    assert view["published"]["first"] == "2025-07-08"
    assert run("doctor", "--db", db).exit_code == 0


def test_forgotten_pages_come_back_when_asked_for(run: Run, tmp_path: Path) -> None:
    db, file = str(tmp_path / "t.db"), _record(tmp_path / "in.jsonl", text=TEXT)
    run("add", file, "--db", db)
    run("forget", "person", "فاضل المنذري", "--yes", "--db", db)
    run("forget", "page", "r", "--yes", "--db", db)
    assert "add --again" in run("add", file, "--db", db).stdout
    assert "1 new page" in run("add", file, "--again", "--db", db).stdout
    assert "المنذري" not in run("article", "r", "--db", db).stdout


def test_a_missing_file_makes_no_database(run: Run, tmp_path: Path) -> None:
    result = run("add", str(tmp_path / "none.txt"), "--db", str(tmp_path / "t.db"))
    assert result.exit_code == 1
    assert "none.txt" in result.stderr
    assert not (tmp_path / "t.db").exists()
