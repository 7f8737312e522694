"""`tawatur article`: one article with what was read in it."""

from __future__ import annotations

from typing import Annotated

import typer

from tawatur.cli.language import language
from tawatur.cli.messages import say
from tawatur.cli.options import DEFAULT_DATABASE, AsJson, Database, Lang, give_up, opened, write_json


def article(
    id: Annotated[str, typer.Argument(help="The article's id.", metavar="ID")],
    db: Database = DEFAULT_DATABASE,
    json: AsJson = False,
    lang: Lang = None,
) -> None:
    """Show an article: its date with how that is known, its text with names, statements, events, times, figures marked.

    Example: `tawatur article a1 --db news.db`
    """
    from tawatur.views import StoreSource

    with opened(db) as store:
        view = StoreSource(store).article(id)
        if view is None:
            give_up(say("no_article", id=id, db=db))
        if json:
            write_json(view)
        else:
            from tawatur.cli.show import Show

            Show(language(lang)).article(view)
