"""Decode bytes: by byte order mark, as UTF-8, as declared, or as the Arabic code page that reads most like Arabic.

What the bytes are decides, not what is said of them: servers and pages declare a wrong encoding every day.
"""

from __future__ import annotations

import codecs
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
# Tried only where they are declared: of old systems, and easily taken for one another.
_OTHER_PAGES = {"cp720", "cp864"}
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
# Arabic letters for each damaged place of a text that is still taken for UTF-8.
_LETTERS_A_BREAK = 200
_ARABIC_RUN = re.compile(r"[\u0620-\u064a]+")
# Share of control bytes above which a file is no text: random bytes have 10 %, damaged text has next to none.
_MOST_CONTROLS = 0.02


@dataclass(frozen=True, slots=True)
class Decoded:
    """A decoded text, the name of its encoding, and why that one where the declaration was wrong, absent or damaged."""

    text: str
    encoding: str
    reason: str = ""


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


def decode(data: bytes, told: str | None = None) -> Decoded | Undecodable:
    """Decode a whole input; `told` is the encoding that its server named.

    Nothing is dropped but a byte order mark. A few damaged bytes in a long UTF-8 text become U+FFFD, and the reason
    says how many.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _strictly(data, "utf-16")
    if data.startswith(b"\xef\xbb\xbf"):
        return _strictly(data, "utf-8-sig")
    declared = _python_name(told) or declared_encoding(data[:HEAD])
    if declared in {"utf_16", "utf_16_le", "utf_16_be"} and b"\0" in data[:HEAD]:
        return _strictly(data, declared)
    binary = looks_binary(data[:HEAD])
    if binary:
        return Undecodable("binary", binary)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        if _only_tail_is_cut(data, error):
            return Undecodable(
                "truncated",
                f"cut short: its last character is broken off at byte {error.start:,} of {len(data):,} (UTF-8); "
                "fetch the page again",
            )
        return _damaged_utf8(data) or _legacy(data, error, declared)
    wrong = declared is not None and not text.isascii()
    return Decoded(text, "utf-8", f"declared as {_NAMES.get(declared or '', declared)}, but is UTF-8" if wrong else "")


def _damaged_utf8(data: bytes) -> Decoded | None:
    """Read UTF-8 in which a few bytes are broken, as where a site cut a summary in the middle of a letter."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    # A legacy code page read as UTF-8 breaks at every letter; a cut summary or two break it at a handful of places.
    if broken * _LETTERS_A_BREAK > sum(map(len, _ARABIC_RUN.findall(text))):
        return None
    return Decoded(text, "utf-8", f"UTF-8 with {broken} damaged place{'s' if broken > 1 else ''}, shown as U+FFFD")


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


def _legacy(data: bytes, error: UnicodeDecodeError, declared: str | None) -> Decoded | Undecodable:
    names = ([declared] if declared in _OTHER_PAGES else []) + list(_CODE_PAGES)
    best: tuple[float, Decoded] | None = None
    for name in names:
        try:
            text = data.decode(name)
        except (UnicodeDecodeError, LookupError):
            continue
        # A declared encoding wins a tie; it does not win against a reading with more Arabic in it.
        score = _reads_arabic(text) + (0.05 if name == declared else 0.0)
        if best is None or score > best[0]:
            best = (score, Decoded(text, _NAMES.get(name, name), _why(name, declared)))
    # Half of what running Arabic scores: below it the words are another language's, or noise.
    if best and best[0] >= 0.5:
        return best[1]
    return _last_resort(data) or Undecodable(
        "encoding",
        f"in no known encoding: not UTF-8 ({error.reason} at byte {error.start:,}), and no Arabic in "
        + ", ".join(_NAMES.get(name, name) for name in names),
    )


def _why(name: str, declared: str | None) -> str:
    if name == declared:
        return ""
    said = f"declared as {_NAMES.get(declared, declared)}" if declared else "not declared"
    return f"{said}; its bytes are no UTF-8 and read most like Arabic as {_NAMES.get(name, name)}"


def declared_encoding(head: bytes) -> str | None:
    """Return the encoding that the markup declares, as Python names it, or None."""
    match = _DECLARED.search(head)
    if match is None:
        return None
    return _python_name((match.group(1) or match.group(2)).decode("ascii", "replace"))


def _python_name(told: str | None) -> str | None:
    """Return a declared encoding as Python names it; None for UTF-8, for none at all, and for what Python has not."""
    name = (told or "").strip("\"' \t").lower()
    try:
        name = codecs.lookup(_ALIASES.get(name, name)).name.replace("-", "_") if name and name.isascii() else ""
    except (LookupError, ValueError):
        return None
    return None if name in {"", "utf_8"} else name


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
