"""Build stories across articles: copies, entities, happenings, utterances, chains, disagreements."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from tawatur.lexicon.bundle import Lexicons
from tawatur.model import Decision, Reading, Stories
from tawatur.stories.assemble import assemble, story_traits, with_lines
from tawatur.stories.copies import compared_texts, find_copies, find_reworked
from tawatur.stories.entities import join_entities
from tawatur.stories.grouping import compare_within, group_articles, group_lines, main_subject
from tawatur.stories.sparing import few_searches
from tawatur.stories.timeline import timeline

__all__ = ["build_stories", "timeline"]


def build_stories(readings: Iterable[Reading], lexicons: Lexicons, decisions: Sequence[Decision] = ()) -> Stories:
    """Build everything that is known across the articles of `readings`; their order changes nothing.

    Keeps one reading for each article id. `decisions` are those of people about entities, newest first. Story lines
    are the level above stories; every other value is described in model/stories.py. Empty input gives an empty result.
    """
    with few_searches():
        return _build(readings, lexicons, decisions)


def _build(readings: Iterable[Reading], lexicons: Lexicons, decisions: Sequence[Decision]) -> Stories:
    by_id = {reading.article.id: reading for reading in readings}
    every = tuple(by_id[ident] for ident in sorted(by_id))
    articles = tuple(reading.article for reading in every)
    texts = compared_texts(articles)
    copies = find_copies(articles, lexicons.stories, texts)
    reworked = find_reworked(articles, copies, lexicons.stories, texts)
    del texts
    demonyms: Mapping[str, str] = getattr(lexicons.names, "demonyms", {})
    subjects = {reading.article.id: main_subject(reading, lexicons.joins, demonyms) for reading in every}
    comparer = compare_within(tuple(subjects.values()), lexicons.joins, lexicons.stories.common, demonyms)
    clusters = group_articles(articles, copies, lexicons.stories, subjects, comparer)
    del subjects, comparer
    entities = join_entities(every, lexicons.stories, clusters, decisions)
    built = assemble(every, (*copies, *reworked), clusters, entities, lexicons.joins, demonyms)
    names = {entity.id: entity.canonical for entity in built.entities}
    places = {e.id: e.country for e in built.entities if e.country is not None and e.type in ("GPE", "LOC")}
    return with_lines(built, group_lines(story_traits(built, every), names, places))
