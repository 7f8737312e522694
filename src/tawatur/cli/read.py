"""`tawatur read`: annotate articles, one JSON line in, one out."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, Annotated

import typer

from tawatur.cli.options import NONE_HANDLED, WRONG_USAGE, give_up, tell, write

if TYPE_CHECKING:
    from tawatur.pipeline import Knowledge

# Lines read in this process before a pool is started: below this, starting one takes longer than it saves.
POOL_FROM = 40


def read(
    jsonl: Annotated[bool, typer.Option("--jsonl", help="Read JSON lines from standard input.")] = False,
    workers: Annotated[int, typer.Option(help="Processes for big inputs; 0: one for each core.", min=0)] = 0,
) -> None:
    """Annotate articles: names, statements, events, times and figures, each with its span.

    Standard input holds one `{"id": …, "text": …}` a line (and `title`, `outlet`, `url`, `date` where known); standard
    output gets one line for each, in the same order; a line that cannot be read gives `{"id", "error"}`.

    Example: `tawatur read --jsonl < articles.jsonl > readings.jsonl`
    """
    if not jsonl:
        give_up("say --jsonl and give JSON lines on standard input: tawatur read --jsonl < IN.jsonl", WRONG_USAGE)
    from tawatur.engine import EngineError

    handled = failed = 0
    try:
        for line, error in _results(workers):
            write(line)
            if error is None:
                handled += 1
            else:
                failed += 1
                tell(f"tawatur: {error}")
    except EngineError as error:
        give_up(str(error))
    if failed and not handled:
        give_up(f"none of the {failed} lines could be read", NONE_HANDLED)


def _results(workers: int) -> Iterator[tuple[bytes, str | None]]:
    from tawatur.engine import HereEngine, PoolEngine, cores
    from tawatur.pipeline import load_knowledge

    numbered = enumerate(sys.stdin.buffer, 1)
    knowledge = load_knowledge()
    workers = workers or cores()
    if workers == 1:
        yield from HereEngine(knowledge).results(read_line, numbered)
        return
    yield from HereEngine(knowledge).results(read_line, islice(numbered, POOL_FROM))
    first = next(numbered, None)
    if first is not None:
        rest = _with_first(first, numbered)
        yield from PoolEngine(workers, chunk=8, knowledge=knowledge).results(read_line, rest)


def _with_first(first: tuple[int, bytes], rest: Iterator[tuple[int, bytes]]) -> Iterator[tuple[int, bytes]]:
    yield first
    yield from rest


def read_line(numbered: tuple[int, bytes], knowledge: Knowledge) -> tuple[bytes, str | None]:
    """Return the output line for one numbered input line, and what was wrong with it."""
    from tawatur.pipeline import read_article
    from tawatur.views.contract import RecordError, article_of_line, json_line, reading_record

    number, line = numbered
    try:
        article = article_of_line(line, number)
    except RecordError as error:
        return json_line({"id": error.id, "error": str(error)}), str(error)
    try:
        return json_line(reading_record(read_article(article, knowledge))), None
    # One text that breaks a stage must not cost the lines after it; it is told in its own line and on standard error.
    except Exception as error:
        told = f"line {number} could not be read: {type(error).__name__}: {error}"
        return json_line({"id": article.id, "error": told}), told
