"""What the tagger alone reads in a text, in the form in which readings are scored."""

from __future__ import annotations

from typing import Any

from tawatur.tagger.tagged import Filler, TaggedText
from tawatur.tagger.train.interlinear import kind_of


def reading_of(tagged: TaggedText, id: str) -> dict[str, Any]:
    """Return names, statements and events as the three layers of a scored reading; spans as [start, end]."""
    text = tagged.prepared.text
    statements = [
        {
            "cue": list(cue.span),
            "holder": _span(cue.holder),
            "content": list(cue.content.span),
            "kind": kind_of(text, cue.content.span),
            "via": [list(f.span) for f in cue.via],
            "stance": cue.stance,
            "p": cue.p,
        }
        for cue in tagged.cues
        if cue.content is not None
    ]
    events = [
        {
            "trigger": list(trigger.span),
            "type": trigger.type,
            "actors": [list(f.span) for f in trigger.actors],
            "recipients": [list(f.span) for f in trigger.recipients],
            "place": _span(trigger.place),
            "time": _span(trigger.time),
            "status": trigger.status,
            "p": trigger.p,
        }
        for trigger in tagged.triggers
    ]
    names = [{"span": list(name.span), "type": name.type, "p": name.p} for name in tagged.names]
    return {"id": id, "names": names, "statements": statements, "events": events}


def _span(filler: Filler | None) -> list[int] | None:
    return None if filler is None else list(filler.span)
