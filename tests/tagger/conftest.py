"""A tagger with a small vocabulary and weights drawn at random: everything but the judgement of a trained one."""

from collections.abc import Sequence

import numpy as np
import pytest

from tawatur.tagger.decoding import Floats
from tawatur.tagger.heads import Heads
from tawatur.tagger.labels import FARTHEST, PREDICATE_KINDS, WORD_HEADS, bio_size
from tawatur.tagger.pieces import SPECIALS, Pieces
from tawatur.tagger.tagger import Tagger

HIDDEN, WIDTH = 12, 6


def small_pieces() -> Pieces:
    """Single Arabic letters, a few longer pieces with better scores, and the sign that starts a word."""
    longer = {
        "▁وزير": -2.0,
        "▁ال": -3.0,
        "وزير": -4.0,
        "خارجية": -4.0,
        "▁و": -3.5,
        "قال": -4.0,
        "▁قال": -3.0,
        "12": -5.0,
    }
    letters = {chr(code): -9.0 for code in range(0x621, 0x64B)} | dict.fromkeys("▁0123456789.،«»()abc", -9.0)
    table = longer | letters
    return Pieces([*SPECIALS, *table], [0.0] * len(SPECIALS) + list(table.values()))


def small_tagger(seed: int = 1) -> Tagger:
    """Return a tagger whose vectors depend on a piece and its place in the window."""
    rng = np.random.default_rng(seed)
    pieces = small_pieces()
    table = rng.normal(size=(len(pieces), HIDDEN)).astype(np.float32)

    def encode(ids: Sequence[int]) -> Floats:
        places = np.sin(np.arange(len(ids), dtype=np.float32))[:, None]
        vectors: Floats = np.asarray(table[list(ids)] + places, np.float32)
        return vectors

    def drawn(*shape: int) -> Floats:
        return rng.normal(size=shape).astype(np.float32)

    heads = Heads(
        word=drawn(sum(WORD_HEADS.values()), HIDDEN),
        word_bias=drawn(sum(WORD_HEADS.values())),
        predicate=drawn(WIDTH, HIDDEN),
        other=drawn(WIDTH, HIDDEN),
        distance=drawn(2 * FARTHEST + 1, WIDTH),
        kind=drawn(len(PREDICATE_KINDS), WIDTH),
        out={kind: drawn(bio_size(len(roles)), WIDTH) for kind, roles in PREDICATE_KINDS.items()},
        out_bias={kind: drawn(bio_size(len(roles))) for kind, roles in PREDICATE_KINDS.items()},
    )
    return Tagger(pieces, encode, heads)


@pytest.fixture(scope="session")
def tagger() -> Tagger:
    """A tagger of random weights."""
    return small_tagger()
