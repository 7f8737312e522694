"""Copies and groups around new articles, made again; and which story each group goes on."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from tawatur.lexicon.bundle import Lexicons
from tawatur.model import CopyGroup, Reading, Story
from tawatur.stories.copies import compared_texts, find_copies, find_reworked
from tawatur.stories.grouping import Subject, compare_within, group_later, main_subject
from tawatur.stories.happenings.build import Taken, free_id, stable_id


@dataclass(frozen=True, slots=True)
class Regrouping:
    """The stories (id and articles) and copy groups that are new or changed, and the ids of those that go for them.

    `moved` are the articles that are new or stand in a story of another id than before.
    """

    stories: Mapping[str, tuple[str, ...]]
    copies: tuple[CopyGroup, ...]
    gone: frozenset[str]
    moved: frozenset[str]


def regroup(
    near: Mapping[str, Reading],
    new: Collection[str],
    stories: Mapping[str, Story],
    copies: Mapping[str, CopyGroup],
    lexicons: Lexicons,
    taken: Taken,
) -> Regrouping:
    """Group new articles with those near them; `stories` and `copies` are those that the near ones stand in.

    `taken` tells which of some ids are given to stories that are not near. Of the new some may stand in a story: what
    was read in them is judged otherwise now; their story is told again in any case.
    """
    articles = tuple(near[ident].article for ident in sorted(near))
    texts = compared_texts(articles)
    found = find_copies(articles, lexicons.stories, texts)
    reworked = find_reworked(articles, found, lexicons.stories, texts)
    subjects = _subjects(near.values(), lexicons)
    comparer = compare_within(
        tuple(subjects.values()), lexicons.joins, lexicons.stories.common, lexicons.names.demonyms
    )
    before = {tuple(sorted(story.articles)): story.id for story in stories.values()}
    groups = tuple(sorted(before))
    after = group_later(groups, articles, new, found, lexicons.stories, subjects, comparer).groups
    again = set(new)
    changed = [group for group in after if group not in before or not again.isdisjoint(group)]
    stays = set(after) - set(changed)
    named = _named({old: ident for old, ident in before.items() if old not in stays}, changed, taken)
    home = {article: ident for group, ident in before.items() for article in group}
    moved = frozenset(a for ident, group in named.items() for a in group if home.get(a) != ident or a in again)
    gone = {ident for group, ident in before.items() if group not in set(after)}
    fresh, old = _copies((*found, *reworked), copies, new)
    return Regrouping(named, fresh, frozenset(gone | old), moved)


def _subjects(readings: Iterable[Reading], lexicons: Lexicons) -> dict[str, Subject]:
    return {r.article.id: main_subject(r, lexicons.joins, lexicons.names.demonyms) for r in readings}


def _named(
    before: Mapping[tuple[str, ...], str], changed: Sequence[tuple[str, ...]], taken: Taken
) -> dict[str, tuple[str, ...]]:
    """Give each changed group the id of the story that it goes on, or one of its own."""
    kept = lineage(before.items(), {n: frozenset(group) for n, group in enumerate(changed)})
    own = {n: stable_id("s", group[0]) for n, group in enumerate(changed) if n not in kept}
    used = {*kept.values(), *before.values()}
    for number, ident in own.items():
        kept[number] = free_id("s", ident, used, taken, *changed[number])
        used.add(kept[number])
    return {kept[number]: group for number, group in enumerate(changed)}


def lineage(before: Iterable[tuple[Collection[object], str]], after: Mapping[int, frozenset[object]]) -> dict[int, str]:
    """Return by number the old id that each new thing goes on: that of which it has most, each id once."""
    shared = sorted(
        (-count, ident, number)
        for members, ident in before
        for number, mine in after.items()
        if (count := sum(member in mine for member in members))
    )
    kept: dict[int, str] = {}
    given: set[str] = set()
    for _, ident, number in shared:
        if number not in kept and ident not in given:
            kept[number] = ident
            given.add(ident)
    return kept


def _copies(
    found: Sequence[CopyGroup], standing: Mapping[str, CopyGroup], new: Collection[str]
) -> tuple[tuple[CopyGroup, ...], frozenset[str]]:
    """Return the copy groups that new articles make or change, and the ids of those in whose place they come."""
    touched, fresh, old = set(new), set[str](), set[str]()
    by_id = {group.id: group for group in found}
    while True:
        more = {i for i, group in by_id.items() if i not in fresh and not touched.isdisjoint(group.articles)}
        gone = {i for i, group in standing.items() if i not in old and not touched.isdisjoint(group.articles)}
        if not more and not gone:
            break
        fresh |= more
        old |= gone
        touched.update(a for i in more for a in by_id[i].articles)
        touched.update(a for i in gone for a in standing[i].articles)
    return tuple(by_id[i] for i in sorted(fresh)), frozenset(old)
