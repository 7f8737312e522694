"""`make eval`: print every score beside its floor; `--pin` writes the reached scores as the new floors."""

from __future__ import annotations

import argparse
import json
import tempfile
from pathlib import Path

from evaluation.scores import Scores, all_scores

FLOORS = Path(__file__).with_name("floors.json")


def read_floors() -> Scores:
    """Return the pinned floors."""
    floors: Scores = json.loads(FLOORS.read_text(encoding="utf-8"))
    return floors


def main() -> int:
    """Score, print, and return 1 when a score fell below its floor."""
    parser = argparse.ArgumentParser(prog="python -m evaluation", description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared"), help="folder with the gold data")
    parser.add_argument("--pin", action="store_true", help="write the scores as the new floors")
    options = parser.parse_args()
    if not options.shared.is_dir():
        parser.error(f"there is no gold data at {options.shared}; name its folder with --shared")
    with tempfile.TemporaryDirectory() as work:
        scores = all_scores(options.shared, Path(work))
    floors = read_floors() if FLOORS.exists() else {}
    below = 0
    for name, score in sorted(scores.items()):
        floor = floors.get(name)
        fell = floor is not None and score < floor
        below += fell
        print(f"{name:32s} {score:8.3f}   {'' if floor is None else f'floor {floor:.3f}'}{'   BELOW' if fell else ''}")
    if options.pin:
        # A little under what was reached: another processor may round a tie the other way.
        pinned = {k: round(v - 0.005, 3) if 0 < v <= 1 else v for k, v in sorted(scores.items())}
        FLOORS.write_text(json.dumps(pinned, indent=1) + "\n", encoding="utf-8")
    return 1 if below else 0


if __name__ == "__main__":
    raise SystemExit(main())
