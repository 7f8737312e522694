"""The best labelling of words that a BIO scheme allows, and the spans that it holds."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Labels = NDArray[np.int64]


class Run(NamedTuple):
    """Words [first, last) of kind `kind`, and the geometric mean of the probabilities of their labels."""

    first: int
    last: int
    kind: int
    p: float


def log_softmax(scores: Floats) -> Floats:
    """Return log probabilities over the last axis."""
    shifted = scores - scores.max(axis=-1, keepdims=True)
    result: Floats = shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))
    return result


def leaned(log_p: Floats, by: float) -> Floats:
    """Return log probabilities with so much added to that of every label but "outside"."""
    if not by:
        return log_p
    more = log_p.copy()
    more[:, 1:] += np.float32(by)
    return more


def best_labels(log_p: Floats) -> Labels:
    """Return the likeliest labelling without a further word of a kind after anything but that kind.

    `log_p` is words × labels of one sequence. Viterbi over hard constraints; where the likeliest label of each word
    by itself is allowed, that is the answer already.
    """
    alone: Labels = log_p.argmax(axis=-1)
    before = 0
    for label in alone.tolist():
        if label and label % 2 == 0 and before not in (label, label - 1):
            return _viterbi(log_p)
        before = label
    return alone


def _viterbi(log_p: Floats) -> Labels:
    words, labels = log_p.shape
    further = np.arange(2, labels, 2)
    firsts = further - 1
    score = log_p[0].copy()
    score[further] = -np.inf
    back = np.zeros((words, labels), np.int64)
    for word in range(1, words):
        source = back[word]
        source[:] = score.argmax()
        source[further] = np.where(score[firsts] >= score[further], firsts, further)
        score = score[source] + log_p[word]
    path = np.zeros(words, np.int64)
    path[-1] = int(score.argmax())
    for word in range(words - 1, 0, -1):
        path[word - 1] = back[word, path[word]]
    return path


def runs(labels: Labels, log_p: Floats) -> list[Run]:
    """Return the spans of a labelling that keeps the BIO scheme, in order."""
    found = []
    labelled = labels.tolist()
    chosen = log_p[np.arange(len(labels)), labels].tolist()
    for first, label in enumerate(labelled):
        if label % 2 == 0:
            continue
        last = first + 1
        while last < len(labelled) and labelled[last] == label + 1:
            last += 1
        found.append(Run(first, last, label // 2, math.exp(sum(chosen[first:last]) / (last - first))))
    return found
