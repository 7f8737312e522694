"""Decoding: the likeliest labelling that BIO allows."""

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tawatur.tagger.decoding import best_labels, log_softmax, runs


def allowed(labels: tuple[int, ...]) -> bool:
    return all(b == 0 or b % 2 == 1 or a in (b, b - 1) for a, b in itertools.pairwise((0, *labels)))


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10_000), st.integers(1, 4), st.integers(1, 2))
def test_no_labelling_that_is_allowed_is_likelier(seed: int, words: int, kinds: int) -> None:
    scores = np.random.default_rng(seed).normal(scale=2, size=(words, 1 + 2 * kinds)).astype(np.float32)
    log_p = log_softmax(scores)
    found = tuple(int(x) for x in best_labels(log_p))
    assert allowed(found)

    def total(labels: tuple[int, ...]) -> float:
        return float(sum(log_p[i, label] for i, label in enumerate(labels)))

    every = (c for c in itertools.product(range(1 + 2 * kinds), repeat=words) if allowed(c))
    assert total(found) == pytest.approx(max(map(total, every)), abs=1e-4)


def test_runs_hold_their_words_kind_and_probability() -> None:
    labels = np.array([0, 1, 2, 3, 0, 3, 4, 4])
    log_p = np.log(np.full((8, 5), 0.2, np.float32))
    log_p[1, 1], log_p[2, 2] = np.log(0.9), np.log(0.4)
    found = runs(labels, log_p)
    assert [run[:3] for run in found] == [(1, 3, 0), (3, 4, 1), (5, 8, 1)]
    assert found[0].p == pytest.approx(0.6)
    assert found[1].p == pytest.approx(0.2)


def test_log_softmax_is_safe_with_great_scores() -> None:
    found = log_softmax(np.array([[1e4, 0.0], [-1e4, -1e4]], np.float32))
    assert np.exp(found).sum(axis=-1) == pytest.approx([1, 1])
