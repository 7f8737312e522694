"""Write the score tables of docs/accuracy.md: `python -m evaluation.accuracy --shared ../shared`."""

from __future__ import annotations

import argparse
import re
import tempfile
from pathlib import Path

from evaluation.scores import Scores, all_scores

DOCUMENT = Path(__file__).resolve().parents[1] / "docs" / "accuracy.md"
_TABLE = re.compile(r"(<!-- scores -->\n).*?(<!-- end of scores -->)", re.DOTALL)

_ROWS = (
    ("names: F1 (same type and span)", "names.f1"),
    ("names: exact span and type", "names.strict"),
    ("statements: found", "statements.found"),
    ("statements: found with holder and content", "statements.full"),
    ("statements: stance, mean F1 over stances", "statements.stance.macro"),
    ("statements: carriers (via)", "statements.via"),
    ("events: trigger and type", "events.found"),
    ("events: trigger alone", "events.trigger"),
    ("events: actors, of those found", "events.actors"),
    ("events: recipients, of those found", "events.recipients"),
    ("events: place, of those found", "events.place"),
    ("events: time, of those found", "events.time"),
    ("events: status, mean F1 over statuses", "events.status.macro"),
    ("times: value", "times.f1"),
    ("figures: value and comparator", "figures.f1"),
)


def tables(scores: Scores) -> str:
    """Return the tables as Markdown."""
    lines = ["| what | dev (2015, 36 articles) | train (2018, 144 articles) |", "|---|---|---|"]
    lines += [f"| {label} | {scores[f'dev.{key}']:.3f} | {scores[f'train.{key}']:.3f} |" for label, key in _ROWS]
    lines += [
        "",
        "| what | score |",
        "|---|---|",
        f"| stories, B-cubed F1 (300 articles of three days) | {scores['stories.f1']:.3f} |",
        f"| stories of several articles, B-cubed F1 | {scores['stories.multi']:.3f} |",
        f"| copies, pairwise F1 | {scores['stories.copies']:.3f} |",
        f"| five real pages: line roles | {scores['pages.roles']:.3f} |",
        f"| five real pages: line roles with the right article | {scores['pages.roles+article']:.3f} |",
        f"| their nine publication dates: inside the stated interval | {scores['pages.dates.inside']:.0f} |",
        f"| … stated to the day | {scores['pages.dates.exact']:.0f} |",
        f"| … wrong | {-scores['pages.dates.right']:.0f} |",
        "",
    ]
    return "\n".join(lines)


def main() -> None:
    """Measure, and put the tables between their marks."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.accuracy", description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared"), help="folder with the gold data")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as work:
        text = tables(all_scores(options.shared, Path(work)))
    document = DOCUMENT.read_text(encoding="utf-8")
    DOCUMENT.write_text(_TABLE.sub(lambda m: m[1] + text + m[2], document), encoding="utf-8")


if __name__ == "__main__":
    main()
