"""Tracing: the chain of every statement and event of one article, from who says it to the outlet."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from tawatur.lexicon.join_words import JoinLexicon
from tawatur.lexicon.outlets import bare_name
from tawatur.model import Chain, CopyGroup, Event, Link, Reading, Span, Statement
from tawatur.stories.chains.passages import Passage, find_passages, nameless_credit
from tawatur.stories.chains.sources import Source, SourceReader, outlet_source
from tawatur.stories.chains.voices import Voice
from tawatur.stories.happenings.parties import PartyReader, World
from tawatur.stories.sparing import shared
from tawatur.text.fold import fold

# Folded letters of an article in which its dateline ends: place, date, agency and their brackets.
_DATELINE = 120
# Sentences around an article's own words in which whoever it quotes may be their source.
_NEAR = 2


@dataclass(frozen=True, slots=True)
class Setting:
    """What other articles tell of one: its copy group, who is behind that, the sentences that no copy has, all outlets.

    `shared` are the credits of its copies; `outlets` maps bare names of outlets and agencies to their keys.
    """

    copy: str | None = None
    shared: tuple[Source, ...] = ()
    added: frozenset[int] = frozenset()
    outlets: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Traced:
    """A chain with the keys of its origin and of its carriers, and the text (copy group or article) it stands in.

    `sourced` tells that a source is given: a holder or a credit, and not the outlet alone. `own` are an article's own
    words, without a holder. `voice` is what the words for the origin tell, `points` the wording that they point back
    to, `sentence` the place of the statement in its article; `papers` tells of a paper told of before («البيان»),
    `quoted` are the keys of those whom the article quotes beside its own words, `through` the voices of the carriers.
    """

    chain: Chain
    origin: frozenset[str]
    carriers: frozenset[str]
    text: str
    sourced: bool = True
    own: bool = False
    voice: Voice | None = None
    points: str = ""
    sentence: int = 0
    papers: bool = False
    quoted: frozenset[str] = frozenset()
    through: tuple[Voice, ...] = ()


class ChainTracer:
    """Traces the chains of one article; `credits` are the agencies that it credits itself."""

    def __init__(
        self,
        parties: PartyReader,
        world: World,
        lexicon: JoinLexicon,
        credits: tuple[Source, ...],
        setting: Setting,
    ) -> None:
        self._reading = reading = parties.reading
        self._sources = SourceReader(reading, world, lexicon, parties, setting.outlets)
        self._outlet = outlet_source(reading.article.outlet, lexicon)
        # «المصدر: …» often names the outlet itself, which is no carrier before it.
        self._own_credits = tuple(c for c in credits if c.link.key != self._outlet.link.key)
        own = {self._outlet.link.key, *(c.link.key for c in self._own_credits)}
        self._credits = (*self._own_credits, *(c for c in setting.shared if c.link.key not in own))
        self._added = setting.added
        self._nameless = next((c for c in reading.article.credits if nameless_credit(c.exact)), None)
        self._passages = find_passages(reading, lexicon)
        self._text = setting.copy or reading.article.id
        self._copied = setting.copy is not None
        self._statements: dict[int, Traced] = {}

    def statement(self, index: int) -> Traced:
        """Trace a statement: its holder, its carriers, those who report it in turn, the credits, the outlet."""
        if index not in self._statements:
            statement = self._reading.statements[index]
            origin = self._origin(index, statement)
            carriers = [self._sources.carrier(via, origin) for via in statement.via]
            for outer in self._outer(index, statement):
                carriers.append(_as_carrier(self._sources.holder(outer, "carrier")))
                carriers.extend(self._sources.carrier(via, origin) for via in outer.via)
            added = statement.sentence in self._added
            credits = self._credits_at(statement.content.start, added=added)
            traced = replace(self._traced(origin, carriers, credits), sentence=statement.sentence)
            self._statements[index] = replace(traced, text=self._reading.article.id) if added else traced
        return self._statements[index]

    def _origin(self, index: int, statement: Statement) -> Source:
        """Return who makes a statement: of what was found («الدلائل الأولية تشير») whoever tells of the finding."""
        origin = self._sources.holder(statement)
        if not origin.finding:
            return origin
        through = (replace(statement, holder=via, speaker=None) for via in statement.via)
        tellers = (t for t in (*self._outer(index, statement), *through) if not self._sources.is_outlet(t))
        return next((teller for t in tellers if (teller := self._sources.holder(t)).link.key is not None), origin)

    def is_outlet(self, index: int) -> bool:
        """Tell whether a statement's holder is an agency, an outlet or unnamed media."""
        return self._sources.is_outlet(self._reading.statements[index])

    def join(self, index: int, key: str) -> None:
        """Give the origin of a statement one more key: that of the utterance that other articles report as well."""
        self._statements[index] = joined(self.statement(index), key)

    def event(self, event: Event) -> Traced:
        """Trace the report of an event: its statement, else the agency credited or copied from, else the outlet.

        An event that is an act of speaking («نفى», «اتهم») goes back to who speaks, as its statement does.
        """
        if (spoken := self._spoken_by(event)) is not None:
            return self.statement(spoken)
        if event.statement is not None and event.statement < len(self._reading.statements):
            return self.statement(event.statement)
        return self._unsourced(event.trigger.start)

    def telling(self, span: Span) -> Traced:
        """Trace what tells the words of a span: the innermost statement that holds them, else the article itself."""
        said = enumerate(self._reading.statements)
        holding = [(s.content.end - s.content.start, n) for n, s in said if s.content.holds(span)]
        return self.statement(min(holding)[1]) if holding else self._unsourced(span.start)

    def _spoken_by(self, event: Event) -> int | None:
        """Return the first statement whose cue is the event's trigger, or None."""
        said = enumerate(self._reading.statements)
        return next((n for n, s in said if s.cue is not None and s.cue.meets(event.trigger)), None)

    def _unsourced(self, place: int) -> Traced:
        """Trace what an article tells in its own words at a place of its text."""
        passage = self._passage(place)
        if passage is not None and not passage.whole:
            return self._traced(passage.source, [], self._credits_at(place))
        return replace(self._own_words(place, passage), own=True, quoted=self._quoted_near(place))

    def _quoted_near(self, place: int) -> frozenset[str]:
        """Return the keys of those who are quoted in the sentences around a place of the article."""
        at = next((s.index for s in self._reading.sentences if s.span.start <= place < s.span.end), None)
        if at is None:
            return frozenset()
        near = [s for s in self._reading.statements if abs(s.sentence - at) <= _NEAR and s.holder is not None]
        found = frozenset[str]().union(*(self._sources.holder(s).keys for s in near if not s.anonymous))
        return shared(frozenset(key for key in found if not key.startswith(("outlet:", "org:", "owner:"))))

    def _own_words(self, place: int, passage: Passage | None) -> Traced:
        credits = self._credits_at(place)
        if credits:
            first, *others = credits
            origin = replace(first, link=replace(first.link, kind="origin"))
            return self._traced(origin, [*map(_as_carrier, others)], credits)
        if self._nameless is not None or (passage is not None and passage.whole):
            # «وكالات»: some agency, and which is not told.
            words = self._nameless.exact if self._nameless else passage.source.link.label if passage else ""
            return self._traced(Source(Link("origin", words, None, self._nameless), frozenset()), [], ())
        if self._outlet.link.key is None:
            return replace(self._traced(Source(Link("origin", "", None), frozenset()), [], ()), sourced=False)
        origin = replace(self._outlet, link=replace(self._outlet.link, kind="origin"))
        traced = replace(self._traced(origin, [], ()), sourced=False)
        # One text under two names has one origin, whoever it is.
        return replace(traced, origin=traced.origin | {f"copy:{self._text}"}) if self._copied else traced

    def _passage(self, place: int) -> Passage | None:
        return next((p for p in self._passages if p.span.start <= place < p.span.end), None)

    def _credits_at(self, place: int, *, added: bool = False) -> tuple[Source, ...]:
        """Return the agencies behind a place of the article: those of its passage, where it is one of several.

        An `added` sentence stands in no copy of the article: who is behind the copies is not behind it.
        """
        passage = next((p for p in self._passages if p.whole and p.span.start <= place < p.span.end), None)
        if passage is None:
            return self._own_credits if added else self._credits
        own = _as_carrier(passage.source)
        return (own,) if own.link.key is not None and own.link.key != self._outlet.link.key else ()

    def _outer(self, index: int, statement: Statement) -> list[Statement]:
        """Return the statements that report this one, the nearest first; who denies it carries nothing of it."""
        place = statement.cue or statement.content
        found = [
            other
            for number, other in enumerate(self._reading.statements)
            if number != index
            and other.stance != "deny"
            and other.content.holds(place)
            and (other.content != statement.content or self._carries(other, statement))
            and (other.speaker is None or other.speaker != statement.speaker)
        ]
        return sorted(found, key=lambda other: (other.content.end - other.content.start, other.content))

    def _carries(self, other: Statement, statement: Statement) -> bool:
        """Of two sources given for the same words, the agency is the carrier of the other."""
        return self._sources.is_outlet(other) and not self._sources.is_outlet(statement)

    def _traced(self, origin: Source, carriers: Iterable[Source], credits: Iterable[Source]) -> Traced:
        kept: list[Source] = []
        carriers = [*carriers, *map(_as_carrier, credits)]
        seen = {origin.link.key} - {None}
        names = {_bare(origin.link.label)} - {""}
        outlet = self._outlet.link
        keys: set[str] = set()
        for carrier in carriers:
            name = _bare(carrier.link.label)
            if name and name == _bare(outlet.label):
                # «قال لجريدة السهل» in that very paper: its own reporting, and no carrier before it.
                outlet = outlet if outlet.anchor else replace(outlet, anchor=carrier.link.anchor)
                continue
            keys |= carrier.keys
            if (carrier.link.key is None or carrier.link.key not in seen) and name not in names:
                kept.append(carrier)
                seen.add(carrier.link.key)
                names.add(name)
        links = (origin.link, *(carrier.link for carrier in kept), outlet)
        chain = Chain(self._reading.article.id, links, origin.link.key is not None)
        carried = shared(frozenset(keys) - origin.keys)
        through = tuple(carrier.voice for carrier in kept if carrier.voice is not None)
        own = replace(Traced(chain, origin.keys, carried, self._text), voice=origin.voice, through=through)
        return replace(own, points=origin.points, papers=origin.papers)


def of_one_text(traced: Traced, text: str) -> Traced:
    """Return a chain as standing in a text that several articles have in common: its origin, if known, is one."""
    return replace(joined(traced, f"copy:{text}"), text=text)


def joined(traced: Traced, key: str) -> Traced:
    """Return a chain whose origin, if it is known, is also known under a key."""
    return replace(traced, origin=traced.origin | {key}) if traced.chain.known else traced


def _bare(label: str) -> str:
    """Return an agency's label without its class word: the credit «الضفاف» is the text's «وكالة الضفاف»."""
    return bare_name(label) or fold(label).strip()


def _as_carrier(source: Source) -> Source:
    # An owner makes outlets one as origins; two agencies that carry something are one only if they are the same.
    keys = frozenset(key for key in source.keys if not key.startswith("owner:"))
    return Source(replace(source.link, kind="carrier"), keys, source.voice)


def own_credits(readings: Mapping[str, Reading], lexicon: JoinLexicon) -> dict[str, tuple[Source, ...]]:
    """Return the agencies that each article credits itself."""
    return {article: _own_credits(reading, lexicon) for article, reading in readings.items()}


def shared_credits(
    credits: Mapping[str, tuple[Source, ...]], copies: Iterable[CopyGroup], lexicon: JoinLexicon
) -> dict[str, tuple[Source, ...]]:
    """Return the agencies behind each copy of a text: those that it and the other copies credit.

    A copy without the credit goes through the same agency as the text it copies; so copies can never raise a count.
    """
    found = dict(credits)
    for group in copies:
        shared: dict[str | None, Source] = {}
        if group.origin:
            anchor = group.evidence[0] if group.evidence else None
            source = outlet_source(group.origin, lexicon, "carrier", anchor)
            shared[source.link.key] = source
        for article in group.articles:
            for source in found.get(article, ()):
                shared.setdefault(source.link.key, source)
        for article in group.articles:
            own = {source.link.key: source for source in found.get(article, ())}
            found[article] = tuple({**own, **{key: s for key, s in shared.items() if key not in own}}.values())
    return found


def known_outlets(
    readings: Mapping[str, Reading], credits: Mapping[str, tuple[Source, ...]], lexicon: JoinLexicon
) -> dict[str, str]:
    """Return the keys of all outlets that articles come from and agencies that they credit, by their bare names."""
    outlets = (outlet_source(reading.article.outlet, lexicon) for reading in readings.values())
    every = (*outlets, *(source for own in credits.values() for source in own))
    named = {(_bare(source.link.label), source.link.key) for source in every if source.link.key is not None}
    return {name: key for name, key in sorted(named, reverse=True) if name}


def _own_credits(reading: Reading, lexicon: JoinLexicon) -> tuple[Source, ...]:
    found: dict[str | None, Source] = {}
    for credit in reading.article.credits:
        outlet = lexicon.outlets.named(credit.exact, marked=True)
        # A credit that nothing shows to be an agency or outlet is a byline: the person who writes for the outlet.
        if outlet is not None or _shown_as_agency(reading.article.text, credit.exact):
            source = outlet_source(credit.exact, lexicon, "carrier", credit)
            found.setdefault(source.link.key, source)
    return tuple(found.values())


def _shown_as_agency(text: str, name: str) -> bool:
    """Tell whether an article shows a name to be an agency's: after «وكالة», or in brackets at the dateline's end."""
    form = re.escape(fold(name).strip())
    folded = fold(text)
    return bool(form) and (
        re.search(rf"وكاله (?:انباء )?[«\"“]?{form}(?!\w)", folded) is not None
        or re.search(rf"\({form}\)\s*[-–—:]", folded[:_DATELINE]) is not None
    )
