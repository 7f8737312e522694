"""Agreement: groups that are told in different words are joined when their main acts are one happening.

What two reports share of an act counts by its kind. Talks are known by two people; a visit by the visitor and the
land visited; a thing said by who said it of whom; a deed by the day told and the place, or by the place, a number and
who took part. Countries alone identify nothing, nor does a person together with the person's own country.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from tawatur.lexicon.join_words import JoinLexicon
from tawatur.stories.grouping.graph import Graph
from tawatur.stories.grouping.main_subject import Act, Key, Subject
from tawatur.stories.grouping.stems import stem
from tawatur.stories.happenings.day_ranges import overlap

# Likeness that full agreement adds to two groups. With the .34 that joins (group.py), their words must be alike to .1
# besides. On other days of a corpus 21 of the 24 groups so joined were right; .2 to .3 join nearly the same.
_ADDED = 0.25
_LEAST_ALIKE = 0.1 - 1e-9

_TALKS = frozenset({"visit", "summit", "meeting", "call", "treaty", "invitation"})
_TALK_TYPES = frozenset({"CONSULT", "AGREE"})
_SPOKEN = frozenset({"ACCUSE", "REQUEST", "REJECT", "THREATEN", "SUPPORT", "CONCEDE"})
_TWO = 2
# A place that a smaller share of articles than this names is one where not much else happens (flat from .007 to .02).
# How rare it is comes from the articles at hand and, as in vectors.py, from 2,000 thought to have gone before.
_RARE = 0.01
_PRIOR_ARTICLES = 2000
_PRIOR_SHARE = 0.001
_LETTERS = 3
# A word is known for a place in titles, too, when this share of the articles that open with it name a place by it.
_PLACED = 0.3


@dataclass(frozen=True, slots=True)
class Comparer:
    """Compares subjects: with the words for acts, the share of articles that hold each stem and key, place words."""

    lexicon: JoinLexicon
    shares: Mapping[str, float]
    places: frozenset[str]

    def agree(self, one: Subject, other: Subject) -> bool:
        """Tell whether a main act of one subject is a main act of the other; the order of the two changes nothing."""
        words = ((one.title & other.opening) | (other.title & one.opening)) & self.places
        named = any(len(word) >= _LETTERS and self._is_rare(word) for word in words)
        return any(self._one_act(mine, theirs, named) for mine in one.acts for theirs in other.acts)

    def _is_rare(self, name: str) -> bool:
        return self.shares.get(name, 0.0) < _RARE

    def _one_act(self, one: Act, other: Act, named: bool) -> bool:
        if one.days and other.days and not overlap(one.days, other.days, self._slack(one, other)):
            return False
        if _is_talk(one) and _is_talk(other):
            return _one_talk(one, other)
        if one.type != other.type or not self._are_kin(one, other):
            return False
        return _one_saying(one, other) if one.type in _SPOKEN else self._one_deed(one, other, named)

    def _one_deed(self, one: Act, other: Act, named: bool) -> bool:
        # Two words of which none is known to name an act («سقوط», «تراجع») say too little.
        if one.family is None and other.family is None:
            return False
        shared = one.keys & other.keys
        named = named and any(key.is_where for key in shared)
        place = any(key.kind == "place" and self._is_rare(key.name) for key in shared)
        number = bool(one.numbers & other.numbers)
        if one.days is not None and other.days is not None:
            return place or named
        return number and place and (named or any(not key.is_where for key in shared))

    def _slack(self, one: Act, other: Act) -> int:
        """Return by how many days two reports of one act may name another day."""
        return max(self.lexicon.slack.get(act.family or "", 0) for act in (one, other))

    def _are_kin(self, one: Act, other: Act) -> bool:
        return self.lexicon.are_kin(one.family, other.family) or self.lexicon.are_kin(other.family, one.family)


def compare_within(
    subjects: Sequence[Subject], lexicon: JoinLexicon, common: Mapping[str, float], adjectives: Iterable[str]
) -> Comparer:
    """Return a comparer that knows how frequent words are among `subjects` and, by `common`, in the news.

    Words for acts and nationalities are no particular places: their share is 1.
    """
    known: dict[str, float] = {}
    for word, share in common.items():
        known[stem(word)] = max(share, known.get(stem(word), 0.0))
    opened = Counter(word for subject in subjects for word in subject.opening)
    held = opened.copy()
    held.update(name for subject in subjects for name in {key.name for act in subject.acts for key in act.keys})
    count = len(subjects) + _PRIOR_ARTICLES
    shares = {w: (n + _PRIOR_ARTICLES * known.get(w, _PRIOR_SHARE)) / count for w, n in held.items()}
    shares.update({stem(word): 1.0 for _, word in lexicon.families})
    shares.update({stem(word): 1.0 for word in adjectives})
    placed = Counter(word for subject in subjects for word in subject.places)
    places = frozenset(word for word, times in placed.items() if times >= _PLACED * opened[word])
    return Comparer(lexicon, shares, places)


def group_graph(
    groups: Sequence[Sequence[int]], graph: Graph, subjects: Sequence[Subject], comparer: Comparer
) -> Graph:
    """Return the likeness of groups of units: the mean of their units' and, as far as they agree, up to .25 more.

    `graph` holds the likeness of units, `subjects` what each is about. Two groups agree as far as, on the mean of both,
    their units agree with some unit of the other. Groups without any likeness are not compared.
    """
    home = np.zeros(len(subjects), dtype=np.int64)
    for number, group in enumerate(groups):
        home[list(group)] = number
    ones, others = home[graph.ones], home[graph.others]
    apart = ones != others
    keys = np.minimum(ones, others)[apart] * len(groups) + np.maximum(ones, others)[apart]
    pairs, places = np.unique(keys, return_inverse=True)
    sums = np.bincount(places, graph.values[apart], minlength=len(pairs))
    sizes = np.array([len(group) for group in groups], dtype=np.int64)
    one, other = pairs // len(groups), pairs % len(groups)
    means = sums / (sizes[one] * sizes[other])
    named = [frozenset(key for act in subject.acts for key in act.keys) for subject in subjects]
    shares = np.zeros(len(pairs))
    # Full agreement adds .25: what is not alike to .1 in words never joins.
    for at in np.flatnonzero(means >= _LEAST_ALIKE).tolist():
        shares[at] = _agreement(groups[one[at]], groups[other[at]], subjects, named, comparer)
    return Graph(one, other, means + _ADDED * shares / 2)


def _agreement(
    group: Sequence[int],
    other: Sequence[int],
    subjects: Sequence[Subject],
    named: Sequence[frozenset[Key]],
    comparer: Comparer,
) -> float:
    """Return the sum of the shares of both groups' units that agree with a unit of the other group."""
    pairs = [
        (mine, theirs)
        for mine in group
        for theirs in other
        if not named[mine].isdisjoint(named[theirs]) and comparer.agree(subjects[mine], subjects[theirs])
    ]
    return len({mine for mine, _ in pairs}) / len(group) + len({theirs for _, theirs in pairs}) / len(other)


def _is_talk(act: Act) -> bool:
    return act.family in _TALKS or act.type in _TALK_TYPES


def _one_talk(one: Act, other: Act) -> bool:
    if sum(key.kind == "person" for key in one.keys & other.keys) >= _TWO:
        return True
    people = [key for key in (one.actors | one.others) & (other.actors | other.others) if key.kind == "person"]
    if "visit" not in (one.family, other.family):
        return False
    lands = _lands(one) & _lands(other)
    return any(key.country and lands - {key.country} for key in people)


def _lands(act: Act) -> frozenset[str]:
    """Return the countries of those who take part in an act and of its place."""
    return frozenset(key.country for key in act.actors | act.others | act.places if key.country and key.kind != "body")


def _one_saying(one: Act, other: Act) -> bool:
    sayers = one.actors & other.actors
    return any(not key.is_where for key in sayers) and bool((one.others & other.others) - sayers)
