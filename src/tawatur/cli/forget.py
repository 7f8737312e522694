"""`tawatur forget`: remove a page, an article or a person for good."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from tawatur.cli.messages import number_of, say
from tawatur.cli.options import DEFAULT_DATABASE, AsJson, Database, give_up, opened, tell, write_json


class Kind(StrEnum):
    """What can be forgotten."""

    page = "page"
    article = "article"
    person = "person"


def forget(
    kind: Annotated[Kind, typer.Argument(help="What is to be forgotten.")],
    what: Annotated[
        str,
        typer.Argument(help="A page's id, path or address; an article's id; a person's name or id.", metavar="WHAT"),
    ],
    db: Database = DEFAULT_DATABASE,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
    json: AsJson = False,
) -> None:
    """Remove a page, an article or a person with everything that rests on it; adding it again does not bring it back.

    `tawatur add --again` takes a page or an article back; a person stays out.

    A person's name is blotted out of every stored text, and statements and events by or about the person are removed.

    Example: `tawatur forget person "فلان الفلاني" --db news.db --yes`
    """
    with opened(db) as store:
        if not yes and not typer.confirm(say("forget_ask", what=what, db=db), err=True):
            give_up(say("not_removed"))
        removed = store.forget(kind.value, what)
        if not store.stories_are_current():
            from tawatur.ingest import rebuild_stories
            from tawatur.lexicon.bundle import load_lexicons

            tell(say("building"))
            rebuild_stories(store, load_lexicons())
        if json:
            write_json(removed)
        else:
            pages, articles = number_of("pages", removed.pages), number_of("articles", removed.articles)
            print(say("removed", pages=pages, articles=articles, changed=removed.changed))
