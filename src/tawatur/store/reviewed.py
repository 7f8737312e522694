"""Put reviews to what was read: rejected things go, corrected ones are coded anew, confirmed ones stay for good.

What was read is never changed: this gives a second reading, and where its things stand in the first.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from tawatur.model import Event, Reading, Review, ReviewLayer, Span, Statement, Stories

Item = TypeVar("Item", Event, Statement)


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A reading with its reviews put to it.

    `events` and `statements` tell for each of its things the number in the reading as it was read; what a person
    confirmed and is no longer read counts on from there.
    """

    reading: Reading
    events: tuple[int, ...]
    statements: tuple[int, ...]


def place_of(item: Event | Statement) -> Span:
    """Return the span that an event or statement is known by: its trigger, its content."""
    return item.trigger if isinstance(item, Event) else item.content


def holding(reviews: Iterable[Review]) -> dict[tuple[ReviewLayer, Span], Review]:
    """Return by layer and place the reviews that hold: of several of one place the newest that was not taken back."""
    held: dict[tuple[ReviewLayer, Span], Review] = {}
    for review in sorted(reviews, key=lambda r: r.number):
        if review.undone is None:
            held[review.layer, review.span] = review
    return held


def reviewed(reading: Reading, reviews: Iterable[Review]) -> Reviewed:
    """Return a reading as its reviews want it; of several reviews of one place the newest holds."""
    held = holding(reviews)
    if not held:
        return Reviewed(reading, tuple(range(len(reading.events))), tuple(range(len(reading.statements))))
    statements = _judged(reading.statements, {s: r for (layer, s), r in held.items() if layer == "statement"})
    events = _judged(reading.events, {s: r for (layer, s), r in held.items() if layer == "event"})
    kept = tuple(_at_home(item, reading) for _, item in statements)
    number = {old: new for new, (old, _) in enumerate(statements)}
    told = tuple(_event_at_home(event, reading, kept, number, old) for old, event in events)
    changed = replace(reading, statements=kept, events=told)
    return Reviewed(changed, tuple(old for old, _ in events), tuple(old for old, _ in statements))


def _judged(items: Sequence[Item], reviews: Mapping[Span, Review]) -> list[tuple[int, Item]]:
    """Return the items that stay with the numbers they have, then those that are confirmed but no longer read."""
    found = [(n, _changed(item, reviews.get(place_of(item)))) for n, item in enumerate(items)]
    kept = [(n, item) for n, item in found if item is not None]
    read = {place_of(item) for item in items}
    lost = [r for span, r in sorted(reviews.items()) if span not in read and r.judgement != "reject"]
    again: list[Any] = [_changed(review.found, review) for review in lost]
    return kept + [(len(items) + n, item) for n, item in enumerate(again)]


def _changed(item: Any, review: Review | None) -> Any:
    """Return an item as a review wants it; None when it is rejected. What a person confirms is certain."""
    if review is None:
        return item
    if review.judgement == "reject":
        return None
    changes: dict[str, Any] = dict(review.changes)
    if isinstance(item, Event) and changes.get("type", item.type) != item.type:
        changes["mode"] = None  # a mode is of one type
    return replace(item, **changes, p=1.0)


def _sentence(span: Span, reading: Reading) -> int:
    return next((s.index for s in reading.sentences if s.span.start <= span.start < s.span.end), 0)


def _at_home(statement: Statement, reading: Reading) -> Statement:
    """Return a statement with the numbers of this reading; who speaks is kept only where that entity is."""
    if statement in reading.statements:
        return statement
    entities = {entity.id for entity in reading.entities}
    named = (n.entity for n in reading.names if statement.holder is not None and n.span.meets(statement.holder))
    speaker = statement.speaker if statement.speaker in entities else None
    return replace(statement, sentence=_sentence(statement.content, reading), speaker=next(named, speaker))


def _event_at_home(
    event: Event, reading: Reading, statements: Sequence[Statement], number: Mapping[int, int], old: int
) -> Event:
    """Return an event with the numbers of this reading: its statement, sentence, and who alleges or denies it."""
    if old < len(reading.events):
        return replace(event, statement=None if event.statement is None else number.get(event.statement))
    around = [n for n, s in enumerate(statements) if s.content.holds(event.trigger)]
    inner = min(around, key=lambda n: statements[n].content.end - statements[n].content.start, default=None)
    entities = {entity.id for entity in reading.entities}
    by = tuple(entity for entity in event.by if entity in entities)
    return replace(event, sentence=_sentence(event.trigger, reading), statement=inner, figures=(), by=by)


def as_read(stories: Stories, numbers: Mapping[str, Reviewed]) -> Stories:
    """Return stories whose reports and sayings name things by their numbers in the readings as they were read."""
    if not numbers:
        return stories
    happenings = tuple(
        replace(
            happening,
            reports=tuple(
                replace(r, event=numbers[r.article].events[r.event]) if r.article in numbers else r
                for r in happening.reports
            ),
        )
        for happening in stories.happenings
    )
    utterances = tuple(
        replace(
            utterance,
            sayings=tuple(
                replace(s, statement=numbers[s.article].statements[s.statement]) if s.article in numbers else s
                for s in utterance.sayings
            ),
        )
        for utterance in stories.utterances
    )
    return replace(stories, happenings=happenings, utterances=utterances)
