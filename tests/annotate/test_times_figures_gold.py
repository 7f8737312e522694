"""Times and figures of the gold articles: found, with the right value; the score must not fall."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from tawatur.annotate.figures import find_figures
from tawatur.annotate.times import find_times
from tawatur.lexicon.count_words import load_count_words
from tawatur.lexicon.time_words import load_time_words
from tawatur.model import Published, Span
from tawatur.text.prepared import prepare

GOLD = Path(__file__).resolve().parents[3] / "shared" / "gold" / "dev.jsonl"
pytestmark = [pytest.mark.shared, pytest.mark.skipif(not GOLD.is_file(), reason="no gold data beside the checkout")]
Item = tuple[Span, object]


def matched(gold: list[Item], found: list[Item]) -> int:
    """Count the gold items that a found item of the same value overlaps, each found item used once."""
    left, right = list(found), 0
    for span, value in gold:
        hit = next((item for item in left if item[0].meets(span) and item[1] == value), None)
        if hit is not None:
            left.remove(hit)
            right += 1
    return right


def test_times_and_figures_keep_their_score() -> None:
    times, counts = load_time_words(), load_count_words()
    right, total = {"times": 0, "figures": 0}, {"times": 0, "figures": 0}
    for line in GOLD.read_text("utf-8").splitlines():
        record = json.loads(line)
        day = date.fromisoformat(record["date"])
        prepared = prepare(record["text"])
        whens = find_times(prepared, Published(day, day, "given"), times)
        figures = find_figures(prepared, whens, (), counts)
        found: dict[str, list[Item]] = {
            "times": [(w.span, w.value) for w in whens],
            "figures": [
                (f.span, (list(f.value) if isinstance(f.value, tuple) else f.value, f.comparator)) for f in figures
            ],
        }
        gold: dict[str, list[Item]] = {
            "times": [(Span(*t["span"]), t["value"]) for t in record["times"]],
            "figures": [(Span(*f["span"]), (f["value"], f["comparator"])) for f in record["figures"]],
        }
        for layer in right:
            right[layer] += matched(gold[layer], found[layer])
            total[layer] += len(gold[layer]) + len(found[layer])
    assert 2 * right["times"] / total["times"] >= 0.92
    assert 2 * right["figures"] / total["figures"] >= 0.9
