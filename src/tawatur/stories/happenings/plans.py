"""Plans: what was done linked to the plan that it carries out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from tawatur.lexicon.join_words import JoinLexicon
from tawatur.model import Happening
from tawatur.stories.happenings.mentions import overlap
from tawatur.stories.happenings.parties import Party, World, relate_sides
from tawatur.stories.happenings.places import compare_places
from tawatur.stories.happenings.profiles import Profile
from tawatur.stories.reasons import reason

# A plan without a day that is told in another story is carried out within a year or is another.
_CARRIED_OUT = timedelta(days=366)


def link_plans(
    happenings: Sequence[Happening], profiles: Sequence[Profile], world: World, lexicon: JoinLexicon
) -> tuple[Happening, ...]:
    """Link what was done to the plan that it carries out: participants the same, days that fit, told before.

    Plans are looked up by participant. Of several plans that fit, those of its own story come first, then those told
    by more reports: several articles of unknown day tell of one plan each for itself.
    """
    plans: dict[str, list[int]] = {}
    for number, profile in enumerate(profiles):
        if profile.first.realm == "ahead" and any(m.status == "planned" for m in profile.mentions):
            for key in {e for p in (*profile.actors, *profile.recipients) for e in p.keys}:
                plans.setdefault(key, []).append(number)
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
