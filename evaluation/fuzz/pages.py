"""Fuzz reading and splitting: `python -m evaluation.fuzz.pages [FOLDER] -max_total_time=600`, with atheris installed.

Atheris is no dependency: `python -m venv X && X/bin/pip install atheris`, and run with X's Python and the project's
packages on PYTHONPATH. FOLDER takes the inputs that reach new code; the written pages of the tests are where it starts.
An input fails that raises, takes more than two seconds of processor time, or gives spans that do not hold their words.
"""

from __future__ import annotations

import importlib
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

TESTS = Path(__file__).resolve().parents[2] / "tests" / "split"
_MOST_SECONDS = 2.0
_MOST_BYTES = 6_000  # longer inputs only repeat what shorter ones reach


class SlowPageError(Exception):
    """A page took longer than any page of its size may."""


def check_bytes(raw: bytes, split: Any, read: Any, lexicons: Any) -> None:
    """Read and split one input; raises whatever the program raises, and SlowPageError or AssertionError by itself."""
    began = time.process_time()
    page = read(raw, "page.html" if raw[:1] == b"<" else "page.txt")
    if hasattr(page, "media"):
        found = split(page, lexicons)
        for article in found.articles:
            for anchor in article.credits:
                assert anchor.exact, anchor
            for piece in article.pieces:
                assert piece.article.end <= len(article.text), piece
    if time.process_time() - began > _MOST_SECONDS:
        raise SlowPageError(f"{len(raw)} bytes took {time.process_time() - began:.1f} s")


def seeds(folder: Path) -> None:
    """Write the written pages of the tests into a folder, from where fuzzing starts."""
    for path in (*TESTS.glob("pages/*.txt"), *TESTS.glob("web/*.html")):
        (folder / path.name).write_bytes(path.read_bytes()[:_MOST_BYTES])


def main() -> None:
    """Start atheris on reading and splitting; its own options pass through."""
    atheris: Any = importlib.import_module("atheris")
    with atheris.instrument_imports(include=["tawatur.split", "tawatur.read"]):
        from tawatur.lexicon.bundle import load_lexicons
        from tawatur.read import read_bytes
        from tawatur.split import split_page
    lexicons = load_lexicons()
    folder = tempfile.mkdtemp(prefix="tawatur-seeds-")
    seeds(Path(folder))
    arguments = [*sys.argv, folder, f"-max_len={_MOST_BYTES}"]
    atheris.Setup(arguments, lambda raw: check_bytes(raw, split_page, read_bytes, lexicons))
    atheris.Fuzz()


if __name__ == "__main__":
    main()
