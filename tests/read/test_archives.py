"""WARC archives: every page before, between and after damage is read, and the damage is named and counted."""

from __future__ import annotations

import gzip
import io
import tracemalloc
import zlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tawatur.model import Page, SetAside
from tawatur.read import read_inputs
from tawatur.read.warc import read_warc

MARKUP = (
    "<html><head><title>سوق السمك {n}</title></head><body><h1>سوق السمك في المرسى</h1><p>قال مدير السوق رقم {n} إن "
    "الصيادين عادوا من البحر، وأضاف أن الأسعار تراجعت هذا الأسبوع بعد هدوء الرياح.</p></body></html>"
)


def record(
    number: int,
    body: bytes | None = None,
    *,
    kind: str = "response",
    status: str = "HTTP/1.1 200 OK",
    media: str = "text/html; charset=utf-8",
    http: dict[str, str] | None = None,
    extra: str = "",
) -> bytes:
    """One WARC record, plain."""
    headers = {"Content-Type": media, "Date": "Sat, 04 Mar 2023 10:00:00 GMT", **(http or {})}
    lines = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    payload = MARKUP.format(n=number).encode() if body is None else body
    block = f"{status}\r\n{lines}\r\n".encode() + payload
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:{number:032x}>\r\n"
        f"WARC-Target-URI: https://almarsa.example/{number}\r\nWARC-Date: 2023-03-04T10:00:00Z\r\n{extra}"
        f"Content-Type: application/http; msgtype={kind}\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def archive(count: int = 5, zipped: bool = True) -> bytes:
    info = b"WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 6\r\n\r\na: b\r\n\r\n\r\n"
    return packed([info, *(record(number) for number in range(count))], zipped)


def packed(records: list[bytes], zipped: bool = True) -> bytes:
    return b"".join(gzip.compress(one) if zipped else one for one in records)


def read(data: bytes) -> tuple[list[Page], list[SetAside]]:
    found = list(read_warc(io.BytesIO(data), "a.warc"))
    return [x for x in found if isinstance(x, Page)], [x for x in found if isinstance(x, SetAside)]


def numbers(pages: list[Page]) -> list[int]:
    return [int((page.url or "").rpartition("/")[2]) for page in pages]


@pytest.mark.parametrize("data", [archive(), archive(zipped=False), gzip.compress(archive(zipped=False))])
def test_by_record_plain_and_as_a_whole(data: bytes) -> None:
    pages, aside = read(data)
    assert numbers(pages) == [0, 1, 2, 3, 4]
    assert aside == []
    assert len({page.path for page in pages}) == 5
    origin = pages[0].provenance
    assert origin is not None
    assert (origin.how, origin.http_date) == ("warc", "Sat, 04 Mar 2023 10:00:00 GMT")
    assert origin.record is not None
    assert origin.record.startswith("<urn:uuid:")
    assert origin.fetched is not None
    assert origin.fetched.endswith("Z")


@pytest.mark.parametrize("zipped", [True, False])
def test_a_cut_archive_gives_all_before_the_cut_and_names_it(tmp_path: Path, zipped: bool) -> None:
    path = tmp_path / ("cut.warc.gz" if zipped else "cut.warc")
    path.write_bytes(archive(5, zipped)[:-60])
    *pages, cut = read_inputs([path])
    assert numbers([page for page in pages if isinstance(page, Page)]) == [0, 1, 2, 3]
    assert isinstance(cut, SetAside)
    assert cut.kind == "truncated"
    assert str(path) in cut.place


def test_every_cut_of_an_archive_keeps_the_whole_records_before_it() -> None:
    data = archive(3)
    whole = [end for end in range(1, len(data) + 1) if data[end : end + 3] in (b"\x1f\x8b\x08", b"")]
    for cut in range(1, len(data), 7):
        pages, aside = read(data[:cut])
        assert len(pages) == max(0, sum(end <= cut for end in whole) - 1)
        assert [item.kind for item in aside] == ([] if cut in whole else aside and [aside[0].kind])
        if cut not in whole and cut > 20:
            assert [item.kind for item in aside] == ["truncated"]


def test_a_damaged_record_costs_itself_alone() -> None:
    data = bytearray(archive())
    middle = [at for at in range(len(data)) if data[at : at + 3] == b"\x1f\x8b\x08"][3]
    data[middle + 200 : middle + 220] = b"\0" * 20
    pages, aside = read(bytes(data))
    assert numbers(pages) == [0, 1, 3, 4]
    assert [item.kind for item in aside] == ["warc"]
    assert f":{middle}" in aside[0].place


def test_a_wrong_checksum_keeps_the_page_out() -> None:
    data = bytearray(archive(2))
    data[-8] ^= 0xFF
    pages, aside = read(bytes(data))
    assert numbers(pages) == [0]
    assert [item.kind for item in aside] == ["warc"]


def test_stray_bytes_are_passed_and_told() -> None:
    one, two = archive(1), archive(2)
    pages, aside = read(one + b"stray bytes" + two)
    assert numbers(pages) == [0, 0, 1]
    assert [item.kind for item in aside] == ["warc"]
    plain = archive(1, False)
    pages, aside = read(plain + b"stray\r\nlines\r\n" + plain)
    assert numbers(pages) == [0, 0]
    assert [item.kind for item in aside] == ["warc"]


def test_what_is_no_page_is_passed_over() -> None:
    records = [
        record(1, status="HTTP/1.1 404 Not Found"),
        record(2, b"\x89PNG", media="image/png"),
        record(3, b"{}", media="application/json"),
        record(4, b"", kind="request", status="GET / HTTP/1.1"),
        record(5),
        record(6, b"", kind="revisit"),
    ]
    pages, aside = read(packed(records))
    assert numbers(pages) == [5]
    assert aside == []


def test_compressed_and_chunked_answers_and_those_that_only_say_so() -> None:
    page = MARKUP.format(n=1).encode()
    chunked = b"%x\r\n%s\r\n0\r\n\r\n" % (len(page), page)
    records = [
        record(1, gzip.compress(page), http={"Content-Encoding": "gzip"}),
        record(2, zlib.compress(page), http={"Content-Encoding": "deflate"}),
        record(3, page, http={"Content-Encoding": "gzip"}),
        record(4, chunked, http={"Transfer-Encoding": "chunked"}),
        record(5, b"nothing", http={"Content-Encoding": "br"}),
        record(6, gzip.compress(page)[:-20], http={"Content-Encoding": "gzip"}),
    ]
    pages, aside = read(packed(records))
    assert numbers(pages) == [1, 2, 3, 4]
    assert len({page.text for page in pages}) == 1
    assert [item.kind for item in aside] == ["encoding", "truncated"]


@pytest.mark.parametrize("zipped", [True, False])
def test_a_bomb_in_an_archive_costs_little(zipped: bool) -> None:
    bomb = gzip.compress(b"\0" * 30_000_000, 1)
    data = packed([record(1, bomb, http={"Content-Encoding": "gzip"}), record(2)], zipped)
    tracemalloc.start()
    pages, aside = read(data)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert numbers(pages) == [2]
    assert [item.kind for item in aside] == ["size"]
    assert peak < 60_000_000


def test_endless_headers_end() -> None:
    data = b"WARC/1.0\r\nWARC-Type: " + b"x" * 3_000_000
    pages, aside = read(gzip.compress(data))
    assert pages == []
    assert [item.kind for item in aside] == ["warc"]


def test_a_page_cut_by_its_crawler_is_read_and_told() -> None:
    pages, aside = read(record(7, extra="WARC-Truncated: length\r\n"))
    assert numbers(pages) == [7]
    assert [item.kind for item in aside] == ["truncated"]


def test_the_charset_of_the_answer_counts_less_than_its_bytes() -> None:
    page = MARKUP.format(n=1)
    records = [
        record(1, page.encode("cp1256"), media="text/html; charset=iso-8859-6"),
        record(2, page.encode("iso8859_6"), media="text/html"),
        record(3, page.encode(), media="text/html; charset=windows-1256"),
    ]
    pages, _ = read(packed(records))
    assert [found.encoding for found in pages] == ["windows-1256", "iso-8859-6", "utf-8"]
    assert [found.text for found in pages] == [page] * 3
    assert all(found.encoding_reason for found in pages)


@settings(max_examples=30)
@given(st.binary(max_size=600), st.sampled_from([b"", b"WARC/1.0\r\n", archive(1, False), archive(1)[:400]]))
def test_no_bytes_raise(data: bytes, before: bytes) -> None:
    for whole in (before + data, gzip.compress(before + data)):
        assert all(isinstance(item, Page | SetAside) for item in read_warc(io.BytesIO(whole), "x"))


@settings(max_examples=25)
@given(st.lists(st.tuples(st.integers(0, 3000), st.integers(0, 255)), max_size=6), st.booleans())
def test_no_damage_raises(changes: list[tuple[int, int]], zipped: bool) -> None:
    data = bytearray(archive(2, zipped))
    for at, value in changes:
        data[at % len(data)] = value
    assert all(isinstance(item, Page | SetAside) for item in read_warc(io.BytesIO(bytes(data)), "x"))
