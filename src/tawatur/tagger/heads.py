"""The heads over the encoder's word vectors: one matrix for all word heads, one small network for roles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

import numpy as np

from tawatur.tagger.decoding import Floats
from tawatur.tagger.labels import FARTHEST, PREDICATE_KINDS, WORD_HEADS, bio_size
from tawatur.tagger.role_layer import NARROW, PARTS, RoleLayer

KINDS = tuple(PREDICATE_KINDS)


@dataclass(frozen=True, slots=True)
class Heads:
    """The weights of the heads, as float32 matrices.

    `word` (outputs of all word heads × H) and `word_bias` score each word by itself. A word's role towards a predicate
    starts as relu(predicate·h_p + other·h_w + distance + kind): additive, so that one product for each word serves all
    predicates of a sentence. `layer` lets the words see one another; `out` scores what comes of it. A model without
    the layer is scored by the sum alone.
    """

    word: Floats
    word_bias: Floats
    predicate: Floats
    other: Floats
    distance: Floats
    kind: Floats
    out: dict[str, Floats]
    out_bias: dict[str, Floats]
    layer: RoleLayer | None = None

    def word_scores(self, vectors: Floats) -> Floats:
        """Return words × outputs for vectors of words × H."""
        return cast(Floats, vectors @ self.word.T + self.word_bias)

    def projected(self, vectors: Floats) -> tuple[Floats, Floats]:
        """Return each word as a predicate and as the other word: two matrices of words × width."""
        return cast(Floats, vectors @ self.predicate.T), cast(Floats, vectors @ self.other.T)

    def role_scores(
        self, kind: str, as_predicate: Floats, as_other: Floats, asked: Sequence[tuple[int, int, int]]
    ) -> Floats:
        """Return words × BIO labels of the roles of some predicates of a text, one below the other.

        `as_predicate` and `as_other` are the text's words `projected`; each predicate that is `asked` about is its word
        and the range of words that it is read with.
        """
        sizes = [last - first for _, first, last in asked]
        words = np.concatenate([np.arange(first, last) for _, first, last in asked])
        predicates = np.repeat([word for word, _, _ in asked], sizes)
        inner = as_other[words]
        inner += as_predicate[predicates]
        inner += self.distance.take(words - predicates + FARTHEST, axis=0, mode="clip")
        inner += self.kind[KINDS.index(kind)]
        np.maximum(inner, 0, out=inner)
        seen = inner if self.layer is None else self.layer(inner, sizes)
        return cast(Floats, seen @ self.out[kind].T + self.out_bias[kind])


def heads_from(arrays: dict[str, Floats]) -> Heads:
    """Return the heads kept in an archive of arrays. Raises ValueError for arrays that do not fit."""
    single = {name: np.ascontiguousarray(array, np.float32) for name, array in arrays.items()}
    try:
        heads = Heads(
            word=single["word"],
            word_bias=single["word_bias"],
            predicate=single["predicate"],
            other=single["other"],
            distance=single["distance"],
            kind=single["kind"],
            out={kind: single[f"out_{kind}"] for kind in KINDS},
            out_bias={kind: single[f"out_{kind}_bias"] for kind in KINDS},
            layer=_layer(single),
        )
    except KeyError as missing:
        raise ValueError(f"the heads lack {missing}") from None
    width = heads.predicate.shape[0]
    fitting = heads.word.shape[0] == sum(WORD_HEADS.values()) and heads.distance.shape == (2 * FARTHEST + 1, width)
    scored = width if heads.layer is None else NARROW
    if not fitting or any(heads.out[k].shape != (bio_size(len(PREDICATE_KINDS[k])), scored) for k in KINDS):
        raise ValueError("the heads are those of another version of the tagger")
    return heads


def _layer(single: dict[str, Floats]) -> RoleLayer | None:
    if f"layer.{PARTS[0]}" not in single:
        return None
    return RoleLayer({part: single[f"layer.{part}"] for part in PARTS})


def arrays_of(heads: Heads) -> dict[str, Floats]:
    """Return the heads as the arrays that `heads_from` reads."""
    plain = {n: getattr(heads, n) for n in ("word", "word_bias", "predicate", "other", "distance", "kind")}
    plain |= {f"out_{k}": heads.out[k] for k in KINDS} | {f"out_{k}_bias": heads.out_bias[k] for k in KINDS}
    return plain | ({f"layer.{part}": array for part, array in heads.layer.weights.items()} if heads.layer else {})
