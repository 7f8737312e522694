"""Score the splitting of written web pages, beside other tools: `python -m evaluation.pages [--tools] [--errors]`.

The pages of `tests/split/web` are HTML as the web has it, each with the role of every visible line, its articles and
their dates. Lines are compared through their words, so that another cutting into blocks is no error in itself.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from tawatur.lexicon.bundle import Lexicons, load_lexicons
from tawatur.model import Page, SplitPage
from tawatur.read import read_bytes
from tawatur.split import split_page

FOLDER = Path(__file__).resolve().parents[1] / "tests" / "split" / "web"
_WORD = re.compile(r"\w+")
_MOST_OF = 0.9  # of a line's words must have the role, so that a mark cut off with its neighbour is no error
_PASSED_BY = frozenset({"furniture", "hidden"})  # what a splitter may leave out altogether
_NEUTRAL = frozenset({"headline", "subhead"})  # tools differ on whether titles are text: neither asked for nor punished


@dataclass(frozen=True)
class WebPage:
    """A page's bytes and its gold: every line as (role, article, text), and what is true of its articles."""

    name: str
    raw: bytes
    lines: tuple[tuple[str, int | None, str], ...]
    facts: dict[str, Any]


@dataclass(frozen=True)
class PageScore:
    """How one page was split: lines right by role and by role and article, of how many; what was wrong."""

    name: str
    lines: int
    roles: int
    both: int
    articles: int
    exact: int
    same_count: bool
    dates: int
    dates_told: int
    outlet: bool
    body: tuple[int, int, int]
    errors: tuple[str, ...]


def web_pages(folder: Path = FOLDER) -> list[WebPage]:
    """Return the gold pages in order of name."""
    pages = []
    for path in sorted(folder.glob("*.html")):
        facts = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        lines = tuple((role, article, text) for role, article, text in facts.pop("lines"))
        pages.append(WebPage(path.stem, path.read_bytes(), lines, facts))
    return pages


def words(text: str) -> list[str]:
    """Return the words of a text, marks and spaces left out."""
    return _WORD.findall(text)


def overlap(gold: Sequence[str], got: Sequence[str], neutral: Sequence[str] = ()) -> tuple[int, int, int]:
    """Return words in common, words of gold, words got; of what was got, neutral words not in gold are left out."""
    want, have = Counter(gold), Counter(got)
    common = want & have
    spare = (have - want) & Counter(neutral)
    return common.total(), want.total(), have.total() - spare.total()


def f1(common: int, gold: int, got: int) -> float:
    """Return the harmonic mean of precision and recall, 1 where nothing was to be found and nothing was."""
    return 2 * common / (gold + got) if gold + got else 1.0


def _labels(page: WebPage, split: SplitPage) -> list[list[tuple[str, int | None]]]:
    """Return, per gold line, what the splitter says of each of its words it kept."""
    gold = [(number, word) for number, (_, _, text) in enumerate(page.lines) for word in words(text)]
    got = [((block.role, block.article), word) for block in split.blocks for word in words(block.text)]
    found: list[list[tuple[str, int | None]]] = [[] for _ in page.lines]
    matcher = SequenceMatcher(None, [word for _, word in gold], [word for _, word in got], autojunk=False)
    for start, other, size in matcher.get_matching_blocks():
        for k in range(size):
            found[gold[start + k][0]].append(got[other + k][0])
    return found


def _right(role: str, article: int | None, size: int, found: list[tuple[str, int | None]]) -> tuple[bool, bool]:
    if not found:
        return role in _PASSED_BY, role in _PASSED_BY
    if role == "hidden":
        fine = all(label[1] is None for label in found)
        return fine, fine
    need = _MOST_OF * size
    return sum(label[0] == role for label in found) >= need, found.count((role, article)) >= need


def body_words(page: WebPage) -> tuple[list[str], list[str]]:
    """Return the words of the page's body lines, and those of its titles."""
    body = [word for role, _, text in page.lines if role == "body" for word in words(text)]
    return body, [word for role, _, text in page.lines if role in _NEUTRAL for word in words(text)]


def score_split(page: WebPage, split: SplitPage) -> PageScore:
    """Compare one page's split with its gold."""
    errors, roles, both, total = [], 0, 0, 0
    bodies_wrong: set[int] = set()
    for (role, article, text), found in zip(page.lines, _labels(page, split), strict=True):
        size = len(words(text))
        if not size:
            continue
        total += 1
        right, exact = _right(role, article, size, found)
        roles, both = roles + right, both + exact
        if not exact:
            seen = ", ".join(f"{r}{'' if a is None else a}" for r, a in dict.fromkeys(found)) or "left out"
            errors.append(f"{role}{'' if article is None else article} «{text[:50]}» read as {seen}")
        bodies_wrong |= {a for r, a in found if a is not None and (r == "body") != (role == "body")}
        if role == "body" and article is not None and not exact:
            bodies_wrong.add(article)
    numbers = {article for _, article, _ in page.lines if article is not None}
    dates, told = _dates(page, split)
    body, titles = body_words(page)
    got = [word for block in split.blocks if block.role == "body" for word in words(block.text)]
    outlet = split.articles[0].outlet if split.articles else None
    if outlet != page.facts["outlet"]:
        errors.append(f"outlet {page.facts['outlet']} read as {outlet}")
    errors += [f"published {want} read as {have}" for want, have in dates if have is not None and have != want]
    return PageScore(
        page.name,
        total,
        roles,
        both,
        len(numbers),
        len(numbers - bodies_wrong),
        len(numbers) == len(split.articles),
        sum(want == have for want, have in dates if want),
        told,
        outlet == page.facts["outlet"],
        overlap(body, got, titles),
        tuple(errors),
    )


def _dates(page: WebPage, split: SplitPage) -> tuple[list[tuple[str | None, str | None]], int]:
    """Return pairs of the true day and the day stated, and how many true days the gold tells."""
    pairs: list[tuple[str | None, str | None]] = []
    for order, want in enumerate(page.facts["published"]):
        article = split.articles[order] if order < len(split.articles) else None
        day = article.published.day if article and article.published else None
        pairs.append((want, str(day) if day else None))
    return pairs, sum(want is not None for want, _ in pairs)


def split_web_page(page: WebPage, lexicons: Lexicons) -> SplitPage:
    """Read and split one gold page; raises ValueError where it is set aside."""
    read = read_bytes(page.raw, page.name + ".html")
    if not isinstance(read, Page):
        raise ValueError(f"{page.name}: {read.reason}")
    return split_page(read, lexicons)


def summary(scores: Sequence[PageScore]) -> dict[str, float]:
    """Return the figures over all pages; body F1 is the mean over pages, the others count lines or articles."""
    lines, articles = sum(s.lines for s in scores), sum(s.articles for s in scores)
    return {
        "pages": len(scores),
        "lines": lines,
        "roles": sum(s.roles for s in scores) / lines,
        "roles+article": sum(s.both for s in scores) / lines,
        "articles": articles,
        "bodies exact": sum(s.exact for s in scores) / articles,
        "article counts": sum(s.same_count for s in scores) / len(scores),
        "body F1": sum(f1(*s.body) for s in scores) / len(scores),
        "dates to the day": sum(s.dates for s in scores) / max(1, sum(s.dates_told for s in scores)),
        "outlets": sum(s.outlet for s in scores) / len(scores),
    }


def main() -> None:
    """Print the scores."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--errors", action="store_true", help="print every wrong line")
    parser.add_argument("--only", default="", help="pages whose name contains this")
    parser.add_argument("--tools", action="store_true", help="run trafilatura, resiliparse and jusText as well")
    args = parser.parse_args()
    lexicons = load_lexicons()
    pages = [page for page in web_pages() if args.only in page.name]
    scores = [score_split(page, split_web_page(page, lexicons)) for page in pages]
    for score in scores:
        print(f"{score.name:32} {score.both:>3}/{score.lines:<3} body F1 {f1(*score.body):.3f}")
        for error in score.errors if args.errors else ():
            print("    ", error)
    print("\n".join(f"{name:18} {value:.3f}" for name, value in summary(scores).items()))
    if args.tools:
        from evaluation.pages_tools import print_comparison

        print_comparison(pages, lexicons)


if __name__ == "__main__":
    main()
