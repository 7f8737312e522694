"""Compressed bytes, opened without ever holding more than a limit: a bomb costs no more than an honest page."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator

# Bytes opened at a time.
STEP = 65_536
# window bits of zlib: 31 expects a gzip header, 15 a zlib one, -15 none («deflate» is sent both ways).
_GZIP, _ZLIB, _RAW = 31, 15, -15


class TooLarge(Exception):
    """What was opened is over the limit."""


class Damaged(Exception):
    """The compressed bytes are broken, or end before their end."""


class CutShort(Damaged):
    """The compressed bytes end before their end."""


def opened(chunks: Iterable[bytes], encoding: str, limit: int) -> Iterator[bytes]:
    """Yield what `chunks` hold, at most `limit` bytes; `encoding` is "gzip", "deflate" or "identity".

    Bytes that claim to be gzip and are not are passed on as they are: archives and servers do label so. Raises
    TooLarge, Damaged, CutShort; ValueError for another encoding.
    """
    total = 0
    for piece in _pieces(chunks, encoding):
        total += len(piece)
        if total > limit:
            raise TooLarge(f"holds more than {limit:,} bytes")
        yield piece


def _pieces(chunks: Iterable[bytes], encoding: str) -> Iterator[bytes]:
    source = iter(chunks)
    head = b""
    # Two bytes tell gzip; an endless run of empty chunks is the sender's time limit to end.
    while len(head) < 2 and (chunk := next(source, None)) is not None:
        head += chunk
    if encoding in {"gzip", "x-gzip"} and head.startswith(b"\x1f\x8b"):
        bits = _GZIP
    elif encoding == "deflate" and head:
        bits = _ZLIB if head[0] & 0x0F == 8 and int.from_bytes(head[:2].ljust(2, b"\0"), "big") % 31 == 0 else _RAW
    elif encoding in {"", "identity", "gzip", "x-gzip", "deflate"}:
        yield head
        yield from source
        return
    else:
        raise ValueError(f"compressed as {encoding!r}, which is not read")
    yield from _inflated(head, source, bits)


def _inflated(head: bytes, source: Iterator[bytes], bits: int) -> Iterator[bytes]:
    machine = zlib.decompressobj(bits)
    data = head
    while True:
        while data:
            try:
                piece = machine.decompress(data, STEP)
            except zlib.error as error:
                raise Damaged(f"its compressed bytes are damaged ({error})") from error
            if piece:
                yield piece
            data = machine.unconsumed_tail
            if machine.eof:
                # A gzip file may have several members, one after another; what else follows is padding.
                data = machine.unused_data
                if bits != _GZIP or not data.startswith(b"\x1f\x8b"):
                    return
                machine = zlib.decompressobj(bits)
        more = next(source, None)
        if more is None:
            if machine.eof:
                return
            raise CutShort("its compressed bytes end before their end")
        data = more
