"""What is built across articles: copies, entities, happenings, utterances, chains, disagreements, stories."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from tawatur.model.readings import Comparator, EntityRole, NameType, Status
from tawatur.model.spans import Anchor

LinkKind = Literal["origin", "carrier", "outlet"]
CopyKind = Literal["exact", "near", "reworked"]
DisagreementKind = Literal["sources", "transmission", "update"]
Attribute = Literal["figure", "date", "place", "actor", "status", "cause"]


@dataclass(frozen=True, slots=True)
class CopyGroup:
    """Articles whose text is the same copy, wholly or mostly. `origin` is the agency or outlet it goes back to.

    `evidence` are the credits or words that show the origin; None and empty when nothing shows it.
    """

    id: str
    articles: tuple[str, ...]
    kind: CopyKind
    shared: float
    origin: str | None = None
    evidence: tuple[Anchor, ...] = ()
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EntityJoin:
    """Two entities of articles taken for one: the names, a mention of the second, how sure (0 to 1), and why."""

    one: str
    other: str
    mention: tuple[str, str]
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class WorldEntity:
    """One person, body or place across articles: its members (article id, entity id), spellings and roles.

    `joins` are its joins, the least sure first, as far as they are kept: what a reader may want to look at. `latin` is
    the gazetteer's form; without one, `transliteration` is how the name may be written, made by rule and never checked.
    """

    id: str
    canonical: str
    type: NameType
    members: tuple[tuple[str, str], ...]
    spellings: tuple[str, ...]
    latin: str | None = None
    country: str | None = None
    key: str | None = None
    roles: tuple[EntityRole, ...] = ()
    reasons: tuple[str, ...] = ()
    joins: tuple[EntityJoin, ...] = ()
    transliteration: str | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """One link of a chain. `label` is as worded; `key` identifies it across articles; unknown links have key None."""

    kind: LinkKind
    label: str
    key: str | None
    anchor: Anchor | None = None
    entity: str | None = None


@dataclass(frozen=True, slots=True)
class Chain:
    """From who says it to the article read: origin → carriers → outlet (METHOD.md). `known` tells of the origin."""

    article: str
    links: tuple[Link, ...]
    known: bool

    @property
    def origin(self) -> Link:
        """The first link."""
        return self.links[0]


@dataclass(frozen=True, slots=True)
class Count:
    """The pair of METHOD.md: known independent origins, and chains whose origin is unknown."""

    known: int
    unknown: int
    articles: int
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DayRange:
    """Days from first to last inclusive, None for an open or unknown end; both None: unknown."""

    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True)
class Measure:
    """A figure that a report gives of a happening: what is counted (killed, wounded, containers …) and how many."""

    what: str
    value: float | tuple[float, float]
    comparator: Comparator
    unit: str | None
    anchor: Anchor


@dataclass(frozen=True, slots=True)
class Report:
    """One article's report of a happening: the event (index in its reading) with its words, status and chain.

    `reasons` tell why it was joined to the reports before it; none for the one that the happening began with.
    """

    article: str
    event: int
    anchor: Anchor
    status: Status
    chain: Chain
    when: DayRange = DayRange()
    place: str | None = None
    measures: tuple[Measure, ...] = ()
    by: tuple[str, ...] = ()
    published: DayRange = DayRange()
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Values that cannot both hold for one attribute of one happening, side by side, each with its reports.

    `kind` tells sources that differ, one source transmitted differently, and one source's later value apart. `sides`
    pair a value as worded with the indexes of the happening's reports that give it.
    """

    id: str
    kind: DisagreementKind
    attribute: Attribute
    what: str
    sides: tuple[tuple[str, tuple[int, ...]], ...]
    evidence: tuple[Anchor, ...]
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Given:
    """A value that an article of a story gives: as worded, the sentence, its chain, when the article was published."""

    article: str
    value: str
    anchor: Anchor
    chain: Chain
    published: DayRange = DayRange()


@dataclass(frozen=True, slots=True)
class Difference:
    """Values told in a story that cannot all hold, whether or not an event carries them; `kind` as of a disagreement.

    Tolls (`what` they count), or whether a thing happened, who did it and when, as statements tell it (`what` then is
    the attribute again). `happening` is the one that the affirming side reports, where one does.
    """

    id: str
    kind: DisagreementKind
    what: str
    sides: tuple[tuple[str, tuple[Given, ...]], ...]
    reasons: tuple[str, ...] = ()
    attribute: Attribute = "figure"
    happening: str | None = None


@dataclass(frozen=True, slots=True)
class Happening:
    """The same event across articles: its reports, what they agree on, the count of chains, the disagreements.

    Actors, recipients and place are ids of WorldEntity where resolved, else the words. `status` is the strongest that
    the reports allow (actual if any neutral or own-act report says so); each report keeps its own. `denied_by` are the
    utterances that deny it, in whatever story they stand. `label` is its title in Arabic, `label_en` in English:
    phrases made of type, participants and place. `fulfils` is the plan that it carries out, `cancels` the one
    that it calls off or puts off (its reasons tell which).
    """

    id: str
    type: str
    mode: str | None
    label: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    place: str | None
    when: DayRange
    status: Status
    reports: tuple[Report, ...]
    count: Count
    disagreements: tuple[Disagreement, ...] = ()
    fulfils: str | None = None
    reasons: tuple[str, ...] = ()
    denied_by: tuple[str, ...] = ()
    label_en: str = ""
    cancels: str | None = None


@dataclass(frozen=True, slots=True)
class Saying:
    """One article's report of an utterance: the statement (index in its reading), its words, its chain, why joined."""

    article: str
    statement: int
    anchor: Anchor
    chain: Chain
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Utterance:
    """One act of speaking, in one or more wordings: the speaker, all reports of it, and the count of chains.

    `answers` are the happenings and utterances that a denial denies, `denied_by` the denials of this utterance.
    """

    id: str
    speaker: str | None
    speaker_label: str
    stance: str
    when: DayRange
    sayings: tuple[Saying, ...]
    count: Count
    answers: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    denied_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Story:
    """Articles about one happening and its follow-ups, with the happenings and utterances that they report.

    `differences` are what no happening's disagreement holds; `compared` counts the tolls that were compared.
    """

    id: str
    label: str
    articles: tuple[str, ...]
    happenings: tuple[str, ...]
    utterances: tuple[str, ...]
    line: str | None = None
    reasons: tuple[str, ...] = ()
    differences: tuple[Difference, ...] = ()
    compared: int = 0


@dataclass(frozen=True, slots=True)
class StoryLine:
    """Stories of one subject over months: the level above stories, shown in the views alone."""

    id: str
    label: str
    stories: tuple[str, ...]
    entities: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TimelineLine:
    """One happening on a timeline: when (unknown and open ends visible), what, done or only planned, and who tells."""

    happening: str
    when: DayRange
    label: str
    status: Status
    planned: bool
    count: Count
    reports: int
    disagreements: int
    fulfils: str | None = None


@dataclass(frozen=True, slots=True)
class Stories:
    """Everything built across the articles of a store."""

    stories: tuple[Story, ...] = ()
    lines: tuple[StoryLine, ...] = ()
    copies: tuple[CopyGroup, ...] = ()
    entities: tuple[WorldEntity, ...] = ()
    happenings: tuple[Happening, ...] = ()
    utterances: tuple[Utterance, ...] = ()
