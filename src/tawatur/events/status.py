"""Status by grammar: the few constructions that settle by themselves whether an event happened; weights do the rest."""

from __future__ import annotations

from tawatur.events.scene import Scene
from tawatur.events.triggers import Candidate
from tawatur.lexicon.event_words import EventLexicon
from tawatur.model import Status

# A foiled attack has its object right behind the verb: «أحبط الجيش اليمني هجوما» has the longest usual subject between.
FOIL_REACH = 4


def grammatical_status(scene: Scene, c: Candidate, lexicon: EventLexicon) -> Status | None:
    """Return the status that negation, a foiling verb or the future form gives a trigger, or None.

    «لم يعتقل», «حال دون إطلاق» and «أحبط هجوما» are negated, «سيزور» and «سوف يزور» planned.
    """
    begin, _ = scene.bounds(c.index)
    before = [scene.norm(at) for at in range(c.index - 1, max(begin, c.index - FOIL_REACH) - 1, -1)]
    nearest = before[0] if before else ""
    if c.verbal:
        if nearest in lexicon.markers["negation"]:
            return "negated"
        if c.form.shape == "future" or nearest == "سوف":
            return "planned"
        return None
    if nearest in lexicon.markers["without"]:
        return "negated"
    foil = lexicon.markers["foil"]
    if any(norm in foil or (norm[:1] in "وف" and norm[1:] in foil) for norm in before):
        return "negated"
    return None
