"""How near a query is to passages: the cosine of their vectors without what all texts of their kind have in common."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tawatur.search.meaning.encoder import Encoder, Vectors
from tawatur.search.meaning.topics import TOPICS

# Nothing less near is returned: six queries about nothing in the demo pages came to .09 at most (docs/search.md).
FLOOR = 0.10
# Where Arabic letters begin and end (U+0600 to U+06FF, presentation forms), for telling what language a query is in.
_ARABIC = (("\u0600", "\u06ff"), ("\u0750", "\u077f"), ("\ufb50", "\ufdff"), ("\ufe70", "\ufeff"))


@dataclass(frozen=True, slots=True)
class Centre:
    """The mean vectors of varied topics as passages, as Arabic queries and as English queries."""

    passages: Vectors
    arabic: Vectors
    english: Vectors


def find_centre(encoder: Encoder) -> Centre:
    """Return the centre of a model's vectors, from `TOPICS`."""
    arabic, english = [ar for ar, _ in TOPICS], [en for _, en in TOPICS]
    means = (encoder.passages(arabic), encoder.queries(arabic), encoder.queries(english))
    passages, in_arabic, in_english = (np.asarray(vectors.mean(axis=0), np.float32) for vectors in means)
    return Centre(passages, in_arabic, in_english)


def centred(vectors: Vectors, mean: Vectors) -> Vectors:
    """Return vectors (rows) without their common part, of length 1."""
    apart = vectors - mean
    lengths = np.maximum(np.linalg.norm(apart, axis=-1, keepdims=True), 1e-6)
    return np.asarray(apart / lengths, np.float32)


def query_vector(encoder: Encoder, centre: Centre, text: str) -> Vectors:
    """Return the centred vector of a query."""
    mean = centre.arabic if is_arabic(text) else centre.english
    return centred(encoder.queries([text])[0], mean)


def is_arabic(text: str) -> bool:
    """Tell whether most letters of a text are Arabic ones."""
    letters = [char for char in text if char.isalpha()]
    return 2 * sum(any(first <= char <= last for first, last in _ARABIC) for char in letters) > len(letters)


def nearest(query: Vectors, passages: Vectors, floor: float = FLOOR) -> list[tuple[int, float]]:
    """Return (row, cosine) of the passages at least as near as the floor, the nearest first; both are centred."""
    if not len(passages):
        return []
    cosines = passages @ query
    order = np.argsort(-cosines, kind="stable")
    return [(int(row), float(cosines[row])) for row in order[: int((cosines >= floor).sum())]]


def to_bytes(vector: Vectors) -> bytes:
    """Return a vector as 16-bit floats, little-endian: two bytes a number."""
    return vector.astype("<f2").tobytes()


def from_bytes(vectors: Sequence[bytes]) -> Vectors:
    """Return vectors that were kept as bytes, one row each."""
    if not vectors:
        return np.zeros((0, 0), np.float32)
    kept: NDArray[np.float16] = np.frombuffer(b"".join(vectors), "<f2").reshape(len(vectors), -1)
    return kept.astype(np.float32)
