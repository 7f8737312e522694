"""Who says what, and who denies it, as it is looked at."""

from __future__ import annotations

from dataclasses import dataclass

from tawatur.views.values.evidence import NO_DAYS, CountView, DaysView, EvidenceView, LinkView, PartyView, ReviewView


@dataclass(frozen=True, slots=True)
class SayingView:
    """One wording of an utterance: its evidence (the content), its cue, and the chain to the outlet."""

    evidence: EvidenceView
    cue: str | None
    kind: str
    chain: tuple[LinkView, ...]
    basis: str | None = None
    published: DaysView = NO_DAYS
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
class AboutView:
    """A statement of an article: who makes it, in which stance, its words with their chain, and its utterance's id."""

    speaker: PartyView
    stance: str
    saying: SayingView
    utterance: str | None = None
