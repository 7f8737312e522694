"""Tell sentences that report an attack or a protest from those that only mention one: score the project's own table.

A sentence counts as a report when an event on its words is told as having happened now: status actual or alleged, and
not as background. For a mention only events on the word in question count, since its sentence may tell another event.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from tawatur.model import Event
from tawatur.pipeline import Knowledge, load_knowledge, read_article
from tawatur.views.contract import article_of_line, json_line

TABLE = Path(__file__).parent.parent / "tests" / "events" / "reports_and_mentions.tsv"
PUBLISHED = "2021-03-18"


class Row(NamedTuple):
    """One sentence of the table, the word in question, and what its event is: a report or a kind of mention."""

    kind: str
    trigger: str
    sentence: str


def read_table(path: Path = TABLE) -> list[Row]:
    """Return the rows of the table in order."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [Row(*line.split("\t")) for line in lines if line and not line.startswith("#")]


def told_as_happening(row: Row, knowledge: Knowledge) -> bool:
    """Return whether the program takes the row's sentence for a report."""
    line = json_line({"id": "s", "text": row.sentence, "date": PUBLISHED})
    reading = read_article(article_of_line(line, 1), knowledge)
    start = row.sentence.index(row.trigger)
    end = start + len(row.trigger)
    events = [e for e in reading.events if row.kind == "report" or (e.trigger.start < end and start < e.trigger.end)]
    return any(_now(event) for event in events)


def _now(event: Event) -> bool:
    return event.status in ("actual", "alleged") and not event.background


def score(knowledge: Knowledge) -> tuple[dict[str, float], list[Row]]:
    """Return the share of each kind told right, precision, recall and F1 of reports, and the rows told wrong."""
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    wrong = []
    for row in read_table():
        total[row.kind] += 1
        if told_as_happening(row, knowledge) == (row.kind == "report"):
            right[row.kind] += 1
        else:
            wrong.append(row)
    taken = right["report"] + sum(total[k] - right[k] for k in total if k != "report")
    precision, recall = right["report"] / max(taken, 1), right["report"] / total["report"]
    shares = {kind: right[kind] / total[kind] for kind in sorted(total)}
    return shares | {
        "precision": precision,
        "recall": recall,
        "f1": 2 * precision * recall / (precision + recall),
    }, wrong


if __name__ == "__main__":
    scores, errors = score(load_knowledge())
    print({name: round(value, 3) for name, value in scores.items()})
    for error in errors if "--errors" in sys.argv else ():
        print(*error, sep="\t")
