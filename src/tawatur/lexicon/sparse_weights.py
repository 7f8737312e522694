"""Sparse models over named features, as their weights ship with the lexicon: yes or no, and one of several classes."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import repeat
from typing import TypeVar

Class = TypeVar("Class", bound=str)


@dataclass(frozen=True, slots=True)
class Row:
    """A yes-or-no model: weights of named features, and the probability from which the answer is yes."""

    weights: dict[str, float]
    bias: float
    threshold: float

    def probability(self, features: Iterable[str]) -> float:
        """Return the logistic of the summed weights of the features that are there."""
        # fsum: the same sum whatever order a set gives its members in.
        known = features if isinstance(features, frozenset) else set(features)
        score = self.bias + math.fsum(map(self.weights.get, known, repeat(0.0)))
        return 1.0 / (1.0 + math.exp(-score))

    def odds(self, features: Iterable[str]) -> float:
        """Return the probability as a multiple of the threshold: from 1 on the answer is yes."""
        return self.probability(features) / self.threshold


def pick_class(
    classes: Sequence[Class],
    weights: Mapping[Class, Mapping[str, float]],
    bias: Mapping[Class, float],
    features: Iterable[str],
) -> Class:
    """Return the class with the highest score, the first of equals; one without a bias is never better."""
    scores = class_scores(classes, weights, bias, features)
    return max(classes, key=scores.__getitem__)


def class_scores(
    classes: Sequence[Class],
    weights: Mapping[Class, Mapping[str, float]],
    bias: Mapping[Class, float],
    features: Iterable[str],
) -> dict[Class, float]:
    """Return the score of each class, a log odds but for what all classes share; minus infinity without a bias."""
    known = set(features)

    def score(name: Class) -> float:
        row = weights.get(name, {})
        return math.fsum([bias.get(name, -math.inf), *map(row.get, known, repeat(0.0))])

    return {name: score(name) for name in classes}
