"""Where words stand: spans and anchors, counted in code points of the text as given."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Span(NamedTuple):
    """A half-open range [start, end) of code points in one text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the words of `text` that the span covers."""
        return text[self.start : self.end]

    def holds(self, other: Span) -> bool:
        """Tell whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: Span) -> bool:
        """Tell whether the two spans share at least one code point."""
        return self.start < other.end and other.start < self.end


class AnchorError(ValueError):
    """The exact words of an anchor are not what its text holds at its place."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """The evidence of a stored fact: a page or article, [start, end) in its text, and the exact words there."""

    source: str
    start: int
    end: int
    exact: str

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end or self.end - self.start != len(self.exact):
            raise AnchorError(f"anchor [{self.start}, {self.end}) in {self.source!r} cannot hold {self.exact!r}")

    @classmethod
    def of(cls, source: str, text: str, span: Span) -> Anchor:
        """Build the anchor of `span` in `text`, the text of `source`.

        Raises AnchorError when the span is empty or reaches outside the text.
        """
        if not 0 <= span.start < span.end <= len(text):
            raise AnchorError(f"span {tuple(span)} lies outside {source!r}, a text of {len(text)} code points")
        return cls(source, span.start, span.end, text[span.start : span.end])

    @property
    def span(self) -> Span:
        """The anchor's place as a span."""
        return Span(self.start, self.end)

    def check(self, text: str) -> None:
        """Raise AnchorError unless `text` holds the anchor's exact words at its place."""
        if text[self.start : self.end] != self.exact:
            found = text[self.start : self.end]
            raise AnchorError(f"{self.source!r} holds {found!r} at [{self.start}, {self.end}), not {self.exact!r}")
