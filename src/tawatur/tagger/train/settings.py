"""The settings of a training run."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Settings:
    """What a run is made with; the defaults were chosen on the validation texts (docs/stages/tagger.md)."""

    epochs: int = 12
    average: int = 0
    average_rate: float = 0.3
    seed: int = 1
    threads: int = 1
    rate: float = 1.5e-4
    head_rate: float = 1e-3
    layer_decay: float = 1.0
    warm_up: float = 0.08
    decay: float = 0.01
    dropout: float = 0.1
    word_dropout: float = 0.08
    width: int = 256
    pieces_each: int = 512
    context: int = 256
    aner_share: float = 0.25
    aner_names: float = 0.5
    swap: float = 0.2
    respell: float = 0.03
    smoothing: float = 0.1
    type_balance: float = 0.5
    role_weight: float = 1.0
