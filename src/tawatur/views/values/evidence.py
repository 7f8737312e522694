"""The parts of views: words in their place, days, chains, counts, participants, judgements."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class EvidenceView:
    """The exact words that say it, with a little of the text around them, and the article they stand in.

    `page_start` and `page_end` are where the words (their first stretch) stand in the text of the page they came from;
    None where the article has no page. Words of a page itself, such as a credit, name the page as article, too.
    """

    article: str
    title: str | None
    outlet: str | None
    start: int
    end: int
    exact: str
    before: str = ""
    after: str = ""
    page: str | None = None
    page_start: int | None = None
    page_end: int | None = None


@dataclass(frozen=True, slots=True)
class DaysView:
    """When: days from first to last (None: open or unknown), and the report's own wording where there is one."""

    first: date | None = None
    last: date | None = None
    wording: str | None = None


# Days that are not known.
NO_DAYS = DaysView()


@dataclass(frozen=True, slots=True)
class LinkView:
    """One link of a chain: "origin", "carrier" or "outlet", its label as worded, and whether it is known."""

    kind: str
    label: str
    known: bool
    entity: str | None = None
    evidence: EvidenceView | None = None


@dataclass(frozen=True, slots=True)
class CountView:
    """Known independent origins, chains whose origin is unknown, and the articles behind them."""

    known: int
    unknown: int
    articles: int
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PartyView:
    """A participant or place: what to call it, and its entity where it is resolved."""

    label: str
    entity: str | None = None


@dataclass(frozen=True, slots=True)
class ReviewView:
    """What a person judged of something that was read.

    `read` are the (field, code) pairs that the program had read where `changes`, those of a correction, differ.
    """

    judgement: str
    read: tuple[tuple[str, str], ...]
    changes: tuple[tuple[str, str], ...]
    who: str
    at: str
