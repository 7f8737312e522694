"""Later arrivals: what new articles change in stories that stand, step by step, each over what it touches alone.

First the copies and groups around the new articles are made again (`regroup`), then the entities of these articles are
joined with those that stand (stories/entities/standing.py), then the happenings and utterances that a new report may
belong to are taken apart and joined again with it (`touched`, `rebuilt`). All by the rules by which everything is built
at once; what is not touched stays as it stands, and ids stay with what they named.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from tawatur.lexicon.bundle import Lexicons
from tawatur.model import CopyGroup, Happening, Reading, Story, StoryLine, Utterance
from tawatur.stories.assemble import (
    Materials,
    build_story_values,
    find_happenings,
    gather_utterances,
    mentions_of,
)
from tawatur.stories.copies import compared_texts, find_copies, find_reworked
from tawatur.stories.grouping import Subject, compare_within, group_later, main_subject
from tawatur.stories.grouping.lines import StoryTraits, line_for, pairs_of
from tawatur.stories.happenings.build import stable_id
from tawatur.stories.happenings.mentions import Mention
from tawatur.stories.utterances.build import build_utterances
from tawatur.stories.utterances.denials import tie_denials
from tawatur.stories.utterances.elsewhere import ClaimIndex
from tawatur.stories.utterances.said import Said

Place = tuple[str, int]
Taken = Callable[[Iterable[str]], Collection[str]]
# Words that a saying shares with another at least before the two are compared (utterances/joining.py).
_LEAST_SHARED = 3


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

    `taken` tells which of some ids are given to stories that are not near.
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
    changed = [group for group in after if group not in before]
    named = _named({old: ident for old, ident in before.items() if old not in set(after)}, changed, taken)
    home = {article: ident for group, ident in before.items() for article in group}
    moved = frozenset(a for ident, group in named.items() for a in group if home.get(a) != ident)
    gone = {ident for group, ident in before.items() if group not in set(after)}
    fresh, old = _copies((*found, *reworked), copies, new)
    return Regrouping(named, fresh, frozenset(gone | old), moved)


def _subjects(readings: Iterable[Reading], lexicons: Lexicons) -> dict[str, Subject]:
    return {r.article.id: main_subject(r, lexicons.joins, lexicons.names.demonyms) for r in readings}


def _named(
    before: Mapping[tuple[str, ...], str], changed: Sequence[tuple[str, ...]], taken: Taken
) -> dict[str, tuple[str, ...]]:
    """Give each changed group the id of the story that it goes on, or one of its own."""
    kept = _lineage(before.items(), {n: frozenset(group) for n, group in enumerate(changed)})
    own = {n: stable_id("s", group[0]) for n, group in enumerate(changed) if n not in kept}
    used = {*kept.values(), *before.values(), *taken(own.values())}
    for number, ident in own.items():
        kept[number] = ident if ident not in used else stable_id("s", ident, *changed[number])
    return {kept[number]: group for number, group in enumerate(changed)}


def _lineage(
    before: Iterable[tuple[Collection[object], str]], after: Mapping[int, frozenset[object]]
) -> dict[int, str]:
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


def kinds_of(mention: Mention) -> frozenset[str]:
    """Return the kinds under which mentions of one story are looked at together: the type and the family."""
    return frozenset((mention.type, mention.family or mention.type))


def asked_mentions(materials: Materials, articles: Iterable[str], moved: Collection[str]) -> list[Mention]:
    """Return the mentions of moved articles, and of the others in their stories those that may be one with these."""
    every = tuple(articles)
    mentions = mentions_of(materials, [article for article in every if article in moved])
    asked: dict[str, set[str]] = defaultdict(set)
    for mention in mentions:
        asked[mention.cluster] |= kinds_of(mention)
    stay = [article for article in every if article not in moved]
    return sorted((*mentions, *mentions_of(materials, stay, kinds=asked)), key=lambda mention: mention.key)


def numbers_by_article(places: Iterable[Place]) -> dict[str, set[int]]:
    """Return by article the numbers of places."""
    found: dict[str, set[int]] = defaultdict(set)
    for article, number in places:
        found[article].add(number)
    return found


def touched_happenings(
    mentions: Iterable[Mention], moved: Collection[str], standing: Mapping[Place, str]
) -> frozenset[str]:
    """Return the happenings of the mentions' stories that a report of a moved article may belong to.

    `standing` tells the happening of each mention that has one.
    """
    every = tuple(mentions)
    asked = {(m.cluster, kind) for m in every if m.article in moved for kind in kinds_of(m)}
    return frozenset(
        standing[m.key]
        for m in every
        if m.key in standing and (m.article in moved or any((m.cluster, kind) in asked for kind in kinds_of(m)))
    )


def touched_utterances(
    sayings: Iterable[Said], moved: Collection[str], standing: Mapping[Place, str]
) -> frozenset[str]:
    """Return the utterances, among those of given sayings, that a saying of a moved article may belong to."""
    words: dict[str, list[frozenset[str]]] = defaultdict(list)
    every = tuple(sayings)
    for said in every:
        if said.article in moved:
            for owner in _owners(said):
                words[owner].append(said.words)
    return frozenset(
        standing[said.key]
        for said in every
        if said.key in standing
        and (
            said.article in moved
            or any(shares_words(said.words, own) for owner in _owners(said) for own in words.get(owner, ()))
        )
    )


def shares_words(one: frozenset[str], other: frozenset[str]) -> bool:
    """Tell whether two sayings share so many stems that they are to be compared."""
    return len(one & other) >= min(_LEAST_SHARED, len(one), len(other))


def _owners(said: Said) -> tuple[str, ...]:
    described = ("described",) if said.party is not None else ()
    return (*(owner for owner in (said.speaker, said.copy) if owner), *described)


@dataclass(frozen=True, slots=True)
class Apart:
    """What is taken apart: the happenings and utterances by id, as far as needed, with the places that they told."""

    happenings: Mapping[str, Sequence[Place]]
    utterances: Mapping[str, Sequence[Place]]
    fulfils: Mapping[str, str]
    answers: Mapping[str, tuple[str, ...]]
    denied_by: Mapping[str, tuple[str, ...]]
    cancels: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """Happenings and utterances joined again, by ids that stay where they can, and which old id went into which."""

    happenings: tuple[Happening, ...]
    utterances: tuple[Utterance, ...]
    followed: Mapping[str, str]


def rebuilt(
    materials: Materials,
    mentions: Sequence[Mention],
    sayings: Sequence[Said],
    apart: Apart,
    whole: Mapping[str, Sequence[Place]],
    taken: Mapping[str, Taken],
) -> Rebuilt:
    """Join mentions and sayings again; `whole` are the utterances of several sayings that stay as they are.

    `taken` tells which of some ids of happenings and of utterances are given already.
    """
    gathered = gather_utterances(materials, sayings)
    for ident, places in whole.items():
        for article, number in places:
            if article in materials.tracers:
                materials.tracers[article].join(number, ident)
    happenings = find_happenings(materials, mentions)
    utterances = build_utterances(gathered, materials.readings)
    claims = ClaimIndex(materials.readings, materials.world, materials.lexicon)
    utterances, happenings = tie_denials(utterances, happenings, materials.readings, materials.lexicon, claims)
    told = {h.id: frozenset((r.article, r.event) for r in h.reports) for h in happenings}
    said = {u.id: frozenset((s.article, s.statement) for s in u.sayings) for u in utterances}
    names = _kept_ids(apart.happenings, told, "h", taken["happening"])
    names |= _kept_ids(apart.utterances, said, "u", taken["utterance"])
    followed = _followed(apart.happenings, {names[i]: places for i, places in told.items()})
    followed |= _followed(apart.utterances, {names[i]: places for i, places in said.items()})
    return Rebuilt(
        tuple(_renamed_happening(h, names, apart, followed) for h in happenings),
        tuple(_renamed_utterance(u, names, apart, followed) for u in utterances),
        followed,
    )


def _kept_ids(
    before: Mapping[str, Sequence[Place]], after: Mapping[str, frozenset[Place]], letter: str, taken: Taken
) -> dict[str, str]:
    """Return for each id that content gives the one to be used: the old one of which it has most, or its own."""
    idents = sorted(after)
    numbers: dict[Place, int] = {place: n for n, ident in enumerate(idents) for place in after[ident]}
    shared: Counter[tuple[str, int]] = Counter()
    for old, places in before.items():
        shared.update((old, numbers[place]) for place in places if place in numbers)
    names: dict[str, str] = {}
    given: set[str] = set()
    for (old, number), _ in sorted(shared.items(), key=lambda item: (-item[1], item[0])):
        if idents[number] not in names and old not in given:
            names[idents[number]] = old
            given.add(old)
    left = [ident for ident in idents if ident not in names]
    used = {*given, *before, *taken(left)}
    return names | {ident: ident if ident not in used else stable_id(letter, ident, "later") for ident in left}


def _followed(before: Mapping[str, Sequence[Place]], after: Mapping[str, frozenset[Place]]) -> dict[str, str]:
    """Return for each old id that is gone the one that has most of what it had."""
    where = {place: ident for ident, places in after.items() for place in places}
    gone: dict[str, str] = {}
    for old, places in before.items():
        into = Counter(where[place] for place in places if place in where)
        if old not in after and into:
            gone[old] = min(into, key=lambda ident: (-into[ident], ident))
    return gone


def _renamed_happening(
    happening: Happening, names: Mapping[str, str], apart: Apart, followed: Mapping[str, str]
) -> Happening:
    ident = names[happening.id]
    fulfils = _plan(happening.fulfils, ident, names, apart.fulfils, followed)
    cancels = _plan(happening.cancels, ident, names, apart.cancels, followed)
    denied_by = _denied_by(happening.denied_by, ident, names, apart, followed)
    return replace(happening, id=ident, fulfils=fulfils, cancels=cancels, denied_by=denied_by)


def _plan(
    found: str | None, ident: str, names: Mapping[str, str], before: Mapping[str, str], followed: Mapping[str, str]
) -> str | None:
    """Return the plan that a happening was found to refer to, or the one it did `before`, when that stayed whole."""
    plan = names.get(found, found) if found else None
    if plan is None and ident in before:
        # The plan was not taken apart with it.
        plan = followed.get(before[ident], before[ident])
    return plan if plan != ident else None


def _denied_by(
    found: Iterable[str], ident: str, names: Mapping[str, str], apart: Apart, followed: Mapping[str, str]
) -> tuple[str, ...]:
    """Return the denials found, and those that were known before."""
    before = [followed.get(denial, denial) for denial in apart.denied_by.get(ident, ())]
    return tuple(dict.fromkeys([*(names.get(denial, denial) for denial in found), *before]))


def _renamed_utterance(
    utterance: Utterance, names: Mapping[str, str], apart: Apart, followed: Mapping[str, str]
) -> Utterance:
    ident = names[utterance.id]
    answers = [names.get(answer, answer) for answer in utterance.answers]
    answers += [followed.get(answer, answer) for answer in apart.answers.get(ident, ())]
    denied_by = _denied_by(utterance.denied_by, ident, names, apart, followed)
    reasons = tuple(_with_names(told, utterance.answers, names) for told in utterance.reasons)
    return replace(utterance, id=ident, answers=tuple(dict.fromkeys(answers)), denied_by=denied_by, reasons=reasons)


def _with_names(told: str, answers: Iterable[str], names: Mapping[str, str]) -> str:
    for answer in answers:
        told = told.replace(answer, names.get(answer, answer))
    return told


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
