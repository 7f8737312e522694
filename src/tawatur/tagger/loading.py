"""Loading a model from its folder: the encoder for onnxruntime, the vocabulary, the heads, and what they are."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from tawatur.tagger.decoding import Floats
from tawatur.tagger.heads import Heads, heads_from
from tawatur.tagger.pieces import Pieces
from tawatur.tagger.tagger import Encoder, Tagger

SHIPPED = Path(__file__).with_name("model")
# Raised whenever the meaning of the files changes; a model of another format is refused.
FORMAT = 1
ENCODER, PIECES, HEADS, META = "encoder.onnx", "pieces.tsv", "heads.npz", "meta.json"


class ModelError(ValueError):
    """A folder that holds no model, a part of one, or one of another version."""


def load_tagger(folder: Path | None = None, *, threads: int = 1) -> Tagger | None:
    """Load the model in a folder, or the one that comes with the package; None when the package comes without one.

    `threads` is for the encoder's matrix products; the result does not depend on it. Raises ModelError when a folder is
    named that holds no model that this version reads.
    """
    if folder is None:
        if not (SHIPPED / META).exists():
            return None
        folder = SHIPPED
    meta = _meta(folder)
    pieces, heads = _pieces(folder / PIECES, meta), _heads(folder / HEADS)
    if len(pieces) != meta.get("pieces"):
        raise ModelError(f"{folder / PIECES} has {len(pieces)} pieces, {META} tells of {meta.get('pieces')}")
    return Tagger(pieces, onnx_encoder(folder / ENCODER, threads), heads, meta)


def onnx_encoder(file: Path, threads: int) -> Encoder:
    """Return the encoder kept in a file. Raises ModelError when onnxruntime cannot read it."""
    import onnxruntime  # here, because a program that reads without the tagger shall start without it

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads, options.inter_op_num_threads = threads, 1
    options.log_severity_level = 3
    # What is kept between runs grows with the longest window seen; given back, the process stays small.
    options.enable_mem_pattern = False
    # Planning which of some thousand results may share memory compares them two by two: three quarters of the time to
    # load. Without the plan each is given back when its last reader is done; memory and pace were measured the same.
    options.enable_mem_reuse = False
    try:
        session = onnxruntime.InferenceSession(str(file), options, providers=["CPUExecutionProvider"])
    except Exception as problem:  # onnxruntime raises classes of its own that share no base but this
        raise ModelError(f"{file} cannot be loaded: {problem}") from problem

    def encode(ids: Sequence[int]) -> Floats:
        vectors: Floats = session.run(None, {"ids": np.asarray([ids], np.int64)})[0][0]
        return vectors

    return encode


def _meta(folder: Path) -> dict[str, Any]:
    try:
        meta = json.loads((folder / META).read_text(encoding="utf-8"))
    except (OSError, ValueError) as problem:
        raise ModelError(f"{folder} holds no model of the tagger: {problem}") from problem
    if not isinstance(meta, dict) or meta.get("format") != FORMAT:
        raise ModelError(f"{folder / META} is not of format {FORMAT}; train the model with this version")
    return meta


def _pieces(file: Path, meta: dict[str, Any]) -> Pieces:
    try:
        rows = [line.split("\t") for line in file.read_text(encoding="utf-8").split("\n") if line]
        return Pieces([row[0] for row in rows], [float(row[1]) for row in rows], float(meta["lowest_score"]))
    except (OSError, ValueError, IndexError, KeyError) as problem:
        raise ModelError(f"{file} is no vocabulary: {problem}") from problem


def _heads(file: Path) -> Heads:
    try:
        with np.load(file, allow_pickle=False) as archive:
            return heads_from({name: archive[name] for name in archive.files})
    except (OSError, ValueError) as problem:
        raise ModelError(f"{file} holds no heads: {problem}") from problem
