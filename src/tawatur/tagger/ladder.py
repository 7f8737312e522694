"""Probabilities as yes-or-no features: one for each step of log odds that is reached, for sparse models to weigh."""

from __future__ import annotations

import math
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache

_LEAST = 1e-9


def log_odds(p: float) -> float:
    """Return the log odds of a probability; of 0 and 1 those of one in a thousand million."""
    # Not by max(): asked for some thousand times an article.
    against = 1.0 - p
    return math.log((p if p > _LEAST else _LEAST) / (against if against > _LEAST else _LEAST))


@lru_cache(maxsize=1024)
def _names(name: str, steps: tuple[float, ...]) -> tuple[str, ...]:
    return tuple(f"{name}>={step:g}" for step in steps)


@dataclass(frozen=True, slots=True)
class Ladder:
    """Steps of log odds, in rising order."""

    steps: tuple[float, ...]

    def __call__(self, name: str, p: float) -> tuple[str, ...]:
        """Return a feature for each step that a probability reaches."""
        return self.at(name, log_odds(p))

    def at(self, name: str, odds: float) -> tuple[str, ...]:
        """Return a feature for each step that log odds reach."""
        return _names(name, self.steps)[: bisect_right(self.steps, odds)]
