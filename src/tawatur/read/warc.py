"""WARC archives into pages, one record in memory at a time; damage is named and what stands around it is read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO

from warcio.bufferedreaders import ChunkedDataReader
from warcio.limitreader import LimitReader
from warcio.recordloader import ArcWarcRecord, ArcWarcRecordLoader

from tawatur.model import Page, Provenance, SetAside
from tawatur.read.compressed import STEP, CutShort, Damaged, TooLarge, opened
from tawatur.read.pages import MOST_PAGE_BYTES, Arrival, is_page_type, page_from_bytes
from tawatur.read.salvage import ArchiveStream, Found, find_record, stretches

# Records that hold a page: an HTTP answer, or a document put in by itself.
_PAGES = {"response", "resource"}


@dataclass(frozen=True, slots=True)
class _Holding:
    """A record that holds a page: how it came, how its bytes are packed, and what its crawler says it cut off."""

    arrival: Arrival
    compressed: str
    chunked: bool
    cut: str | None


class _Broken(Exception):
    """A record whose headers make no sense."""


def read_warc(file: IO[bytes], place: str) -> Iterator[Page | SetAside]:
    """Yield the pages of a WARC file (`file` can seek): gzipped record by record, gzipped as a whole, or plain.

    Records that are no page (requests, redirects, errors, pictures, revisits) are passed over. Damage is yielded as
    SetAside: "truncated" where the file or a record ends early, "warc" where bytes are broken; the rest is read.
    """
    for stretch in stretches(file):
        if isinstance(stretch, SetAside):
            yield SetAside(f"{place}:{stretch.place}", stretch.reason, stretch.kind)
        else:
            yield from _stretch(stretch, place)


def _stretch(stream: ArchiveStream, place: str) -> Iterator[Page | SetAside]:
    """Read a gzip member or a plain file. A page is given out once the bytes behind it are right."""
    loader = ArcWarcRecordLoader(arc2warc=False)
    here, held = f"{place}:{stream.place()}", list[Page | SetAside]()
    try:
        while True:
            found = find_record(stream)
            yield from held
            held = []
            if found.skipped:
                yield SetAside(here, f"is followed by {found.skipped:,} bytes that are no WARC record", "warc")
            if not found.line:
                return
            here = f"{place}:{found.place}"
            held = _record(loader, stream, found, here)
    except CutShort as error:
        yield SetAside(here, f"the archive is cut off in this record: {error}", "truncated")
    except Damaged as error:
        yield SetAside(here, f"this record is damaged: {error}", "warc")


def _record(loader: ArcWarcRecordLoader, stream: ArchiveStream, first: Found, place: str) -> list[Page | SetAside]:
    """Read one record to its end. Raises Damaged, CutShort."""
    found: list[Page | SetAside] = []
    stream.limit_headers(True)
    try:
        record = loader.parse_record_stream(
            stream, statusline=first.line.decode("latin-1"), known_format="warc", no_record_parse=True
        )
        if not isinstance(record.raw_stream, LimitReader):
            raise _Broken("it does not say how long it is")
        holding = _holding(loader, record, place, first.offset)
    except Damaged:
        raise
    # warcio raises AttributeError, TypeError and more, besides its own errors, for headers that it does not expect.
    except Exception as error:
        return [SetAside(place, f"this record's headers are not readable: {error}", "warc")]
    finally:
        stream.limit_headers(False)
    if isinstance(holding, SetAside):
        found.append(holding)
    elif holding is not None:
        found += _page(holding, record.raw_stream)
    _pass_over(record.raw_stream)
    return found


def _pass_over(content: LimitReader) -> None:
    while content.read(STEP):
        pass
    if content.limit > 0:
        raise CutShort(f"{content.limit:,} of its bytes are missing")


def _holding(loader: ArcWarcRecordLoader, record: ArcWarcRecord, place: str, offset: int) -> _Holding | SetAside | None:
    """Return what a record's headers say of the page in it; None when it holds none."""
    headers = record.rec_headers
    url = headers.get_header("WARC-Target-URI") or ""
    if record.rec_type not in _PAGES or not url.startswith(("http://", "https://")):
        return None
    media, http = headers.get_header("Content-Type"), None
    if record.rec_type == "response":
        try:
            http = loader.load_http_headers("response", url, record.raw_stream, record.length)
        except Damaged:
            raise
        except Exception as error:
            return SetAside(place, f"{url} holds no readable HTTP answer: {error}", "warc")
        if http is None or http.get_statuscode() != "200":
            return None
        media = http.get_header("Content-Type")
    if not is_page_type(media or ""):
        return None
    origin = Provenance(
        "warc",
        fetched=headers.get_header("WARC-Date"),
        http_date=http.get_header("Date") if http else None,
        http_modified=http.get_header("Last-Modified") if http else None,
        record=headers.get_header("WARC-Record-ID"),
        offset=offset,
    )
    return _Holding(
        Arrival(place, path=place, url=url, media=media or "", provenance=origin),
        (http.get_header("Content-Encoding") or "").strip().lower() if http else "",
        "chunked" in (http.get_header("Transfer-Encoding") or "").lower() if http else False,
        headers.get_header("WARC-Truncated"),
    )


def _page(holding: _Holding, content: LimitReader) -> Iterator[Page | SetAside]:
    # A reader of its own limit: a chunk may claim two gigabytes.
    source = LimitReader(content, 2 * MOST_PAGE_BYTES)
    chunks = ChunkedDataReader(source) if holding.chunked else source
    arrival = holding.arrival
    place, url = arrival.place, arrival.url
    try:
        data = b"".join(opened(iter(lambda: chunks.read(STEP), b""), holding.compressed, MOST_PAGE_BYTES))
    except TooLarge as error:
        yield SetAside(place, f"{url} {error}", "size")
        return
    except ValueError as error:
        yield SetAside(place, f"{url} is {error}", "encoding")
        return
    except Damaged as error:
        yield SetAside(place, f"{url} {error}", "truncated" if isinstance(error, CutShort) else "warc")
        return
    if holding.cut:
        yield SetAside(place, f"{url} was cut short by its crawler (WARC-Truncated: {holding.cut[:40]})", "truncated")
    page = page_from_bytes(data, arrival)
    yield page if isinstance(page, Page) else SetAside(place, f"{url} {page.reason}", page.kind)
