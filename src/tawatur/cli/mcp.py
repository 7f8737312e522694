"""`tawatur mcp`: a database as tools of a language model."""

from __future__ import annotations

from tawatur.cli.options import DEFAULT_DATABASE, Database, opened, tell


def mcp(db: Database = DEFAULT_DATABASE) -> None:
    """Serve a database to a language model over standard input and output (Model Context Protocol). It only reads.

    Example: `tawatur mcp --db news.db`
    """
    from tawatur.mcp_server import create_server
    from tawatur.views import StoreSource

    with opened(db) as store:
        tell(f"tawatur: {db} is served over standard input and output; Ctrl-C ends it")
        create_server(StoreSource(store)).run()
