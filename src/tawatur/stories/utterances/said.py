"""Sayings as they are compared: each statement with its speaker, the days it may have been made on, and its wording."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from tawatur.lexicon.join_words import JoinLexicon
from tawatur.model import DayRange, Reading, Span, Statement
from tawatur.model.readings import Stance
from tawatur.stories.chains.trace import ChainTracer, Traced
from tawatur.stories.happenings.mentions import published_days
from tawatur.stories.happenings.parties import Party, PartyReader, World
from tawatur.stories.wording import stems


@dataclass(frozen=True, slots=True)
class Said:
    """One statement of one article. `speaker` is None where nothing identifies who speaks.

    `said` are the days that the sentence gives for the speaking («قال الأربعاء»), else the days up to publication;
    `dated` tells which.
    """

    article: str
    statement: int
    speaker: str | None
    party: Party | None
    label: str
    stance: Stance
    content: Span
    wording: tuple[str, ...]
    words: frozenset[str]
    said: DayRange
    dated: bool
    published: DayRange
    cluster: str
    copy: str | None
    traced: Traced
    sentence: int

    @property
    def key(self) -> tuple[str, int]:
        """The order that makes every result independent of the order of input."""
        return (self.article, self.statement)


def find_sayings(
    parties: PartyReader,
    world: World,
    lexicon: JoinLexicon,
    tracer: ChainTracer,
    cluster: str,
    copy: str | None,
    only: Collection[int] | None = None,
) -> Iterator[Said]:
    """Yield the statements of one reading in order, or those of the `only` numbers given."""
    reading = parties.reading
    published = published_days(reading)
    for index, statement in enumerate(reading.statements):
        if only is not None and index not in only:
            continue
        traced = tracer.statement(index)
        origin = traced.chain.origin
        speaker = world.members.get((reading.article.id, statement.speaker)) if statement.speaker else None
        if speaker is None and origin.key is not None and not origin.key.startswith("anonymous:"):
            speaker = origin.key
        wording = stems(statement.content.of(reading.article.text), lexicon.stop)
        day = _day_of_speaking(reading, statement)
        yield Said(
            reading.article.id,
            index,
            speaker,
            None if tracer.is_outlet(index) else _described(parties, world, statement, speaker, origin.key),
            origin.label,
            statement.stance,
            statement.content,
            wording,
            frozenset(wording),
            day or DayRange(None, published.last),
            day is not None,
            published,
            cluster,
            copy,
            traced,
            statement.sentence,
        )


def _described(
    parties: PartyReader, world: World, statement: Statement, speaker: str | None, key: str | None
) -> Party | None:
    """Return a speaker who is described («الوزير الروسي») and not named; unnamed sources are never guessed at."""
    if statement.anonymous or key is None or key.startswith("anonymous:"):
        return None
    if statement.speaker is not None and speaker is not None:
        named = speaker in world.named
        return None if named else parties.entity_party(statement.speaker)
    party = parties.party(statement.holder) if statement.holder else None
    return party if party is not None and party.kind == "described" and not party.ids else None


def _day_of_speaking(reading: Reading, statement: Statement) -> DayRange | None:
    """Return the day that stands with the cue, outside of what is said; None where none or several stand there."""
    if statement.cue is None:
        return None
    sentence = next((s.span for s in reading.sentences if s.span.holds(statement.cue)), None)
    if sentence is None:
        return None
    found = {
        (when.first, when.last)
        for when in reading.times
        if sentence.holds(when.span)
        and not any(
            other.content.meets(when.span) for other in reading.statements if other.sentence == statement.sentence
        )
        and when.first is not None
        and when.first == when.last
    }
    if len(found) != 1:
        return None
    first, last = found.pop()
    return DayRange(first, last)
