"""Entities that stand: as nodes again, so that those of new articles are joined with them by the ordinary rules.

What stands is never joined with what stands, nor parted: that is for building all anew. So ids stay.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from tawatur.lexicon.story_words import StoryLexicon
from tawatur.model import Decision, Entity, Reading, WorldEntity
from tawatur.stories.entities.decided import Decided, Side, resolve_decisions
from tawatur.stories.entities.join import blocks_of, join_nodes
from tawatur.stories.entities.nodes import Node, build_nodes, node_of

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class StandingEntity:
    """An entity as it stands, with those of its members that matter here, one at least.

    `named` tells that some article names it (else it is known by a role), `sides` on which sides of people's decisions
    it is, `count` how many members it has.
    """

    entity: WorldEntity
    named: bool
    sides: frozenset[Side] = frozenset()
    count: int = 1


def entity_blocks(entity: WorldEntity, lexicon: StoryLexicon) -> frozenset[str]:
    """Return what an entity is looked up by when new articles name somebody."""
    return blocks_of(_node(StandingEntity(entity, True), {}, lexicon), lexicon)


def reading_blocks(readings: Iterable[Reading], lexicon: StoryLexicon) -> frozenset[str]:
    """Return under what the entities of new articles are to be looked for."""
    nodes = build_nodes(sorted(readings, key=lambda r: r.article.id), {}, lexicon, Decided())
    return frozenset(block for node in nodes for block in blocks_of(node, lexicon))


def join_later(
    new: Iterable[Reading],
    around: Iterable[Reading],
    standing: Sequence[StandingEntity],
    groups: Iterable[Sequence[str]],
    lexicon: StoryLexicon,
    decisions: Sequence[Decision] = (),
) -> tuple[WorldEntity, ...]:
    """Join the entities of new articles with standing ones and each other; return all, those that stand by their ids.

    `around` are the readings of the other articles in which given members of standing entities stand, `groups` the
    stories as they are now, `decisions` those that may be about entities of the new articles, newest first.
    """
    story = {article: number for number, group in enumerate(sorted(map(tuple, groups))) for article in group}
    fresh = sorted(new, key=lambda r: r.article.id)
    stood = [_node(one, story, lexicon) for one in standing]
    every = sorted((*fresh, *around), key=lambda r: r.article.id)
    decided = resolve_decisions(fresh, decisions)
    return join_nodes(build_nodes(fresh, story, lexicon, decided, stood), every, lexicon)


def _node(one: StandingEntity, story: dict[str, int], lexicon: StoryLexicon) -> Node:
    """Return a standing entity as a node: spellings and roles in their order, with counts that fit its members.

    So a few new articles do not change what an entity of thousands is called, nor all that is indexed by its name.
    """
    entity = one.entity
    as_told = Entity(entity.id, entity.canonical, entity.type, entity.key, entity.latin, entity.country, entity.roles)
    node = node_of(entity.members[0][0], as_told, None, lexicon)
    node.members = list(entity.members)
    node.standing, node.nameless = entity.id, not one.named
    node.sides = set(one.sides)
    node.spellings, node.role_counts = Counter(), Counter()
    node.spellings.update(_counts(entity.spellings, one.count))
    node.role_counts.update(_counts([(role.text, role.country) for role in entity.roles], one.count))
    node.story_of = {member: story[member[0]] for member in entity.members if member[0] in story}
    node.groups = set(node.story_of.values())
    node.reasons, node.joins = list(entity.reasons), list(entity.joins)
    return node


def _counts(ranked: Sequence[Item], every: int) -> dict[Item, int]:
    """Return how often each of some things, the most frequent first, may have been met among so many."""
    ranks = len(ranked) * (len(ranked) + 1) // 2
    return {item: max(rank, rank * every // ranks) for rank, item in enumerate(reversed(ranked), start=1)}
