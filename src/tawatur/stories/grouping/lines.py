"""Story lines: stories of the same two parties and the same kind of dealing that follow one another over months."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from hashlib import blake2b
from itertools import combinations

from tawatur.model import DayRange, StoryLine

# PLOVER's types by what goes on between two parties: dealing with each other, words against each other, force.
_FAMILIES: Mapping[str, str] = {
    **dict.fromkeys(("AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"), "dealings"),
    **dict.fromkeys(("REQUEST", "ACCUSE", "REJECT", "THREATEN", "SANCTION", "PROTEST"), "disputes"),
    **dict.fromkeys(("MOBILIZE", "COERCE", "ASSAULT"), "force"),
}
# A line breaks where nothing is reported for half a year.
_SILENCE_DAYS = 183
# Two stories are the least that can follow one another.
_LEAST_STORIES = 2


@dataclass(frozen=True, slots=True)
class StoryTraits:
    """What of a story matters for its line: its most salient entities, event types and days; `label` for display."""

    story: str
    label: str
    entities: tuple[str, ...]
    types: tuple[str, ...]
    days: DayRange = field(default_factory=DayRange)


def group_lines(
    stories: Sequence[StoryTraits],
    names: Mapping[str, str] | None = None,
    countries: Mapping[str, str] | None = None,
) -> tuple[StoryLine, ...]:
    """Group stories into lines, the level above stories (CONTRACT.md); a story stands in one line at most.

    A line belongs to two entities that are salient in all of its stories and to one family of event types. A story
    that fits several lines goes to the one with the most stories (then the rarer pair of entities, then the ids). A
    line breaks after half a year of silence. `names` gives the entities' names for the label; `countries` the country
    of each place, since a capital and its country are no two parties.
    """
    where = countries or {}
    found: dict[tuple[str, str, str], list[StoryTraits]] = defaultdict(list)
    for story in sorted(stories, key=lambda s: s.story):
        families = {_FAMILIES[t] for t in story.types if t in _FAMILIES}
        for one, other in combinations(sorted(set(story.entities)), 2):
            if one in where and where[one] == where.get(other):
                continue
            for family in sorted(families):
                found[one, other, family].append(story)
    lines: list[StoryLine] = []
    placed: set[str] = set()
    frequency = _frequency(stories)
    for key in sorted(found, key=lambda k: (-len(found[k]), frequency[k[0]] + frequency[k[1]], k)):
        for run in _runs(story for story in found[key] if story.story not in placed):
            if len(run) >= _LEAST_STORIES:
                placed.update(story.story for story in run)
                lines.append(_line(key, run, names or {}))
    return tuple(sorted(lines, key=lambda line: line.id))


def pairs_of(story: StoryTraits) -> tuple[tuple[str, str], ...]:
    """Return the pairs of entities whose line a story may go on, in the order that lines have them."""
    return tuple(combinations(sorted(set(story.entities)), 2))


def line_for(
    story: StoryTraits, lines: Iterable[StoryLine], goes_on: Callable[[str, Collection[str], date | None], bool]
) -> StoryLine | None:
    """Return the standing line that a story goes on, the one of most stories, or None.

    `goes_on` tells whether a line reports events of some types, and something published since a day.
    """
    families = {_FAMILIES[t] for t in story.types if t in _FAMILIES}
    types = [type_ for type_, family in _FAMILIES.items() if family in families]
    since = story.days.first - timedelta(days=_SILENCE_DAYS) if story.days.first is not None else None
    pairs = set(pairs_of(story)) if types else set()
    fitting = sorted((line for line in lines if line.entities in pairs), key=lambda n: (-len(n.stories), n.id))
    return next((line for line in fitting if goes_on(line.id, types, since)), None)


def _frequency(stories: Sequence[StoryTraits]) -> dict[str, int]:
    counts: dict[str, int] = defaultdict(int)
    for story in stories:
        for entity in set(story.entities):
            counts[entity] += 1
    return counts


def _runs(stories: Iterable[StoryTraits]) -> list[list[StoryTraits]]:
    """Part stories into runs without long silence; stories of unknown days come last, in the last run."""
    runs: list[list[StoryTraits]] = []
    end: date | None = None
    for story in sorted(stories, key=lambda s: (s.days.first or date.max, s.story)):
        first, last = story.days.first, story.days.last or story.days.first
        if not runs or (first is not None and end is not None and (first - end).days > _SILENCE_DAYS):
            runs.append([])
        runs[-1].append(story)
        if last is not None:
            end = last if end is None else max(end, last)
    return runs


def _line(key: tuple[str, str, str], run: Sequence[StoryTraits], names: Mapping[str, str]) -> StoryLine:
    one, other, _ = key
    # The first story names the line, so that it keeps its id when others follow.
    ids = tuple(story.story for story in run)
    label = f"{names.get(one, one)} – {names.get(other, other)}"
    return StoryLine(
        "line-" + blake2b("\n".join((*key, ids[0])).encode(), digest_size=6).hexdigest(), label, ids, (one, other)
    )
