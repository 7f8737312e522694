"""Candidate pairs of copies: articles that share enough rare runs of words, by an inverted index."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
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
# The index is gone through in parts of about so many runs: their working memory is some 150 megabytes.
_PART = 4_000_000

Hashes = NDArray[np.uint64]
Numbers = NDArray[np.int64]
_STEP = np.uint64(0x9E3779B97F4A7C15)  # odd, from the golden ratio, as in Fibonacci hashing
_BITS = np.uint64(64)


def run_hashes(words: Sequence[str], known: dict[str, int], opening: int | None = OPENING, sample: int = 1) -> Hashes:
    """Return the sorted distinct hashes of the runs of an opening (None: of all words), of which one in `sample` stays.

    `known` keeps the hashes of words between calls. The hashes depend on the words alone, and so does which of them
    stay: the order and number of the articles change nothing.
    """
    for word in (taken := words[:opening]):
        if word not in known:
            known[word] = int.from_bytes(blake2b(word.encode(), digest_size=8).digest(), "little")
    hashes = np.array([known[word] for word in taken], dtype=np.uint64)
    if not len(hashes):
        return hashes
    found = _combine(hashes, min(RUN, len(hashes)))
    return found if sample == 1 else found[found // _STEP_OF_SAMPLE % np.uint64(sample) == 0]


# The lowest bits of a combined hash are those of the sum of its words' hashes; the choice looks at others.
_STEP_OF_SAMPLE = np.uint64(1 << 20)


def _combine(hashes: Hashes, run: int) -> Hashes:
    combined = np.zeros(len(hashes) - run + 1, dtype=np.uint64)
    for offset in range(run):
        combined = combined * _STEP + hashes[offset : len(hashes) - run + 1 + offset]
    return np.unique(combined)


def copy_candidates(
    words: Mapping[str, Sequence[str]], opening: int | None = OPENING, sample: int = 1
) -> list[tuple[str, str]]:
    """Return the pairs of article ids, smaller first, whose openings share enough runs to be compared.

    With `opening` None all words count; of `sample` runs one is looked at, for which texts of a hundred words and more
    lose nothing that shares a quarter of its runs (with a chance of one in a thousand at most).
    """
    ids = sorted(words)
    known: dict[str, int] = {}
    runs = [run_hashes(words[i], known, opening, sample) for i in ids]
    return [(ids[one], ids[other]) for one, other in sharing_pairs(runs)]


def sharing_pairs(runs: Sequence[Hashes]) -> list[tuple[int, int]]:
    """Return the pairs of texts, given by their distinct runs, that share enough of them; smaller number first."""
    sizes = np.array([len(r) for r in runs], dtype=np.int64)
    if not sizes.sum():
        return []
    hashes = np.concatenate(runs)
    owners = np.repeat(np.arange(len(runs), dtype=np.int32), sizes)
    pairs, counts = _summed([_shared(*part, len(runs)) for part in _parts(hashes, owners)])
    one, other = pairs // len(runs), pairs % len(runs)
    enough = counts >= np.maximum(1, _LEAST_SHARE * np.minimum(sizes[one], sizes[other]))
    return [(int(a), int(b)) for a, b in zip(one[enough], other[enough], strict=True)]


def _parts(hashes: Hashes, owners: NDArray[np.int32]) -> Iterator[tuple[Hashes, NDArray[np.int32]]]:
    """Yield the index sorted by hash and owner, in parts by the highest bits of the hashes: a run is in one part."""
    bits = max(0, int(np.ceil(np.log2(len(hashes) / _PART))))
    for part in range(1 << bits):
        chosen = slice(None) if not bits else np.flatnonzero(hashes >> (_BITS - np.uint64(bits)) == part)
        order = np.argsort(hashes[chosen], kind="stable")  # owners come in order and so stay in it
        yield hashes[chosen][order], owners[chosen][order]


def _shared(hashes: Hashes, owners: NDArray[np.int32], count: int) -> tuple[Numbers, Numbers]:
    """Return the pairs of articles (one * count + other) that share runs, and how many they share."""
    edges = np.flatnonzero(np.concatenate(([True], hashes[1:] != hashes[:-1], [True])))
    pieces: list[Numbers] = []
    lengths = np.diff(edges)
    for length in np.unique(lengths[lengths > 1]):
        rows = owners[edges[:-1][lengths == length][:, None] + np.arange(length)[None, :]].astype(np.int64)
        reach = int(length) - 1 if length <= _COMMON else _NEXT
        for step in range(1, reach + 1):
            pieces.append((rows[:, :-step] * count + rows[:, step:]).ravel())
    if not pieces:
        return np.array([], dtype=np.int64), np.array([], dtype=np.int64)
    pairs, counts = np.unique(np.concatenate(pieces), return_counts=True)
    return pairs, counts.astype(np.int64)


def _summed(parts: Sequence[tuple[Numbers, Numbers]]) -> tuple[Numbers, Numbers]:
    if len(parts) == 1:
        return parts[0]
    pairs, places = np.unique(np.concatenate([pairs for pairs, _ in parts]), return_inverse=True)
    counts = np.zeros(len(pairs), dtype=np.int64)
    np.add.at(counts, places, np.concatenate([counts for _, counts in parts]))
    return pairs, counts
