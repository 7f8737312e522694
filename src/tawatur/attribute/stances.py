"""How a holder stands to the content: what the cue says, and what the content shows where the cue says nothing."""

from __future__ import annotations

from tawatur.attribute.drafts import Draft
from tawatur.attribute.view import Sight
from tawatur.model import Span
from tawatur.model.readings import Stance
from tawatur.text.words import Word

# The stretch of the content in which a promise or demand is looked for: its first verb and what stands before it.
_OPENING_WORDS = 7


def stance_of(sight: Sight, draft: Draft) -> Stance:
    """Return the stance of a statement's holder.

    Cues that say it («اتهم», «طالب») decide; a bare saying takes the stance that its content shows: a promise in the
    first person or of one's own side, a demand («يجب»), an accusation or a judgement by its words.
    """
    if draft.stance != "assert":
        return draft.stance
    words = words_of(sight, draft.content)
    opening = words[:_OPENING_WORDS]
    if _demands(sight, opening):
        return "demand"
    if _intends(sight, draft, opening):
        return "intend"
    return _judges(sight, words)


def words_of(sight: Sight, span: Span) -> list[Word]:
    """Return the words of the sentence that stand in a span, marks left out."""
    return [w for w in sight.words if w.kind == "word" and w.span.start >= span.start and w.span.end <= span.end]


def _demands(sight: Sight, opening: list[Word]) -> bool:
    norms = [w.norm for w in opening]
    if any(sight.lexicon.is_a("modal", n) for n in norms[:5]):
        return True
    return bool(norms) and norms[0] == "علي" and "ان" in norms[1:7]


def _intends(sight: Sight, draft: Draft, opening: list[Word]) -> bool:
    for index, word in enumerate(opening[:5]):
        norm = word.norm
        if sight.lexicon.is_a("ownwill", norm) and index < 3:
            return True
        if norm[:1] == "س" and norm[1:2] in ("ن", "ا") and len(norm) > 4 and norm[1:] in _first_person(sight, norm):
            return True
        if norm[:1] == "س" and norm[1:2] in ("ي", "ت", "ن", "ا") and len(norm) > 4 and index < 3:
            return not sight.lexicon.is_a("noun_in_s", norm)
    return False


def _first_person(sight: Sight, norm: str) -> frozenset[str]:
    return frozenset((norm[1:],)) if norm[1:2] == "ن" else frozenset()


def _judges(sight: Sight, words: list[Word]) -> Stance:
    blame = praise = 0
    for word in words:
        for norm in (word.norm, word.norm[1:], word.norm[2:], word.norm[3:]):
            if sight.lexicon.is_a("blame", norm):
                blame += 1
                break
            if sight.lexicon.is_a("judgement", norm):
                praise += 1
                break
    if blame >= 2 and blame >= praise:
        return "accuse"
    if praise and praise > blame:
        return "evaluate"
    return "assert"
