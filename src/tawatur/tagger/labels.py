"""What the heads of the tagger tell apart, in the order of their outputs; training and reading share it.

A labelling of words is BIO: 0 outside, 1 + 2k the first word of kind k, 2 + 2k a further word of kind k.
"""

from __future__ import annotations

NAME_TYPES = ("PER", "ORG", "GPE", "LOC", "FAC", "OTHER")
STANCES = ("assert", "deny", "accuse", "intend", "demand", "evaluate")
STATUSES = ("actual", "alleged", "denied", "planned", "hypothetical", "negated")
EVENT_TYPES = (
    *("AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST"),
    *("ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"),
)
CUE_ROLES = ("holder", "content", "via")
TRIGGER_ROLES = ("actor", "recipient", "place", "time")
# A span starts after the clitic letters of its first word; how many they are is learned apart for these four.
CUT_GROUPS = ("name", "predicate", "phrase", "content")
# «وب», «فل»: a conjunction and a preposition; no more letters are written onto what follows.
MOST_CUT = 2


def bio_size(kinds: int) -> int:
    """Return how many BIO labels a number of kinds has."""
    return 1 + 2 * kinds


# Head → number of outputs, in the order in which they stand in the one matrix of the word heads.
WORD_HEADS = {
    "name": bio_size(len(NAME_TYPES)),
    "cue": bio_size(1),
    "stance": len(STANCES),
    "trigger": bio_size(1),
    "type": len(EVENT_TYPES),
    "status": len(STATUSES),
    "cut": len(CUT_GROUPS) * (MOST_CUT + 1),
}
# The two kinds of predicate words, with the roles that their words can have.
PREDICATE_KINDS = {"cue": CUE_ROLES, "trigger": TRIGGER_ROLES}
# How far apart two words can be before their distance makes no difference.
FARTHEST = 32


def head_slices() -> dict[str, slice]:
    """Return where the outputs of each word head stand."""
    found, at = {}, 0
    for head, size in WORD_HEADS.items():
        found[head] = slice(at, at + size)
        at += size
    return found
