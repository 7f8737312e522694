"""`tawatur serve`: the web pages of a database."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from tawatur.cli.messages import say
from tawatur.cli.options import DEFAULT_DATABASE, Database, give_up, opened

if TYPE_CHECKING:
    from tawatur.store import SqliteStore
    from tawatur.web.review import Desk


def serve(
    db: Database = DEFAULT_DATABASE,
    host: Annotated[str, typer.Option(help="Address to listen on; the default is this machine alone.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="Port to listen on.", min=1, max=65535)] = 8000,
    review: Annotated[bool, typer.Option("--review", help="Let who has the printed token review.")] = False,
    reviewer: Annotated[str, typer.Option(help="Name that decisions are kept under.", metavar="NAME")] = "reviewer",
) -> None:
    """Show a database in the browser, right to left, in Arabic and English. Ctrl-C ends it.

    It only reads. With --review it prints an address with a token; who opens that may accept, correct and reject what
    was read, merge and split entities, and take it back.

    Example: `tawatur serve --db news.db --port 8000`
    """
    import uvicorn

    from tawatur.views import StoreSource
    from tawatur.web import create_app
    from tawatur.web.api import create_api

    with opened(db) as store:
        print(say("serving", host=host, port=port, db=db), flush=True)
        source = StoreSource(store)
        desk = _desk(store, reviewer) if review else None
        if desk is None:
            app = create_app(source, create_api(source))
        else:
            print(say("reviewing", host=host, port=port, token=desk.token), flush=True)
            app = create_app(source, create_api(source, tokens=frozenset({desk.token}), keep=desk.keep), desk)
        try:
            uvicorn.run(app, host=host, port=port, log_level="warning")
        except OSError as error:
            give_up(say("cannot_listen", host=host, port=port, error=error))


def _desk(store: SqliteStore, reviewer: str) -> Desk:
    import secrets

    from tawatur.lexicon.bundle import load_lexicons
    from tawatur.web.review import Desk
    from tawatur.web.review.rebuilding import build_apart

    # 24 bytes cannot be guessed; a new token at every start.
    token = secrets.token_urlsafe(24)
    return Desk(store, load_lexicons, token, reviewer, partial(build_apart, store.path), by_itself=True)
