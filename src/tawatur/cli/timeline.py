"""`tawatur timeline`: what happened when, in a story or in everything stored."""

from __future__ import annotations

from typing import Annotated

import typer

from tawatur.cli.language import language
from tawatur.cli.options import DEFAULT_DATABASE, AsJson, Database, Lang, opened, story_of, write_json


def timeline(
    id: Annotated[str, typer.Argument(help="The story's id.", metavar="ID")],
    db: Database = DEFAULT_DATABASE,
    json: AsJson = False,
    lang: Lang = None,
) -> None:
    """Show a story's happenings in the order they happened, not in the order they were published.

    Example: `tawatur timeline st-3f2a --db news.db`
    """
    with opened(db) as store:
        view = story_of(store, id, db)
        if json:
            write_json(view.happenings)
        else:
            from tawatur.cli.show import Show

            Show(language(lang)).timeline(view.happenings)
