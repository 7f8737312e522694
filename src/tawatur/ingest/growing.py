"""Let the stories of a store grow by the articles that came, or build them all anew where that is cheaper or needed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Literal

from tawatur.ingest.deciding import decided_sides, regathered
from tawatur.lexicon.bundle import Lexicons
from tawatur.model import CopyGroup, Reading, Stories, WorldEntity
from tawatur.store import Growth, Reviewed, Store, as_read, reviewed
from tawatur.stories import build_stories
from tawatur.stories.assemble import Materials, mentions_of, sayings_of, story_traits
from tawatur.stories.entities.standing import StandingEntity, entity_blocks, join_later, reading_blocks
from tawatur.stories.grouping.graph import NO_DAYS
from tawatur.stories.happenings.mentions import Mention
from tawatur.stories.happenings.parties import World, build_world
from tawatur.stories.later import (
    Apart,
    Regrouping,
    asked_mentions,
    numbers_by_article,
    rebuilt,
    regroup,
    shares_words,
    story_values,
    touched_happenings,
    touched_utterances,
    with_standing_lines,
)
from tawatur.stories.sparing import few_searches
from tawatur.stories.utterances.said import Said
from tawatur.stories.wording import stems

# From this share of new articles on, all stories are built anew: an article that comes later costs about twice to
# three times what it costs among all (docs/stages/grouping.md), and built at once the result is a little better.
SHARE = 1 / 3
# A store of fewer articles is built anew in seconds.
FEW = 200
# New articles taken in at once: memory holds what is around so many, and a kill costs no more than these. Where many
# wait more are taken, since what stands around them is read and told again once: in a store of 6,000 .6 of the cost.
BATCH, BULK = 256, 2_048
# Standing happenings and utterances elsewhere that are looked at for one report or saying.
_STRANGERS, _SAYINGS = 6, 60

# So many articles, of so many code points, are built at once, and the rest grows on them: memory stays below 3 GB
# however many are stored and however long they are (some 80 KB for 1,800 code points; docs/stages/grouping.md).
AT_ONCE, LETTERS = 25_000, 48_000_000

How = Literal["current", "grown", "built"]
Place = tuple[str, int]


def update_stories(store: Store, lexicons: Lexicons, *, few: int = FEW, share: float = SHARE) -> How:
    """Bring the stories up to date with the articles: by what is new alone, or all of them anew; tell which.

    What reviews judged is new as well, and so are articles of which an entity is another one by a decision. All are
    built anew where stories were never built or by another version, where something else happened since (forgetting,
    pages told otherwise), in a store of less than `few` articles, and where a `share` of all articles is new. Killed at
    any moment, the same call goes on from the last batch.
    """
    if store.stories_are_current():
        return "current"
    most = share * store.standing.count()
    with few_searches():
        if store.can_grow() and store.standing.count() >= few and _grows(store, lexicons, most):
            return "grown"
    rebuild_stories(store, lexicons)
    return "built"


def _grows(store: Store, lexicons: Lexicons, most: float) -> bool:
    """Take what is new into the stories, if that touches so many articles at most; tell whether it was done."""
    new = store.standing.new_articles()
    decided = regathered(store, lexicons) if len(new) <= most else None
    again = sorted(set(decided.articles).difference(new)) if decided is not None else []
    if len(new) + len(again) > most:
        return False
    if decided is not None:
        store.regather(decided)
    for at in range(0, len(again), BATCH):
        _grow(store, lexicons, again[at : at + BATCH], grouped=True)
    _grow_all(store, lexicons, new)
    return True


def rebuild_stories(store: Store, lexicons: Lexicons, *, at_once: int = AT_ONCE, letters: int = LETTERS) -> None:
    """Build the stories of all stored articles as people decided, and put them in the place of the old ones.

    Of more than `at_once` articles, or `letters` in them, those of the first days are built so, and the others grow on
    them.
    """
    with few_searches():
        _rebuild(store, lexicons, frozenset(store.standing.first_articles(at_once, letters)))


def _rebuild(store: Store, lexicons: Lexicons, first: frozenset[str]) -> None:
    whole = len(first) == store.standing.count()
    shelf = _Shelf(store, frozenset(store.reviews.reviewed_articles()))
    readings = (shelf.as_reviewed(reading) for reading in store.readings(None if whole else first))
    stories = build_stories(readings, lexicons, store.decisions.all())
    blocks = {entity.id: entity_blocks(entity, lexicons.stories) for entity in stories.entities}
    store.replace_stories(as_read(stories, shelf.numbers), blocks, whole=whole)
    del stories, blocks, shelf
    if not whole:
        _grow_all(store, lexicons, store.standing.new_articles())


def _grow_all(store: Store, lexicons: Lexicons, new: Sequence[str]) -> None:
    size = BULK if len(new) >= BULK else BATCH
    for at in range(0, len(new), size):
        _grow(store, lexicons, new[at : at + size])
    if not new:
        store.grow_stories(Growth(Stories()))


@dataclass(slots=True)
class _Shelf:
    """The readings taken from the store for one batch, as reviewed, each once."""

    store: Store
    with_reviews: frozenset[str]
    readings: dict[str, Reading] = field(default_factory=dict)
    numbers: dict[str, Reviewed] = field(default_factory=dict)

    def take(self, articles: Iterable[str]) -> dict[str, Reading]:
        wanted = list(dict.fromkeys(articles))
        for ident, reading in self.store.standing.readings(i for i in wanted if i not in self.readings).items():
            self.readings[ident] = self.as_reviewed(reading)
        return {ident: self.readings[ident] for ident in wanted}

    def as_reviewed(self, reading: Reading) -> Reading:
        """Return a reading with the reviews that hold put to it; note where its things stand in it as read."""
        ident = reading.article.id
        if ident not in self.with_reviews:
            return reading
        found = self.numbers[ident] = reviewed(reading, self.store.reviews.of(ident))
        return found.reading

    def own(self, places: Mapping[Place, str], layer: Literal["events", "statements"]) -> dict[Place, str]:
        """Return what is kept by numbers of readings as they were read by those of the reviewed ones."""
        return {here: ident for place, ident in places.items() if (here := self.place(place, layer)) is not None}

    def place(self, place: Place, layer: Literal["events", "statements"]) -> Place | None:
        """Return a place by the number that it has in the reviewed reading; None where it was rejected."""
        article, number = place
        if article not in self.with_reviews:
            return place
        self.take([article])
        kept: tuple[int, ...] = getattr(self.numbers[article], layer)
        return (article, kept.index(number)) if number in kept else None


@dataclass(frozen=True, slots=True)
class _World:
    """The entities around: those that changed or are new, and all as the assembly looks at them."""

    changed: tuple[WorldEntity, ...]
    every: tuple[WorldEntity, ...]
    named: frozenset[str]


def _grow(store: Store, lexicons: Lexicons, new: Sequence[str], *, grouped: bool = False) -> None:
    """Take new articles into the stories, in one transaction; what is `grouped` stays in its stories."""
    shelf = _Shelf(store, frozenset(store.reviews.reviewed_articles()))
    standing = store.standing
    groups = _as_grouped(store, new) if grouped else _regrouped(store, lexicons, shelf, new)
    inside = sorted({*new, *(article for group in groups.stories.values() for article in group)})
    world = _entities(store, lexicons, shelf, new, groups)
    first = _materials(store, lexicons, shelf, _with_copies(store, inside, groups), groups, world)
    mentions, sayings = asked_mentions(first, inside, groups.moved), sayings_of(first, inside)
    happenings = _happenings(store, shelf, mentions, groups) | set(standing.happenings_in(new).values())
    utterances = _utterances(store, lexicons, shelf, sayings, groups) | set(standing.utterances_in(new).values())
    apart = Apart(
        {ident: _places(shelf, places, "events") for ident, places in standing.reports_of(happenings).items()},
        {ident: _places(shelf, places, "statements") for ident, places in standing.sayings_of(utterances).items()},
        standing.plans_of(happenings),
        standing.answers(utterances),
        standing.denied_by(happenings, utterances),
        standing.cancelled_by_them(happenings),
    )
    told = {place for places in apart.happenings.values() for place in places}
    said = {place for places in apart.utterances.values() for place in places}
    around = _with_copies(store, {*first.readings, *(article for article, _ in (*told, *said))}, groups)
    second = _materials(store, lexicons, shelf, around, groups, world, first)
    fresh = frozenset(new)
    # Of what was not looked at so far only that which is joined again.
    more = numbers_by_article(told - {mention.key for mention in mentions})
    heard = numbers_by_article(said - {one.key for one in sayings})
    joined = rebuilt(
        second,
        [m for m in (*mentions, *mentions_of(second, sorted(more), only=more)) if m.article in fresh or m.key in told],
        [s for s in (*sayings, *sayings_of(second, sorted(heard), only=heard)) if s.article in fresh or s.key in said],
        apart,
        _whole(store, shelf, around, said),
        {table: partial(standing.taken, table) for table in ("happening", "utterance")},
    )
    stories = story_values(second, groups.stories, standing.stories_of(inside), joined)
    built = Stories(stories, (), groups.copies, world.every, joined.happenings, joined.utterances)
    traits = story_traits(built, [shelf.readings[article] for article in around])
    stories, lines = with_standing_lines(stories, traits, standing.lines_between, standing.goes_on)
    gone = frozenset((*groups.gone, *groups.stories, *apart.happenings, *apart.utterances))
    blocks = {entity.id: entity_blocks(entity, lexicons.stories) for entity in world.changed}
    value = as_read(replace(built, stories=stories, entities=world.changed), shelf.numbers)
    store.grow_stories(Growth(value, gone, joined.followed, lines, blocks))


def _with_copies(store: Store, articles: Iterable[str], groups: Regrouping) -> list[str]:
    """Return articles with all their copies: only with these at hand are the chains of copies counted as one."""
    found = set(articles)
    copies = store.standing.copies_of(found)
    return sorted(found.union(*(c.articles for ident, c in copies.items() if ident not in groups.gone)))


def _places(shelf: _Shelf, places: Iterable[Place], layer: Literal["events", "statements"]) -> list[Place]:
    """Return places by their numbers in the reviewed readings, without those that were rejected."""
    return [here for place in places if (here := shelf.place(place, layer)) is not None]


def _regrouped(store: Store, lexicons: Lexicons, shelf: _Shelf, new: Sequence[str]) -> Regrouping:
    standing = store.standing
    stories = standing.stories_of(standing.near(new, NO_DAYS))
    copies: dict[str, CopyGroup] = {}
    members = set[str]()
    # A group of copies can lie in several stories: all of them, or none of it, is made again.
    while more := {article for story in stories.values() for article in story.articles} - members:
        members |= more
        copies |= standing.copies_of(more)
        stories |= standing.stories_of({article for group in copies.values() for article in group.articles} - members)
    members |= {article for group in copies.values() for article in group.articles}
    # What is near and in no story yet comes with a batch of its own.
    readings = shelf.take(sorted({*new, *members}))
    return regroup(readings, new, stories, copies, lexicons, lambda ids: standing.taken("story", ids))


def _as_grouped(store: Store, articles: Sequence[str]) -> Regrouping:
    """Return the stories of articles as they stand, to be told again: their entities are others, not their words."""
    stories = store.standing.stories_of(articles)
    told = {ident: story.articles for ident, story in stories.items()}
    return Regrouping(told, (), frozenset(), frozenset(articles))


def _entities(store: Store, lexicons: Lexicons, shelf: _Shelf, new: Sequence[str], groups: Regrouping) -> _World:
    """Join the entities of new articles with those that stand in their stories, or are looked up alike."""
    standing = store.standing
    # The entities of an article that stands already, and was judged, stay.
    fresh = shelf.take(sorted(set(new).difference(standing.told(new))))
    inside = {article for group in groups.stories.values() for article in group} - set(fresh)
    names = {entity.canonical for reading in fresh.values() for entity in reading.entities}
    stood = standing.entities(inside, reading_blocks(fresh.values(), lexicons.stories), names)
    sides = decided_sides(store)
    known = [StandingEntity(one.entity, one.named, sides.get(one.entity.id, frozenset()), one.count) for one in stood]
    # Only who held which office on what day matters of the articles of namesakes elsewhere: they are not read whole.
    held = standing.held({m for one in stood if one.entity.type == "PER" for m in one.entity.members})
    joined = join_later(fresh.values(), held, known, groups.stories.values(), lexicons.stories)
    before = {one.entity.id: len(set(one.entity.members)) for one in stood}
    changed = tuple(entity for entity in joined if len(entity.members) > before.get(entity.id, 0))
    named = frozenset(one.entity.id for one in stood if one.named)
    return _World(changed, joined, named)


def _materials(
    store: Store,
    lexicons: Lexicons,
    shelf: _Shelf,
    articles: Sequence[str],
    groups: Regrouping,
    world: _World,
    known: Materials | None = None,
) -> Materials:
    """Return what the assembly looks at over some articles, all of whose entities and stories are known."""
    standing = store.standing
    readings = shelf.take(articles)
    others = standing.entities(articles)
    changed = {entity.id: entity for entity in world.every}
    entities = [
        replace(found, members=tuple({*found.members, *one.entity.members})) if found else one.entity
        for one in others
        for found in [changed.pop(one.entity.id, None)]
    ]
    named = world.named | {one.entity.id for one in others if one.named}
    built = build_world([*entities, *changed.values()], lexicons.names.demonyms, readings.values(), lexicons.joins.told)
    whole: World = replace(built, named=built.named | named)
    moved = {article for group in groups.stories.values() for article in group}
    stays = standing.stories_of(article for article in articles if article not in moved)
    clusters = [*groups.stories.values(), *(story.articles for story in stays.values())]
    copies = [group for ident, group in standing.copies_of(articles).items() if ident not in groups.gone]
    # Reworked groups come later: they hold copy groups and fold these as well.
    every = sorted((*copies, *groups.copies), key=lambda group: (group.id.startswith("rework-"), group.articles))
    here = set(articles)
    kept = [group for group in every if here.issuperset(group.articles)]
    return Materials(readings.values(), kept, clusters, whole, lexicons.joins, known)


def _happenings(store: Store, shelf: _Shelf, mentions: Sequence[Mention], groups: Regrouping) -> frozenset[str]:
    """Return the standing happenings that the new reports may belong to: of their stories, or elsewhere."""
    standing = store.standing
    inside = sorted({mention.article for mention in mentions})
    stood = shelf.own(standing.happenings_in(inside), "events")
    found = set(touched_happenings(mentions, groups.moved, stood))
    for mention in mentions:
        if mention.article in groups.moved and mention.sharpness == 0:
            who = {entity for party in mention.parties for entity in party.keys}
            who |= mention.place.keys if mention.place else frozenset()
            found.update(standing.happenings_like(mention.type, who, mention.days, _STRANGERS))
    return frozenset(found)


def _utterances(
    store: Store, lexicons: Lexicons, shelf: _Shelf, sayings: Sequence[Said], groups: Regrouping
) -> frozenset[str]:
    """Return the standing utterances that the new sayings may belong to: of their stories, or by the same speaker."""
    standing = store.standing
    inside = sorted({said.article for said in sayings})
    stood = shelf.own(standing.utterances_in(inside), "statements")
    found = set(touched_utterances(sayings, groups.moved, stood))
    told: dict[str, list[Said]] = {}
    for said in sayings:
        if said.article in groups.moved and said.speaker is not None and len(said.words) > 2:
            told.setdefault(said.speaker, []).append(said)
    for speaker, own in told.items():
        for days in dict.fromkeys(said.published for said in own):
            for ident, wordings in standing.said_by(speaker, days, _SAYINGS):
                words = [frozenset(stems(wording, lexicons.joins.stop)) for wording in wordings]
                if any(shares_words(said.words, other) for said in own for other in words):
                    found.add(ident)
    return frozenset(found)


def _whole(store: Store, shelf: _Shelf, articles: Sequence[str], apart: set[Place]) -> dict[str, list[Place]]:
    """Return the utterances of several sayings in these articles that are not taken apart, with their places here."""
    found: dict[str, list[Place]] = {}
    for place, ident in shelf.own(store.standing.utterances_in(articles), "statements").items():
        if place not in apart:
            found.setdefault(ident, []).append(place)
    many = store.standing.sayings_of(found)
    return {ident: places for ident, places in found.items() if len(many[ident]) > 1}
