"""Sparse models over named features, as their weights ship with the lexicon: yes or no, and one of several classes."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import repeat
from typing import TypeVar

Class = TypeVar("Class", bound=str)


class Columns(dict[str, tuple[float, ...]]):
    """The weights of a feature in each of several models, gathered when first met: one look-up serves them all."""

    def __init__(self, models: Iterable[Mapping[str, float]]) -> None:
        """Take the weights of each model; they must not change."""
        self._models = tuple(models)

    def __missing__(self, feature: str) -> tuple[float, ...]:
        weights = tuple(model.get(feature, 0.0) for model in self._models)
        if any(weights):
            self[feature] = weights  # what no model knows is not kept: there is no end of it
        return weights

    def sums(self, bias: tuple[float, ...], features: Iterable[str]) -> list[float]:
        """Return, for each model, the sum of its bias and its weights of distinct features, in whatever order."""
        return [math.fsum(column) for column in zip(bias, *map(self.__getitem__, features), strict=True)]


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
        return logistic(self.bias + math.fsum(map(self.weights.get, known, repeat(0.0))))

    def odds(self, features: Iterable[str]) -> float:
        """Return the probability as a multiple of the threshold: from 1 on the answer is yes."""
        return self.probability(features) / self.threshold


class Rows:
    """Yes-or-no models that are asked about the same features."""

    def __init__(self, rows: Mapping[str, Row]) -> None:
        """Take the models by name."""
        self._rows = dict(rows)
        self._columns = Columns(row.weights for row in rows.values())
        self._none = (0.0,) * len(rows)

    def odds(self, features: frozenset[str]) -> dict[str, float]:
        """Return, by model, the probability as a multiple of the threshold: what `Row.odds` gives."""
        sums = self._columns.sums(self._none, features)
        return {
            name: logistic(row.bias + total) / row.threshold
            for (name, row), total in zip(self._rows.items(), sums, strict=True)
        }


def logistic(score: float) -> float:
    """Return the probability of a log odds."""
    return 1.0 / (1.0 + math.exp(-score))


def class_scores(
    classes: Sequence[Class], columns: Columns, bias: Mapping[Class, float], features: Iterable[str]
) -> dict[Class, float]:
    """Return the score of each class, a log odds but for what all classes share; minus infinity without a bias.

    `columns` has a model for each class, in their order.
    """
    start = tuple(bias.get(name, -math.inf) for name in classes)
    return dict(zip(classes, columns.sums(start, set(features)), strict=True))
