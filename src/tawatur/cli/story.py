"""`tawatur story`: one story with all its parts."""

from __future__ import annotations

from typing import Annotated

import typer

from tawatur.cli.language import language
from tawatur.cli.options import DEFAULT_DATABASE, AsJson, Database, Lang, opened, story_of, write_json


def story(
    id: Annotated[str, typer.Argument(help="The story's id, as `tawatur stories` lists it.", metavar="ID")],
    db: Database = DEFAULT_DATABASE,
    json: AsJson = False,
    lang: Lang = None,
) -> None:
    """Show a story: timeline, who says what through whom, disagreements side by side, articles and copies.

    Example: `tawatur story st-3f2a --db news.db`
    """
    with opened(db) as store:
        view = story_of(store, id, db)
        if json:
            write_json(view)
        else:
            from tawatur.cli.show import Show
            from tawatur.cli.show.summary import show_summary

            Show(language(lang)).story(view)
            # The end is what a terminal shows of a long answer.
            show_summary(view, db, language(lang))
