"""Weights of the models that select events and give their status, learned from gold data by tawatur.events.train."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from importlib.resources import files
from typing import cast

from tawatur.lexicon.sparse_weights import Columns, Row, Rows, class_scores
from tawatur.lexicon.tables import LexiconError
from tawatur.model.readings import STATUSES, Status


@dataclass(frozen=True, slots=True)
class EventWeights:
    """The models of event coding: «is it an event», one row a status, and one row a role."""

    event: Row
    status: dict[Status, dict[str, float]]
    status_bias: dict[Status, float]
    roles: dict[str, Row]
    _statuses: Columns = field(init=False, repr=False, compare=False)
    _of_phrases: Rows = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_statuses", Columns(self.status.get(name, {}) for name in STATUSES))
        of_phrases = {role: row for role, row in self.roles.items() if role != "time"}
        object.__setattr__(self, "_of_phrases", Rows(of_phrases))

    def probability(self, features: Iterable[str]) -> float:
        """Return the probability that a candidate with these features is an event of its type."""
        return self.event.probability(features)

    def status_scores(self, features: Iterable[str]) -> dict[Status, float]:
        """Return the score of each status: differences of two are log odds, as the weights see them."""
        return class_scores(STATUSES, self._statuses, self.status_bias, features)

    def phrase_odds(self, features: frozenset[str]) -> dict[str, float]:
        """Return the odds of a noun phrase for each role that one can have, over the role's threshold."""
        return self._of_phrases.odds(features)


def load_event_weights(name: str = "event_weights.json") -> EventWeights:
    """Read the weights that ship with the lexicon. Raises LexiconError when the file is not there."""
    path = files("tawatur.lexicon").joinpath("data", name)
    if not path.is_file():
        raise LexiconError(f"the lexicon has no data file {name!r}; make it with python -m tawatur.events.train")
    data = json.loads(path.read_text(encoding="utf-8"))
    return EventWeights(
        Row(**data["event"]),
        cast(dict[Status, dict[str, float]], data["status"]),
        cast(dict[Status, float], data["status_bias"]),
        {role: Row(**row) for role, row in data["roles"].items()},
    )
