"""The trained network as the files that the running tagger reads: int8 encoder, heads, vocabulary, meta."""

from __future__ import annotations

import hashlib
import json
import warnings
from pathlib import Path
from typing import Any

import numpy as np
import torch

from tawatur.tagger.heads import arrays_of
from tawatur.tagger.loading import ENCODER, FORMAT, HEADS, META, PIECES
from tawatur.tagger.pieces import Pieces
from tawatur.tagger.train.network import Network
from tawatur.tagger.train.quantise import quantise

_OPSET = 17


def export(network: Network, pieces: Pieces, folder: Path, meta: dict[str, Any]) -> None:
    """Write the model's files into a folder; `meta` is kept with it, as are sizes and a hash of each file."""
    folder.mkdir(parents=True, exist_ok=True)
    network.eval()
    _encoder(network, folder)
    arrays: dict[str, Any] = {k: v.astype(np.float16) for k, v in arrays_of(network.plain_heads()).items()}
    np.savez_compressed(folder / HEADS, **arrays)
    rows = (f"{piece}\t{score:.6g}\n" for piece, score in zip(pieces.pieces, pieces.scores, strict=True))
    (folder / PIECES).write_text("".join(rows), encoding="utf-8")
    write_meta(folder, {"format": FORMAT, "pieces": len(pieces), "lowest_score": pieces.lowest, **meta})


def write_meta(folder: Path, meta: dict[str, Any]) -> None:
    """Write what is known about a model, with the hashes of its files as they are."""
    hashes = {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in (ENCODER, HEADS, PIECES)}
    text = json.dumps({**meta, "sha256": hashes}, ensure_ascii=False, indent=1, sort_keys=True)
    (folder / META).write_text(text + "\n", encoding="utf-8")


def _encoder(network: Network, folder: Path) -> None:
    """Export the encoder for one window at a time, without a mask, and quantise it."""
    whole = folder / "float.onnx"
    ids = torch.zeros(1, 24, dtype=torch.long)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # tracing warns of sizes that become constants: none here does
        torch.onnx.export(
            network.encoder, (ids,), str(whole), input_names=["ids"], output_names=["vectors"],
            dynamic_axes={"ids": {1: "pieces"}, "vectors": {1: "pieces"}}, opset_version=_OPSET, dynamo=False,
        )  # fmt: skip
    quantise(whole, folder / ENCODER)
    whole.unlink()
