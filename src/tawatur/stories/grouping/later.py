"""Later arrivals: new articles join, open, merge or split stories, and only their own fortnight is looked at."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

from tawatur.lexicon.story_words import StoryLexicon
from tawatur.model import Article, CopyGroup, DayRange
from tawatur.stories.grouping.agreement import Comparer
from tawatur.stories.grouping.graph import NO_DAYS
from tawatur.stories.grouping.group import group_articles
from tawatur.stories.grouping.main_subject import Subject

ChangeKind = Literal["opened", "joined", "merged", "split"]
Group = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """What new articles did to the groups: those before, and those after that hold their members."""

    kind: ChangeKind
    before: tuple[Group, ...]
    after: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class Regrouped:
    """All groups as `group_articles` gives them, and what changed."""

    groups: tuple[Group, ...]
    changes: tuple[Change, ...]


def days_around(new: Iterable[Article]) -> DayRange:
    """Return the days on which articles can have a part in the stories of new ones: a week before to a week after.

    An end is None where a new article's day is unknown: it may belong to any story.
    """
    published = [article.published for article in new]
    firsts = [p.first if p is not None else None for p in published]
    lasts = [p.last if p is not None else None for p in published]
    known_firsts, known_lasts = [d for d in firsts if d is not None], [d for d in lasts if d is not None]
    week = timedelta(days=NO_DAYS - 1)
    first = min(known_firsts) - week if known_firsts and len(known_firsts) == len(firsts) else None
    last = max(known_lasts) + week if known_lasts and len(known_lasts) == len(lasts) else None
    return DayRange(first, last)


def group_later(
    groups: Sequence[Group],
    near: Sequence[Article],
    new: Collection[str],
    copies: Sequence[CopyGroup],
    lexicon: StoryLexicon,
    subjects: Mapping[str, Subject] | None = None,
    comparer: Comparer | None = None,
) -> Regrouped:
    """Put new articles into groups that stand already; groups that they do not touch stay as they are.

    `near` are the new articles and those of the days around them (`days_around`), or of these the ones that share words
    with them and all members of their groups; `copies` the copy groups among them; `subjects` and `comparer` as for
    `group_articles`.
    The work depends on how many these are. Members of a touched group from other days stay with the part that took
    most of it. In whatever order articles arrive, the groups come close to those of all at once, not always the same:
    a group is looked at again only when a new article falls to it, and rarity is counted among `near`.
    """
    every = group_articles(near, copies, lexicon, subjects, comparer)
    fresh = [group for group in every if not set(group).isdisjoint(new)]
    home = {ident: number for number, group in enumerate(groups) for ident in group}
    held = {article.id for article in near}
    after = [set(group) for group in fresh]
    taken: dict[int, Counter[int]] = defaultdict(Counter)
    for number, group in enumerate(fresh):
        for ident in group:
            if ident in home:
                taken[home[ident]][number] += 1
    remains: list[Group] = []
    for old, parts in taken.items():
        moved = set().union(*(fresh[number] for number in parts))
        left = [ident for ident in groups[old] if ident not in moved]
        # The part that took most goes on the story; of equal ones the first.
        after[max(parts, key=lambda n: (parts[n], -n))].update(ident for ident in left if ident not in held)
        if stay := tuple(ident for ident in left if ident in held):
            remains.append(stay)
    untouched = [group for number, group in enumerate(groups) if number not in taken]
    changed = [tuple(sorted(group)) for group in after] + remains
    return Regrouped(tuple(sorted([*untouched, *changed])), _changes([groups[old] for old in sorted(taken)], changed))


def _changes(before: Sequence[Group], after: Sequence[Group]) -> tuple[Change, ...]:
    """Tell of each group what became of it: of how many groups it is made, and into how many an old one went."""
    home = {ident: group for group in before for ident in group}
    found: list[Change] = []
    into: dict[Group, list[Group]] = defaultdict(list)
    for group in sorted(after):
        sources = tuple(sorted({home[ident] for ident in group if ident in home}))
        for source in sources:
            into[source].append(group)
        if not sources:
            found.append(Change("opened", (), (group,)))
        elif len(sources) > 1:
            found.append(Change("merged", sources, (group,)))
        elif len(group) > len(sources[0]):
            found.append(Change("joined", sources, (group,)))
    found.extend(Change("split", (old,), tuple(parts)) for old, parts in sorted(into.items()) if len(parts) > 1)
    return tuple(found)
