"""The view of a person, body or place: what it is called, what it says, what is said of it, what it has a part in."""

from __future__ import annotations

from collections.abc import Collection

from tawatur.model import Anchor, WorldEntity
from tawatur.views.building import Builder, published_days
from tawatur.views.happening import happening_view
from tawatur.views.rows import rows
from tawatur.views.utterance import statement_view, utterance_view
from tawatur.views.values import AboutView, DaysView, EntityView, EvidenceView, PartyView, RoleView

# Statements about an entity that are shown; a head of state has thousands.
_MOST_ABOUT = 200


def entity_view(entity: WorldEntity, builder: Builder) -> EntityView:
    """Return an entity as known across articles."""
    store = builder.store
    utterances = [u for u in map(builder.find_utterance, store.utterances_by(entity.id)) if u is not None]
    happenings = [h for h in map(builder.find_happening, store.happenings_with(entity.id)) if h is not None]
    roles = _roles(entity, builder)
    return EntityView(
        entity.id,
        entity.canonical,
        entity.type,
        entity.latin,
        entity.country,
        entity.spellings,
        tuple((role.text, role.evidence) for role in roles),
        tuple(utterance_view(u, builder) for u in utterances),
        tuple(happening_view(h, builder) for h in happenings),
        rows(tuple(dict.fromkeys(article for article, _ in entity.members)), builder),
        entity.reasons,
        _about(entity, builder),
        roles,
        entity.transliteration,
    )


def _roles(entity: WorldEntity, builder: Builder) -> tuple[RoleView, ...]:
    """Each role once, with the first words that give it and the days that the articles which do were published on."""
    anchors: dict[str, Anchor] = {}
    articles: dict[str, dict[str, DaysView]] = {}
    for article, local in entity.members:
        reading = builder.reading(article)
        for own in reading.entities if reading else ():
            for role in own.roles if own.id == local else ():
                if reading is not None:
                    anchors.setdefault(role.text, Anchor.of(article, reading.article.text, role.span))
                    articles.setdefault(role.text, {})[article] = published_days(reading.article.published)
    return tuple(_role(text, articles[text].values(), builder.evidence(anchor)) for text, anchor in anchors.items())


def _role(text: str, published: Collection[DaysView], evidence: EvidenceView) -> RoleView:
    first = min((days.first for days in published if days.first), default=None)
    last = max((days.last for days in published if days.last), default=None)
    return RoleView(text, first, last, len(published), evidence)


def _about(entity: WorldEntity, builder: Builder) -> tuple[AboutView, ...]:
    statements = builder.store.statements_about(entity.id)[:_MOST_ABOUT]
    standing = (item for item in statements if builder.standing.stands(item[0], "statement", item[1]))
    views = (about(builder, article, index) for article, index in standing)
    return tuple(view for view in views if view is not None)


def about(builder: Builder, article: str, index: int) -> AboutView | None:
    """Return a statement of an article with who makes it, as people judged it; None where it is not stored."""
    reading = builder.reading(article)
    if reading is None or index >= len(reading.statements):
        return None
    stated = reading.statements[index]
    review = builder.standing.review(article, "statement", index)
    stance = dict(review.changes).get("stance", stated.stance) if review else stated.stance
    label = next((e.canonical for e in reading.entities if e.id == stated.speaker), None)
    holder = stated.holder.of(reading.article.text) if stated.holder else ""
    world = builder.store.entity_of(article, stated.speaker) if stated.speaker else None
    anchor = Anchor.of(article, reading.article.text, stated.content)
    utterance = builder.store.utterance_of(article, index)
    chain = (
        next((s.chain for s in utterance.sayings if (s.article, s.statement) == (article, index)), None)
        if utterance
        else None
    )
    saying = statement_view(article, index, anchor, builder.chain(chain) if chain else (), builder)
    return AboutView(PartyView(label or holder, world), stance, saying, utterance.id if utterance else None)
