"""JSONL records: one article a line, in the input format of the commands `read` and `stories`."""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import IO, Any

from tawatur.model import Page, SetAside
from tawatur.read.pages import page_id

# The keys of a record, and other keys that mean the same; the first that holds a value counts.
ALIASES: dict[str, tuple[str, ...]] = {
    "id": (),
    "text": ("body", "content", "articleBody"),
    "title": ("headline",),
    "outlet": ("source", "publisher"),
    "url": ("link",),
    "date": ("published", "pubDate", "publication_date", "published_at", "datePublished"),
    "byline": ("author",),
}
KNOWN_KEYS = tuple(ALIASES)
_EVERY_KEY = frozenset((*ALIASES, *(alias for aliases in ALIASES.values() for alias in aliases)))
# Lines of a file that are looked at for keys that are not known: files are of one making.
_LOOKED_AT = 1_000
# The longest line read; a record of one article is some kilobytes.
MOST_LINE_BYTES = 20_000_000


def read_record(line: str, place: str) -> Page | SetAside:
    """Read one JSONL line `{"id", "text"[, "title", "outlet", "url", "date", "byline"]}` into a page of one article.

    The page's id is the record's own. A date is an ISO day, or a time that begins with one; else it counts as unknown.
    Common other names of the keys are understood (ALIASES).
    """
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:
        return SetAside(place, f"is no JSON: {error}", "json")
    if not isinstance(record, dict):
        return SetAside(place, f"is a JSON {type(record).__name__}, not an object with «id» and «text»", "json")
    record = with_known_keys(record)
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


def with_known_keys(record: dict[str, Any]) -> dict[str, Any]:
    """Return a record with the values of other names of its keys under the keys themselves, where these hold none."""
    found = dict(record)
    for key, aliases in ALIASES.items():
        if found.get(key) in (None, ""):
            value = next((record[a] for a in aliases if isinstance(record.get(a), str) and record[a].strip()), None)
            if value is not None:
                found[key] = value
    return found


def odd_keys(paths: Iterable[Path]) -> tuple[str, ...]:
    """Return the keys in the first lines of JSONL files, also of folders, that mean nothing here."""
    odd: dict[str, None] = {}
    for path in paths:
        for file in sorted(path.rglob("*.jsonl")) if path.is_dir() else (path,):
            if file.suffix == ".jsonl":
                odd.update(dict.fromkeys(_odd_keys_of(file)))
    return tuple(odd)


def _odd_keys_of(file: Path) -> Iterator[str]:
    try:
        with file.open("rb") as lines:
            for _ in range(_LOOKED_AT):
                line = lines.readline(MOST_LINE_BYTES)
                if not line:
                    return
                yield from _odd_keys_in(line)
    except OSError:
        return


def _odd_keys_in(line: bytes) -> tuple[str, ...]:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError):
        return ()
    return tuple(key for key in record if key not in _EVERY_KEY) if isinstance(record, dict) else ()


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


# «2025-07-06», and times of feeds and databases that begin with the day.
_DAY_FIRST = re.compile(r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d\S*(?: ?[+-]\d\d:?\d\d)?)?")


def _day(value: object) -> date | None:
    try:
        return date.fromisoformat(value[:10]) if isinstance(value, str) and _DAY_FIRST.fullmatch(value) else None
    except ValueError:
        return None
