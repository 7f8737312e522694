"""Joining: mentions of one happening gathered, sharpest dates first, each with the happening that it fits best.

Mentions are taken in a fixed order (dated to the day, then vaguely, then undated; within that by day, article and
place in the text), so that neither the order of input nor of processing changes anything. Each looks only at
happenings that share a participant or place in the same days, the story, the article or the copied sentence with it.
A vague or undated mention that fits two happenings equally well joins neither: a wrong join is the worse fault.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import combinations

from tawatur.lexicon.join_words import JoinLexicon
from tawatur.stories.happenings.fitting import COPY, Fit, Fitter
from tawatur.stories.happenings.last_told import set_apart
from tawatur.stories.happenings.mentions import Mention
from tawatur.stories.happenings.merging import merge_profiles
from tawatur.stories.happenings.parties import World
from tawatur.stories.happenings.profiles import Profile
from tawatur.stories.happenings.traits import is_meant_by, states
from tawatur.stories.wording import rarity

# Happenings looked at for one mention, those with most in common first: bounds the work in the hottest weeks.
_LOOKED_AT = 40
# Two happenings that a vague mention fits within this much of each other are equally good.
_EQUALLY_GOOD = 1.0
# The days before and after a dated mention under which it is also looked up: the longest slack of a family.
_DAYS_AROUND = 3
# More people than this in one sentence are a list.
_PEOPLE = 5


def join_mentions(mentions: Iterable[Mention], world: World, lexicon: JoinLexicon) -> tuple[Profile, ...]:
    """Gather the mentions of each happening; every mention is in exactly one profile, profiles in order of making."""
    every = sorted(set_apart(mentions), key=_order)
    by_article: dict[str, set[str]] = {}
    for mention in every:
        by_article.setdefault(mention.article, set()).update(mention.words)
    fitter = Fitter(world, lexicon, rarity(by_article.values()))
    # Keyed by hashes: at worst a false meeting adds one candidate more to look at.
    index: dict[int, list[int]] = {}
    profiles: list[Profile] = []
    for mention in every:
        chosen = _choose(mention, _candidates(mention, index), profiles, fitter)
        if chosen is None:
            profile = Profile(len(profiles), mention)
            profile.add(mention)
            profiles.append(profile)
        else:
            profile, fit = chosen
            profile.add(mention, fit.reasons)
        for key in map(hash, _filed_under(mention)):
            filed = index.setdefault(key, [])
            if not filed or filed[-1] != profile.number:
                filed.append(profile.number)
    return merge_profiles(profiles, fitter)


def _order(mention: Mention) -> tuple[int, int, date, str, int]:
    days = mention.days.first or mention.days.last or date.max
    # Among equals those that name more come first, so that a bare «الهجوم» finds the full report already there.
    named = -len(mention.parties) - (mention.place is not None)
    return (mention.sharpness, named if mention.sharpness == 2 else 0, days, mention.article, mention.event)


def _candidates(mention: Mention, index: dict[int, list[int]]) -> list[int]:
    shared: dict[int, int] = {}
    for key in map(hash, _looked_under(mention)):
        for number in index.get(key, ()):
            shared[number] = shared.get(number, 0) + 1
    return sorted(shared, key=lambda number: (-shared[number], number))[:_LOOKED_AT]


def _choose(
    mention: Mention, numbers: list[int], profiles: list[Profile], fitter: Fitter
) -> tuple[Profile, Fit] | None:
    fits: list[tuple[float, int, Fit]] = []
    for number in numbers:
        fit = fitter.fit(mention, profiles[number])
        if fit is not None and fit.holds:
            fits.append((fit.score, number, fit))
    if not fits:
        return None
    twin = next(((n, f) for score, n, f in fits if score >= COPY), None)
    if twin is not None:
        return profiles[twin[0]], twin[1]
    if mention.means is not None:
        meant = next(((n, f) for _, n, f in fits if is_meant_by(mention, profiles[n])), None)
        if meant is not None:
            return profiles[meant[0]], meant[1]
    fits.sort(key=lambda item: (-item[0], item[1]))
    score, number, fit = fits[0]
    rivals = [profiles[other] for other_score, other, _ in fits[1:] if score - other_score < _EQUALLY_GOOD]
    best = profiles[number]
    if mention.sharpness and any(_another_time(rival, best) for rival in rivals):
        nearest = _nearest_in_article(mention, [best, *rivals])
        if nearest is None:
            return None
        best, fit = nearest, next(f for _, n, f in fits if n == nearest.number)
    return best, fit


def _another_time(one: Profile, other: Profile) -> bool:
    return one.sharpness == 2 or other.sharpness == 2 or one.days != other.days


def _nearest_in_article(mention: Mention, profiles: list[Profile]) -> Profile | None:
    """Return the happening that the article told last before an undated mention («الهجوم»: the one just told)."""
    if mention.sharpness != 2:
        return None
    told = [
        (other.start, profile.number, profile)
        for profile in profiles
        for other in profile.mentions
        if other.article == mention.article and other.start < mention.start
    ]
    return max(told, key=lambda item: item[:2])[2] if told else None


def _filed_under(mention: Mention) -> Iterator[tuple[object, ...]]:
    kinds = (mention.type, *((mention.family,) if mention.family else ()))
    for kind in kinds:
        yield ("article", mention.article, kind, mention.realm)
        yield ("cluster", mention.cluster, kind, mention.realm)
    if mention.copy:
        yield ("copy", mention.copy, mention.text_key, mention.trigger)
    yield from _pairs(mention)
    yield from _treaties(mention)
    for kind in kinds:
        for entity in _keys(mention):
            for when in (*_months(mention), *(_days(mention, 0) if mention.sharpness == 0 else ())):
                yield ("who", entity, kind, mention.realm, when)


def _looked_under(mention: Mention) -> Iterator[tuple[object, ...]]:
    """Yield where to look: a dated mention meets only dated ones (they come first), a vaguer one all of its months."""
    kinds = (mention.type, *((mention.family,) if mention.family else ()))
    for kind in kinds:
        yield ("article", mention.article, kind, mention.realm)
        yield ("cluster", mention.cluster, kind, mention.realm)
    if mention.copy:
        yield ("copy", mention.copy, mention.text_key, mention.trigger)
    if mention.sharpness == 2:
        yield from _pairs(mention)
        yield from _treaties(mention)
    for kind in kinds:
        for entity in _keys(mention):
            for when in _days(mention, _DAYS_AROUND) if mention.sharpness == 0 else _months(mention):
                yield ("who", entity, kind, mention.realm, when)


def _pairs(mention: Mention) -> Iterator[tuple[object, ...]]:
    """Yield the pairs of people of a mention: what reports are found by that do not tell the day."""
    parties = (*mention.parties, *mention.near)
    people = sorted({entity for party in parties if party.kind == "person" for entity in party.ids})[:_PEOPLE]
    for one, other in combinations(people, 2):
        yield ("pair", one, other, mention.realm)


def _treaties(mention: Mention) -> Iterator[tuple[object, ...]]:
    """Yield the states of a treaty with the month: one report names the states, the other their leaders."""
    if mention.family == "treaty":
        for code in sorted(states(mention)):
            for month in mention.partial.months[:1]:
                yield ("treaty", code, month, mention.realm)


def _keys(mention: Mention) -> list[str]:
    found = {entity for party in mention.parties for entity in party.keys}
    if mention.place:
        found |= mention.place.keys
    found |= {entity for party in mention.near if party.kind == "person" for entity in party.ids}
    return sorted(found)


def _days(mention: Mention, around: int) -> tuple[date, ...]:
    first, last = mention.days.first, mention.days.last
    if first is None or last is None:
        return ()
    return tuple(first + timedelta(n) for n in range(-around, (last - first).days + 1 + around))


def _months(mention: Mention) -> tuple[tuple[int, int], ...]:
    """Return the months that a dated or vaguely dated mention reaches into; none where the date is unknown."""
    first, last = mention.days.first, mention.days.last
    if mention.sharpness == 2 or first is None or last is None:
        return ()
    count = (last.year - first.year) * 12 + last.month - first.month + 1
    return tuple(divmod(first.year * 12 + first.month - 1 + n, 12) for n in range(count))
