"""Persons named by their office alone («وزير الخارجية الروسي»): joined to the one who holds it at that time.

Never guessed at: an office that one person holds («مسؤول روسي» is none), one holder known in the story or within some
weeks, and the country said. A speaker whom nothing but the role tells stays known by the role.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from tawatur.lexicon.offices import Office, OfficeLexicon
from tawatur.model import Reading
from tawatur.stories.entities.nodes import Node
from tawatur.stories.entities.persons import person_parts

# Days between an article that names the holder and one that names the office: governments change more slowly than that.
_HOLDER_DAYS = 60
# Days over which an office without any name is taken for one holder.
_OFFICE_DAYS = 30
_IN_STORY, _IN_TIME, _OFFICE_ALONE, _NAME_IN_ROLE = 0.9, 0.8, 0.75, 0.9


@dataclass(frozen=True, slots=True)
class _Held:
    """An office as an article ascribes it to a person or role: when the article was published, and its stories."""

    node: int
    office: Office
    day: date | None
    groups: frozenset[int]


def join_offices(
    roles: Sequence[Node], persons: Sequence[Node], readings: Iterable[Reading], lexicon: OfficeLexicon
) -> list[Node]:
    """Join nodes known by a role to the holders among `persons`, else to each other; return those that are left.

    Nodes of `persons` take in what is joined to them.
    """
    index = _Offices(readings, lexicon)
    held: dict[Office, list[_Held]] = defaultdict(list)
    for number, person in enumerate(persons):
        for one in index.of(number, person):
            held[one.office].append(one)
    # By story, so that the work does not grow with all roles times all persons.
    told: dict[int, list[Node]] = defaultdict(list)
    for person in persons:
        for group in person.groups:
            told[group].append(person)
    left: list[Node] = []
    for node in roles:
        near = [person for group in sorted(node.groups) for person in told[group]]
        found = _named_in_role(node, near) or _holder(index.of(-1, node), held, persons, node)
        if found is None:
            left.append(node)
        else:
            found[0].absorb(node, found[1], found[2])
    return _alone(left, index)


class _Offices:
    """Finds the offices that articles ascribe to a node, each with the day of its article."""

    def __init__(self, readings: Iterable[Reading], lexicon: OfficeLexicon) -> None:
        self._entities = {(r.article.id, e.id): e for r in readings for e in r.entities}
        self._days = {
            r.article.id: r.article.published.first if r.article.published is not None else None for r in readings
        }
        self._lexicon = lexicon
        self._known: dict[tuple[str, str | None], frozenset[Office]] = {}

    def of(self, number: int, node: Node) -> list[_Held]:
        """Return the offices of a node's mentions."""
        found: list[_Held] = []
        for member in node.members:
            if member not in self._entities:
                continue
            roles = {(role.text, role.country) for role in self._entities[member].roles}
            if node.nameless:
                roles.add((self._entities[member].canonical, None))
            offices = {office for text, country in roles for office in self._read(text, country)}
            for office in sorted(offices, key=lambda o: (o.kind, sorted(o.what), o.country or "")):
                found.append(_Held(number, office, self._days[member[0]], frozenset(node.groups_of(member))))
        return found

    def _read(self, text: str, country: str | None) -> frozenset[Office]:
        if (text, country) not in self._known:
            self._known[text, country] = self._lexicon.offices_of(text, country)
        return self._known[text, country]


def _holder(
    offices: Sequence[_Held], held: Mapping[Office, Sequence[_Held]], persons: Sequence[Node], node: Node
) -> tuple[Node, str, float] | None:
    """Return the one person who holds an office of the node in its story, or else within some weeks."""
    for own in offices:
        known = held.get(own.office, ())
        near = {h.node for h in known if _within(h.day, own.day, _HOLDER_DAYS)}
        inside = {h.node for h in known if h.groups & own.groups}
        for holders, score, where in ((inside, _IN_STORY, "in a story"), (near, _IN_TIME, "at that time")):
            fitting = [persons[n] for n in sorted(holders) if not persons[n].conflict(node)]
            if len(fitting) == 1:
                return fitting[0], f"«{node.name}» is the office of «{fitting[0].name}» {where}", score
            if fitting:
                break
    return None


def _named_in_role(node: Node, persons: Sequence[Node]) -> tuple[Node, str, float] | None:
    """Return the one of the story's persons whose whole name the role's words hold («وزير الخارجية فلان الفلاني»)."""
    words = person_parts(node.name)
    fitting = [
        person
        for person in persons
        if len(person.parts) > 1
        and any(words[at : at + len(person.parts)] == person.parts for at in range(len(words)))
        and not person.conflict(node)
    ]
    if len(fitting) != 1:
        return None
    return fitting[0], f"«{node.name}» names «{fitting[0].name}»", _NAME_IN_ROLE


def _alone(nodes: Sequence[Node], index: _Offices) -> list[Node]:
    """Join nodes of one office, without a name for its holder, inside a story or within some weeks of the first."""
    left: list[Node] = []
    known: dict[Office, list[tuple[_Held, Node]]] = defaultdict(list)
    dated = [(index.of(n, node), node) for n, node in enumerate(nodes)]
    for offices, node in sorted(dated, key=lambda d: (min((h.day for h in d[0] if h.day), default=date.max),
                                                      d[1].members)):  # fmt: skip
        found = next(
            (
                (into, own.office)
                for own in offices
                for other, into in known[own.office]
                if (other.groups & own.groups or _within(other.day, own.day, _OFFICE_DAYS)) and not into.conflict(node)
            ),
            None,
        )
        if found is None:
            left.append(node)
            for own in offices:
                known[own.office].append((own, node))
        else:
            found[0].absorb(node, f"«{node.name}» and «{found[0].name}» are one office at one time", _OFFICE_ALONE)
    return left


def _within(one: date | None, other: date | None, days: int) -> bool:
    return one is not None and other is not None and abs((one - other).days) <= days
