"""Make name_foreign.tsv from pairs of names: `python -m tawatur.lexicon.build.foreign PAIRS`.

PAIRS is `ar2en-train.txt` of Google's transliteration data (github.com/google/transliteration, Apache-2.0): an Arabic
form, a tab, a Latin form in lower case, one pair a line.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

from tawatur.lexicon.build.table import Row, write_table
from tawatur.text.fold import fold

HEAD = (
    "Foreign names in Arabic letters, folded, and in Latin ones. Source: Google transliteration data, Apache-2.0; "
    "built by `python -m tawatur.lexicon.build.foreign ar2en-train.txt`.",
)
# Shorter words are too often words of Arabic («جن», «برد»).
_LETTERS = 4
# Marks that the pairs have at the end of some words.
_MARKS = ".,،\u200e"


def foreign_rows(lines: Iterable[str]) -> list[Row]:
    """Return the folded form and the shortest Latin form of each name, by folded form.

    Left out: forms of fewer than four letters and forms that begin with ال, which are Arabic names. Common words stay:
    whoever loads the table takes the common words of its day away. Raises ValueError for a line that is no pair.
    """
    found: dict[str, list[str]] = {}
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        fields = line.rstrip("\n").split("\t")
        if len(fields) != 2:
            raise ValueError(f"line {number} of the pairs has {len(fields)} fields, not an Arabic and a Latin form")
        word = fold(fields[0]).strip(_MARKS)
        if len(word) >= _LETTERS and word.isalpha() and not word.startswith("ال"):
            found.setdefault(word, []).append(fields[1])
    return [(word, min(forms, key=lambda form: (len(form), form))) for word, forms in sorted(found.items())]


def main(arguments: list[str]) -> None:
    """Write the table from the file named."""
    if len(arguments) != 1:
        sys.exit("usage: python -m tawatur.lexicon.build.foreign PAIRS")
    with Path(arguments[0]).open(encoding="utf-8") as lines:
        write_table("name_foreign.tsv", HEAD, foreign_rows(lines))


if __name__ == "__main__":
    main(sys.argv[1:])
