"""Plans: what was done linked to the plan that it carries out, what is called off to the plan that it calls off."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from tawatur.lexicon.join_words import JoinLexicon
from tawatur.model import Happening, Reading
from tawatur.stories.happenings.cancelling import Change, change_told
from tawatur.stories.happenings.day_ranges import overlap
from tawatur.stories.happenings.mentions import Mention, published_days
from tawatur.stories.happenings.parties import Party, World
from tawatur.stories.happenings.places import compare_places
from tawatur.stories.happenings.profiles import Profile
from tawatur.stories.happenings.sides import relate_sides
from tawatur.stories.reasons import reason

# A plan without a day that is told in another story is carried out within a year or is another.
_CARRIED_OUT = timedelta(days=366)
# Families of what is planned with somebody and called off.
_MEETINGS = frozenset({"visit", "meeting", "summit"})


def link_plans(
    happenings: Sequence[Happening], profiles: Sequence[Profile], world: World, lexicon: JoinLexicon
) -> tuple[Happening, ...]:
    """Link what was done to the plan that it carries out: participants the same, days that fit, told before.

    Plans are looked up by participant. Of several plans that fit, those of its own story come first, then those told
    by more reports: several articles of unknown day tell of one plan each for itself.
    """
    plans = _plans(profiles)
    linked: list[Happening] = []
    for happening, profile in zip(happenings, profiles, strict=True):
        found: list[int] = []
        if (
            profile.first.realm == "done"
            and happening.status == "actual"
            and (profile.sharpness < 2 or profile.partials)
        ):
            keys = {e for p in (*profile.actors, *profile.recipients) for e in p.keys}
            numbers = sorted({number for key in keys for number in plans.get(key, ())})
            found = [number for number in numbers if _fulfils(profile, profiles[number], world, lexicon)]
        if found:
            plan = happenings[
                min(found, key=lambda number: _preferred(profile, profiles[number], happenings[number].id))
            ]
            why = (*happening.reasons, reason("fulfils-plan", plan.label))
            linked.append(replace(happening, fulfils=plan.id, reasons=why))
        else:
            linked.append(happening)
    return tuple(linked)


def _plans(profiles: Sequence[Profile]) -> dict[str, list[int]]:
    """Return the plans by the keys of their participants."""
    plans: dict[str, list[int]] = {}
    for number, profile in enumerate(profiles):
        if profile.first.realm == "ahead" and any(m.status == "planned" for m in profile.mentions):
            for key in _keys(profile):
                plans.setdefault(key, []).append(number)
    return plans


def _keys(profile: Profile) -> frozenset[str]:
    return frozenset(e for p in (*profile.actors, *profile.recipients) for e in p.keys)


def link_cancelled(
    happenings: Sequence[Happening],
    profiles: Sequence[Profile],
    readings: Mapping[str, Reading],
    world: World,
    lexicon: JoinLexicon,
) -> tuple[Happening, ...]:
    """Link a meeting that is called off or put off to the plan of it, and the act of doing so («ألغى زيارته») with it.

    What is called off never came to be, so it is another happening than the plan; what is only put off may have gone
    into the plan itself, and then the act alone is linked.
    """
    plans = _plans(profiles)
    found: dict[int, tuple[int, Change]] = {}
    acts: dict[tuple[str, int], tuple[int, Change]] = {}
    for number, profile in enumerate(profiles):
        told = [(m, change) for m in profile.mentions if (change := _change(m, readings, lexicon)) is not None]
        if not told:
            continue
        numbers = sorted({n for key in _keys(profile) for n in plans.get(key, ()) if n != number})
        fitting = [n for n in numbers if _is_planned(profile, profiles[n], readings, world, lexicon)]
        if fitting:
            best = min(fitting, key=lambda n: _preferred(profile, profiles[n], happenings[n].id))
            found[number] = best, told[0][1]
        for mention, change in told:
            if fitting or profile.first.realm == "ahead":
                acts[mention.article, mention.sentence] = (found[number][0] if fitting else number), change
    for number, profile in enumerate(profiles):
        places = [(m.article, m.sentence) for m in profile.mentions if m.type == "REJECT" and m.mode == "meet"]
        if number not in found and (act := next((acts[p] for p in places if p in acts), None)) is not None:
            found[number] = act
    return tuple(
        _cancelling(happening, happenings[found[n][0]], found[n][1]) if n in found else happening
        for n, happening in enumerate(happenings)
    )


def _cancelling(happening: Happening, plan: Happening, change: Change) -> Happening:
    why = reason(f"{change}-plan", plan.label)
    return replace(happening, cancels=plan.id, reasons=(*happening.reasons, why))


def _change(mention: Mention, readings: Mapping[str, Reading], lexicon: JoinLexicon) -> Change | None:
    """Return what a mention of a meeting that did not or not yet take place tells of its plan."""
    if mention.family not in _MEETINGS or mention.status not in ("negated", "planned"):
        return None
    reading = readings[mention.article]
    change = change_told(reading.events[mention.event].trigger, reading, lexicon.told)
    # A meeting still planned in the sentence that calls one off is another, which takes its place.
    return change if mention.status == "negated" or change == "postpones" else None


def _is_planned(
    off: Profile, plan: Profile, readings: Mapping[str, Reading], world: World, lexicon: JoinLexicon
) -> bool:
    """Tell whether a plan is that of what is called off: participants the same, days that fit, told no later."""
    if not off.families & plan.families or not _is_known_before(off, plan, readings):
        return False
    slack = max((lexicon.slack.get(family, 0) for family in off.families), default=0)
    dated = off.sharpness < 2 and plan.sharpness < 2
    if dated and off.first.realm == "done" and not overlap(off.days, plan.days, slack):
        return False
    both = relate_sides((*off.actors, *off.recipients), (*plan.actors, *plan.recipients), world)
    if both.relation != "same":
        return False
    there = _same_place(off, plan, world)
    if not dated and not _one_story(off, plan):
        return len(both.same) > 1 or (there and bool(both.same))
    return len(both.same) + len(both.fits) + there >= (2 if not dated or there else 1)


def _is_known_before(off: Profile, plan: Profile, readings: Mapping[str, Reading]) -> bool:
    """Tell whether the plan was published before it is called off, and its days have not long passed by then."""
    told = min((d for m in plan.mentions if (d := published_days(readings[m.article]).first)), default=None)
    called = max((d for m in off.mentions if (d := published_days(readings[m.article]).last)), default=None)
    if told is None or called is None:
        return True
    return told <= called and called - told <= _CARRIED_OUT


def _preferred(done: Profile, plan: Profile, ident: str) -> tuple[bool, int, str]:
    return not _one_story(done, plan), -len(plan.mentions), ident


def _one_story(done: Profile, plan: Profile) -> bool:
    return bool({m.cluster for m in done.mentions} & {m.cluster for m in plan.mentions})


def _fulfils(done: Profile, plan: Profile, world: World, lexicon: JoinLexicon) -> bool:
    if not (done.families & plan.families or (done.first.type == plan.first.type and not done.families)):
        return False
    told = min((m.days.first for m in plan.mentions if m.sharpness == 2 and m.days.first), default=None)
    if told and done.days.last and done.days.last < told:
        return False
    slack = max((lexicon.slack.get(family, 0) for family in done.families), default=0)
    if plan.sharpness < 2 and not overlap(done.days, plan.days, slack):
        return False
    strangers = plan.sharpness == 2 and not _one_story(done, plan)
    if strangers and not _soon(told, done.days.first):
        return False
    both = relate_sides((*done.actors, *done.recipients), (*plan.actors, *plan.recipients), world)
    if both.relation != "same":
        return False
    there = _same_place(done, plan, world)
    if strangers:
        # Somebody going to the place that was planned, or two who meet.
        return len(both.same) > 1 or (there and bool(both.same))
    return len(both.same) + len(both.fits) + there >= 2


def _soon(told: date | None, done: date | None) -> bool:
    return told is None or done is None or done - told <= _CARRIED_OUT


def _same_place(done: Profile, plan: Profile, world: World) -> bool:
    """Tell whether a place of the one, or whom it goes to, is a place of the other or lies in it."""
    there, planned = _places(done), _places(plan)
    scores = (compare_places(place, planned, world) for place in there)
    return bool(planned) and any(score is not None and score[0] > 0 for score in scores)


def _places(profile: Profile) -> tuple[Party, ...]:
    going = (party for party in profile.recipients if party.kind == "place")
    return tuple(dict.fromkeys((*profile.places, *going)))
