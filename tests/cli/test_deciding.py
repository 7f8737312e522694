"""`tawatur same`, `different`, `decisions`: what a person decides about entities is kept and can be taken back."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

Run = Callable[..., Any]


def test_deciding_listing_and_undoing(run: Run, tmp_path: Path) -> None:
    records = tmp_path / "in.jsonl"
    texts = {
        "a": "قال وزير النقل فاضل المنذري يوم الثلاثاء إن الميناء سيفتح أبوابه الشهر المقبل أمام السفن في نواكشوط.",
        "b": "أعلن أبو ياسر المنذري أن أسعار القمح في صفاقس ارتفعت هذا الموسم بسبب الجفاف الذي ضرب المنطقة كلها.",
    }
    records.write_text("".join(json.dumps({"id": i, "text": t}) + "\n" for i, t in texts.items()), encoding="utf-8")
    db = str(tmp_path / "t.db")
    assert run("add", str(records), "--db", db).exit_code == 0
    assert "no decision" in run("decisions", "--db", db).stdout
    done = run("same", "فاضل المنذري", "أبو ياسر المنذري", "--db", db, "--note", "كنيته", "--json")
    assert done.exit_code == 0
    ident = json.loads(done.stdout_bytes)["id"]
    listed = run("decisions", "--db", db).stdout
    assert ident in listed
    assert "كنيته" in listed
    both = run("who", "فاضل المنذري", "--db", db, "--json")
    assert "أبو ياسر المنذري" in both.stdout
    assert run("different", "لا أحد", "فاضل المنذري", "--db", db).exit_code == 1
    assert run("decisions", "--undo", "d-x", "--db", db).exit_code == 1
    assert run("decisions", "--undo", ident, "--db", db).exit_code == 0
    assert "أبو ياسر المنذري" not in run("who", "فاضل المنذري", "--db", db, "--json").stdout
