"""What an article costs that is added to a store, by how much the store holds: `python -m evaluation.growing_cost`.

The articles are those with gold stories beside the checkout, or the project's own demo pages without them, read by the
grammar alone. Nine in ten are stored and their stories built; the store is multiplied (`evaluation.multiplied`) to each
size; then the tenth is added, a few at a time, and the stories grow. All figures are processor time, and ratios within
one run. Every article is told beside its own story: what differs between the sizes is the rest of the store alone.
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from pathlib import Path

from evaluation.multiplied import ARTICLE_ID, multiply
from tawatur.ingest import read_page, rebuild_stories, update_stories
from tawatur.lexicon.bundle import Lexicons, load_lexicons
from tawatur.model import Page
from tawatur.pipeline import Knowledge
from tawatur.read import read_inputs
from tawatur.split import split_page
from tawatur.store import ReadPage, SqliteStore, open_store

# Sizes of `make bench`: the larger is sixteen times the smaller.
SIZES = (500, 2_000, 8_000)
# Articles added at once: as many as a feed brings in a round.
BATCH = 8
_BATCHES = 3
# How often the articles are multiplied to see what memory building all of their stories takes.
REBUILT = (1, 3)
# Gold articles are from three days, demo pages from a month.
_GOLD_DAYS, _DEMO_DAYS = 3, 30
_BUILT = 10


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds of processor time for one more article in a store of so many: the middle of several batches."""

    articles: int
    seconds: float


def records(shared: Path, lexicons: Lexicons) -> tuple[list[Page], int]:
    """Return articles as records, numbered, and over how many days they are spread."""
    gold = shared / "gold" / "stories_dev_articles.jsonl"
    if gold.exists():
        told = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
        pages = [
            Page(
                ARTICLE_ID.format(n),
                one["text"],
                "record",
                title=one.get("title"),
                outlet=one.get("outlet"),
                published=date.fromisoformat(one["date"]),
            )
            for n, one in enumerate(told)
        ]
        return pages, _GOLD_DAYS
    demo = read_inputs([Path(str(files("tawatur") / "demo_pages"))])
    articles = [a for page in demo if isinstance(page, Page) for a in split_page(page, lexicons).articles]
    return [
        Page(
            ARTICLE_ID.format(n),
            one.text,
            "record",
            title=one.title,
            outlet=one.outlet,
            published=one.published.first if one.published else None,
        )
        for n, one in enumerate(articles)
    ], _DEMO_DAYS


def read_all(pages: Sequence[Page], knowledge: Knowledge) -> list[ReadPage]:
    """Read pages; what cannot be read is left out."""
    found = (read_page(page, knowledge) for page in pages)
    return [read for read in found if isinstance(read, ReadPage)]


def grown_store(path: Path, base: Sequence[ReadPage], lexicons: Lexicons) -> None:
    """Store articles and build their stories at once."""
    with open_store(path) as store:
        store.put(base)
        rebuild_stories(store, lexicons)


def time_growth(store: SqliteStore, late: Sequence[ReadPage], lexicons: Lexicons) -> Cost:
    """Add articles a few at a time and let the stories grow; storing them is not counted, which costs little."""
    spent = []
    size = store.totals().articles
    for at in range(0, len(late), BATCH):
        batch = late[at : at + BATCH]
        store.put(batch)
        start = time.process_time()
        assert update_stories(store, lexicons, few=0, share=1.0) == "grown"
        spent.append((time.process_time() - start) / len(batch))
    return Cost(size, statistics.median(spent))


def costs(shared: Path, sizes: Sequence[int], lexicons: Lexicons, kept: Path | None = None) -> list[Cost]:
    """Return what one more article costs at each size, or about it: a size is a multiple of the articles there are."""
    pages, days = records(shared, lexicons)
    read = read_all(pages, Knowledge(lexicons))
    base = [one for n, one in enumerate(read) if n % _BUILT]
    late = [one for n, one in enumerate(read) if not n % _BUILT][: _BATCHES * BATCH]
    found = []
    with tempfile.TemporaryDirectory() as name:
        folder = kept or Path(name)
        small = folder / "small.db"
        if not small.exists():
            grown_store(small, base, lexicons)
        for size in sizes:
            used = Path(name) / "used.db"
            shutil.copy(_store_of(folder, size, len(base), days, lexicons), used)
            with open_store(used) as store:
                found.append(time_growth(store, late, lexicons))
            used.unlink()
    return found


def _store_of(folder: Path, size: int, base: int, days: int, lexicons: Lexicons) -> Path:
    """Return the store of about so many articles: the small one in the folder multiplied, or one that was kept."""
    made = folder / f"{size}.db"
    if not made.exists():
        shutil.copy(folder / "small.db", made)
        # Earlier copies of the news come before: what is added is the latest.
        multiply(made, max(1, round(size / base)), lexicons, -days)
    return made


def memory_of_rebuilding(shared: Path, lexicons: Lexicons) -> float:
    """Return how many KB one more article takes when all stories are built at once: the slope between two sizes."""
    pages, days = records(shared, lexicons)
    read = read_all(pages, Knowledge(lexicons))
    most, counts = [], []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with open_store(folder / "small.db") as store:
            store.put(read)
            rebuild_stories(store, lexicons)
        for times in REBUILT:
            path = _store_of(folder, times * len(read), len(read), days, lexicons)
            told = subprocess.run(
                [sys.executable, "-m", "evaluation.growing_cost", "--rebuild", str(path)],
                check=True,
                capture_output=True,
                text=True,
            )
            counts.append(times * len(read))
            most.append(int(told.stdout))
    return (most[-1] - most[0]) / (counts[-1] - counts[0])


def most_memory() -> int:
    """Return the greatest memory of this process in KB; `ru_maxrss` of a child is that of the parent at least."""
    told = Path("/proc/self/status").read_text(encoding="ascii")
    return int(re.search(r"^VmHWM:\s*(\d+) kB", told, re.MULTILINE)[1])  # type: ignore[index]


def main() -> int:
    """Print what one more article costs at each size, or the greatest memory, in KB, of building a store's stories."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.growing_cost", description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared"), help="folder with the gold data")
    parser.add_argument("--sizes", type=int, nargs="+", default=list(SIZES))
    parser.add_argument("--keep", type=Path, help="folder in which the stores are kept and looked for")
    parser.add_argument("--rebuild", type=Path, metavar="STORE", help="build the stories of a store, print the memory")
    options = parser.parse_args()
    if options.rebuild:
        with open_store(options.rebuild) as store:
            rebuild_stories(store, load_lexicons())
        print(most_memory())
        return 0
    found = costs(options.shared, options.sizes, load_lexicons(), options.keep)
    for cost in found:
        print(f"{cost.articles:7,} articles: {1000 * cost.seconds:6.1f} ms, {cost.seconds / found[0].seconds:.2f} ×")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
