"""The training loop: the loss over all heads, the schedule, and runs that go on where they were broken off."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import torch
from torch.nn.functional import cross_entropy

from tawatur.tagger.labels import CUT_GROUPS, EVENT_TYPES, MOST_CUT, head_slices
from tawatur.tagger.train.anercorp import possible_names
from tawatur.tagger.train.augment import Augmenter
from tawatur.tagger.train.base import Base
from tawatur.tagger.train.batches import Batch, Stretch, batches, collate, examples, stretched
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
        vectors = network.vectors(batch.ids, batch.seen, batch.starts)
    scores, parts = network.word(vectors), head_slices()
    if "aner" in batch.labels:
        possible = _possible(scores[..., parts["name"]], batch.labels["aner"])
        return _entropy(network.aner(vectors), batch.labels["aner"]) + settings.aner_names * possible
    loss = sum(_entropy(scores[..., parts[head]], batch.labels[head]) for head in ("name", "cue", "trigger"))
    for head in ("stance", "status"):
        loss = loss + 0.5 * _entropy(scores[..., parts[head]], batch.labels[head], smoothing=settings.smoothing)
    types = _entropy(scores[..., parts["type"]], batch.labels["type"], type_weights, settings.smoothing)
    cuts = scores[..., parts["cut"]].unflatten(-1, (len(CUT_GROUPS), MOST_CUT + 1))
    loss = loss + 0.5 * types + 0.2 * _entropy(cuts, batch.labels["cut"])
    for kind, (rows, words, roles) in batch.predicates.items():
        loss = loss + settings.role_weight * _entropy(network.roles(kind, vectors, rows, words, batch.words), roles)
    return loss


def _entropy(scores: Any, labels: Any, weights: Any = None, smoothing: float = 0.0) -> Any:
    if bool((labels == UNLABELLED).all()):
        return scores.sum() * 0.0  # a mean over nothing is no number
    flat = scores.reshape(-1, scores.shape[-1])
    return cross_entropy(flat, labels.reshape(-1), weights, ignore_index=UNLABELLED, label_smoothing=smoothing)


def _possible(scores: Any, labels: Any) -> Any:
    """Return the mean over the words of −log of the probability of all the labels that ANERcorp's leave possible."""
    kept = labels != UNLABELLED
    allowed = torch.tensor(possible_names())[labels[kept]]
    log_p = scores[kept].log_softmax(-1).masked_fill(~allowed, -1e4)
    return -log_p.logsumexp(-1).mean()


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
    base: Base,
    data: Data,
    settings: Settings,
    folder: Path,
    after_epoch: Callable[[int, Network], None],
    start: dict[str, Any] | None = None,
) -> Network:
    """Train a network, or go on with the run kept in the folder; a run broken off and resumed ends as one that was not.

    What is random in an epoch follows from the seed and the epoch's number. With `settings.average` that many epochs
    follow at one low rate, and the result is the mean of the weights after each (Izmailov and others 2018,
    arXiv:1803.05407). `start` holds weights to begin with in place of the base's and of drawn ones (mean_of_runs).
    Raises ValueError when the folder holds a run with other settings.
    """
    torch.set_num_threads(settings.threads)
    torch.manual_seed(settings.seed)
    network = Network(base, dropout=settings.dropout, width=settings.width)
    if start is not None:
        network.load_state_dict(start)
    run = _Run(network, optimiser(network, settings), settings)
    run.resume(folder / "checkpoint.pt")
    weights = type_weights(data.texts, settings.type_balance)
    last = settings.epochs + settings.average
    for epoch in range(run.epochs_done, last):
        started, spent = time.time(), time.process_time()
        loss = _epoch(run, base, data, weights, epoch)
        pace = f"{time.time() - started:.0f} s, {time.process_time() - spent:.0f} CPU-s"
        print(f"epoch {epoch + 1}: loss {loss:.4f}, {pace}", flush=True)
        run.finish_epoch(epoch)
        run.keep(folder / "checkpoint.pt")
        if epoch + 1 < last:
            after_epoch(epoch + 1, network)
    if run.mean:
        network.load_state_dict(run.mean)
    after_epoch(last, network)
    return network


def mean_of_runs(runs: Sequence[tuple[Path, float]]) -> dict[str, Any]:
    """Return the mean of the weights of finished runs, each with its share (Wortsman et al. 2022, arXiv:2203.05482).

    Runs that began with the same base and seed lie near enough to one another for their mean to be a good model, but
    for the heads of roles, which another epoch at a low rate puts right. Raises OSError when a folder holds no run.
    """
    mean: dict[str, Any] = {}
    whole = sum(share for _, share in runs)
    for folder, share in runs:
        weights = torch.load(folder / "checkpoint.pt")["network"]
        part = share / whole
        mean = {name: value.float() * part + mean.get(name, 0.0) for name, value in weights.items()}
    return mean


def _epoch(run: _Run, base: Base, data: Data, weights: Any, epoch: int) -> float:
    """Train through all samples once; return the mean loss."""
    settings = run.settings
    rng = random.Random(settings.seed * 1000 + epoch)
    torch.manual_seed(settings.seed * 1000 + epoch)
    groups = _epoch_batches(base, data, settings, rng)
    run.network.train()
    total = 0.0
    for number, group in enumerate(groups):
        loss = batch_loss(run.network, collate(group, rng, settings.word_dropout), weights, settings)
        run.step(loss, epoch + number / len(groups))
        total += loss.item()
    return total / len(groups)


def _epoch_batches(base: Base, data: Data, settings: Settings, rng: random.Random) -> list[list[Stretch]]:
    """Return the batches of one epoch; each holds samples of one kind, since those of the other lack its labels."""
    augment = Augmenter(data.texts, swap=settings.swap, respell=settings.respell)
    aner = stretched(examples(data.aner, base.pieces), rng, settings.context)
    aner = rng.sample(aner, round(len(aner) * settings.aner_share))
    texts = stretched(examples(augment(data.texts, rng), base.pieces), rng, settings.context)
    groups = batches(texts, rng, settings.pieces_each)
    groups += batches(aner, rng, settings.pieces_each)
    rng.shuffle(groups)
    return groups


class _Run:
    """A network with its optimiser, the schedule of its rate, the mean of its last weights, and how it is kept.

    The rate rises in the warm-up and falls in a line to nothing; when weights are averaged it stays at one value.
    """

    def __init__(self, network: Network, adam: Any, settings: Settings) -> None:
        self.network, self.adam, self.settings = network, adam, settings
        self.rates = [group["lr"] for group in adam.param_groups]
        self.epochs_done = 0
        self.mean: dict[str, Any] = {}

    def step(self, loss: Any, epochs_done: float) -> None:
        """Change the weights by one batch."""
        done, warm = epochs_done / self.settings.epochs, self.settings.warm_up
        factor = min(1.0, done / warm + 0.01) if done < warm else (1 - done) / (1 - warm)
        if done >= 1:
            factor = self.settings.average_rate
        for group, rate in zip(self.adam.param_groups, self.rates, strict=True):
            group["lr"] = rate * factor
        self.adam.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
        self.adam.step()

    def finish_epoch(self, epoch: int) -> None:
        """Count an epoch, and its weights into the mean where it is one of those that are averaged."""
        self.epochs_done = epoch + 1
        count = self.epochs_done - self.settings.epochs
        if count > 0:
            now = self.network.state_dict()
            before = self.mean or now
            self.mean = {name: before[name] + (now[name] - before[name]) / count for name in now}

    def keep(self, file: Path) -> None:
        """Write all that is needed to go on."""
        file.parent.mkdir(parents=True, exist_ok=True)
        state = {"network": self.network.state_dict(), "adam": self.adam.state_dict(), "mean": self.mean}
        part = file.with_suffix(".part")
        torch.save(state | {"epoch": self.epochs_done, "settings": asdict(self.settings)}, part)
        part.replace(file)

    def resume(self, file: Path) -> None:
        """Go on with a kept run, where there is one. Raises ValueError when it is of other settings."""
        if not file.exists():
            return
        state = torch.load(file)
        if {**asdict(Settings()), **state["settings"]} != asdict(self.settings):
            raise ValueError(f"{file} is of a run with other settings: {state['settings']}")
        self.network.load_state_dict(state["network"])
        self.adam.load_state_dict(state["adam"])
        self.epochs_done, self.mean = int(state["epoch"]), state.get("mean", {})
