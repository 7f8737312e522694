"""What people decided about entities: that two are the same, or are not; kept apart from all that is built again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tawatur.model.readings import NameType
from tawatur.model.spans import Span

Verdict = Literal["same", "different"]
# An entity as decisions are asked about it: the id of one across articles, or an article's id with its entity's id.
EntityRef = str | tuple[str, str]


@dataclass(frozen=True, slots=True)
class DecidedMention:
    """One article's entity that a decision holds for: the article, the name as written, and where it first stands.

    `span` counts in the article's text and is None for an entity without a name mention. Ids of entities are not kept:
    they change when the article is read again.
    """

    article: str
    name: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class DecidedEntity:
    """One side of a decision: what the entity was called, its type, gazetteer key, and the mentions meant."""

    label: str
    type: NameType
    mentions: tuple[DecidedMention, ...]
    key: str | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """That two entities are the same, or different, as a person decided; `at` is a moment in UTC, in ISO form."""

    id: str
    verdict: Verdict
    one: DecidedEntity
    other: DecidedEntity
    at: str
    note: str | None = None
