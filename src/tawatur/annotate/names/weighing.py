"""The names of grammar and tagger together: every candidate gets a probability, the best that fit together stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from tawatur.annotate.names.candidates import Candidate, Place, gather, place_of
from tawatur.annotate.names.features import features, keep_company
from tawatur.annotate.names.sensed import Sensed
from tawatur.annotate.names.tokens import Found, Token
from tawatur.lexicon.name_words import NameLexicon
from tawatur.lexicon.sparse_weights import Row
from tawatur.tagger import TaggedText

# A candidate below the threshold still stands from this probability where the same words stand elsewhere in the article
# at `_SURE` or more, as a name of that type or as a person's last word: of 19 that this adds in cross-validation 15 are
# right, which is their probability then.
_AGAIN, _SURE, _AGAIN_P = 0.15, 0.6, 0.78
# What the training texts have too seldom to weigh: the outlet of a dateline (its form says so; not counted), and what
# stands for a country, which three articles of the gold have and two annotate.
_BY_RULE = {"dateline": 0.9, "by-name": 0.67}


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
    What was found once is then found again: see `_AGAIN`.
    """
    by_sentence: dict[int, list[Found]] = {}
    less: list[Candidate] = []
    words: dict[Place, tuple[str, ...]] = {}
    for w in weighed:
        p = max(weights.probability(frozenset(w.features)), *(_BY_RULE.get(e, 0.0) for e in w.candidate.evidence))
        if p < min(_AGAIN, weights.threshold):
            continue
        found = replace(w.candidate.found, p=p)
        if p >= weights.threshold:
            by_sentence.setdefault(found.sentence, []).append(found)
            words[place_of(found)] = w.candidate.words
        elif p >= _AGAIN:
            less.append(replace(w.candidate, found=found))
    names = [name for _, names in sorted(by_sentence.items()) for name in _best_set(names, weights.threshold)]
    again = list(_again(names, words, less))
    return sorted((*names, *again), key=lambda f: (f.sentence, f.first)) if again else names


def _again(names: Sequence[Found], words: dict[Place, tuple[str, ...]], less: Iterable[Candidate]) -> Iterator[Found]:
    """Yield the candidates below the threshold that repeat a name and meet none."""
    sure: set[tuple[str, tuple[str, ...]]] = set()
    for name in names:
        own = words[place_of(name)]
        if (name.p or 0.0) >= _SURE:
            sure.add((name.type, own))
            if name.type == "PER":
                sure.add((name.type, own[-1:]))
    taken = {(name.sentence, at) for name in names for at in range(name.first, name.last)}
    for candidate in sorted(less, key=lambda c: -(c.found.p or 0.0)):
        found = candidate.found
        places = {(found.sentence, at) for at in range(found.first, found.last)}
        if (found.type, candidate.words) in sure and taken.isdisjoint(places):
            taken |= places
            yield replace(found, p=_AGAIN_P)


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
