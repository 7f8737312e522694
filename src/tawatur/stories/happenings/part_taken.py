"""Part taken: who took part in an event, who tells of it, and who is held responsible for it or denies it."""

from __future__ import annotations

from tawatur.model import Event, Span
from tawatur.stories.happenings.context import in_dateline
from tawatur.stories.happenings.parties import Party, PartyReader
from tawatur.stories.happenings.telling import denies_part


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


def held_responsible(
    reader: PartyReader, event: Event, claimed: Span | None, actors: tuple[Party, ...]
) -> tuple[Party, ...]:
    """Return who is held responsible for an attack: whoever claims it, or whom somebody else accuses of it."""
    if claimed is not None:
        return take_part(reader, (claimed,))
    statements = reader.reading.statements
    if event.type != "ASSAULT" or event.statement is None or event.statement >= len(statements):
        return ()
    statement = statements[event.statement]
    if statement.stance != "accuse" or statement.holder is None:
        return ()
    accuser = reader.party(statement.holder)
    return tuple(p for p in actors if p.ids and not p.ids & accuser.keys and p.kind != "described")


def cleared(reader: PartyReader, event: Event) -> Party | None:
    """Return who denies a part in an attack, or None."""
    holder = denies_part(reader.reading, event) if event.type == "ASSAULT" else None
    return reader.party(holder) if holder is not None else None
