"""A run that is killed loses nothing that was committed and doubles nothing when it goes on."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

from tawatur.ingest import HereEngine, add
from tawatur.lexicon.bundle import load_lexicons
from tawatur.pipeline import Knowledge
from tawatur.store import open_store

PAGES = 200


def write_records(path: Path) -> None:
    with path.open("w", encoding="utf-8") as file:
        for number in range(PAGES):
            text = f"قال المتحدث سالم الدرعاوي إن {number} شخصا وصلوا إلى نيامي. " * 3
            file.write(json.dumps({"id": f"r{number}", "text": text}, ensure_ascii=False) + "\n")


def command(records: Path, db: Path) -> list[str]:
    options = ["--db", str(db), "--no-stories", "--workers", "2"]
    return [sys.executable, "-m", "tawatur.cli", "add", str(records), *options]


def stored(db: Path) -> int:
    try:
        with sqlite3.connect(f"file:{db}?mode=ro", uri=True) as connection:
            return int(connection.execute("SELECT count(*) FROM page").fetchone()[0])
    except sqlite3.OperationalError:
        return 0


def test_killed_and_resumed_equals_run_through(tmp_path: Path) -> None:
    records, db = tmp_path / "in.jsonl", tmp_path / "t.db"
    write_records(records)
    running = subprocess.Popen(
        command(records, db), start_new_session=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    deadline = time.monotonic() + 400  # much more than it takes, for a machine that is busy with other things
    while stored(db) == 0 and running.poll() is None and time.monotonic() < deadline:
        time.sleep(0.02)
    os.kill(running.pid, signal.SIGKILL)
    running.wait()
    before = stored(db)
    assert before > 0
    engine = HereEngine(Knowledge(load_lexicons()))
    with open_store(db) as store:
        resumed = add([records], store, engine)
        assert (resumed.known, resumed.pages) == (before, PAGES - before)
        assert store.totals().pages == store.totals().articles == PAGES
        assert sorted(store.articles()) == sorted(f"r{number}" for number in range(PAGES))
        assert list(store.faults()) == []
        counts = store.totals()
        assert add([records], store, engine).known == PAGES
        assert store.totals() == counts
