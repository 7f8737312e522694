"""Incidents: an attack with its deaths, claims and tolls, told again and again in one article and one story.

An article about an attack tells of it in many words («قتل 14 شخصا», «الهجوم», «فتحوا النار», «الحصيلة»), few of which
name a participant, a place or a day. What stands bare there means the attack that the article opened with, unless
something sets it apart: another day, town, person or toll, «هجوم آخر», a plural of attacks, the background of years.
"""

from __future__ import annotations

from tawatur.lexicon.join_words import JoinLexicon, forms
from tawatur.model import Measure
from tawatur.stories.disagreements.measures import population
from tawatur.stories.happenings.mentions import Mention
from tawatur.stories.happenings.parties import World
from tawatur.stories.happenings.profiles import Profile, named_in

# Families of happenings that one attack is told by.
VIOLENT = frozenset({"attack", "killing", "wounding", "bombing", "strike", "clash"})
# Two tolls of one attack lie within this, or within so many people of each other (14 and 16; 2 and 4).
_NEAR_TOLL, _NEAR_PEOPLE = 1.5, 2
# Code points between a noun and the verb that goes on with it («الهجوم الذي استهدف», «هجوم شنه»).
_ONE_ACT = 24
# What an attack does to people is told in the singular of any number of attacks.
OUTCOMES = frozenset({"killing", "wounding"})
# Fighting goes on for days beside any one attack.
_ONGOING = "clash"
# «القصف» is no word for a bomb that went off.
_STRIKE = "strike"
_OPERATIONS = frozenset({"عمليه", "عمليات"})


def is_violent(mention: Mention) -> bool:
    """Tell whether a mention is one of an attack or of what it did to people."""
    return mention.type == "ASSAULT" and mention.family in VIOLENT and mention.realm == "done"


def are_two_deeds(one: Mention, other: Mention) -> bool:
    """Tell whether two words of a sentence tell of two attacks side by side («قصف … واستهداف …»), not of its deaths."""
    if not (is_violent(one) and is_violent(other)) or {one.family, other.family} & OUTCOMES:
        return False
    second = max(one, other, key=lambda mention: mention.start)
    return second.coordinated and one.trigger != other.trigger


def is_one_act(one: Mention, other: Mention) -> bool:
    """Tell whether two words of a sentence go on with each other («الهجوم الذي استهدف قافلة»)."""
    if not (is_violent(one) and is_violent(other)) or one.family != other.family or one.family in OUTCOMES:
        return False
    first, second = sorted((one, other), key=lambda mention: mention.start)
    return second.start - first.start - len(first.trigger) <= _ONE_ACT and not second.coordinated


def told_again(mention: Mention, profile: Profile, world: World, lexicon: JoinLexicon, *, party: bool) -> bool:
    """Tell whether a mention may be the attack of a profile told again, in the same article or story.

    The profile must be what the article, or an article of the same story, opens with; `party` tells that some
    participant fits. Without one the mention must point back («الهجوم»), count people, or open its article too.
    """
    if not is_violent(mention) or mention.background or not all(family in VIOLENT for family in profile.families):
        return False
    own = [known for known in profile.mentions if known.article == mention.article]
    openings = [m for m in own or profile.mentions if is_violent(m) and m.lede and not m.background]
    if not any(map(is_particular_attack, openings)):
        return False
    if mention.family == _ONGOING and _ONGOING not in profile.families:
        return False
    if mention.family == _STRIKE and mention.definite and _STRIKE not in profile.families:
        return False
    shared = share_toll(mention, profile, lexicon)
    if not (own or shared) and mention.opened:
        # What stands bare in an article that opens with an attack of its own means that.
        return False
    counts = any(measure.what in ("killed", "wounded") for measure in mention.measures)
    if not (own or shared or mention.lede) and any(measure.what == "killed" for measure in mention.measures):
        # Dead are counted of every attack.
        counts = False
    points = mention.definite and mention.family not in OUTCOMES
    placed = mention.lede and (mention.sharpness == 0 or mention.place is not None)
    party = party and (mention.definite or not _acts_often(mention, profile, world))
    if not (placed or points or counts or party) or _only_operation(mention, profile):
        return False
    if _others_named(mention, profile, world):
        return False
    if mention.time and mention.sharpness == 1:
        # «منذ 2011», «هذا العام»: the sum of many.
        return False
    return not _elsewhere(mention, profile, world) and _tolls_fit(mention, profile, lexicon)


def sums_up(mention: Mention, profile: Profile) -> bool:
    """Tell whether one side tells of attacks and the other of one of them («سلسلة تفجيرات», «التفجير»).

    Deaths tell of either, and so does a word of the same sentence.
    """
    if not is_violent(mention) or mention.family in OUTCOMES:
        return False
    if any((m.article, m.sentence) == (mention.article, mention.sentence) for m in profile.mentions):
        return False
    others = [m for m in profile.mentions if is_violent(m) and m.family not in OUTCOMES]
    if mention.plural:
        return bool(others) and not any(m.plural for m in others)
    return mention.definite and bool(others) and all(m.plural for m in others)


def is_operation(mention: Mention) -> bool:
    """Tell whether a mention is an «عملية», which may be the police's as well as an attacker's."""
    return any(form in _OPERATIONS for form in forms(mention.trigger))


def _only_operation(mention: Mention, profile: Profile) -> bool:
    """Tell whether a mention is an «عملية», and none has been told of before."""
    return is_operation(mention) and not any(map(is_operation, profile.mentions))


def one_of_many(mention: Mention, profile: Profile, world: World) -> bool:
    """Tell whether an article may tell of several attacks of one army or group, and nothing but that is the same."""
    if not is_violent(mention) or mention.definite or not _acts_often(mention, profile, world):
        return False
    own = [m for m in profile.mentions if m.article == mention.article]
    return any(m.sentence != mention.sentence for m in own) and not any(m.sentence == mention.sentence for m in own)


def _acts_often(mention: Mention, profile: Profile, world: World) -> bool:
    """Tell whether only an army or a group is the same: it attacks many times, and other deeds are told of it."""
    if not any(party.kind in ("body", "place") for party in mention.actors):
        return False
    mine, theirs = ({e for party in side for e in party.keys} for side in (mention.recipients, profile.recipients))
    counted = {(m.what, m.value) for m in mention.measures}
    if mine & theirs or any((m.what, m.value) in counted for known in profile.mentions for m in known.measures):
        return False
    places = (p for p in (*mention.near, mention.place) if p is not None and p.kind == "place")
    return not any(e in profile.named and not world.is_country(e) for place in places for e in place.ids)


def _others_named(mention: Mention, profile: Profile, world: World) -> bool:
    """Tell whether both name who attacked, or who was attacked, and no name is the same."""
    for mine, known in ((mention.actors, profile.actors), (mention.recipients, profile.recipients)):
        own, theirs = ({e for party in side for e in party.keys} for side in (mine, known))
        if own and theirs and not own & (theirs | profile.named | _called_after(own, profile, world)):
            return True
    return False


def is_particular_attack(mention: Mention) -> bool:
    """Tell whether a mention is of one attack: with a day, a place or a toll, not of many attacks."""
    if mention.plural:
        return False
    dated = mention.sharpness == 0 or mention.partial.weekday is not None
    return dated or mention.place is not None or bool(mention.measures)


def _elsewhere(mention: Mention, profile: Profile, world: World) -> bool:
    """Tell whether a town stands with the mention that does not stand with the attack."""
    named = named_in(mention) - profile.named
    if not profile.named:
        return False
    found = (world.entities.get(entity) for entity in sorted(named) if not world.is_country(entity))
    lies_there = _called_after(named, profile, world)
    return any(
        entity is not None and entity.type in ("GPE", "LOC", "FAC") and entity.id not in lies_there for entity in found
    )


def _called_after(named: frozenset[str] | set[str], profile: Profile, world: World) -> frozenset[str]:
    """Return those of some names that are of buildings called after a town of a profile («ثكنة …», «مطار …»)."""
    # Where the profile tells its place, a town that only stands beside it is another's.
    places = frozenset(entity for place in profile.places for entity in place.ids | place.of)
    known = {e.canonical for entity in places or profile.named if (e := world.entities.get(entity)) is not None}
    found = (e for name in named if (e := world.entities.get(name)) is not None and e.type == "FAC")
    return frozenset(e.id for e in found if known & set(e.canonical.split()))


def _tolls_fit(mention: Mention, profile: Profile, lexicon: JoinLexicon) -> bool:
    """Tell whether the dead counted may be those counted before: about as many, of the same sort of people."""
    mine = [m for m in mention.measures if m.what == "killed"]
    known = [m for other in profile.mentions for m in other.measures if m.what == "killed"]
    if not mine or not known:
        return True
    return any(
        a.value == b.value
        or (population(a, lexicon) == population(b, lexicon) and near_tolls(number_of(a), number_of(b)))
        for a in mine
        for b in known
    )


def near_tolls(one: float, other: float) -> bool:
    """Tell whether two tolls may be those of one attack, as counted at two times or by two sides."""
    low, high = sorted((one, other))
    return high - low <= _NEAR_PEOPLE or high <= _NEAR_TOLL * low


def number_of(measure: Measure) -> float:
    """Return the number of a measure, the larger of two."""
    return measure.value[1] if isinstance(measure.value, tuple) else measure.value


def share_toll(mention: Mention, profile: Profile, lexicon: JoinLexicon) -> bool:
    """Tell whether both count dead, of the same sort of people and about as many."""
    known = [m for other in profile.mentions for m in other.measures if m.what == "killed"]
    return any(
        population(a, lexicon) == population(b, lexicon)
        and near_tolls(number_of(a), number_of(b))
        and min(number_of(a), number_of(b)) > 1
        for a in mention.measures
        if a.what == "killed"
        for b in known
    )
