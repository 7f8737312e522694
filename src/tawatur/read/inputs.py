"""Files and folders into pages, one at a time, so that memory holds one page however many there are."""

from __future__ import annotations

import gzip
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO, cast

from tawatur.model import Page, SetAside
from tawatur.read.compressed import STEP, CutShort, Damaged, TooLarge, opened
from tawatur.read.decode import HEAD, looks_binary
from tawatur.read.feeds import entry_page
from tawatur.read.listings import MOST_LISTING_BYTES, Listing, listing_kind, read_listing
from tawatur.read.pages import MOST_PAGE_BYTES, Arrival, page_from_bytes, too_large
from tawatur.read.records import read_records
from tawatur.read.warc import read_warc

_TEXT = {".txt", ".text"}
_HTML = {".html", ".htm", ".xhtml"}
_RECORDS = {".jsonl", ".ndjson"}
_LISTINGS = {".xml", ".rss", ".atom", ".opml"}
_KNOWN = _TEXT | _HTML | _RECORDS | _LISTINGS | {".warc"}
READ_ENDINGS = ".txt, .html, .jsonl, .warc, .rss, .atom or .xml, each also with .gz"


def read_inputs(paths: Sequence[Path]) -> Iterator[Page | SetAside]:
    """Yield the pages of files and folders in the order given, folders recursively in sorted order.

    Text (.txt), markup (.html, .htm), records (.jsonl), archives (.warc) and feeds (.rss, .atom, .xml) are read, also
    gzipped (.gz); in a folder other files are passed over, named by itself such a file is set aside. Nothing is fetched
    from the network. No input raises: what cannot be read is yielded as SetAside.
    """
    for path in paths:
        if path.is_dir():
            for inner in _files(path):
                yield from _read_file(inner, named=False)
        elif _ending(path) in _KNOWN or (path.exists() and not path.suffix):
            yield from _read_file(path)
        elif path.exists():
            told = f"files ending in {path.suffix} are not read; give {READ_ENDINGS}"
            yield SetAside(str(path), told, "unknown")
        else:
            yield SetAside(str(path), "there is no such file or folder", "missing")


def read_bytes(data: bytes, place: str) -> Page | SetAside:
    """Read one page, text or markup, from bytes; `place` names where they came from («standard input»)."""
    return page_from_bytes(data, Arrival(place))


def open_zipped(path: Path, limit: int) -> bytes:
    """Return a file's content, opened where it is gzipped, up to `limit` bytes; nothing of what is over or broken.

    Raises OSError.
    """
    with path.open("rb") as raw:
        data = _whole(raw, path, limit)
    return b"" if isinstance(data, SetAside) else data


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
        elif entry.is_file() and _ending(entry) in _KNOWN:
            yield entry


def _ending(path: Path) -> str:
    """Return what kind of file its name says, `.gz` aside."""
    name = path.name.lower().removesuffix(".gz")
    return Path(name).suffix


def _read_file(path: Path, named: bool = True) -> Iterator[Page | SetAside]:
    place, ending = str(path), _ending(path)
    try:
        with path.open("rb") as raw:
            if ending in _RECORDS:
                yield from read_records(_unzipped(raw, path), place)
            elif ending == ".warc":
                yield from read_warc(raw, place)
            elif ending in _LISTINGS:
                yield from _listing(raw, path, named)
            else:
                yield _one_page(raw, path)
    except OSError as error:
        yield SetAside(place, f"cannot be opened: {error.strerror or error}", "missing")


def _unzipped(raw: IO[bytes], path: Path) -> IO[bytes]:
    return cast(IO[bytes], gzip.GzipFile(fileobj=raw)) if path.name.lower().endswith(".gz") else raw


def _whole(raw: IO[bytes], path: Path, limit: int) -> bytes | SetAside:
    """Return a file's content, opened where it is gzipped; one that looks binary is refused by its head."""
    place = str(path)
    if path.name.lower().endswith(".gz"):
        try:
            return b"".join(opened(iter(lambda: raw.read(STEP), b""), "gzip", limit))
        except TooLarge as error:
            return SetAside(place, str(error), "size")
        except Damaged as error:
            return SetAside(place, str(error), "truncated" if isinstance(error, CutShort) else "binary")
    head = raw.read(HEAD)
    binary = looks_binary(head)
    if binary:
        return SetAside(place, binary, "binary")
    size = path.stat().st_size
    if size > limit:
        return SetAside(place, too_large(size), "size")
    return head + raw.read(limit + 1 - len(head))


def _one_page(raw: IO[bytes], path: Path) -> Page | SetAside:
    data = _whole(raw, path, MOST_PAGE_BYTES)
    if isinstance(data, SetAside):
        return data
    place = str(path)
    return page_from_bytes(data, Arrival(place, path=place, media="text/html" if _ending(path) in _HTML else ""))


def _listing(raw: IO[bytes], path: Path, named: bool) -> Iterator[Page | SetAside]:
    """Read a feed, whose entries may carry their articles; what only names pages is set aside: nothing is fetched."""
    place = str(path)
    data = _whole(raw, path, MOST_LISTING_BYTES)
    if isinstance(data, SetAside):
        yield data
        return
    if listing_kind(data[:4096]) is None and not named:
        return
    found = read_listing(data)
    if not isinstance(found, Listing):
        yield SetAside(place, found.reason, found.kind)
        return
    if found.damage:
        yield SetAside(place, found.damage, "feed")
    if found.kind != "feed":
        told = f"only names {len(found.entries):,} addresses, and nothing is fetched unasked: give --fetch to read them"
        yield SetAside(place, told, "link")
        return
    for number, entry in enumerate(found.entries, 1):
        yield entry_page(entry, f"{place}:{number}", found.title, place)
