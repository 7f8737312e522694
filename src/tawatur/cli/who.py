"""`tawatur who`: a person, body or place across articles."""

from __future__ import annotations

from typing import Annotated

import typer

from tawatur.cli.language import language
from tawatur.cli.messages import say
from tawatur.cli.options import DEFAULT_DATABASE, AsJson, Database, Lang, give_up, opened, write_json


def who(
    name: Annotated[str, typer.Argument(help="A name in any spelling, or part of one.", metavar="NAME")],
    db: Database = DEFAULT_DATABASE,
    limit: Annotated[int, typer.Option(help="How many entities of that name to show.", min=1)] = 3,
    json: AsJson = False,
    lang: Lang = None,
) -> None:
    """Show whom a name may mean: spellings, roles, what they say, what is said about them, what they took part in.

    Example: `tawatur who "وزير الخارجية" --db news.db`
    """
    from tawatur.views import StoreSource

    with opened(db) as store:
        found = StoreSource(store).who(name, limit)
        if json:
            write_json(found)
            return
        if not found:
            give_up(say("no_entity", name=name, db=db))
        from tawatur.cli.show import Show

        show = Show(language(lang))
        for entity in found:
            show.entity(entity)
