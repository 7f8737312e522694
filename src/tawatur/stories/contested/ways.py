"""Ways told against each other: how or why a thing came about, as two sources of a story tell it.

«شبّ الحريق إثر تماس كهربائي» against «الحريق مفتعل»: two ways of one topic of which only one can be right, each told as
a fact by somebody, beside words of the topic.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from tawatur.lexicon.amount_words import load_amount_words
from tawatur.lexicon.join_words import JoinLexicon, forms
from tawatur.lexicon.way_words import Phrase, WayWords
from tawatur.model import Reading, Span
from tawatur.stories.contested.clauses import Clause
from tawatur.stories.contested.matching import affirms
from tawatur.text.words import find_words

# Sentences before a way in which its topic is told, and those between two ways that one article tells of one thing.
_BEFORE, _CLOSE = 1, 2
_BUT = frozenset({("غير", "ان"), ("الا", "ان"), ("بيد", "ان")})


@dataclass(frozen=True, slots=True)
class Told:
    """A way that a clause tells a thing to have come about: its topic and name, and the words for it."""

    clause: Clause
    topic: str
    way: str
    name: str
    span: Span
    contrast: bool


def ways(reading: Reading, clauses: Sequence[Clause], lexicon: JoinLexicon, words: WayWords) -> Iterator[Told]:
    """Yield the ways that the clauses of an article tell as facts, each with words of its topic near it."""
    text = reading.article.text
    for clause in clauses:
        row = [w for w in find_words(text, clause.span) if w.kind == "word"]
        for at, word in enumerate(row):
            for topic, way, phrase in _starting(word.norm, words):
                span = Span(word.span.start, row[min(at + len(phrase), len(row)) - 1].span.end)
                if not _stands(phrase, [w.norm for w in row[at:]]) or not _of_topic(
                    reading, clause, topic, span, words
                ):
                    continue
                inside = [t for t in clause.tokens if span.holds(t.span)] or list(clause.tokens)
                if inside and affirms(clause, inside, reading, lexicon):
                    yield Told(clause, topic, way, words.names[topic, way], span, _contrasts(reading, clause, lexicon))


def _starting(norm: str, words: WayWords) -> Iterator[tuple[str, str, Phrase]]:
    for form in forms(norm):
        yield from words.phrases.get(form, ())


def _stands(phrase: Phrase, norms: Sequence[str]) -> bool:
    return len(norms) >= len(phrase) and all(word in forms(norm) for word, norm in zip(phrase, norms, strict=False))


def _of_topic(reading: Reading, clause: Clause, topic: str, span: Span, words: WayWords) -> bool:
    """Tell whether a word of the topic stands in the sentence of a way, or the one before, beside the way itself."""
    near = [s.span for s in reading.sentences if clause.sentence - _BEFORE <= s.index <= clause.sentence]
    row = [w for place in near for w in find_words(reading.article.text, place) if w.kind == "word"]
    norms = [w.norm for w in row if not span.holds(w.span)]
    return any(_stands(phrase, norms[at:]) for at in range(len(norms)) for phrase in words.topics[topic])


def ways_apart(every: Sequence[Told]) -> Iterator[tuple[Told, Told]]:
    """Yield two ways of one topic of which each is the only one that its teller gives."""
    for one, other in combinations(every, 2):
        if one.topic != other.topic or one.way == other.way:
            continue
        if one.clause.article == other.clause.article:
            if one.clause.statement == other.clause.statement or not _set_against(one, other):
                continue
        elif _tells(one, other.way, every) or _tells(other, one.way, every):
            # Who reports both ways sets them against each other itself, or tells of two things.
            continue
        yield one, other


def _contrasts(reading: Reading, clause: Clause, lexicon: JoinLexicon) -> bool:
    """Tell whether the sentence of a clause sets something against what was told («تختلف الرواية», «غير أن»)."""
    sentence = next(s.span for s in reading.sentences if s.index == clause.sentence)
    norms = [w.norm.removeprefix("و") for w in find_words(reading.article.text, sentence) if w.kind == "word"]
    clash = load_amount_words().lists["clash"]
    return any(n in lexicon.telling["contrast"] or n in clash for n in norms) or any(p in _BUT for p in pairwise(norms))


def _set_against(one: Told, other: Told) -> bool:
    """Tell whether an article sets the later of two ways against the other, close behind it."""
    first, second = sorted((one, other), key=lambda told: told.span)
    return second.contrast and second.clause.sentence - first.clause.sentence <= _CLOSE


def _tells(told: Told, way: str, every: Sequence[Told]) -> bool:
    return any(t.clause.article == told.clause.article and t.topic == told.topic and t.way == way for t in every)
