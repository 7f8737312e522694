"""Claims denied elsewhere: the statements of other articles that a denial is about, whatever story they stand in.

An accusation and its denials often stand in articles that are no one story: the report, the ministry's answer a day
later, an interview that comes back to it. A denial is about a claim of another article when both share particular
words and something ties the two besides: the claim names who denies it, the denial names who claims it, or the words
shared are most of what is denied.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta

from tawatur.lexicon.join_words import JoinLexicon
from tawatur.model import Reading, Span, Statement
from tawatur.stories.happenings.mentions import published_days
from tawatur.stories.happenings.parties import World
from tawatur.stories.wording import rarity, stems

SaidKey = tuple[str, int]

# A claim is denied within a month; it may be printed again some days after its denial.
_BEFORE, _AFTER = timedelta(days=31), timedelta(days=7)
# Stems shared by a denial and the claim it is about, and the weight of them over that of what is denied: tied by a
# name a third is enough, by words alone it must be most of it.
_LEAST_SHARED = 2
_TIED, _TIED_ASSERTED, _ALONE = 0.3, 0.5, 0.6
# Claims looked at for one denial, and answered by it.
_LOOKED_AT, _MOST = 40, 8
_CLAIMING = frozenset({"accuse", "assert", "evaluate"})


@dataclass(frozen=True, slots=True)
class Denial:
    """A statement that denies, the statements of its article that it denies there, whether it denies but a part."""

    article: str
    statement: int
    beside: tuple[int, ...] = ()
    part: bool = False


@dataclass(frozen=True, slots=True)
class _Claim:
    words: frozenset[str]
    named: frozenset[str]
    speaker: frozenset[str]
    teller: frozenset[str]
    accuses: bool


class ClaimIndex:
    """All claims of the readings, looked up by the words of what a denial is about."""

    def __init__(self, readings: Mapping[str, Reading], world: World, lexicon: JoinLexicon) -> None:
        self._readings = readings
        self._world = world
        self._stop = lexicon.stop
        self._claims: dict[SaidKey, _Claim] = {}
        self._index: dict[str, list[SaidKey]] = {}
        texts: dict[str, set[str]] = {}
        for article, reading in readings.items():
            for number, statement in enumerate(reading.statements):
                words = self._words(reading, statement.content)
                texts.setdefault(article, set()).update(words)
                if statement.stance in _CLAIMING and len(words) >= _LEAST_SHARED:
                    self._claims[article, number] = self._claim(reading, statement, words)
        self._weights = rarity(texts.values())
        for key, claim in self._claims.items():
            for word in claim.words | claim.teller:
                self._index.setdefault(word, []).append(key)

    def about(self, denial: Denial) -> Iterator[SaidKey]:
        """Yield the claims of other articles that a denial is about, the likeliest first."""
        reading = self._readings[denial.article]
        statement = reading.statements[denial.statement]
        parts = [statement.content, *(reading.statements[n].content for n in denial.beside)]
        words = frozenset().union(*(self._words(reading, part) for part in parts))
        if len(words) < _LEAST_SHARED:
            return
        sentence = next((s.span for s in reading.sentences if s.index == statement.sentence), statement.content)
        denier = self._speaker(reading, statement)
        named = self._named(reading, sentence).union(*(self._named(reading, part) for part in parts))
        found: list[tuple[float, SaidKey]] = []
        for key in self._candidates(words, denial.article):
            claim = self._claims[key]
            if claim.speaker & denier or (denial.part and not claim.accuses):
                continue
            names_denier, names_claimant = bool(denier & claim.named), bool(claim.speaker & named)
            # «تقرير لمركز …»: who claims it is no part of what is claimed.
            denied = words - claim.teller if names_claimant else words
            shared = claim.words & denied
            if names_denier and claim.accuses and not denied - claim.teller - shared:
                found.append((-1.0, key))
                continue
            weight = self._weight(shared) / max(min(self._weight(denied), self._weight(claim.words)), 1.0)
            tied = names_denier or names_claimant
            least = _ALONE if not tied else _TIED if claim.accuses or names_claimant else _TIED_ASSERTED
            if len(shared) >= _LEAST_SHARED and weight >= least:
                found.append((-weight - tied, key))
        yield from (key for _, key in sorted(found)[:_MOST])

    def _claim(self, reading: Reading, statement: Statement, words: frozenset[str]) -> _Claim:
        teller = self._words(reading, statement.holder) if statement.holder else frozenset()
        named = self._named(reading, statement.content)
        return _Claim(words, named, self._speaker(reading, statement), teller, statement.stance == "accuse")

    def _candidates(self, words: Iterable[str], article: str) -> list[SaidKey]:
        shared: dict[SaidKey, int] = {}
        for word in words:
            for key in self._index.get(word, ()):
                if key[0] != article:
                    shared[key] = shared.get(key, 0) + 1
        likely = (key for key, n in shared.items() if n >= _LEAST_SHARED and self._in_time(key[0], article))
        return sorted(likely, key=lambda key: (-shared[key], key))[:_LOOKED_AT]

    def _in_time(self, claim: str, denial: str) -> bool:
        one, other = published_days(self._readings[claim]), published_days(self._readings[denial])
        if one.first and other.last and one.first > other.last + _AFTER:
            return False
        return not (one.last and other.first and one.last < other.first - _BEFORE)

    def _weight(self, words: Iterable[str]) -> float:
        return sum(self._weights.get(word, 1.0) for word in words)

    def _words(self, reading: Reading, span: Span) -> frozenset[str]:
        return frozenset(stems(span.of(reading.article.text), self._stop))

    def _named(self, reading: Reading, span: Span) -> frozenset[str]:
        """Return the entities that a stretch names, and the countries of them."""
        local = {name.entity for name in reading.names if span.holds(name.span)}
        ids = {
            self._world.members[reading.article.id, e] for e in local if (reading.article.id, e) in self._world.members
        }
        return frozenset(ids | {f"of:{code}" for e in ids if (code := self._world.country(e)) is not None})

    def _speaker(self, reading: Reading, statement: Statement) -> frozenset[str]:
        """Return who speaks: the entity, those named in its wording (whom it speaks for), and their countries."""
        found = set(self._named(reading, statement.holder)) if statement.holder else set()
        if statement.speaker is not None:
            ident = self._world.members.get((reading.article.id, statement.speaker))
            if ident is not None:
                code = self._world.country(ident)
                found |= {ident, f"of:{code}"} if code else {ident}
        return frozenset(found)
