"""Parts of one sentence that say what one speaker said, shown once: from the first of them to the last."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from tawatur.model import Anchor, Reading, Saying, Span


def said_once(sayings: Iterable[Saying], reading_of: Callable[[str], Reading | None]) -> tuple[Saying, ...]:
    """Return the sayings with those of one sentence and chain folded: its anchor reaches over all of their words."""
    folded: dict[tuple[object, ...], Saying] = {}
    for number, saying in enumerate(sayings):
        reading = reading_of(saying.article)
        if reading is None or saying.statement >= len(reading.statements):
            folded[saying.article, number] = saying
            continue
        sentence = reading.statements[saying.statement].sentence
        key = (saying.article, sentence, *((link.kind, link.key, link.label) for link in saying.chain.links))
        first = folded.get(key)
        folded[key] = saying if first is None else replace(first, anchor=_over(first, saying, reading))
    return tuple(folded.values())


def _over(one: Saying, other: Saying, reading: Reading) -> Anchor:
    span = Span(min(one.anchor.start, other.anchor.start), max(one.anchor.end, other.anchor.end))
    return Anchor.of(one.anchor.source, reading.article.text, span)
