"""What reading, building and growing cost on a real corpus, by its size: `python -m evaluation.corpus_cost`.

The articles of a file of JSON lines (`id`, `text`, `title`, `outlet`, `url`, `date`; gzipped or not) are read by the
grammar alone in order of days and kept, read, in a folder, so that another run goes on from there. For each size a
store of the first so many is built in a process of its own, whose greatest memory is told, and then some of the next
articles are added, a few at a time. All times are processor time; what counts on a busy machine is their ratio to
reading.
"""

from __future__ import annotations

import argparse
import gzip
import json
import pickle
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import date
from itertools import islice
from pathlib import Path

from evaluation.growing_cost import BATCH, most_memory, time_growth
from tawatur.ingest import read_page, rebuild_stories
from tawatur.lexicon.bundle import Lexicons, load_lexicons
from tawatur.model import Page
from tawatur.pipeline import Knowledge
from tawatur.store import ReadPage, open_store

# What is kept of the reading at a time, and how many articles are added to each store.
_PART = 500
_LATE = 3 * BATCH


# Read pages and the seconds of processor time that reading them took.
Part = tuple[tuple[ReadPage, ...], float]


def records(corpus: Path) -> list[Page]:
    """Return the articles of a file of JSON lines in order of days, those without a day first."""
    with gzip.open(corpus, "rt", encoding="utf-8") if corpus.suffix == ".gz" else corpus.open(encoding="utf-8") as file:
        told = sorted((json.loads(line) for line in file), key=lambda one: (one.get("date") or "", one["id"]))
    return [
        Page(
            one["id"],
            one["text"],
            "record",
            title=one.get("title"),
            outlet=one.get("outlet"),
            url=one.get("url"),
            published=date.fromisoformat(one["date"]) if one.get("date") else None,
        )
        for one in told
    ]


def read_parts(corpus: Path, most: int, folder: Path, lexicons: Lexicons) -> Iterator[Part]:
    """Yield the first `most` articles read, in parts; parts that the folder holds are not read again."""
    pages = records(corpus)[:most]
    knowledge = Knowledge(lexicons)
    for at in range(0, len(pages), _PART):
        kept = folder / f"read-{at:06}.pickle"
        if not kept.exists():
            began = time.process_time()
            found = (read_page(page, knowledge) for page in pages[at : at + _PART])
            read = tuple(one for one in found if isinstance(one, ReadPage))
            kept.write_bytes(pickle.dumps((read, time.process_time() - began)))
        yield pickle.loads(kept.read_bytes())


def build(path: Path) -> None:
    """Build the stories of a store and print the seconds of processor time and the greatest memory in KB."""
    lexicons = load_lexicons()
    with open_store(path) as store:
        began = time.process_time()
        rebuild_stories(store, lexicons)
        print(time.process_time() - began, most_memory())


def measure(corpus: Path, size: int, folder: Path, lexicons: Lexicons) -> str:
    """Return what a store of the first `size` articles costs, in words."""
    path = folder / f"{size}.db"
    path.unlink(missing_ok=True)
    parts = tuple(read_parts(corpus, size + _PART, folder, lexicons))
    pages = [page for read, _ in parts for page in read]
    reading = sum(seconds for _, seconds in parts) / len(pages)
    with open_store(path) as store:
        for at in range(0, size, _PART):
            store.put(pages[at : min(at + _PART, size)])
    late = list(islice(pages, size, size + _LATE))
    del parts, pages
    command = [sys.executable, "-m", "evaluation.corpus_cost", "--build", str(path)]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
    seconds, memory = float(told[0]), int(told[1])
    with open_store(path) as store:
        grown = time_growth(store, late, lexicons).seconds
    return (
        f"{size:7,} articles: read {1000 * reading:.1f} ms each; built {1000 * seconds / size:.1f} ms each,"
        f" {seconds / size / reading:.2f} × reading, {memory / 1024:,.0f} MB at most;"
        f" one more {1000 * grown:.0f} ms, {grown / reading:.1f} × reading"
    )


def main() -> int:
    """Print the costs at each size."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.corpus_cost", description=__doc__)
    parser.add_argument("--corpus", type=Path, default=Path("../shared/corpora/saudinewsnet.jsonl.gz"))
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 5_000])
    parser.add_argument(
        "--keep", type=Path, default=Path("out/corpus-cost"), help="folder of what was read, and of stores"
    )
    parser.add_argument(
        "--build", type=Path, metavar="STORE", help="build the stories of a store, print time and memory"
    )
    options = parser.parse_args()
    if options.build:
        build(options.build)
        return 0
    options.keep.mkdir(parents=True, exist_ok=True)
    lexicons = load_lexicons()
    for size in options.sizes:
        print(measure(options.corpus, size, options.keep, lexicons), flush=True)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
