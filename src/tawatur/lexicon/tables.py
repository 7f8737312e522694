"""Read the data files of the lexicon: tab-separated rows, comments with their source and licence above them."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files


class LexiconError(ValueError):
    """A data file of the lexicon is missing or a row of it is malformed."""


def read_table(name: str, columns: int) -> Iterator[tuple[str, ...]]:
    """Yield the rows of the data file `name` (below tawatur/lexicon/data), each of exactly `columns` fields.

    Lines that start with # and blank lines are passed over; missing fields at a row's end are empty. Raises
    LexiconError for a file that is not there or a row with too many fields.
    """
    path = files("tawatur.lexicon").joinpath("data", name)
    if not path.is_file():
        raise LexiconError(f"the lexicon has no data file {name!r}")
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            line = line.rstrip("\n")
            if not line or line.startswith("#"):
                continue
            fields = tuple(line.split("\t"))
            if len(fields) > columns:
                raise LexiconError(f"{name}:{number}: {len(fields)} fields where at most {columns} are known")
            yield fields if len(fields) == columns else fields + ("",) * (columns - len(fields))
