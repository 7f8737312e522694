"""What is read in one article: names, times, figures, statements, events. Every span counts in the article's text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from tawatur.model.pages import Article
from tawatur.model.spans import Span

NameType = Literal["PER", "ORG", "GPE", "LOC", "FAC", "OTHER"]
Kind = Literal["direct", "indirect", "mixed"]
Stance = Literal["assert", "deny", "accuse", "intend", "demand", "evaluate"]
Status = Literal["actual", "alleged", "denied", "planned", "hypothetical", "negated"]
Comparator = Literal["=", ">", "<", "~", ">=", "<="]
Granularity = Literal["day", "month", "year", "interval", "duration", "part", "season", "ref", "set"]
# What a source says it rests on (METHOD.md, basis); "none" is a source said to have given no evidence.
Basis = Literal["witness", "document", "picture", "debris", "intercept", "intelligence", "none", "unverified"]

STATUSES: tuple[Status, ...] = ("actual", "alleged", "denied", "planned", "hypothetical", "negated")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of the article."""

    index: int
    span: Span


@dataclass(frozen=True, slots=True)
class Name:
    """One mention of a named entity; `entity` is the id of the entity within the article ("e0", "e1", …)."""

    span: Span
    type: NameType
    entity: str
    p: float = 1.0


@dataclass(frozen=True, slots=True)
class EntityRole:
    """A role that the text gives a person («وزير الخارجية الروسي»), anchored by its span."""

    span: Span
    text: str
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, body or place as one article knows it.

    `canonical` is the longest surface form found, written as it is alone; `key` a gazetteer key where the entity is a
    known one ("gpe:RU", "gpe:GN524901", "org:reuters"); `country` an ISO 3166-1 alpha-2 code where known; `latin` the
    gazetteer's Latin form. An entity may have no name mention: a speaker known by role alone («متحدث باسم الكرملين»).
    """

    id: str
    canonical: str
    type: NameType
    key: str | None = None
    latin: str | None = None
    country: str | None = None
    roles: tuple[EntityRole, ...] = ()


@dataclass(frozen=True, slots=True)
class When:
    """A time expression: its value as in the annotation guidelines, and the days it covers where they are known.

    `value` is None for a relative expression without a publication date to count from. `first` and `last` are
    inclusive days; both None for durations, sets and vague references. `basis` says what the value was counted from:
    "absolute", "published", "context".
    """

    span: Span
    value: str | None
    granularity: Granularity
    first: date | None = None
    last: date | None = None
    basis: str = "absolute"
    p: float = 1.0


@dataclass(frozen=True, slots=True)
class Figure:
    """A count or amount: the number (or a range of two), comparator and counted noun as written ("%" for percents)."""

    span: Span
    value: float | tuple[float, float]
    comparator: Comparator
    unit: str | None
    p: float = 1.0


@dataclass(frozen=True, slots=True)
class Statement:
    """Content attributed to a source: who, by which words, through whom, and how the holder stands to it.

    `holder` lies in the same sentence; `speaker` is the article entity that it is resolved to. `via` are the carriers
    named in the sentence, nearest to the holder first. `basis` is what the source is said to rest on.
    """

    sentence: int
    cue: Span | None
    holder: Span | None
    content: Span
    kind: Kind
    stance: Stance
    via: tuple[Span, ...] = ()
    speaker: str | None = None
    basis: Basis | None = None
    basis_span: Span | None = None
    anonymous: bool = False
    p: float = 1.0


@dataclass(frozen=True, slots=True)
class Event:
    """One report of a happening, coded by PLOVER type, with who, whom, where, when and its status.

    `by` holds the ids of the entities that allege or deny it; `figures` are indexes into the reading's figures that
    belong to the event (its dead, its containers); `statement` is the index of the innermost statement in whose
    content the trigger stands. `background` tells that the article only recalls it: an old attack, an anniversary.
    """

    sentence: int
    trigger: Span
    type: str
    mode: str | None
    status: Status
    actors: tuple[Span, ...] = ()
    recipients: tuple[Span, ...] = ()
    place: Span | None = None
    time: Span | None = None
    figures: tuple[int, ...] = ()
    by: tuple[str, ...] = ()
    statement: int | None = None
    background: bool = False
    p: float = 1.0


@dataclass(frozen=True, slots=True)
class Annotation:
    """The annotate stage's result: names with their entities, times and figures of one text."""

    names: tuple[Name, ...] = ()
    entities: tuple[Entity, ...] = ()
    times: tuple[When, ...] = ()
    figures: tuple[Figure, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything read in one article."""

    article: Article
    sentences: tuple[Sentence, ...] = ()
    names: tuple[Name, ...] = ()
    entities: tuple[Entity, ...] = ()
    times: tuple[When, ...] = ()
    figures: tuple[Figure, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
