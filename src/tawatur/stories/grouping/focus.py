"""Focus: reports that name one town and one kind of incident are of one story the more likely.

Two outlets that each write for themselves about a car bomb in Nasiriyah share few words besides the town's and the
bomb's. What their titles and openings name counts besides the likeness of all their words.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from tawatur.lexicon.join_words import forms
from tawatur.lexicon.story_words import StoryLexicon
from tawatur.stories.grouping.graph import Days, Graph, nearness
from tawatur.stories.grouping.openings import Opening
from tawatur.stories.grouping.stems import cut_clitics
from tawatur.text.fold import fold

# Words of the text in which a report says where it was and what: its first two sentences or so.
_OPENING = 60
# A town of the first words is where the report was written.
_DATELINE = 2
# What is added to likeness (flat from .2 to .4; docs/stages/grouping.md).
_ADDED = 0.3
# A town that a smaller share of texts opens with than this is one where not much else happens. How rare it
# is comes from the texts at hand and, as in vectors.py, from 2,000 thought to have gone before.
_RARE, _FEW = 0.01, 6
_MOST = 0.04
_PRIOR = 2000
_PRIOR_SHARE = 0.0005
_WEEKDAYS = frozenset(
    fold(day) for day in ("السبت", "الأحد", "الاثنين", "الإثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة")
)
# The car bomb of one report is the attack of the next and the assault of a third.
_VIOLENT, _VIOLENCE = frozenset({"attack", "explosion", "deed"}), "violence"


@dataclass(frozen=True, slots=True)
class Focus:
    """The towns, kinds of incident and days of the week that a unit's titles and openings name."""

    towns: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    weekdays: frozenset[str] = frozenset()

    def may_be(self, other: Focus) -> bool:
        """Tell whether both tell of one kind of incident, and not on two days of the week."""
        apart = self.weekdays and other.weekdays and not self.weekdays & other.weekdays
        return bool(self.kinds & other.kinds) and not apart


def focus_of(unit: Sequence[Opening], lexicon: StoryLexicon) -> Focus:
    """Return the focus of a unit: an article, or copies. A roundup has none."""
    if any(opening.roundup for opening in unit):
        return Focus()
    titles = [word for opening in unit for word in opening.title]
    told = [*titles, *(word for opening in unit for word in opening.lead[:_OPENING])]
    placed = [*titles, *(word for opening in unit for word in opening.lead[_DATELINE:_OPENING])]
    towns = frozenset(form for word in placed for form in (word, cut_clitics(word)) if _is_town(form, lexicon))
    kinds = frozenset(kind for word in told for kind in _kinds(word, lexicon.incidents))
    return Focus(towns, kinds, _WEEKDAYS.intersection(told))


def with_focus(graph: Graph, units: Sequence[Focus], days: Sequence[Days], lexicon: StoryLexicon) -> Graph:
    """Return the graph with more likeness between units of one town and one kind of incident, less for days apart.

    What has no word of weight in common stays apart: of sixty such pairs in three sets of real news none was one story.
    """
    found = sorted(pair for pair in _one_town(units, lexicon) if units[pair[0]].may_be(units[pair[1]]))
    keys = graph.ones * len(units) + graph.others
    order = np.argsort(keys)
    values = graph.values.copy()
    for one, other in found:
        at = int(np.searchsorted(keys, one * len(units) + other, sorter=order))
        if at < len(keys) and keys[order[at]] == one * len(units) + other:
            values[order[at]] += _ADDED * nearness(days[one], days[other])
    return Graph(graph.ones, graph.others, values)


def _one_town(units: Sequence[Focus], lexicon: StoryLexicon) -> set[tuple[int, int]]:
    """Return the pairs of units that name a town where not much else happens, the smaller number first."""
    held: dict[str, list[int]] = defaultdict(list)
    pairs: set[tuple[int, int]] = set()
    for number, unit in enumerate(units):
        for town in unit.towns:
            held[town].append(number)
    for town, numbers in held.items():
        share = (len(numbers) + _PRIOR * lexicon.expected.get(town, _PRIOR_SHARE)) / (len(units) + _PRIOR)
        if share < _RARE and len(numbers) <= max(_FEW, _MOST * len(units)):
            pairs.update(combinations(numbers, 2))
    return pairs


def _is_town(form: str, lexicon: StoryLexicon) -> bool:
    """Tell whether a word names a town; «سيول» is Seoul or floods, and in a capital too much happens."""
    return form in lexicon.towns and form not in lexicon.great_cities and form not in lexicon.incidents


def _kinds(word: str, incidents: Mapping[str, str]) -> Iterator[str]:
    """Yield the kind of incident that a word tells of."""
    for form in forms(word):
        if form in incidents:
            yield _VIOLENCE if incidents[form] in _VIOLENT else incidents[form]
            return
