"""Make page text harmless where it is taken out: in JSON by escapes that read back the same, in cells as visible signs.

Pages may hold what reorders the text around it (bidi embeddings, overrides, isolates), what no one sees (Unicode's tag
characters, controls), what a spreadsheet would run (a cell that begins with =, +, -, @, a tab or a carriage return),
and what a browser would (`<`). The words themselves are evidence, so nothing is dropped.
"""

from __future__ import annotations

import json
import re
from urllib.parse import quote, urlsplit

# Bidi embeddings, overrides and isolates; tag characters; line separators that scripts take for line ends; lone
# surrogates; C0 and C1 controls but tab, line feed and carriage return. Plain marks of direction are ordinary text.
_RISKY = "\u202a-\u202e\u2066-\u2069\U000e0000-\U000e007f\u2028\u2029\ud800-\udfff\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"
_IN_TEXT = re.compile(f"[{_RISKY}]")
_IN_JSON = re.compile(f"[{_RISKY}<]")
# OWASP, CSV injection: signs that make a spreadsheet take a cell for a formula. Full-width forms count alike.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def visible(text: str) -> str:
    """Return text with every risky character written out («\\u202e»), so that it shows and does nothing."""
    return _IN_TEXT.sub(_written_out, text)


def _written_out(match: re.Match[str]) -> str:
    code = ord(match[0])
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"


def cell(text: str, *, formulas: bool = False) -> str:
    """Return text for a cell of a table that people open: risky characters visible, formulas disarmed.

    A cell that a spreadsheet would run gets an apostrophe before it, unless `formulas`.
    """
    shown = visible(text)
    return "'" + shown if not formulas and shown.lstrip(" \u00a0\u200e\u200f").startswith(_FORMULA) else shown


def json_text(value: object, indent: int | None = None) -> str:
    """Return plain data as JSON whose bytes are harmless in a terminal, an editor and a page; it reads back the same.

    A lone surrogate, which UTF-8 cannot hold, reads back as the replacement character: strict readers refuse it.
    """
    separators = (",", ": ") if indent else (",", ":")
    told = json.dumps(value, ensure_ascii=False, allow_nan=False, indent=indent, separators=separators)
    return _IN_JSON.sub(_escaped, told)


def _escaped(match: re.Match[str]) -> str:
    code = ord(match[0])
    if 0xD800 <= code <= 0xDFFF:
        return "\ufffd"
    if code > 0xFFFF:
        high, low = divmod(code - 0x10000, 0x400)
        return f"\\u{0xD800 + high:04x}\\u{0xDC00 + low:04x}"
    return f"\\u{code:04x}"


def json_line(value: object) -> bytes:
    """Return plain data as one line of JSON."""
    return json_text(value).encode() + b"\n"


def web_address(url: str | None) -> str | None:
    """Return a page's address as a URI where it is one of http or https, else None («javascript:…», damaged ones)."""
    try:
        known = url is not None and urlsplit(url).scheme in {"http", "https"} and bool(urlsplit(url).netloc)
    except ValueError:
        return None
    return quote(url, safe=":/?#[]@!$&'()*+,;=%-._~", errors="replace") if known and url else None
