"""What an article costs that is added to a store, by how much the store holds: `python -m evaluation.growing_cost`.

The articles are those with gold stories beside the checkout, or the project's own demo pages without them, read by the
grammar alone. Nine in ten are stored and their stories built; the store is multiplied (`evaluation.multiplied`) to each
size; then the tenth is added, a few at a time, and the stories grow. All figures are processor time, and ratios within
one run. Every article is told beside its own story: what differs between the sizes is the rest of the store alone.
"""

from __future__ import annotations

import argparse
import json
import shutil
import statistics
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
    late = [one for n, one in enumerate(read) if not n % _BUILT]
    found = []
    with tempfile.TemporaryDirectory() as name:
        folder = kept or Path(name)
        small = folder / "small.db"
        if not small.exists():
            grown_store(small, base, lexicons)
        for size in sizes:
            made = folder / f"{size}.db"
            if not made.exists():
                shutil.copy(small, made)
                # Earlier copies of the news come before: what is added is the latest.
                multiply(made, max(1, round(size / len(base))), lexicons, -days)
            used = folder / "used.db"
            shutil.copy(made, used)
            with open_store(used) as store:
                found.append(time_growth(store, late, lexicons))
            used.unlink()
    return found


def main() -> int:
    """Print what one more article costs at each size."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.growing_cost", description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared"), help="folder with the gold data")
    parser.add_argument("--sizes", type=int, nargs="+", default=list(SIZES))
    parser.add_argument("--keep", type=Path, help="folder in which the stores are kept and looked for")
    options = parser.parse_args()
    for cost in costs(options.shared, options.sizes, load_lexicons(), options.keep):
        print(f"{cost.articles:7,} articles: {1000 * cost.seconds:6.1f} ms")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
