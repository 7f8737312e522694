"""The network in PyTorch: a BERT encoder and the heads, written so that training is quick on one core.

Attention is spelled out, since the fused one is several times slower backwards on CPUs; dropout takes its masks from
one pool that is drawn once, since drawing takes a fifth of a step.
"""

from __future__ import annotations

import math
from typing import Any, ClassVar

import torch
from torch import nn

from tawatur.tagger.heads import KINDS, Heads, heads_from
from tawatur.tagger.labels import FARTHEST, PREDICATE_KINDS, WORD_HEADS, bio_size
from tawatur.tagger.role_layer import ATTENTION_HEADS, EPSILON, INNER, NARROW, PARTS
from tawatur.tagger.train.anercorp import ANER_TYPES
from tawatur.tagger.train.base import Base

_POOL = 1 << 23


class PooledDropout(nn.Module):  # type: ignore[misc]
    """Dropout with masks cut from a random place of a pool that is drawn at the first use."""

    pools: ClassVar[dict[tuple[float, Any], Any]] = {}

    def __init__(self, p: float) -> None:
        super().__init__()
        self.p = p

    def forward(self, x: Any) -> Any:
        if not self.training or self.p == 0:
            return x
        key = (self.p, x.dtype)
        if key not in self.pools:
            drawn = torch.rand(_POOL, generator=torch.Generator().manual_seed(0))  # the same in a resumed run
            self.pools[key] = (drawn >= self.p).to(x.dtype) / (1 - self.p)
        at = int(torch.randint(0, _POOL - x.numel(), (1,)))
        return x * self.pools[key][at : at + x.numel()].view(x.shape)


class Layer(nn.Module):  # type: ignore[misc]
    """One layer of the encoder: attention and feed-forward, each with its norm after the sum."""

    def __init__(
        self, hidden: int, inner: int, heads: int, epsilon: float, dropout: float, activation: Any = nn.functional.gelu
    ) -> None:
        super().__init__()
        self.heads, self.activation = heads, activation
        self.q, self.k, self.v, self.ao = (nn.Linear(hidden, hidden) for _ in range(4))
        self.fi, self.fo = nn.Linear(hidden, inner), nn.Linear(inner, hidden)
        self.aln, self.oln = nn.LayerNorm(hidden, eps=epsilon), nn.LayerNorm(hidden, eps=epsilon)
        self.dropout = PooledDropout(dropout)

    def forward(self, x: Any, mask: Any) -> Any:
        rows, length, hidden = x.shape
        each = hidden // self.heads

        def parted(y: Any) -> Any:
            return y.view(rows, length, self.heads, each).transpose(1, 2)

        scores = (parted(self.q(x)) @ parted(self.k(x)).transpose(-1, -2)) * (1 / math.sqrt(each))
        if mask is not None:
            scores = scores + mask
        seen = (scores.softmax(-1) @ parted(self.v(x))).transpose(1, 2).reshape(rows, length, hidden)
        x = self.aln(x + self.dropout(self.ao(seen)))
        return self.oln(x + self.dropout(self.fo(self.activation(self.fi(x)))))


class Encoder(nn.Module):  # type: ignore[misc]
    """Piece ids to vectors; without a mask every piece is seen, which is how the exported encoder runs."""

    def __init__(self, base: Base, dropout: float) -> None:
        super().__init__()
        self.words = nn.Embedding(len(base.pieces), base.hidden)
        self.positions = nn.Embedding(base.positions, base.hidden)
        self.kind = nn.Parameter(torch.zeros(base.hidden))
        self.norm = nn.LayerNorm(base.hidden, eps=base.epsilon)
        self.dropout = PooledDropout(dropout)
        sizes = (base.hidden, base.inner, base.heads, base.epsilon, dropout)
        self.layers = nn.ModuleList([Layer(*sizes) for _ in range(base.layers)])
        self.load_state_dict({name: torch.from_numpy(array.copy()) for name, array in base.weights.items()})

    def forward(self, ids: Any, seen: Any = None) -> Any:
        x = self.words(ids) + self.positions.weight[: ids.shape[1]] + self.kind
        x = self.dropout(self.norm(x))
        mask = None if seen is None else (1.0 - seen[:, None, None, :].to(x.dtype)) * -1e4
        for layer in self.layers:
            x = layer(x, mask)
        return x


class Network(nn.Module):  # type: ignore[misc]
    """The encoder and all heads, that of ANERcorp included, which is not exported."""

    def __init__(self, base: Base, *, dropout: float, width: int) -> None:
        super().__init__()
        self.encoder = Encoder(base, dropout)
        self.dropout = PooledDropout(dropout)
        self.word = nn.Linear(base.hidden, sum(WORD_HEADS.values()))
        self.aner = nn.Linear(base.hidden, bio_size(len(ANER_TYPES)))
        self.predicate = nn.Linear(base.hidden, width, bias=False)
        self.other = nn.Linear(base.hidden, width, bias=False)
        self.distance = nn.Embedding(2 * FARTHEST + 1, width)
        self.kind = nn.Embedding(len(KINDS), width)
        self.down = nn.Linear(width, NARROW)
        self.layer = Layer(NARROW, INNER, ATTENTION_HEADS, EPSILON, dropout, torch.relu)
        self.out = nn.ModuleDict({k: nn.Linear(NARROW, bio_size(len(r))) for k, r in PREDICATE_KINDS.items()})
        nn.init.normal_(self.distance.weight, std=0.1)
        nn.init.normal_(self.kind.weight, std=0.1)

    def vectors(self, ids: Any, seen: Any, starts: Any) -> Any:
        """Return the vectors of words (sentences × words × H, float32): those of their first pieces.

        `starts` counts pieces through all rows of `ids`.
        """
        return self.dropout(self.encoder(ids, seen).flatten(0, 1)[starts].float())

    def roles(self, kind: str, vectors: Any, rows: Any, words: Any, seen: Any) -> Any:
        """Return predicates × words × labels for the predicates of one kind, at `words` in the sentences `rows`.

        `seen` (sentences × words) tells words from padding.
        """
        steps = torch.arange(vectors.shape[1])[None, :] - words[:, None]
        inner = self.predicate(vectors[rows, words])[:, None, :] + self.other(vectors)[rows]
        inner = inner + self.distance(steps.clamp(-FARTHEST, FARTHEST) + FARTHEST)
        inner = inner + self.kind.weight[KINDS.index(kind)]
        mask = (1.0 - seen[rows][:, None, None, :].float()) * -1e4
        return self.out[kind](self.layer(self.down(self.dropout(torch.relu(inner))), mask))

    def plain_heads(self) -> Heads:
        """Return the heads as the running tagger has them."""

        def plain(x: Any) -> Any:
            return x.detach().float().numpy().copy()

        arrays = {
            "word": plain(self.word.weight),
            "word_bias": plain(self.word.bias),
            "predicate": plain(self.predicate.weight),
            "other": plain(self.other.weight),
            "distance": plain(self.distance.weight),
            "kind": plain(self.kind.weight),
        }
        for kind in KINDS:
            arrays |= {f"out_{kind}": plain(self.out[kind].weight), f"out_{kind}_bias": plain(self.out[kind].bias)}
        named = {"down": self.down, **dict(self.layer.named_children())}
        for part in PARTS:
            name, weight = part.split(".")
            arrays[f"layer.{part}"] = plain(getattr(named[name], weight))
        return heads_from(arrays)
