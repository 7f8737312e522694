"""Read a gold file's articles in this process and score them: quick looks while working on one stage."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path

from tawatur.lexicon.bundle import load_lexicons
from tawatur.model import Article, Published
from tawatur.pipeline import read_article


def _span(span: object) -> list[int] | None:
    return list(span) if span is not None else None  # type: ignore[call-overload]


def main(gold: Path, *options: str) -> None:
    """Print the scores of the gold file `gold`; options go to the scorer (--errors 20)."""
    lexicons = load_lexicons()
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as out:
        for line in gold.read_text(encoding="utf-8").splitlines():
            record = json.loads(line)
            day = date.fromisoformat(record["date"]) if record.get("date") else None
            published = Published(day, day, "given") if day else None
            r = read_article(Article(record["id"], record["text"], record.get("title"), published=published), lexicons)
            result = {
                "id": record["id"],
                "names": [{"span": n.span, "type": n.type, "entity": n.entity, "p": n.p} for n in r.names],
                "statements": [
                    {
                        "cue": _span(s.cue), "holder": _span(s.holder), "content": s.content, "kind": s.kind,
                        "via": s.via, "stance": s.stance, "speaker": s.speaker,
                    }
                    for s in r.statements
                ],
                "events": [
                    {
                        "trigger": e.trigger, "type": e.type, "mode": e.mode, "actors": e.actors,
                        "recipients": e.recipients, "place": _span(e.place), "time": _span(e.time), "status": e.status,
                        "by": e.by,
                    }
                    for e in r.events
                ],
                "times": [{"span": t.span, "value": t.value} for t in r.times],
                "figures": [
                    {"span": f.span, "value": f.value, "comparator": f.comparator, "unit": f.unit} for f in r.figures
                ],
            }  # fmt: skip
            out.write(json.dumps(result, ensure_ascii=False) + "\n")
        out.flush()
        scorer = gold.parent / "score_readings.py"
        subprocess.run([sys.executable, str(scorer), str(gold), out.name, *options], check=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:])
