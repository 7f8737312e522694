"""Focus: reports that name one town and one kind of incident are of one story the more likely.

Two outlets that each write for themselves about a car bomb in Nasiriyah share few words besides the town's and the
bomb's. What their titles and openings name counts besides the likeness of all their words.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

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
_RARE, _FEW = 0.004, 6
_MOST = 0.04
_PRIOR = 2000
_PRIOR_SHARE = 0.0005
_WEEKDAYS = frozenset(
    fold(day) for day in ("السبت", "الأحد", "الاثنين", "الإثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة")
)
# A town that only a text of those at hand names so.
_UNLISTED, _LETTERS = "?", 3
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


def foci(units: Sequence[Sequence[Opening]], lexicon: StoryLexicon) -> list[Focus]:
    """Return the focus of each unit: an article, or copies."""
    named = frozenset(town for unit in units for opening in unit for town in _told_as_towns(opening, lexicon))
    return [focus_of(unit, lexicon, named) for unit in units]


def focus_of(unit: Sequence[Opening], lexicon: StoryLexicon, named: frozenset[str] = frozenset()) -> Focus:
    """Return the focus of a unit; `named` are towns by the words of some text. A roundup has none."""
    if any(opening.roundup for opening in unit):
        return Focus()
    titles = [word for opening in unit for word in opening.title]
    told = [*titles, *(word for opening in unit for word in opening.lead[:_OPENING])]
    placed = [*titles, *(word for opening in unit for word in opening.lead[_DATELINE:_OPENING])]
    towns = frozenset(form for word in placed for form in (word, cut_clitics(word)) if _is_town(form, lexicon))
    towns |= {_UNLISTED + word for word in map(cut_clitics, placed) if word in named}
    kinds = frozenset(kind for word in told for kind in _kinds(word, lexicon))
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


def _told_as_towns(opening: Opening, lexicon: StoryLexicon) -> Iterator[str]:
    """Yield the rare words behind a word for a town («بلدة هبيلا»): no gazetteer has them all."""
    for before, word in (*pairwise(opening.title), *pairwise(opening.lead[:_OPENING])):
        name = cut_clitics(word)
        if cut_clitics(before) not in lexicon.town_words or len(word) < _LETTERS or {word, name} & lexicon.lands.keys():
            continue
        if lexicon.expected.get(word, 0.0) <= _PRIOR_SHARE and lexicon.expected.get(name, 0.0) <= _PRIOR_SHARE:
            yield name


def _kinds(word: str, lexicon: StoryLexicon) -> Iterator[str]:
    """Yield the kinds of incident that a word tells of."""
    for form in forms(word):
        for kind in lexicon.incidents.get(form, ()):
            yield _VIOLENCE if kind in _VIOLENT else kind
