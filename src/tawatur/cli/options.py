"""Options that several commands share, how they open a store, and how they end."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, NoReturn

import typer

from tawatur.cli.messages import say

if TYPE_CHECKING:
    from tawatur.store import SqliteStore
    from tawatur.views.values import StoryView

Database = Annotated[Path, typer.Option("--db", help="The database file.", metavar="FILE")]
Lang = Annotated[
    Literal["en", "ar"] | None,
    typer.Option("--lang", help="Language; without it the environment's (TAWATUR_LANG, LC_ALL, LANG)."),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON instead of text for people.")]
DEFAULT_DATABASE = Path("tawatur.db")

# Exit statuses of CONTRACT.md: every input handled, none handled, wrong usage; 130 is a shell's for Ctrl-C.
DONE, NONE_HANDLED, WRONG_USAGE, STOPPED = 0, 1, 2, 130


def tell(message: str) -> None:
    """Say something to the person at the terminal: on standard error, never among the data."""
    sys.stderr.write(message.encode(errors="replace").decode() + "\n")


def give_up(message: str, status: int = NONE_HANDLED) -> NoReturn:
    """End the program with a message that says what was wrong, with what, and what to do."""
    tell(f"tawatur: {message}")
    raise typer.Exit(status)


def write(data: bytes) -> None:
    """Write data to standard output at once; when its reader has gone (`| head`), end the program quietly."""
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        end_quietly()
        raise typer.Exit(DONE) from None


def write_json(value: object) -> None:
    """Write a value as readable JSON to standard output."""
    import json

    from tawatur.views.plain import as_plain

    plain = as_plain(value)
    try:
        write(json.dumps(plain, ensure_ascii=False, indent=2).encode() + b"\n")
    except UnicodeEncodeError:
        write(json.dumps(plain, indent=2).encode() + b"\n")


@contextmanager
def opened(path: Path, *, must_exist: bool = True) -> Iterator[SqliteStore]:
    """Open the store for one command; what is wrong with it ends the program with a message."""
    import sqlite3

    from tawatur.store import StoreError, open_store

    if must_exist and not path.is_file():
        give_up(say("no_database", db=str(path)))
    try:
        with open_store(path, must_exist=must_exist) as store:
            yield store
    except StoreError as error:
        give_up(str(error))
    except sqlite3.Error as error:
        give_up(say("database_fails", db=str(path), error=error))


def story_of(store: SqliteStore, id: str, path: Path) -> StoryView:
    """Return a story's view; a story that is not there ends the program with where to look."""
    from tawatur.views import StoreSource

    view = StoreSource(store).story(id)
    if view is None:
        give_up(say("no_story", id=id, db=path))
    return view


def end_quietly() -> None:
    """Leave when the reader of standard output has gone (`| head`), without a second complaint at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
