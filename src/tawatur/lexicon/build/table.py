"""Write a built table: its head, then its rows, replaced as a whole."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

Row = tuple[str, ...]

DATA = Path(__file__).resolve().parents[1] / "data"


def table_text(head: Sequence[str], rows: Iterable[Row]) -> str:
    """Return a table as text. Raises ValueError for a field that holds a tab or a line break."""
    lines = [f"# {line}" for line in head]
    for row in rows:
        if any(mark in field for field in row for mark in "\t\r\n"):
            raise ValueError(f"a field of {row!r} holds a tab or a line break")
        lines.append("\t".join(row))
    return "\n".join(lines) + "\n"


def write_table(name: str, head: Sequence[str], rows: Iterable[Row]) -> None:
    """Write the data file `name`; the one that is there stays until the new one is whole."""
    path, part = DATA / name, DATA / f"{name}.part"
    part.write_text(table_text(head, rows), encoding="utf-8")
    part.replace(path)
    print(path)
