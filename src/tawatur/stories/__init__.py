"""Build stories across articles: copies, entities, happenings, utterances, chains, disagreements."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from tawatur.lexicon.bundle import Lexicons
from tawatur.model import Reading, Stories, WorldEntity
from tawatur.stories.assemble import assemble, story_traits, with_lines
from tawatur.stories.copies import find_copies
from tawatur.stories.grouping import group_articles, group_lines
from tawatur.stories.happenings.build import stable_id
from tawatur.stories.timeline import timeline
from tawatur.text.fold import fold

__all__ = ["build_stories", "timeline"]


def build_stories(readings: Iterable[Reading], lexicons: Lexicons) -> Stories:
    """Build everything that is known across the articles of `readings`; their order changes nothing.

    Keeps one reading for each article id. Story lines are the level above stories; every other value is described in
    model/stories.py. Raises nothing for empty input: the result is then empty.
    """
    by_id = {reading.article.id: reading for reading in readings}
    every = tuple(by_id[ident] for ident in sorted(by_id))
    copies = find_copies(tuple(reading.article for reading in every), lexicons.stories)
    clusters = group_articles(tuple(reading.article for reading in every), copies, lexicons.stories)
    demonyms: Mapping[str, str] = getattr(lexicons.names, "demonyms", {})
    built = assemble(every, copies, clusters, _join_entities(every), lexicons.joins, demonyms)
    names = {entity.id: entity.canonical for entity in built.entities}
    return with_lines(built, group_lines(story_traits(built, every), names))


def _join_entities(readings: Iterable[Reading]) -> tuple[WorldEntity, ...]:
    """Join the entities of articles by gazetteer key or by type and folded name."""
    members: dict[str, list[tuple[str, str]]] = {}
    found: dict[str, WorldEntity] = {}
    for reading in readings:
        for entity in reading.entities:
            key = entity.key or f"{entity.type}:{fold(entity.canonical)}"
            members.setdefault(key, []).append((reading.article.id, entity.id))
            found.setdefault(
                key,
                WorldEntity(
                    stable_id("w", key), entity.canonical, entity.type, (), (entity.canonical,), entity.latin,
                    entity.country, entity.key, entity.roles,
                ),
            )  # fmt: skip
    return tuple(
        WorldEntity(e.id, e.canonical, e.type, tuple(members[key]), e.spellings, e.latin, e.country, e.key, e.roles)
        for key, e in sorted(found.items())
    )
