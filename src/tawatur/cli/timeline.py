"""`tawatur timeline`: what happened when, in a story or in everything stored."""

from __future__ import annotations

from typing import Annotated

import typer

from tawatur.cli.options import DEFAULT_DATABASE, AsJson, Database, Lang, give_up, opened, write_json


def timeline(
    id: Annotated[str, typer.Argument(help="The story's id.", metavar="ID")],
    db: Database = DEFAULT_DATABASE,
    json: AsJson = False,
    lang: Lang = "en",
) -> None:
    """Show a story's happenings in the order they happened, not in the order they were published.

    Example: `tawatur timeline st-3f2a --db news.db`
    """
    from tawatur.views import StoreSource

    with opened(db) as store:
        view = StoreSource(store).story(id)
        if view is None:
            give_up(f"there is no story {id!r} in {db}; `tawatur stories --db {db}` lists them")
        if json:
            write_json(view.happenings)
        else:
            from tawatur.cli.show import Show

            Show(lang).timeline(view.happenings)
