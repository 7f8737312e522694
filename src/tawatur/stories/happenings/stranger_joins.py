"""Stranger joins: happenings of different stories that tell one, by the things that identify it.

Another story recalls an attack, a round-up tells of it in a line: what such reports share is the day, the town, how
many were killed or taken, who they were, a market or a body by its name. Any one of these may be chance, so that
they must weigh enough together, and nothing that both tell of may differ.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from tawatur.stories.happenings.apart import ACTED
from tawatur.stories.happenings.counts import TOLLS
from tawatur.stories.happenings.fitting import MUTUAL_FAMILIES, MUTUAL_TYPES, Fit, Fitter
from tawatur.stories.happenings.incidents import OUTCOMES, is_violent, near_tolls, number_of
from tawatur.stories.happenings.kinds import of_a_kind
from tawatur.stories.happenings.parties import Party, PartyKind, World, relate
from tawatur.stories.happenings.places import towns_of
from tawatur.stories.happenings.profiles import Profile
from tawatur.stories.happenings.sides import relate_sides
from tawatur.stories.happenings.story_joins import ONGOING
from tawatur.stories.happenings.traits import is_spoken
from tawatur.stories.happenings.unnamed import is_unnamed
from tawatur.stories.reasons import reason

LEAST_IDENTIFIED = 6.0
_DAY, _TOWN, _NAMED, _WORDED, _FAMILY, _SELDOM_MORE = 2.0, 2.5, 3.0, 1.5, 1.0, 1.0
# What a count that is the same is worth, by how large it is at least: three dead are counted every day, 34 seldom.
_COUNTS = ((10.0, 3.5), (5.0, 3.0), (3.0, 2.0), (2.0, 1.0))
_LEAST_COUNT = 2.0
# People who are counted of one deed, so that numbers far from each other tell of two.
_PEOPLE_COUNTED = TOLLS | {"detained"}
# What «العشرات», «المئات» are read as.
_VAGUE = frozenset({10.0, 100.0, 1000.0})
# Counts that are as near as those of one attack are.
_NEAR = 0.5
SELDOM = frozenset({"abduction", "sinking", "resignation", "strike_work"})
# Weeks under which one happening is looked up, at most.
_WEEKS = 4


def keys_of(profile: Profile, world: World) -> Iterator[tuple[object, ...]]:
    """Yield what a happening is looked up by among those of other stories: a town, name or count, and the week."""
    if not _may_be_told_elsewhere(profile):
        return
    kinds = ["violent"] if is_violent(profile.first) else sorted(profile.families)
    marks: set[tuple[object, ...]] = {("town", town) for town in _towns(profile, world)}
    marks |= {("name", name) for name in _names(profile, "person") | _names(profile, "body")}
    marks |= {("count", what, value) for what, value in _counts(profile) if value >= _COUNTS[-2][0]}
    for mark in sorted(marks, key=str):
        for kind in kinds:
            for week in _weeks(profile):
                yield (kind, *mark, week)


def compare_strangers(small: Profile, large: Profile, fitter: Fitter) -> Fit | None:
    """Return how two happenings of different stories fit by what identifies them, or None where they do not."""
    if not (_may_be_told_elsewhere(small) and _may_be_told_elsewhere(large)) or _share_a_story(small, large):
        return None
    kin = is_violent(small.first) and is_violent(large.first)
    if not (kin or (small.families & large.families and fitter.may_be_one_kind(small.first, large))):
        return None
    whole = _identify(small, large, fitter.world)
    if whole is None or _lands_differ(small, large):
        return None
    # What different sentences share with another story may be of different things.
    found = (_identify(part, large, fitter.world) for part in _sentences(small))
    fits = [fit for fit in found if fit is not None and fit.holds]
    return max(fits, key=lambda fit: fit.score) if fits else None


def _identify(small: Profile, large: Profile, world: World) -> Fit | None:
    """Return how much two happenings share that identifies one, or None where something differs."""
    mutual = small.first.type in MUTUAL_TYPES or bool(small.families & MUTUAL_FAMILIES)
    day, place = _day(small, large), _place(small, large, world)
    count, party = _count(small, large), (_met if mutual else _party)(small, large, world)
    if day is None or place is None or count is None or (mutual and not party[0]):
        return None
    parts = (day, place, count, party)
    found = [part for part in parts if part[0] >= 1.0]
    shared = small.families & large.families
    if not (day[0] or count[0] >= _LEAST_COUNT or party[0] >= _NAMED):
        # A town has many attacks and arrests, and an army a part in them all.
        return Fit(0.0, LEAST_IDENTIFIED, ())
    if len(found) < 2 or not (place[0] or party[0] or shared - OUTCOMES):
        # Fifteen are killed in a market and on a river on one day.
        return Fit(0.0, LEAST_IDENTIFIED, ())
    score = sum(part[0] for part in parts) + _FAMILY * bool(shared) + _SELDOM_MORE * bool(shared & SELDOM)
    return Fit(score, LEAST_IDENTIFIED, tuple(part[1] for part in found))


def _sentences(profile: Profile) -> Iterator[Profile]:
    """Yield a profile of the reports of each sentence."""
    parts: dict[tuple[str, int], Profile] = {}
    for mention in profile.mentions:
        part = parts.setdefault((mention.article, mention.sentence), Profile(0, mention))
        part.add(mention)
    yield from parts.values()


def _may_be_told_elsewhere(profile: Profile) -> bool:
    """Tell whether a happening is one thing done, not of what is said, a kind of thing, or many."""
    if (
        profile.first.realm != "done"
        or is_spoken(profile.first)
        or (profile.families <= ONGOING and bool(profile.families))
    ):
        return False
    return not all(m.any_of or m.sums or of_a_kind(m) for m in profile.mentions)


def _share_a_story(one: Profile, other: Profile) -> bool:
    stories, articles = ({m.cluster for m in one.mentions}, {m.article for m in one.mentions})
    return any(m.cluster in stories or m.article in articles for m in other.mentions)


def _days(profile: Profile) -> set[date]:
    return {
        m.days.first + timedelta(n)
        for m in profile.mentions
        if m.sharpness == 0 and not m.hour and m.days.first and m.days.last
        for n in range((m.days.last - m.days.first).days + 1)
    }


def _day(one: Profile, other: Profile) -> tuple[float, str] | None:
    """Score the days, None where both are known and differ, or where either lies outside the other's news."""
    mine, theirs = _days(one), _days(other)
    if mine and theirs:
        return (_DAY, reason("same-day", str(min(mine & theirs)))) if mine & theirs else None
    first = [w.first for w in (one.window, other.window) if w.first is not None]
    last = [w.last for w in (one.window, other.window) if w.last is not None]
    if len(first) < 2 or not last or max(first) > min(last):
        return None
    return 0.0, ""


def _towns(profile: Profile, world: World) -> frozenset[str]:
    """Return the towns, markets and the like that stand with a happening, no countries or provinces."""
    return towns_of((p for m in profile.mentions for p in (*m.near, *m.parties, m.place)), world)


def _place(one: Profile, other: Profile, world: World) -> tuple[float, str] | None:
    mine, theirs = _towns(one, world), _towns(other, world)
    if mine and theirs and not mine & theirs:
        return None
    if not mine & theirs:
        return 0.0, ""
    return _TOWN, reason("same-place", world.entities[min(mine & theirs)].canonical)


def _counts(profile: Profile) -> set[tuple[str, float]]:
    """Return what is counted and how many; «العشرات» is no count."""
    counted = (m for mention in profile.mentions for m in mention.measures)
    return {(m.what, number_of(m)) for m in counted if m.comparator != ">" or number_of(m) not in _VAGUE}


def _count(one: Profile, other: Profile) -> tuple[float, str] | None:
    """Score a count that is the same, or near; None where people are counted and none of the counts is near."""
    mine, theirs = _counts(one), _counts(other)
    worth = [(score, value) for _, value in mine & theirs for least, score in _COUNTS if value >= least]
    if worth:
        score, value = max(worth)
        return score, reason("same-figure", f"{value:g}")
    for what in sorted(_PEOPLE_COUNTED):
        pairs = [(a, b) for w, a in mine if w == what for v, b in theirs if v == what]
        if pairs and not any(near_tolls(a, b) for a, b in pairs):
            return None
        if pairs:
            return _NEAR, ""
    return 0.0, ""


def _names(profile: Profile, kind: PartyKind) -> frozenset[str]:
    """Return the people, or bodies, that take part in a happening or stand beside it."""
    parties = (p for m in profile.mentions for p in (*m.parties, *m.near) if p.kind == kind)
    return frozenset(e for p in parties for e in p.ids)


def _party(one: Profile, other: Profile, world: World) -> tuple[float, str]:
    """Score who takes part: people or bodies that both name, and what they are («ثلاثة مهندسين»)."""
    people = _names(one, "person") & _names(other, "person")
    bodies = _names(one, "body") & _names(other, "body")
    if one.first.type in ACTED:
        # An army or a group does many such deeds.
        bodies -= {e for p in (*one.actors, *other.actors) for e in p.ids} | _fighting(one) | _fighting(other)
    score, why = 0.0, ""
    if people or bodies:
        score = _WORDED if not people and one.first.type in ACTED else _NAMED
        why = reason("same-names", world.entities[min(people or bodies)].canonical)
    for mine, theirs in ((one.actors, other.actors), (one.recipients, other.recipients)):
        for a in mine:
            for b in theirs:
                if _worded_alike(a, b, world):
                    return score + _WORDED, why or reason("fitting-participants", a.words)
    return score, why


def _fighting(profile: Profile) -> frozenset[str]:
    """Return the bodies that are attacked: they attack as well, as parties to a war do."""
    return frozenset(e for p in profile.recipients if p.kind == "body" for e in p.ids)


def _met(one: Profile, other: Profile, world: World) -> tuple[float, str]:
    """Score who met: two of them must be the same, since one of them meets many."""
    sides = relate_sides((*one.actors, *one.recipients), (*other.actors, *other.recipients), world)
    if len(sides.same) < 2:
        return 0.0, ""
    return 2 * _NAMED, reason("same-participants", "، ".join(sides.same[:3]))


def _worded_alike(one: Party, other: Party, world: World) -> bool:
    """Tell whether two descriptions share a word that tells more than that they are people."""
    if one.kind != "described" or other.kind != "described" or not one.stems & other.stems:
        return False
    if is_unnamed(one.words, world.told) or is_unnamed(other.words, world.told):
        return False
    return relate(one, other, world) in ("same", "fits")


def _lands_differ(one: Profile, other: Profile) -> bool:
    mine, theirs = (
        {code for m in profile.mentions for p in (*m.parties, m.place) if p for code in p.countries}
        | {code for m in profile.mentions for p in m.near if p.kind == "place" for code in p.countries}
        for profile in (one, other)
    )
    return bool(mine and theirs) and not mine & theirs


def _weeks(profile: Profile) -> Iterator[int]:
    first, last = profile.window.first, profile.window.last
    if first is None or last is None:
        return
    begin, end = (first - timedelta(1)).toordinal() // 7, (last + timedelta(1)).toordinal() // 7
    yield from range(begin, min(end, begin + _WEEKS) + 1)
