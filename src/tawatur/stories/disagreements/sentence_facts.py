"""Facts of a sentence: the places, incidents and times that it tells, and whether it goes over to another incident."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tawatur.lexicon.join_words import JoinLexicon, forms
from tawatur.model import DayRange, Span, When
from tawatur.stories.disagreements.told_days import days_of
from tawatur.stories.happenings.context import in_dateline, turns
from tawatur.stories.happenings.parties import PartyReader
from tawatur.stories.sparing import shared
from tawatur.text.fold import fold
from tawatur.text.words import Word, cuts, find_words

_PLACES = frozenset({"GPE", "LOC", "FAC"})
# Code points before a place's name that hold the noun of its sort.
_SORT = 16


@dataclass(frozen=True, slots=True)
class SentenceFacts:
    """What one sentence tells of where, when and which incident."""

    span: Span
    towns: frozenset[str]
    regions: frozenset[str]
    countries: frozenset[str]
    kinds: frozenset[str]
    days: tuple[DayRange, ...]
    introduces: bool
    apart: bool
    several: bool
    many: bool | None
    another: bool
    counts: bool = False


class FactReader:
    """Reads the facts of an article's sentences."""

    def __init__(self, parties: PartyReader, lexicon: JoinLexicon) -> None:
        self._parties, self._lexicon, self._reading = parties, lexicon, parties.reading
        self._text = parties.reading.article.text

    def _facts(self, span: Span) -> SentenceFacts:
        towns: set[str] = set()
        regions: set[str] = set()
        countries: set[str] = set()
        for name in self._reading.names:
            if name.type not in _PLACES or not span.holds(name.span) or self._names_source(name.span):
                continue
            party = self._parties.party(name.span)
            countries |= party.countries
            if not any(self._parties.world.is_country(entity) for entity in party.ids):
                sort = self._sort(name.span)
                if sort in self._lexicon.telling["way"]:
                    continue
                # One town may have been read as two entities: its name ties as well.
                called = {*party.ids, fold(name.span.of(self._text))}
                towns |= called
                if sort in self._lexicon.telling["region"] or sort in self._lexicon.telling["direction"]:
                    regions |= called
        words = list(find_words(self._text, span))
        found = [(word, self._incident(word)) for word in words]
        nouns = [(word, kind) for word, kind in found if kind is not None]
        norms = [word.norm.removeprefix("و") for word in words]
        introduces = any(not is_definite(word) for word, _ in nouns)
        another = self._names_another(words) or (
            norms[:1] == ["كما"] and (introduces or bool(self._lexicon.told.tells & set(norms[1:2])))
        )
        return SentenceFacts(
            span,
            shared(frozenset(towns)),
            shared(frozenset(regions)),
            shared(frozenset(countries)),
            shared(frozenset(kind for _, (kind, _) in nouns)),
            tuple(d for when in self._told_times(span, nouns) if (d := days_of(when)) is not None),
            introduces,
            another
            or turns(self._reading, span, self._lexicon.told)
            or bool(self._lexicon.telling["then"] & set(norms)),
            any(norm in self._lexicon.telling["while"] and self._both(words, at) for at, norm in enumerate(norms)),
            nouns[0][1][1] if nouns else None,
            another,
            any(figure.unit != "%" and span.holds(figure.span) for figure in self._reading.figures)
            and any(form in self._lexicon.contexts for word in words for form in forms(word.norm)),
        )

    def _both(self, words: Sequence[Word], at: int) -> bool:
        """Tell whether an incident is told before a place in a sentence, and another brought in behind it."""
        before, behind = words[:at], words[at + 1 :]
        told = any(self._incident(word) is not None for word in before)
        return told and any(self._incident(word) is not None and not is_definite(word) for word in behind)

    def _sort(self, name: Span) -> str:
        """Return the noun that tells what sort of place a name is: its first word, or the one before it."""
        inside = [w.norm for w in find_words(self._text, name)]
        before = [w.norm for w in find_words(self._text, Span(max(0, name.start - _SORT), name.start))]
        first = next((form for form in forms(inside[0])), "") if inside else ""
        if len(inside) > 1 and (first in self._lexicon.telling["way"] or first in self._lexicon.telling["region"]):
            return first
        return next(iter(forms(before[-1])), "") if before else ""

    def _names_another(self, words: Sequence[Word]) -> bool:
        return any(
            self._incident(words[at - 1]) is not None and word.norm in self._lexicon.telling["apart"]
            for at, word in enumerate(words)
            if at
        )

    def _incident(self, word: Word) -> tuple[str, bool] | None:
        if word.kind != "word":
            return None
        incidents = self._lexicon.incidents
        return next((incidents[form] for form in forms(word.norm) if form in incidents), None)

    def _times(self, sentence: Span, scope: Span) -> Iterator[When]:
        for when in self._reading.times:
            if sentence.holds(when.span) and scope.meets(when.span) and not in_dateline(self._reading, when.span):
                yield when

    def _told_times(self, sentence: Span, nouns: Sequence[tuple[Word, object]]) -> Iterator[When]:
        """Yield the times of what a sentence tells, without when it was said («أوقع 16 قتيلا، كما أعلن الاثنين»)."""
        contents = [s.content for s in self._reading.statements if sentence.holds(s.content)]
        contents = [c for c in contents if any(c.holds(word.span) for word, _ in nouns)]
        for when in self._times(sentence, sentence):
            if not contents or any(content.meets(when.span) for content in contents):
                yield when

    def _names_source(self, span: Span) -> bool:
        """Tell whether a name belongs to a source («الهلال الأحمر بجازان»), or to the dateline."""
        if in_dateline(self._reading, span):
            return True
        return any(
            part is not None and part.holds(span) for s in self._reading.statements for part in (s.holder, *s.via)
        )


def is_definite(word: Word) -> bool:
    """Tell whether a word has the article."""
    return any(cut.form.startswith("ال") for cut in cuts(word.norm))
