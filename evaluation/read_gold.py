"""Read a gold file's articles in this process and score them: quick looks while working on one stage."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from tawatur.lexicon.bundle import load_lexicons
from tawatur.pipeline import read_article
from tawatur.views.contract import article_of_line, json_line, reading_record


def main(gold: Path, *options: str) -> None:
    """Print the scores of the gold file `gold`; options go to the scorer (--errors 20)."""
    lexicons = load_lexicons()
    with tempfile.NamedTemporaryFile("wb", suffix=".jsonl") as out:
        for number, line in enumerate(gold.read_bytes().splitlines(), 1):
            out.write(json_line(reading_record(read_article(article_of_line(line, number), lexicons))))
        out.flush()
        scorer = gold.parent / "score_readings.py"
        subprocess.run([sys.executable, str(scorer), str(gold), out.name, *options], check=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:])
