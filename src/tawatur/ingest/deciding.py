"""What people decided about entities taken into the stories that stand: only what the decisions touch is built anew.

The entities decided about are taken apart and joined again by the ordinary rules, with each other and with those that
stand around them. An article in which an entity is another one than before is then told again, as after a review; what
keeps its entities stays as it stands.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from functools import partial

from tawatur.lexicon.bundle import Lexicons
from tawatur.lexicon.story_words import StoryLexicon
from tawatur.model import Reading, WorldEntity
from tawatur.store import Regathered, Stood, Store
from tawatur.stories.entities.standing import StandingEntity, entity_blocks, join_later, reading_blocks
from tawatur.stories.happenings.build import free_id
from tawatur.stories.later import lineage

Member = tuple[str, str]
# By id the sides of decisions that keep an entity apart.
Sides = Mapping[str, frozenset[tuple[int, int]]]


def regathered(store: Store, lexicons: Lexicons) -> Regathered | None:
    """Gather anew the entities decided about since the stories were built; None where there are none.

    A standing entity that most of one taken apart goes to keeps its id; one that joins a larger part of what was taken
    apart is taken apart with it.
    """
    standing = store.standing
    taken = set(standing.decided())
    if not taken:
        return None
    sides = decided_sides(store)
    while True:
        home = {member: ident for ident in sorted(taken) for member in standing.members_of(ident)}
        readings = standing.named(home)
        stood = _around(store, readings, taken, lexicons.stories)
        worlds = _joined(store, readings, stood, sides, lexicons.stories)
        counts = {one.entity.id: one.count for one in stood}
        came = {w.id: sum(member in home for member in w.members) for w in worlds if w.id in counts}
        swallowed = {ident for ident, number in came.items() if number > counts[ident]}
        if not swallowed:
            return _value(store, worlds, home, counts.keys(), lexicons.stories)
        taken |= swallowed


def decided_sides(store: Store) -> dict[str, frozenset[tuple[int, int]]]:
    """Return on which sides of decisions that keep entities apart the standing ones are."""
    found: dict[str, set[tuple[int, int]]] = {}
    for number, decision in enumerate(store.decisions.all()):
        if decision.verdict != "different":
            continue
        for side, decided in enumerate((decision.one, decision.other)):
            for mention in decided.mentions:
                for entity in store.standing.entities_at(mention.article, mention.span, mention.name):
                    found.setdefault(entity, set()).add((number, side))
    return {entity: frozenset(sides) for entity, sides in found.items()}


def _around(store: Store, readings: Sequence[Reading], taken: Collection[str], lexicon: StoryLexicon) -> list[Stood]:
    """Return the standing entities that a part of what was taken apart may be one with.

    These are those that share a block, and of people also those in the stories of these: a single name, or an office,
    is known by its story.
    """
    names = {entity.canonical for reading in readings for entity in reading.entities}
    people = [r.article.id for r in readings if any(entity.type == "PER" for entity in r.entities)]
    inside = {article for group in store.standing.grouped(people) for article in group}
    found = store.standing.entities(inside, reading_blocks(readings, lexicon), names, "PER")
    return [one for one in found if one.entity.id not in taken]


def _joined(
    store: Store, readings: Sequence[Reading], stood: Sequence[Stood], sides: Sides, lexicon: StoryLexicon
) -> tuple[WorldEntity, ...]:
    known = [StandingEntity(one.entity, one.named, sides.get(one.entity.id, frozenset()), one.count) for one in stood]
    held = store.standing.held({m for one in stood if one.entity.type == "PER" for m in one.entity.members})
    groups = store.standing.grouped({reading.article.id for reading in (*readings, *held)})
    return join_later(readings, held, known, groups, lexicon, store.decisions.all())


def _value(
    store: Store,
    worlds: Sequence[WorldEntity],
    home: Mapping[Member, str],
    stands: Collection[str],
    lexicon: StoryLexicon,
) -> Regathered:
    """Return what is put in the place of the entities taken apart, by ids that stay where they can."""
    mine = [world for world in worlds if any(member in home for member in world.members)]
    parts = {n: frozenset(world.members) for n, world in enumerate(mine) if world.id not in stands}
    members: dict[str, list[Member]] = {}
    for member, ident in home.items():
        members.setdefault(ident, []).append(member)
    ids = lineage(((own, ident) for ident, own in members.items()), parts)
    used = {*ids.values(), *members}
    taken = partial(store.standing.taken, "world_entity")
    for n in sorted(parts.keys() - ids.keys()):
        ids[n] = free_id("w-", mine[n].id, used, taken, *min(mine[n].members))
        used.add(ids[n])
    entities = tuple(replace(world, id=ids.get(n, world.id)) for n, world in enumerate(mine))
    now = {member: entity.id for entity in entities for member in entity.members}
    followed = {
        ident: max(sorted({now[m] for m in own}), key=[now[m] for m in own].count)
        for ident, own in members.items()
        if ident not in ids.values()
    }
    moved = sorted({member[0] for member, ident in home.items() if now[member] != ident})
    blocks = {entity.id: entity_blocks(entity, lexicon) for entity in entities}
    return Regathered(frozenset(members), entities, followed, tuple(moved), blocks)
