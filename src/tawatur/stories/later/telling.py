"""The stories that changed, with what they report now and the lines that they go on."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from tawatur.model import Story, StoryLine
from tawatur.stories.assemble import Materials, build_story_values
from tawatur.stories.grouping.lines import StoryTraits, line_for, pairs_of
from tawatur.stories.later.rejoining import Rebuilt


def story_values(
    materials: Materials, stories: Mapping[str, tuple[str, ...]], standing: Mapping[str, Story], joined: Rebuilt
) -> tuple[Story, ...]:
    """Return the changed stories with their labels, and of what they report what was joined again here."""
    built = build_story_values(materials, tuple(stories.values()), joined.happenings, joined.utterances)
    by_articles = {story.articles: story for story in built}
    return tuple(
        replace(
            by_articles[tuple(sorted(articles))],
            id=ident,
            line=standing[ident].line if ident in standing else None,
        )
        for ident, articles in stories.items()
    )


def with_standing_lines(
    stories: Sequence[Story],
    traits: Sequence[StoryTraits],
    lines_between: Callable[[Iterable[tuple[str, str]]], Iterable[StoryLine]],
    goes_on: Callable[[str, Collection[str], date | None], bool],
) -> tuple[tuple[Story, ...], tuple[StoryLine, ...]]:
    """Put stories without a line into standing lines that they go on; return the stories, and the lines that grow.

    A line of two stories that had none is made when everything is built anew.
    """
    grown: dict[str, StoryLine] = {}
    found: list[Story] = []
    of = {one.story: one for one in traits}
    for story in stories:
        line = None
        if story.line is None and story.id in of:
            standing = [grown.get(one.id, one) for one in lines_between(pairs_of(of[story.id]))]
            line = line_for(of[story.id], standing, goes_on)
        if line is not None:
            grown[line.id] = replace(line, stories=(*line.stories, story.id))
        found.append(story if line is None else replace(story, line=line.id))
    return tuple(found), tuple(grown.values())
