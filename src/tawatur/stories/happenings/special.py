"""Special words: words of killing and crime whose neighbours make them another thing than the attack beside them."""

from __future__ import annotations

from collections.abc import Sequence

from tawatur.lexicon.join_words import forms
from tawatur.lexicon.told_words import ToldWords
from tawatur.model import Event, Reading, Span
from tawatur.stories.happenings.sentences import sentence_of
from tawatur.text.words import find_words

# Words before, and behind, in which these stand.
_BEFORE_RULED, _BEFORE_CARRIED_OUT, _BEFORE_CHARGED, _BEHIND_OWN = 2, 6, 3, 4
# Words behind in which what a crowd is driven apart with is told («فرقت الشرطة المتظاهرين بقنابل الغاز المسيل للدموع»).
_BEHIND_CROWD = 7
_BY_FORCE = frozenset({None, "attack", "strike", "bombing"})
# Words behind a welcome in which the airport stands.
_BEHIND_WELCOME = 16
# Words before what is agreed on in which somebody's stance on it is told, and those that lead from one to the other.
_STANCE = 4
_ON = frozenset({"علي", "من", "ازاء", "تجاه", "حول", "بشان"})


def special_family(text: str, event: Event, scope: Span, family: str | None, told: ToldWords) -> str | None:
    """Return the family of an event's word as its neighbours show it, else its own.

    `sentence`, `execution`: a court's sentence of death and its carrying out are told beside the crime; `suicide`: who
    kills himself, beside those he killed; `sinking`: the overturning of a boat or car, which is no takeover; `charge`:
    what somebody is charged with, beside his arrest; `cordon`: what is «struck» around a place; `dispersal`: a
    crowd driven apart with tear gas, beside the attack that it protests against; a round of talks is no tour.
    """
    before = _words(text, Span(scope.start, max(scope.start, event.trigger.start)))
    behind = _words(text, Span(event.trigger.end, max(scope.end, event.trigger.end)))
    if family == "killing":
        ruled = tells_any(before[-_BEFORE_RULED:], told.rulings)
        if ruled or (behind and behind[0] in told.penal):
            done = tells_any(before[-_BEFORE_CARRIED_OUT:], told.carried_out)
            return "sentence" if ruled and not done else "execution"
        if told.oneself & set(behind[:_BEHIND_OWN]):
            return "suicide"
    if family == "takeover" and told.vessels & {*behind[:_BEHIND_OWN], *before[-1:]}:
        return "sinking"
    if (
        family == "meeting"
        and tells_any(_words(text, event.trigger), told.welcomes)
        and tells_any(behind[:_BEHIND_WELCOME], told.airports)
    ):
        # Who is received at the airport arrives.
        return "visit"
    if family == "visit" and _is_round(text, event, behind, told):
        return "meeting"
    if family == "arrest" and _is_held(text, event, told):
        return "abduction"
    if family == "conviction" and tells_any(before[-_BEFORE_CARRIED_OUT:], told.carried_out):
        return "execution"
    if family in _BY_FORCE and event.type in ("ASSAULT", "COERCE") and told.dispersing & set(behind[:_BEHIND_CROWD]):
        return "dispersal"
    if family in ("strike", "torture") and told.cordon & set(behind[:_BEHIND_OWN]):
        return "cordon"
    if family is None and event.type == "COERCE" and tells_any(before[-_BEFORE_CHARGED:], told.charges):
        return "charge"
    return family


def is_answered_to(reading: Reading, event: Event, told: ToldWords) -> bool:
    """Tell whether somebody's stance on an agreement is told («تحفظات الحكومة على الاتفاق»), not who agreed."""
    if event.type != "AGREE":
        return False
    sentence = sentence_of(reading, event)
    before = _words(reading.article.text, Span(sentence.start, event.trigger.start))[-_STANCE:]
    return bool(before) and before[-1] in _ON and tells_any(before, told.stances)


def _is_held(text: str, event: Event, told: ToldWords) -> bool:
    """Tell whether somebody is held, in a text that tells of kidnappers («يحتجزهم الخاطفون»)."""
    if not tells_any(_words(text, event.trigger), told.held):
        return False
    return tells_any(_words(text, Span(0, len(text))), told.kidnappers)


def _is_round(text: str, event: Event, behind: list[str], told: ToldWords) -> bool:
    """Tell whether a word is one for a round of talks («جولة المفاوضات», «الجولة الثانية من المحادثات»)."""
    words = _words(text, event.trigger)
    return bool(words) and words[-1] in told.rounds and tells_any(behind[:_BEHIND_OWN], told.talks)


def _words(text: str, span: Span) -> list[str]:
    # A preposition that a trigger was cut from is no word of its own.
    return [word.norm for word in find_words(text, span) if word.kind == "word" and len(word.norm) > 1]


def tells_any(words: Sequence[str], known: frozenset[str]) -> bool:
    """Tell whether one of some folded words is known, as it is or in one of its forms."""
    return any(form in known for word in words for form in (word, *forms(word)))
