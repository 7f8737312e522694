"""`tawatur stories`: list the stories of a database, or group articles given as JSON lines."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tawatur.cli.language import language
from tawatur.cli.messages import say
from tawatur.cli.options import (
    DEFAULT_DATABASE,
    NONE_HANDLED,
    AsJson,
    Database,
    Lang,
    give_up,
    opened,
    tell,
    write,
    write_json,
)

if TYPE_CHECKING:
    from tawatur.lexicon.bundle import Lexicons
    from tawatur.model import Article
    from tawatur.views.wording import Language


def stories(
    jsonl: Annotated[
        bool, typer.Option("--jsonl", help="Group articles from standard input; needs no database.")
    ] = False,
    db: Database = DEFAULT_DATABASE,
    rebuild: Annotated[bool, typer.Option("--rebuild", help="Build all stories anew first.")] = False,
    json: AsJson = False,
    lang: Lang = None,
    limit: Annotated[int, typer.Option(help="How many stories to list; 0: all.", min=0)] = 50,
) -> None:
    """List the stories of a database, largest first; or group articles given as JSON lines.

    Stories grow as articles come; built anew at times, they are as if all articles had come at once.

    Examples: `tawatur stories --rebuild --db news.db`, `tawatur stories --jsonl < articles.jsonl > stories.json`
    """
    if jsonl:
        _group()
    else:
        if rebuild:
            _rebuild(db)
        _list(db, json, limit, language(lang))


def _rebuild(db: Path) -> None:
    from tawatur.ingest import rebuild_stories
    from tawatur.lexicon.bundle import load_lexicons

    with opened(db) as store:
        tell(say("building"))
        rebuild_stories(store, load_lexicons())


def _group() -> None:
    from tawatur.lexicon.bundle import load_lexicons
    from tawatur.views.contract import json_line

    articles, lone, failed = _articles()
    clusters, reprints = group(articles, load_lexicons())
    clusters += [[id] for id in lone]
    write(json_line({"clusters": [{"ids": ids} for ids in clusters], "reprints": reprints}))
    if failed and not articles:
        give_up(f"none of the {failed} lines could be read", NONE_HANDLED)


def group(articles: list[Article], lexicons: Lexicons) -> tuple[list[list[str]], list[list[str]]]:
    """Return the ids of the articles of each story, and those of each group of copies."""
    from tawatur.stories.copies import find_copies
    from tawatur.stories.grouping import group_articles

    copies = find_copies(articles, lexicons.stories)
    groups = group_articles(articles, copies, lexicons.stories)
    return [list(ids) for ids in groups], [list(group.articles) for group in copies]


def _articles() -> tuple[list[Article], list[str], int]:
    """Return the articles of standard input, ids known without a readable text, and how many lines failed."""
    from tawatur.views.contract import RecordError, article_of_line

    articles: dict[str, Article] = {}
    lone: dict[str, None] = {}
    failed = 0
    for number, line in enumerate(sys.stdin.buffer, 1):
        try:
            article = article_of_line(line, number)
        except RecordError as error:
            failed += 1
            tell(f"tawatur: {error}; set aside")
            if isinstance(error.id, str):
                lone[error.id] = None
            continue
        if article.id in articles:
            tell(f"tawatur: line {number} repeats the id {article.id!r}; the first is kept")
        else:
            articles[article.id] = article
    return list(articles.values()), [id for id in lone if id not in articles], failed


def _list(db: Path, json: bool, limit: int, lang: Language) -> None:
    from tawatur.views import StoreSource

    with opened(db) as store:
        found = StoreSource(store).stories(limit or None)
        if json:
            write_json(found)
            return
        if not found:
            tell(say("no_stories", db=db))
        from tawatur.cli.show import Show

        Show(lang).stories(found)
