"""A happening as it is looked at: its reports, figures, disagreements, denials and plans."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tawatur.views.values.evidence import NO_DAYS, CountView, DaysView, EvidenceView, LinkView, PartyView, ReviewView
from tawatur.views.values.saying import DenialView


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
    published: DaysView = NO_DAYS
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
