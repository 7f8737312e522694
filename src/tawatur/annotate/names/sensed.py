"""What the tagger says of the words of a text as names: names that it proposes, and its odds for any span."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import get_args

import numpy as np

from tawatur.annotate.names.bodies import stands
from tawatur.annotate.names.tokens import Found, Token
from tawatur.lexicon.name_words import NameLexicon
from tawatur.model import NameType
from tawatur.tagger import TaggedText
from tawatur.tagger.decoding import Floats, Labels, best_labels, runs
from tawatur.tagger.labels import NAME_TYPES
from tawatur.tagger.ladder import log_odds

_TYPES: tuple[NameType, ...] = get_args(NameType)
if _TYPES != NAME_TYPES:
    raise ImportError(f"the tagger's types of names {NAME_TYPES} are not the model's {_TYPES}")
# By how much the log probability of "no name" is lowered to let the tagger propose what it does not decide for: so far
# that nearly every name is among the proposals. Which of them stand, the weights decide.
_EAGER = (1.5, 3.0)
# The strength that a name from the tagger has among those of the grammar when repeats are looked for.
_STRENGTH = 50


@dataclass(frozen=True, slots=True)
class Opinion:
    """The tagger's log odds of a span and type: that exactly this is a name of the type; that its words are of the
    type; that they are of any type."""

    exact: float
    of_type: float
    of_any: float


class Sensed:
    """The tagger's opinions of one text, summed up so that a span is asked about in one step."""

    def __init__(self, tagged: TaggedText, sentences: Sequence[tuple[Token, ...]], lexicon: NameLexicon) -> None:
        self._tagged, self._sentences, self._lexicon = tagged, sentences, lexicon
        log_p = tagged.name_log_p
        first, further = log_p[:, 1::2], log_p[:, 2::2]
        none = np.minimum(log_p[:, 0], -1e-6)
        self._first = first.tolist()
        self._further = _summed(further)
        self._either = _summed(np.logaddexp(first, further))
        self._any = _summed(np.log1p(-np.exp(none))[:, None])
        # Probability that a word does not go on a name of the type; nothing goes on after the last word.
        self._ends = [*np.log1p(-np.minimum(np.exp(further), 1 - 1e-6)).tolist(), [0.0] * len(NAME_TYPES)]

    def opinion(self, found: Found) -> Opinion:
        """Return what the tagger says of a span and type."""
        tokens = self._sentences[found.sentence]
        first, last = tokens[found.first].word.index, tokens[found.last - 1].word.index + 1
        kind = _TYPES.index(found.type)
        exact = self._first[first][kind] + self._further[last][kind] - self._further[first + 1][kind]
        if last < len(self._ends):
            exact += self._ends[last][kind]
        words = last - first
        return Opinion(
            _odds(exact),
            _odds((self._either[last][kind] - self._either[first][kind]) / words),
            _odds((self._any[last][0] - self._any[first][0]) / words),
        )

    def likely_types(self, found: Found, least: float) -> list[NameType]:
        """Return the types that the words of a name have with at least this log odds."""
        tokens = self._sentences[found.sentence]
        first, last = tokens[found.first].word.index, tokens[found.last - 1].word.index + 1
        sums = zip(_TYPES, self._either[last], self._either[first], strict=True)
        lowest = -math.log1p(math.exp(-least)) * (last - first)
        return [kind for kind, after, before in sums if after - before >= lowest]

    @cached_property
    def decided(self) -> list[Found]:
        """The names that the tagger decides for."""
        log_p = self._tagged.name_log_p
        found = [
            self._name(run.first + first, run.last + first, run.kind, "tagger")
            for first, last in self._tagged.windows
            for run in runs(best_labels(log_p[first:last]), log_p[first:last])
        ]
        return [name for name in found if name is not None]

    def proposed(self) -> Iterator[Found]:
        """Yield the names that it would decide for were names likelier than they are."""
        for lowered in _EAGER:
            log_p = self._tagged.name_log_p.copy()
            log_p[:, 0] -= lowered
            for first, last, kind in _likeliest(log_p.argmax(axis=1)):
                name = self._name(first, last, kind, "tagger perhaps")
                if name is not None:
                    yield name

    @cached_property
    def _token_at(self) -> dict[int, tuple[int, int]]:
        return {t.word.index: (s, i) for s, tokens in enumerate(self._sentences) for i, t in enumerate(tokens)}

    def _name(self, first: int, last: int, kind: int, evidence: str) -> Found | None:
        places = [self._token_at[w] for w in range(first, last) if w in self._token_at]
        if not places:
            return None
        sentence, at = places[0]
        tokens = self._sentences[sentence]
        cut = self._tagged.name_cut(tokens[at].word.index)
        # What the tagger cuts but the grammar does not know as clitics is no cut.
        cut = cut if any(c.letters == cut for c in tokens[at].cuts) else 0
        end = next(i for s, i in reversed(places) if s == sentence) + 1
        classes = _class_words(tokens, at, end, cut, self._lexicon) if _TYPES[kind] == "ORG" else 0
        return Found(sentence, at, end, cut, _TYPES[kind], evidence, _STRENGTH, class_words=classes)


def _likeliest(labels: Labels) -> Iterator[tuple[int, int, int]]:
    """Yield first word, end and kind of each name in labels; a further word of another name than before starts one."""
    named = np.flatnonzero(labels).tolist()
    label = labels.tolist()
    first: int | None = None
    for at in named:
        if label[at] % 2 == 1 or first is None:
            first = at
        kind = (label[at] - 1) // 2
        if at + 1 == len(label) or label[at + 1] != 2 * kind + 2:
            yield first, at + 1, kind
            first = None


def _class_words(tokens: tuple[Token, ...], at: int, end: int, cut: int, lexicon: NameLexicon) -> int:
    """Return how many words of a body's name are a class word that later mentions leave out («شركة»)."""
    form = next((c.form for c in tokens[at].cuts if c.letters == cut), tokens[at].norm)
    for entry in lexicon.classes.get(form, ()):
        if entry.type == "ORG" and entry.mode in ("party", "named") and stands(tokens, at, entry):
            return len(entry.words) if at + len(entry.words) < end else 0
    return 0


def _summed(values: Floats) -> list[list[float]]:
    """Return the sums of the rows before each row, and of all."""
    sums: list[list[float]] = np.concatenate(
        [np.zeros((1, values.shape[1])), values.cumsum(axis=0, dtype=float)]
    ).tolist()
    return sums


def _odds(log_p: float) -> float:
    """Return the log odds of a log probability, kept finite."""
    return log_odds(math.exp(min(log_p, -1e-6)))
