"""A person, body or place as it is looked at, in a list and across articles."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tawatur.views.values.evidence import EvidenceView
from tawatur.views.values.happening import HappeningView
from tawatur.views.values.rows import ArticleRow
from tawatur.views.values.saying import AboutView, UtteranceView


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
