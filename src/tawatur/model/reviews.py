"""What people judged of things that were read: right, wrong, or to be coded otherwise; apart from what is read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tawatur.model.readings import Event, Statement
from tawatur.model.spans import Span

ReviewLayer = Literal["event", "statement"]
Judgement = Literal["accept", "correct", "reject"]


@dataclass(frozen=True, slots=True)
class Review:
    """A person's judgement of one event or statement.

    It is known again by the content of its article (`digest`, hexadecimal), the layer, and the span of the event's
    trigger or the statement's content, so it holds however often the article is read again. `found` is what the person
    saw; `changes` are (field, code) pairs of a correction. `at` is a moment in UTC, in ISO form, and so is `undone`,
    which is None as long as the judgement holds. `number` orders reviews, the newest last.
    """

    number: int
    at: str
    who: str
    layer: ReviewLayer
    digest: str
    span: Span
    judgement: Judgement
    found: Event | Statement
    changes: tuple[tuple[str, str], ...] = ()
    undone: str | None = None
