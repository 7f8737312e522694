"""The documentation names what the code has: every value of the model, every stage, every folder."""

from __future__ import annotations

import re
from pathlib import Path

import tawatur.model
from tawatur.pipeline import STAGES

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"


def test_the_data_model_names_every_value() -> None:
    text = (DOCS / "data-model.md").read_text(encoding="utf-8")
    missing = [name for name in tawatur.model.__all__ if f"`{name}`" not in text]
    assert not missing


def test_the_architecture_names_every_stage_and_folder() -> None:
    text = (DOCS / "architecture.md").read_text(encoding="utf-8")
    folders = [p.name for p in (ROOT / "src/tawatur").iterdir() if (p / "__init__.py").exists()]
    assert folders
    assert [f for f in (*folders, *(s.name for s in STAGES)) if f"`{f}/`" not in text and f not in text] == []


def test_every_link_between_documents_leads_somewhere() -> None:
    for document in (*DOCS.glob("*.md"), ROOT / "README.md"):
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", document.read_text(encoding="utf-8")):
            assert (document.parent / target).exists(), f"{document.name} links to {target}"
