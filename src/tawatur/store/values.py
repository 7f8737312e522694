"""What a store is given and what it answers with, as plain values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from tawatur.model import Reading, Span, SplitPage, Stories, StoryLine, WorldEntity

StoryOrder = Literal["active", "latest", "articles", "known", "differ"]
PageState = Literal["new", "stored", "changed", "forgotten", "other"]
ForgetKind = Literal["page", "article", "person"]
SearchKind = Literal["articles", "statements", "happenings"]
# What a search goes by: the words, their meaning (an optional extra), or both orders made one.
SearchBy = Literal["words", "meaning", "both"]
# What people judged: of statements, all that they did not reject unless one of these is asked for.
Judged = Literal["any", "accept", "correct", "reject"]


@dataclass(frozen=True, slots=True)
class ReadPage:
    """A page taken apart, with the reading of each of its articles in the same order: the unit that is stored."""

    split: SplitPage
    readings: tuple[Reading, ...]


@dataclass(frozen=True, slots=True)
class Totals:
    """How many of everything a store holds."""

    pages: int
    set_aside: int
    articles: int
    names: int
    times: int
    figures: int
    statements: int
    events: int
    stories: int
    happenings: int
    utterances: int
    forgotten: int


@dataclass(frozen=True, slots=True)
class OutletTotals:
    """An outlet by its name: how many articles of it are stored, published from when to when (None: unknown)."""

    name: str
    articles: int
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True)
class Filters:
    """What narrows a search beside its words; None (or 0) leaves it open.

    `entity`: an id or a name in any spelling. `outlet`, `origin`: words of its name. `type`: a PLOVER type; of
    statements the stance or kind. `status`: of a happening; of statements that of an event in them. Days: some day that
    it may be lies within them. `least_known`: at least so many known independent origins. `judged`: what people judged
    so; None leaves out what they rejected, "any" leaves out nothing.
    """

    entity: str | None = None
    outlet: str | None = None
    origin: str | None = None
    happened_from: date | None = None
    happened_to: date | None = None
    published_from: date | None = None
    published_to: date | None = None
    type: str | None = None
    status: str | None = None
    least_known: int = 0
    judged: Judged | None = None


NO_FILTERS = Filters()


@dataclass(frozen=True, slots=True)
class Hit:
    """An article that a search found: its id, a score (higher is better) and the spans of the found words in its text.

    `title_spans` count in the title, `caption_spans` in the caption of the number given.
    """

    article: str
    score: float
    spans: tuple[Span, ...]
    title_spans: tuple[Span, ...] = ()
    caption_spans: tuple[tuple[int, Span], ...] = ()


@dataclass(frozen=True, slots=True)
class StatementHit:
    """A statement that a search found, with the found words in its article's text: all lie in its content or holder."""

    article: str
    statement: int
    score: float
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class HappeningHit:
    """A happening that a search found."""

    happening: str
    score: float


@dataclass(frozen=True, slots=True)
class Removed:
    """What a removal took away."""

    pages: int
    articles: int
    changed: int


@dataclass(frozen=True, slots=True)
class Growth:
    """What new articles change in the stories that stand.

    `fresh` are the values that are new or take the place of the one of their id; of entities the `members` are those
    that are known here, to be added to what the entity has. `gone` are the ids of the stories, copy groups, happenings
    and utterances that go or are replaced. `followed` tells of ids that go which other stands in their place. `lines`
    are the story lines that changed, `blocks` under what the fresh entities are looked up.
    """

    fresh: Stories
    gone: frozenset[str] = frozenset()
    followed: Mapping[str, str] = field(default_factory=dict)
    lines: tuple[StoryLine, ...] = ()
    blocks: Mapping[str, Iterable[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Regathered:
    """Entities gathered anew because of what people decided.

    `taken` are the ids of those that were taken apart, `entities` what stands in their place: of those taken apart with
    all members, of others with those that they have got. `followed` tells of each id that goes which has most of it
    now. `articles` are to be told again, because an entity of theirs is another now; `blocks` as in `Growth`.
    """

    taken: frozenset[str]
    entities: tuple[WorldEntity, ...]
    followed: Mapping[str, str]
    articles: tuple[str, ...]
    blocks: Mapping[str, Iterable[str]]
