"""Every module that a document or the head of a data file tells to run exists and can be run."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
_RUN = re.compile(r"python3? -m ((?:tawatur|evaluation)[\w.]*\w)")
_BUILT = re.compile(r"\bbuilt by (?!`python -m )", re.IGNORECASE)


def _sources() -> list[Path]:
    data = ROOT / "src" / "tawatur" / "lexicon" / "data"
    texts = [
        *ROOT.glob("*.md"),
        *(ROOT / "docs").rglob("*.md"),
        *data.glob("*.tsv"),
        *(ROOT / "evaluation").rglob("*.py"),
    ]
    return sorted([*texts, *(ROOT / "src").rglob("*.py"), ROOT / "Makefile"])


def _file(module: str) -> Path:
    path = (ROOT if module.startswith("evaluation") else ROOT / "src") / Path(*module.split("."))
    return path / "__main__.py" if path.is_dir() else path.with_suffix(".py")


def _named() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for source in _sources():
        for module in _RUN.findall(source.read_text(encoding="utf-8")):
            found.setdefault(module, []).append(str(source.relative_to(ROOT)))
    return found


def test_modules_are_named() -> None:
    assert {"tawatur.lexicon.build", "tawatur.lexicon.build.places", "evaluation.data_cards"} <= _named().keys()


@pytest.mark.parametrize(("module", "told_in"), sorted(_named().items()))
def test_the_module_is_there_and_can_be_run(module: str, told_in: list[str]) -> None:
    path = _file(module)
    assert path.is_file(), f"{', '.join(told_in)}: no module {module}"
    assert path.name == "__main__.py" or '__name__ == "__main__"' in path.read_text(encoding="utf-8"), module


def test_a_table_that_was_built_tells_the_command() -> None:
    for path in (ROOT / "src" / "tawatur" / "lexicon" / "data").glob("*.tsv"):
        head = " ".join(line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("#"))
        assert not _BUILT.search(head), f"{path.name}: say by which command it is built"


def test_no_source_is_kept_out_of_the_repository() -> None:
    """A pattern of .gitignore without a slash before it would leave out folders of that name anywhere."""
    patterns = (ROOT / ".gitignore").read_text(encoding="utf-8").split()
    folders = {p.name for p in (ROOT / "src").rglob("*") if p.is_dir() and p.name != "__pycache__"}
    assert not [p for p in patterns if p.rstrip("/") in folders]
