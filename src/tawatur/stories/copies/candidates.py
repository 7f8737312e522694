"""Candidate pairs of copies: articles whose openings share enough rare runs of words, by an inverted index."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

# Words in a run. Four are rarely shared by chance and survive light editing (Broder 1997 takes ten for web pages).
RUN = 4
# Runs are taken from an article's first words only: a copy opens as its original does (see likeness.py).
OPENING = 250
# A run shared by more articles than this is a phrase of the trade; its articles are paired with their next ones only.
_COMMON = 24
_NEXT = 6
# Share of the smaller article's runs that must be shared. Reworked copies of dev share .27 or more.
_LEAST_SHARE = 0.12

Hashes = NDArray[np.uint64]
_STEP = np.uint64(0x9E3779B97F4A7C15)  # odd, from the golden ratio, as in Fibonacci hashing


def run_hashes(words: tuple[str, ...], known: dict[str, int]) -> Hashes:
    """Return the sorted distinct hashes of the runs of an opening; `known` keeps the hashes of words between calls.

    The hashes depend on the words alone, so that the order and number of the articles change nothing.
    """
    opening = words[:OPENING]
    for word in opening:
        if word not in known:
            known[word] = int.from_bytes(blake2b(word.encode(), digest_size=8).digest(), "little")
    hashes = np.array([known[word] for word in opening], dtype=np.uint64)
    if len(hashes) <= RUN:
        return np.array([], dtype=np.uint64) if not len(hashes) else _combine(hashes, len(hashes))
    return _combine(hashes, RUN)


def _combine(hashes: Hashes, run: int) -> Hashes:
    combined = np.zeros(len(hashes) - run + 1, dtype=np.uint64)
    for offset in range(run):
        combined = combined * _STEP + hashes[offset : len(hashes) - run + 1 + offset]
    return np.unique(combined)


def copy_candidates(words: Mapping[str, tuple[str, ...]]) -> list[tuple[str, str]]:
    """Return the pairs of article ids, smaller first, whose openings share enough runs to be compared."""
    ids = sorted(words)
    known: dict[str, int] = {}
    runs = [run_hashes(words[i], known) for i in ids]
    sizes = np.array([len(r) for r in runs], dtype=np.int64)
    if not sizes.sum():
        return []
    hashes = np.concatenate(runs)
    owners = np.repeat(np.arange(len(ids), dtype=np.int64), sizes)
    order = np.lexsort((owners, hashes))
    pairs, counts = _shared(hashes[order], owners[order], len(ids))
    one, other = pairs // len(ids), pairs % len(ids)
    enough = counts >= np.maximum(1, _LEAST_SHARE * np.minimum(sizes[one], sizes[other]))
    return [(ids[int(a)], ids[int(b)]) for a, b in zip(one[enough], other[enough], strict=True)]


def _shared(hashes: Hashes, owners: NDArray[np.int64], count: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return the pairs of articles (one * count + other) that share runs, and how many they share."""
    edges = np.flatnonzero(np.concatenate(([True], hashes[1:] != hashes[:-1], [True])))
    pieces: list[NDArray[np.int64]] = []
    lengths = np.diff(edges)
    for length in np.unique(lengths):
        if length < 2:
            continue
        rows = owners[edges[:-1][lengths == length][:, None] + np.arange(length)[None, :]]
        reach = int(length) - 1 if length <= _COMMON else _NEXT
        for step in range(1, reach + 1):
            pieces.append((rows[:, :-step] * count + rows[:, step:]).ravel())
    if not pieces:
        return np.array([], dtype=np.int64), np.array([], dtype=np.int64)
    pairs, counts = np.unique(np.concatenate(pieces), return_counts=True)
    return pairs, counts.astype(np.int64)
