"""Doers: who of those told to have done it a title may name, since a title asserts what it names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tawatur.model import Status
from tawatur.stories.chains.independence import count_chains
from tawatur.stories.chains.trace import Traced
from tawatur.stories.happenings.mentions import Mention
from tawatur.stories.happenings.parties import Party

# Deeds that somebody is blamed for; of what else is only alleged, the status that stands before a title tells.
_BLAMED = frozenset({"ASSAULT", "COERCE"})
_ONLY_SAID: frozenset[Status] = frozenset({"alleged", "denied"})
# So many independent chains must tell as their own who did it, where somebody claims it or is accused of it.
_ENOUGH = 2


def stated_doers(
    mentions: Sequence[Mention], traced: Mapping[tuple[str, int], Traced], type_: str, status: Status
) -> tuple[Party, ...]:
    """Return who some report tells as its own to have done it, in order of the mentions.

    Left out are those who only claim a deed, or whom only others accuse. Where somebody claims, is accused or denies a
    part, two independent chains must tell as their own who did it, none of them that party's. What is as a whole only
    alleged or denied, and nobody's blame, keeps its parties.
    """
    every = tuple(dict.fromkeys(party for mention in mentions for party in mention.actors))
    if status in _ONLY_SAID and type_ not in _BLAMED:
        return every
    disputed = [p for m in mentions for p in (*m.held, *((m.cleared,) if m.cleared else ()))]
    return tuple(party for party in every if _is_stated(party, mentions, traced, disputed))


def _is_stated(
    party: Party, mentions: Sequence[Mention], traced: Mapping[tuple[str, int], Traced], disputed: Sequence[Party]
) -> bool:
    telling = [m for m in mentions if m.status not in _ONLY_SAID and any(_one(party, actor) for actor in m.actors)]
    if not any(_one(party, other) for other in disputed):
        return bool(telling)
    # What the claimant or the accuser says again is no report of somebody else.
    own = [m for m in telling if not any(_one(party, held) for held in m.held) and m.teller not in party.keys]
    return count_chains([traced[m.key] for m in own]).known >= _ENOUGH


def _one(party: Party, other: Party) -> bool:
    """Tell whether two wordings name one party; those only described are one in the same words."""
    return bool(party.ids & other.ids) if party.ids or other.ids else party.words == other.words
