"""`tawatur meaning`: make the vectors that a search by meaning needs."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tawatur.cli.messages import say
from tawatur.cli.options import DEFAULT_DATABASE, AsJson, Database, give_up, opened, tell, write_json

if TYPE_CHECKING:
    from tawatur.store import Encoded, SqliteStore


def meaning(db: Database = DEFAULT_DATABASE, json: AsJson = False) -> None:
    """Turn articles, statements and happenings into vectors, so that `search --meaning` finds them in other words.

    Only what is new or has changed is encoded; a stopped run is resumed by the same command. Needs the optional
    package: pip install 'tawatur[meaning]'. Nothing is fetched.

    Example: `tawatur meaning --db news.db`
    """
    with opened(db) as store, explained():
        make_vectors(store, json)


@contextmanager
def explained() -> Iterator[None]:
    """End the program with a message where the optional package is missing."""
    from tawatur.search.meaning import MeaningMissing

    try:
        yield
    except MeaningMissing as error:
        give_up(say("meaning_missing", error=error))


def make_vectors(store: SqliteStore, json: bool) -> None:
    """Make the vectors that are missing and tell how many."""
    from tawatur.search.meaning import load_encoder

    done, model = encoded(store), load_encoder().model
    if json:
        write_json({"encoded": done, "coverage": store.meaning.coverage(model), "model": model})
    else:
        print(say("encoded", new=done.new, kept=done.kept, removed=done.removed))


def encoded(store: SqliteStore) -> Encoded:
    """Make the vectors that are missing, with a running count on a terminal's standard error."""
    import sys

    from tawatur.search.meaning import load_encoder

    encoder = load_encoder()

    def told(kind: str, done: int, total: int) -> None:
        if sys.stderr.isatty():
            line = say("encoding", kind=say(f"kind_{kind}"), done=done, total=total)
            sys.stderr.write(f"\r{line}\033[K" + ("\n" if done >= total else ""))
            sys.stderr.flush()

    try:
        return store.meaning.build(encoder, told)
    except KeyboardInterrupt:
        tell("\n" + say("encoding_stopped"))
        raise
