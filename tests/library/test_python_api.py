"""`import tawatur`: what its document and its notebook show runs, and importing it costs nothing."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

import tawatur
from tawatur import library
from tawatur.pipeline import Knowledge
from tawatur.store import StoreError

DOCS = Path(__file__).resolve().parents[2] / "docs"
_CODE = re.compile(r"```python\n(.*?)```", re.DOTALL)


@pytest.fixture
def desk(demo_db: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, grammar: Knowledge) -> Path:
    """A folder with the demo's database and pages, where examples run with the grammar alone."""
    (tmp_path / "out").mkdir()
    shutil.copy(demo_db, tmp_path / "out" / "demo.db")
    shutil.copy(demo_db, tmp_path / "demo.db")
    shutil.copytree(str(files("tawatur") / "demo_pages"), tmp_path / "src" / "tawatur" / "demo_pages")
    shutil.copytree(str(files("tawatur") / "demo_pages"), tmp_path / "pages")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(library, "load_knowledge", lambda: grammar)
    return tmp_path


def test_importing_loads_nothing() -> None:
    code = (
        "import tawatur, sys; print(sorted(m for m in sys.modules if m.startswith(('tawatur.', 'numpy', 'pyarrow'))))"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"


def test_all_names_are_there_and_no_others() -> None:
    assert set(tawatur.__all__) == set(library.__all__)
    assert all(getattr(tawatur, name) is getattr(library, name) for name in tawatur.__all__)
    assert set(tawatur.__all__) <= set(dir(tawatur))
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        tawatur.nothing  # noqa: B018


def _run(blocks: list[str], needs: tuple[str, ...]) -> dict[str, Any]:
    """Run blocks of code one after the other, as a notebook does, but those that need what is not installed."""
    names: dict[str, Any] = {}
    for block in blocks:
        if not any(name in block for name in needs):
            exec(compile(block, "example", "exec"), names)
    return names


def _missing() -> tuple[str, ...]:
    import importlib.util

    return tuple(f"to_{name}" for name in ("pandas", "polars") if importlib.util.find_spec(name) is None)


def test_the_document_runs(desk: Path) -> None:
    blocks = _CODE.findall((DOCS / "python.md").read_text(encoding="utf-8"))
    assert len(blocks) >= 5
    names = _run(blocks, _missing())
    assert names["reading"].statements
    assert (desk / "reports.parquet").stat().st_size > 1000


def test_what_frames_need_is_told_in_words(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    monkeypatch.setitem(sys.modules, "polars", None)
    with tawatur.open_database("out/demo.db") as db:
        for take in (db.table("articles").to_pandas, db.table("articles").to_polars):
            with pytest.raises(ModuleNotFoundError, match=r"pip install 'tawatur\[frames\]'"):
                take()


def test_the_notebook_runs(desk: Path) -> None:
    notebook = json.loads((DOCS / "notebooks" / "story.ipynb").read_text(encoding="utf-8"))
    assert notebook["nbformat"] == 4
    cells = ["".join(cell["source"]) for cell in notebook["cells"] if cell["cell_type"] == "code"]
    names = _run(cells, _missing())
    assert names["disputed"]
    assert names["by_speaker"]


def test_a_published_day_gives_relative_times_their_value(grammar: Knowledge) -> None:
    text = "وقال المتحدث سامر الفارس أمس إن القافلة وصلت."
    days = {
        day: [time.value for time in tawatur.read_text(text, grammar, published=day).times]
        for day in (None, date(2025, 7, 6))
    }
    assert days == {None: [None], date(2025, 7, 6): ["2025-07-05"]}


def test_stories_without_a_database(grammar: Knowledge) -> None:
    texts = ["وصل الوزير سالم الراوي إلى نواكشوط والتقى الرئيس.", "أعلنت قوة الحدود مقتل خمسة مسلحين قرب كيدال."]
    readings = [tawatur.read_text(text, grammar, id=f"a{n}") for n, text in enumerate(texts)]
    stories = tawatur.build_stories(readings, grammar)
    assert sorted(article for story in stories.stories for article in story.articles) == ["a0", "a1"]


def test_adding_to_a_new_database(desk: Path, grammar: Knowledge) -> None:
    page = desk / "pages" / "05-difaf-attack-wire.txt"
    with tawatur.open_database(desk / "new.db", must_exist=False) as db:
        assert db.add([page], grammar).pages == 1
        assert db.add([page], grammar).known == 1
        assert len(db.views.stories()) == 1
    with pytest.raises(StoreError, match="there is no database"):
        tawatur.open_database(desk / "none.db")


def test_tables_as_frames(desk: Path) -> None:
    with tawatur.open_database("demo.db") as db:
        story = db.views.stories(1)[0].id
        for name in db.tables():
            data = db.table(name, story)
            assert data.to_arrow().num_rows == len(data.rows())
            # Nobody has reviewed the demo.
            assert data.rows() or name == "reviews"
        with pytest.raises(ValueError, match="there is no table"):
            db.table("nothing")


@pytest.mark.parametrize("frame", ["pandas", "polars"])
def test_frames_of_the_library(desk: Path, frame: str) -> None:
    pytest.importorskip(frame)
    with tawatur.open_database("demo.db") as db:
        data = db.table("statements")
        found = getattr(data, f"to_{frame}")()
        assert len(found) == len(data.rows())
        assert list(found.columns) == list(data.rows()[0])
