"""Disagreements: values of one attribute of one happening that cannot both hold, by who gives them.

Different origins: a disagreement of sources. One origin: a later value of a count that grows is an update, anything
else a difference in transmission. Values of unknown origin are set beside others only as differing sources where the
texts are not copies of each other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from tawatur.lexicon.join_words import JoinLexicon, forms
from tawatur.model import Anchor, Disagreement, Measure, Report, Span
from tawatur.stories.chains.trace import Traced
from tawatur.stories.disagreements.claims import (
    GROWING,
    ONE_THING,
    Blame,
    Claim,
    Value,
    are_near,
    claim_of,
    compare,
    far_from,
    is_risen,
    of_somebody,
    one_population,
    with_growth,
)
from tawatur.stories.disagreements.dates import days_differ, extents_differ
from tawatur.stories.disagreements.measures import population
from tawatur.stories.disagreements.occasions import DEED, Occasions
from tawatur.stories.disagreements.parts import Parts
from tawatur.stories.disagreements.ties import are_tied, sets_apart
from tawatur.stories.disagreements.values import can_both_hold, told_figure
from tawatur.stories.disagreements.whose import counted_people, other_sides
from tawatur.stories.disagreements.within import set_against
from tawatur.stories.happenings.mentions import Mention
from tawatur.stories.happenings.parties import Party, World
from tawatur.stories.happenings.places import two_places
from tawatur.stories.wording import stems
from tawatur.text.fold import fold
from tawatur.text.words import find_words

_AFFIRMED = frozenset({"actual", "alleged"})
# «تبادل لإطلاق النار» is of two sides: who denies it does not deny that somebody fired.
_EXCHANGE, _EXCHANGE_WITHIN = "تبادل", 2
_STRIKE = "strike"
# Words before a deed told with «ب» among which another verb is negated.
_BY, _NEGATED, _NOT_WITHIN = "ب", frozenset({"لم", "لا", "لن"}), 4
# Stems that two sentences share, and their share of the shorter one, where only the place is told differently.
_SAME_WORDS, _SAME_SHARE = 8, 0.6
# A sentence that is so much longer tells more.
_AS_LONG = 2


def find_disagreements(
    happening: str,
    mentions: Sequence[Mention],
    reports: Sequence[Report],
    traced: Sequence[Traced],
    lexicon: JoinLexicon,
    world: World,
    occasions: Occasions,
    parts: Parts,
) -> tuple[Disagreement, ...]:
    """Return the disagreements of one happening: figures by what they count, days, places, who did it, whether."""
    context = _Reports(reports, traced, occasions, parts)
    found: list[Disagreement] = []
    for (what, _), plain in sorted(one_population(_figure_claims(context, mentions, lexicon)).items()):
        claims = with_growth(plain)
        found.extend(compare(happening, "figure", what, claims, _figures_differ(parts)))
    found.extend(compare(happening, "date", "", list(_day_claims(context, mentions, extents=True)), extents_differ))
    if not any(lexicon.slack.get(mention.family or "") for mention in mentions):
        # A visit may be named by any of its days, and by any town on its way.
        told = list(_day_claims(context, mentions, extents=False))
        found.extend(compare(happening, "date", "", told, days_differ(mentions, lexicon)))
        places = list(_place_claims(context, mentions, world))
        found.extend(compare(happening, "place", "", places, _places_differ(world)))
    found.extend(compare(happening, "actor", "", list(_actor_claims(context, mentions)), _actors_differ))
    found.extend(compare(happening, "status", "", list(_status_claims(context, mentions, lexicon)), _statuses_differ))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Reports:
    reports: Sequence[Report]
    traced: Sequence[Traced]
    occasions: Occasions
    parts: Parts

    def claim(self, number: int, told: str, value: Value, anchor: Anchor) -> Claim:
        report = self.reports[number]
        return claim_of(number, told, value, anchor, self.traced[number], report, report.anchor.exact)


def _figure_claims(
    context: _Reports, mentions: Sequence[Mention], lexicon: JoinLexicon
) -> Mapping[tuple[str, str], list[Claim]]:
    """Group the figures by what they count and of whom; one statement's several figures of one thing are its parts."""
    found: dict[tuple[str, str], list[Claim]] = {}
    for number, mention in enumerate(mentions):
        by_thing: dict[tuple[str, str], list[Measure]] = {}
        for measure in mention.measures:
            by_thing.setdefault((measure.what, population(measure, lexicon)), []).append(measure)
        for (what, _), measures in by_thing.items():
            if len({m.value for m in measures}) == 1:
                measure = measures[0]
                parts = context.parts
                if parts.is_share(measure) or parts.in_title(measure) or parts.of_somebody(measure):
                    continue
                told = told_figure(measure)
                claim = context.claim(number, told, measure, measure.anchor)
                occasion = context.occasions.at(mention.article, measure.anchor.span)
                told_before = claim.sentence[: max(0, measure.anchor.start - context.reports[number].anchor.start)]
                risen = is_risen(told_before, lexicon)
                people = counted_people(measure, occasion, context.parts, lexicon)
                side = context.parts.side(measure)
                claim = replace(of_somebody(claim, lexicon), risen=risen, occasion=occasion, side=side)
                found.setdefault((what, people), []).append(claim)
    return found


def _day_claims(context: _Reports, mentions: Sequence[Mention], *, extents: bool) -> Iterator[Claim]:
    for number, mention in enumerate(mentions):
        anchor = context.reports[number].anchor
        if extents and mention.extent and mention.sharpness == 2:
            # Without a year the ends of an extent are known by month and day.
            yield context.claim(number, mention.time, f"{mention.partial.months}{mention.partial.days}", anchor)
        elif mention.extent if extents else mention.sharpness == 0:
            first, last = mention.days.first, mention.days.last
            told = str(first) if first == last else f"{first}/{last}"
            claim = context.claim(number, told, mention.days, anchor)
            occasion = context.occasions.at(mention.article, Span(mention.start, mention.start + 1))
            yield replace(claim, occasion=occasion)


def _place_claims(context: _Reports, mentions: Sequence[Mention], world: World) -> Iterator[Claim]:
    """Yield the towns told; a country, or words that no gazetteer knows, may hold any of them."""
    for number, mention in enumerate(mentions):
        place = mention.place
        if place is None or any(world.is_country(entity) for entity in place.ids):
            continue
        if two_places(place, place, world):
            yield context.claim(number, place.words, place, context.reports[number].anchor)


def _actor_claims(context: _Reports, mentions: Sequence[Mention]) -> Iterator[Claim]:
    # Whom a report tells as the one attacked has not attacked: the words of an accusation hold both.
    attacked = {entity for mention in mentions for party in mention.recipients for entity in party.ids}
    for number, mention in enumerate(mentions):
        anchor = context.reports[number].anchor
        for party in mention.held:
            if party.ids & attacked:
                continue
            yield context.claim(number, party.words, Blame(party), anchor)
        if mention.cleared is not None:
            yield context.claim(number, f"نفي: {mention.cleared.words}", Blame(mention.cleared, denied=True), anchor)


def _status_claims(context: _Reports, mentions: Sequence[Mention], lexicon: JoinLexicon) -> Iterator[Claim]:
    """Yield who tells of it as done and who denies it; what is said not to have happened is mostly a consequence."""
    if all(report.status != "denied" for report in context.reports):
        return  # nobody to stand against: which incident each tells of need not be asked
    told = [m for r, m in zip(context.reports, mentions, strict=True) if r.status in _AFFIRMED]
    only_tolls = all(_is_toll(mention, lexicon) for mention in told)
    for number, (report, mention) in enumerate(zip(context.reports, mentions, strict=True)):
        denies = report.status == "denied" and mention.denied and not _takes_for_granted(report, mention, lexicon)
        denies = denies and not _only_exchange(context, number, mentions) and not _is_done(report, mention, lexicon)
        # Who denies that civilians were killed in an attack does not deny the attack.
        denies = denies and (only_tolls or not _is_toll(mention, lexicon))
        if (report.status in _AFFIRMED and not _is_of_denial(report, mention, lexicon)) or denies:
            claim = context.claim(number, report.status, report.status, report.anchor)
            occasion = context.occasions.at(mention.article, Span(mention.start, mention.start + 1))
            own = {lexicon.incidents[form][0] for form in forms(mention.trigger) if form in lexicon.incidents} - {DEED}
            yield replace(claim, occasion=replace(occasion, kinds=frozenset(own)) if own else occasion)


def _is_toll(mention: Mention, lexicon: JoinLexicon) -> bool:
    """Tell whether a mention is told by what it did to people («مقتل», «إصابة»)."""
    return any(form in lexicon.contexts for form in forms(mention.trigger))


def _is_of_denial(report: Report, mention: Mention, lexicon: JoinLexicon) -> bool:
    """Tell whether who tells of it as done only tells what is denied («نفت الوزارة الأنباء عن منع …»)."""
    at = max(0, mention.start - report.anchor.start)
    before = (word.norm.removeprefix("و") for word in find_words(report.anchor.exact[:at]))
    after = pairwise(word.norm for word in find_words(report.anchor.exact[at:]))
    # «ما يتداول بشأن منع فئات غير صحيح» denies what stands before it.
    untrue = any(a in lexicon.told.not_so and b in lexicon.telling["untrue"] for a, b in after)
    return untrue or any(norm in lexicon.telling["denies"] for norm in before)


def _takes_for_granted(report: Report, mention: Mention, lexicon: JoinLexicon) -> bool:
    """Tell whether what is negated is of an attack that has taken place («فصل هذا الهجوم», «مقتل مدنيين في الهجوم»)."""
    at = max(0, mention.start - report.anchor.start)
    before = fold(report.anchor.exact[:at]).split()
    if before[-1:] == [_BY] and _NEGATED & set(before[-_NOT_WITHIN:-2]) and not lexicon.is_light(before[-2]):
        # «لم يخالف القانون بقتل …»: another verb is negated.
        return True
    return bool(lexicon.telling["granting"] & set(before[-1:]))


def _is_done(report: Report, mention: Mention, lexicon: JoinLexicon) -> bool:
    """Tell whether the words tell it as done («نفى التهمة، وقد تم نقله»): something else is denied there."""
    before = fold(report.anchor.exact[: max(0, mention.start - report.anchor.start)]).split()[-1:]
    return any(word.removeprefix("و") in lexicon.telling["done"] for word in before)


def _only_exchange(context: _Reports, number: int, mentions: Sequence[Mention]) -> bool:
    """Tell whether only an exchange is denied («لم يحدث تبادل لإطلاق النار») of what nobody tells as an exchange."""
    denial = context.reports[number]
    others = ((r, m) for r, m in zip(context.reports, mentions, strict=True) if r.anchor != denial.anchor)
    told = any(_is_exchange(report, mention) for report, mention in others)
    return not told and _is_exchange(denial, mentions[number])


def _is_exchange(report: Report, mention: Mention) -> bool:
    before = fold(report.anchor.exact[: max(0, mention.start - report.anchor.start)]).split()
    return any(word.removeprefix("ال") == _EXCHANGE for word in (*before[-_EXCHANGE_WITHIN:], mention.trigger))


def _figures_differ(parts: Parts) -> Callable[[Claim, Claim], bool]:
    def differ(one: Claim, other: Claim) -> bool:
        a, b = one.value, other.value
        if not isinstance(a, Measure) or not isinstance(b, Measure) or can_both_hold(a, b):
            return False
        if a.what not in GROWING and not _near(one, other):
            return False
        return _tied(one, other) and not parts.reconciled(a, b)

    return differ


def _tied(one: Claim, other: Claim) -> bool:
    a, b = one.occasion, other.occasion
    if a is None or b is None:
        return True
    if other_sides(one, other):
        return False
    if a.article == b.article and not set_against(one, other):
        return False
    return are_tied(a, b, joined=True, far=far_from(one, other))


def _near(one: Claim, other: Claim) -> bool:
    """Tell whether two counts are near enough to be of one thing: six marchers hurt are not the thousands marching."""
    return are_near(one, other, ONE_THING)


def _places_differ(world: World) -> Callable[[Claim, Claim], bool]:
    def differ(one: Claim, other: Claim) -> bool:
        a, b = one.value, other.value
        if (
            not isinstance(a, Party)
            or not isinstance(b, Party)
            or a.ids & b.ids
            or one.anchor.source == other.anchor.source
        ):
            return False
        # «تفجيرات في بغداد وديالى», «من شنغهاي إلى باريس»: who names both towns was only read for another of them.
        both = fold(b.words) in fold(one.sentence) or fold(a.words) in fold(other.sentence)
        return not both and one_wording(one.sentence, other.sentence) and two_places(a, b, world)

    return differ


def one_wording(one: str, other: str) -> bool:
    """Tell whether two sentences are nearly one: an army attacks in many towns, but not in the same words."""
    a, b = ({s for word in find_words(text) for s in stems(word.norm)} for text in (one, other))
    common = len(a & b)
    if max(len(a), len(b)) > _AS_LONG * min(len(a), len(b)):
        return False
    return common >= _SAME_WORDS and common >= _SAME_SHARE * min(len(a), len(b))


def _actors_differ(one: Claim, other: Claim) -> bool:
    """Tell whether two are held responsible of whom neither is of the other, or one held responsible denies it."""
    a, b = one.value, other.value
    if not isinstance(a, Blame) or not isinstance(b, Blame):
        return False
    if a.denied != b.denied:
        return bool(a.who.keys & b.who.keys) or fold(a.who.words) == fold(b.who.words)
    if a.denied or a.who.keys & b.who.keys or a.who.countries & b.who.countries:
        return False
    # «جماعة مسلحة» may be any group that another names: what nobody names contradicts nothing.
    return bool(a.who.ids and b.who.ids) and not _may_be(a.who, b.who) and not _may_be(b.who, a.who)


def _may_be(described: Party, named: Party) -> bool:
    """Tell whether one is only described, by words that the other's name holds («الجبهة», «جبهة فرسان الواحة»)."""
    return described.kind == "described" and bool(described.stems) and described.stems <= named.stems


def _statuses_differ(one: Claim, other: Claim) -> bool:
    """Who tells of it and who denies it; that one side only claims what the other tells as done is no contradiction."""
    if (one.value in _AFFIRMED) == (other.value in _AFFIRMED):
        return False
    a, b = one.occasion, other.occasion
    if a is None or b is None:
        return True
    # What one article tells of another incident is not denied by who denies that one.
    apart = a.article == b.article and a.number != b.number and bool(a.kinds & b.kinds)
    # Of an attack on the ground and a raid from the air one may be denied and the other told.
    strike = (_STRIKE in a.kinds) != (_STRIKE in b.kinds) and bool(a.kinds and b.kinds)
    return not apart and not strike and not sets_apart(a, b)
