"""The bytes of an archive, gzip member by gzip member, so that damage costs the member that it is in and no more."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO

from tawatur.model import SetAside
from tawatur.read.compressed import STEP, CutShort, Damaged

_MAGIC = b"\x1f\x8b\x08"
# The longest header line, and the most bytes of headers of one record: those of crawlers stay below a hundredth.
_MOST_LINE = 65_536
_MOST_HEADERS = 1_000_000


class ArchiveStream:
    """A stretch of an archive, opened piece by piece, with the few methods of a file that warcio asks for.

    No line is longer and no block of headers larger than a limit, whatever the bytes say. Raises Damaged, CutShort.
    """

    def __init__(self, chunks: Iterator[bytes], start: int, zipped: bool) -> None:
        self._chunks = chunks
        self._start = start
        self._zipped = zipped
        self._buffer = b""
        self._given = 0
        self._headers: int | None = None
        self._broken: Damaged | None = None

    @property
    def offset(self) -> int:
        """Where in the file the next byte stands, or the gzip member that holds it."""
        return self._start if self._zipped else self._start + self._given

    def place(self) -> str:
        """Name the next byte: by its offset in the file, inside a gzip member by that of the member and in it."""
        return f"{self.offset}+{self._given}" if self._zipped and self._given else str(self.offset)

    def tell(self) -> int:
        """Return how many bytes were given out."""
        return self._given

    def read(self, length: int) -> bytes:
        """Return `length` bytes, fewer only at the end."""
        while len(self._buffer) < length and (chunk := self._next()):
            self._buffer += chunk
        return self._take(length)

    def readline(self, length: int = _MOST_LINE) -> bytes:
        """Return a line, or the `length` bytes of it that come first."""
        most, found = min(length, _MOST_LINE), -1
        while (found := self._buffer.find(b"\n", 0, most)) < 0 and len(self._buffer) < most:
            chunk = self._next()
            if not chunk:
                break
            self._buffer += chunk
        return self._take(found + 1 if found >= 0 else most)

    def limit_headers(self, on: bool) -> None:
        """From here on, count bytes as headers, or stop counting."""
        self._headers = 0 if on else None

    def _next(self) -> bytes:
        """Return the next piece; damage, once met, is met at every further step."""
        if self._broken is not None:
            raise self._broken
        try:
            return next(self._chunks, b"")
        except Damaged as error:
            self._broken = error
            raise

    def _take(self, length: int) -> bytes:
        taken, self._buffer = self._buffer[:length], self._buffer[length:]
        self._given += len(taken)
        if self._headers is not None:
            self._headers += len(taken)
            if self._headers > _MOST_HEADERS:
                raise Damaged(f"its headers are longer than {_MOST_HEADERS:,} bytes")
        return taken


@dataclass(frozen=True, slots=True)
class Found:
    """The next record: its place in words and as an offset, first line (empty at the end), stray bytes before it."""

    place: str
    offset: int
    line: bytes
    skipped: int


def find_record(stream: ArchiveStream) -> Found:
    """Go to the next record of a stretch."""
    skipped = 0
    while True:
        place, offset = stream.place(), stream.offset
        line = stream.readline()
        if not line or line.startswith(b"WARC/"):
            return Found(place, offset, line, skipped)
        skipped += len(line) if line.strip() else 0


def stretches(file: IO[bytes]) -> Iterator[ArchiveStream | SetAside]:
    """Yield the gzip members of a file one by one, or a plain file as one; each is to be read before the next is asked.

    Bytes between members, and damage that its reader did not meet, are yielded as SetAside with their offset as place.
    """
    head = file.read(len(_MAGIC))
    if not head.startswith(_MAGIC[:2]):
        file.seek(0)
        yield ArchiveStream(iter(lambda: file.read(STEP), b""), 0, zipped=False)
        return
    at: int | None = 0
    while at is not None:
        member = _Member(file, at)
        yield ArchiveStream(member.chunks(), at, zipped=True)
        try:
            for _ in member.chunks():
                pass
        except Damaged as error:
            yield SetAside(str(at), f"the archive is damaged here: {error}", "warc")
        end = at + 1 if member.end is None else member.end
        at = _next_member(file, end)
        if member.end is not None and at != end and _has_more(file, end):
            yield SetAside(str(end), "the bytes here are no part of the archive", "warc")


class _Member:
    """One gzip member: what it holds, and where it ends in the file once that is known."""

    def __init__(self, file: IO[bytes], start: int) -> None:
        self.end: int | None = None
        self._file = file
        self._opened = self._open(start)

    def chunks(self) -> Iterator[bytes]:
        """Return what is left of it; the same pieces are never given twice."""
        return self._opened

    def _open(self, start: int) -> Iterator[bytes]:
        self._file.seek(start)
        at, machine = start, zlib.decompressobj(31)
        while data := self._file.read(STEP):
            at += len(data)
            while data and not machine.eof:
                try:
                    piece = machine.decompress(data, STEP)
                except zlib.error as error:
                    raise Damaged(f"its compressed bytes are damaged ({error})") from error
                if piece:
                    yield piece
                data = machine.unconsumed_tail
            if machine.eof:
                self.end = at - len(machine.unused_data)
                return
        raise CutShort("the file ends before its end")


def _next_member(file: IO[bytes], at: int) -> int | None:
    """Return where the next gzip member with a record begins, at `at` or after it."""
    file.seek(at)
    window, start = file.read(STEP), at
    while True:
        found = window.find(_MAGIC)
        while found >= 0:
            if (found == 0 and start == at) or _begins_record(file, start + found):
                return start + found
            found = window.find(_MAGIC, found + 1)
        file.seek(start + len(window))
        more = file.read(STEP)
        if not more:
            return None
        # A mark may lie across two windows.
        keep = window[-(len(_MAGIC) - 1) :]
        start, window = start + len(window) - len(keep), keep + more


def _begins_record(file: IO[bytes], at: int) -> bool:
    """Tell a real member from three bytes that look like one."""
    file.seek(at)
    try:
        return zlib.decompressobj(31).decompress(file.read(STEP), 5) == b"WARC/"
    except zlib.error:
        return False


def _has_more(file: IO[bytes], at: int) -> bool:
    """Tell whether anything but padding follows."""
    file.seek(at)
    return bool(file.read(STEP).strip(b"\0"))
