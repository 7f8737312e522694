"""Contested: what statements of a story tell against each other, whether or not an event carries it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from tawatur.lexicon.join_words import JoinLexicon
from tawatur.model import Anchor, Difference, Given, Happening, Reading, Span
from tawatur.model.stories import Attribute
from tawatur.stories.chains.one_voice import one_voice
from tawatur.stories.chains.trace import ChainTracer, Traced
from tawatur.stories.contested.blamed import Blamed, blames, opposed
from tawatur.stories.contested.clauses import Clause, clauses_of
from tawatur.stories.contested.denied import Denied, denials
from tawatur.stories.contested.matching import affirmed
from tawatur.stories.disagreements.claims import Claim, claim_of, compare
from tawatur.stories.happenings.mentions import published_days
from tawatur.stories.happenings.parties import PartyReader
from tawatur.text.fold import fold


@dataclass(frozen=True, slots=True)
class Side:
    """A value as one place of a story gives it, with the chain behind it."""

    article: str
    value: str
    span: Span
    traced: Traced
    named: frozenset[str]


Pair = tuple[Side, Side]


@dataclass(frozen=True, slots=True)
class Articles:
    """The articles of one story, with what traces their chains."""

    story: str
    readings: Mapping[str, Reading]
    tracers: Mapping[str, ChainTracer]
    parties: Mapping[str, PartyReader]
    clauses: Mapping[str, Sequence[Clause]]
    lexicon: JoinLexicon

    def side(self, article: str, value: str, span: Span, statement: int | None) -> Side:
        """Return a value told at a place: the sentence that holds it is its evidence."""
        reading, tracer = self.readings[article], self.tracers[article]
        traced = tracer.statement(statement) if statement is not None else tracer.telling(span)
        sentence = next((s.span for s in reading.sentences if s.span.holds(Span(span.start, span.start + 1))), span)
        return Side(article, value, sentence, traced, self._named(article, statement))

    def are_two(self, one: Side, other: Side) -> bool:
        """Tell whether two sources are surely not one: each names somebody else, or nothing makes them one voice."""
        if not one.traced.origin or not other.traced.origin or one.traced.origin & other.traced.origin:
            return False
        if one.named and other.named and not one.named & other.named:
            return True
        return (
            one.traced.voice is None
            or other.traced.voice is None
            or one_voice(one.traced.voice, other.traced.voice) is None
        )

    def _named(self, article: str, statement: int | None) -> frozenset[str]:
        """Return the names in the words for who makes a statement."""
        reading = self.readings[article]
        holder = reading.statements[statement].holder if statement is not None else None
        inside = (name for name in reading.names if holder is not None and holder.holds(name.span))
        return frozenset(fold(name.span.of(reading.article.text)) for name in inside)


def contested(
    story: str,
    articles: Iterable[str],
    readings: Mapping[str, Reading],
    tracers: Mapping[str, ChainTracer],
    parties: Mapping[str, PartyReader],
    lexicon: JoinLexicon,
    happenings: Sequence[Happening],
) -> tuple[Difference, ...]:
    """Return what the statements of a story tell against each other: status."""
    own = {article: readings[article] for article in articles}
    told = Articles(story, own, tracers, parties, {a: clauses_of(r, lexicon) for a, r in own.items()}, lexicon)
    found: list[Difference] = []
    for pairs in _groups(_statuses(told)):
        found.extend(_differences(told, "status", pairs, happenings))
    for pairs in _groups(_actors(told)):
        found.extend(_differences(told, "actor", pairs, happenings))
    return tuple(found)


def _statuses(told: Articles) -> list[Pair]:
    pairs: list[Pair] = []
    for article, reading in told.readings.items():
        for denied in denials(reading, told.clauses[article], told.lexicon):
            against = told.side(article, "denied", denied.span, denied.statement)
            for clause in affirmed(denied, told.clauses, told.readings, told.lexicon):
                side = told.side(clause.article, "actual", clause.span, _teller(told, denied, clause))
                if told.are_two(side, against):
                    pairs.append((side, against))
    return pairs


def _actors(told: Articles) -> list[Pair]:
    every = [blamed for article in told.readings for blamed in blames(told.parties[article], told.lexicon)]
    pairs: list[Pair] = []
    for one, other in combinations(every, 2):
        if opposed(one, other, told.lexicon):
            pair = _blame(told, one), _blame(told, other)
            if told.are_two(*pair):
                pairs.append(pair)
    return pairs


def _blame(told: Articles, blamed: Blamed) -> Side:
    statement = told.readings[blamed.article].statements[blamed.statement]
    value = f"نفي: {blamed.words}" if blamed.role == "cleared" else blamed.words
    return told.side(blamed.article, value, statement.content, blamed.statement)


def _teller(told: Articles, denied: Denied, clause: Clause) -> int | None:
    """Return whose statement a clause is: of the several of one content, not the denial."""
    if clause.statement is None or clause.article != denied.article:
        return clause.statement
    said = told.readings[clause.article].statements
    content = said[clause.statement].content
    return next((n for n, s in enumerate(said) if s.content == content and n != denied.statement), clause.statement)


def _groups(pairs: Sequence[Pair]) -> list[list[Pair]]:
    """Return the pairs that share a place together: what several deny of one thing is one difference."""
    groups: list[list[Pair]] = []
    for pair in pairs:
        places = {(side.article, side.span, side.value) for side in pair}
        joined = [g for g in groups if any((s.article, s.span, s.value) in places for p in g for s in p)]
        groups = [g for g in groups if g not in joined]
        groups.append([*(p for g in joined for p in g), pair])
    return groups


def _differences(
    told: Articles, attribute: Attribute, pairs: Sequence[Pair], happenings: Sequence[Happening]
) -> list[Difference]:
    sides = list(dict.fromkeys((s.article, s.value, s.span) for pair in pairs for s in pair))
    known = {(s.article, s.value, s.span): s for pair in pairs for s in pair}
    linked = {frozenset(sides.index((s.article, s.value, s.span)) for s in pair) for pair in pairs}
    given = [_given(told, known[key]) for key in sides]
    claims: list[Claim] = []
    for number, key in enumerate(sides):
        side = known[key]
        sentence = given[number].anchor.exact
        claim = claim_of(number, side.value, side.value, given[number].anchor, side.traced, given[number], sentence)
        claims.append(replace(claim, voice=None))
    happening = _happening([known[key] for key in sides if known[key].value != "denied"], told, happenings, attribute)
    if happening is not None and any(d.attribute == attribute for d in happening.disagreements):
        return []
    first = given[0].anchor
    prefix = f"{told.story}-{first.source}-{first.start}"
    found: list[Difference] = []
    for value in compare(prefix, attribute, "", claims, _linked(linked)):
        values = tuple((side, tuple(given[n] for n in numbers)) for side, numbers in value.sides)
        ident = happening.id if happening else None
        found.append(Difference(value.id, value.kind, attribute, values, value.reasons, attribute, ident))
    return found


def _linked(linked: set[frozenset[int]]) -> Callable[[Claim, Claim], bool]:
    return lambda one, other: frozenset((one.report, other.report)) in linked


def _given(told: Articles, side: Side) -> Given:
    reading = told.readings[side.article]
    anchor = Anchor.of(side.article, reading.article.text, side.span)
    return Given(side.article, side.value, anchor, side.traced.chain, published_days(reading))


def _happening(
    sides: Sequence[Side], told: Articles, happenings: Sequence[Happening], attribute: Attribute
) -> Happening | None:
    """Return the happening that most of the places tell of, the first of equals; None where none does."""
    counts: dict[str, int] = {}
    by_id = {happening.id: happening for happening in happenings}
    for happening in happenings:
        for report in happening.reports:
            if report.article in told.readings:
                at = told.readings[report.article].events[report.event].trigger
                hits = sum(side.article == report.article and side.span.holds(at) for side in sides)
                if hits:
                    counts[happening.id] = counts.get(happening.id, 0) + hits
    return by_id[min(counts, key=lambda ident: (-counts[ident], ident))] if counts else None
