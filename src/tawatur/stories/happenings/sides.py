"""How the participants of two reports stand to each other: the same, able to fit, unclear, or excluding each other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tawatur.stories.happenings.parties import Party, Relation, World, relate


@dataclass(frozen=True, slots=True)
class Sides:
    """How two lists of participants stand to each other, and the words of those that are the same, each told once.

    `left` tells that others stand on both sides of whom nothing is known to be the same.
    """

    relation: Literal["same", "fits", "unclear", "differ", "open"]
    same: tuple[str, ...] = ()
    fits: tuple[str, ...] = ()
    left: bool = False


def relate_sides(one: tuple[Party, ...], other: tuple[Party, ...], world: World) -> Sides:
    """Compare the participants of two reports: open where either names none, differ where they exclude each other.

    Where some are the same, people who stand on either side alone exclude each other only when each side has just one
    shared participant: «لافروف وكيم» and «لافروف وتشوي» are two meetings.
    """
    if not one or not other:
        return Sides("open")
    same: list[tuple[Party, Party]] = []
    fits: list[str] = []
    relations: list[Relation] = []
    matched: set[Party] = set()
    for a in one:
        for b in other:
            relation = relate(a, b, world)
            relations.append(relation)
            if relation == "same":
                same.append((a, b))
                matched.update((a, b))
            elif relation == "fits":
                fits.append(a.words)
                matched.update((a, b))
    bearers = _bearers(same, world)
    if same and len(bearers) < 2 and _stand_apart(one, other, matched, world):
        return Sides("differ")
    people = [tuple(p for p in side if p.kind == "person") for side in (one, other)]
    if same and sum(named for _, named in bearers) < 2 and _stand_apart(people[0], people[1], matched, world):
        # Only one of those who are the same is named, and each side names somebody else.
        return Sides("differ")
    if not same and _any_person(one) and _any_person(other):
        # Both name people, and none of them is the same.
        return Sides("differ")
    if same:
        left = any(p not in matched for p in one) and any(p not in matched for p in other)
        return Sides("same", tuple(words for words, _ in bearers), tuple(dict.fromkeys(fits)), left)
    if fits:
        return Sides("fits", (), tuple(dict.fromkeys(fits)))
    return Sides("differ" if all(r == "differ" for r in relations) else "unclear")


def _bearers(same: list[tuple[Party, Party]], world: World) -> list[tuple[str, bool]]:
    """Return for each participant that is the same the first words, and whether a name stands in any.

    Titles in a row («سمو الأمير», «وزير الدفاع») are one person's; a title without a name may be anybody's.
    """
    groups: list[tuple[str, set[Party]]] = []
    for pair in same:
        known = [g for g in groups if any(a == b or relate(a, b, world) == "same" for a in pair for b in g[1])]
        if not known:
            groups.append((pair[0].words, set(pair)))
            continue
        # A pair may show two groups to be one: the first words of the first stand.
        known[0][1].update(pair, *(group for _, group in known[1:]))
        groups = [g for g in groups if g not in known[1:]]
    return [(words, any(party.ids for party in group)) for words, group in groups]


def _any_person(parties: tuple[Party, ...]) -> bool:
    return any(party.kind == "person" for party in parties)


def _stand_apart(one: tuple[Party, ...], other: tuple[Party, ...], matched: set[Party], world: World) -> bool:
    """Tell whether people, or holders of posts, stand on either side alone and exclude each other."""
    mine, theirs = (
        [p for p in side if p not in matched and (p.kind == "person" or p.offices)] for side in (one, other)
    )
    return any(relate(a, b, world) == "differ" for a in mine for b in theirs)
