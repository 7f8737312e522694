"""Story joins: happenings of the articles of one story brought together that tell it in words of their own.

Outlets that tell one happening in their own words name neither the same people nor the same places: what they share is
the story, the kind of deed, and one thing more (the day, the town, a count, somebody who takes part, or that both
open with it). That is enough where nothing that either tells of surely contradicts, and where no other happening of
the story fits as well. Where either article tells of no other deed of the kind, the kind alone nearly is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from tawatur.lexicon.join_words import JoinLexicon
from tawatur.model import Measure
from tawatur.stories.disagreements.measures import population
from tawatur.stories.happenings.fitting import MUTUAL_FAMILIES, MUTUAL_TYPES, Fit, Fitter
from tawatur.stories.happenings.incidents import is_violent, near_tolls, number_of
from tawatur.stories.happenings.kinds import of_a_kind
from tawatur.stories.happenings.mentions import Mention
from tawatur.stories.happenings.parties import World
from tawatur.stories.happenings.places import towns_of
from tawatur.stories.happenings.profiles import Profile
from tawatur.stories.happenings.sides import relate_sides
from tawatur.stories.happenings.traits import is_spoken, names_others

# What two reports of one story must share: the story, the kind, and a thing that is theirs.
LEAST_IN_STORY = 5.0
# The only deed of its kind in both articles: of a kind that is told of often, or seldom.
LEAST_ONLY, LEAST_ONLY_SELDOM = 4.0, 3.0
# Kinds of deeds of which one story seldom tells two.
_SELDOM = frozenset({"abduction", "strike_work", "ceasefire", "call", "resignation", "sinking", "summit"})
# Kinds of deeds that go on for weeks: a day, a count or the same words tell which is meant.
ONGOING = frozenset({"takeover", "clash"})
_TELLING = ("same-day", "same-figure", "shared-wording")
# Types of which things are done to people or things: told in other words, they may be other people or things.
_DONE_TO = frozenset({"COERCE", "SANCTION"})
# So few people are counted of many deeds, so that one count of them shows nothing where they are worded otherwise.
_FEW, _FEW_LESS, _OTHERS_LESS = 3, 2.5, 3.0
# Reasons of which two reports that are not the only ones must share one: names beside them are not enough.
_SHOWN = (
    "same-participants",
    "fitting-participants",
    "same-place",
    "same-day",
    "day-within",
    "same-figure",
    "shared-wording",
    "opens-story",
    "told-again",
)
# Reports of either happening that are compared.
_MOST_REPORTS = 12


def compare_in_story(small: Profile, large: Profile, fitter: Fitter, others: Iterable[Profile]) -> Fit | None:
    """Return how two happenings of one story fit best, or None where they do not, or reports of them contradict.

    `others` are the other happenings of the kind in the story.
    """
    if small.first.realm != "done" or large.first.realm != "done":
        # Two plans of one story are told apart by little, and joined by as little.
        return None
    if not _of_one_kind(small, large, fitter):
        return None
    best: Fit | None = None
    for mine, theirs in _pairs(small.mentions, large.mentions):
        fit = fitter.fit(mine, alone(theirs))
        if (fit is None and contradict(mine, theirs, fitter)) or _of_others(mine, theirs, fitter):
            return None
        if fit is None or mine.article == theirs.article or mine.cluster != theirs.cluster:
            continue
        if not _may_join(mine, theirs) or _is_elsewhere(mine, theirs, fitter.world):
            continue
        score = fit.score - _doubt(mine, theirs, fitter)
        if best is None or score > best.score:
            best = Fit(score, LEAST_IN_STORY, fit.reasons)
    if best is None:
        return None
    ongoing = any(p.families and p.families <= ONGOING for p in (small, large))
    shown = any(told.startswith(_TELLING if ongoing else _SHOWN) for told in best.reasons)
    if not (best.holds and shown) and _is_only(small, large, others, fitter):
        seldom = bool(small.families & large.families & _SELDOM)
        best = Fit(best.score, LEAST_ONLY_SELDOM if seldom else LEAST_ONLY, best.reasons)
        shown = shown or seldom
    return best if shown and best.holds else None


def _of_one_kind(one: Profile, other: Profile, fitter: Fitter) -> bool:
    """Tell whether both are violent, or of kin kinds: of a word of no known kind nothing is known but its type."""
    if is_violent(one.first) and is_violent(other.first):
        return True
    return bool(one.families and other.families) and fitter.may_be_one_kind(one.first, other)


def _is_only(one: Profile, other: Profile, others: Iterable[Profile], fitter: Fitter) -> bool:
    """Tell whether the articles of two happenings tell of no other deed of the kind with a day, place or name.

    What contradicts both is no rival.
    """
    articles = {mention.article for profile in (one, other) for mention in profile.mentions}
    if not one.families & other.families:
        return False
    return not any(
        mention.article in articles
        and _is_anchored(mention)
        and any(fitter.fit(mention, alone(known.first)) is not None for known in (one, other))
        for profile in others
        if profile is not one and profile is not other
        for mention in profile.mentions
    )


def _pairs(one: Sequence[Mention], other: Sequence[Mention]) -> Iterator[tuple[Mention, Mention]]:
    for mine in one[:_MOST_REPORTS]:
        for theirs in other[:_MOST_REPORTS]:
            yield mine, theirs


def alone(mention: Mention) -> Profile:
    """Return a profile of one report."""
    profile = Profile(0, mention)
    profile.add(mention)
    return profile


def contradict(one: Mention, other: Mention, fitter: Fitter) -> bool:
    """Tell whether two reports that do not fit surely tell of two happenings: both with a day, a town or a name.

    An act and an outcome are told by words that are no kin, so words alone contradict nothing.
    """
    if (one.article, one.sentence) == (other.article, other.sentence):
        return True
    return fitter.may_be_one_kind(one, alone(other)) and _is_anchored(one) and _is_anchored(other)


def _of_others(one: Mention, other: Mention, fitter: Fitter) -> bool:
    """Tell whether two reports name two each who met, of whom just one is the same, or count the dead of two sides."""
    if one.type in MUTUAL_TYPES or {one.family, other.family} & MUTUAL_FAMILIES:
        sides = relate_sides(one.parties, other.parties, fitter.world)
        met = min(len(one.parties), len(other.parties))
        return met > 1 and sides.left and len(sides.same) + len(sides.fits) < 2
    return (one.type in _DONE_TO and names_others(one, other)) or _counts_others(one, other, fitter.lexicon)


def _counts_others(one: Mention, other: Mention, lexicon: JoinLexicon) -> bool:
    """Tell whether both count dead, of two sorts of people («43 مدنيا», «تسعة متمردين»), and not about as many."""
    mine, theirs = ([m for m in mention.measures if m.what == "killed"] for mention in (one, other))
    if not mine or not theirs:
        return False
    return not any(_may_count_same(a, b, lexicon) or _may_count_same(b, a, lexicon) for a in mine for b in theirs)


def _may_count_same(one: Measure, other: Measure, lexicon: JoinLexicon) -> bool:
    """Tell whether a count may be of those whom another counts, or of a part of all whom that counts."""
    if population(one, lexicon) == population(other, lexicon) or near_tolls(number_of(one), number_of(other)):
        return True
    return not population(other, lexicon) and number_of(one) <= number_of(other)


def _is_elsewhere(one: Mention, other: Mention, world: World) -> bool:
    """Tell whether towns stand with two attacks, and none is the same: one is seldom told with another town."""
    if one.type != "ASSAULT":
        return False
    mine, theirs = (towns_of((*mention.near, mention.place), world) for mention in (one, other))
    return bool(mine and theirs) and not mine & theirs


def _doubt(one: Mention, other: Mention, fitter: Fitter) -> float:
    """Return what is taken from a fit where it is done to others in words: a count of few shows nothing there."""
    sides = relate_sides(one.recipients, other.recipients, fitter.world)
    if sides.relation != "unclear":
        return 0.0
    counted = {m.value for m in one.measures} & {m.value for m in other.measures}
    few = bool(counted) and all(not isinstance(value, tuple) and value <= _FEW for value in counted)
    return _FEW_LESS * few + _OTHERS_LESS * (one.type in _DONE_TO)


def _is_anchored(mention: Mention) -> bool:
    day = mention.sharpness == 0 and not mention.hour
    place = mention.place is not None and bool(mention.place.ids)
    return day or place or any(party.ids for party in mention.parties)


def _may_join(one: Mention, other: Mention) -> bool:
    """Tell whether both are of one thing, not of what is said or a kind, and neither alone is set apart («هجوم آخر»).

    What both recall of one month («هجوم مماثل في مارس الماضي») may be one.
    """
    if any(m.any_of or is_spoken(m) or of_a_kind(m) for m in (one, other)):
        return False
    apart = [m.background or m.apart for m in (one, other)]
    return not any(apart) or (one.sharpness == 1 and other.sharpness == 1)
