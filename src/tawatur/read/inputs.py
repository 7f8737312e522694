"""Files and folders into pages, one at a time, so that memory holds one page however many there are."""

from __future__ import annotations

import gzip
import io
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO, Literal, cast

from tawatur.model import Page, SetAside
from tawatur.read.decode import HEAD, Undecodable, decode, looks_binary
from tawatur.read.pages import build_page, looks_like_html
from tawatur.read.records import read_records

# The largest page read whole; the longest pages of news sites, scripts included, are below 10 MB.
MOST_PAGE_BYTES = 20_000_000
_TEXT = {".txt", ".text"}
_HTML = {".html", ".htm", ".xhtml"}
_RECORDS = (".jsonl", ".jsonl.gz", ".ndjson", ".ndjson.gz")


def read_inputs(paths: Sequence[Path]) -> Iterator[Page | SetAside]:
    """Yield the pages of files and folders in the order given, folders recursively in sorted order.

    Text (.txt), markup (.html, .htm) and records (.jsonl, .jsonl.gz) are read; in a folder other files are passed over,
    named by itself such a file is set aside. No input raises: what cannot be read is yielded as SetAside.
    """
    for path in paths:
        if path.is_dir():
            for inner in _files(path):
                yield from _read_file(inner)
        elif _is_known(path):
            yield from _read_file(path)
        elif path.exists():
            yield from _read_unnamed(path)
        else:
            yield SetAside(str(path), "there is no such file or folder", "missing")


def read_bytes(data: bytes, place: str) -> Page | SetAside:
    """Read one page, text or markup, from bytes; `place` names where they came from («standard input»)."""
    return _page(data, place, None, None)


def _files(folder: Path) -> Iterator[Path]:
    try:
        entries = sorted(folder.iterdir())
    except OSError:
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir() and not entry.is_symlink():
            yield from _files(entry)
        elif entry.is_file() and _is_known(entry):
            yield entry


def _is_known(path: Path) -> bool:
    return path.suffix.lower() in _TEXT | _HTML or path.name.lower().endswith(_RECORDS)


def _read_unnamed(path: Path) -> Iterator[Page | SetAside]:
    """Read a file given by name whose ending says nothing, as long as it has none; others are set aside."""
    if path.suffix:
        yield SetAside(str(path), f"files ending in {path.suffix} are not read; give .txt, .html or .jsonl", "unknown")
    else:
        yield from _read_file(path)


def _read_file(path: Path) -> Iterator[Page | SetAside]:
    place = str(path)
    try:
        if path.name.lower().endswith(_RECORDS):
            with path.open("rb") as raw:
                zipped = path.name.lower().endswith(".gz")
                stream = cast(
                    IO[bytes], gzip.GzipFile(fileobj=raw) if zipped else io.BufferedReader(cast(io.RawIOBase, raw))
                )
                yield from read_records(stream, place)
            return
        size = path.stat().st_size
        with path.open("rb") as stream:
            head = stream.read(HEAD)
            binary = looks_binary(head)
            if binary:
                yield SetAside(place, binary, "binary")
                return
            if size > MOST_PAGE_BYTES:
                yield SetAside(place, _too_large(size), "size")
                return
            data = head + stream.read(MOST_PAGE_BYTES + 1 - len(head))
    except OSError as error:
        yield SetAside(place, f"cannot be opened: {error.strerror or error}", "missing")
        return
    media: Literal["html"] | None = "html" if path.suffix.lower() in _HTML else None
    yield _page(data, place, place, media)


def _too_large(size: int) -> str:
    return f"{size:,} bytes is over the limit of {MOST_PAGE_BYTES:,} bytes for one page"


def _page(data: bytes, place: str, path: str | None, media: Literal["html"] | None) -> Page | SetAside:
    if not data:
        return SetAside(place, "is empty", "empty")
    if len(data) > MOST_PAGE_BYTES:
        return SetAside(place, looks_binary(data[:HEAD]) or _too_large(len(data)), "size")
    decoded = decode(data)
    if isinstance(decoded, Undecodable):
        return SetAside(place, decoded.reason, decoded.kind)
    kind: Literal["text", "html"] = "html" if media == "html" or looks_like_html(decoded.text) else "text"
    return build_page(decoded.text, decoded.encoding, kind, place, path)
