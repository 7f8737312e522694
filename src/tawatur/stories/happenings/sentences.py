"""Sentences: the one that an event is told in."""

from __future__ import annotations

from tawatur.model import Event, Reading, Span


def sentence_of(reading: Reading, event: Event) -> Span:
    """Return the sentence that holds an event's trigger, the trigger itself where none does."""
    return next((s.span for s in reading.sentences if s.span.holds(event.trigger)), event.trigger)
