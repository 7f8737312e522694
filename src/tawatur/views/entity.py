"""The view of a person, body or place: what it is called, what it says, what is said of it, what it has a part in."""

from __future__ import annotations

from tawatur.model import Anchor, WorldEntity
from tawatur.views.building import Builder
from tawatur.views.values import AboutView, EntityView, EvidenceView, PartyView

# Statements about an entity that are shown; a head of state has thousands.
_MOST_ABOUT = 200


def entity_view(entity: WorldEntity, builder: Builder) -> EntityView:
    """Return an entity as known across articles."""
    store = builder.store
    utterances = [u for u in map(store.utterance, store.utterances_by(entity.id)) if u is not None]
    happenings = [h for h in map(store.happening, store.happenings_with(entity.id)) if h is not None]
    return EntityView(
        entity.id,
        entity.canonical,
        entity.type,
        entity.latin,
        entity.country,
        entity.spellings,
        _roles(entity, builder),
        tuple(map(builder.utterance, utterances)),
        tuple(map(builder.happening, happenings)),
        builder.rows(tuple(dict.fromkeys(article for article, _ in entity.members))),
        entity.reasons,
        _about(entity, builder),
    )


def _roles(entity: WorldEntity, builder: Builder) -> tuple[tuple[str, EvidenceView], ...]:
    """Each role once, with the first words that give it."""
    found: dict[str, EvidenceView] = {}
    for article, local in entity.members:
        reading = builder.reading(article)
        for own in reading.entities if reading else ():
            for role in own.roles if own.id == local else ():
                if reading is not None and role.text not in found:
                    anchor = Anchor.of(article, reading.article.text, role.span)
                    found[role.text] = builder.evidence(anchor)
    return tuple(found.items())


def _about(entity: WorldEntity, builder: Builder) -> tuple[AboutView, ...]:
    statements = builder.store.statements_about(entity.id)[:_MOST_ABOUT]
    views = (about(builder, article, index) for article, index in statements)
    return tuple(view for view in views if view is not None)


def about(builder: Builder, article: str, index: int) -> AboutView | None:
    """Return a statement of an article with who makes it; None where it is not stored."""
    reading = builder.reading(article)
    if reading is None or index >= len(reading.statements):
        return None
    stated = reading.statements[index]
    label = next((e.canonical for e in reading.entities if e.id == stated.speaker), None)
    holder = stated.holder.of(reading.article.text) if stated.holder else ""
    world = builder.store.entity_of(article, stated.speaker) if stated.speaker else None
    anchor = Anchor.of(article, reading.article.text, stated.content)
    return AboutView(PartyView(label or holder, world), stated.stance, builder.statement(article, index, anchor))
