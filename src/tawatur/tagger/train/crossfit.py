"""Taggers that have not seen a text: what weighs the tagger against the grammar must be learned on honest outputs.

`python -m tawatur.tagger.train.crossfit --corpus corpus/texts --gold train.jsonl --out DIR` parts the annotated texts,
trains one tagger on all but each part, and writes DIR/f0/model … and DIR/folds.json (text id → part).
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

from tawatur.tagger.loading import ModelError, load_tagger
from tawatur.tagger.tagger import Tagger

FOLDS_FILE = "folds.json"
PARTS = 3
# As strong as the shipped model: weights that are learned beside weaker taggers (5 or 7 epochs) trust them too little.
EPOCHS = 12


def unseen_taggers(folder: Path) -> Callable[[str], Tagger]:
    """Return what gives, for the id of a text, the tagger that was trained without it.

    A text in no part gets the first. Raises ModelError when the folder holds no such taggers.
    """
    try:
        part_of: dict[str, int] = json.loads((folder / FOLDS_FILE).read_text(encoding="utf-8"))
    except (OSError, ValueError) as problem:
        raise ModelError(f"{folder} holds no taggers of parts: {problem}") from problem
    loaded = {part: load_tagger(folder / f"f{part}" / "model") for part in sorted({0, *part_of.values()})}

    def unseen(name: str) -> Tagger:
        tagger = loaded[part_of.get(name, 0)]
        assert tagger is not None  # a folder was named
        return tagger

    return unseen


def main(arguments: list[str] | None = None) -> int:
    """Train a tagger for each part; 0 when all were written."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, nargs="*", default=[])
    parser.add_argument("--gold", type=Path, nargs="*", default=[])
    parser.add_argument("--overlay", type=Path, nargs="*", default=[], help="annotation of ANERcorp's text")
    parser.add_argument("--anercorp", type=Path, help="what --overlay annotates")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=EPOCHS)
    options = parser.parse_args(arguments)
    from tawatur.tagger.train.base import default_base, pruned, read_base
    from tawatur.tagger.train.overlay import overlaid
    from tawatur.tagger.train.prepare import read_golds

    golds = read_golds(options.gold, options.corpus) + overlaid(options.overlay, options.anercorp)
    parts = {gold["id"]: at % PARTS for at, gold in enumerate(golds)}
    base = pruned(read_base(default_base()))
    for part in range(PARTS):
        _train(base, [g for g in golds if parts[g["id"]] != part], options.out / f"f{part}", options.epochs)
    (options.out / FOLDS_FILE).write_text(json.dumps(parts, ensure_ascii=False), encoding="utf-8")
    return 0


def _train(base: Any, golds: list[Any], out: Path, epochs: int) -> None:
    from tawatur.tagger.train.export import export
    from tawatur.tagger.train.loop import Data, train
    from tawatur.tagger.train.samples import samples_of
    from tawatur.tagger.train.settings import Settings

    settings = Settings(epochs=epochs)
    samples = [sample for gold in golds for sample in samples_of(gold)]
    network = train(base, Data(samples, []), settings, out, lambda epoch, network: None)
    export(network, base.pieces, out / "model", {"settings": asdict(settings), "context": settings.context})


if __name__ == "__main__":
    raise SystemExit(main())
