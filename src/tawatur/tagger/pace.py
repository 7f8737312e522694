"""How fast the tagger is: `python -m tawatur.tagger.pace GOLD.jsonl [--model FOLDER]`.

The bare pass is encoder and heads over all sentences; what is decided from it (names, cues, triggers, their fillers) is
timed apart.
"""

from __future__ import annotations

import argparse
import json
import resource
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from tawatur.tagger.loading import ModelError, load_tagger
from tawatur.tagger.tagger import Tagger
from tawatur.text.prepared import Prepared, prepare


class Pace(NamedTuple):
    """Words, and CPU seconds spent on the bare pass and on deciding."""

    words: int
    bare: float
    deciding: float


def pace(tagger: Tagger, texts: Sequence[Prepared]) -> Pace:
    """Tag prepared texts and return what it took; the first text is tagged once before, so that caches are filled."""
    for text in texts[:1]:
        _ = tagger.tag(text).names
    started = time.process_time()
    tagged = [tagger.tag(text) for text in texts]
    passed = time.process_time()
    for result in tagged:
        _ = result.names, result.cues, result.triggers
    return Pace(sum(len(t.words) for t in texts), passed - started, time.process_time() - passed)


def main(arguments: list[str] | None = None) -> int:
    """Print load time, words a second and the greatest memory of the process; 1 when there is no model."""
    parser = argparse.ArgumentParser(prog="python -m tawatur.tagger.pace", description=__doc__)
    parser.add_argument("texts", type=Path, help="one JSON object with a text a line")
    parser.add_argument("--model", type=Path, help="folder of a model (default: the one that comes with the package)")
    options = parser.parse_args(arguments)
    started = time.process_time()
    try:
        tagger = load_tagger(options.model)
    except ModelError as problem:
        print(problem, file=sys.stderr)
        return 1
    if tagger is None:
        print("the package comes without a model; name one with --model", file=sys.stderr)
        return 1
    print(f"loaded in {time.process_time() - started:.2f} s")
    with options.texts.open(encoding="utf-8") as lines:
        found = pace(tagger, [prepare(json.loads(line)["text"]) for line in lines])
    print(f"bare pass: {found.words / found.bare:.0f} words/s of {found.words}; deciding: {found.deciding:.2f} s")
    print(f"most memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
