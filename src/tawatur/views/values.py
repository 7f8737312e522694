"""What people look at: frozen values, made from a store, shown alike by the command line, the web and exports.

Nothing here is worded in a language except what pages say; codes (type, status, kind, basis) are worded by
`views.wording` in Arabic and English.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal


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


@dataclass(frozen=True, slots=True)
class MeasureView:
    """A figure of a report as numbers: what is counted, from `low` to `high` (equal but for a range), its sign."""

    what: str
    low: float
    high: float
    comparator: str
    words: str


@dataclass(frozen=True, slots=True)
class ReportView:
    """One article's report of a happening."""

    evidence: EvidenceView
    status: str
    chain: tuple[LinkView, ...]
    when: DaysView
    place: str | None = None
    figures: tuple[str, ...] = ()
    by: tuple[PartyView, ...] = ()
    published: DaysView = DaysView()
    measures: tuple[MeasureView, ...] = ()
    review: ReviewView | None = None


@dataclass(frozen=True, slots=True)
class SideView:
    """One side of a disagreement: the value as worded and the reports that give it."""

    value: str
    reports: tuple[ReportView, ...]


@dataclass(frozen=True, slots=True)
class DisagreementView:
    """Values side by side. `kind`: "sources", "transmission" or "update"; `attribute`: "figure", "date", …

    `happening` is empty where tolls of a whole story are compared, which no one happening holds.
    """

    id: str
    kind: str
    attribute: str
    what: str
    happening: str
    label: str
    sides: tuple[SideView, ...]
    reasons: tuple[str, ...] = ()
    label_en: str = ""


@dataclass(frozen=True, slots=True)
class SayingView:
    """One wording of an utterance: its evidence (the content), its cue, and the chain to the outlet."""

    evidence: EvidenceView
    cue: str | None
    kind: str
    chain: tuple[LinkView, ...]
    basis: str | None = None
    published: DaysView = DaysView()
    review: ReviewView | None = None


@dataclass(frozen=True, slots=True)
class DeniedView:
    """What a denial denies: what somebody says (`speaker`, with the chain), or a happening (no speaker)."""

    id: str
    label: str
    evidence: EvidenceView
    speaker: PartyView | None = None
    chain: tuple[LinkView, ...] = ()
    label_en: str = ""


@dataclass(frozen=True, slots=True)
class DenialView:
    """Who denies, what, and through whom: the utterance, its wordings with their chains, and what it denies."""

    utterance: str
    speaker: PartyView
    when: DaysView
    sayings: tuple[SayingView, ...]
    denies: tuple[DeniedView, ...] = ()


@dataclass(frozen=True, slots=True)
class PlanChangeView:
    """A plan that is called off or put off, or what does so: the other happening's id and label, and which of both."""

    id: str
    label: str
    change: Literal["cancelled", "postponed"]


@dataclass(frozen=True, slots=True)
class HappeningView:
    """A happening with its reports; on the timeline it stands where it happened, not where it was published.

    `label` is its title in Arabic, `label_en` in English.
    """

    id: str
    type: str
    mode: str | None
    label: str
    status: str
    when: DaysView
    place: PartyView | None
    actors: tuple[PartyView, ...]
    recipients: tuple[PartyView, ...]
    count: CountView
    reports: tuple[ReportView, ...]
    disagreements: tuple[DisagreementView, ...] = ()
    fulfils: str | None = None
    reasons: tuple[str, ...] = ()
    denials: tuple[DenialView, ...] = ()
    label_en: str = ""
    cancels: PlanChangeView | None = None
    cancelled_by: tuple[PlanChangeView, ...] = ()


@dataclass(frozen=True, slots=True)
class UtteranceView:
    """Who says what: one act of speaking in one or more wordings."""

    id: str
    speaker: PartyView
    stance: str
    when: DaysView
    sayings: tuple[SayingView, ...]
    count: CountView
    answers: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """One article in a list."""

    id: str
    title: str | None
    outlet: str | None
    published: DaysView
    basis: str | None
    copy_of: str | None = None
    origin: str | None = None
    lead: str = ""


@dataclass(frozen=True, slots=True)
class StoryRow:
    """One story in a list."""

    id: str
    label: str
    first: date | None
    last: date | None
    articles: int
    outlets: int
    happenings: int
    known: int
    unknown: int
    disagreements: int
    line: str | None = None


@dataclass(frozen=True, slots=True)
class StoryView:
    """A whole story. `happenings` are in timeline order: by day, then those of unknown day.

    `denials` are those in its articles, and those in other stories of what its articles tell. `compared` counts the
    reports and tolls that were set beside one another: none found to differ is not that all agree.
    """

    id: str
    label: str
    articles: tuple[ArticleRow, ...]
    happenings: tuple[HappeningView, ...]
    utterances: tuple[UtteranceView, ...]
    disagreements: tuple[DisagreementView, ...]
    count: CountView
    related: tuple[StoryRow, ...] = ()
    denials: tuple[DenialView, ...] = ()
    compared: int = 0


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


@dataclass(frozen=True, slots=True)
class AboutView:
    """A statement of an article: who makes it, in which stance, its words with their chain, and its utterance's id."""

    speaker: PartyView
    stance: str
    saying: SayingView
    utterance: str | None = None


@dataclass(frozen=True, slots=True)
class RoleView:
    """A role that articles give a person or body: the days they were published on, how many, the first words."""

    text: str
    first: date | None
    last: date | None
    articles: int
    evidence: EvidenceView


@dataclass(frozen=True, slots=True)
class EntityView:
    """A person, body or place across articles."""

    id: str
    label: str
    type: str
    latin: str | None
    country: str | None
    spellings: tuple[str, ...]
    roles: tuple[tuple[str, EvidenceView], ...]
    utterances: tuple[UtteranceView, ...]
    happenings: tuple[HappeningView, ...]
    articles: tuple[ArticleRow, ...]
    reasons: tuple[str, ...] = ()
    about: tuple[AboutView, ...] = ()
    role_days: tuple[RoleView, ...] = ()
    transliteration: str | None = None


@dataclass(frozen=True, slots=True)
class EntityRow:
    """One person, body or place in a list; `articles` counts those that name it."""

    id: str
    label: str
    type: str
    latin: str | None
    country: str | None
    spellings: tuple[str, ...]
    articles: int


@dataclass(frozen=True, slots=True)
class StatementFound:
    """One found statement; `marks` are [start, end) within its content, the exact words of its evidence."""

    article: ArticleRow
    about: AboutView
    marks: tuple[tuple[int, int], ...]
    score: float
    story: str | None = None


@dataclass(frozen=True, slots=True)
class SearchHit:
    """One found article with a snippet in the original spelling; `marks` are [start, end) within the snippet."""

    article: ArticleRow
    snippet: str
    marks: tuple[tuple[int, int], ...]
    score: float
    story: str | None = None
