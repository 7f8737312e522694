"""Contested: what statements of a story tell against each other, whether or not an event carries it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Protocol

from tawatur.lexicon.join_words import JoinLexicon, forms
from tawatur.lexicon.way_words import load_way_words
from tawatur.model import Anchor, Difference, Given, Happening, Reading, Span
from tawatur.model.stories import Attribute
from tawatur.stories.chains.one_voice import one_voice
from tawatur.stories.chains.trace import ChainTracer, Traced
from tawatur.stories.contested.blamed import Blamed, blames, opposed
from tawatur.stories.contested.clauses import Clause, clauses_of, has
from tawatur.stories.contested.days import Dated, corrected, dated_clauses, of_copies, of_one_deed
from tawatur.stories.contested.denied import Denied, denials
from tawatur.stories.contested.matching import ClauseIndex, affirmed
from tawatur.stories.contested.spots import Spot, spots, spots_apart
from tawatur.stories.contested.ways import Told as Way
from tawatur.stories.contested.ways import ways, ways_apart
from tawatur.stories.disagreements.claims import Claim, claim_of, compare
from tawatur.stories.disagreements.occasions import Occasions
from tawatur.stories.disagreements.ties import sets_apart
from tawatur.stories.happenings.mentions import published_days
from tawatur.stories.happenings.parties import PartyReader
from tawatur.text.fold import fold
from tawatur.text.words import find_words, without_article

# Content words that the wording of a source has at least.
_WORDS = 2
# The sentences in which an article says what it is about.
_LEDE = 2


@dataclass(frozen=True, slots=True)
class Side:
    """A value as one place of a story gives it, with the chain behind it."""

    article: str
    value: str
    span: Span
    traced: Traced
    named: frozenset[str]

    @property
    def place(self) -> Place:
        """What makes two one: the article, where in it, the value."""
        return self.article, self.span, self.value


def _is_worded_in(one: Side, other: Side) -> bool:
    """Tell whether the words for one source hold the other's: the report of a committee is the committee's."""
    labels = (side.traced.chain.origin.label for side in (one, other))
    first, second = ([set(forms(w.norm)) for w in find_words(label) if w.kind == "word"] for label in labels)
    if min(len(first), len(second)) < _WORDS:
        return False
    few, many = sorted((first, second), key=len)
    return all(any(word & told for told in many) for word in few)


Place = tuple[str, Span, str]
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
        if _is_worded_in(one, other):
            return False
        if one.named and other.named and not one.named & other.named:
            return True
        if self._may_mean(one, other) or self._may_mean(other, one):
            return False
        return (
            one.traced.voice is None
            or other.traced.voice is None
            or one_voice(one.traced.voice, other.traced.voice) is None
        )

    def _may_mean(self, bare: Side, named: Side) -> bool:
        """Tell whether a source without a name («وزير الخارجية») may be the one that its own article names."""
        post, person = bare.traced.voice, named.traced.voice
        if bare.article == named.article or bare.named or post is None or person is None:
            return False
        if post.unnamed or not post.roles or not person.names:
            return False
        article = self.readings[bare.article].article
        told = {word.norm for text in (article.title or "", article.text) for word in find_words(text)}
        return any(parts and parts[-1] in told for parts in person.names)

    def is_source(self, article: str, statement: int) -> bool:
        """Tell whether a statement's holder is somebody: named, or told by a role, a sector or a paper of theirs."""
        said, voice = self.readings[article].statements[statement], self.tracers[article].statement(statement).voice
        if said.holder is None and said.speaker is None:
            return False
        words = [w.norm for w in find_words(self.readings[article].article.text, said.holder)] if said.holder else []
        if has(words, self.lexicon.contest.denies) or (
            words and without_article(words[0]) in self.lexicon.contest.nobody
        ):
            return False
        told = voice is not None and bool(voice.names or voice.roles or voice.sectors or voice.paper)
        return told or bool(self._named(article, statement))

    def _named(self, article: str, statement: int | None) -> frozenset[str]:
        """Return the names in the words for who makes a statement."""
        reading = self.readings[article]
        holder = reading.statements[statement].holder if statement is not None else None
        inside = (name for name in reading.names if holder is not None and holder.holds(name.span))
        return frozenset(fold(name.span.of(reading.article.text)) for name in inside)


class Materials(Protocol):
    """What is looked at of all articles: readings, tracers, parties, groups of copies, the words, incidents told."""

    readings: dict[str, Reading]
    tracers: dict[str, ChainTracer]
    parties: dict[str, PartyReader]
    copies: dict[str, str]
    lexicon: JoinLexicon
    occasions: Occasions


def contested(
    story: str, articles: Iterable[str], materials: Materials, happenings: Sequence[Happening]
) -> tuple[Difference, ...]:
    """Return what the articles of a story tell against each other: whether it happened, who did it, on which day."""
    own = {article: materials.readings[article] for article in articles}
    if len(own) == 1 and not any(_may_differ(reading) for reading in own.values()):
        return ()
    clauses = {article: clauses_of(reading, materials.lexicon) for article, reading in own.items()}
    told = Articles(story, own, materials.tracers, materials.parties, clauses, materials.lexicon)
    pairs: tuple[tuple[Attribute, list[Pair]], ...] = (
        ("status", _statuses(told)),
        ("actor", _actors(told)),
        ("date", _dates(told, materials.copies)),
        ("place", _places(told)),
        ("cause", _ways(told, materials.occasions)),
    )
    return tuple(
        difference
        for attribute, every in pairs
        for group in _groups(every)
        for difference in _differences(told, attribute, group, happenings)
    )


def _may_differ(reading: Reading) -> bool:
    """Tell whether an article alone may tell something against itself: it tells of denials, or blames twice."""
    stances = [statement.stance for statement in reading.statements]
    return "deny" in stances or stances.count("accuse") > 1


def _statuses(told: Articles) -> list[Pair]:
    pairs: list[Pair] = []
    index = ClauseIndex(told.clauses)
    for article, reading in told.readings.items():
        for denied in denials(reading, told.clauses[article], told.lexicon):
            against = told.side(article, "denied", denied.span, denied.statement)
            if not told.is_source(article, denied.statement):
                continue
            for clause in affirmed(denied, index, told.readings, told.lexicon):
                if not _may_tell(told, denied, clause):
                    continue
                side = told.side(clause.article, "actual", clause.span, _teller(told, denied, clause))
                if told.are_two(side, against):
                    pairs.append((side, against))
    return pairs


def _may_tell(told: Articles, denied: Denied, clause: Clause) -> bool:
    """Tell whether a clause is somebody's claim: a named source's, or what another article itself opens with."""
    teller = _teller(told, denied, clause)
    if teller is not None:
        return told.is_source(clause.article, teller)
    return denied.plain and clause.article != denied.article and clause.sentence < _LEDE


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


def _dates(told: Articles, copies: Mapping[str, str]) -> list[Pair]:
    dated = {a: dated_clauses(r, told.clauses[a], told.lexicon) for a, r in told.readings.items()}
    copied = [(_day(told, a), _day(told, b)) for a, b in of_copies(copies, told.readings, dated)]
    others = (*corrected(told.readings, dated, told.lexicon), *of_one_deed(told.readings, dated, told.lexicon))
    pairs = ((_day(told, a), _day(told, b)) for a, b in others)
    return [*copied, *(pair for pair in pairs if told.are_two(*pair))]


def _places(told: Articles) -> list[Pair]:
    every = [spot for a, r in told.readings.items() for spot in spots(r, told.clauses[a], told.lexicon)]
    pairs = ((_spot(told, one), _spot(told, other)) for one, other in spots_apart(every))
    return [pair for pair in pairs if told.are_two(*pair)]


def _ways(told: Articles, occasions: Occasions) -> list[Pair]:
    words = load_way_words()
    every = [way for a, r in told.readings.items() for way in ways(r, told.clauses[a], told.lexicon, words)]
    pairs = (
        (one, other)
        for one, other in ways_apart(every)
        if _is_claim(told, one) and _is_claim(told, other) and not _of_two(one, other, occasions)
    )
    sides = ((_way(told, one), _way(told, other)) for one, other in pairs)
    return [pair for pair in sides if told.are_two(*pair)]


def _of_two(one: Way, other: Way, occasions: Occasions) -> bool:
    """Tell whether two ways are of two incidents, as far as their sentences show."""
    if one.clause.article == other.clause.article:
        # It sets them against each other.
        return False
    a, b = (occasions.at(way.clause.article, way.span) for way in (one, other))
    return a.another or b.another or sets_apart(a, b)


def _is_claim(told: Articles, way: Way) -> bool:
    """Tell whether a way is what somebody in particular says, or what an article itself opens with."""
    clause = way.clause
    if clause.statement is not None:
        return told.is_source(clause.article, clause.statement)
    return clause.sentence < _LEDE


def _way(told: Articles, way: Way) -> Side:
    return told.side(way.clause.article, way.name, way.span, way.clause.statement)


def _spot(told: Articles, spot: Spot) -> Side:
    words = spot.span.of(told.readings[spot.clause.article].article.text)
    return told.side(spot.clause.article, words, spot.span, spot.clause.statement)


def _day(told: Articles, dated: Dated) -> Side:
    return told.side(dated.clause.article, dated.words, dated.when.span, dated.clause.statement)


def _teller(told: Articles, denied: Denied, clause: Clause) -> int | None:
    """Return whose statement a clause is: of the several of one content, not the denial."""
    if clause.statement is None or clause.article != denied.article:
        return clause.statement
    said = told.readings[clause.article].statements
    content = said[clause.statement].content
    return next((n for n, s in enumerate(said) if s.content == content and n != denied.statement), clause.statement)


def _groups(pairs: Sequence[Pair]) -> list[list[Pair]]:
    """Return the pairs that share a place together: what several deny of one thing is one difference."""
    first: dict[Place, Place] = {}

    def root(place: Place) -> Place:
        while first.setdefault(place, place) != place:
            place = first[place]
        return place

    for one, other in pairs:
        a, b = sorted((root(one.place), root(other.place)))
        first[b] = a
    groups: dict[Place, list[Pair]] = {}
    for pair in pairs:
        groups.setdefault(root(pair[0].place), []).append(pair)
    return list(groups.values())


def _differences(
    told: Articles, attribute: Attribute, pairs: Sequence[Pair], happenings: Sequence[Happening]
) -> list[Difference]:
    known = {side.place: side for pair in pairs for side in pair}
    sides = list(known)
    number_of = {place: number for number, place in enumerate(sides)}
    linked = {frozenset(number_of[side.place] for side in pair) for pair in pairs}
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
