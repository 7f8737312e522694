"""Find: the amounts that the articles of a story give differently, each with its words and the chain behind it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from tawatur.lexicon.amount_words import load_amount_words
from tawatur.model import Anchor, Difference, Given, Happening, Measure
from tawatur.stories.amounts.pairs import Way, corrections, way_they_differ
from tawatur.stories.amounts.read import CLASH, Amount, may_set_against, read_amounts
from tawatur.stories.disagreements.claims import Claim, claim_of, compare, one_source
from tawatur.stories.disagreements.occasions import Occasions
from tawatur.stories.disagreements.ties import other_days, other_kinds
from tawatur.stories.disagreements.tolls import ToldStory
from tawatur.stories.disagreements.values import told_figure
from tawatur.stories.happenings.mentions import published_days
from tawatur.stories.wording import stem
from tawatur.text.fold import fold
from tawatur.text.words import find_words

# What a difference is called whose words tell no more than the class of its unit.
CLASSES = {
    "money": "sum",
    "percent": "share",
    "people": "people",
    "weight": "weight",
    "area": "area",
    "distance": "distance",
    "time": "duration",
}
NUMBER = "number"
# Figures that one of two articles of one text gives differently; more are those of a mould that is filled anew.
_SLIPS = 2
_ONE_TEXT = ("text", "mould")
# The sentences in which an article says what it is about.
_LEDE = 2
# Before the wording of a source of which nothing else is known.
_WORDED = "worded:"


@dataclass(frozen=True, slots=True)
class _Told:
    """An amount with what is compared of it and the place that it was given at."""

    amount: Amount
    claim: Claim
    given: Given


def amount_differences(context: ToldStory) -> tuple[Difference, ...]:
    """Return the amounts of a story that cannot all hold, those of each thing apart."""
    articles, readings = context.articles, context.readings
    if len(articles) == 1 and not may_set_against(readings[articles[0]]):
        return ()
    words, lexicon = load_amount_words(), context.lexicon
    read = [a for one in articles for a in read_amounts(readings[one], context.counts[one], lexicon, words)]
    told: dict[int, _Told] = {}
    found: list[tuple[_Told, _Told, Way]] = []
    for one, other in combinations(range(len(read)), 2):
        way = way_they_differ(read[one], read[other], read, words)
        if way is None:
            continue
        pair = tuple(told.setdefault(n, told.get(n) or _told(n, read[n], context)) for n in (one, other))
        if _of_sources(pair[0], pair[1], way, context.occasions):
            found.append((pair[0], pair[1], way))
    pairs = list(_without_moulds(found))
    for right, wrong in corrections(read):
        told.setdefault(right, told.get(right) or _told(right, read[right], context))
        was = told.get(wrong) or _told(wrong, read[wrong], context)
        told[wrong] = replace(was, claim=replace(was.claim, earlier=True))
        pairs.append((told[right], told[wrong]))
    linked = {frozenset((a.claim.report, b.claim.report)) for a, b in pairs}
    return tuple(value for group in _groups(pairs) for value in _differences(context.story, group, linked))


def _without_moulds(found: Sequence[tuple[_Told, _Told, Way]]) -> Iterator[tuple[_Told, _Told]]:
    """Yield the pairs without those of two articles that are one mould, filled with other figures in many sentences."""
    texts = Counter((one.amount.article, other.amount.article) for one, other, way in found if way in _ONE_TEXT)
    for one, other, way in found:
        if way == "mould":
            continue
        if way != "text" or texts[one.amount.article, other.amount.article] <= _SLIPS:
            yield one, other


def _differences(story: str, group: Sequence[_Told], linked: set[frozenset[int]]) -> Iterator[Difference]:
    what = next((t.amount.what for t in group if t.amount.what), CLASSES.get(group[0].amount.class_, NUMBER))
    prefix = f"{story}-{group[0].given.anchor.source}-{group[0].amount.span.start}"
    given = {t.claim.report: t.given for t in group}
    for value in compare(prefix, "figure", what, [t.claim for t in group], _linked(linked)):
        sides = tuple((side, tuple(given[n] for n in numbers)) for side, numbers in value.sides)
        yield Difference(value.id, value.kind, what, sides, value.reasons)


def _told(number: int, amount: Amount, context: ToldStory) -> _Told:
    reading, tracer = context.readings[amount.article], context.tracers[amount.article]
    text = reading.article.text
    traced = tracer.telling(amount.span)
    figure_anchor = Anchor.of(amount.article, text, amount.span)
    measure = Measure(amount.what, amount.value, amount.comparator, None, figure_anchor)
    anchor = Anchor.of(amount.article, text, amount.sentence.span)
    figure = told_figure(measure)
    given = Given(amount.article, figure, anchor, traced.chain, published_days(reading))
    claim = claim_of(number, figure, measure, anchor, traced, given, amount.sentence.span.of(text))
    if not claim.origin:
        # Within one article an unnamed source and who is named are two, and so are its own words and either.
        claim = replace(claim, origin=frozenset({f"{_WORDED}{amount.article if claim.own else fold(claim.label)}"}))
    return _Told(amount, claim, given)


def _of_sources(one: _Told, other: _Told, way: Way, occasions: Occasions) -> bool:
    """Tell whether whose two amounts are lets them differ: two sources of one article, one source told by two, any."""
    if way == "contrast":
        second = max(one.amount, other.amount, key=lambda amount: amount.span)
        clash = second.against is not None and second.against[1] == CLASH
        counted = one.amount.counted and other.amount.counted
        # What an article tells itself beside what somebody says is mostly of something else («غير أن الدول مددت …»).
        return _are_two(one.claim, other.claim) and (clash or counted or not (one.claim.own or other.claim.own))
    if way == "slip" and not (one_source(one.claim, other.claim) and _is_known(one, other)):
        return False
    if way == "text" and (_one_word(one.claim.told, other.claim.told) or _of_one_outlet(one, other)):
        return False
    if way == "mould":
        return True
    return _is_one_incident(one.amount, other.amount, occasions)


def _is_known(one: _Told, other: _Told) -> bool:
    """Tell whether a source is known by more than its words, or what is measured is told: «الشركة» may be any."""
    return bool(one.amount.what and one.amount.what == other.amount.what) or any(
        not key.startswith(_WORDED) for told in (one, other) for key in told.claim.origin
    )


def _of_one_outlet(one: _Told, other: _Told) -> bool:
    """Tell whether one outlet printed both texts: it fills a mould anew more often than it prints a text otherwise."""
    outlets = [told.given.chain.links[-1] for told in (one, other)]
    return bool(outlets[0].label) and (outlets[0].key, outlets[0].label) == (outlets[1].key, outlets[1].label)


def _one_word(one: str, other: str) -> bool:
    """Tell whether two figures are one in the same words but for endings («ألف», «ألفا»)."""
    first, second = ([stem(word.norm) for word in find_words(told)] for told in (one, other))
    return first == second


def _are_two(one: Claim, other: Claim) -> bool:
    """Tell whether two claims of one article are of two sources that it names."""
    named = bool(one.label and other.label) or one.own or other.own
    return named and bool(one.origin and other.origin) and not one_source(one, other)


def _is_one_incident(one: Amount, other: Amount, occasions: Occasions) -> bool:
    """Tell whether nothing sets the matters of two articles of one story apart."""
    a, b = occasions.at(one.article, one.span), occasions.at(other.article, other.span)
    if a.another or b.another or a.over != b.over or a.summed != b.summed:
        return False
    if other_kinds(a, b) or other_days(a, b):
        return False
    opening = one.sentence.index < _LEDE and other.sentence.index < _LEDE
    if one.what in load_amount_words().once and not opening:
        # Who measures an earthquake may stand in another country than it; what two articles open with are two.
        return True
    return not (a.countries and b.countries and not a.countries & b.countries)


def _groups(pairs: Sequence[tuple[_Told, _Told]]) -> Iterator[list[_Told]]:
    """Yield the amounts that differ from each other, those of each thing apart, in the order of their numbers."""
    groups: list[dict[int, _Told]] = []
    for pair in pairs:
        own = {told.claim.report: told for told in pair}
        met = [group for group in groups if group.keys() & own.keys()]
        groups = [group for group in groups if group not in met]
        for group in met:
            own |= group
        groups.append(own)
    yield from ([group[n] for n in sorted(group)] for group in sorted(groups, key=min))


def _linked(linked: set[frozenset[int]]) -> Callable[[Claim, Claim], bool]:
    return lambda one, other: frozenset((one.report, other.report)) in linked


def not_told_elsewhere(
    amounts: Sequence[Difference], differences: Sequence[Difference], happenings: Sequence[Happening]
) -> tuple[Difference, ...]:
    """Return the amounts without those of which a difference of the story, or of its happenings, holds every value."""
    known = [{(given.article, side) for side, every in told.sides for given in every} for told in differences]
    known += [
        {(happening.reports[n].article, side) for side, numbers in told.sides for n in numbers}
        for happening in happenings
        for told in happening.disagreements
    ]
    own = (({(given.article, side) for side, every in told.sides for given in every}, told) for told in amounts)
    return tuple(told for values, told in own if not any(values <= every for every in known))
