"""Fit and write the sparse models whose weights ship with the lexicon. Needs scikit-learn, which reading does not.

Logistic regression (L2, lbfgs) over named features that are there or not; deterministic: features and columns are in
order, and no random number is drawn.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Any, TypeVar

import numpy as np

from tawatur.lexicon.sparse_weights import Row

Class = TypeVar("Class", bound=str)
Features = Collection[str]
# Weights below this move a probability by less than half a percent: left out of the file.
NEGLIGIBLE = 0.02
# Rounds of the solver: it is always done long before.
MOST_ROUNDS = 3000


def _index(rows: Sequence[Features], least: int) -> dict[str, int]:
    counts = Counter(f for row in rows for f in row)
    return {f: i for i, f in enumerate(sorted(f for f, n in counts.items() if n >= least))}


def _matrix(rows: Sequence[Features], index: dict[str, int]) -> Any:
    from scipy.sparse import csr_matrix  # type: ignore[import-untyped]

    columns = [sorted({index[f] for f in row if f in index}) for row in rows]
    starts = np.cumsum([0] + [len(c) for c in columns])
    flat = [c for row in columns for c in row]
    return csr_matrix((np.ones(len(flat)), flat, starts), shape=(len(rows), len(index)))


def _model(strength: float, class_weight: dict[str, float] | None = None) -> Any:
    from sklearn.linear_model import LogisticRegression  # type: ignore[import-untyped]

    return LogisticRegression(C=strength, max_iter=MOST_ROUNDS, class_weight=class_weight)


def fit_row(rows: Sequence[Features], truth: Sequence[bool], *, strength: float, threshold: float, least: int) -> Row:
    """Fit a yes-or-no model.

    `strength` is the inverse regularisation; features seen fewer than `least` times are left out.
    """
    index = _index(rows, least)
    model = _model(strength).fit(_matrix(rows, index), list(truth))
    weights = {f: round(float(model.coef_[0][i]), 3) for f, i in index.items()}
    return Row(weights, round(float(model.intercept_[0]), 3), threshold)


def fit_classes(
    rows: Sequence[Features], truth: Sequence[Class], *, strength: float, rarity: float, least: int
) -> tuple[dict[Class, dict[str, float]], dict[Class, float]]:
    """Fit one model of several classes; return the weights and the bias of each.

    A class counts by its rarity to the power `rarity`: rare ones must be found, but not everywhere.
    """
    index, counts = _index(rows, least), Counter(truth)
    model = _model(strength, {name: (len(truth) / n) ** rarity for name, n in counts.items()})
    model.fit(_matrix(rows, index), list(truth))
    names: list[Class] = list(model.classes_)
    by_name = dict(zip(names, model.coef_, strict=True))
    weights = {c: {f: round(float(by_name[c][i]), 3) for f, i in index.items()} for c in names}
    return weights, {c: round(float(b), 3) for c, b in zip(names, model.intercept_, strict=True)}


def kept(weights: dict[str, float]) -> dict[str, float]:
    """Return the weights that are not negligible, in order."""
    return {f: w for f, w in sorted(weights.items()) if abs(w) >= NEGLIGIBLE}


def row_data(row: Row) -> dict[str, Any]:
    """Return a yes-or-no model as it is written."""
    return {"bias": row.bias, "threshold": row.threshold, "weights": kept(row.weights)}


def write_weights(name: str, data: dict[str, Any]) -> None:
    """Write a file of weights into the lexicon's data folder."""
    path = Path(__file__).with_name("data") / name
    path.write_text(json.dumps(data, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
