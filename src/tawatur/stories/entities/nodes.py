"""Nodes: the entities of articles that are written alike, as they are compared with one another."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from tawatur.lexicon.story_words import StoryLexicon
from tawatur.model import Entity, EntityJoin, EntityRole, NameType, Reading
from tawatur.stories.entities.bodies import name_words
from tawatur.stories.entities.decided import Decided, Side, against
from tawatur.stories.entities.persons import person_parts
from tawatur.stories.entities.roles import role_fields

Member = tuple[str, str]

# Kinds of bodies that every country has: without a country or a story in common two of them are two.
_EVERYWHERE = frozenset(
    ("ministry", "army", "police", "government", "parliament", "court", "council", "committee", "authority", "forces",
     "prosecution", "hospital", "school", "airport", "embassy")
)  # fmt: skip
# Kinds of bodies that a country has one of: its name in the adjective tells which («الحكومة التركية»).
_ONE_A_COUNTRY = frozenset(("ministry", "army", "police", "government", "parliament", "forces", "prosecution", "bank"))
# Offices whose words name a country that is not the holder's («السفير لدى اليمن», «المبعوث إلى اليمن»).
_ABROAD = frozenset(("envoy", "ambassador"))
# How sure a join is by what it rests on. They order joins by how much they need a look; docs/stages/entities.md has how
# many were right.
KEY, SAME_NAME, DECIDED = 1.0, 0.95, 1.0
_PLAIN_WORDS = 2
_ONE_A_PLACE = frozenset(("مطار", "ميناء", "متحف", "سجن", "معبر", "منفذ", "سد", "مضيق", "جسر", "مصفاه"))
# Words after them that are no place.
_NO_PLACE = frozenset(
    ("مركزي", "دولي", "عسكري", "مدني", "بحري", "بري", "جوي", "وطني", "حربي", "قديم", "جديد", "رييسي", "حدودي", "معلق",
     "عايم", "محلي", "تجاري")
)  # fmt: skip


@dataclass(slots=True)
class Node:
    """Entities of articles taken for one so far: members, spellings, countries, roles, stories, reasons.

    A node is the working state of join.py and never leaves this package. `parts` are the parts of its fullest name,
    `standing` the id of the entity that it was when stories were built before.
    """

    type: NameType
    parts: tuple[str, ...]
    key: str | None = None
    members: list[Member] = field(default_factory=list)
    spellings: Counter[str] = field(default_factory=Counter)
    countries: set[str] = field(default_factory=set)
    fields: set[str] = field(default_factory=set)
    roles: dict[tuple[str, str | None], EntityRole] = field(default_factory=dict)
    role_counts: Counter[tuple[str, str | None]] = field(default_factory=Counter)
    groups: set[int] = field(default_factory=set)
    sides: set[Side] = field(default_factory=set)
    latin: str | None = None
    nameless: bool = False
    reasons: list[str] = field(default_factory=list)
    joins: list[EntityJoin] = field(default_factory=list)
    story_of: dict[Member, int] = field(default_factory=dict)
    standing: str | None = None

    @property
    def name(self) -> str:
        """The most frequent of its fullest spellings."""
        return min(
            self.spellings, key=lambda s: (-len(person_parts(s)) if self.type == "PER" else 0, -self.spellings[s], s)
        )

    def groups_of(self, member: Member) -> tuple[int, ...]:
        """Return the story that the article of a member belongs to, if any."""
        return (self.story_of[member],) if member in self.story_of else ()

    def conflict(self, other: Node) -> str | None:
        """Return why two nodes cannot be one whatever their names, or None."""
        if self.standing and other.standing:
            return "stand as two"
        if against(self.sides, other.sides):
            return "decided to be two"
        if self.key and other.key and self.key != other.key:
            return "known as two"
        if self.countries and other.countries and self.countries.isdisjoint(other.countries):
            return "of different countries"
        if self.fields and other.fields and self.fields.isdisjoint(other.fields):
            return "in different fields of life"
        return None

    def absorb(self, other: Node, reason: str, score: float) -> None:
        """Take over all that is known of another node, joined for a reason with a score from 0 to 1."""
        self.joins.extend(other.joins)
        if reason:
            self.joins.append(EntityJoin(self.name, other.name, min(other.members), round(score, 3), reason))
        self.story_of.update(other.story_of)
        self.standing = self.standing or other.standing
        # What a role calls a person is no name of the person, once there is one.
        if self.nameless and not other.nameless:
            self.parts, self.spellings = other.parts, Counter(other.spellings)
        elif self.nameless == other.nameless:
            self.parts = max(self.parts, other.parts, key=len)
            self.spellings.update(other.spellings)
        self.key = self.key or other.key
        self.members.extend(other.members)
        self.countries |= other.countries
        self.fields |= other.fields
        for known, role in other.roles.items():
            self.roles.setdefault(known, role)
        self.role_counts.update(other.role_counts)
        self.groups |= other.groups
        self.sides |= other.sides
        self.nameless = self.nameless and other.nameless
        self.latin = self.latin or other.latin
        for one in (*other.reasons, reason):
            if one and one not in self.reasons:
                self.reasons.append(one)


def build_nodes(
    readings: Sequence[Reading],
    groups: Mapping[str, int],
    lexicon: StoryLexicon,
    decided: Decided,
    standing: Iterable[Node] = (),
) -> list[Node]:
    """Return one node for each gazetteer key and for each name as written, parted where countries or fields differ.

    `groups` gives the number of the story that an article belongs to. Entities without a name (a speaker known by a
    role alone) have a node each: a role names no person across articles. What people decided to be one is one node.
    `standing` are nodes that stand already, to be joined with the others.
    """
    alike: dict[tuple[str, ...], list[Node]] = defaultdict(list)
    for node in standing:
        alike[_identity(node, node.key, lexicon)].append(node)
    for reading in readings:
        named = {name.entity for name in reading.names}
        for entity in reading.entities:
            node = node_of(reading.article.id, entity, groups.get(reading.article.id), lexicon)
            node.nameless = entity.key is None and bool(named) and entity.id not in named
            node.sides |= decided.sides.get((reading.article.id, entity.id), frozenset())
            alike[_identity(node, entity.key, lexicon)].append(node)
    nodes = [node for identity in sorted(alike) for node in _parted(alike[identity])]
    return _decided(nodes, decided) if decided.group else nodes


def _decided(nodes: list[Node], decided: Decided) -> list[Node]:
    """Make one node of those that people decided to be one; the type is that of the known or the most named."""
    into: dict[int, Node] = {}
    kept: list[Node] = []
    for node in sorted(nodes, key=lambda n: (n.key is None, -len(n.members), n.members)):
        groups = sorted({decided.group[member] for member in node.members if member in decided.group})
        first = next((into[g] for g in groups if g in into and not against(into[g].sides, node.sides)), None)
        if first is None:
            first = node
            kept.append(node)
        else:
            one, other = decided.labels[next(g for g in groups if into.get(g) is first)]
            first.absorb(node, f"decided: «{one}» and «{other}» are the same", DECIDED)
        for group in groups:
            into.setdefault(group, first)
    return kept


def node_of(article: str, entity: Entity, group: int | None, lexicon: StoryLexicon) -> Node:
    """Return the node of one entity of one article, in the story of number `group`."""
    parts = person_parts(entity.canonical) if entity.type == "PER" else name_words(entity.canonical)
    node = Node(entity.type, parts, entity.key, [(article, entity.id)])
    node.spellings[entity.canonical] += 1
    node.countries = {c for c in (entity.country, *(role.country for role in entity.roles)) if c is not None}
    node.countries |= _countries(node, entity, lexicon)
    node.fields = set(role_fields(entity.roles, lexicon.role_fields)) if entity.type == "PER" else set()
    for role in entity.roles:
        node.roles.setdefault((role.text, role.country), role)
        node.role_counts[role.text, role.country] += 1
    if group is not None:
        node.groups.add(group)
        node.story_of[article, entity.id] = group
    node.latin = entity.latin
    return node


def _countries(node: Node, entity: Entity, lexicon: StoryLexicon) -> set[str]:
    """Return the country that a body's name tells, or the offices that a person is said to hold."""
    if entity.key is not None or entity.country is not None:
        return set()
    if entity.type == "ORG" and _one_a_country(node, lexicon):
        told = lexicon.offices.nation_of(entity.canonical)
        return {told} if told else set()
    if entity.type != "PER" or any(role.country for role in entity.roles):
        return set()
    offices = (o for role in entity.roles for o in lexicon.offices.offices_of(role.text))
    return {office.country for office in offices if office.country is not None and office.kind not in _ABROAD}


def _one_a_country(node: Node, lexicon: StoryLexicon) -> bool:
    """Tell whether a country has one body of that kind; every capital has embassies, every town has a court."""
    kinds = {lexicon.body_words[part][0] for part in node.parts if part in lexicon.body_words}
    return bool(kinds) and kinds <= _ONE_A_COUNTRY


def _identity(node: Node, key: str | None, lexicon: StoryLexicon) -> tuple[str, ...]:
    """Return what nodes must share to be looked at as one name: key, or type and parts."""
    if key is not None:
        return ("key", key)
    if node.nameless or not node.parts:
        return ("alone", *node.members[0])
    # A single name of a person tells no one outside its article (join.py looks for support).
    if node.type == "PER" and len(node.parts) < 2:
        return ("single", *node.members[0])
    kind = "place" if node.type in ("GPE", "LOC") else node.type
    if needs_context(node, lexicon):
        where = min(node.countries, default=None) or str(min(node.groups, default=node.members[0]))
        return ("name in", kind, where, *node.parts)
    return ("name", kind, *node.parts)


def needs_context(node: Node, lexicon: StoryLexicon) -> bool:
    """Tell whether a name of one or two words is borne by many: a ministry, a hospital, a mosque of any town."""
    if node.key is not None or len(node.parts) > _PLAIN_WORDS:
        return False
    if node.type == "FAC":
        return not _one_a_place(node)
    return node.type == "ORG" and any(lexicon.body_words.get(part, ("", True))[0] in _EVERYWHERE for part in node.parts)


def _one_a_place(node: Node) -> bool:
    """Tell whether a facility is named after a place that has one of its kind («مطار عدن», «متحف باردو»)."""
    return len(node.parts) == _PLAIN_WORDS and node.parts[0] in _ONE_A_PLACE and node.parts[1] not in _NO_PLACE


def _parted(nodes: Iterable[Node]) -> list[Node]:
    """Join nodes of one name that do not conflict: those with a country first, the others where only one is left."""
    found: list[Node] = []
    for node in sorted(nodes, key=lambda n: (not n.standing, not n.sides, not n.countries, not n.fields, n.members)):
        fitting = [
            other
            for other in found
            if other.key == node.key
            and not (other.standing and node.standing)
            and not against(other.sides, node.sides)
            and (node.key or not other.conflict(node))
        ]
        if len(fitting) > 1:
            fitting = [other for other in fitting if other.groups & node.groups]
        if len(fitting) == 1:
            reason = f"the same gazetteer entry {node.key}" if node.key else f"the same name «{node.name}»"
            fitting[0].absorb(node, reason, KEY if node.key else SAME_NAME)
        else:
            found.append(node)
    return found
