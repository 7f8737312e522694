"""What of an article, a statement or a happening is turned into a vector."""

from __future__ import annotations

import hashlib

# Code points of an article's text that are read: its lead tells what it is about, and time grows with length.
_LEAD = 600
# Code points of a title, a statement or a label: longer ones are no such thing.
_MOST = 600


def article_passage(title: str | None, text: str) -> str:
    """Return an article's title and the beginning of its text."""
    return f"{title[:_MOST]}. {text[:_LEAD]}" if title else text[:_LEAD]


def statement_passage(holder: str | None, content: str) -> str:
    """Return what a statement says, after who says it."""
    return f"{holder[:_MOST]}: {content[:_MOST]}" if holder else content[:_MOST]


def happening_passage(label: str) -> str:
    """Return what a happening is called."""
    return label[:_MOST]


def passage_digest(passage: str) -> bytes:
    """Return what tells a passage again without keeping it."""
    return hashlib.sha256(passage.encode("utf-8", "surrogatepass")).digest()[:16]
