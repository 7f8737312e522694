"""`tawatur serve`: the web pages of a database."""

from __future__ import annotations

from typing import Annotated

import typer

from tawatur.cli.options import DEFAULT_DATABASE, Database, give_up, opened


def serve(
    db: Database = DEFAULT_DATABASE,
    host: Annotated[str, typer.Option(help="Address to listen on; the default is this machine alone.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="Port to listen on.", min=1, max=65535)] = 8000,
) -> None:
    """Show a database in the browser, right to left, in Arabic and English. It only reads; Ctrl-C ends it.

    Example: `tawatur serve --db news.db --port 8000`
    """
    import uvicorn

    from tawatur.views import StoreSource
    from tawatur.web import create_app
    from tawatur.web.api import create_api

    with opened(db) as store:
        print(f"http://{host}:{port}/ shows {db}; Ctrl-C ends it", flush=True)
        try:
            source = StoreSource(store)
            uvicorn.run(create_app(source, create_api(source)), host=host, port=port, log_level="warning")
        except OSError as error:
            give_up(f"cannot listen on {host}:{port}: {error}; give another --port")
