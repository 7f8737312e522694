"""`tawatur export`: take the data out in a format that other programs read."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from tawatur.cli.options import (
    DEFAULT_DATABASE,
    WRONG_USAGE,
    Database,
    Lang,
    give_up,
    opened,
    story_of,
    tell,
    write,
)

if TYPE_CHECKING:
    from tawatur.store import SqliteStore

FormatName = Literal["jsonl", "csv", "parquet", "annotations", "ftm", "plover", "html"]
TableName = Literal["articles", "statements", "reports", "happenings", "disagreements", "entities", "reviews"]


def export(
    format: Annotated[FormatName, typer.Argument(help="The format to write.")],
    table: Annotated[
        TableName, typer.Option("--table", help="Which table; for jsonl, csv and parquet.")
    ] = "statements",
    story: Annotated[str | None, typer.Option(help="One story alone; without it, all.", metavar="ID")] = None,
    out: Annotated[Path | None, typer.Option(help="The file to write; without it, standard output.")] = None,
    db: Database = DEFAULT_DATABASE,
    bom: Annotated[bool, typer.Option("--bom", help="CSV: a byte order mark first, as Excel wants it.")] = False,
    formulas: Annotated[
        bool, typer.Option("--formulas", help="CSV: leave cells that a spreadsheet would run as they are.")
    ] = False,
    lang: Lang = None,
) -> None:
    """Write tables (jsonl, csv, parquet), W3C Web Annotations, FollowTheMoney entities, PLOVER records, or one story's
    page (html). Every row has its article, the exact words, their place in it, and the page they stand on.

    Example: `tawatur export csv --table statements --bom --out statements.csv --db news.db`
    """
    if format == "html" and story is None:
        give_up("html is one story's page: say which with --story ID", WRONG_USAGE)
    if format == "parquet" and out is None and sys.stdout.isatty():
        give_up("parquet is no text for a terminal: give a file with --out FILE", WRONG_USAGE)
    with opened(db) as store:
        if story is not None:
            page = story_of(store, story, db)
            if format == "html":
                from tawatur.web.report import story_report

                _write(iter([story_report(page, lang or "ar").encode(errors="replace")]), out)
                return
        _write(_pieces(store, format, table, story, bom, formulas), out)


def _pieces(
    store: SqliteStore, format: str, table: str, story: str | None, bom: bool, formulas: bool
) -> Iterator[bytes]:
    from tawatur.export import FORMATS, Wanted
    from tawatur.export import export as export_as
    from tawatur.views import StoreSource

    known = next(name for name in FORMATS if name == format)
    return export_as(StoreSource(store), known, Wanted(table, story, bom, formulas))


def _write(pieces: Iterator[bytes], out: Path | None) -> None:
    """Write to standard output, or to a file that appears whole or not at all."""
    if out is None:
        for piece in pieces:
            write(piece)
        return
    part = out.with_name(out.name + ".part")
    try:
        with part.open("wb") as file:
            for piece in pieces:
                file.write(piece)
        part.replace(out)
    except OSError as error:
        part.unlink(missing_ok=True)
        give_up(f"cannot write {str(out)!r}: {error.strerror}; is its folder there, and is there space?")
    tell(f"wrote {out}")
