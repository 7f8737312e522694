"""Main subject: what an article mainly tells of, as acts with their participants, places, days and numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from tawatur.lexicon.join_words import JoinLexicon
from tawatur.model import DayRange, Entity, Event, Name, Reading, Span
from tawatur.stories.copies.texts import folded_words
from tawatur.stories.grouping.stems import cut_clitics, stem
from tawatur.stories.happenings.context import naming_word, scope_of
from tawatur.text.sounds import skeleton
from tawatur.text.words import find_words, without_article

KeyKind = Literal["person", "body", "place", "country"]

# News tells its main happening in its first sentences; a later one counts when the title names its act.
_FIRST_SENTENCES = 2
_TITLED_SENTENCES = 6
# A name's last word identifies a person when at least three consonants of it remain.
_LETTERS = 3
# A day, or a night over midnight, is told exactly; a longer stretch tells no day.
_EXACT_DAYS = 2
# Counts up to ten are in every report and identify none.
_LEAST_NUMBER = 11.0
# Code points of the text in which a word of another article's title is looked for: two or three sentences.
_OPENING = 400
# Acts kept of the articles of one unit: copies tell the same ones.
_MOST_ACTS = 24


@dataclass(frozen=True, slots=True)
class Key:
    """One participant or place of an act across articles; `country` is the code of the country it belongs to.

    Not every article tells the country: keys are equal without it.
    """

    name: str
    kind: KeyKind
    country: str | None = field(default=None, compare=False)

    @property
    def is_where(self) -> bool:
        """Tell whether this is a place or country."""
        return self.kind in ("place", "country")


@dataclass(frozen=True, slots=True)
class Act:
    """One act that an article mainly tells: its type and family, who, where, when (None: no day told), how many."""

    type: str
    family: str | None
    actors: frozenset[Key]
    others: frozenset[Key]
    places: frozenset[Key]
    near: frozenset[Key]
    days: DayRange | None
    numbers: frozenset[float]

    @property
    def keys(self) -> frozenset[Key]:
        """Everybody and every place that the act is told with."""
        return self.actors | self.others | self.places | self.near


@dataclass(frozen=True, slots=True)
class Subject:
    """What an article, or a unit of copies, is mainly about: its acts, and stems of its title and opening.

    `places` are the stems of the words of its place names, countries left out: by them a place is known in a title,
    which is not annotated, and in an article that does not say that the name is a place.
    """

    acts: tuple[Act, ...]
    title: frozenset[str]
    opening: frozenset[str]
    places: frozenset[str]


def main_subject(reading: Reading, lexicon: JoinLexicon, adjectives: Mapping[str, str]) -> Subject:
    """Return what an article is mainly about; `adjectives` maps folded words of nationality to country codes."""
    return _SubjectReader(reading, lexicon, adjectives).subject()


def join_subjects(subjects: Sequence[Subject]) -> Subject:
    """Return the subject of copies: everything that any of them tells."""
    if len(subjects) == 1:
        return subjects[0]
    acts = tuple(dict.fromkeys(act for subject in subjects for act in subject.acts))[:_MOST_ACTS]
    return Subject(
        acts,
        frozenset().union(*(subject.title for subject in subjects)),
        frozenset().union(*(subject.opening for subject in subjects)),
        frozenset().union(*(subject.places for subject in subjects)),
    )


class _SubjectReader:
    """Reads the main acts of one reading: what every step looks at."""

    def __init__(self, reading: Reading, lexicon: JoinLexicon, adjectives: Mapping[str, str]) -> None:
        self.reading = reading
        self.text = reading.article.text
        self.lexicon = lexicon
        self.adjectives = adjectives
        self.title = frozenset(stem(word) for word in folded_words(reading.article.title or ""))
        self.entities = {entity.id: entity for entity in reading.entities}

    def subject(self) -> Subject:
        """Return the main acts in order of the text, with the stems of title and opening."""
        acts = [self._act(event) for event in self.reading.events if self._is_main(event)]
        # «الهجوم» of a later sentence was where the first one told.
        where = next((found for act in acts if (found := frozenset(k for k in act.keys if k.is_where))), frozenset())
        placed = (act if any(k.is_where for k in act.keys) else replace(act, near=act.near | where) for act in acts)
        opening = frozenset(stem(word) for word in folded_words(self.text[:_OPENING]))
        return Subject(tuple(placed), self.title, opening | self.title, frozenset(self._place_words()))

    def _place_words(self) -> Iterator[str]:
        for name in self.reading.names:
            entity = self.entities.get(name.entity)
            if name.span.start < _OPENING and entity is not None and _kind(entity) == "place":
                yield from (stem(word) for word in folded_words(name.span.of(self.text)))

    def _is_main(self, event: Event) -> bool:
        if event.status in ("planned", "hypothetical", "negated"):
            return False
        if event.sentence < _FIRST_SENTENCES:
            return True
        words = folded_words(event.trigger.of(self.text))
        return event.sentence < _TITLED_SENTENCES and any(stem(word) in self.title for word in words)

    def _act(self, event: Event) -> Act:
        scope = scope_of(self.reading, event)
        _, family, _ = naming_word(self.text, event, scope, self.lexicon)
        actors, others = self._keys(event.actors), self._keys(event.recipients)
        places = self._keys([event.place] if event.place else [])
        near = frozenset(self._near(event, scope)) - actors - others - places
        numbers = frozenset(self._numbers(event))
        return Act(event.type, family, actors, others, places, near, self._days(event, scope), numbers)

    def _keys(self, spans: Iterable[Span]) -> frozenset[Key]:
        return frozenset(key for span in spans for key in self._within(span))

    def _within(self, span: Span) -> Iterator[Key]:
        for name in self.reading.names:
            if name.span.meets(span):
                yield from self._key(name)
        for word in find_words(self.text, span):
            for form in (word.norm, without_article(word.norm), cut_clitics(word.norm)):
                if code := self.adjectives.get(form):
                    yield Key(f"gpe:{code}", "country", code)
                    break

    def _near(self, event: Event, scope: Span) -> Iterator[Key]:
        """Yield who and what stands with an event in its sentence; whoever is named as a source takes no part."""
        sources = [
            span
            for statement in self.reading.statements
            if statement.sentence == event.sentence
            for span in (statement.holder, *statement.via)
            if span is not None
        ]
        for name in self.reading.names:
            if scope.holds(name.span) and not any(span.meets(name.span) for span in sources):
                yield from self._key(name)

    def _key(self, name: Name) -> Iterator[Key]:
        entity = self.entities.get(name.entity)
        if entity is None or entity.type == "OTHER":
            return
        country = entity.country or next((role.country for role in entity.roles if role.country), None)
        if entity.key:
            yield Key(entity.key, _kind(entity), country or _code(entity.key))
        else:
            words = [skeleton(without_article(word)) for word in folded_words(entity.canonical)]
            if entity.type == "PER" and words and len(words[-1]) >= _LETTERS:
                words = words[-1:]
            if words:
                yield Key(f"{entity.type}~{' '.join(words)}", _kind(entity), country)

    def _days(self, event: Event, scope: Span) -> DayRange | None:
        times = self.reading.times
        own = [when for when in times if event.time is not None and when.span.meets(event.time)]
        found = own or [when for when in times if scope.holds(when.span)]
        exact = {
            DayRange(when.first, when.last)
            for when in found
            if when.first and when.last and (when.last - when.first).days < _EXACT_DAYS
        }
        return exact.pop() if len(exact) == 1 else None

    def _numbers(self, event: Event) -> Iterator[float]:
        for index in event.figures:
            value = self.reading.figures[index].value
            for number in value if isinstance(value, tuple) else (value,):
                if number >= _LEAST_NUMBER:
                    yield number


def _kind(entity: Entity) -> KeyKind:
    if entity.type == "PER":
        return "person"
    if entity.type == "ORG" or (entity.key or "").startswith("org:"):
        return "body"
    return "country" if entity.key and _code(entity.key) else "place"


def _code(key: str) -> str | None:
    """Return the code of the country that a gazetteer key is itself («gpe:KE»)."""
    return key[4:] if key.startswith("gpe:") and len(key) == 6 else None
