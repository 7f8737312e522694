"""`tawatur why`: the reasons behind a join, a count or a disagreement, with the words that show it."""

from __future__ import annotations

from typing import Annotated

import typer

from tawatur.cli.language import language
from tawatur.cli.messages import say
from tawatur.cli.options import DEFAULT_DATABASE, AsJson, Database, Lang, give_up, opened, write_json


def why(
    id: Annotated[
        str,
        typer.Argument(
            help="Id of a happening, utterance, disagreement, story, story line, group of copies or entity.",
            metavar="ID",
        ),
    ],
    db: Database = DEFAULT_DATABASE,
    json: AsJson = False,
    lang: Lang = None,
) -> None:
    """Tell why reports were joined, chains counted, values set against each other: in words, with the evidence.

    Example: `tawatur why h1840ecb4048a1a2c --db news.db`
    """
    from tawatur.views.why import why as explained

    with opened(db) as store:
        found = explained(store, id)
        if found is None:
            give_up(say("no_id", id=id, db=db))
        if json:
            write_json(found)
        else:
            from tawatur.cli.show.why import show_why

            show_why(found, language(lang))
