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
from tawatur.tagger.windows import windows

# Kernels are prepared anew for every shape: few lengths, one number of sentences for each.
_STEP = 16


@dataclass
class Example:
    """One window of a sample: pieces, the first piece of each word, and the labels of its words."""

    ids: tuple[int, ...]
    starts: tuple[int, ...]
    labels: dict[str, list[Any]]
    predicates: list[Predicate]


@dataclass
class Batch:
    """Tensors of some examples, padded: `ids` with `seen`, `starts` with `words` (what is no padding in each), labels
    by head; predicates by kind."""

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
    for window in windows(ids, sample.words):
        first, last = window.first, window.last
        kept = [
            Predicate(p.kind, p.word - first, p.roles[first:last]) for p in sample.predicates if first <= p.word < last
        ]
        yield Example(window.ids, window.starts, {h: x[first:last] for h, x in sample.labels.items()}, kept)


def batches(found: list[Example], rng: random.Random, pieces_each: int) -> list[list[Example]]:
    """Return all examples in batches of about `pieces_each` pieces, in random order; every example comes once."""
    by_length: dict[int, list[Example]] = {}
    for example in found:
        by_length.setdefault(_rounded(len(example.ids)), []).append(example)
    result, left = [], list[Example]()
    for length in sorted(by_length):
        pool = left + by_length[length]
        rng.shuffle(pool)
        size = max(4, pieces_each // length)
        whole = len(pool) // size * size
        result += [pool[i : i + size] for i in range(0, whole, size)]
        left = pool[whole:]  # joins the next length, so that all but the last batch are full
    if left:
        result.append(left)
    rng.shuffle(result)
    return result


def _rounded(length: int) -> int:
    return -(-length // _STEP) * _STEP


def collate(group: list[Example], rng: random.Random, word_dropout: float) -> Batch:
    """Return the tensors of one batch; a piece becomes the unknown one with the probability `word_dropout`."""
    length = _rounded(max(len(e.ids) for e in group))
    words = max(len(e.starts) for e in group)
    ids, seen = torch.full((len(group), length), PAD), torch.zeros(len(group), length)
    starts, kept_words = torch.zeros(len(group), words, dtype=torch.long), torch.zeros(len(group), words)
    for row, example in enumerate(group):
        kept = [UNKNOWN if i > UNKNOWN and rng.random() < word_dropout else i for i in example.ids]
        ids[row, : len(kept)] = torch.tensor(kept)
        seen[row, : len(kept)] = 1
        starts[row, : len(example.starts)] = torch.tensor(example.starts)
        kept_words[row, : len(example.starts)] = 1
    labels = {head: _padded(group, head, words) for head in group[0].labels}
    return Batch(ids, seen, starts, kept_words, labels, _predicates(group, words))


def _padded(group: list[Example], head: str, words: int) -> Any:
    shape = (len(group), words, len(CUT_GROUPS)) if head == "cut" else (len(group), words)
    result = torch.full(shape, UNLABELLED)
    for row, example in enumerate(group):
        result[row, : len(example.starts)] = torch.tensor(example.labels[head])
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
