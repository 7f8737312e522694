"""The terminal: rich's console, and what it needs for Arabic."""

from __future__ import annotations

from rich.console import Console
from rich.text import Text

# A terminal that knows right-to-left text orders a line by its first strong letter; this mark makes it a right one.
RIGHT_TO_LEFT_MARK = "\u200f"


def console() -> Console:
    """Return a console on standard output; lines are not cut where the output is a file or a pipe."""
    out = Console(highlight=False, soft_wrap=False)
    return out if out.is_terminal else Console(highlight=False, soft_wrap=True, width=10_000)


def arabic(text: str, style: str = "") -> Text:
    """Return a line of Arabic: control signs out, one line, right to left."""
    clean = " ".join("".join(c for c in text if c.isprintable() or c.isspace()).split())
    return Text(RIGHT_TO_LEFT_MARK + clean, style)
