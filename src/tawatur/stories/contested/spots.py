"""Spots told against each other: where a thing took place, as two sources of a story word it («جرت عند مفرق …»)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from tawatur.lexicon.join_words import JoinLexicon
from tawatur.model import Reading, Span
from tawatur.stories.contested.clauses import Clause, bare
from tawatur.text.words import Word, find_words, without_article

# Words of a spot: its noun and its name.
_SPOT = 2


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a clause says that something took place: the noun of the spot, its name, as worded, and where."""

    clause: Clause
    noun: str
    name: str
    span: Span


def spots(reading: Reading, clauses: Sequence[Clause], lexicon: JoinLexicon) -> Iterator[Spot]:
    """Yield where clauses say that something took place: a verb for it, «عند» and the noun and name of a spot."""
    for clause in clauses:
        words = [w for w in find_words(reading.article.text, clause.span) if w.kind == "word"]
        for n, word in enumerate(words[: -_SPOT - 1]):
            if _took_place(word, lexicon) and words[n + 1].norm in lexicon.contest.at:
                noun, name = words[n + 2], words[n + 3] if n + 3 < len(words) else None
                if name is not None and without_article(noun.norm) in lexicon.contest.spots:
                    span = Span(noun.span.start, name.span.end)
                    yield Spot(clause, without_article(noun.norm), without_article(name.norm), span)


def _took_place(word: Word, lexicon: JoinLexicon) -> bool:
    return any(form in lexicon.told.took_place for form in bare(word.norm))


def spots_apart(every: Sequence[Spot]) -> Iterator[tuple[Spot, Spot]]:
    """Yield two spots of one deed: other names, in clauses of two articles that share a word for the deed."""
    for one, other in combinations(every, 2):
        if one.clause.article == other.clause.article or one.name == other.name:
            continue
        before = [{t.stem for t in s.clause.tokens if t.span.end <= s.span.start} for s in (one, other)]
        if before[0] & before[1]:
            yield one, other
