"""Merging: what was placed apart and fits once all mentions are placed, brought together.

A mention is placed by what is known of a happening at that moment; what comes later may show that two profiles of one
story, of two people, or of one day and participant or place, are one happening. Two are merged when nothing that one
tells contradicts the other and some report of the smaller, or all that its reports tell together, fits the larger well
enough; one that fits two equally well, which do not fit each other, stays apart.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from tawatur.stories.happenings.fitting import Fit, Fitter
from tawatur.stories.happenings.mentions import Mention
from tawatur.stories.happenings.profiles import Profile
from tawatur.stories.happenings.story_joins import compare_in_story
from tawatur.stories.happenings.stranger_joins import compare_strangers, keys_of

# More profiles of one kind than these in one story are looked at article by article alone: bounds the work.
_MOST_COMPARED = 24
# Reports of the smaller profile that are held against the larger.
_MOST_REPORTS = 12
# More people than this are a list.
_PEOPLE = 5
# Two happenings that a profile fits within this much of each other are equally good.
_EQUALLY_GOOD = 1.0

Pair = tuple[int, int]
# Puts down how a pair of profiles fits: of those alive, among all that are kept.
Compare = Callable[[Pair, list[int], dict[int, Profile], dict[Pair, Fit], Fitter], None]


def merge_profiles(profiles: Sequence[Profile], fitter: Fitter) -> tuple[Profile, ...]:
    """Return the profiles with those of one story merged that fit each other, in the order of the first of each."""
    kept = {profile.number: profile for profile in profiles}
    gone: dict[int, int] = {}
    in_stories = list(_groups(profiles, by_article=False))
    groups = (*_groups(profiles, by_article=True), *in_stories, *_groups_of_days(profiles))
    passes: tuple[tuple[Iterable[list[int]], Compare], ...] = (
        (groups, _compare),
        (in_stories, _compare_in_story),
        # What brings strangers together is known when the reports of each story are.
        (_groups_of_marks(kept, fitter), _compare_strangers),
    )
    for groups_of_pass, compare in passes:
        for group in groups_of_pass:
            alive = sorted({_root(number, gone) for number in group})
            if 1 < len(alive) <= _MOST_COMPARED:
                _merge_group(alive, kept, gone, fitter, compare)
    return tuple(kept[number] for number in sorted(kept))


def _root(number: int, gone: dict[int, int]) -> int:
    while number in gone:
        number = gone[number]
    return number


def _groups(profiles: Sequence[Profile], *, by_article: bool) -> Iterator[list[int]]:
    """Yield the numbers of the profiles of one kind that share an article, or a story."""
    found: dict[tuple[str, ...], dict[int, None]] = {}
    for profile in profiles:
        for mention in profile.mentions:
            where = mention.article if by_article else mention.cluster
            for kind in {mention.type, mention.family or mention.type}:
                found.setdefault((where, kind, mention.realm), {})[profile.number] = None
    for key in sorted(found):
        if len(found[key]) > 1:
            yield list(found[key])


def _groups_of_days(profiles: Sequence[Profile]) -> Iterator[list[int]]:
    """Yield the numbers of the profiles of one kind that name a participant or place, and the day, or two people."""
    found: dict[tuple[str, str, str, str], dict[int, None]] = {}
    for profile in profiles:
        kinds = {profile.first.type, *profile.families}
        people = {e for p in (*profile.actors, *profile.recipients) if p.kind == "person" for e in p.ids}
        for one, other in combinations(sorted(people)[:_PEOPLE], 2):
            for kind in kinds:
                found.setdefault((one, kind, profile.first.realm, other), {})[profile.number] = None
        if profile.sharpness or profile.days.first is None:
            continue
        parties = (*profile.actors, *profile.recipients, *profile.places)
        for key in {entity for party in parties for entity in party.keys}:
            for kind in kinds:
                place = (key, kind, profile.first.realm, profile.days.first.isoformat())
                found.setdefault(place, {})[profile.number] = None
    for key_of_group in sorted(found):
        if len(found[key_of_group]) > 1:
            yield list(found[key_of_group])


def _groups_of_marks(kept: dict[int, Profile], fitter: Fitter) -> Iterator[list[int]]:
    """Yield the numbers of the profiles that share a town, a name or a count in one week."""
    found: dict[tuple[object, ...], list[int]] = {}
    for number in sorted(kept):
        for key in keys_of(kept[number], fitter.world):
            found.setdefault(key, []).append(number)
    for key in sorted(found, key=str):
        if len(found[key]) > 1:
            yield found[key]


def _merge_group(
    alive: list[int], kept: dict[int, Profile], gone: dict[int, int], fitter: Fitter, compare: Compare
) -> None:
    fits: dict[Pair, Fit] = {}
    for at, one in enumerate(alive):
        for other in alive[at + 1 :]:
            compare((one, other), alive, kept, fits, fitter)
    while fits:
        pair = next((p for p in _best_first(fits) if not _torn(p, fits)), None)
        if pair is None:
            return
        into, taken = (kept[number] for number in pair)
        reasons = fits[pair].reasons
        for mention in sorted(taken.mentions, key=lambda m: m.key):
            # Why it was joined first is kept; the one that the smaller began with is joined by the merge.
            into.add(mention, taken.why.get(mention.key) or reasons)
        into.reasons.extend(r for r in reasons if r not in into.reasons)
        del kept[taken.number]
        gone[taken.number] = into.number
        alive.remove(taken.number)
        fits = {p: fit for p, fit in fits.items() if not {into.number, taken.number} & set(p)}
        for other in alive:
            if other != into.number:
                compare((min(into.number, other), max(into.number, other)), alive, kept, fits, fitter)


def _best_first(fits: dict[Pair, Fit]) -> list[Pair]:
    return sorted(fits, key=lambda pair: (-fits[pair].score, pair))


def _torn(pair: Pair, fits: dict[Pair, Fit]) -> bool:
    """Tell whether one of a pair fits a third about as well, which does not fit the other."""
    for mine, theirs in (pair, pair[::-1]):
        for rival, fit in fits.items():
            if mine in rival and theirs not in rival:
                third = rival[0] if rival[1] == mine else rival[1]
                linked = (min(third, theirs), max(third, theirs)) in fits
                if not linked and fits[pair].score - fit.score < _EQUALLY_GOOD:
                    return True
    return False


def _together(profile: Profile) -> tuple[Mention, ...]:
    """Return what the reports of a profile tell together, as if one of them told it; nothing where there is but one."""
    if len(profile.mentions) < 2:
        return ()
    placed = next((p for p in profile.places if p.ids), profile.places[0] if profile.places else None)
    near = dict.fromkeys(party for mention in profile.mentions for party in mention.near)
    first = profile.first
    whole = replace(first, actors=profile.actors, recipients=profile.recipients, near=tuple(near), place=placed)
    return (
        replace(whole, partial=profile.partials[0] if profile.partials and not first.partial.known else first.partial),
    )


def _compare(pair: Pair, _: list[int], kept: dict[int, Profile], fits: dict[Pair, Fit], fitter: Fitter) -> None:
    """Put down how two profiles fit where the reports of the smaller allow them to be one."""
    small, large = sorted((kept[number] for number in pair), key=lambda p: (len(p.mentions), -p.number))
    best: Fit | None = None
    for mention in (*sorted(small.mentions, key=lambda m: m.key)[:_MOST_REPORTS], *_together(small)):
        fit = fitter.fit(mention, large)
        if fit is None:
            return
        if fit.holds and (best is None or fit.score > best.score):
            best = fit
    if best is not None and not any(fitter.fit(m, small) is None for m in large.mentions[:_MOST_REPORTS]):
        fits[pair] = best


def _compare_in_story(
    pair: Pair, alive: list[int], kept: dict[int, Profile], fits: dict[Pair, Fit], fitter: Fitter
) -> None:
    """Put down how two profiles of one story fit where their reports share little, and nothing contradicts."""
    small, large = sorted((kept[number] for number in pair), key=lambda p: (len(p.mentions), -p.number))
    fit = compare_in_story(small, large, fitter, (kept[number] for number in alive))
    if fit is not None:
        fits[pair] = fit


def _compare_strangers(
    pair: Pair, _: list[int], kept: dict[int, Profile], fits: dict[Pair, Fit], fitter: Fitter
) -> None:
    """Put down how two profiles of different stories fit by what identifies them."""
    small, large = sorted((kept[number] for number in pair), key=lambda p: (len(p.mentions), -p.number))
    fit = compare_strangers(small, large, fitter)
    if fit is not None:
        fits[pair] = fit
