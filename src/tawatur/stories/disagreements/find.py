"""Disagreements: values of one attribute of one happening that cannot both hold, by who gives them.

Different origins: a disagreement of sources. One origin: a later value of a count that grows is an update, anything
else a difference in transmission. Values of unknown origin are set beside others only as differing sources where the
texts are not copies of each other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import combinations

from tawatur.lexicon.join_words import JoinLexicon, forms
from tawatur.model import Anchor, DayRange, Disagreement, Measure, Report
from tawatur.model.stories import Attribute, DisagreementKind
from tawatur.stories.chains.trace import Traced
from tawatur.stories.disagreements.measures import population
from tawatur.stories.disagreements.values import can_both_hold, days_can_both_hold, told_figure
from tawatur.stories.happenings.mentions import Mention
from tawatur.stories.happenings.parties import Party, World
from tawatur.stories.happenings.places import two_places
from tawatur.stories.reasons import reason
from tawatur.text.words import find_words

# What can only grow as a happening becomes known; other counts that change are told differently, not updated.
_GROWING = frozenset({"killed", "wounded", "displaced", "detained", "missing"})
_AFFIRMED = frozenset({"actual", "alleged"})
# Counts of one thing that is no toll are told no further apart than this.
_ONE_THING = 3.0


@dataclass(frozen=True, slots=True)
class Blame:
    """Who is held to have done it, or denies having done it."""

    who: Party
    denied: bool = False


Value = Measure | DayRange | Party | Blame | str


@dataclass(frozen=True, slots=True)
class Claim:
    """One value of one attribute as one report gives it."""

    report: int
    told: str
    value: Value
    anchor: Anchor
    origin: frozenset[str]
    label: str
    text: str
    published: date | None
    sentence: str
    # Told as grown («ارتفعت الحصيلة إلى 16»), in whatever report of the value.
    grown: bool = False


def find_disagreements(
    happening: str,
    mentions: Sequence[Mention],
    reports: Sequence[Report],
    traced: Sequence[Traced],
    lexicon: JoinLexicon,
    world: World,
) -> tuple[Disagreement, ...]:
    """Return the disagreements of one happening: figures by what they count, days, places, who did it, whether."""
    context = _Reports(reports, traced)
    found: list[Disagreement] = []
    for (what, _), plain in sorted(_figure_claims(context, mentions, lexicon).items()):
        claims = _with_growth(plain, lexicon)
        found.extend(_compare(happening, "figure", what, claims, _figures_differ))
    found.extend(_compare(happening, "date", "", list(_day_claims(context, mentions, extents=True)), _extents_differ))
    if not any(lexicon.slack.get(mention.family or "") for mention in mentions):
        # A visit may be named by any of its days.
        found.extend(_compare(happening, "date", "", list(_day_claims(context, mentions, extents=False)), _days_differ))
    found.extend(_compare(happening, "place", "", list(_place_claims(context, mentions, world)), _places_differ(world)))
    found.extend(_compare(happening, "actor", "", list(_actor_claims(context, mentions)), _actors_differ))
    found.extend(_compare(happening, "status", "", list(_status_claims(context, mentions)), _statuses_differ))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Reports:
    reports: Sequence[Report]
    traced: Sequence[Traced]

    def claim(self, number: int, told: str, value: Value, anchor: Anchor) -> Claim:
        report, traced = self.reports[number], self.traced[number]
        origin = traced.origin if traced.chain.known else frozenset()
        published = report.published.last or report.published.first
        return Claim(
            number, told, value, anchor, origin, traced.chain.origin.label, traced.text, published, report.anchor.exact
        )


def _figure_claims(
    context: _Reports, mentions: Sequence[Mention], lexicon: JoinLexicon
) -> Mapping[tuple[str, str], list[Claim]]:
    """Group the figures by what they count and of whom; one statement's several figures of one thing are its parts."""
    found: dict[tuple[str, str], list[Claim]] = {}
    for number, mention in enumerate(mentions):
        by_thing: dict[tuple[str, str], list[Measure]] = {}
        for measure in mention.measures:
            by_thing.setdefault((measure.what, population(measure, lexicon)), []).append(measure)
        for thing, measures in by_thing.items():
            if len({m.value for m in measures}) == 1:
                measure = measures[0]
                told = told_figure(measure)
                found.setdefault(thing, []).append(context.claim(number, told, measure, measure.anchor))
    return found


def _with_growth(claims: list[Claim], lexicon: JoinLexicon) -> list[Claim]:
    """Mark the claims of the values that some report of the same origin tells as grown («ارتفعت الحصيلة إلى 16»)."""
    grown = {
        (key, _number(claim))
        for claim in claims
        if any(form in lexicon.grown for word in find_words(claim.sentence) for form in forms(word.norm))
        for key in claim.origin
    }
    return [replace(c, grown=any((key, _number(c)) in grown for key in c.origin)) for c in claims]


def _day_claims(context: _Reports, mentions: Sequence[Mention], *, extents: bool) -> Iterator[Claim]:
    for number, mention in enumerate(mentions):
        anchor = context.reports[number].anchor
        if extents and mention.extent and mention.sharpness == 2:
            # Without a year the ends of an extent are known by month and day.
            yield context.claim(number, mention.time, f"{mention.partial.months}{mention.partial.days}", anchor)
        elif mention.extent if extents else mention.sharpness == 0:
            first, last = mention.days.first, mention.days.last
            told = str(first) if first == last else f"{first}/{last}"
            yield context.claim(number, told, mention.days, anchor)


def _place_claims(context: _Reports, mentions: Sequence[Mention], world: World) -> Iterator[Claim]:
    """Yield the towns told; a country, or words that no gazetteer knows, may hold any of them."""
    for number, mention in enumerate(mentions):
        place = mention.place
        if place is None or any(world.is_country(entity) for entity in place.ids):
            continue
        if two_places(place, place, world):
            yield context.claim(number, place.words, place, context.reports[number].anchor)


def _actor_claims(context: _Reports, mentions: Sequence[Mention]) -> Iterator[Claim]:
    for number, mention in enumerate(mentions):
        anchor = context.reports[number].anchor
        for party in mention.held:
            yield context.claim(number, party.words, Blame(party), anchor)
        if mention.cleared is not None:
            yield context.claim(number, f"نفي: {mention.cleared.words}", Blame(mention.cleared, denied=True), anchor)


def _status_claims(context: _Reports, mentions: Sequence[Mention]) -> Iterator[Claim]:
    """Yield who tells of it as done and who denies it; what is said not to have happened is mostly a consequence."""
    for number, (report, mention) in enumerate(zip(context.reports, mentions, strict=True)):
        if report.status in _AFFIRMED or (report.status == "denied" and mention.denied):
            yield context.claim(number, report.status, report.status, report.anchor)


def _figures_differ(one: Claim, other: Claim) -> bool:
    return (
        isinstance(one.value, Measure)
        and isinstance(other.value, Measure)
        and not can_both_hold(one.value, other.value)
        and (one.value.what in _GROWING or _near(one, other))
    )


def _near(one: Claim, other: Claim) -> bool:
    """Tell whether two counts are near enough to be of one thing: six marchers hurt are not the thousands marching."""
    low, high = sorted((_number(one), _number(other)))
    return high <= _ONE_THING * low


def _extents_differ(one: Claim, other: Claim) -> bool:
    if isinstance(one.value, str) and isinstance(other.value, str):
        return one.value != other.value
    return (
        isinstance(one.value, DayRange)
        and isinstance(other.value, DayRange)
        and not days_can_both_hold(one.value, other.value, extents=True)
    )


def _days_differ(one: Claim, other: Claim) -> bool:
    return (
        isinstance(one.value, DayRange)
        and isinstance(other.value, DayRange)
        and not days_can_both_hold(one.value, other.value, extents=False)
    )


def _places_differ(world: World) -> Callable[[Claim, Claim], bool]:
    def differ(one: Claim, other: Claim) -> bool:
        a, b = one.value, other.value
        return isinstance(a, Party) and isinstance(b, Party) and not a.ids & b.ids and two_places(a, b, world)

    return differ


def _actors_differ(one: Claim, other: Claim) -> bool:
    """Tell whether two are held responsible of whom neither is of the other, or one held responsible denies it."""
    a, b = one.value, other.value
    if not isinstance(a, Blame) or not isinstance(b, Blame):
        return False
    if a.denied != b.denied:
        return bool(a.who.keys & b.who.keys)
    if a.denied or a.who.keys & b.who.keys or a.who.countries & b.who.countries:
        return False
    # «جماعة مسلحة» may be any group that another names: what nobody names contradicts nothing.
    return bool(a.who.ids and b.who.ids) and not _may_be(a.who, b.who) and not _may_be(b.who, a.who)


def _may_be(described: Party, named: Party) -> bool:
    """Tell whether one is only described, by words that the other's name holds («الجبهة», «جبهة فرسان الواحة»)."""
    return described.kind == "described" and bool(described.stems) and described.stems <= named.stems


def _statuses_differ(one: Claim, other: Claim) -> bool:
    """Who tells of it and who denies it; that one side only claims what the other tells as done is no contradiction."""
    return (one.value in _AFFIRMED) != (other.value in _AFFIRMED)


def _compare(
    happening: str, attribute: Attribute, what: str, claims: list[Claim], differ: Callable[[Claim, Claim], bool]
) -> Iterator[Disagreement]:
    """Yield one disagreement for each kind that some pair of claims is of, with all claims of those values."""
    kinds: dict[DisagreementKind, set[int]] = {}
    for one, other in combinations(range(len(claims)), 2):
        if differ(claims[one], claims[other]):
            kind = _kind(attribute, what, claims[one], claims[other])
            if kind is not None:
                kinds.setdefault(kind, set()).update((one, other))
    for kind, numbers in sorted(kinds.items()):
        involved = [claims[number] for number in sorted(numbers)]
        sides: dict[str, list[int]] = {}
        told: dict[object, str] = {}
        for claim in involved:
            sides.setdefault(told.setdefault(_side(claim), claim.told), []).append(claim.report)
        yield Disagreement(
            f"{happening}-{kind}-{attribute}{'-' + what if what else ''}",
            kind,
            attribute,
            what,
            tuple((side, tuple(sorted(set(reports)))) for side, reports in sides.items()),
            tuple(dict.fromkeys(claim.anchor for claim in involved)),
            _reasons(kind, involved),
        )


def _side(claim: Claim) -> object:
    """Return what makes claims one side: «4 جرحى» and «أربعة جرحى» are, under the wording that comes first."""
    value = claim.value
    if isinstance(value, Measure):
        return value.value, value.comparator
    if isinstance(value, Party):
        return value.ids
    return (value.who.keys, value.denied) if isinstance(value, Blame) else value


def _kind(attribute: Attribute, what: str, one: Claim, other: Claim) -> DisagreementKind | None:
    if one.origin and other.origin:
        if not one.origin & other.origin:
            return "sources"
        if attribute == "figure" and what in _GROWING and _grows(one, other):
            return "update"
        # Somebody who tells of an allegation and denies it («ما يقال عن …») does not differ from himself.
        return None if attribute in ("status", "actor") else "transmission"
    # An unknown origin may be the other's: only texts that are not the same are set against each other.
    return "sources" if one.text != other.text and attribute not in ("status", "actor") else None


def _grows(one: Claim, other: Claim) -> bool:
    """Tell whether the later of two values is the greater: a toll that grew. Unknown days do not tell."""
    if not isinstance(one.value, Measure) or not isinstance(other.value, Measure):
        return False
    lower, higher = sorted((one, other), key=_number)
    if higher.grown and not lower.grown:
        return True
    if one.published is None or other.published is None or one.published == other.published:
        return False
    earlier, later = (one, other) if one.published < other.published else (other, one)
    return _number(later) > _number(earlier)


def _number(claim: Claim) -> float:
    if not isinstance(claim.value, Measure):
        return 0.0
    return claim.value.value[1] if isinstance(claim.value.value, tuple) else claim.value.value


def _reasons(kind: DisagreementKind, claims: Iterable[Claim]) -> tuple[str, ...]:
    involved = list(claims)
    told: dict[object, str] = {}
    for claim in involved:
        told.setdefault(_side(claim), claim.told)
    labels = "، ".join(dict.fromkeys(claim.label or "?" for claim in involved))
    who = {"sources": "different-origins", "transmission": "same-origin", "update": "later-value"}[kind]
    return (reason(who, labels), reason("cannot-both-hold", "، ".join(told.values())))
