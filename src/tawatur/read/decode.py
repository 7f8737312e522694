"""Decode bytes: by byte order mark, as UTF-8, as declared, or as the Arabic code page that reads most like Arabic."""

from __future__ import annotations

import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

from tawatur.read.language import arabic_share, arabic_words

# Enough to know a file by: headers of pages and of binary formats lie well inside.
HEAD = 65_536
_DECLARED = re.compile(
    rb"""charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]+)|<\?xml[^>]*encoding\s*=\s*["']([A-Za-z0-9_.:-]+)"""
)
_CODE_PAGES = ("cp1256", "iso8859_6", "mac_arabic")
_NAMES = {"cp1256": "windows-1256", "iso8859_6": "iso-8859-6", "mac_arabic": "x-mac-arabic"}
_ALIASES = {"windows-1256": "cp1256", "x-cp1256": "cp1256", "iso-8859-6-i": "iso8859_6", "iso-8859-6-e": "iso8859_6"}
# Bytes below space that text holds: tab, line feed, vertical tab, form feed, carriage return, escape.
_CONTROLS = bytes(set(range(32)) - {9, 10, 11, 12, 13, 27})
_MAGIC = (
    b"%PDF-",
    b"PK\x03\x04",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\x7fELF",
    b"\x1f\x8b",
    b"RIFF",
    b"SQLite format 3",
)
# Share of control bytes above which a file is no text: random bytes have 10 %, damaged text has next to none.
_MOST_CONTROLS = 0.02


@dataclass(frozen=True, slots=True)
class Decoded:
    """A decoded text and the name of its encoding."""

    text: str
    encoding: str


@dataclass(frozen=True, slots=True)
class Undecodable:
    """Why bytes are no text, as a kind of SetAside and in words."""

    kind: str
    reason: str


def looks_binary(head: bytes) -> str | None:
    """Return in words why the first bytes of a file are no text, or None."""
    for magic in _MAGIC:
        if head.startswith(magic):
            return f"a binary file (it starts with {magic!r})"
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return None
    controls = len(head) - len(head.translate(None, _CONTROLS))
    if controls > _MOST_CONTROLS * len(head):
        return f"no text: {100 * controls / len(head):.0f} % of its first {len(head):,} bytes are control bytes"
    return None


def decode(data: bytes) -> Decoded | Undecodable:
    """Decode a whole input, strictly; nothing is replaced or dropped but a byte order mark."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _strictly(data, "utf-16")
    if data.startswith(b"\xef\xbb\xbf"):
        return _strictly(data, "utf-8-sig")
    binary = looks_binary(data[:HEAD])
    if binary:
        return Undecodable("binary", binary)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        if _only_tail_is_cut(data, error):
            return Undecodable(
                "truncated",
                f"cut short: its last character is broken off at byte {error.start:,} of {len(data):,} (UTF-8); "
                "fetch the page again",
            )
        return _legacy(data, error)


def _strictly(data: bytes, encoding: str) -> Decoded | Undecodable:
    try:
        return Decoded(data.decode(encoding), encoding)
    except UnicodeDecodeError as error:
        kind = "truncated" if error.end >= len(data) else "encoding"
        return Undecodable(kind, f"marked as {encoding}, but {error.reason} at byte {error.start:,} of {len(data):,}")


def _only_tail_is_cut(data: bytes, error: UnicodeDecodeError) -> bool:
    # A UTF-8 character has at most four bytes; the text before it must be UTF-8 that is more than ASCII.
    return (
        error.reason == "unexpected end of data" and len(data) - error.start < 4 and not data[: error.start].isascii()
    )


def _legacy(data: bytes, error: UnicodeDecodeError) -> Decoded | Undecodable:
    declared = declared_encoding(data[:HEAD])
    names = ([declared] if declared else []) + [name for name in _CODE_PAGES if name != declared]
    best: tuple[float, Decoded] | None = None
    for name in names:
        try:
            text = data.decode(name)
        except (UnicodeDecodeError, LookupError):
            continue
        # A declared encoding wins a tie; it does not win against a reading with more Arabic in it.
        score = _reads_arabic(text) + (0.05 if name == declared else 0.0)
        if best is None or score > best[0]:
            best = (score, Decoded(text, _NAMES.get(name, name)))
    # Half of what running Arabic scores: below it the words are another language's, or noise.
    if best and best[0] >= 0.5:
        return best[1]
    return _last_resort(data) or Undecodable(
        "encoding",
        f"in no known encoding: not UTF-8 ({error.reason} at byte {error.start:,}), and no Arabic in "
        + ", ".join(_NAMES.get(name, name) for name in names),
    )


def declared_encoding(head: bytes) -> str | None:
    """Return the encoding that the markup declares, as Python names it, or None."""
    match = _DECLARED.search(head)
    if match is None:
        return None
    name = (match.group(1) or match.group(2)).decode("ascii", "replace").lower()
    return None if name in {"utf-8", "utf8", "unicode"} else _ALIASES.get(name, name)


def _reads_arabic(text: str) -> float:
    """Score how Arabic a decoding reads: the share of Arabic among its letters beyond ASCII, plus known short words.

    Real Arabic has a function word (في، من، على …) among every five words or so; a wrong code page has none.
    """
    share = arabic_share(text[:200_000])
    words = arabic_words(text[:200_000])
    return 0.5 * share + min(0.5, 5 * words.known / words.count) if words.count else 0.0


def _last_resort(data: bytes) -> Decoded | None:
    guess = from_bytes(data[:HEAD]).best()
    if guess is None:
        return None
    try:
        text = data.decode(guess.encoding)
    except (UnicodeDecodeError, LookupError):
        return None
    return Decoded(text, guess.encoding) if _reads_arabic(text) >= 0.5 else None
