"""The terminal: rich's console, and what it needs for Arabic."""

from __future__ import annotations

import re
import unicodedata

from rich.console import Console
from rich.text import Text

# A terminal that knows right-to-left text orders a line by its first strong letter; this mark makes it a right one.
RIGHT_TO_LEFT_MARK = "\u200f"
LEFT_TO_RIGHT_MARK = "\u200e"
# Wide enough that no line is ever folded where the output is a file or a pipe.
_NO_FOLD = 100_000


def console() -> Console:
    """Return a console on standard output; lines are not folded where the output is a file or a pipe."""
    out = Console(highlight=False, markup=False, emoji=False)
    return out if out.is_terminal else Console(highlight=False, markup=False, emoji=False, width=_NO_FOLD)


def clean(text: str, *, edges: bool = False, lines: bool = False) -> str:
    """Return text that cannot drive the terminal: control, bidi and surrogate characters out, white space single.

    White space at the ends is kept with `edges`, line breaks with `lines`.
    """
    kept = "".join(c if c.isspace() else "" if unicodedata.category(c) in {"Cc", "Cf", "Cs", "Co"} else c for c in text)
    single = re.sub(r"[^\S\n]+", " ", kept) if lines else re.sub(r"\s+", " ", kept)
    return single if edges else single.strip()


def arabic(text: str, style: str = "") -> Text:
    """Return a line of Arabic, right to left."""
    return Text(RIGHT_TO_LEFT_MARK + clean(text), style)
