"""An article as it is looked at, in a list and with its evidence in place."""

from __future__ import annotations

from dataclasses import dataclass

from tawatur.views.values.evidence import PartyView
from tawatur.views.values.rows import ArticleRow, StoryRow


@dataclass(frozen=True, slots=True)
class Mark:
    """A highlight over [start, end) of an article's text: layer ("statement", "cue", "holder", "event", "name",
    "time", "figure"), a short code (stance, event type, name type, value) and where it leads.

    `judgement` is what a person judged of it ("accept", "correct", "reject"), `read` the codes as the program had them
    where a correction changed them.
    """

    start: int
    end: int
    layer: str
    code: str
    note: str = ""
    link: str | None = None
    judgement: str | None = None
    read: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of an article's text under the same marks; all segments joined give the text back."""

    text: str
    start: int
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class ArticleView:
    """One article with its evidence in place; `rejected` counts what people rejected of what was read in it."""

    row: ArticleRow
    url: str | None
    page: str | None
    date_reasons: tuple[str, ...]
    date_evidence: tuple[str, ...]
    segments: tuple[Segment, ...]
    captions: tuple[str, ...]
    credits: tuple[str, ...]
    keywords: tuple[str, ...]
    story: StoryRow | None
    copies: tuple[ArticleRow, ...] = ()
    speakers: tuple[PartyView, ...] = ()
    rejected: int = 0
