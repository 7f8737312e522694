"""JSONL records: one article a line, in the input format of the commands `read` and `stories`."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator
from datetime import date
from typing import IO, Any

from tawatur.model import Page, SetAside
from tawatur.read.pages import page_id

# The longest line read; a record of one article is some kilobytes.
MOST_LINE_BYTES = 20_000_000


def read_record(line: str, place: str) -> Page | SetAside:
    """Read one JSONL line `{"id", "text"[, "title", "outlet", "url", "date", "byline"]}` into a page of one article.

    The page's id is the record's own. A date in another form than an ISO day counts as unknown.
    """
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:
        return SetAside(place, f"is no JSON: {error}", "json")
    if not isinstance(record, dict):
        return SetAside(place, f"is a JSON {type(record).__name__}, not an object with «id» and «text»", "json")
    text = record.get("text")
    if not isinstance(text, str):
        return SetAside(place, "has no «text» that is a string", "json")
    if not text.strip():
        return SetAside(place, "has an empty «text»", "empty")
    url = _string(record, "url")
    given = record.get("id")
    known = isinstance(given, str | int) and not isinstance(given, bool) and given != ""
    return Page(
        str(given) if known else page_id(text, url),
        text,
        media="record",
        path=place,
        url=url,
        title=_string(record, "title"),
        outlet=_string(record, "outlet"),
        published=_day(record.get("date")),
        byline=_string(record, "byline"),
    )


def read_records(stream: IO[bytes], place: str) -> Iterator[Page | SetAside]:
    """Yield the records of a JSONL stream one by one; a bad line is set aside by number and the rest goes on."""
    number = 0
    while True:
        try:
            raw = stream.readline(MOST_LINE_BYTES + 1)
            number += 1
            long = len(raw) > MOST_LINE_BYTES
            while long and raw and not raw.endswith(b"\n"):
                raw = stream.readline(MOST_LINE_BYTES)
        except (OSError, EOFError, zlib.error) as error:
            yield SetAside(f"{place}:{number + 1}", f"cannot be read further: {error}", "truncated")
            return
        if not raw and not long:
            return
        here = f"{place}:{number}"
        if long:
            yield SetAside(here, f"is longer than {MOST_LINE_BYTES:,} bytes", "size")
        elif raw.strip():
            yield _decoded(raw.removeprefix(b"\xef\xbb\xbf"), here)


def _decoded(raw: bytes, place: str) -> Page | SetAside:
    try:
        line = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        return SetAside(place, f"is not UTF-8: {error.reason} at byte {error.start:,}", "encoding")
    return read_record(line, place)


def _string(record: dict[str, Any], key: str) -> str | None:
    value = record.get(key)
    return value if isinstance(value, str) and value.strip() else None


def _day(value: object) -> date | None:
    try:
        return date.fromisoformat(value) if isinstance(value, str) and len(value) == 10 else None
    except ValueError:
        return None
