"""Samples into batches of few shapes: lengths rounded up to 16 pieces, a fixed number of sentences for each length."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import torch

from tawatur.tagger.labels import CUT_GROUPS
from tawatur.tagger.pieces import PAD, UNKNOWN, Pieces
from tawatur.tagger.train.samples import UNLABELLED, Predicate, Sample
from tawatur.tagger.windows import Window, joined, windows

# Kernels are prepared anew for every shape: few lengths, one number of sentences for each.
_STEP = 16
# So many of the stretches are filled; the others stop at a random size, so that no sentence has a steady neighbour,
# and sentences are learned alone too.
_FILLED = 0.7


@dataclass
class Example:
    """One window of a sample and the labels of its words; `follows` the example before in its text."""

    window: Window
    labels: dict[str, list[Any]]
    predicates: list[Predicate]
    follows: bool


# Neighbouring examples of one text that are encoded together.
Stretch = list[Example]


@dataclass
class Batch:
    """Tensors of some stretches, padded: `ids` with `seen` by stretch; by example `starts` (in all pieces of the batch,
    row after row) with `words` (what is no padding in each), labels by head; predicates by kind."""

    ids: Any
    seen: Any
    starts: Any
    words: Any
    labels: dict[str, Any]
    predicates: dict[str, tuple[Any, Any, Any]]


def examples(samples: Iterable[Sample], pieces: Pieces) -> list[Example]:
    """Return the windows of samples; a predicate keeps the roles that lie in its window."""
    return [example for sample in samples for example in _examples(sample, pieces)]


def _examples(sample: Sample, pieces: Pieces) -> Iterator[Example]:
    ids = [pieces.of_surface(w, mark=m) for w, m in zip(sample.words, sample.marks, strict=True)]
    for at, window in enumerate(windows(ids, sample.words)):
        first, last = window.first, window.last
        kept = [
            Predicate(p.kind, p.word - first, p.roles[first:last]) for p in sample.predicates if first <= p.word < last
        ]
        labels = {h: x[first:last] for h, x in sample.labels.items()}
        yield Example(window, labels, kept, at > 0 or sample.follows)


def stretched(found: Iterable[Example], rng: random.Random, context: int) -> list[Stretch]:
    """Return examples in groups of neighbours of random size, `context` pieces at most (0: each alone)."""
    result, total, most = list[Stretch](), 0, 0
    for example in found:
        size = len(example.window.ids) - 1
        if not result or not example.follows or total + size > most:
            result.append([])
            total, most = 0, context if rng.random() < _FILLED else rng.randrange(context + 1)
        result[-1].append(example)
        total += size
    return result


def _size(stretch: Stretch) -> int:
    return 1 + sum(len(example.window.ids) - 1 for example in stretch)


def batches(found: Iterable[Stretch], rng: random.Random, pieces_each: int) -> list[list[Stretch]]:
    """Return all stretches in batches of about `pieces_each` pieces, in random order; every stretch comes once."""
    by_length: dict[int, list[Stretch]] = {}
    for stretch in found:
        by_length.setdefault(_rounded(_size(stretch)), []).append(stretch)
    result, left = [], list[Stretch]()
    for length in sorted(by_length):
        pool = left + by_length[length]
        rng.shuffle(pool)
        size = max(2, pieces_each // length)
        whole = len(pool) // size * size
        result += [pool[i : i + size] for i in range(0, whole, size)]
        left = pool[whole:]  # joins the next length, so that all but the last batch are full
    if left:
        result.append(left)
    rng.shuffle(result)
    return result


def _rounded(length: int) -> int:
    return -(-length // _STEP) * _STEP


def collate(group: list[Stretch], rng: random.Random, word_dropout: float) -> Batch:
    """Return the tensors of one batch; a piece becomes the unknown one with the probability `word_dropout`."""
    found = [example for stretch in group for example in stretch]
    length = _rounded(max(map(_size, group)))
    words = max(len(e.window.starts) for e in found)
    ids, seen = torch.full((len(group), length), PAD), torch.zeros(len(group), length)
    starts, kept_words = torch.zeros(len(found), words, dtype=torch.long), torch.zeros(len(found), words)
    at = 0
    for row, stretch in enumerate(group):
        pieces, begun = joined([example.window for example in stretch])
        kept = [UNKNOWN if i > UNKNOWN and rng.random() < word_dropout else i for i in pieces]
        ids[row, : len(kept)] = torch.tensor(kept)
        seen[row, : len(kept)] = 1
        for each in begun:
            starts[at, : len(each)] = torch.tensor(each) + row * length
            kept_words[at, : len(each)] = 1
            at += 1
    labels = {head: _padded(found, head, words) for head in found[0].labels}
    return Batch(ids, seen, starts, kept_words, labels, _predicates(found, words))


def _padded(group: list[Example], head: str, words: int) -> Any:
    shape = (len(group), words, len(CUT_GROUPS)) if head == "cut" else (len(group), words)
    result = torch.full(shape, UNLABELLED)
    for row, example in enumerate(group):
        result[row, : len(example.labels[head])] = torch.tensor(example.labels[head])
    return result


def _predicates(group: list[Example], words: int) -> dict[str, tuple[Any, Any, Any]]:
    found: dict[str, list[tuple[int, Predicate]]] = {}
    for row, example in enumerate(group):
        for predicate in example.predicates:
            found.setdefault(predicate.kind, []).append((row, predicate))
    result = {}
    for kind, pairs in sorted(found.items()):
        roles = torch.full((len(pairs), words), UNLABELLED)
        for i, (_, predicate) in enumerate(pairs):
            roles[i, : len(predicate.roles)] = torch.tensor(predicate.roles)
            roles[i, predicate.word] = UNLABELLED
        rows = torch.tensor([row for row, _ in pairs])
        result[kind] = (rows, torch.tensor([p.word for _, p in pairs]), roles)
    return result
