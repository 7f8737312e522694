"""Read a gold file's articles in this process and score them: quick looks while working on one stage."""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

from tawatur.pipeline import load_knowledge, read_article
from tawatur.views.contract import article_of_line, json_line, reading_record


def main(gold: Path, *options: str) -> None:
    """Print the scores of the gold file `gold`; options go to the scorer (--errors 20).

    `--model FOLDER` reads with the tagger in that folder, `--grammar-alone` without one.
    """
    parser = argparse.ArgumentParser(allow_abbrev=False)
    parser.add_argument("--model", type=Path)
    parser.add_argument("--grammar-alone", action="store_true")
    chosen, passed_on = parser.parse_known_args(options)
    knowledge = load_knowledge(chosen.model, grammar_alone=chosen.grammar_alone)
    with tempfile.NamedTemporaryFile("wb", suffix=".jsonl") as out:
        for number, line in enumerate(gold.read_bytes().splitlines(), 1):
            out.write(json_line(reading_record(read_article(article_of_line(line, number), knowledge))))
        out.flush()
        scorer = gold.parent / "score_readings.py"
        subprocess.run([sys.executable, str(scorer), str(gold), out.name, *passed_on], check=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:])
