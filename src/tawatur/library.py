"""The Python API: read a text, build stories, and open a database whose views and tables are plain values.

What is given back are the frozen values of `tawatur.model` and `tawatur.views.values`, and Arrow tables for data
frames. `import tawatur` gives all of it by name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from tawatur.export import TABLES, Format, Table, Wanted
from tawatur.export import export as export_as
from tawatur.export.tables import table_named
from tawatur.export.tabular import as_arrow
from tawatur.ingest import Added, HereEngine, add, update_stories
from tawatur.model import Article, Published, Reading, Stories
from tawatur.pipeline import Knowledge, load_knowledge, read_article
from tawatur.search.meaning import load_encoder
from tawatur.store import Encoded, SearchKind, SqliteStore, open_store
from tawatur.stories import build_stories as build_from_readings
from tawatur.views import StoreSource
from tawatur.views.contract import reading_record
from tawatur.views.why import WhyView
from tawatur.views.why import why as explain_why

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl
    import pyarrow as pa

__all__ = [
    "Data",
    "Database",
    "Knowledge",
    "build_stories",
    "load_knowledge",
    "open_database",
    "read_text",
    "reading_record",
]


def read_text(
    text: str,
    knowledge: Knowledge,
    *,
    id: str = "text",
    title: str | None = None,
    outlet: str | None = None,
    url: str | None = None,
    published: date | None = None,
) -> Reading:
    """Read the body of one article, or a fragment of one: names, statements, events, times, figures with their spans.

    Spans count code points of `text` as given. Without `published`, relative expressions of time have no value.
    """
    day = Published(published, published, "given") if published else None
    return read_article(Article(id, text, title, outlet, url, day), knowledge)


def build_stories(readings: Iterable[Reading], knowledge: Knowledge) -> Stories:
    """Build what is known across articles: copies, entities, happenings, utterances, disagreements, stories."""
    return build_from_readings(readings, knowledge.lexicons)


@contextmanager
def _told_what_to_install(name: str) -> Iterator[None]:
    try:
        yield
    except ModuleNotFoundError as error:
        raise ModuleNotFoundError(
            f"{name} is not installed; frames need: pip install 'tawatur[frames]' (in the project's folder: "
            "pip install -e '.[frames]'). `rows()` and `to_arrow()` work without it",
            name=error.name,
        ) from None


@dataclass(frozen=True, slots=True)
class Data:
    """One table of a database, of one story or of all, to be taken into a data frame."""

    views: StoreSource
    table: Table
    story: str | None = None

    def rows(self) -> list[dict[str, Any]]:
        """Return the rows as dictionaries: days as `date`, lists as tuples."""
        return list(self.table.rows(self.views, self.story))

    def to_arrow(self) -> pa.Table:
        """Return an Arrow table; each field says in its metadata what it holds."""
        return as_arrow(self.table, self.table.rows(self.views, self.story))

    def to_pandas(self) -> pd.DataFrame:
        """Return a pandas data frame. Raises ModuleNotFoundError, with what to install, where pandas is missing."""
        with _told_what_to_install("pandas"):
            import pandas  # noqa: F401  (so that a missing one is told before Arrow complains)
        return self.to_arrow().to_pandas()

    def to_polars(self) -> pl.DataFrame:
        """Return a polars data frame. Raises ModuleNotFoundError, with what to install, where polars is missing."""
        with _told_what_to_install("polars"):
            import polars as pl
        return pl.DataFrame(self.to_arrow())


class Database:
    """A database file: pages are added to it, views and tables are taken from it.

    `views` gives stories, articles, entities and search results as values; `store` what lies below them. Use it in a
    `with` block, or call `close`.
    """

    def __init__(self, store: SqliteStore) -> None:
        self.store = store
        self.views = StoreSource(store)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self.store.close()

    def add(self, paths: Sequence[Path | str], knowledge: Knowledge) -> Added:
        """Read pages (files or folders), keep them with their evidence, and build the stories again.

        What is stored already is passed over; what cannot be read is set aside and counted.
        """
        added = add([Path(path) for path in paths], self.store, HereEngine(knowledge))
        if not self.store.stories_are_current():
            update_stories(self.store, knowledge.lexicons)
        return added

    def encode_meaning(self, told: Callable[[SearchKind, int, int], None] | None = None) -> Encoded:
        """Make the vectors that `views.search(Wanted(…, by="meaning"))` needs, of what is new or has changed.

        `told` hears of each kind how many passages of how many have been looked at. Raises MeaningMissing without the
        optional package `tawatur[meaning]`.
        """
        return self.store.meaning.build(load_encoder(), told)

    def why(self, ident: str) -> WhyView | None:
        """Explain a happening, utterance, disagreement, story, story line, group of copies or entity.

        Gives the reasons of its join, count or disagreement in English and Arabic, each with its exact words; None for
        an id that the database does not hold.
        """
        return explain_why(self.store, ident)

    def tables(self) -> tuple[str, ...]:
        """Return the names of the tables."""
        return tuple(table.name for table in TABLES)

    def table(self, name: str, story: str | None = None) -> Data:
        """Return a table by its name, of one story or of all. Raises ValueError where there is no such table."""
        return Data(self.views, table_named(name), story)

    def export(self, format: Format, out: Path | str, wanted: Wanted | None = None) -> None:
        """Write an export to a file. Raises UnknownStory or ValueError for what is not there."""
        with Path(out).open("wb") as file:
            for piece in export_as(self.views, format, wanted):
                file.write(piece)


def open_database(path: Path | str, *, must_exist: bool = True) -> Database:
    """Open a database file; with `must_exist=False` it is made where there is none.

    Raises StoreError for a file that is none, or cannot be used.
    """
    return Database(open_store(path, must_exist=must_exist))
