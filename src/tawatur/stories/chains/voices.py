"""Voices: what a wording of a source says of whose voice it is: a person, a body, who speaks for one, somebody unnamed.

«بيان صادر عن وزارة الداخلية», «المتحدث باسم الداخلية العميد …» and «الوزارة» are read into what can be compared
(one_voice.py): people by their names, bodies by what they are for and where, unnamed sources by their sector.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import Literal

from tawatur.lexicon.join_words import JoinLexicon, forms
from tawatur.model import Name, Reading, Span
from tawatur.stories.chains.whole import whole_holder
from tawatur.stories.entities.persons import person_parts
from tawatur.stories.happenings.parties import World
from tawatur.stories.sparing import shared
from tawatur.stories.wording import stem
from tawatur.text.words import Word, find_words, without_article

Speaks = Literal["itself", "spokesman", "head", "member"]
# Words that begin another source behind «و».
_BEGINNING = ("anonymous", "spokesman", "head", "unit")
_PLACES = ("GPE", "LOC", "FAC")
# Words behind a word for a sort of body that may tell which it is.
_PHRASE = 5
# Code points behind a name in which a family's name may follow.
_FAMILY = 30
_NAMELESS: frozenset[tuple[str, ...]] = frozenset()
_CHIEF = frozenset({"رييس", "رييسه"})
_CABINET = frozenset({"حكومه"})


@dataclass(frozen=True, slots=True)
class Body:
    """A body as worded: its entities, what it is for, words that only sort it («مديرية»), towns and countries."""

    ids: frozenset[str] = frozenset()
    core: frozenset[str] = frozenset()
    sorts: frozenset[str] = frozenset()
    towns: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    state: bool = False

    @property
    def bare(self) -> bool:
        """Tell whether the words tell a sort of body alone («الوزارة», «المكتب»)."""
        return not self.core


@dataclass(frozen=True, slots=True)
class Role:
    """For which body somebody speaks, and how: for oneself, as a spokesman, at its head, or not at all."""

    speaks: Speaks
    body: Body


@dataclass(frozen=True, slots=True)
class Voice:
    """Whose voice a wording tells: a person's names, the roles, the sectors of unnamed sources, titles.

    `names` are folded parts of names, of one person; `unnamed` tells that people without a name speak, `paper` that the
    words are «البيان», whose it is being told elsewhere in the article.
    """

    label: str
    names: frozenset[tuple[str, ...]] = frozenset()
    roles: tuple[Role, ...] = ()
    ranks: frozenset[str] = frozenset()
    sectors: frozenset[str] = frozenset()
    unnamed: bool = False
    words: tuple[str, ...] = ()
    paper: bool = False


class VoiceReader:
    """Reads the voices of one article's sources."""

    def __init__(self, reading: Reading, world: World, lexicon: JoinLexicon) -> None:
        self._reading = reading
        self._text = reading.article.text
        self._world = world
        self._lexicon = lexicon
        self._names = sorted(reading.names, key=lambda name: name.span)

    def voice(self, holder: Span | None, speaker: str | None = None, *, unnamed: bool = False) -> Voice | None:
        """Return the voice of a holder's words and of the entity that speaks, known elsewhere by name or role."""
        if holder is None and speaker is not None:
            # «وتابعت أن …»: who goes on was worded in full before.
            holder = next((s.holder for s in self._reading.statements if s.holder and s.speaker == speaker), None)
        worded = self._worded(holder, unnamed=unnamed) if holder is not None else None
        entity = self._world.members.get((self._reading.article.id, speaker)) if speaker is not None else None
        known = self.known(entity) if entity is not None else None
        if worded is None or known is None:
            return worded or known
        if known.names and not worded.names and _of_another_post(worded.roles, known.roles):
            # «الرئيس» is not whom the article tied it to, if that is known as the vice-president.
            return worded
        if known.names and not worded.roles and not worded.names:
            worded = replace(worded, names=known.names)
        more = tuple(role for role in known.roles if role not in worded.roles)
        if known.names or any(role.body.bare for role in worded.roles if role.speaks == "itself"):
            # «الوزارة» is the ministry that the article tied it to.
            worded = replace(worded, roles=(*worded.roles, *more), names=worded.names | known.names)
        return worded

    def _worded(self, holder: Span, *, unnamed: bool) -> Voice:
        span = whole_holder(self._text, holder, self._names, self._lexicon)
        names = [name for name in self._names if name.span.meets(span)]
        people = [name for name in names if name.type == "PER"]
        words = [word for word in find_words(self._text, span) if word.kind != "mark" or word.text in "،,"]
        if not people:
            # «المكتب المركزي …، الهيئة الجديدة التي …»: what follows a comma says the same of the body once more.
            comma = next((n for n, word in enumerate(words) if word.kind == "mark" and n), len(words))
            words = words[:comma]
        plain = [w for w in words if w.kind != "mark" and not any(n.span.meets(w.span) for n in people)]
        others = [name for name in names if name.type != "PER" and name.span.start < words[-1].span.end]
        parts_of = [self._role(part, [n for n in others if any(n.span.meets(w.span) for w in part)])
                    for part in self._several(plain)]  # fmt: skip
        roles = [role for role, _, _ in parts_of if role is not None]
        if len(roles) == 1 and roles[0].speaks == "itself" and not people and _points(roles[0].body):
            roles = [self._before(holder, roles[0].body) or roles[0]]
        sectors = shared(frozenset[str]().union(*(found for _, found, _ in parts_of)))
        ranks = shared(frozenset[str]().union(*(found for _, _, found in parts_of)))
        parts = frozenset(person_parts(self._whole_name(name.span)) for name in people[:1]) or _NAMELESS
        label = holder.of(self._text)
        norms = tuple(without_article(w.norm) for w in plain if not self._is("rank", w.norm))
        return Voice(label, parts, tuple(roles), ranks, sectors, unnamed and not people, norms)

    def _whole_name(self, name: Span) -> str:
        """Return a person's name with a family's name behind it that was not read as its part («سرحد» «الجاف»)."""
        text = self._text
        behind = list(find_words(text, Span(name.end, min(len(text), name.end + _FAMILY))))[:2]
        if len(behind) < 2 or text[name.end : behind[0].span.start].strip():
            return name.of(text)
        family = behind[0].norm.startswith("ال") and behind[0].kind == "word"
        ends = behind[1].kind == "mark" or behind[1].norm in ("ان", "انه", "انها", "في")
        return text[name.start : behind[0].span.end] if family and ends else name.of(text)

    def known(self, entity: str) -> Voice | None:
        """Return what other articles tell of an entity: a person's spellings and roles, a body's name."""
        found = self._world.entities.get(entity)
        if found is None:
            return None
        if found.type == "PER":
            names = frozenset(map(person_parts, found.spellings)) if entity in self._world.named else frozenset()
            roles = tuple(
                role
                for known in found.roles
                if (role := self._read_role(known.text, known.country or found.country)) is not None
            )
            return Voice(found.canonical, names, roles)
        if found.type not in ("ORG", "FAC"):
            return None
        role = self._read_role(found.canonical, found.country)
        return Voice(found.canonical, roles=(role,) if role else ())

    def _read_role(self, words: str, country: str | None) -> Role | None:
        # What a comma parts off may be another's.
        role, _, _ = self._role([w for w in find_words(words.replace(",", "،").split("،")[0]) if w.kind == "word"], [])
        if role is not None and country and not role.body.countries:
            role = replace(role, body=replace(role.body, countries=frozenset({country})))
        return role

    def _several(self, words: Sequence[Word]) -> list[list[Word]]:
        """Part words that tell of several sources («الجيش ومكتب الحاكم», «المرصد وشهود»), each with its own."""
        parts: list[list[Word]] = [[]]
        for word in words:
            rest = without_article(word.norm[1:]) if word.norm.startswith("و") else ""
            begins = any(rest in self._lexicon.sources[k] for k in _BEGINNING) or rest in self._lexicon.body_fields
            if rest and parts[-1] and begins:
                parts.append([])
            parts[-1].append(word)
        return parts

    def _before(self, holder: Span, body: Body) -> Role | None:
        """Return the body that bare words mean («الوزارة»): the last told before in the article by the same word."""
        before = takewhile(lambda word: word.span.end <= holder.start, find_words(self._text))
        earlier = [word for word in before if word.kind == "word"]
        for at in range(len(earlier) - 1, -1, -1):
            word = earlier[at]
            sort = stem(word.norm) in body.sorts
            if not sort and not (body.core and self._lexicon.body_field(word.norm) in body.core):
                continue
            name = next((n for n in self._names if n.type == "ORG" and n.span.meets(word.span)), None)
            span = name.span if name is not None else self._phrase(earlier, at)
            span = whole_holder(self._text, span, self._names, self._lexicon)
            inside = [n for n in self._names if n.type != "PER" and n.span.meets(span)]
            words = [w for w in find_words(self._text, span) if w.kind == "word"]
            role, _, _ = self._role(words, inside)
            if role is not None and _tells_more(role.body, body):
                return replace(role, speaks="itself")
        return None

    def _phrase(self, words: Sequence[Word], at: int) -> Span:
        """Return a word with those behind it that tell which body it is: places, nations, what it is for."""
        end = at
        while end + 1 < len(words) and end - at < _PHRASE and self._tells(words[end + 1]):
            end += 1
        return Span(words[at].span.start, words[end].span.end)

    def _tells(self, word: Word) -> bool:
        place = any(n.type in _PLACES and n.span.meets(word.span) for n in self._names)
        kinds = ("ground", "unit", "quality")
        return (
            place
            or self._nation(word.norm) is not None
            or self._lexicon.body_field(word.norm) is not None
            or any(self._is(kind, word.norm) for kind in kinds)
        )

    def _role(self, words: Sequence[Word], names: Sequence[Name]) -> tuple[Role | None, frozenset[str], frozenset[str]]:
        """Return for whom words speak, with the sectors and titles that they tell."""
        sectors = frozenset(s for w in words if (s := self._lexicon.sector(w.norm)) is not None)
        ranks = frozenset(stem(w.norm) for w in words if self._is("rank", w.norm))
        rest = [w for w in words if not self._is("rank", w.norm)]
        speaks: Speaks = "itself"
        while rest and (self._is_paper(rest[0].norm) or rest[0].norm in self._letting):
            rest = rest[1:]
        if any(self._is("deputy", w.norm) for w in rest[:3]) or any(self._is("former", w.norm) for w in rest):
            speaks = "member"
            rest = [w for w in rest if not self._is("deputy", w.norm)]
        spoken = next((n for n, w in enumerate(rest) if self._is("spokesman", w.norm)), None)
        heads = [n for n, w in enumerate(rest) if self._is_head(w.norm)]
        body = rest
        if spoken is not None:
            speaks = speaks if speaks == "member" else "spokesman"
            body = rest[spoken + 1 :]
        elif heads:
            speaks = speaks if speaks == "member" else "head"
            body = rest[heads[-1] + 1 :]
        post = _post([w.norm for w in rest], heads)
        built = self._body(body, names, post)
        if built == Body() and speaks == "itself":
            return None, sectors, ranks
        return Role(speaks, built), sectors, ranks

    def _body(self, words: Iterable[Word], names: Sequence[Name], post: str | None) -> Body:
        core: set[str] = set()
        sorts: set[str] = set()
        towns: set[str] = set()
        countries: set[str] = set()
        ids: set[str] = set()
        state = False
        article = self._reading.article.id
        for name in names:
            entity = self._world.members.get((article, name.entity))
            if name.type in ("GPE", "LOC"):
                country = self._world.country(entity) if entity else None
                if entity and self._world.is_country(entity) and country:
                    countries.add(country)
                else:
                    towns.update(self._town(name.span.of(self._text)))
                    towns.update(self._town(self._world.entities[entity].canonical) if entity else ())
            elif entity is not None and name.type == "ORG" and entity in self._world.named:
                ids.add(entity)
        for word in words:
            norm = word.norm
            inside = next((n for n in names if n.span.meets(word.span)), None)
            if (inside is not None and inside.type in ("GPE", "LOC")) or norm in self._letting:
                continue
            if (code := self._nation(norm)) is not None:
                countries.add(code)
            elif (field := self._lexicon.body_field(norm)) is not None:
                core.add(field)
            elif self._is("state", norm):
                # «صحيفة موالية للحكومة» is no government.
                state = state or not (core or sorts)
                sorts.add(stem(norm))
            elif self._is("unit", norm):
                sorts.add(stem(norm))
            elif len(norm) > 1 and not any(self._is(kind, norm) for kind in ("ground", "quality", "anonymous")):
                core.add(stem(norm))
        if post and not core and (state or not sorts):
            core.add(post)
        if countries and names and not (core or sorts or towns or ids):
            # «باكستان», for those who speak for it.
            state = True
        told = [shared(frozenset(one)) for one in (ids, core, sorts, towns, countries)]
        return Body(told[0], told[1], told[2], told[3], told[4], state)

    @property
    def _letting(self) -> frozenset[str]:
        return self._lexicon.sources["letting"]

    def _town(self, name: str) -> frozenset[str]:
        words = (w.norm for w in find_words(name) if w.kind == "word")
        return frozenset(stem(norm) for norm in words if not self._is("ground", norm))

    def _nation(self, norm: str) -> str | None:
        return next(
            (
                code
                for form in (norm, *forms(norm))
                if (code := self._world.adjectives.get(form) or self._lexicon.nations.get(form)) is not None
            ),
            None,
        )

    def _is(self, kind: str, norm: str) -> bool:
        return self._lexicon.is_source_word(kind, norm)

    def _is_head(self, norm: str) -> bool:
        return self._is("head", norm) and not self._is("ground", norm)

    def _is_paper(self, norm: str) -> bool:
        return self._is("channel", norm) or self._is("report", norm)


def _of_another_post(worded: Sequence[Role], known: Sequence[Role]) -> bool:
    """Tell whether words tell who is at the head of a body, and a person is known by other posts alone."""
    heads = [role for role in worded if role.speaks == "head" and role.body.core and role.body.countries]
    if not heads or not known:
        return False
    return not any(k.speaks == "head" and k.body.core & role.body.core for k in known for role in heads)


def _points(body: Body) -> bool:
    """Tell whether a body's words are a sort or a field alone («الوزارة», «الشرطة») and may point back."""
    return not (body.ids or body.towns or body.countries) and len(body.core) + len(body.sorts) == 1


def _tells_more(found: Body, bare: Body) -> bool:
    return bool(found.towns or found.countries or found.core - bare.core or found.ids)


def _post(norms: Sequence[str], heads: Sequence[int]) -> str | None:
    """Return the post of a head of state or of government, who is at the head of no body that the words tell."""
    for at in heads[:1]:
        following = without_article(norms[at + 1]) if at + 1 < len(norms) else ""
        if any(form in _CHIEF for form in forms(norms[at])):
            return "cabinet" if following in _CABINET else "president"
        return stem(norms[at])
    return None
