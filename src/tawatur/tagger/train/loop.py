"""The training loop: the loss over all heads, the schedule, and runs that go on where they were broken off."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import torch
from torch.nn.functional import cross_entropy

from tawatur.tagger.labels import CUT_GROUPS, EVENT_TYPES, MOST_CUT, head_slices
from tawatur.tagger.train.augment import Augmenter
from tawatur.tagger.train.base import Base
from tawatur.tagger.train.batches import Batch, Example, batches, collate, examples
from tawatur.tagger.train.network import Network
from tawatur.tagger.train.samples import UNLABELLED, Sample
from tawatur.tagger.train.settings import Settings


@dataclass
class Data:
    """Training samples: the annotated texts, and ANERcorp (none of it where it is not given)."""

    texts: list[Sample]
    aner: list[Sample]


def batch_loss(network: Network, batch: Batch, type_weights: Any, settings: Settings) -> Any:
    """Return the loss of one batch: the sum over its heads of the mean over their labelled words."""
    with torch.autocast("cpu", torch.bfloat16):
        pieces = network.encoder(batch.ids, batch.seen)
    index = batch.starts[:, :, None].expand(-1, -1, pieces.shape[-1])
    vectors = network.dropout(pieces.gather(1, index).float())
    if "aner" in batch.labels:
        return _entropy(network.aner(vectors), batch.labels["aner"])
    scores, parts = network.word(vectors), head_slices()
    loss = sum(_entropy(scores[..., parts[head]], batch.labels[head]) for head in ("name", "cue", "trigger"))
    for head in ("stance", "status"):
        loss = loss + 0.5 * _entropy(scores[..., parts[head]], batch.labels[head], smoothing=settings.smoothing)
    types = _entropy(scores[..., parts["type"]], batch.labels["type"], type_weights, settings.smoothing)
    cuts = scores[..., parts["cut"]].unflatten(-1, (len(CUT_GROUPS), MOST_CUT + 1))
    loss = loss + 0.5 * types + 0.2 * _entropy(cuts, batch.labels["cut"])
    for kind, (rows, words, roles) in batch.predicates.items():
        loss = loss + settings.role_weight * _entropy(network.roles(kind, vectors, rows, words), roles)
    return loss


def _entropy(scores: Any, labels: Any, weights: Any = None, smoothing: float = 0.0) -> Any:
    if bool((labels == UNLABELLED).all()):
        return scores.sum() * 0.0  # a mean over nothing is no number
    flat = scores.reshape(-1, scores.shape[-1])
    return cross_entropy(flat, labels.reshape(-1), weights, ignore_index=UNLABELLED, label_smoothing=smoothing)


def type_weights(samples: list[Sample], balance: float) -> Any:
    """Return a weight for each event type: its frequency to the power of −balance, their mean over triggers 1."""
    counts = torch.ones(len(EVENT_TYPES))
    for sample in samples:
        for label in sample.labels["type"]:
            if label != UNLABELLED:
                counts[label] += 1
    weights = counts**-balance
    return weights * counts.sum() / (weights * counts).sum()


def optimiser(network: Network, settings: Settings) -> Any:
    """Return AdamW with its groups: heads with their own rate, lower layers with lower ones, no decay on norms."""
    encoder, groups = network.encoder, []
    depth = len(encoder.layers)
    parts = [(encoder.layers[i], settings.layer_decay ** (depth - 1 - i)) for i in range(depth)]
    parts += [(m, settings.layer_decay**depth) for m in (encoder.words, encoder.positions, encoder.norm)]
    for part, factor in parts:
        for decayed in (True, False):
            kept = [p for p in part.parameters() if (p.ndim > 1) == decayed]
            decay = settings.decay if decayed else 0.0
            groups.append({"params": kept, "lr": settings.rate * factor, "weight_decay": decay})
    groups.append({"params": [encoder.kind], "lr": settings.rate * settings.layer_decay**depth, "weight_decay": 0.0})
    heads = [p for name, p in network.named_parameters() if not name.startswith("encoder.")]
    groups.append({"params": heads, "lr": settings.head_rate, "weight_decay": settings.decay})
    return torch.optim.AdamW([g for g in groups if g["params"]], fused=True)


def train(
    base: Base, data: Data, settings: Settings, folder: Path, after_epoch: Callable[[int, Network], None]
) -> Network:
    """Train a network, or go on with the run kept in the folder; a run broken off and resumed ends as one that was not.

    All that is random in an epoch follows from the seed and the epoch's number. Raises ValueError when the folder holds
    a run with other settings.
    """
    torch.set_num_threads(settings.threads)
    torch.manual_seed(settings.seed)
    network = Network(base, dropout=settings.dropout, width=settings.width)
    steps = _Steps(optimiser(network, settings), settings)
    first = _resume(folder / "checkpoint.pt", network, steps, settings)
    weights = type_weights(data.texts, settings.type_balance)
    for epoch in range(first, settings.epochs):
        started, spent = time.time(), time.process_time()
        rng = random.Random(settings.seed * 1000 + epoch)
        torch.manual_seed(settings.seed * 1000 + epoch)
        groups = _epoch_batches(base, data, settings, rng)
        network.train()
        total = 0.0
        for number, group in enumerate(groups):
            loss = batch_loss(network, collate(group, rng, settings.word_dropout), weights, settings)
            steps.take(network, loss, epoch + number / len(groups))
            total += loss.item()
        pace = f"{time.time() - started:.0f} s, {time.process_time() - spent:.0f} CPU-s"
        print(f"epoch {epoch + 1}: loss {total / len(groups):.4f}, {len(groups)} batches, {pace}", flush=True)
        _keep(folder / "checkpoint.pt", network, steps, settings, epoch + 1)
        after_epoch(epoch + 1, network)
    return network


def _epoch_batches(base: Base, data: Data, settings: Settings, rng: random.Random) -> list[list[Example]]:
    """Return the batches of one epoch; each holds samples of one kind, since those of the other lack its labels."""
    augment = Augmenter(data.texts, swap=settings.swap, respell=settings.respell)
    aner = rng.sample(data.aner, round(len(data.aner) * settings.aner_share))
    groups = batches(examples((augment(s, rng) for s in data.texts), base.pieces), rng, settings.pieces_each)
    groups += batches(examples(aner, base.pieces), rng, settings.pieces_each)
    rng.shuffle(groups)
    return groups


class _Steps:
    """The optimiser with its schedule: the rate rises in the warm-up and then falls in a line to nothing."""

    def __init__(self, adam: Any, settings: Settings) -> None:
        self.adam, self.settings = adam, settings
        self.rates = [group["lr"] for group in adam.param_groups]

    def take(self, network: Network, loss: Any, epochs_done: float) -> None:
        done, warm = epochs_done / self.settings.epochs, self.settings.warm_up
        factor = min(1.0, done / warm + 0.01) if done < warm else (1 - done) / (1 - warm)
        for group, rate in zip(self.adam.param_groups, self.rates, strict=True):
            group["lr"] = rate * factor
        self.adam.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        self.adam.step()


def _keep(file: Path, network: Network, steps: _Steps, settings: Settings, epoch: int) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    state = {"network": network.state_dict(), "adam": steps.adam.state_dict()}
    part = file.with_suffix(".part")
    torch.save(state | {"epoch": epoch, "settings": asdict(settings)}, part)
    part.replace(file)


def _resume(file: Path, network: Network, steps: _Steps, settings: Settings) -> int:
    if not file.exists():
        return 0
    state = torch.load(file)
    if state["settings"] != asdict(settings):
        raise ValueError(f"{file} is of a run with other settings: {state['settings']}")
    network.load_state_dict(state["network"])
    steps.adam.load_state_dict(state["adam"])
    return int(state["epoch"])
