"""The tense of a clause, as far as its verbs and cue words before a time expression show it."""

from __future__ import annotations

from tawatur.timex.expressions import Facing
from tawatur.timex.tokens import Tokens

# How many words before the expression are looked at; verbs further off seldom govern it.
REACH = 12
# «كان من المقرر أن …، لكن الزيارة ألغيت»: how far off stands the word that calls off what was set for a day.
_CALLED_OFF_REACH = 24
_CALLING_OFF = "الغي الغت الغيت الغوا الغاء الغاوها الغاوه تاجل تاجلت تاجيل اجلت ارجا ارجات ارجي ارجيت ارجاء"
_CALLED_OFF = frozenset(_CALLING_OFF.split())
# «ابتداء من الثلاثاء»: what starts there has not come yet.
_FROM_NOW = frozenset(["ابتداء من", "اعتبارا من", "انطلاقا من", "بدءا من", "بدايه من"])


def tense_at(tokens: Tokens, at: int) -> Facing | None:
    """Return "future" or "past" by the nearest cue before a word of the sentence, None without one."""
    lead = tokens.lead(at)
    if lead in tokens.sets["future-leads"] or f"{tokens.lead(at - 1)} {lead}" in _FROM_NOW:
        return "future"
    for back in range(at - 1, max(-1, at - 1 - REACH), -1):
        norm = tokens.norm(back)
        if tokens.kind(back) != "word":
            continue
        bare = norm[1:] if norm[:1] in "وف" and len(norm) > 3 else norm
        if _is_future_verb(tokens, norm) or norm in tokens.sets["future"] or bare in tokens.sets["future"]:
            was = tokens.norm(back - 1) in ("كان", "كانت", "وكان", "وكانت") or _was(tokens, back)
            return "past" if was and not _is_called_off(tokens, at) else "future"
        if norm in tokens.sets["past"] or bare in tokens.sets["past"] or _stem(bare) in tokens.sets["past"]:
            return "past"
    after = tokens.norm(at + 1)
    return "future" if _is_future_verb(tokens, after) else None


def _was(tokens: Tokens, at: int) -> bool:
    """«كان من المقرر» looks forward from the past."""
    return tokens.norm(at - 1) == "من" and tokens.norm(at - 2).lstrip("و") in ("كان", "كانت")


def _is_called_off(tokens: Tokens, at: int) -> bool:
    """Tell whether the sentence calls off what it dates: «ألغى زيارته التي كانت مقررة الأحد» is of a day to come."""
    around = range(at - _CALLED_OFF_REACH, at + _CALLED_OFF_REACH)
    return any(tokens.norm(place).lstrip("و") in _CALLED_OFF for place in around)


def _stem(norm: str) -> str:
    """Return a perfect without its object pronoun: «أعلنته», «نفذتها»."""
    for suffix in ("ها", "هم", "ه"):
        if norm.endswith(suffix) and len(norm) > len(suffix) + 3:
            return norm[: -len(suffix)]
    return norm


def _is_future_verb(tokens: Tokens, norm: str) -> bool:
    """«سيلتقي», «وستعقد», «سنعلن»: the letter of the future before an imperfect."""
    bare = norm[1:] if norm[:1] in "وف" and len(norm) > 4 else norm
    if len(bare) < 4 or bare[0] != "س" or bare[1] not in "يتن":
        return False
    return not any(bare[:length] in tokens.sets["not-future"] for length in (3, 4, 5, 6))
