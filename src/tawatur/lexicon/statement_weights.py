"""Weights of the models that weigh grammar and tagger for statements, learned by tawatur.attribute.train."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from importlib.resources import files
from typing import cast

from tawatur.lexicon.sparse_weights import Columns, Row, class_scores
from tawatur.model.readings import Stance

FILE = "statement_weights.json"


@dataclass(frozen=True, slots=True)
class StatementWeights:
    """The models of attribution: «is it a statement», «is it the holder», «is it the content», «is it a carrier».

    `stance` and `stance_bias` are the rows of one model that tells the six stances apart.
    """

    found: Row
    holder: Row
    content: Row
    via: Row
    stance: dict[Stance, dict[str, float]]
    stance_bias: dict[Stance, float]
    _stances: tuple[Stance, ...] = field(init=False, repr=False, compare=False)
    _columns: Columns = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_stances", tuple(sorted(self.stance)))
        object.__setattr__(self, "_columns", Columns(self.stance[name] for name in self._stances))

    def pick_stance(self, features: Iterable[str]) -> Stance:
        """Return the stance with the highest score, the first of equals; one without a bias is never better."""
        scores = class_scores(self._stances, self._columns, self.stance_bias, features)
        return max(self._stances, key=scores.__getitem__)


def load_statement_weights(name: str = FILE) -> StatementWeights | None:
    """Read the weights that ship with the lexicon; None where they have not been learned yet."""
    path = files("tawatur.lexicon").joinpath("data", name)
    if not path.is_file():
        return None
    data = json.loads(path.read_text(encoding="utf-8"))
    rows = {key: Row(**data[key]) for key in ("found", "holder", "content", "via")}
    return StatementWeights(
        **rows,
        stance=cast(dict[Stance, dict[str, float]], data["stance"]),
        stance_bias=cast(dict[Stance, float], data["stance_bias"]),
    )
