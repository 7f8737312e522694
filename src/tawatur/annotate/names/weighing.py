"""The names of grammar and tagger together: every candidate gets a probability, the best that fit together stand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from tawatur.annotate.names.candidates import Candidate, gather
from tawatur.annotate.names.features import features, keep_company
from tawatur.annotate.names.sensed import Sensed
from tawatur.annotate.names.tokens import Found, Token
from tawatur.lexicon.name_words import NameLexicon
from tawatur.lexicon.sparse_weights import Row
from tawatur.tagger import TaggedText


@dataclass(frozen=True, slots=True)
class Weighed:
    """A candidate with its features."""

    candidate: Candidate
    features: tuple[str, ...]


def weigh(
    sentences: Sequence[tuple[Token, ...]],
    grammar: Sequence[Found],
    chosen: Sequence[Found],
    tagged: TaggedText,
    lexicon: NameLexicon,
) -> list[Weighed]:
    """Return all candidates with their features; `chosen` is what the grammar alone would give."""
    sensed = Sensed(tagged, sentences, lexicon)
    candidates = gather(sentences, grammar, chosen, sensed, lexicon)
    company = keep_company(candidates, chosen, sensed.decided)
    return [Weighed(c, tuple(features(c, sentences[c.found.sentence], company, lexicon))) for c in candidates]


def stand(weighed: Iterable[Weighed], weights: Row) -> list[Found]:
    """Return the names that stand, with their probability: of those that overlap, the set with the most to win.

    What a name is worth is its probability beyond the threshold (Kleinberg & Tardos, weighted interval scheduling).
    """
    by_sentence: dict[int, list[Found]] = {}
    for w in weighed:
        p = weights.probability(frozenset(w.features))
        if p >= weights.threshold:
            by_sentence.setdefault(w.candidate.found.sentence, []).append(replace(w.candidate.found, p=p))
    return [name for _, names in sorted(by_sentence.items()) for name in _best_set(names, weights.threshold)]


def _best_set(names: list[Found], threshold: float) -> list[Found]:
    """Return the names of one sentence that do not overlap and are worth most together, in order."""
    names.sort(key=lambda f: (f.last, f.first, f.cut, f.type))
    best: list[tuple[float, tuple[Found, ...]]] = [(0.0, ())]
    for at, name in enumerate(names):
        before = at
        while before and names[before - 1].last > name.first:
            before -= 1
        worth, company = best[before]
        own = (worth + (name.p or 0.0) - threshold, (*company, name))
        # Of equal worth the longer name stands, so the later one only when it is worth more.
        best.append(own if own[0] > best[-1][0] else best[-1])
    return list(best[-1][1])
