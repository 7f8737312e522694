"""Days: how well the days that two reports tell fit each other."""

from __future__ import annotations

from tawatur.lexicon.join_words import JoinLexicon
from tawatur.stories.happenings.day_ranges import overlap
from tawatur.stories.happenings.mentions import Mention
from tawatur.stories.happenings.partial import may_be_one
from tawatur.stories.happenings.profiles import Profile
from tawatur.stories.happenings.traits import of_another_week, points_back, told
from tawatur.stories.reasons import reason

# What one day in common is worth beside what else two reports share, and a day within a vaguer range (fitting.py).
_DAY, _DAY_WITHIN = 2.0, 1.0


def compare_days(
    mention: Mention, profile: Profile, lexicon: JoinLexicon, apart: int = 0
) -> tuple[float, tuple[str, ...]] | None:
    """Score how the days of a mention fit those of a profile, with the reason; None where they do not meet.

    `apart` are days by which they may lie apart whatever their kind.
    """
    family = mention.family or next(iter(sorted(profile.families)), None)
    slack = max(apart, lexicon.slack.get(family or "", 0))
    if not overlap(mention.window, profile.window, slack) and not points_back(mention, profile):
        return None
    if mention.sharpness == 2 or profile.sharpness == 2:
        return _partial(mention, profile, slack)
    days = told(mention.days)
    if mention.sharpness == 0 and profile.sharpness == 0:
        near = overlap(mention.days, profile.days)
        why = reason("same-day", days) if near else reason("near-day", days, told(profile.days))
        return (_DAY, (why,)) if near else (_DAY_WITHIN, (why,))
    if mention.extent and profile.extent:
        if mention.days.first == profile.days.first or mention.days.last == profile.days.last:
            # The very same beginning or end is hardly chance.
            return _DAY, (reason("same-day", days),)
        return _DAY_WITHIN, (reason("near-day", days, told(profile.days)),)
    inner, outer = (mention, profile.days) if mention.sharpness < profile.sharpness else (profile, mention.days)
    return _DAY_WITHIN, (reason("day-within", told(inner.days), told(outer)),)


def _partial(mention: Mention, profile: Profile, slack: int) -> tuple[float, tuple[str, ...]] | None:
    """Compare what is known of the days without their year; extents only by their months."""
    score = 0.0
    own = (known.partial for known in profile.mentions if known.article == mention.article)
    if any(of_another_week(mention.partial, known) for known in own):
        return None
    for known in profile.partials:
        extents = mention.extent or profile.extent
        if not extents and not slack and not may_be_one(mention.partial, known):
            return None
        months = bool(set(mention.partial.months) & set(known.months))
        if mention.partial.months and known.months and not months:
            return None
        day = months and bool(mention.partial.days) and mention.partial.days == known.days
        weekday = mention.partial.weekday is not None and mention.partial.weekday == known.weekday
        score = max(score, _DAY if day else _DAY_WITHIN if months or weekday else 0.0)
    return score, ((reason("same-partial-day", mention.time),) if score and mention.time else ())
