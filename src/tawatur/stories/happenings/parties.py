"""Participants and places: what a report's words for them name, and whether two wordings may mean the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from tawatur.lexicon.told_words import ToldWords
from tawatur.model import Entity, Name, NameType, Reading, Span, WorldEntity
from tawatur.stories.happenings.offices import office_of, shared_post
from tawatur.stories.happenings.pointing import is_called, only_sorts, pointed_at
from tawatur.stories.happenings.unnamed import is_unnamed
from tawatur.stories.sparing import shared
from tawatur.stories.wording import stem
from tawatur.text.words import Word, find_words

Relation = Literal["same", "fits", "unclear", "differ"]
PartyKind = Literal["person", "body", "place", "described"]
NOBODY = shared(frozenset())
# Nouns that tell only that people, forces or things are meant: two of them alike identify nobody.
_GENERIC_TYPES: tuple[NameType, ...] = ("GPE", "LOC", "FAC")
# Kinds of parties that may hold a post.
_POSTED: tuple[PartyKind, ...] = ("person", "described")


@dataclass(frozen=True, slots=True)
class Party:
    """A participant or place as worded: the world entities that the words name, and those they only stand with.

    `ids` are the entities meant («سيرغي لافروف», «روسيا»); `of` those that describe somebody else («متحدث باسم
    الكرملين»); `countries` ISO codes of either; `stems` those of the describing words; `offices` the posts worded, or
    held by the person meant.
    """

    words: str
    kind: PartyKind
    ids: frozenset[str]
    of: frozenset[str]
    countries: frozenset[str]
    stems: frozenset[str]
    offices: frozenset[str] = frozenset()

    @property
    def keys(self) -> frozenset[str]:
        """What the party is looked up by: its entities, or those that it stands with."""
        return self.ids or self.of


# One value for all wordings that are equal: the same few people and states are told of again and again.
@lru_cache(maxsize=1 << 14)
def _shared(party: Party) -> Party:
    return party


@dataclass(frozen=True, slots=True)
class World:
    """The world entities by id and by member, and the stems of the roles each is known by.

    `named` are those that some article names; the others are known by a role alone («المتحدث», «الوزارة»).
    """

    entities: Mapping[str, WorldEntity]
    members: Mapping[tuple[str, str], str]
    roles: Mapping[str, tuple[frozenset[str], ...]]
    adjectives: Mapping[str, str]
    named: frozenset[str]
    offices: Mapping[str, frozenset[str]]
    told: ToldWords

    def country(self, entity: str) -> str | None:
        """Return the country of a world entity, from its gazetteer key where it is a country itself."""
        found = self.entities.get(entity)
        if found is None:
            return None
        return found.country or (found.key[4:] if found.key is not None and self.is_country(entity) else None)

    def is_country(self, entity: str) -> bool:
        """Tell whether a world entity is a whole country."""
        found = self.entities.get(entity)
        return found is not None and found.key is not None and found.key.startswith("gpe:") and len(found.key) == 6


def build_world(
    entities: Iterable[WorldEntity], adjectives: Mapping[str, str], readings: Iterable[Reading], told: ToldWords
) -> World:
    """Index world entities; `adjectives` maps folded words of nationality («روسي») to country codes."""
    every = {entity.id: entity for entity in entities}
    members = {member: entity.id for entity in every.values() for member in entity.members}
    mentioned = {(reading.article.id, name.entity) for reading in readings for name in reading.names}
    return World(
        every,
        members,
        {
            entity.id: tuple(sorted({frozenset(_stems(role.text)) for role in entity.roles}, key=sorted))
            for entity in every.values()
            if entity.roles
        },
        adjectives,
        frozenset(members[member] for member in mentioned if member in members),
        {
            entity.id: frozenset(post for role in entity.roles if (post := office_of(_nearest(role.text), told)))
            for entity in every.values()
            if entity.roles and entity.type == "PER"
        },
        told,
    )


def _nearest(role: str) -> str:
    """Return the part of a role's wording that stands with its bearer: what a comma parts off may be another's."""
    return role.replace(",", "،").rsplit("،", 1)[-1]


def _stems(words: str) -> Iterator[str]:
    for word in find_words(words):
        if word.kind == "word":
            yield stem(word.norm)


class PartyReader:
    """Reads the parties of one article: its names sorted, its entities by id."""

    def __init__(self, reading: Reading, world: World) -> None:
        self.reading = reading
        self._read: dict[Span, Party] = {}
        self._article = reading.article
        self.world = world
        self._names = sorted(reading.names, key=lambda name: name.span)
        self._entities: dict[str, Entity] = {entity.id: entity for entity in reading.entities}
        self._telling = sorted(
            {event.trigger for event in reading.events} | {s.cue for s in reading.statements if s.cue is not None}
        )

    def party(self, span: Span) -> Party:
        """Read the party worded by a span of the article's text."""
        if span not in self._read:
            self._read[span] = self._party(self._without_verb(span))
        return self._read[span]

    def parties(self, spans: Iterable[Span]) -> tuple[Party, ...]:
        """Read the parties worded by spans: two for «الدولتان», and a post shared by those named one after another."""
        found: list[Party] = []
        post: str | None = None
        for span in spans:
            party = self.party(span)
            if post is not None and party.kind == "place" and party.ids:
                party = self._holder(post, party)
            else:
                post = shared_post(party.words, self.world.told)
                if post is not None and party.of:
                    party = self._holder(post, party)
            two = self._pointed(span) if not (party.ids or party.of) else ()
            found.extend(map(self.party, (name.span for name in two)) if two else (party,))
        return tuple(dict.fromkeys(found))

    def _holder(self, post: str, country: Party) -> Party:
        """Return who holds a post for a country: «وزيرا خارجية روسيا وكوريا» are a minister of each."""
        words = f"{post} {country.words if country.kind == 'place' else country.words.split()[-1]}"
        of, office = country.ids or country.of, office_of(post, self.world.told)
        stems = frozenset(_stems(post))
        return Party(
            words, "described", NOBODY, of, country.countries, stems, shared(frozenset({office} if office else ()))
        )

    def _pointed(self, span: Span) -> tuple[Name, ...]:
        return pointed_at(self.reading, span, self._names, self._country_of_name, self.world.told)

    def _country_of_name(self, name: Name) -> str | None:
        entity = self.world.members.get((self._article.id, name.entity))
        if entity is None or (name.type != "PER" and not self.world.is_country(entity)):
            return None
        return self.world.country(entity)

    def _without_verb(self, span: Span) -> Span:
        """Return a span without the verb that it begins with: «وتوجه وزير …» as well as «وزير …» is the minister."""
        for telling in self._telling:
            # A conjunction may stand before the verb.
            if span.start <= telling.start <= span.start + 1 and telling.end < span.end:
                rest = self._article.text[telling.end : span.end]
                return Span(span.end - len(rest.lstrip()), span.end) if rest.strip() else span
        return span

    def _party(self, span: Span) -> Party:
        words = _worded(self._article.text, span)
        inside = [name for name in self._names if name.span.meets(span)]
        people = [name for name in inside if name.type == "PER"]
        others = [name for name in inside if name.type != "PER"]
        plain = [word for word in find_words(self._article.text, span) if not _covered(word, inside)]
        described = frozenset(stem(word.norm) for word in plain if word.kind == "word")
        spelled = {code for word in plain for code in self._adjective(word.norm)}
        if people:
            ids = self._ids(people)
            role = self._ids(others)
            return self._build(words, "person", ids, role, spelled, described)
        if role_ids := self._of_country(self._by_role(span), spelled):
            return self._build(words, "person", role_ids, self._ids(others), spelled, described)
        if others and (others[0].span.start - span.start <= 2 or not described or self._is_name_of(span, others[0])):
            kind: PartyKind = "place" if others[0].type in _GENERIC_TYPES else "body"
            return self._build(words, kind, self._ids(others[:1]), self._ids(others[1:]), spelled, described)
        if not others and len(pointed := self._pointed(span)) == 1:
            return self._build(words, "place", self._ids(pointed), NOBODY, (), described)
        return self._build(words, "described", NOBODY, self._ids(others), spelled, described)

    def _is_name_of(self, span: Span, name: Name) -> bool:
        """Tell whether a name is that of the body described: «تنظيم «…»», «جماعة تطلق على نفسها «…»»."""
        before = self._article.text[span.start : name.span.start]
        return name.type not in _GENERIC_TYPES and (
            only_sorts(before, self.world.told) or is_called(before, self.world.told)
        )

    def entity_party(self, entity: str) -> Party | None:
        """Read the party that an entity of the article is, or None when the article has no such entity."""
        found = self._entities.get(entity)
        world_id = self.world.members.get((self._article.id, entity))
        if found is None:
            return None
        kind: PartyKind = "person" if found.type == "PER" else "place" if found.type in _GENERIC_TYPES else "body"
        ids = frozenset({world_id} if world_id else ())
        codes = {found.country} if found.country else set()
        return self._build(found.canonical, kind, ids, NOBODY, codes, frozenset(_stems(found.canonical)))

    def _build(
        self,
        words: str,
        kind: PartyKind,
        ids: frozenset[str],
        of: frozenset[str],
        codes: Iterable[str],
        described: frozenset[str],
    ) -> Party:
        countries = set(codes)
        for entity in ids | of:
            code = self.world.country(entity)
            if code:
                countries.add(code)
        offices = NOBODY
        if kind in ("person", "described"):
            held = (self.world.offices.get(entity, NOBODY) for entity in ids)
            worded = office_of(words, self.world.told)
            offices = shared(frozenset({worded} if worded else ()).union(*held))
        return _shared(Party(words, kind, ids, of, shared(frozenset(countries)), shared(described), offices))

    def _ids(self, names: Iterable[Name]) -> frozenset[str]:
        found = (self.world.members.get((self._article.id, name.entity)) for name in names)
        return shared(frozenset(entity for entity in found if entity is not None))

    def _by_role(self, span: Span) -> frozenset[str]:
        """Return the one person known by a role that the span words, where the article ties them."""
        holders = {
            world_id
            for entity in self._entities.values()
            if entity.type == "PER" and any(role.span.holds(span) or span.holds(role.span) for role in entity.roles)
            for world_id in [self.world.members.get((self._article.id, entity.id))]
            if world_id is not None
        }
        return shared(frozenset(holders)) if len(holders) == 1 else NOBODY

    def _of_country(self, holders: frozenset[str], spelled: set[str]) -> frozenset[str]:
        """Return the holders of a role but those of another country than it spells («وزير الخارجية الروسي»)."""
        own = (e for e in holders if not spelled or (self.world.country(e) or min(spelled)) in spelled)
        return shared(frozenset(own))

    def _adjective(self, norm: str) -> Iterator[str]:
        code = self.world.adjectives.get(norm)
        if code:
            yield code


def _worded(text: str, span: Span) -> str:
    """Return the words of a span, with the article where it was cut off with a preposition («للبيان»)."""
    words = span.of(text)
    cut = span.start > 0 and words.startswith("ل") and text[span.start - 1] == "ل"
    return f"ا{words}" if cut and text[max(0, span.start - 2) : span.start - 1].strip() in ("", "و") else words


def _covered(word: Word, names: list[Name]) -> bool:
    return any(name.span.meets(word.span) for name in names)


@lru_cache(maxsize=1 << 16)
def _relate(one: Party, other: Party, told: ToldWords) -> Relation:
    if one.ids & other.ids:
        return "same"
    apart = bool(one.countries and other.countries and not one.countries & other.countries)
    if one.kind == "person" and other.kind == "person":
        return "differ"
    if one.kind in _POSTED and other.kind in _POSTED and one.offices and other.offices:
        # A foreign minister is not the head of state.
        apart = apart or not one.offices & other.offices
    if one.kind == "described" and other.kind == "described":
        if apart:
            return "differ"
        alike = len(one.stems) >= 2 and one.stems == other.stems and one.countries == other.countries
        if alike and (one.of or not is_unnamed(one.words, told)):
            return "same"
        return "fits" if (one.stems & other.stems) or (one.of & other.of) else "unclear"
    if apart:
        return "differ"
    if one.ids & other.of or one.of & other.ids:
        return "fits"
    if one.countries & other.countries:
        return "fits" if "place" in (one.kind, other.kind) else "unclear"
    return "unclear"


def relate(one: Party, other: Party, world: World) -> Relation:
    """Tell whether two wordings mean the same participant.

    same: they name one entity, or one names a person and the other the role that the person is known by. fits: one
    stands for the other (a state for its minister, a body for its spokesman). differ: two persons, or two countries'.
    """
    found = _relate(one, other, world.told)
    if found in ("unclear", "fits"):
        for person, words in ((one, other), (other, one)):
            if person.kind == "person" and words.kind == "described" and _has_role(person, words, world):
                return "same"
    return found


def _has_role(person: Party, words: Party, world: World) -> bool:
    if len(words.stems) < 2:
        return False
    roles = [role for entity in person.ids for role in world.roles.get(entity, ())]
    if words.of and not words.countries & person.countries:
        # «وزراء خارجية الخليج» are not the foreign minister of anywhere.
        of = frozenset(s for e in words.of if e in world.entities for s in _stems(world.entities[e].canonical))
        return any(words.stems <= role and of & role for role in roles)
    return any(words.stems <= role for role in roles)
