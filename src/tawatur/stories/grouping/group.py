"""Group articles into stories: one main happening with its direct follow-ups and reactions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from tawatur.lexicon.story_words import StoryLexicon
from tawatur.model import Article, CopyGroup
from tawatur.stories.copies.moulds import is_daily, one_mould
from tawatur.stories.grouping.agreement import Comparer, group_graph
from tawatur.stories.grouping.focus import foci, with_focus
from tawatur.stories.grouping.graph import Days, Graph, likeness_graph
from tawatur.stories.grouping.lands import Lands, in_two_lands, lands_of
from tawatur.stories.grouping.main_subject import Subject, join_subjects
from tawatur.stories.grouping.openings import Opening, openings
from tawatur.stories.grouping.ordinals import Ordinals, ordinals_of, told_apart
from tawatur.stories.grouping.vectors import unit_vectors
from tawatur.stories.linkage import average_linkage

# Mean likeness of a story's texts (docs/stages/grouping.md).
_LEAST = 0.34


def group_articles(
    articles: Sequence[Article],
    copies: Sequence[CopyGroup],
    lexicon: StoryLexicon,
    subjects: Mapping[str, Subject] | None = None,
    comparer: Comparer | None = None,
) -> tuple[tuple[str, ...], ...]:
    """Group articles into stories; every id stands in exactly one group, sorted, groups in order of their first id.

    Copies are one text: they are always together, and ten reprints of a report weigh no more than one. Likeness is
    that of weighted words of title and lead (vectors.py), more for one rare town and one kind of incident
    (focus.py), less for articles days apart (graph.py), none for happenings
    that are numbered differently (ordinals.py), lie in two lands (lands.py) or are two days' reports of one mould
    (copies/moulds.py); groups are merged by average linkage.
    A roundup goes with its first item. Where the articles have been read, `subjects` tells by id what each is mainly
    about, groups whose main acts are one happening, as `comparer` finds them, are merged besides, and roundups are kept
    apart from what they sum up. The order of the input changes nothing.
    """
    by_id = {article.id: article for article in articles}
    units = _units(by_id, copies)
    opened = openings(by_id.values())
    words = [[opened[i] for i in unit] for unit in units]
    days = [_days([by_id[i] for i in unit]) for unit in units]
    graph = likeness_graph(unit_vectors(words, lexicon.expected), days)
    graph = with_focus(graph, foci(words, lexicon), days, lexicon)
    graph = _without_series(graph, [ordinals_of(unit, lexicon) for unit in words])
    graph = _without_foreign(graph, [lands_of(unit, lexicon) for unit in words])
    graph = _without_moulds(graph, words, days)
    graph = _without_dailies(graph, words, days, lexicon)
    roundups = [any(opening.roundup for opening in unit) for unit in words]
    if subjects:
        graph = _without_roundups(graph, roundups)
    groups = average_linkage(len(units), _within_components(len(units), graph), _LEAST)
    if subjects and comparer:
        read = ([] if roundup else unit for unit, roundup in zip(units, roundups, strict=True))
        about = [join_subjects([subjects[i] for i in unit if i in subjects]) for unit in read]
        likeness = group_graph(groups, graph, about, comparer)
        merged = average_linkage(len(groups), _within_components(len(groups), likeness), _LEAST)
        groups = [[unit for number in numbers for unit in groups[number]] for numbers in merged]
    return tuple(sorted(tuple(sorted(i for number in group for i in units[number])) for group in groups))


def _units(articles: Mapping[str, Article], copies: Sequence[CopyGroup]) -> list[tuple[str, ...]]:
    """Return the ids that count as one text: each copy group once, every other article by itself."""
    units: list[tuple[str, ...]] = []
    placed: set[str] = set()
    for copy in sorted(copies, key=lambda c: c.articles):
        unit = tuple(i for i in sorted(copy.articles) if i in articles and i not in placed)
        if unit:
            units.append(unit)
            placed.update(unit)
    units.extend((i,) for i in articles if i not in placed)
    return sorted(units)


def _days(unit: Sequence[Article]) -> Days:
    """Return the first and last day on which a unit's articles were published, as far as they are known."""
    known = [a.published for a in unit if a.published is not None]
    firsts = [p.first for p in known if p.first is not None]
    lasts = [p.last for p in known if p.last is not None]
    return min(firsts, default=None), max(lasts, default=None)


def _without_series(graph: Graph, ordinals: Sequence[Ordinals]) -> Graph:
    """Return the graph without the pairs that are two happenings of one series: the second plane and the third."""
    numbered = np.array([bool(found.every) for found in ordinals], dtype=np.bool_)
    kept = np.ones(len(graph.ones), dtype=np.bool_)
    for at in np.flatnonzero(numbered[graph.ones] & numbered[graph.others]).tolist():
        kept[at] = not told_apart(ordinals[graph.ones[at]], ordinals[graph.others[at]])
    return graph.only(kept)


def _without_foreign(graph: Graph, lands: Sequence[Lands]) -> Graph:
    """Return the graph without the pairs that are happenings in, or with, two lands."""
    titled = np.array([bool(found.title) for found in lands], dtype=np.bool_)
    kept = np.ones(len(graph.ones), dtype=np.bool_)
    for at in np.flatnonzero(titled[graph.ones] & titled[graph.others]).tolist():
        kept[at] = not in_two_lands(lands[graph.ones[at]], lands[graph.others[at]])
    return graph.only(kept)


def _without_dailies(
    graph: Graph, words: Sequence[Sequence[Opening]], days: Sequence[Days], lexicon: StoryLexicon
) -> Graph:
    """Return the graph without the pairs that are what is printed every day: the forecast, and that of the morrow."""
    daily = np.array([any(is_daily((*o.title, *o.lead), lexicon.daily) for o in unit) for unit in words], np.bool_)
    kept = np.ones(len(graph.ones), dtype=np.bool_)
    for at in np.flatnonzero(daily[graph.ones] & daily[graph.others]).tolist():
        kept[at] = not _on_other_days(days[graph.ones[at]], days[graph.others[at]])
    return graph.only(kept)


def _without_moulds(graph: Graph, words: Sequence[Sequence[Opening]], days: Sequence[Days]) -> Graph:
    """Return the graph without the pairs that are reports of two days with other figures in the same words."""
    kept = np.ones(len(graph.ones), dtype=np.bool_)
    for at in np.flatnonzero(graph.values >= _LEAST).tolist():
        one, other = graph.ones[at], graph.others[at]
        if _on_other_days(days[one], days[other]):
            kept[at] = not one_mould(words[one][0].lead, words[other][0].lead)
    return graph.only(kept)


def _on_other_days(one: Days, other: Days) -> bool:
    """Tell whether one unit was published before the other, as far as days are known."""
    (first, last), (its_first, its_last) = one, other
    if not (first and last and its_first and its_last):
        return False
    return last < its_first or its_last < first


def _without_roundups(graph: Graph, roundups: Sequence[bool]) -> Graph:
    """Return the graph without the pairs of which one sums up several subjects."""
    summing = np.array(roundups, dtype=np.bool_)
    return graph.only(~(summing[graph.ones] | summing[graph.others]))


def _within_components(count: int, graph: Graph) -> dict[tuple[int, int], float]:
    """Return the graph's pairs that average linkage can ever use: those inside a component of likely pairs."""
    heads = list(range(count))

    def head(node: int) -> int:
        while heads[node] != node:
            heads[node] = heads[heads[node]]
            node = heads[node]
        return node

    likely = graph.only(graph.values >= _LEAST)
    for one, other in zip(likely.ones.tolist(), likely.others.tolist(), strict=True):
        heads[head(other)] = head(one)
    roots = np.array([head(node) for node in range(count)], dtype=np.int64)
    return graph.only(roots[graph.ones] == roots[graph.others]).as_mapping()
