"""Other texts from the annotated ones: a name in the place of another of its type, letters left out as writers do.

Few names recur in a few hundred texts; with others in their places the encoder learns what stands around a name
(Dai & Adel 2020, arXiv:2010.11683, "mention replacement").
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from tawatur.tagger.labels import CUT_GROUPS, NAME_TYPES
from tawatur.tagger.train.samples import Predicate, Sample

# How newspapers, and their readers, simplify letters.
_RESPELLED = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ى": "ي"})
_NAME_CUT = CUT_GROUPS.index("name")


@dataclass(frozen=True)
class _Mention:
    words: tuple[str, ...]
    marks: tuple[bool, ...]


class Augmenter:
    """Makes texts anew: each name is swapped with the probability `swap`, all letters simplified with `respell`.

    A name is the same in all sentences of a text, as they are read together.
    """

    def __init__(self, samples: list[Sample], *, swap: float, respell: float) -> None:
        self.swap, self.respell = swap, respell
        self.mentions: dict[int, list[_Mention]] = {kind: [] for kind in range(len(NAME_TYPES))}
        known = set()
        for sample in samples:
            for first, last, kind in _names(sample):
                letters = _letters(sample, first)
                words = (sample.words[first][letters:], *sample.words[first + 1 : last])
                mention = _Mention(words, tuple(sample.marks[first:last]))
                if words[0] and (kind, mention) not in known:
                    known.add((kind, mention))
                    self.mentions[kind].append(mention)

    def __call__(self, samples: Iterable[Sample], rng: random.Random) -> Iterator[Sample]:
        """Yield samples or those made from them; the samples given stay as they are."""
        chosen: dict[tuple[int, tuple[str, ...]], _Mention | None] = {}
        simple = False
        for sample in samples:
            if not sample.follows:
                chosen, simple = {}, rng.random() < self.respell
            made = self._swap(sample, rng, chosen) if self.swap else sample
            yield replace(made, words=[word.translate(_RESPELLED) for word in made.words]) if simple else made

    def _swap(
        self, sample: Sample, rng: random.Random, chosen: dict[tuple[int, tuple[str, ...]], _Mention | None]
    ) -> Sample:
        """Return the sample with other names; `chosen` is what stands for each name of its text."""
        for first, last, kind in reversed(_names(sample)):
            letters = _letters(sample, first)
            key = (kind, (sample.words[first][letters:], *sample.words[first + 1 : last]))
            if key not in chosen:
                chosen[key] = rng.choice(self.mentions[kind]) if rng.random() < self.swap else None
            mention = chosen[key]
            if mention is not None:
                sample = _swapped(sample, first, last, mention)
        return sample


def _names(sample: Sample) -> list[tuple[int, int, int]]:
    """Return first word, last word + 1 and type of each name of a sample."""
    labels, found = sample.labels["name"], []
    for first, label in enumerate(labels):
        if label % 2 == 1:
            last = first + 1
            while last < len(labels) and labels[last] == label + 1:
                last += 1
            found.append((first, last, label // 2))
    return found


def _letters(sample: Sample, word: int) -> int:
    return max(0, int(sample.labels["cut"][word][_NAME_CUT]))


def _swapped(sample: Sample, first: int, last: int, mention: _Mention) -> Sample:
    """Return the sample with a mention in the place of words [first, last), or unchanged where that is unclear."""
    labels, size = sample.labels, len(mention.words)
    inside = range(first, last)
    prefix = sample.words[first][: _letters(sample, first)]
    if any(p.word in inside for p in sample.predicates) or any(
        labels[h][i] for h in ("cue", "trigger") for i in inside
    ):
        return sample
    if prefix.endswith("ل") and mention.words[0].startswith("ال"):
        return sample  # the article's alef would be swallowed
    if any(len({_kind(p.roles[i]) for i in inside}) > 1 or any(p.roles[i] % 2 for i in inside[1:])
           for p in sample.predicates):  # fmt: skip
        return sample  # a role that ends within the name

    def spread(values: list[int]) -> list[int]:
        start = values[first]
        return [*values[:first], start, *[start + start % 2] * (size - 1), *values[last:]]

    made: dict[str, list[Any]] = {h: spread(x) for h, x in labels.items() if h in ("name", "cue", "trigger")}
    made |= {h: [*x[: first + 1], *[x[first]] * (size - 1), *x[last:]] for h, x in labels.items() if h not in made}
    for i in range(first + 1, first + size):
        made["cut"][i] = [-100] * len(CUT_GROUPS)
    step = size - (last - first)
    predicates = [
        Predicate(p.kind, p.word + (step if p.word >= last else 0), spread(p.roles)) for p in sample.predicates
    ]
    words = [*sample.words[:first], prefix + mention.words[0], *mention.words[1:], *sample.words[last:]]
    return Sample(
        words, [*sample.marks[:first], *mention.marks, *sample.marks[last:]], made, predicates, sample.follows
    )


def _kind(label: int) -> int:
    return (label + 1) // 2
