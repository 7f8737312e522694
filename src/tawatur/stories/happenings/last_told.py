"""The last told: which of several attacks or meetings of one article a bare «الهجوم», «الاجتماع» means."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta
from itertools import groupby

from tawatur.stories.happenings.incidents import OUTCOMES, is_particular_attack, is_violent
from tawatur.stories.happenings.mentions import Mention

# Sentences from the attack told last to the word that means it.
_WITHIN = 1
_MEETINGS = frozenset({"meeting", "summit", "call"})
# Reports of one attack may take the day of their telling for its own.
_DAYS_APART = timedelta(days=2)


def set_apart(mentions: Iterable[Mention]) -> list[Mention]:
    """Return the mentions with each bare «الهجوم» marked as background that means another attack than its article's.

    It does right behind one of days before the attack that the article opens with, or one called another. Where an
    article opens with attacks («هجمات»), it means none of them unless one has just been told.
    """
    found: list[Mention] = []
    # In the order of the text: a bare noun points back, and none forward.
    for _, told in groupby(sorted(mentions, key=lambda m: (m.article, m.start)), key=lambda m: m.article):
        found.extend(_with_meanings(_marked(list(told))))
    return found


def _with_meanings(told: list[Mention]) -> list[Mention]:
    """Return the mentions of one article, each bare singular noun with the key of what it points back to.

    A bare «الهجوم» means the attack told right before it, «الاجتماع» the meeting told last.
    """
    found: list[Mention] = []
    for mention in told:
        if _points(mention) and not (mention.plural or mention.background or mention.apart or mention.any_of):
            last = next((known for known in reversed(found) if _may_be_meant(known, mention)), None)
            if last is not None:
                mention = replace(mention, means=last.means or last.key)
        found.append(mention)
    return found


def _points(mention: Mention) -> bool:
    """Tell whether a definite noun names nobody but who claims the deed («لكن الهجوم تبنته جماعة»).

    With a meeting stand those whom it bears on («وجرى خلال اللقاء بحث علاقات البلدين»).
    """
    if not mention.definite or mention.time or mention.measures:
        return False
    if mention.family in _MEETINGS:
        told = (*mention.parties, *((mention.place,) if mention.place else ()))
        # Bodies as well («بحث التعاون بين الهيئة والجامعة»), not those who met by name.
        return not any((p.ids or p.of) and p.kind != "body" for p in told)
    return not (mention.recipients or mention.place) and all(actor in mention.held for actor in mention.actors)


def _may_be_meant(known: Mention, mention: Mention) -> bool:
    if known.sentence == mention.sentence or known.realm != mention.realm or known.plural or known.any_of:
        return False
    if mention.family in _MEETINGS:
        return known.family == mention.family or {known.family, mention.family} == {"meeting", "summit"}
    if not (is_violent(mention) and is_violent(known)) or {known.family, mention.family} & OUTCOMES:
        return False
    return mention.sentence - known.sentence <= _WITHIN


def _marked(told: list[Mention]) -> list[Mention]:
    openings = [m for m in told if is_violent(m) and m.lede]
    if not openings:
        return told
    several = any(m.plural for m in openings)
    before: Mention | None = None
    other = False
    marked: list[Mention] = []
    for mention in told:
        if is_violent(mention):
            behind = before is not None and mention.sentence - before.sentence <= _WITHIN
            if not _is_bare(mention):
                other = mention.background or _of_another_day(mention, openings[0])
            elif not mention.plural and not mention.lede:
                other = other if behind else several
                mention = replace(mention, background=mention.background or other)
            before = mention
        if mention is not openings[0] and not mention.lede and is_violent(mention):
            mention = replace(mention, opened=any(map(is_particular_attack, openings)))
        marked.append(mention)
    return _without_names_of_others(marked)


def _without_names_of_others(told: list[Mention]) -> list[Mention]:
    """Return the mentions of one article, without names beside them in sentences of several attacks."""
    clauses: dict[int, set[int]] = {}
    for mention in told:
        if is_violent(mention):
            clauses.setdefault(mention.sentence, set()).add(mention.clause)
    return [replace(m, near=()) if is_violent(m) and len(clauses[m.sentence]) > 1 else m for m in told]


def _is_bare(mention: Mention) -> bool:
    return mention.definite and not (mention.parties or mention.place or mention.time or mention.measures)


def _of_another_day(mention: Mention, opening: Mention) -> bool:
    """Tell whether a mention is dated days before the one that the article opens with, or before its days of news."""
    mine, first = mention.days.last, opening.days.first if opening.sharpness < 2 else opening.window.first
    if not mention.time or mention.sharpness == 2 or mine is None or first is None:
        return False
    return mine < first - _DAYS_APART
