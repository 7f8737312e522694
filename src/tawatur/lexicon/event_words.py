"""Triggers of events: verbs and nouns with PLOVER type and mode."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class EventLexicon:
    """What events are coded by."""


def load_event_words() -> EventLexicon:
    """Build the lexicon from its data files."""
    return EventLexicon()
