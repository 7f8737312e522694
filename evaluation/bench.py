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

from evaluation.growing_cost import SIZES, costs, memory_of_rebuilding
from evaluation.page_speed import ARTICLES as PAGE_ARTICLES
from evaluation.page_speed import time_story_page
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
from tawatur.tagger import TaggedText, Tagger, load_tagger
from tawatur.text.prepared import prepare

ROUNDS = 3
# Articles that are timed, spread over all there are: a run stays within minutes.
ARTICLES_TIMED = 48


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


def stages(articles: list[Article], lexicons: Lexicons, tagger: Tagger | None) -> dict[str, float]:
    """Return the seconds that each stage takes over all the articles, with the tagger or by the grammar alone."""
    prepared = [prepare(a.text) for a in articles]
    spent = {"prepare": seconds(lambda: [prepare(a.text) for a in articles])}
    tags: list[TaggedText | None] = [None] * len(articles)
    if tagger is not None:
        spent["bare pass"] = seconds(lambda: [tagger.tag(p) for p in prepared])

    def again() -> list[TaggedText | None]:
        # Each stage starts from tags of which nothing was asked yet, as in reading.
        return [replace(t, _role_cache={}) if t is not None else None for t in tags]

    if tagger is not None:
        tags = [tagger.tag(p) for p in prepared]
    names = [find_names(p, lexicons.names, t) for p, t in zip(prepared, tags, strict=True)]
    times = [find_times(p, a.published, lexicons.times) for p, a in zip(prepared, articles, strict=True)]
    figures = [find_figures(p, t, n[0], lexicons.figures) for p, t, n in zip(prepared, times, names, strict=True)]
    notes = [Annotation(n[0], n[1], t, f) for n, t, f in zip(names, times, figures, strict=True)]
    said = [attribute(p, a, lexicons, t) for p, a, t in zip(prepared, notes, tags, strict=True)]
    whole = [replace(a, entities=s[1]) for a, s in zip(notes, said, strict=True)]
    spent["names"] = seconds(lambda: [find_names(p, lexicons.names, t) for p, t in zip(prepared, again(), strict=True)])
    spent["times"] = seconds(
        lambda: [find_times(p, a.published, lexicons.times) for p, a in zip(prepared, articles, strict=True)]
    )
    spent["figures"] = seconds(
        lambda: [find_figures(p, t, n[0], lexicons.figures) for p, t, n in zip(prepared, times, names, strict=True)]
    )
    spent["statements"] = seconds(
        lambda: [attribute(p, a, lexicons, t) for p, a, t in zip(prepared, notes, again(), strict=True)]
    )
    spent["events"] = seconds(
        lambda: [
            code_events(p, a, s[0], lexicons, t, article.published)
            for p, a, s, t, article in zip(prepared, whole, said, again(), articles, strict=True)
        ]
    )
    return spent


def tell(title: str, articles: list[Article], spent: dict[str, float]) -> None:
    """Print the stages as multiples of preparation, and the articles a second and core."""
    total = sum(spent.values())
    print(f"{title}: {len(articles) / total:.1f} articles/s/core")
    for name, value in spent.items():
        print(f"  {name:12s} {value / spent['prepare']:7.2f} × prepare   {100 * value / total:5.1f} %")


def dateparser_seconds(articles: list[Article]) -> float:
    """Return what a general date parser takes to look for dates in the same texts, in one round: it is slow."""
    from dateparser.search import search_dates

    start = time.process_time()
    for article in articles:
        search_dates(article.text, languages=["ar"])
    return time.process_time() - start


def main() -> None:
    """Print the cost of every stage beside that of preparation, and the peak of memory."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.bench", description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared"), help="folder with the gold data")
    options = parser.parse_args()
    start = time.process_time()
    lexicons = load_lexicons()
    loading = time.process_time() - start
    every = texts(options.shared, lexicons)
    articles = every[:: max(1, len(every) // ARTICLES_TIMED)]
    start = time.process_time()
    tagger = load_tagger()
    tagger_loading = time.process_time() - start
    print(f"{len(articles)} articles, {sum(len(a.text) for a in articles):,} characters, median of {ROUNDS} rounds")
    alone = stages(articles, lexicons, None)
    tell("grammar alone", articles, alone)
    total = sum(alone.values())
    if tagger is not None:
        spent = stages(articles, lexicons, tagger)
        tell("with the tagger", articles, spent)
        bare = len(articles) / spent["bare pass"]
        share = spent["bare pass"] / sum(spent.values())
        print(f"  bare tagger pass {bare:.1f} articles/s/core: reading is {share:.2f} × as fast")
        print(f"  the tagger loads in {tagger_loading:.2f} s of processor time")
    some = articles[:10]
    times = alone["times"] * len(some) / len(articles)
    print(f"  times: dateparser's search takes {dateparser_seconds(some) / times:.0f} × as long, and knows no Hijri")
    found = time_search(articles)
    print(
        f"  a warm search of {ARTICLES:,} articles {1000 * found.ours:.1f} ms, raw FTS5 {1000 * found.raw:.1f} ms:"
        f" {found.ours / found.raw:.1f} ×"
    )
    page = time_story_page(lexicons)
    print(
        f"  the page of a story of {PAGE_ARTICLES} articles {1000 * page.story:.0f} ms ({page.size // 1024} kB),"
        f" an empty page {1000 * page.empty:.0f} ms: {page.story / page.empty:.0f} ×"
    )
    told = costs(options.shared, SIZES, lexicons)
    more = told[0].seconds / (total / len(articles))
    print(f"  an article more in a store of {told[0].articles:,}: its stories take {more:.1f} × its reading by grammar")
    for cost in told[1:]:
        print(f"  … to {cost.articles:,}: {cost.seconds / told[0].seconds:.2f} × as long")
    print(f"  all stories built at once: {memory_of_rebuilding(options.shared, lexicons):.0f} KB an article")
    print(f"  lexicons load in {loading / (total / len(articles)):.0f} × the reading of one article")
    print(f"  peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()
