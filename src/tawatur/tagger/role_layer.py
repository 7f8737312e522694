"""One small layer of attention over the words of a window, once for each predicate: the roles see one another.

Scored one by one, two words can both be taken for the actor, and a word cannot know that a nearer one fits better. The
layer is narrow, so that it costs a small part of the encoder's pass (after He and others 2017, "Deep semantic role
labeling", aclanthology.org/P17-1044, where the layers above the encoder read the sentence for one predicate).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import cast

import numpy as np

from tawatur.tagger.decoding import Floats

# The width of the layer, its heads of attention and the width inside its feed-forward part: chosen on held-out texts.
NARROW, ATTENTION_HEADS, INNER = 128, 4, 256
# What keeps a norm from dividing by nothing, as in the encoder.
EPSILON = 1e-12
MATRICES = ("down", "q", "k", "v", "ao", "fi", "fo")
NORMS = ("aln", "oln")
PARTS = tuple(f"{name}.{part}" for name in (*MATRICES, *NORMS) for part in ("weight", "bias"))


@dataclass(frozen=True, slots=True)
class RoleLayer:
    """The weights of the layer by name: a matrix (outputs × inputs) and a bias for each part, as float32."""

    weights: dict[str, Floats]
    _linears: dict[str, tuple[Floats, Floats]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        # Inputs × outputs without gaps: products with few rows, as a sentence has, take half as long. Queries, keys and
        # values come of one product.
        linears = {}
        for name, parts in {"qkv": "qkv", **{name: [name] for name in ("down", "ao", "fi", "fo")}}.items():
            matrix = np.concatenate([self.weights[f"{part}.weight"] for part in parts])
            bias = np.concatenate([self.weights[f"{part}.bias"] for part in parts])
            linears[name] = np.ascontiguousarray(matrix.T), bias
        object.__setattr__(self, "_linears", linears)

    def __call__(self, inner: Floats, sizes: Sequence[int]) -> Floats:
        """Return words × NARROW for the words × width of some predicates, each with as many words as `sizes` says."""
        x = self._linear("down", inner)
        x = self._norm("aln", x + self._linear("ao", self._seen(x, sizes)))
        return self._norm("oln", x + self._linear("fo", np.maximum(self._linear("fi", x), 0)))

    def _seen(self, x: Floats, sizes: Sequence[int]) -> Floats:
        each = NARROW // ATTENTION_HEADS
        parts = self._linear("qkv", x).reshape(len(x), 3, ATTENTION_HEADS, each).transpose(1, 2, 0, 3)
        parts[0] *= np.float32(1 / math.sqrt(each))
        seen = np.empty((len(x), ATTENTION_HEADS, each), np.float32)
        start = 0
        for size in sizes:  # the words of one predicate see one another, not those of the next
            rows = slice(start, start := start + size)
            q, k, v = parts[:, :, rows]
            scores = q @ k.swapaxes(1, 2)
            scores -= np.maximum.reduce(scores, axis=2, keepdims=True)
            np.exp(scores, out=scores)
            scores /= np.add.reduce(scores, axis=2, keepdims=True)
            np.matmul(scores, v, out=seen[rows].swapaxes(0, 1))
        return seen.reshape(len(x), NARROW)

    def _linear(self, name: str, x: Floats) -> Floats:
        matrix, bias = self._linears[name]
        product = x @ matrix
        product += bias
        return product

    def _norm(self, name: str, x: Floats) -> Floats:
        x = x - _mean(x)
        x /= np.sqrt(_mean(np.square(x)) + np.float32(EPSILON))
        x *= self.weights[f"{name}.weight"]
        x += self.weights[f"{name}.bias"]
        return x


def _mean(x: Floats) -> Floats:
    """Return the mean of each row; not by x.mean(), which spends more on its checks than on so short rows."""
    return cast(Floats, np.add.reduce(x, axis=1, keepdims=True) / np.float32(NARROW))
