"""Occasions: which incident the words around a figure tell of, as far as its article shows.

An article tells of one incident, recalls others and sums some up. What stands with a figure (the noun of the incident,
towns, the day) and how its sentence goes on from those before it («وفي هجوم آخر», another town, another day) tell which
of them is counted. Two figures can only disagree where nothing sets their incidents apart and something ties them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import pairwise

from tawatur.lexicon.join_words import JoinLexicon, forms
from tawatur.model import DayRange, Span, When
from tawatur.stories.disagreements.told_days import dated, days_of, far_apart
from tawatur.stories.happenings.context import in_dateline, turns
from tawatur.stories.happenings.parties import PartyReader
from tawatur.stories.wording import stems
from tawatur.text.fold import fold
from tawatur.text.words import Word, cuts, find_words, without_article

_PLACES = frozenset({"GPE", "LOC", "FAC"})
# A time of more days counted over makes a sum.
_LONG = 7
# What an article tells of days so long before it came out is not its news.
_NEWS = timedelta(days=14)
# Code points after a figure within which the noun of its incident stands («32 شخصا في تفجير»).
_BEHIND = 60
# The kind of words that tell of any violent incident («استهدف»): a noun beside them tells more.
DEED = "deed"
# Words behind a figure among which «قبل» may lead over to an incident that came later.
_BEFORE_WITHIN = 4
# Code points before a place's name that hold the noun of its sort, and how many names and ids of towns one incident has
# at most: what tells of more sums up.
_SORT, _AROUND = 16, 4
# Words before a time among which «منذ» or «خلال» makes it one that is counted over.
_OVER_WITHIN = 2


@dataclass(frozen=True, slots=True)
class Occasion:
    """Which incident a figure is of: its `number` in the article, and what tells of it.

    `number` is 0 for what the article opens with, negative for one of several that it sums up. `kinds` are the kinds of
    incident named, `many` tells whether several are meant (None: not told), `over` that a time is counted over; `towns`
    and `countries` are where (`regions` those of the towns that are told as regions, `around` all that the incident is
    told with), `days` when, `words` the stems of what tells it; `contrast` tells that its sentence sets
    a value against another, `also` that it adds to what was told, `several` that it goes over to another incident.
    """

    article: str
    number: int
    kinds: frozenset[str]
    many: bool | None
    over: bool
    towns: frozenset[str]
    countries: frozenset[str]
    days: DayRange | None
    words: frozenset[str]
    contrast: bool
    also: bool
    regions: frozenset[str] = frozenset()
    around: frozenset[str] = frozenset()
    several: bool = False


@dataclass(slots=True)
class _Incident:
    """What an article has told of one incident so far: a gatherer, thrown away when the article is read."""

    towns: set[str] = field(default_factory=set)
    regions: set[str] = field(default_factory=set)
    countries: set[str] = field(default_factory=set)
    kinds: set[str] = field(default_factory=set)
    days: DayRange | None = None
    many: bool | None = None


@dataclass(frozen=True, slots=True)
class _Sentence:
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


class Occasions:
    """Tells the occasion of any figure of the articles given; each article is read once, when first asked for."""

    def __init__(self, parties: Mapping[str, PartyReader], lexicon: JoinLexicon) -> None:
        self._parties, self._lexicon = parties, lexicon
        self._articles: dict[str, _Article] = {}

    def at(self, article: str, span: Span) -> Occasion:
        """Return the occasion of what a span of an article tells."""
        if article not in self._articles:
            self._articles[article] = _Article(self._parties[article], self._lexicon)
        return self._articles[article].at(span)


class _Article:
    def __init__(self, parties: PartyReader, lexicon: JoinLexicon) -> None:
        self._parties, self._lexicon, self._reading = parties, lexicon, parties.reading
        self._text = parties.reading.article.text
        self._sentences = [self._facts(s.span) for s in parties.reading.sentences]
        self._numbers, self._incidents = self._numbered()
        title = parties.reading.article.title or ""
        headed = [kind for word in find_words(title) if (kind := self._incident(word)) is not None]
        self._sums_up = bool(headed and headed[0][1]) or self._incidents[0].many is True
        lead = self._sentences[0].span.of(self._text) if self._sentences else ""
        self._lead = frozenset(_content(f"{title} {lead}", lexicon))

    def at(self, span: Span) -> Occasion:
        index = next((i for i, s in enumerate(self._sentences) if s.span.meets(span)), 0)
        sentence = self._sentences[index]
        number = self._numbers[index]
        incident = self._incidents[number]
        scope = self._scope(span, sentence.span)
        noun = self._governing(span, sentence.span)
        when = self._time_of(span, sentence.span, scope)
        towns = sentence.towns or frozenset(incident.towns)
        words = frozenset(_content(sentence.span.of(self._text), self._lexicon))
        norms = [w.norm for w in find_words(self._text, sentence.span)]
        return Occasion(
            self._reading.article.id,
            # Of several incidents that an article sums up, one is not what it opens with.
            -1 - index if self._is_one_of_several(number, noun) else number,
            frozenset({noun[0]}) if noun else frozenset(incident.kinds),
            bool(self._lexicon.telling["sum"] & {without_article(n) for n in norms})
            or (noun[1] if noun else incident.many),
            (when is not None and self._is_over(when)) or self._before_another(span, sentence.span),
            towns,
            sentence.countries or frozenset(incident.countries),
            dated(when) if when is not None else incident.days,
            words | self._lead if number == 0 else words,
            any(n.removeprefix("و") in self._lexicon.telling["contrast"] for n in norms),
            any(n.removeprefix("و") in self._lexicon.telling["also"] for n in norms),
            sentence.regions if sentence.towns else frozenset(incident.regions),
            frozenset(incident.towns) if len(incident.towns) <= _AROUND else towns,
            sentence.several,
        )

    def _is_one_of_several(self, number: int, noun: tuple[str, bool] | None) -> bool:
        return self._sums_up and number == 0 and noun is not None and not noun[1]

    def _before_another(self, span: Span, sentence: Span) -> bool:
        """Tell whether a figure is of before an incident («مقتل خمسة أشخاص قبل غارات السبت»)."""
        behind = list(find_words(self._text, Span(span.end, sentence.end)))[:_BEFORE_WITHIN]
        pairs = pairwise(behind)
        return any(one.norm == "قبل" and self._incident(other) is not None for one, other in pairs)

    def _facts(self, span: Span) -> _Sentence:
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
                if sort in self._lexicon.telling["region"]:
                    regions |= called
        words = list(find_words(self._text, span))
        found = [(word, self._incident(word)) for word in words]
        nouns = [(word, kind) for word, kind in found if kind is not None]
        norms = [word.norm.removeprefix("و") for word in words]
        introduces = any(not _is_definite(word) for word, _ in nouns)
        return _Sentence(
            span,
            frozenset(towns),
            frozenset(regions),
            frozenset(countries),
            frozenset(kind for _, (kind, _) in nouns),
            tuple(d for when in self._told_times(span, nouns) if (d := days_of(when)) is not None),
            introduces,
            turns(self._reading, span, self._lexicon.told)
            or bool(self._lexicon.telling["then"] & set(norms))
            or self._names_another(words)
            or (norms[:1] == ["كما"] and introduces),
            any(norm in self._lexicon.telling["while"] and self._both(words, at) for at, norm in enumerate(norms)),
            nouns[0][1][1] if nouns else None,
        )

    def _both(self, words: Sequence[Word], at: int) -> bool:
        """Tell whether an incident is told before a place in a sentence, and another brought in behind it."""
        before, behind = words[:at], words[at + 1 :]
        told = any(self._incident(word) is not None for word in before)
        return told and any(self._incident(word) is not None and not _is_definite(word) for word in behind)

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

    def _numbered(self) -> tuple[list[int], list[_Incident]]:
        """Return the number of the incident that each sentence tells of, and what is told of each incident."""
        incidents = [_Incident()]
        numbers: list[int] = []
        here = 0
        for index, sentence in enumerate(self._sentences):
            if index and self._sets_apart(sentence, incidents[here]):
                before = () if sentence.apart else enumerate(incidents)
                again = next((n for n, i in before if n != here and self._is_of(sentence, i)), None)
                if again is None:
                    incidents.append(_Incident())
                here = len(incidents) - 1 if again is None else again
            elif here and not sentence.apart and self._is_of(sentence, incidents[0]):
                here = 0
            numbers.append(here)
            incident = incidents[here]
            incident.towns |= sentence.towns
            incident.regions |= sentence.regions
            incident.countries |= sentence.countries
            incident.kinds |= sentence.kinds
            if incident.many is None:
                incident.many = sentence.many
            if incident.days is None and sentence.days and sentence.kinds:
                incident.days = sentence.days[0]
        return numbers, incidents

    def _sets_apart(self, sentence: _Sentence, here: _Incident) -> bool:
        if sentence.apart:
            return True
        if not sentence.kinds:
            return False
        if sentence.days and here.days is not None and all(far_apart(d, here.days) for d in sentence.days):
            return True
        if sentence.days and here.days is None and all(self._is_old(d) for d in sentence.days):
            return True
        return bool(sentence.introduces and sentence.towns and here.towns and not sentence.towns & here.towns)

    @staticmethod
    def _is_of(sentence: _Sentence, incident: _Incident) -> bool:
        """Tell whether a sentence names a town of an incident, and no other day."""
        if not sentence.towns & incident.towns:
            return False
        return not (
            sentence.days and incident.days is not None and all(far_apart(d, incident.days) for d in sentence.days)
        )

    def _is_old(self, days: DayRange) -> bool:
        published = self._reading.article.published
        first = published.first if published else None
        return first is not None and days.last is not None and days.last < first - _NEWS

    def _incident(self, word: Word) -> tuple[str, bool] | None:
        if word.kind != "word":
            return None
        incidents = self._lexicon.incidents
        return next((incidents[form] for form in forms(word.norm) if form in incidents), None)

    def _governing(self, span: Span, sentence: Span) -> tuple[str, bool] | None:
        """Return the incident whose figure a span is: the last one named before it in its sentence, else the next."""
        words = [(w, i) for w in find_words(self._text, sentence) if (i := self._incident(w)) is not None]
        before = [i for w, i in words if w.span.end <= span.start]
        nouns = [i for i in before if i[0] != DEED]
        behind = (i for w, i in words if 0 <= w.span.start - span.end <= _BEHIND and i[0] != DEED)
        return nouns[-1] if nouns else next(behind, before[-1] if before else None)

    def _scope(self, span: Span, sentence: Span) -> Span:
        holding = [s.content for s in self._reading.statements if s.content.holds(span)]
        return min(holding, key=lambda content: content.end - content.start) if holding else sentence

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

    def _time_of(self, span: Span, sentence: Span, scope: Span) -> When | None:
        """Return the time that a figure stands with: the last before it in its scope, else the next."""
        times = list(self._times(sentence, scope))
        before = [when for when in times if when.span.end <= span.start]
        return before[-1] if before else next((when for when in times if when.span.start >= span.end), None)

    def _is_over(self, when: When) -> bool:
        """Tell whether a time is one that is counted over («منذ ست سنوات», «خلال يوليو»)."""
        start = max(0, when.span.start - 24)
        before = [w.norm for w in find_words(self._text, Span(start, when.span.start)) if w.kind == "word"]
        inside = [w.norm for w in find_words(self._text, when.span)][:1]
        if not self._lexicon.telling["over"] & {n.removeprefix("و") for n in (*before[-_OVER_WITHIN:], *inside)}:
            return False
        return when.first is None or when.last is None or (when.last - when.first).days >= _LONG

    def _names_source(self, span: Span) -> bool:
        """Tell whether a name belongs to a source («الهلال الأحمر بجازان»), or to the dateline."""
        if in_dateline(self._reading, span):
            return True
        return any(
            part is not None and part.holds(span) for s in self._reading.statements for part in (s.holder, *s.via)
        )


def _content(text: str, lexicon: JoinLexicon) -> Iterator[str]:
    """Yield the stems of a text without its numbers and without the words that any toll is told in."""
    for word in find_words(text):
        if word.kind == "word" and word.norm not in lexicon.stop and len(word.norm) > 2:
            every = forms(word.norm)
            if not any(f in lexicon.contexts or f in lexicon.units or f in lexicon.people for f in every):
                yield from stems(word.norm)


def _is_definite(word: Word) -> bool:
    return any(cut.form.startswith("ال") for cut in cuts(word.norm))
