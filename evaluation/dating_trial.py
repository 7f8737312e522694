"""Try dating without markup: `python -m evaluation.dating_trial [--size 2000] [--half a|b|fresh] [--wrong]`.

Articles of the SaudiNewsNet corpus are given as plain pages of title and text, without date, address and outlet; the
days that the splitter states are compared with the corpus's day (that of fetching, mostly that of publication, so two
days either way count as inside). The sample is drawn with a fixed seed and halved with another: rules are chosen by
looking at half a, half b is for measuring; "fresh" is as many articles as a half that are in neither, drawn once half b
had been measured often. Nothing counted in any is shipped. An interval with one open end is
stated, and told apart from one with both: the day of reading, which would close it, is not used here.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from statistics import median

from tawatur.lexicon.bundle import Lexicons, load_lexicons
from tawatur.model import Page, Published
from tawatur.split import split_page
from tawatur.text.prepared import prepare
from tawatur.timex.find import find_expressions

CORPUS = Path(__file__).resolve().parents[2] / "shared" / "corpora" / "saudinewsnet.jsonl.gz"
SEED = 20150721  # the corpus's first day; any fixed number would do
HALVES = 4711  # the seed that halves the sample
FRESH = 1122  # the seed that draws the articles of neither half
_SLACK = timedelta(days=2)  # the corpus gives the day of fetching
_RELATIVE = frozenset({"weekday", "day", "unit", "stretch", "offset", "weekend"})
# Expressions that name a year, or a day or month by their name.
_DATED = frozenset({"date", "interval", "season", "decade", "fraction"})


# Widths by which closed intervals are counted, in days.
_WIDTHS = {"a week": 7, "a month": 31, "a year": 366, "five years": 1827}
_WIDER = "wider"


@dataclass(frozen=True)
class Trial:
    """One article's day, what its text holds («dated», «relative», «») and what was stated of it."""

    id: str
    day: date
    holds: str
    stated: Published | None

    @property
    def inside(self) -> bool:
        """Whether a stated interval holds the day, two days either way."""
        if self.stated is None:
            return False
        first, last = self.stated.first, self.stated.last
        return (first is None or first <= self.day + _SLACK) and (last is None or last >= self.day - _SLACK)

    @property
    def width(self) -> int | None:
        """Days from the first to the last, None where an end is open."""
        if self.stated is None or self.stated.first is None or self.stated.last is None:
            return None
        return (self.stated.last - self.stated.first).days + 1


def sample(size: int, path: Path = CORPUS) -> list[dict[str, str]]:
    """Return articles of the corpus drawn with a fixed seed, in the corpus's order."""
    articles = _corpus(path)
    return [articles[at] for at in _drawn(size, len(articles))]


def fresh(size: int, path: Path = CORPUS) -> list[dict[str, str]]:
    """Return half as many articles as a sample has, none of them in the sample of 2,000 nor in this one."""
    articles = _corpus(path)
    seen = {*_drawn(size, len(articles)), *_drawn(2000, len(articles))}
    rest = [at for at in range(len(articles)) if at not in seen]
    return [articles[at] for at in sorted(random.Random(FRESH).sample(rest, min(size // 2, len(rest))))]


def _corpus(path: Path) -> list[dict[str, str]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def _drawn(size: int, count: int) -> list[int]:
    return sorted(random.Random(SEED).sample(range(count), min(size, count)))


def half(articles: list[dict[str, str]], which: str) -> list[dict[str, str]]:
    """Return one half of a sample, "a" or "b", drawn with a fixed seed, or the whole for ""."""
    order = list(range(len(articles)))
    random.Random(HALVES).shuffle(order)
    mine = {"a": order[: len(order) // 2], "b": order[len(order) // 2 :], "": order}[which]
    return [articles[at] for at in sorted(mine)]


def try_article(article: dict[str, str], lexicons: Lexicons) -> Trial:
    """Split one article's title and text as a page, and keep what is stated of its day."""
    split = split_page(Page(article["id"], f"{article['title']}\n\n{article['text']}"), lexicons)
    stated = split.articles[0].published if split.articles else None
    kinds = {expression.kind for expression in find_expressions(prepare(article["text"]), lexicons.times)}
    holds = "dated" if kinds & _DATED else "relative" if kinds & _RELATIVE else ""
    return Trial(article["id"], date.fromisoformat(article["date"]), holds, stated)


def figures(trials: Sequence[Trial]) -> Iterator[tuple[str, str]]:
    """Yield the figures of a trial, each with its name."""
    for what in ("dated", "relative", ""):
        mine = [trial for trial in trials if trial.holds == what]
        stated = [trial for trial in mine if trial.stated]
        held = sum(trial.inside for trial in stated)
        name = what or "neither"
        yield name, f"{len(mine)} articles, {len(stated)} with an interval, {held} of them hold the day"
    telling = [trial for trial in trials if trial.holds]
    stated = [trial for trial in telling if trial.stated]
    yield "stated", f"{len(stated) / max(1, len(telling)):.3f} of the articles with a dated or relative expression"
    yield "inside", f"{sum(trial.inside for trial in stated) / max(1, len(stated)):.3f} of the stated intervals"
    yield "inside of all", f"{sum(trial.inside for trial in telling) / max(1, len(telling)):.3f}"
    single = [trial for trial in trials if trial.stated and trial.stated.day]
    wrong = sum(not trial.inside for trial in single)
    yield "single days", f"{len(single)}, wrong {wrong} ({wrong / max(1, len(single)):.3f})"
    closed = [trial for trial in stated if trial.width is not None]
    widths = [trial.width for trial in closed if trial.width is not None]
    held = sum(trial.inside for trial in closed)
    share = len(closed) / max(1, len(telling))
    yield "both ends", f"{share:.3f} of them all, {held} of {len(closed)} hold the day, median {_middle(widths)} days"
    classes = Counter(_width_class(width) for width in widths)
    yield "of width", ", ".join(f"{name} {classes[name]}" for name in [*_WIDTHS, _WIDER])
    since = [(trial.day - trial.stated.first).days for trial in stated if trial.stated and trial.stated.first]
    yield "lower ends", f"{len(since)}, median {_middle(since)} days before the day"


def _middle(values: Sequence[int]) -> float:
    return median(values) if values else 0


def _width_class(width: int) -> str:
    return next((name for name, days in _WIDTHS.items() if width <= days), _WIDER)


def main() -> None:
    """Run the trial and print its figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=int, default=2000)
    parser.add_argument(
        "--half", choices=("a", "b", "fresh"), default="", help="one half of the sample only, or neither"
    )
    parser.add_argument("--wrong", action="store_true", help="print every interval that excludes the day, with reasons")
    args = parser.parse_args()
    lexicons = load_lexicons()
    articles = fresh(args.size) if args.half == "fresh" else half(sample(args.size), args.half)
    trials = [try_article(article, lexicons) for article in articles]
    for name, figure in figures(trials):
        print(f"{name:18} {figure}")
    for trial in trials if args.wrong else ():
        if trial.stated and not trial.inside:
            print(trial.id, trial.day, trial.stated.first, trial.stated.last, trial.stated.basis, trial.stated.reasons)


if __name__ == "__main__":
    main()
