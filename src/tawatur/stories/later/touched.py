"""Which happenings and utterances that stand a new report or saying may belong to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from tawatur.stories.assemble import Materials, mentions_of
from tawatur.stories.happenings.mentions import Mention
from tawatur.stories.utterances.said import Said

Place = tuple[str, int]
# Words that a saying shares with another at least before the two are compared (utterances/joining.py).
_LEAST_SHARED = 3


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
