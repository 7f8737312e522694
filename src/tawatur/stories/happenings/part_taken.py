"""Part taken: who took part in an event, and who tells of it."""

from __future__ import annotations

from tawatur.model import Event, Span
from tawatur.stories.happenings.context import in_dateline
from tawatur.stories.happenings.parties import Party, PartyReader


def take_part(reader: PartyReader, spans: tuple[Span, ...]) -> tuple[Party, ...]:
    """Return the parties that spans word, those of the dateline left out."""
    return reader.parties(span for span in spans if not in_dateline(reader.reading, span))


def teller(reader: PartyReader, event: Event) -> str | None:
    """Return the entity whose statement tells of an event, or None."""
    statements = reader.reading.statements
    if event.statement is None or event.statement >= len(statements):
        return None
    speaker = statements[event.statement].speaker
    return reader.world.members.get((reader.reading.article.id, speaker)) if speaker else None
