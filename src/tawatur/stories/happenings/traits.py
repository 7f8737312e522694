"""Traits: what about one mention, or about two, decides how they are compared."""

from __future__ import annotations

from tawatur.lexicon.join_words import JoinLexicon, forms
from tawatur.lexicon.told_words import ToldWords
from tawatur.model import DayRange
from tawatur.stories.happenings.apart import ACTED
from tawatur.stories.happenings.incidents import are_two_deeds, is_one_act, is_violent
from tawatur.stories.happenings.mentions import Mention
from tawatur.stories.happenings.partial import Partial
from tawatur.stories.happenings.profiles import Profile
from tawatur.stories.happenings.sides import Sides
from tawatur.stories.reasons import reason

# Types of speech acts: what was said is not in the event, so that the same two participants on one day may well have
# had two things to condemn. They join only inside one story.
_SPOKEN = frozenset({"ACCUSE", "REQUEST", "REJECT", "THREATEN", "SUPPORT", "CONCEDE"})
_DONE_IN_WORDS = frozenset({"treaty", "referral", "prosecution"})
# Two sentences of at least so many content stems that share this much of all their stems are one text, changed little.
_LONG, _SHARED = 10, 0.6
# Code points between a verb and its object («أرسلت تعزيزات», «قام بتقديم»).
_ONE_PHRASE = 2
# Code points within which a meeting and a summit of one sentence are one («اجتمع الزعيمان في قمة»).
_ONE_MEETING = 20
# More people than these are the victims of one deed, whom reports choose from.
_FEW_PEOPLE = 2
# A meeting of two states is not one of either with a third.
_TWO_STATES = 2
# Two tolls this far apart, told in different stories, are two events.
_FAR_APART = 2.0


def is_spoken(mention: Mention) -> bool:
    """Tell whether a mention is one of a speech act; what is signed, or done by a court, is none."""
    return mention.type in _SPOKEN and mention.family not in _DONE_IN_WORDS


def is_agreed_again(mention: Mention, profile: Profile) -> bool:
    """Tell whether another sentence of the article has told what was agreed on: two agree on much at one meeting."""
    if mention.type != "AGREE" or mention.family is not None:
        return False
    return any(m.article == mention.article and m.sentence != mention.sentence for m in profile.mentions)


def names_others(one: Mention, other: Mention) -> bool:
    """Tell whether both name people and nobody is the same: formulas are told in the same words of many."""
    mine, theirs = (
        {entity for party in (*m.parties, *m.near) if party.kind == "person" for entity in party.ids}
        for m in (one, other)
    )
    return bool(mine and theirs) and not mine & theirs


def of_another_item(mention: Mention, profile: Profile) -> bool:
    """Tell whether a page of briefs tells of the two in different items."""
    return any(known.article == mention.article and known.item != mention.item for known in profile.mentions)


def done_to_others(mention: Mention, profile: Profile) -> bool:
    """Tell whether another article tells of a deed done to other people: formulas tell of one convict each."""
    if mention.type not in ACTED or any(known.article == mention.article for known in profile.mentions):
        return False
    if not mention.people or not profile.people or mention.people & profile.people:
        return False
    tolls = (m for known in (mention, *profile.mentions) for m in known.measures if m.what in ("killed", "wounded"))
    return max(len(mention.people), len(profile.people)) <= _FEW_PEOPLE and all(toll.value == 1 for toll in tolls)


def is_one_phrase(one: Mention, other: Mention) -> bool:
    """Tell whether a verb stands right before the noun of what is done («أرسلت تعزيزات», «تقديم مساعدات»)."""
    alike = one.type == other.type or {one.family, other.family} == {"execution"}
    if not alike or one.article != other.article or one.trigger == other.trigger:
        return False
    first, second = sorted((one, other), key=lambda mention: mention.start)
    return 0 < second.start - first.start - len(first.trigger) <= _ONE_PHRASE and not second.coordinated


def stands_beside(known: Mention, mention: Mention, lexicon: JoinLexicon) -> bool:
    """Tell whether two mentions of one sentence are two events («طردت … وأغلقت …»), as such mentions usually are.

    They are one where a light verb leads the noun («أجرت مناورات»), and where an attack stands with its deaths.
    """
    if known.article != mention.article or known.sentence != mention.sentence:
        return False
    if are_two_deeds(known, mention) or (is_violent(known) and is_violent(mention) and known.clause != mention.clause):
        return True
    if known.trigger == mention.trigger:
        return not (known.led or mention.led)
    if _is_meant_meeting(known, mention):
        return False
    if {known.family, mention.family} == {"meeting", "summit"} and abs(known.start - mention.start) > _ONE_MEETING:
        # «ناقش الاجتماع نتائج القمة»; «اجتمع الزعيمان في قمة» is one.
        return True
    if is_one_act(known, mention) or is_one_phrase(known, mention):
        return False
    if known.family is None or mention.family is None or known.family == mention.family:
        return True
    return not lexicon.are_kin(known.family, mention.family)


def _is_meant_meeting(one: Mention, other: Mention) -> bool:
    """Tell whether a meeting of a sentence is the one that it told before («التقى …، وجرى خلال اللقاء …»)."""
    first, second = sorted((one, other), key=lambda mention: mention.start)
    if {first.family, second.family} != {"meeting"} or first.realm != second.realm:
        return False
    return second.definite and not first.definite and not (second.coordinated or second.plural or second.any_of)


def is_meant_by(mention: Mention, profile: Profile) -> bool:
    """Tell whether a bare noun points back to what a profile tells of (`Mention.means`)."""
    return mention.means is not None and any(m.key == mention.means for m in profile.mentions)


def told_as_another(mention: Mention, profile: Profile) -> bool:
    """Tell whether the article itself says that what it tells is another than what it told before or after."""
    known = [m for m in profile.mentions if m.article == mention.article and m.sentence != mention.sentence]
    return bool(known) and all(m.apart != mention.apart for m in known) and not is_meant_by(mention, profile)


def is_further_stop(mention: Mention, profile: Profile) -> bool:
    """Tell whether one article tells of visits or meetings one after another («كما زار», «التقى بعد ذلك»)."""
    if mention.type != "CONSULT" or mention.definite:
        return False
    known = [m for m in profile.mentions if m.article == mention.article and m.sentence != mention.sentence]
    return any(max(m, mention, key=lambda one: one.start).apart for m in known if not m.definite)


def is_another_meeting(mention: Mention, profile: Profile, side: Sides) -> bool:
    """Tell whether one article tells in two sentences of meetings of one with others worded otherwise."""
    if mention.definite or mention.family != "meeting" or len(side.same) > 1 or not side.left or side.fits:
        return False
    known = [m for m in profile.mentions if m.article == mention.article and m.parties and not m.definite]
    return any(m.sentence != mention.sentence for m in known)


def is_of_other_states(mention: Mention, profile: Profile) -> bool:
    """Tell whether those who meet are of states of which none, or but one of two, is told to take part in a meeting."""
    mine = frozenset(code for party in mention.parties for code in party.countries)
    theirs = frozenset(code for party in (*profile.actors, *profile.recipients) for code in party.countries)
    if not mine or not theirs:
        return False
    return not mine & theirs or (len(mine) == len(theirs) == _TWO_STATES and mine != theirs)


def is_of_people(mention: Mention, profile: Profile, *, known: bool) -> bool:
    """Tell whether people are told of who were taken («الموقوفون»), in another sentence than the one that tells of it.

    They may be some of them, or others.
    """
    if mention.type != "COERCE" or not mention.trigger.endswith(("ين", "ون")) or known:
        return False
    counted = {measure.value for measure in mention.measures}
    if any(measure.value in counted for m in profile.mentions for measure in m.measures):
        return False
    return not any((m.article, m.sentence) == (mention.article, mention.sentence) for m in profile.mentions)


def is_session_beside(mention: Mention, profile: Profile, told: ToldWords) -> bool:
    """Tell whether one tells of a session («جلسة الخميس») and other articles of the meeting that it may be part of."""
    if mention.type != "CONSULT" or any(m.article == mention.article for m in profile.mentions):
        return False
    return len({any(f in told.sessions for f in forms(m.trigger)) for m in (mention, *profile.mentions)}) > 1


def is_retold(one: Mention, other: Mention) -> bool:
    """Tell whether two articles of one story tell it in one long sentence with the same numerals.

    Their days may lie one apart, as a paper prints «أمس» of its agency a day later.
    """
    if one.cluster != other.cluster or not one_report(one, other):
        return False
    mine, theirs = ({word for word in m.words if word.isdigit()} for m in (one, other))
    return mine == theirs and {(m.what, m.value) for m in one.measures} == {(m.what, m.value) for m in other.measures}


def has_new_object(mention: Mention, profile: Profile) -> bool:
    """Tell whether two sentences of one article tell in verbs of deeds done to people or things in other words."""
    if mention.definite or not mention.recipients or mention.type not in ACTED:
        return False
    known = [m for m in profile.mentions if m.article == mention.article and m.recipients and not m.definite]
    return any(m.sentence != mention.sentence for m in known)


def one_report(one: Mention, other: Mention) -> bool:
    """Tell whether two articles tell it in one long sentence, changed little (as chains/wordings.py has it)."""
    if one.article == other.article or names_others(one, other) or min(len(one.words), len(other.words)) < _LONG:
        return False
    return len(one.words & other.words) >= _SHARED * len(one.words | other.words)


def states(mention: Mention) -> frozenset[str]:
    """Return the countries of the participants, and of the people beside them."""
    people = (party for party in mention.near if party.kind == "person")
    return frozenset(code for party in (*mention.parties, *people) for code in party.countries)


def states_told(profile: Profile) -> frozenset[str]:
    """Return the countries of all that take part in what a profile tells, and of the people beside them."""
    return frozenset().union(*map(states, profile.mentions))


def is_recalled_visit(mention: Mention, profile: Profile) -> bool:
    """Tell whether both recall a visit by its month: one by the visit, the other by whom the visitor met there."""
    if not {"visit", "meeting"} >= {mention.family, *profile.families}:
        return False
    if any(known.article == mention.article for known in profile.mentions):
        return False
    return all(map(is_vague, (mention, *profile.mentions)))


def points_back(mention: Mention, profile: Profile) -> bool:
    """Tell whether a bare definite noun may mean what its article told before it; «الهجمات» means no one attack."""
    if not mention.definite or mention.parties or mention.place or mention.time or mention.background:
        return False
    if mention.as_such or mention.apart:
        return False
    return any(
        known.article == mention.article and known.start < mention.start and (not mention.plural or known.plural)
        for known in profile.mentions
    ) and any(map(is_anchored, profile.mentions))


def is_anchored(mention: Mention) -> bool:
    """Tell whether a mention is of something particular: with a participant, a place, a time or a count."""
    return bool(mention.parties or mention.place or mention.time or mention.measures)


def is_series(mention: Mention, profile: Profile, told: ToldWords) -> bool:
    """Tell whether one side tells of several visits or meetings and the other of one («زيارات», «زيارة»).

    A tour («جولته») has several stops.
    """
    if mention.type != "CONSULT":
        return False
    tour = mention.family == "visit" and is_tour(mention, told)
    return any(mention.plural != known.plural for known in profile.mentions) or (
        mention.family == "visit" and any(tour != is_tour(known, told) for known in profile.mentions)
    )


def is_tour(mention: Mention, told: ToldWords) -> bool:
    """Tell whether a visit is told by a word for a tour."""
    return any(form in told.rounds for form in forms(mention.trigger))


def is_vague(mention: Mention) -> bool:
    """Tell whether a mention only recalls something, or knows but its month."""
    partial = mention.partial
    months = bool(partial.months) and not partial.days and partial.weekday is None
    return mention.recalled or (mention.sharpness > 0 and months)


def same_place_in_text(one: Mention, other: Mention) -> bool:
    """Tell whether two copies tell it by the same word of the same sentence."""
    return one.text_key == other.text_key and one.trigger == other.trigger and one.article != other.article


def side_reasons(side: Sides) -> tuple[str, ...]:
    """Return the reason for which participants were found to be the same, or to fit."""
    if side.same:
        return (reason("same-participants", "، ".join(side.same[:3])),)
    return (reason("fitting-participants", "، ".join(side.fits[:3])),) if side.fits else ()


def of_another_week(one: Partial, other: Partial) -> bool:
    """Tell whether one article dates one thing by the weekday alone, so this week, and the other by the month."""
    return any(a.weekday is not None and not a.months and b.months for a, b in ((one, other), (other, one)))


def far_apart(one: float | tuple[float, float], other: float | tuple[float, float]) -> bool:
    """Tell whether two counts are more than twice apart."""
    a = one[0] if isinstance(one, tuple) else one
    b = other[0] if isinstance(other, tuple) else other
    return max(a, b) > _FAR_APART * max(min(a, b), 1)


def told(days: DayRange) -> str:
    """Return days as they are told in a reason."""
    if days.first == days.last:
        return str(days.first)
    return f"{days.first or '…'}/{days.last or '…'}"
