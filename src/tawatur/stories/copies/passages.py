"""Passages: the sentences that two texts share, and those that each has of its own.

An outlet shortens a wire text, gives it another lead, adds a paragraph: sentences stay whole or nearly so, wherever
they then stand. A word is shared where a run of words around it stands in the other text too; a sentence is shared
when most of its words are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tawatur.model import Span
from tawatur.stories.copies.candidates import RUN
from tawatur.stories.copies.texts import folded_words

# What ends a sentence for this purpose; «؛» and line ends too, since editors join and part sentences there.
_SENTENCE = re.compile(r"[^\n.!?؟؛]+")
# Three of five words in shared runs: one word changed in ten words leaves this much.
_MOST = 0.6
# Shorter sentences («وأضاف أن ذلك مهم») are shared by chance.
_LEAST_WORDS = 6

Run = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a text: its place in code points and its folded words."""

    span: Span
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Passages:
    """What two texts share: sentences of each that stand in the other, its own ones, and the shares of its words.

    `one_share` and `other_share` are the parts (0 to 1) of each text's words that stand in shared sentences.
    """

    one_shared: tuple[Span, ...]
    one_own: tuple[Span, ...]
    other_shared: tuple[Span, ...]
    other_own: tuple[Span, ...]
    one_share: float
    other_share: float
    words: int


def sentences_of(text: str, left_out: frozenset[tuple[str, ...]] = frozenset()) -> tuple[Sentence, ...]:
    """Return the sentences of a text that have words; lines of `left_out` (folded words) are furniture."""
    return tuple(_sentences(text, left_out))


def _sentences(text: str, left_out: frozenset[tuple[str, ...]]) -> Iterator[Sentence]:
    start = 0
    for line in text.split("\n"):
        if not left_out or folded_words(line) not in left_out:
            for match in _SENTENCE.finditer(line):
                words = folded_words(match[0])
                if words:
                    lead = len(match[0]) - len(match[0].lstrip())
                    end = match.start() + len(match[0].rstrip())
                    yield Sentence(Span(start + match.start() + lead, start + end), words)
        start += len(line) + 1


def align(one: Sequence[Sentence], other: Sequence[Sentence]) -> Passages:
    """Tell which sentences of two texts stand in the other, whatever their order there."""
    mine, mine_own, mine_words = _standing(one, runs_of(other))
    theirs, theirs_own, their_words = _standing(other, runs_of(one))
    return Passages(
        mine,
        mine_own,
        theirs,
        theirs_own,
        mine_words / max(1, _count(one)),
        their_words / max(1, _count(other)),
        min(mine_words, their_words),
    )


def runs_of(sentences: Sequence[Sentence]) -> frozenset[Run]:
    """Return the runs of words of a text, over the ends of sentences as well: editors join and part them."""
    words = [word for sentence in sentences for word in sentence.words]
    return frozenset(tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1))


def _standing(sentences: Sequence[Sentence], runs: frozenset[Run]) -> tuple[tuple[Span, ...], tuple[Span, ...], int]:
    """Return the sentences that stand in a text of these runs, those that do not, and the words of the former."""
    shared: list[Span] = []
    own: list[Span] = []
    words = 0
    for sentence in sentences:
        if len(sentence.words) >= _LEAST_WORDS and _covered(sentence.words, runs) >= _MOST * len(sentence.words):
            shared.append(sentence.span)
            words += len(sentence.words)
        else:
            own.append(sentence.span)
    return tuple(shared), tuple(own), words


def _covered(words: tuple[str, ...], runs: frozenset[Run]) -> int:
    """Count the words that stand in a shared run."""
    covered, upto = 0, 0
    for at in range(len(words) - RUN + 1):
        if words[at : at + RUN] in runs:
            covered += at + RUN - max(at, upto)
            upto = at + RUN
    return covered


def _count(sentences: Sequence[Sentence]) -> int:
    return sum(len(sentence.words) for sentence in sentences)
