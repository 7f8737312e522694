"""How far a stated probability holds, and which event types are taken for which: tables for docs/accuracy.md.

`python -m evaluation.reliability --shared ../shared` reads gold/dev.jsonl, pairs what was read with the gold and writes
the tables between the marks of the document.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from tawatur.model import Reading, Span
from tawatur.pipeline import load_knowledge, read_article
from tawatur.views.contract import article_of_line

DOCUMENT = Path(__file__).resolve().parents[1] / "docs" / "accuracy.md"
_TABLES = re.compile(r"(<!-- reliability -->\n).*?(<!-- end of reliability -->)", re.DOTALL)
# Probabilities are gathered in fifths: tenths of some hundred items hold too few to tell anything.
BINS = 5
Judged = tuple[float, bool]


def judge(reading: Reading, gold: dict[str, Any]) -> dict[str, list[Judged]]:
    """Return, for each layer, the probability of every item read and whether the gold has it, as the scorer asks."""
    names = {(tuple(n["span"]), n["type"]) for n in gold["names"]}
    cues = [Span(*s["cue"]) for s in gold["statements"] if s["cue"]]
    events = [(Span(*e["trigger"]), e["type"]) for e in gold["events"]]
    times = {(tuple(t["span"]), t["value"]) for t in gold["times"]}
    return {
        "names": [(n.p, (tuple(n.span), n.type) in names) for n in reading.names],
        "statements": [(s.p, any(s.cue.meets(c) for c in cues)) for s in reading.statements if s.cue],
        "events": [(e.p, any(e.trigger.meets(t) and e.type == k for t, k in events)) for e in reading.events],
        "times": [(t.p, (tuple(t.span), t.value) in times) for t in reading.times],
    }


def taken_for(reading: Reading, gold: dict[str, Any]) -> Counter[tuple[str, str]]:
    """Count (gold type, type read) of events on the same trigger; "–" where one side has none."""
    pairs: Counter[tuple[str, str]] = Counter()
    left = list(reading.events)
    for event in gold["events"]:
        trigger = Span(*event["trigger"])
        meeting = sorted((e for e in left if e.trigger.meets(trigger)), key=lambda e: e.type != event["type"])
        pairs[event["type"], meeting[0].type if meeting else "–"] += 1
        if meeting:
            left.remove(meeting[0])
    for event in left:
        pairs["–", event.type] += 1
    return pairs


def reliability_rows(layers: dict[str, list[Judged]]) -> list[str]:
    """Return the table of mean stated probability beside the share that was right, with a bar, by fifths."""
    lines = ["| layer | stated | items | mean p | right | |", "|---|---|---|---|---|---|"]
    for layer, judged in layers.items():
        for at in range(BINS):
            low, high = at / BINS, (at + 1) / BINS
            inside = [(p, ok) for p, ok in judged if low <= p < high or (at == BINS - 1 and p >= high)]
            if len(inside) < 5:
                continue
            stated, right = sum(p for p, _ in inside) / len(inside), sum(ok for _, ok in inside) / len(inside)
            bar = "█" * round(10 * right) + "·" * (10 - round(10 * right))
            lines.append(f"| {layer} | {low:.1f}–{high:.1f} | {len(inside)} | {stated:.2f} | {right:.2f} | {bar} |")
    return lines


def confusion_rows(pairs: Counter[tuple[str, str]]) -> list[str]:
    """Return the table of event types: how many of each were read as what, the commonest first."""
    lines = ["| gold type | events | read as |", "|---|---|---|"]
    for kind in sorted({g for g, _ in pairs}, key=lambda g: (g == "–", g)):
        found = Counter({read: n for (g, read), n in pairs.items() if g == kind})
        told = ", ".join(f"{read} {n}" for read, n in found.most_common(6))
        lines.append(f"| {kind if kind != '–' else 'no event there'} | {found.total()} | {told} |")
    return lines


def tables(golds: Iterable[dict[str, Any]]) -> Sequence[str]:
    """Return both tables as lines of Markdown."""
    knowledge = load_knowledge()
    layers: dict[str, list[Judged]] = {}
    pairs: Counter[tuple[str, str]] = Counter()
    for number, gold in enumerate(golds, 1):
        reading = read_article(article_of_line(json.dumps(gold).encode(), number), knowledge)
        for layer, judged in judge(reading, gold).items():
            layers.setdefault(layer, []).extend(judged)
        pairs += taken_for(reading, gold)
    return [*reliability_rows(layers), "", *confusion_rows(pairs)]


def main() -> None:
    """Write the tables into the document."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.reliability", description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    options = parser.parse_args()
    lines = (options.shared / "gold" / "dev.jsonl").read_text(encoding="utf-8").splitlines()
    body = "\n".join(tables(json.loads(line) for line in lines))
    text = DOCUMENT.read_text(encoding="utf-8")
    DOCUMENT.write_text(_TABLES.sub(lambda m: f"{m[1]}{body}\n{m[2]}", text), encoding="utf-8")


if __name__ == "__main__":
    main()
