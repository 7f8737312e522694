"""The network as a tagger, while it is being trained: validation scores before anything is exported."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import torch

from tawatur.tagger.decoding import Floats
from tawatur.tagger.pieces import Pieces
from tawatur.tagger.tagger import Tagger
from tawatur.tagger.train.batches import examples
from tawatur.tagger.train.network import Network
from tawatur.tagger.train.prepare import Prepared
from tawatur.tagger.train.readings import reading_of
from tawatur.tagger.train.samples import Gold, Sample
from tawatur.tagger.train.scoring import aner_scores, scores
from tawatur.text.prepared import prepare


def network_tagger(network: Network, pieces: Pieces, context: int) -> Tagger:
    """Return a tagger that runs the network itself (bfloat16) in the place of the exported encoder."""

    def encode(ids: Sequence[int]) -> Floats:
        with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
            vectors: Floats = network.encoder(torch.tensor([ids]))[0].float().numpy()
        return vectors

    network.eval()
    return Tagger(pieces, encode, network.plain_heads(), {"context": context})


def validation_scores(tagger: Tagger, data: Prepared) -> dict[str, dict[str, float]]:
    """Return the scores on each held-out set of texts."""
    return {name: text_scores(tagger, golds) for name, golds in data.validation.items()}


def text_scores(tagger: Tagger, golds: list[Gold]) -> dict[str, float]:
    """Return the scores of a tagger on annotated texts."""
    return scores(golds, [reading_of(tagger.tag(prepare(gold["text"])), gold["id"]) for gold in golds])


def aner_test_scores(tagger: Tagger, network: Network, samples: list[Sample]) -> dict[str, float]:
    """Return F1 by class of ANERcorp's head, which is no part of the exported model, over the tagger's encoder."""
    weight, bias = (p.detach().numpy() for p in (network.aner.weight, network.aner.bias))
    outputs: list[Any] = []
    found = examples(samples, tagger.pieces)
    wanted = [example.labels["aner"] for example in found]
    for vectors in tagger.vectors([example.window for example in found]):
        outputs.append(np.asarray(vectors @ weight.T + bias, np.float32))
    return aner_scores(wanted, outputs)
