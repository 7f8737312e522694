"""`tawatur search`: find articles by words, in any spelling and with any clitics."""

from __future__ import annotations

from typing import Annotated

import typer

from tawatur.cli.options import DEFAULT_DATABASE, AsJson, Database, Lang, opened, tell, write_json


def search(
    text: Annotated[list[str], typer.Argument(help="Words, all of which must occur; phrases in «…».", metavar="TEXT…")],
    db: Database = DEFAULT_DATABASE,
    limit: Annotated[int, typer.Option(help="How many articles to show.", min=1)] = 20,
    offset: Annotated[int, typer.Option(help="How many of the best to pass over.", min=0)] = 0,
    json: AsJson = False,
    lang: Lang = "en",
) -> None:
    """Find the articles that hold all words, best first, with the words as they stand there.

    Example: `tawatur search "«الأمم المتحدة» هدنة" --db news.db`
    """
    from tawatur.views import StoreSource

    with opened(db) as store:
        hits = StoreSource(store).search(" ".join(text), limit, offset)
        if json:
            write_json(hits)
            return
        if not hits:
            tell("nothing was found")
            return
        from tawatur.cli.show import Show

        Show(lang).hits(hits)
