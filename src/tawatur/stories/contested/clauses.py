"""Clauses: the stretches of an article that tell one thing each, with their content words and who tells them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from tawatur.lexicon.contest_words import ContestWords
from tawatur.lexicon.join_words import JoinLexicon, forms
from tawatur.model import Reading, Span, Statement
from tawatur.stories.wording import stem
from tawatur.text.words import Word, find_words, without_article

_ENDS = frozenset("،؛,;.!؟?:\n•")
# «و» before a negator or a word of denying.
_AND = "و"
# So many letters of a clause must stand in what somebody says for the clause to be said by them.
_HELD = 8


@dataclass(frozen=True, slots=True)
class Token:
    """A content word: as folded, its stem, and the deeds that it may tell («غارات», «قصف»)."""

    norm: str
    stem: str
    senses: frozenset[str]
    span: Span

    def meets(self, other: Token) -> bool:
        """Tell whether two words are one or tell one deed."""
        return self.stem == other.stem or bool(self.senses & other.senses)

    def surely_meets(self, other: Token) -> bool:
        """Tell whether two words are one but for clitics and endings («كوليرا» is no «كلورة»), or tell one deed."""
        return bool(self.senses & other.senses) or not set(forms(self.norm)).isdisjoint(forms(other.norm))


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of a sentence between two marks: its words as folded, its content words, who says it."""

    article: str
    sentence: int
    span: Span
    norms: tuple[str, ...]
    tokens: tuple[Token, ...]
    statement: int | None


@lru_cache(maxsize=65536)
def senses(norm: str, words: ContestWords) -> frozenset[str]:
    """Return the deeds that a folded word may tell."""
    return frozenset().union(*(words.alike.get(form, frozenset()) for form in forms(norm)))


def content(words: Iterable[Word], times: Sequence[Span], lexicon: JoinLexicon) -> tuple[Token, ...]:
    """Return the content words among some words: no stop words, frames of denials, numbers or times."""
    return tuple(
        Token(word.norm, stem(word.norm), senses(word.norm, lexicon.contest), word.span)
        for word in words
        if word.kind == "word"
        and len(word.norm) > 1
        and word.norm not in lexicon.stop
        and not _is_frame(word.norm, lexicon.contest)
        and not any(time.holds(word.span) for time in times)
    )


@lru_cache(maxsize=65536)
def _is_frame(norm: str, words: ContestWords) -> bool:
    return any(without_article(form) in _frame(words) for form in bare(norm))


@lru_cache(maxsize=4)
def _frame(words: ContestWords) -> frozenset[str]:
    return frozenset(without_article(norm) for norm in words.frame | words.negators)


@lru_cache(maxsize=65536)
def bare(norm: str) -> tuple[str, ...]:
    """Return a folded word as it is and without its conjunction."""
    return (norm, norm[1:]) if norm.startswith(_AND) and len(norm) > 2 else (norm,)


def has(norms: Sequence[str], listed: frozenset[str]) -> bool:
    """Tell whether one of some folded words is listed, with or without a conjunction before it."""
    return any(form in listed for norm in norms for form in bare(norm))


def has_phrase(norms: Sequence[str], phrases: frozenset[str]) -> bool:
    """Tell whether the words of a phrase stand in a row among folded words."""
    line = f" {' '.join(norms)} "
    return any(f" {phrase} " in line or f" {_AND}{phrase} " in line for phrase in phrases)


def clauses_of(reading: Reading, lexicon: JoinLexicon) -> list[Clause]:
    """Return the clauses of an article in order."""
    times = [when.span for when in reading.times]
    return [
        _clause(reading, sentence.index, row, times, lexicon)
        for sentence in reading.sentences
        for row in _rows(find_words(reading.article.text, sentence.span), lexicon)
        if any(word.kind == "word" for word in row)
    ]


def _rows(words: Iterable[Word], lexicon: JoinLexicon) -> Iterator[list[Word]]:
    """Yield the words between two marks, or up to a word with which a further clause begins («وأن», «ولم»)."""
    row: list[Word] = []
    for word in words:
        if word.kind == "mark" and word.text in _ENDS:
            yield row
            row = []
            continue
        if word.norm in lexicon.contest.breaks:
            yield row
            row = []
        row.append(word)
    yield row


def _clause(
    reading: Reading, sentence: int, row: Sequence[Word], times: Sequence[Span], lexicon: JoinLexicon
) -> Clause:
    span = Span(row[0].span.start, row[-1].span.end)
    held = holder_at(reading, span)
    tokens = content(row, [time for time in times if span.meets(time)], lexicon)
    if held is not None:
        # Who says it is no part of what is said.
        statement = reading.statements[held]
        spoken = [place for place in (statement.cue, statement.holder) if place is not None]
        tokens = tuple(t for t in tokens if not any(place.holds(t.span) for place in spoken))
    norms = tuple(w.norm for w in row if w.kind == "word")
    return Clause(reading.article.id, sentence, span, norms, tokens, held)


def holder_at(reading: Reading, span: Span) -> int | None:
    """Return the statement whose content holds most of a clause, the innermost of equals, or None."""
    held = [
        (-overlap, s.content.end - s.content.start, n)
        for n, s in enumerate(reading.statements)
        if (overlap := min(s.content.end, span.end) - max(s.content.start, span.start)) >= _HELD
    ]
    return min(held)[2] if held else None


def cue_norms(reading: Reading, statement: Statement) -> tuple[str, ...]:
    """Return the folded words of a statement's cue."""
    return tuple(w.norm for w in find_words(reading.article.text, statement.cue)) if statement.cue else ()
