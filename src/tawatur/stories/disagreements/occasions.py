"""Occasions: which incident the words around a figure tell of, as far as its article shows.

An article tells of one incident, recalls others and sums some up. What stands with a figure (the noun of the incident,
towns, the day) and how its sentence goes on from those before it («وفي هجوم آخر», another town, another day) tell which
of them is counted. Two figures can only disagree where nothing sets their incidents apart and something ties them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import pairwise

from tawatur.lexicon.join_words import JoinLexicon, forms
from tawatur.model import DayRange, Span, When
from tawatur.stories.disagreements.sentence_facts import FactReader, SentenceFacts
from tawatur.stories.disagreements.told_days import dated, far_apart
from tawatur.stories.happenings.parties import PartyReader
from tawatur.stories.wording import stems
from tawatur.text.fold import fold
from tawatur.text.words import Word, find_words, without_article

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
# Code points on either side of a figure within which «منذ» tells since when it is counted.
_SINCE = 80
# How many names and ids of towns one incident has at most: what tells of more sums up.
_AROUND = 4
# «غير أن», «إلا أن».
_BUT = frozenset({("غير", "ان"), ("الا", "ان"), ("بيد", "ان")})
_GENERIC = frozenset({"حادث", "حادثه"})
# Sentences with a place or an incident that an article opens with.
_OPENS = 3
# Words before a time among which «منذ» or «خلال» makes it one that is counted over.
_OVER_WITHIN = 2


@dataclass(frozen=True, slots=True)
class Occasion:
    """Which incident a figure is of: its `number` in the article, and what tells of it.

    `number` is 0 for what the article opens with, negative for one of several that it sums up. `kinds` are the kinds of
    incident named, `many` tells whether several are meant (None: not told), `over` that a time is counted over; `towns`
    and `countries` are where (`regions` those of the towns that are told as regions, `around` all that the incident is
    told with), `days` when, `words` the stems of what tells it; `contrast` tells that its sentence sets
    a value against another, `also` that it adds to what was told, `several` that it goes over to another incident,
    `summed` that it sums up incidents, `until` the last day of the time that the figure stands with, however long,
    `another` that its article calls it another incident than the one told before.
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
    summed: bool = False
    until: date | None = None
    another: bool = False


@dataclass(frozen=True, slots=True)
class Opening:
    """What an article opens with: its places (of them `regions`), the kinds of incident, the stems of its words."""

    towns: frozenset[str]
    regions: frozenset[str]
    kinds: frozenset[str]
    words: frozenset[str]
    published: date | None = None
    text: str = ""


@dataclass(slots=True)
class _Incident:
    """What an article has told of one incident so far: a gatherer, thrown away when the article is read."""

    towns: set[str] = field(default_factory=set)
    regions: set[str] = field(default_factory=set)
    countries: set[str] = field(default_factory=set)
    kinds: set[str] = field(default_factory=set)
    days: DayRange | None = None
    many: bool | None = None
    another: bool = False
    # Begun by words that go over to another matter («إلى ذلك»).
    apart: bool = False


class Occasions:
    """Tells the occasion of any figure of the articles given; each article is read once, when first asked for."""

    def __init__(self, parties: Mapping[str, PartyReader], lexicon: JoinLexicon) -> None:
        self._parties, self._lexicon = parties, lexicon
        self._articles: dict[str, _Article] = {}

    def at(self, article: str, span: Span) -> Occasion:
        """Return the occasion of what a span of an article tells."""
        return self._article(article).at(span)

    def opening(self, article: str) -> Opening:
        """Return what an article opens with."""
        return self._article(article).opening()

    def _article(self, article: str) -> _Article:
        if article not in self._articles:
            self._articles[article] = _Article(self._parties[article], self._lexicon)
        return self._articles[article]


class _Article(FactReader):
    def __init__(self, parties: PartyReader, lexicon: JoinLexicon) -> None:
        super().__init__(parties, lexicon)
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
        summed = self._is_summed(norms, noun)
        return Occasion(
            self._reading.article.id,
            # Of several incidents that an article sums up, one is not what it opens with.
            -1 - index if self._is_one_of_several(number, noun) else number,
            frozenset({noun[0]}) if noun else frozenset(incident.kinds),
            summed or (noun[1] if noun else incident.many),
            (when is not None and self._is_over(when))
            or self._is_since(span, sentence.span)
            or self._before_another(span, sentence.span),
            towns,
            sentence.countries or frozenset(incident.countries),
            dated(when) if when is not None else incident.days,
            words | self._lead if number == 0 else words,
            self._contrasts(norms),
            any(n.removeprefix("و") in self._lexicon.telling["also"] for n in norms),
            sentence.regions if sentence.towns else frozenset(incident.regions),
            frozenset(incident.towns) if len(incident.towns) <= _AROUND else towns,
            sentence.several,
            summed,
            when.last if when is not None else None,
            incident.another or self._recalls(span, sentence.span),
        )

    def _contrasts(self, norms: Sequence[str]) -> bool:
        """Tell whether a sentence sets something against what was told («لكن», «غير أن»)."""
        if any(norm.removeprefix("و") in self._lexicon.telling["contrast"] for norm in norms):
            return True
        return any((one.removeprefix("و"), other) in _BUT for one, other in pairwise(norms))

    def _recalls(self, span: Span, sentence: Span) -> bool:
        """Tell whether a figure is of what came before the incident of its sentence («…، بعد يوم من قصف … قتل 31»)."""
        words = list(find_words(self._text, Span(sentence.start, span.start)))
        told = [at for at, word in enumerate(words) if self._incident(word) is not None]
        after = [at for at, word in enumerate(words) if word.norm in ("بعد", "غداه", "عقب")]
        dead = [at for at, word in enumerate(words) if any(form in self._lexicon.contexts for form in forms(word.norm))]
        return any(
            any(n < at for n in told)
            and (any(at < n <= at + _BEFORE_WITHIN for n in told) or (words[at].norm == "غداه" and at + 1 in dead))
            for at in after[-1:]
        )

    def _is_summed(self, norms: Sequence[str], noun: tuple[str, bool] | None) -> bool:
        """Tell whether a sentence sums incidents up («في حوادث متفرقة», «الهجمات التي شهدتها ثلاث محافظات»)."""
        bare = {without_article(norm) for norm in norms}
        telling = self._lexicon.telling
        return bool(telling["sum"] & bare) or (noun is not None and noun[1] and bool(telling["places"] & bare))

    def opening(self) -> Opening:
        """Return what the article opens with: where, of what kind, and in which words."""
        told = zip(self._sentences, self._numbers, strict=True)
        head = [s for s, number in told if not self._incidents[number].apart and (s.kinds or s.towns)][:_OPENS]
        title = self._reading.article.title or ""
        kinds = {kind[0] for word in find_words(title) if (kind := self._incident(word)) is not None}
        return Opening(
            frozenset(town for s in head for town in s.towns),
            frozenset(region for s in head for region in s.regions),
            frozenset(kinds.union(*(s.kinds for s in head))),
            self._lead.union(*(_content(s.span.of(self._text), self._lexicon) for s in head)),
            self._reading.article.published.first if self._reading.article.published else None,
            fold(self._text),
        )

    def _is_one_of_several(self, number: int, noun: tuple[str, bool] | None) -> bool:
        return self._sums_up and number == 0 and noun is not None and not noun[1]

    def _is_since(self, span: Span, sentence: Span) -> bool:
        """Tell whether a figure is counted since something began («منذ اندلاع القتال», «منذ تفشيه»)."""
        near = Span(max(sentence.start, span.start - _SINCE), min(sentence.end, span.end + _SINCE))
        norms = [w.norm for w in find_words(self._text, near) if w.kind == "word"]
        begun = self._lexicon.counts.since
        return any(one.removeprefix("و") == "منذ" and begun & set(forms(two)) for one, two in pairwise(norms))

    def _before_another(self, span: Span, sentence: Span) -> bool:
        """Tell whether a figure is of before an incident («مقتل خمسة أشخاص قبل غارات السبت»)."""
        behind = list(find_words(self._text, Span(span.end, sentence.end)))[:_BEFORE_WITHIN]
        pairs = pairwise(behind)
        return any(one.norm == "قبل" and self._incident(other) is not None for one, other in pairs)

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
                    incidents.append(_Incident(another=sentence.another, apart=sentence.apart))
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

    def _sets_apart(self, sentence: SentenceFacts, here: _Incident) -> bool:
        if sentence.apart:
            return True
        if not sentence.kinds:
            # Dead of another town, in «موجة عنف», say; «شمال بغداد» only tells where that is.
            own = sentence.towns - sentence.regions
            return bool(sentence.counts and own and here.towns and not own & here.towns)
        if sentence.days and here.days is not None and all(far_apart(d, here.days) for d in sentence.days):
            return True
        if sentence.days and here.days is None and all(self._is_old(d) for d in sentence.days):
            return True
        return bool(sentence.introduces and sentence.towns and here.towns and not sentence.towns & here.towns)

    @staticmethod
    def _is_of(sentence: SentenceFacts, incident: _Incident) -> bool:
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

    def _governing(self, span: Span, sentence: Span) -> tuple[str, bool] | None:
        """Return the incident whose figure a span is: the last one named before it in its sentence, else the next."""
        every = [(w, i) for w in find_words(self._text, sentence) if (i := self._incident(w)) is not None]
        # «حادث غرق»: the second tells which.
        words = [(w, i) for n, (w, i) in enumerate(every) if not (w.norm in _GENERIC and _follows(w, every[n + 1 :]))]
        before = [i for w, i in words if w.span.end <= span.start]
        nouns = [i for i in before if i[0] != DEED]
        behind = (i for w, i in words if 0 <= w.span.start - span.end <= _BEHIND and i[0] != DEED)
        return nouns[-1] if nouns else next(behind, before[-1] if before else None)

    def _scope(self, span: Span, sentence: Span) -> Span:
        holding = [s.content for s in self._reading.statements if s.content.holds(span)]
        return min(holding, key=lambda content: content.end - content.start) if holding else sentence

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


def _content(text: str, lexicon: JoinLexicon) -> Iterator[str]:
    """Yield the stems of a text without its numbers and without the words that any toll is told in."""
    for word in find_words(text):
        if word.kind == "word" and word.norm not in lexicon.stop and len(word.norm) > 2:
            every = forms(word.norm)
            if not any(f in lexicon.contexts or f in lexicon.units or f in lexicon.people for f in every):
                yield from stems(word.norm)


def _follows(word: Word, rest: Sequence[tuple[Word, object]]) -> bool:
    return bool(rest) and rest[0][0].index == word.index + 1
