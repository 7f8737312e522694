"""Kinds: nouns that tell of a kind of thing, or of any number of deeds, rather than of one happening.

«غارات الحلف», «العمليات في الشمال», «المفاوضات», «مثل هذا الاجتماع»: what has no day and no count is nothing
particular. It joins what its article told in particular before it, or what another article tells in nearly its words.
"""

from __future__ import annotations

from tawatur.stories.happenings.incidents import OUTCOMES, is_operation
from tawatur.stories.happenings.mentions import Mention
from tawatur.stories.happenings.parties import World
from tawatur.stories.happenings.places import towns_of
from tawatur.stories.happenings.profiles import Profile


def is_particular(mention: Mention) -> bool:
    """Tell whether a mention has what makes it one happening: a day, or a count."""
    return mention.sharpness == 0 or bool(mention.counted or mention.measures)


def of_a_kind(mention: Mention) -> bool:
    """Tell whether a mention is of a kind of thing, or of any number of deeds."""
    if mention.any_of:
        return True
    if is_particular(mention) or (mention.talks and mention.parties):
        return False
    return mention.talks or mention.plural or (mention.as_such and mention.definite)


def is_kind_apart(mention: Mention, profile: Profile) -> bool:
    """Tell whether one article tells of a kind of thing in one sentence, and again or of one in another."""
    if any((m.article, m.sentence) == (mention.article, mention.sentence) for m in profile.mentions):
        return False
    own = [m for m in profile.mentions if m.article == mention.article]
    if not own:
        return False
    if of_a_kind(mention):
        return not any(_is_meant(known, mention) for known in own)
    return all(map(of_a_kind, own)) and not any(_is_meant(mention, known) for known in own)


def needs_like_words(mention: Mention, profile: Profile) -> bool:
    """Tell whether two articles tell of nothing particular, so that only words in common, or openings, make it one."""
    if not (of_a_kind(mention) or all(map(of_a_kind, profile.mentions))):
        return False
    if any(m.article == mention.article for m in profile.mentions):
        return False
    if (mention.as_such and of_a_kind(mention)) or all(m.as_such and of_a_kind(m) for m in profile.mentions):
        # «الحرب على …», «التعاون»: many articles open with one that goes on for years.
        return True
    return not (mention.lede and any(m.lede for m in profile.mentions))


def are_counted_apart(mention: Mention, profile: Profile, world: World) -> bool:
    """Tell whether attacks of one kind are counted otherwise («أربع غارات», «ثماني غارات») and no town is shared."""
    if mention.type != "ASSAULT" or not mention.counted:
        return False
    counted = [m for m in profile.mentions if m.counted and m.family == mention.family]
    if not counted or any(m.counted == mention.counted for m in counted):
        return False
    towns = towns_of((p for m in profile.mentions for p in (*m.near, m.place)), world)
    return not towns & towns_of((*mention.near, mention.place), world)


def _is_meant(known: Mention, mention: Mention) -> bool:
    """Tell whether a definite plural means the particular deeds told before it («شنت غارات أمس … استهدفت الغارات»)."""
    if mention.any_of or of_a_kind(known) or not mention.definite or known.start > mention.start:
        return False
    if mention.talks and not known.talks:
        return mention.means == known.key
    if mention.as_such and (mention.family is None or mention.family != known.family):
        # «التعاون» is not what was delivered.
        return False
    if is_operation(mention) and not is_operation(known):
        return False
    return known.plural or not mention.plural


def is_sum_and_part(mention: Mention, profile: Profile) -> bool:
    """Tell whether one side sums up several incidents and the other counts the dead of one, or tells of an attack."""
    return any(
        _is_part(one, other) for known in profile.mentions for one, other in ((mention, known), (known, mention))
    )


def _is_part(part: Mention, whole: Mention) -> bool:
    if not whole.sums or part.sums or part.plural or (part.article, part.sentence) == (whole.article, whole.sentence):
        return False
    mine, theirs = ({(m.what, m.value) for m in one.measures} for one in (part, whole))
    return not mine & theirs and (bool(mine) or part.family not in OUTCOMES)
