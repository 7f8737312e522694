"""Labels: a happening told in the words of its best report."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tawatur.model import Event, Reading, Span
from tawatur.stories.happenings.mentions import Mention

# A label longer than this no longer fits a line of a list or a card.
_LONGEST = 110
# Words kept on either side of a trigger whose participants are not known or stand too far away.
_AROUND = 60
_CLAUSE = "،؛:.\n"
_EDGES = ' \n\t،,؛;:-–—«»"“”()[].'


def best_report(mentions: Sequence[Mention], readings: dict[str, Reading]) -> Mention:
    """Return the mention that tells most in the fewest words, told as done rather than claimed, the first of equals."""

    def rank(mention: Mention) -> tuple[int, int, int, str, int]:
        event = readings[mention.article].events[mention.event]
        slots = bool(event.actors) + bool(event.recipients) + (event.place is not None)
        span = _reach(event)
        length = span.end - span.start
        return (-slots, mention.status != "actual", max(0, length - _LONGEST), mention.article, mention.event)

    return min(mentions, key=rank)


# Place, date and agency in front of a report, closed by a dash.
_DATELINE = re.compile(r"[^\n]{3,80}\([^()\n]{2,30}\)\s*[-–—:]\s+")


def label_of(mention: Mention, reading: Reading) -> str:
    """Return the stretch of the article's sentence from the event's first to its last known part, cut to fit a line."""
    event = reading.events[mention.event]
    text = reading.article.text
    span = _reach(event)
    sentence = next((s.span for s in reading.sentences if s.span.holds(event.trigger)), Span(0, len(text)))
    start = _told_from(text, sentence)
    span = Span(max(span.start, start), min(span.end, sentence.end))
    if span.end - span.start > _LONGEST or not (event.actors or event.recipients or event.place):
        span = _around(text, event.trigger, sentence)
    return _clean(span.of(text))


def _told_from(text: str, sentence: Span) -> int:
    """Return where a sentence begins to tell: behind its dateline («أغاديز، 6 يوليو (الضفاف) - …»), if it has one."""
    found = _DATELINE.match(text, sentence.start, sentence.end)
    return found.end() if found else sentence.start


def _reach(event: Event) -> Span:
    parts = [event.trigger, *event.actors, *event.recipients, *((event.place,) if event.place else ())]
    return Span(min(part.start for part in parts), max(part.end for part in parts))


def _around(text: str, trigger: Span, sentence: Span) -> Span:
    """Return the clause that the trigger stands in, cut at words where its edges are far away."""
    start = max(sentence.start, trigger.start - _AROUND)
    end = min(sentence.end, trigger.end + _AROUND)
    before = max(text.rfind(mark, start, trigger.start) for mark in _CLAUSE)
    after = [at for mark in _CLAUSE if (at := text.find(mark, trigger.end, end)) >= 0]
    if before >= 0:
        start = before + 1
    else:
        while start > sentence.start and not text[start - 1].isspace():
            start += 1
            if start >= trigger.start:
                return Span(trigger.start, min(after, default=end))
    if after:
        return Span(start, min(after))
    while end < sentence.end and not text[end].isspace():
        end -= 1
    return Span(start, max(end, trigger.end))


def _clean(words: str) -> str:
    label = " ".join(words.split()).strip(_EDGES)
    for opening, closing in (("«", "»"), ("(", ")"), ("“", "”")):
        # A quotation cut in two would leave its mark behind.
        if label.count(opening) != label.count(closing):
            label = label.replace(opening, "").replace(closing, "")
    return label
