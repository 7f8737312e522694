"""The lines of a page: of text by its line breaks, of markup by its blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser

from tawatur.model import Page, Role, Span
from tawatur.split.markup import MarkupBlock, read_blocks

_VISIBLE = re.compile(r"[^\s\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\x00]")


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank: its number, its place in the page's text, and what markup says of it.

    `hint` is the role that the block's tag or class gives it, with `evidence`, the tag or class; `linked` says that
    all its words are a link. `box` and `outer` number the elements of markup around it,
    and `item` the one of several equal boxes that it stands in; 0 in text. `pictured` says that a picture is beside it.
    """

    number: int
    span: Span
    text: str
    hint: Role | None = None
    evidence: str = ""
    linked: bool = False
    box: int = 0
    outer: int = 0
    item: int = 0
    pictured: bool = False


def page_lines(page: Page, tree: LexborHTMLParser | None = None) -> tuple[str, tuple[Line, ...]]:
    """Return the text that a page's spans count in, and its lines that are not blank.

    For text that is the page's own text, and lines are counted from 1 with blank ones. For markup it is the page's
    blocks in document order joined by newlines, and lines count these blocks: block n is line n, and nothing of the
    markup itself is in the text; `tree` is that markup where it was parsed already.
    """
    if page.media == "html":
        blocks = read_blocks(tree or LexborHTMLParser(page.text))
        lines, start = [], 0
        for number, block in enumerate(blocks, 1):
            span = Span(start, start + len(block.text))
            lines.append(_marked(number, span, block))
            start = span.end + 1
        return "\n".join(block.text for block in blocks), tuple(lines)
    return page.text, tuple(_text_lines(page.text))


def _marked(number: int, span: Span, block: MarkupBlock) -> Line:
    where = block.box, block.outer, block.item, block.pictured
    return Line(number, span, block.text, block.hint, block.evidence, block.linked, *where)


def _text_lines(text: str) -> Iterator[Line]:
    mark = "\r" if "\n" not in text and "\r" in text else "\n"
    start = 0
    for number, raw in enumerate(text.split(mark), 1):
        if _VISIBLE.search(raw):
            left = len(raw) - len(raw.lstrip("\ufeff \t\r\n\x0b\x0c\x00"))
            kept = raw.strip("\ufeff \t\r\n\x0b\x0c\x00")
            yield Line(number, Span(start + left, start + left + len(kept)), kept)
        start += len(raw) + 1
