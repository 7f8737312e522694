"""Rows of a table as JSON lines, CSV or Parquet, piece by piece."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING, Any

from tawatur.export.harmless import cell, json_line
from tawatur.export.rows import Cell, Row
from tawatur.export.tables import Column, Table
from tawatur.views.plain import as_plain

if TYPE_CHECKING:
    import pyarrow as pa

# Rows written at once: a Parquet row group, or a piece of CSV; some megabytes with articles' texts.
_ROWS = 2000
# What parts the values of one cell of a CSV.
SEPARATOR = " | "
BOM = b"\xef\xbb\xbf"


def as_jsonl(rows: Iterator[Row]) -> Iterator[bytes]:
    """Iterate over rows as lines of JSON objects; days in ISO form, lists as lists, null for what is not known."""
    return (json_line(as_plain(row)) for row in rows)


def as_csv(table: Table, rows: Iterator[Row], *, bom: bool = False, formulas: bool = False) -> Iterator[bytes]:
    """Iterate over a table as CSV (RFC 4180, UTF-8), its header first; values of a list are parted by " | ".

    With `bom`, a byte order mark goes first, which Excel needs to see UTF-8. With `formulas`, cells that a spreadsheet
    would run stay as they are.
    """
    if bom:
        yield BOM
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer)
    writer.writerow(column.name for column in table.columns)
    yield buffer.getvalue().encode()
    for row in rows:
        buffer.seek(0)
        buffer.truncate()
        writer.writerow(_csv_cell(row.get(column.name), formulas) for column in table.columns)
        yield buffer.getvalue().encode()


def _csv_cell(value: Cell, formulas: bool) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple):
        return cell(SEPARATOR.join(value), formulas=formulas)
    if isinstance(value, date):
        return value.isoformat()
    return cell(value, formulas=formulas) if isinstance(value, str) else str(value)


def schema_of(table: Table) -> pa.Schema:
    """Return a table's columns as an Arrow schema; every column may be null, and says what it holds."""
    import pyarrow as pa

    kinds = {
        "text": pa.string(),
        "texts": pa.list_(pa.string()),
        "whole": pa.int64(),
        "day": pa.date32(),
        "flag": pa.bool_(),
    }
    fields = [pa.field(c.name, kinds[c.kind], metadata={"about": c.about}) for c in table.columns]
    told = {"table": table.name, "about": table.about, "content": "words of news pages: untrusted, shown as text alone"}
    return pa.schema(fields, metadata=told)


def as_arrow(table: Table, rows: Iterator[Row]) -> pa.Table:
    """Return all rows as one Arrow table: exact text, real days, lists."""
    import pyarrow as pa

    schema = schema_of(table)
    batches = list(_batches(table, schema, rows))
    return pa.Table.from_batches(batches, schema)


def as_parquet(table: Table, rows: Iterator[Row]) -> Iterator[bytes]:
    """Iterate over a table as a Parquet file: text exactly as it is, days as days, lists as lists."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    schema = schema_of(table)
    drain = _Drain()
    with pq.ParquetWriter(pa.PythonFile(drain, mode="w"), schema, compression="zstd") as writer:
        for batch in _batches(table, schema, rows):
            writer.write_batch(batch)
            yield drain.take()
    yield drain.take()


def _batches(table: Table, schema: pa.Schema, rows: Iterator[Row]) -> Iterator[pa.RecordBatch]:
    import pyarrow as pa

    while taken := list(islice(rows, _ROWS)):
        columns = [[_arrow_cell(column, row.get(column.name)) for row in taken] for column in table.columns]
        arrays = [pa.array(column, type=field.type) for column, field in zip(columns, schema, strict=True)]
        yield pa.record_batch(arrays, schema=schema)


def _arrow_cell(column: Column, value: Cell) -> Any:
    if isinstance(value, str):
        return _encodable(value)
    return [_encodable(item) for item in value] if isinstance(value, tuple) else value


def _encodable(text: str) -> str:
    """Return text that UTF-8 can hold: a lone surrogate becomes the replacement character, as in JSON."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


class _Drain:
    """A file that is only written to, whose bytes can be taken away as they come."""

    closed = False

    def __init__(self) -> None:
        self._held: list[bytes] = []
        self._at = 0

    def write(self, data: bytes) -> int:
        self._held.append(bytes(data))
        self._at += len(data)
        return len(data)

    def tell(self) -> int:
        return self._at

    def flush(self) -> None:
        pass

    def close(self) -> None:
        self.closed = True

    def take(self) -> bytes:
        data = b"".join(self._held)
        self._held.clear()
        return data
