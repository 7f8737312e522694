"""Weights of the model that weighs names by grammar and tagger, learned by tawatur.annotate.names.train."""

from __future__ import annotations

import json
from importlib.resources import files

from tawatur.lexicon.sparse_weights import Row
from tawatur.lexicon.tables import LexiconError


def load_name_weights(name: str = "name_weights.json") -> Row:
    """Read the weights that ship with the lexicon. Raises LexiconError when the file is not there."""
    path = files("tawatur.lexicon").joinpath("data", name)
    if not path.is_file():
        raise LexiconError(
            f"the lexicon has no data file {name!r}; make it with python -m tawatur.annotate.names.train"
        )
    data = json.loads(path.read_text(encoding="utf-8"))
    return Row(data["weights"], data["bias"], data["threshold"])
