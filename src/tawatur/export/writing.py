"""One way to take data out in any format: piece by piece, so that a large store needs no large memory."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from tawatur.export.annotations import as_annotations
from tawatur.export.ftm import as_ftm
from tawatur.export.plover import as_plover
from tawatur.export.tables import table_named
from tawatur.export.tabular import as_csv, as_jsonl, as_parquet
from tawatur.views import StoreSource

Format = Literal["jsonl", "csv", "parquet", "annotations", "ftm", "plover"]


@dataclass(frozen=True, slots=True)
class FormatFacts:
    """What a format is called on the wire and on disk, and whether it holds one table or all at once."""

    media: str
    suffix: str
    one_table: bool


FORMATS: dict[Format, FormatFacts] = {
    "jsonl": FormatFacts("application/x-ndjson; charset=utf-8", "jsonl", True),
    "csv": FormatFacts("text/csv; charset=utf-8", "csv", True),
    "parquet": FormatFacts("application/vnd.apache.parquet", "parquet", True),
    "annotations": FormatFacts('application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"', "jsonld", False),
    "ftm": FormatFacts("application/x-ndjson; charset=utf-8", "ftm.json", False),
    "plover": FormatFacts("application/x-ndjson; charset=utf-8", "plover.jsonl", False),
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to take out: a table (for the formats that hold one), of one story or (None) of all, and how.

    `bom` and `formulas` are for CSV: a byte order mark first; and cells that a spreadsheet would run left as they are.
    """

    table: str = "statements"
    story: str | None = None
    bom: bool = False
    formulas: bool = False


def export(source: StoreSource, format: Format, wanted: Wanted | None = None) -> Iterator[bytes]:
    """Iterate over the bytes of an export.

    Raises UnknownStory for a story that is not there, ValueError for a table that is not.
    """
    wanted = wanted or Wanted()
    if format == "annotations":
        return as_annotations(source, wanted.story)
    if format == "ftm":
        return as_ftm(source, wanted.story)
    if format == "plover":
        return as_plover(source, wanted.story)
    table = table_named(wanted.table)
    rows = table.rows(source, wanted.story)
    if format == "csv":
        return as_csv(table, rows, bom=wanted.bom, formulas=wanted.formulas)
    return as_jsonl(rows) if format == "jsonl" else as_parquet(table, rows)
