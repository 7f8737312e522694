"""Join the entities of articles into persons, bodies and places of the world."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from hashlib import blake2b
from itertools import combinations

from tawatur.lexicon.story_words import StoryLexicon
from tawatur.model import Decision, Reading, WorldEntity
from tawatur.stories.entities.bodies import body_parts, compare_bodies, compare_places, place_word, without_nisba
from tawatur.stories.entities.decided import resolve_decisions
from tawatur.stories.entities.latin import latin_forms
from tawatur.stories.entities.nodes import Node, build_nodes, needs_context
from tawatur.stories.entities.offices import join_offices
from tawatur.stories.entities.persons import compare_persons
from tawatur.stories.entities.single import join_single_names
from tawatur.stories.entities.spelling import Match
from tawatur.text.sounds import skeleton
from tawatur.text.words import without_article

# A shorter name is a little less sure than the whole («سالم القنطري» for «سالم علي القنطري»).
_SHORTER = 0.9
# Roles and reasons kept for display.
_ROLES = 12
_REASONS = 12
# Joins kept for review, the least sure first.
_JOINS = 40

Compare = Callable[[Node, Node], Match]


def join_entities(
    readings: Sequence[Reading],
    lexicon: StoryLexicon,
    groups: Iterable[Sequence[str]] = (),
    decisions: Sequence[Decision] = (),
) -> tuple[WorldEntity, ...]:
    """Join the entities of different articles over their spellings; every entity stands in exactly one result.

    `groups` are the stories (ids of articles) that give context. Gazetteer keys join at once. People join by full names
    without conflicting country or field of life; a single name joins only with a shared role or inside a story
    (METHOD.md: names alone never merge two people). Bodies that every country has, and facilities, need a country or a
    story in common. What people decided (newest first) goes before all. The order of the readings changes nothing.
    """
    story = {
        article: number for number, group in enumerate(sorted(tuple(sorted(g)) for g in groups)) for article in group
    }
    ordered = sorted(readings, key=lambda r: r.article.id)
    return join_nodes(build_nodes(ordered, story, lexicon, resolve_decisions(ordered, decisions)), ordered, lexicon)


def join_nodes(nodes: Sequence[Node], ordered: Sequence[Reading], lexicon: StoryLexicon) -> tuple[WorldEntity, ...]:
    """Join nodes into entities, sorted by id; `ordered` are the readings in which their members stand, by id."""
    waiting = [n for n in nodes if not n.nameless]
    joined: list[Node] = [n for n in nodes if n.nameless and n.type != "PER"]
    persons = [n for n in waiting if n.type == "PER" and (len(n.parts) > 1 or n.key is not None)]
    single = [n for n in waiting if n.type == "PER" and len(n.parts) <= 1 and n.key is None]
    named = join_single_names(single, _join_persons(persons, lexicon), lexicon)
    roles = [n for n in nodes if n.nameless and n.type == "PER"]
    joined += [*named, *join_offices(roles, named, ordered, lexicon.offices)]
    joined += _join([n for n in waiting if n.type in ("GPE", "LOC")], _place_keys, _compare_places)
    joined += _join(
        [n for n in waiting if n.type == "FAC"], _place_keys, lambda a, b: _compare_facilities(a, b, lexicon)
    )
    joined += _join(
        [n for n in waiting if n.type == "ORG"],
        lambda n: _body_keys(n, lexicon),
        lambda a, b: _compare_bodies(a, b, lexicon),
    )
    joined += [n for n in waiting if n.type == "OTHER"]
    return tuple(sorted(_worlds(joined, lexicon), key=lambda w: w.id))


def _join(nodes: Sequence[Node], keys: Callable[[Node], Iterable[str]], compare: Compare) -> list[Node]:
    """Merge nodes that match, the likeliest pairs first, unless what is known of the merged ones conflicts."""
    pairs: list[tuple[float, int, int, str]] = []
    for one, other in _candidates(nodes, keys):
        if not nodes[one].conflict(nodes[other]):
            match = compare(nodes[one], nodes[other])
            if match:
                pairs.append((-match.score, one, other, match.reason))
    return _merge(nodes, sorted(pairs), compare)


def _candidates(nodes: Sequence[Node], keys: Callable[[Node], Iterable[str]]) -> list[tuple[int, int]]:
    blocks: dict[str, list[int]] = defaultdict(list)
    for number, node in enumerate(nodes):
        for key in set(keys(node)):
            blocks[key].append(number)
    return sorted({pair for block in blocks.values() for pair in combinations(block, 2)})


def _merge(nodes: Sequence[Node], pairs: Sequence[tuple[float, int, int, str]], compare: Compare) -> list[Node]:
    heads = list(range(len(nodes)))

    def head(number: int) -> int:
        while heads[number] != number:
            heads[number] = heads[heads[number]]
            number = heads[number]
        return number

    matched: dict[int, list[int]] = defaultdict(list)
    for _, one, other, _ in pairs:
        matched[one].append(other)
        matched[other].append(one)
    for below, one, other, reason in pairs:
        first, second = sorted((head(one), head(other)))
        if first == second or nodes[first].conflict(nodes[second]):
            continue
        rivals = {head(n) for n in (*matched[one], *matched[other])} - {first, second}
        if _either(nodes[first], nodes[second], [nodes[rival] for rival in rivals]):
            continue
        # No drift: what the merged nodes are mostly called must match as well.
        if not compare(nodes[first], nodes[second]):
            continue
        nodes[first].absorb(nodes[second], reason, -below)
        heads[second] = first
    return [node for number, node in enumerate(nodes) if head(number) == number]


def _either(one: Node, other: Node, rivals: Iterable[Node]) -> bool:
    """Tell whether one of two nodes may as well be a namesake of the other, and no story says which.

    A namesake is known by what conflicts: another country or field of life, or a person's decision.
    """
    for rival in rivals:
        for meant, unclear in ((one, other), (other, one)):
            if rival.conflict(meant) and not rival.conflict(unclear):
                mine, its = bool(meant.groups & unclear.groups), bool(rival.groups & unclear.groups)
                if not mine or its:
                    return True
    return False


def _join_persons(nodes: Sequence[Node], lexicon: StoryLexicon) -> list[Node]:
    """Join people of full names: names of as many parts first, then shorter names that fit one longer name only."""

    def compare(one: Node, other: Node) -> Match:
        return compare_persons(one.name, other.name, lexicon.given_names)

    def same_length(one: Node, other: Node) -> Match:
        if abs(len(one.parts) - len(other.parts)) > 1 and "".join(one.parts) != "".join(other.parts):
            return Match(0.0, "different numbers of parts")
        match = compare(one, other)
        return match if "has more parts" not in match.reason and "goes on" not in match.reason else Match(0.0, "")

    joined = _join(nodes, _person_keys, same_length)
    longer: dict[int, list[tuple[int, Match]]] = defaultdict(list)
    for one, other in _candidates(joined, _person_keys):
        short, long = sorted((one, other), key=lambda n: (len(joined[n].parts), n))
        match = compare(joined[short], joined[long])
        if match and len(joined[short].parts) < len(joined[long].parts) and not joined[short].conflict(joined[long]):
            longer[short].append((long, match))
    gone: set[int] = set()
    for short in sorted(longer, key=lambda n: (-len(joined[n].parts), n)):
        fitting = [(long, match) for long, match in longer[short] if long not in gone]
        if len(fitting) > 1:
            fitting = [(long, match) for long, match in fitting if joined[long].groups & joined[short].groups]
        if len(fitting) == 1 and not joined[fitting[0][0]].conflict(joined[short]):
            joined[fitting[0][0]].absorb(joined[short], fitting[0][1].reason, fitting[0][1].score * _SHORTER)
            gone.add(short)
    return [node for number, node in enumerate(joined) if number not in gone]


def blocks_of(node: Node, lexicon: StoryLexicon) -> frozenset[str]:
    """Return what entities that may be one share some of: the gazetteer key, forms of the name, the office."""
    found = {f"key {node.key}"} if node.key is not None else set()
    if node.type == "PER":
        told = {(role.text, role.country) for role in node.roles.values()} | {(node.name, None)}
        offices = {office for text, country in told for office in lexicon.offices.offices_of(text, country)}
        found |= {f"office {o.kind} {' '.join(sorted(o.what))} {o.country}" for o in offices}
    if not node.parts or node.nameless:
        return frozenset(found)
    if node.type == "PER" and len(node.parts) > 1:
        found |= {f"PER {key}" for key in _person_keys(node)}
    elif node.type in ("GPE", "LOC", "FAC"):
        found |= {f"{'FAC' if node.type == 'FAC' else 'place'} {key}" for key in _place_keys(node)}
    elif node.type == "ORG":
        found |= {f"ORG {key}" for key in _body_keys(node, lexicon)}
    return frozenset(found)


def _person_keys(node: Node) -> list[str]:
    """Return what people of one name share: first with last part, first with second part, all parts as one."""
    parts = [skeleton(without_article(part)) for part in node.parts]
    if len(parts) == 1:
        return [f"all {parts[0]}"]
    return [f"last {parts[0]} {parts[-1]}", f"next {parts[0]} {parts[1]}", f"all {skeleton(''.join(node.parts))}"]


def _place_keys(node: Node) -> list[str]:
    found = [skeleton("".join(node.parts)), skeleton(place_word(node.name))]
    if len(node.parts) > 1:
        found.append(skeleton("".join(node.parts[1:])))
    return found


def _body_keys(node: Node, lexicon: StoryLexicon) -> list[str]:
    """Return what names of one body share: its words in any order, nationalities cut, or all of them as one."""
    kinds, words = body_parts(node.name, lexicon.body_words)
    if not words:
        return [" ".join(sorted(kinds))]
    return [" ".join(sorted(skeleton(without_nisba(word)) for word in words)), skeleton("".join(words))]


def _compare_places(one: Node, other: Node) -> Match:
    return compare_places(one.name, other.name)


def _compare_facilities(one: Node, other: Node, lexicon: StoryLexicon) -> Match:
    match = _compare_places(one, other)
    if match and (needs_context(one, lexicon) or needs_context(other, lexicon)):
        return _in_context(one, other, match)
    return match


def _in_context(one: Node, other: Node, match: Match) -> Match:
    """Return a match only where both are of one known country or in one story: many towns have a mosque of one name."""
    if not match:
        return match
    if one.countries & other.countries:
        return Match(match.score, f"{match.reason}, both in {min(one.countries & other.countries)}")
    if one.groups & other.groups:
        return Match(match.score, f"{match.reason}, in one story")
    return Match(0.0, "the name alone does not tell which")


def _compare_bodies(one: Node, other: Node, lexicon: StoryLexicon) -> Match:
    match = compare_bodies(one.name, other.name, lexicon.body_words)
    if match and needs_context(one, lexicon) and needs_context(other, lexicon):
        return _in_context(one, other, match)
    return match


def _worlds(nodes: Iterable[Node], lexicon: StoryLexicon) -> Iterator[WorldEntity]:
    """Yield the entities; of two that share a gazetteer key by a person's decision, the one named later is renamed."""
    taken: set[str] = set()
    spelled = latin_forms(lexicon.latin)
    for node in sorted(nodes, key=lambda n: (not n.standing, min(n.members))):
        world = _world(node, node.key is None or node.key in taken, lexicon)
        if node.key is not None:
            taken.add(node.key)
        if world.latin is None and not node.nameless:
            world = replace(world, transliteration=spelled(world.type, world.canonical, world.country))
        yield world


def _world(node: Node, by_member: bool, lexicon: StoryLexicon) -> WorldEntity:
    name = node.name
    country = min(node.countries) if len(node.countries) == 1 else None
    if country is None and not node.countries and node.type in ("ORG", "FAC"):
        country = lexicon.offices.nation_of(name)
    members = tuple(sorted(set(node.members)))
    identity = "\n".join((node.type, name, *members[0])) if by_member else str(node.key)
    roles = sorted(node.roles, key=lambda r: (-node.role_counts[r], r[0], r[1] or ""))
    return WorldEntity(
        id=node.standing or "w-" + blake2b(identity.encode(), digest_size=6).hexdigest(),
        canonical=name,
        type=node.type,
        members=members,
        spellings=tuple(sorted(node.spellings, key=lambda s: (-node.spellings[s], s))),
        latin=node.latin,
        country=country,
        key=node.key,
        roles=tuple(node.roles[role] for role in roles[:_ROLES]),
        reasons=tuple(node.reasons[:_REASONS]),
        joins=tuple(sorted(node.joins, key=lambda j: (j.score, j.mention))[:_JOINS]),
    )
