"""`make bench`: what reading costs, as ratios within one run, so that a slow or busy machine tells the same story.

The measure is the preparation of a text (sentences, words, quotations): every stage is given as a multiple of it. The
texts are the gold articles beside the checkout, or the project's own demo pages without them.
"""

from __future__ import annotations

import argparse
import json
import resource
import statistics
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

from evaluation.search_speed import ARTICLES, time_search
from tawatur.annotate.figures import find_figures
from tawatur.annotate.names import find_names
from tawatur.annotate.times import find_times
from tawatur.attribute import attribute
from tawatur.events import code_events
from tawatur.lexicon.bundle import Lexicons, load_lexicons
from tawatur.model import Annotation, Article, Page, Published
from tawatur.read import read_inputs
from tawatur.split import split_page
from tawatur.text.prepared import prepare

ROUNDS = 5


def texts(shared: Path, lexicons: Lexicons) -> list[Article]:
    """Return the articles to time: gold ones, else those of the demo pages."""
    gold = shared / "gold" / "train.jsonl"
    if gold.exists():
        records = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
        return [
            Article(r["id"], r["text"], published=Published(d := date.fromisoformat(r["date"]), d, "given"))
            for r in records
        ]
    demo = Path(__file__).parents[1] / "src" / "tawatur" / "demo_pages"
    pages = [page for page in read_inputs([demo]) if isinstance(page, Page)]
    return [article for page in pages for article in split_page(page, lexicons).articles]


def seconds(work: Callable[[], object]) -> float:
    """Return the processor time of the middle of several rounds of some work."""
    spent = []
    for _ in range(ROUNDS):
        start = time.process_time()
        work()
        spent.append(time.process_time() - start)
    return statistics.median(spent)


def stages(articles: list[Article], lexicons: Lexicons) -> dict[str, float]:
    """Return the seconds that each stage takes over all the articles."""
    prepared = [prepare(a.text) for a in articles]
    names = [find_names(p, lexicons.names) for p in prepared]
    times = [find_times(p, a.published, lexicons.times) for p, a in zip(prepared, articles, strict=True)]
    figures = [find_figures(p, t, n[0], lexicons.figures) for p, t, n in zip(prepared, times, names, strict=True)]
    notes = [Annotation(n[0], n[1], t, f) for n, t, f in zip(names, times, figures, strict=True)]
    said = [attribute(p, a, lexicons) for p, a in zip(prepared, notes, strict=True)]
    whole = [replace(a, entities=s[1]) for a, s in zip(notes, said, strict=True)]
    return {
        "prepare": seconds(lambda: [prepare(a.text) for a in articles]),
        "names": seconds(lambda: [find_names(p, lexicons.names) for p in prepared]),
        "times": seconds(
            lambda: [find_times(p, a.published, lexicons.times) for p, a in zip(prepared, articles, strict=True)]
        ),
        "figures": seconds(
            lambda: [find_figures(p, t, n[0], lexicons.figures) for p, t, n in zip(prepared, times, names, strict=True)]
        ),
        "statements": seconds(lambda: [attribute(p, a, lexicons) for p, a in zip(prepared, notes, strict=True)]),
        "events": seconds(
            lambda: [code_events(p, a, s[0], lexicons) for p, a, s in zip(prepared, whole, said, strict=True)]
        ),
    }


def main() -> None:
    """Print the cost of every stage beside that of preparation, and the peak of memory."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.bench", description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared"), help="folder with the gold data")
    options = parser.parse_args()
    start = time.process_time()
    lexicons = load_lexicons()
    loading = time.process_time() - start
    articles = texts(options.shared, lexicons)
    spent = stages(articles, lexicons)
    total = sum(spent.values())
    print(f"{len(articles)} articles, {sum(len(a.text) for a in articles):,} characters, median of {ROUNDS} rounds")
    for name, value in spent.items():
        print(f"  {name:12s} {value / spent['prepare']:7.2f} × prepare   {100 * value / total:5.1f} %")
    print(f"  {'reading':12s} {total / spent['prepare']:7.2f} × prepare   {len(articles) / total:6.0f} articles/s/core")
    found = time_search(articles)
    print(
        f"  a warm search of {ARTICLES:,} articles {1000 * found.ours:.1f} ms, raw FTS5 {1000 * found.raw:.1f} ms:"
        f" {found.ours / found.raw:.1f} ×"
    )
    print(f"  lexicons load in {loading / (total / len(articles)):.0f} × the reading of one article")
    print(f"  peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()
