"""Score the grouping on judged stories of other days: `python -m evaluation.judged_stories [--shared ../shared]`.

The articles of `judged/stories.tsv` are taken from the SaudiNewsNet corpus and given to `tawatur stories --jsonl`,
set by set; the groups are scored by the gold data's own scorer.
"""

from __future__ import annotations

import argparse
import gzip
import json
import subprocess
import sys
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from evaluation.scores import run

_JUDGED = Path(__file__).parent / "judged" / "stories.tsv"

Stories = list[list[str]]


def judged(path: Path = _JUDGED) -> Mapping[str, Stories]:
    """Return the judged stories of each set: the ids of their articles."""
    sets: dict[str, Stories] = defaultdict(list)
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    for line in lines[1:]:
        name, _, _, ids = line.split("\t")
        sets[name].append(ids.split())
    return sets


def score(stories: Stories, articles: Mapping[str, str], scorer: Path, work: Path) -> str:
    """Return the scorer's lines on stories for one set; `articles` are lines of the corpus by id."""
    source, gold, out = work / "articles.jsonl", work / "gold.json", work / "out.json"
    source.write_text("".join(articles[ident] for ids in stories for ident in ids), encoding="utf-8")
    gold.write_text(json.dumps({"clusters": [{"ids": ids} for ids in stories], "reprints": []}), encoding="utf-8")
    run(("stories", "--jsonl"), source, out)
    printed = subprocess.run(
        [sys.executable, str(scorer), str(gold), str(out)], check=True, capture_output=True, text=True
    ).stdout
    return "\n".join(line for line in printed.splitlines() if line.startswith("stories"))


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the scores of every set."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    shared: Path = parser.parse_args(arguments).shared
    sets = judged()
    wanted = {ident for stories in sets.values() for ids in stories for ident in ids}
    with gzip.open(shared / "corpora" / "saudinewsnet.jsonl.gz", "rt", encoding="utf-8") as lines:
        articles = {ident: line for line in lines if (ident := json.loads(line)["id"]) in wanted}
    with TemporaryDirectory() as work:
        for name, stories in sets.items():
            print(name, score(stories, articles, shared / "gold" / "score_stories.py", Path(work)), sep="\n")


if __name__ == "__main__":
    main()
