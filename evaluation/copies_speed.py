"""How copies are searched among many articles: `python -m evaluation.copies_speed [ARTICLES]`.

The articles are made up: words drawn as often as words of a language are (Zipf), two in five texts an edited copy of
another: shortened, with words changed. Prints the seconds of processor time for hashing and for the index, the pairs
found, the share of the copies among them, and the greatest memory of the process.
"""

from __future__ import annotations

import argparse
import resource
import sys
import time

import numpy as np
from numpy.typing import NDArray

from tawatur.stories.copies.candidates import Hashes, run_hashes, sharing_pairs

# A newspaper's vocabulary, and the words of a text that the index looks at.
_VOCABULARY = 200_000
_LENGTH = 250
_COPIED = 0.4
# An edited copy changes one word in twelve.
_CHANGED = 1 / 12

Numbers = NDArray[np.int64]


def made_up(count: int, seed: int = 1) -> tuple[list[Hashes], dict[int, int]]:
    """Return the runs of so many made-up articles, and for each copy (by number) the article that it copies."""
    chance = np.random.default_rng(seed)
    shares = 1.0 / np.arange(1, _VOCABULARY + 1)
    steps = np.cumsum(shares / shares.sum())
    words = [f"كلمة{number}" for number in range(_VOCABULARY)]
    known: dict[str, int] = {}
    runs: list[Hashes] = []
    copied: dict[int, int] = {}
    kept: dict[int, Numbers] = {}
    for number in range(count):
        drawn = np.minimum(np.searchsorted(steps, chance.random(_LENGTH)), _VOCABULARY - 1)
        if kept and chance.random() < _COPIED:
            original = int(chance.choice(list(kept)))
            changed = chance.random(_LENGTH) < _CHANGED
            drawn = np.where(changed, drawn, kept[original])[: int(chance.integers(_LENGTH // 2, _LENGTH))]
            copied[number] = original
        elif len(kept) < count // 2:
            kept[number] = drawn
            if len(kept) > 500:  # a day's wire: what is copied was printed lately
                del kept[next(iter(kept))]
        runs.append(run_hashes([words[word] for word in drawn.tolist()], known))
    return runs, copied


def main() -> int:
    """Make articles up, search them, and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", nargs="?", type=int, default=25_000)
    count = parser.parse_args().articles
    began = time.process_time()
    runs, copied = made_up(count)
    hashed = time.process_time()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    pairs = set(sharing_pairs(runs))
    searched = time.process_time()
    found = sum((min(pair), max(pair)) in pairs for pair in copied.items())
    sys.stdout.write(
        f"{count} articles, {sum(map(len, runs)):,} runs: made up and hashed {hashed - began:.1f} s, "
        f"searched {searched - hashed:.1f} s, {len(pairs):,} pairs, {found / max(1, len(copied)):.4f} of "
        f"{len(copied):,} copies; memory {before} MB before the search, "
        f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB at most\n"
    )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
