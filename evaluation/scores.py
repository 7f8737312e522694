"""Run the measured commands as a user would, and score what they print with the gold data's own scorers."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

Scores = dict[str, float]

_COMMAND = (sys.executable, "-m", "tawatur.cli")


def run(arguments: tuple[str, ...], source: Path | None, target: Path) -> None:
    """Run one command, its standard input from a file and its standard output to one; a failure is raised."""
    with target.open("wb") as out:
        data = source.open("rb") if source else None
        try:
            subprocess.run([*_COMMAND, *arguments], stdin=data or subprocess.DEVNULL, stdout=out, check=True)
        finally:
            if data:
                data.close()


def readings(gold: Path, scorer: Path, work: Path) -> Scores:
    """Score `tawatur read --jsonl` on a gold file."""
    out = work / f"{gold.stem}.jsonl"
    run(("read", "--jsonl"), gold, out)
    printed = subprocess.run(
        [sys.executable, str(scorer), str(gold), str(out), "--json"], check=True, capture_output=True, text=True
    ).stdout
    found: Scores = json.loads(printed)
    return found


def stories(folder: Path, work: Path) -> Scores:
    """Score `tawatur stories --jsonl` on the gold stories: B-cubed F1 of all and of multi-article stories, copies."""
    out = work / "stories.json"
    run(("stories", "--jsonl"), folder / "stories_dev_articles.jsonl", out)
    printed = subprocess.run(
        [sys.executable, str(folder / "score_stories.py"), str(folder / "stories_dev.json"), str(out)],
        check=True, capture_output=True, text=True,
    ).stdout  # fmt: skip
    names = {"stories": "stories.f1", "stories, multi": "stories.multi", "reprints": "stories.copies"}
    rows = (re.match(r"(stories, multi|stories|reprints)\s.*?F1 ([\d.]+)", line) for line in printed.splitlines())
    return {names[row[1]]: float(row[2]) for row in rows if row}


def pages(folder: Path, work: Path) -> Scores:
    """Score `tawatur split --json` on the gold pages: roles, roles with article, article counts, dates."""
    arguments = []
    for page in sorted(folder.glob("page_*.txt")):
        out = work / f"{page.stem}.json"
        run(("split", "--json", str(page)), None, out)
        arguments.append(f"{page.name}={out}")
    printed = subprocess.run(
        [sys.executable, str(folder / "score_blocks.py"), str(folder / "gold_blocks.json"), *arguments],
        check=True, capture_output=True, text=True,
    ).stdout  # fmt: skip
    roles = re.search(r"roles ([\d.]+)\s+roles\+article ([\d.]+).*article counts (\d+) of", printed)
    dates = re.search(r"exact (\d+), .*inside (\d+), wrong (\d+), of", printed)
    if roles is None or dates is None:
        raise ValueError(f"the scorer of pages printed what is not known here:\n{printed}")
    return {
        "pages.roles": float(roles[1]),
        "pages.roles+article": float(roles[2]),
        "pages.counts": float(roles[3]),
        "pages.dates.exact": float(dates[1]),
        "pages.dates.inside": float(dates[2]),
        "pages.dates.right": -float(dates[3]),
    }


def all_scores(shared: Path, work: Path) -> Scores:
    """Score everything on the gold data below `shared`; intermediate files go to `work`."""
    gold = shared / "gold"
    scores = {f"dev.{k}": v for k, v in readings(gold / "dev.jsonl", gold / "score_readings.py", work).items()}
    scores |= {f"train.{k}": v for k, v in readings(gold / "train.jsonl", gold / "score_readings.py", work).items()}
    return scores | stories(gold, work) | pages(shared / "pages", work)
