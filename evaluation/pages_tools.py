"""trafilatura, resiliparse and jusText on the gold web pages, beside the splitter, with the pace of each."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

import justext
import trafilatura
from resiliparse.extract.html2text import extract_plain_text

from evaluation.pages import WebPage, body_words, f1, overlap, split_web_page, words
from tawatur.lexicon.bundle import Lexicons
from tawatur.model import Page
from tawatur.read import read_bytes

Tool = Callable[[str], str]
# Rounds over all pages that the pace is taken from; the fastest counts, as other work on the machine only slows.
_ROUNDS = 3
# jusText counts stop words, which Arabic writes onto others: at its defaults it takes nearly all Arabic text for the
# frame. These thresholds, the best of four tried on these very pages, are in its favour.
_FITTED = {"stopwords_low": 0.02, "stopwords_high": 0.05, "length_low": 40, "length_high": 100}
_FAILS = 0.9  # body F1 below which a tool is said to fail on a page


def extractors(lexicons: Lexicons) -> dict[str, Tool]:
    """Return the tools by name; each takes markup and returns the text it holds to be the page's main text."""
    stops = justext.get_stoplist("Arabic")
    return {
        "trafilatura": lambda markup: trafilatura.extract(markup, include_comments=False) or "",
        "trafilatura, recall": lambda markup: (
            trafilatura.extract(markup, include_comments=False, favor_recall=True) or ""
        ),
        "resiliparse": lambda markup: extract_plain_text(markup, main_content=True),
        "jusText": lambda markup: _justext(markup, stops),
        "jusText, fitted": lambda markup: _justext(markup, stops, **_FITTED),
    }


def _justext(markup: str, stops: frozenset[str], **options: float) -> str:
    found = justext.justext(markup.encode(), stops, encoding="utf-8", **options)
    return "\n".join(part.text for part in found if not part.is_boilerplate)


def markup_of(page: WebPage) -> str:
    """Return a gold page's markup, decoded as the splitter's own reader decodes it."""
    read = read_bytes(page.raw, page.name + ".html")
    return read.text if isinstance(read, Page) else ""


def compare(pages: Sequence[WebPage], lexicons: Lexicons) -> dict[str, dict[str, tuple[int, int, int]]]:
    """Return per tool and page the words in common with the body, of the body, and of the tool's text."""
    found: dict[str, dict[str, tuple[int, int, int]]] = {"tawatur": {}}
    tools = extractors(lexicons)
    for page in pages:
        body, titles = body_words(page)
        split = split_web_page(page, lexicons)
        ours = [word for block in split.blocks if block.role == "body" for word in words(block.text)]
        found["tawatur"][page.name] = overlap(body, ours, titles)
        markup = markup_of(page)
        for name, tool in tools.items():
            found.setdefault(name, {})[page.name] = overlap(body, words(tool(markup)), titles)
    return found


def paces(pages: Sequence[WebPage], lexicons: Lexicons) -> dict[str, float]:
    """Return the milliseconds of processor time a page takes each tool; ours gives roles and dates with it."""
    from tawatur.split import split_page

    reads = [read for page in pages if isinstance(read := read_bytes(page.raw, page.name + ".html"), Page)]
    jobs: dict[str, Callable[[Page], object]] = {"tawatur": lambda page: split_page(page, lexicons)}
    for name, tool in extractors(lexicons).items():
        jobs[name] = lambda page, tool=tool: tool(page.text)  # type: ignore[misc]
    return {name: min(_round(job, reads) for _ in range(_ROUNDS)) for name, job in jobs.items()}


def _round(job: Callable[[Page], object], pages: Sequence[Page]) -> float:
    began = time.process_time()
    for page in pages:
        job(page)
    return (time.process_time() - began) * 1000 / len(pages)


def print_comparison(pages: Sequence[WebPage], lexicons: Lexicons) -> None:
    """Print the tables of docs/stages/split.md."""
    found, pace = compare(pages, lexicons), paces(pages, lexicons)
    print("\n| tool | body F1 | precision | recall | pages below .9 | ms a page |\n|---|---|---|---|---|---|")
    for name, by_page in found.items():
        rows = list(by_page.values())
        total = len(rows)
        score = sum(f1(*row) for row in rows) / total
        precision = sum(common / got if got else 0.0 for common, _, got in rows) / total
        recall = sum(common / gold if gold else 1.0 for common, gold, _ in rows) / total
        low = sum(f1(*row) < _FAILS for row in rows)
        print(f"| {name} | {score:.3f} | {precision:.3f} | {recall:.3f} | {low} | {pace[name]:.1f} |")
    names = list(found)
    print("\n| layout | " + " | ".join(names) + " |\n|" + "---|" * (len(names) + 1))
    for page in pages:
        cells = " | ".join(f"{f1(*found[name][page.name]):.2f}" for name in names)
        print(f"| {page.facts['layout']} | {cells} |")
