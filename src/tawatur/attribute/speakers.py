"""Who speaks, across the article: names, titles that go back to a name, speakers known by their role alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from tawatur.attribute.drafts import Draft
from tawatur.attribute.holders import gender_of
from tawatur.attribute.phrase_parts import is_definite
from tawatur.attribute.phrases import read_phrase
from tawatur.attribute.view import Sight
from tawatur.model import Entity, EntityRole, Name, NameType, Span
from tawatur.text.fold import fold

_STOP = {"في", "من", "ال", "باسم", "لدي", "على", "علي", "نفسه", "نفسها", "ذاته", "ذاتها"}


def role_words(text: str) -> frozenset[str]:
    """Return the words of a role, folded, without articles and particles: what two wordings of it share."""
    words = (w[2:] if is_definite(w) else w for w in fold(text).split())
    return frozenset(w.strip('«»"،.#') for w in words if w not in _STOP) - {""}


@dataclass
class Cast:
    """The speakers of one article, growing as its statements are read in order.

    A working value of this module: `attribute` builds one for each article and drops it with the call.
    """

    entities: dict[str, Entity]
    names: tuple[Name, ...]
    roles: dict[str, list[tuple[str, frozenset[str]]]] = field(default_factory=dict)
    heads: dict[str, str] = field(default_factory=dict)
    genders: dict[str, str] = field(default_factory=dict)
    last: str | None = None

    @classmethod
    def of(cls, entities: Sequence[Entity], names: Sequence[Name]) -> Cast:
        """Begin with the entities of an article's names."""
        return cls({e.id: e for e in entities}, tuple(names))

    def new_id(self) -> str:
        """Return an id that no entity of the article has."""
        number = len(self.entities)
        while f"e{number}" in self.entities:
            number += 1
        return f"e{number}"

    def learn(self, sight: Sight) -> None:
        """Record the roles that a sentence gives to named people («وزير المالية سامي نادر»)."""
        for first, name in sight.name_from.items():
            if name.type != "PER" or name.entity not in self.entities:
                continue
            span = _role_before(sight, first) or _role_after(sight, sight.name_to[name.span.start])
            if span is not None:
                self._add_role(sight, name.entity, span)

    def _add_role(self, sight: Sight, entity: str, span: Span) -> None:
        text = span.of(sight.text)
        words = role_words(text)
        known = self.roles.setdefault(entity, [])
        if words and all(words != other for _, other in known):
            known.append((_head(text), words))
            country = self._country(sight, span)
            current = self.entities[entity]
            self.entities[entity] = replace(current, roles=(*current.roles, EntityRole(span, text, country)))
        self.heads.setdefault(_head(text), entity)

    def _country(self, sight: Sight, span: Span) -> str | None:
        for name in sight.names:
            if name.type == "GPE" and span.holds(name.span) and name.entity in self.entities:
                return self.entities[name.entity].country
        return None

    def resolve(self, sight: Sight, draft: Draft) -> str | None:
        """Return the id of a statement's speaker, adding one that is known by a role alone."""
        if draft.holder is None:
            return self._continued(draft)
        speaker = self._named(sight, draft) or self._titled(sight, draft) or self._by_role(sight, draft)
        gender = draft.gender if draft.pattern == "verb" and draft.number == "s" else gender_of(sight, draft.holder)
        if gender:
            self.genders[speaker] = gender
        if draft.pattern not in ("source", "reported"):
            self.last = speaker
        return speaker

    def _continued(self, draft: Draft) -> str | None:
        if draft.pattern not in ("verb", "participle") or self.last is None or draft.number == "p":
            return self.last if draft.number == "p" and draft.pattern == "verb" else None
        gender = self.genders.get(self.last, "")
        if draft.gender and gender and gender != draft.gender:
            return next((s for s, g in reversed(self.genders.items()) if g == draft.gender), None)
        return self.last

    def _named(self, sight: Sight, draft: Draft) -> str | None:
        assert draft.holder is not None
        inside = [n for n in sight.names if n.span.meets(draft.holder.span)]
        people = [n for n in inside if n.type == "PER"]
        head_is_role = sight.is_a("role", draft.holder.first) and draft.holder.first not in sight.name_from
        if people and not (head_is_role and _of_another(sight, draft, people[0])):
            return people[0].entity
        if inside and inside[0].span.start <= draft.holder.span.start + 1 and not people:
            return inside[0].entity
        first = sight.norm(draft.holder.first)
        if inside and not people and sight.lexicon.is_a("media", first):
            return inside[0].entity
        return None

    def _titled(self, sight: Sight, draft: Draft) -> str | None:
        """Return the person whose role the holder names by a definite title («الوزير», «الرئيس الروسي»)."""
        assert draft.holder is not None
        words = role_words(draft.holder.span.of(sight.text))
        norm = sight.norm(draft.holder.first)
        head = norm[2:] if is_definite(norm) else norm
        if not words:
            return None
        for entity, known in reversed(self.roles.items()):
            if any(words == role or (words < role and len(words) > 1 and head == first) for first, role in known):
                return entity
        if is_definite(norm) and draft.holder.last == draft.holder.first + 1:
            return self._body(sight, draft, head) or self.heads.get(head)
        return None

    def _body(self, sight: Sight, draft: Draft, head: str) -> str | None:
        """Return the body named last before a holder that repeats its class word («الوزارة» after «وزارة الدفاع»)."""
        assert draft.holder is not None
        for name in reversed(self.names):
            known = self.entities.get(name.entity)
            if known is None or name.type != "ORG" or name.span.start >= draft.holder.span.start:
                continue
            if _head(known.canonical) == head:
                return name.entity
        return None

    def _by_role(self, sight: Sight, draft: Draft) -> str:
        assert draft.holder is not None
        text = draft.holder.span.of(sight.text)
        kind: NameType = "PER" if sight.is_a("role", draft.holder.first) else "ORG"
        entity = Entity(
            self.new_id(), text, kind, roles=(EntityRole(draft.holder.span, text),) if kind == "PER" else ()
        )
        self.entities[entity.id] = entity
        self.roles.setdefault(entity.id, []).append((_head(text), role_words(text)))
        self.heads.setdefault(_head(text), entity.id)
        return entity.id


def _head(text: str) -> str:
    first = next(iter(fold(text).split()), "")
    return first[2:] if is_definite(first) else first


def _of_another(sight: Sight, draft: Draft, name: Name) -> bool:
    """Tell whether the name in a holder is another's («والدة سامي», «محامي نادر», «مكتب …»)."""
    assert draft.holder is not None
    first = sight.norm(draft.holder.first)
    word = next((w for w in sight.words if w.span.start <= name.span.start < w.span.end), None)
    beside = word is not None and word.index == sight.words[draft.holder.first].index + 1
    return beside and sight.lexicon.is_a("belonging", first)


def _role_before(sight: Sight, first: int) -> Span | None:
    """Return the title that ends right before the name at word `first`."""
    end = first
    if sight.is_comma(first - 1):
        end = first - 1
    for start in range(max(0, first - 10), end):
        if sight.is_mark(start) or start in sight.named:
            continue
        norm = sight.norm(start)
        cut = 0
        if not sight.is_a("role", start):
            rest = norm[1:]
            bare = rest[2:] if is_definite(rest) else rest
            if norm[:1] not in "وفبل" or not sight.lexicon.is_a("role", bare):
                continue
            cut = 1
        phrase = read_phrase(sight, start, cut=cut)
        if phrase is not None and phrase.first <= first < phrase.last:
            return Span(phrase.span.start, sight.words[end - 1].span.end)
    return None


def _role_after(sight: Sight, last: int) -> Span | None:
    if not sight.is_comma(last) or not sight.is_a("role", last + 1):
        return None
    phrase = read_phrase(sight, last + 1)
    return phrase.span if phrase is not None else None


def is_anonymous(sight: Sight, draft: Draft) -> bool:
    """Tell whether the holder is a source that the text does not identify («مصدر أمني», «مسؤولون أميركيون»)."""
    holder = draft.holder
    if holder is None:
        return False
    if any(n.type == "PER" and n.span.meets(holder.span) for n in sight.names):
        return False
    first = sight.norm(holder.first)
    lexicon = sight.lexicon
    bare = first[2:] if is_definite(first) else first
    if lexicon.is_a("anonymous", bare):
        return True
    after = [w.norm for w in sight.words[holder.last : holder.last + 12]]
    if "هويته" in after or "اسمه" in after or "هويتها" in after or "اسمها" in after:
        return True
    return not is_definite(first) and lexicon.is_a("unnamed", first)
