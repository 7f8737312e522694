"""What reviewers look at: what waits for a judgement, the history of judgements, what an entity is joined from."""

from __future__ import annotations

from dataclasses import dataclass

from tawatur.model import Anchor, Event, Reading, Review, ReviewLayer, Span, Statement, WorldEntity
from tawatur.store import Store, holding, place_of, reviewed
from tawatur.views.building import Builder
from tawatur.views.rows import article_row
from tawatur.views.standing import review_view
from tawatur.views.values import ArticleRow, EvidenceView, ReviewView

# Entities that may be the same as one, shown beside it.
_MOST_ALIKE = 8
# Members of an entity shown; a head of state is named by thousands of articles.
_MOST_MEMBERS = 100
# Letters of a name's word that is looked for: shorter ones are parts of names (ابن, آل).
_LEAST_LETTERS = 4


@dataclass(frozen=True, slots=True)
class ReviewItem:
    """One event or statement to judge: its words in their sentence, its codes by field, its parts by name, its p."""

    layer: ReviewLayer
    row: ArticleRow
    evidence: EvidenceView
    codes: tuple[tuple[str, str], ...]
    parts: tuple[tuple[str, str], ...]
    p: float


@dataclass(frozen=True, slots=True)
class JudgedView:
    """One judgement of the history; no evidence where the article is not stored (any more)."""

    review: Review
    evidence: EvidenceView | None
    codes: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class MemberView:
    """An article's own entity that a world entity is joined from: its id there, what it is called, the article."""

    local: str
    label: str
    row: ArticleRow


@dataclass(frozen=True, slots=True)
class PlacedReview:
    """A judgement that holds, of what stands at a place of an article; `review` tells what the program had read."""

    layer: ReviewLayer
    span: Span
    review: ReviewView


def placed_reviews(reading: Reading, store: Store) -> tuple[Reading, tuple[PlacedReview, ...]]:
    """Return a reading as people judged it, and the judgements that hold of it, in the order of the text."""
    reviews = store.reviews.of(reading.article.id)
    items = {("event", e.trigger): e for e in reading.events} | {
        ("statement", s.content): s for s in reading.statements
    }
    held = sorted(holding(reviews).items(), key=lambda item: (item[0][1], item[0][0]))
    placed = [PlacedReview(*place, review_view(review, items.get(place, review.found))) for place, review in held]
    return reviewed(reading, reviews).reading, tuple(placed)


def waiting(builder: Builder, layer: ReviewLayer, story: str | None, limit: int) -> tuple[ReviewItem, ...]:
    """Return what no review holds for, the least certain first."""
    found = []
    for article, number in builder.store.reviews.waiting(layer, story, limit):
        reading = builder.reading(article)
        if reading is not None:
            item = reading.events[number] if layer == "event" else reading.statements[number]
            found.append(_item(item, layer, reading, builder))
    return tuple(found)


def _item(item: Event | Statement, layer: ReviewLayer, reading: Reading, builder: Builder) -> ReviewItem:
    text = reading.article.text
    evidence = builder.evidence(Anchor.of(reading.article.id, text, place_of(item)))
    if isinstance(item, Event):
        spans = [("actors", s) for s in item.actors] + [("recipients", s) for s in item.recipients]
        spans += [(name, span) for name, span in (("place", item.place), ("when", item.time)) if span is not None]
    else:
        spans = [("speaker", item.holder)] if item.holder is not None else []
        spans += [("carrier", span) for span in item.via]
    parts = tuple((name, span.of(text)) for name, span in spans)
    return ReviewItem(layer, article_row(reading.article, builder), evidence, codes_of(item), parts, item.p)


def codes_of(item: Event | Statement) -> tuple[tuple[str, str], ...]:
    """Return the fields of an item that a correction may set, with their codes."""
    if isinstance(item, Event):
        return (("type", item.type), ("status", item.status))
    return (("stance", item.stance), ("kind", item.kind))


def judged(builder: Builder, limit: int | None, offset: int) -> tuple[JudgedView, ...]:
    """Return the history of reviews, the newest first."""
    found = []
    for review in builder.store.reviews.history(limit, offset):
        article = builder.store.reviews.article_of(review)
        text = builder.store.text_of(article) if article else None
        evidence = None
        if article and text:
            evidence = builder.evidence(Anchor.of(article, text, review.span))
        found.append(JudgedView(review, evidence, codes_of(review.found)))
    return tuple(found)


def members(builder: Builder, entity_id: str) -> tuple[MemberView, ...]:
    """Return what an entity is joined from."""
    entity = builder.store.entity(entity_id)
    found = []
    for article, local in entity.members[:_MOST_MEMBERS] if entity else ():
        reading = builder.reading(article)
        if reading is not None:
            label = next((e.canonical for e in reading.entities if e.id == local), local)
            found.append(MemberView(local, label, article_row(reading.article, builder)))
    return tuple(found)


def alike(store: Store, entity_id: str) -> tuple[WorldEntity, ...]:
    """Return other entities of the same type that share a spelling or a long word of a name."""
    entity = store.entity(entity_id)
    if entity is None:
        return ()
    words = sorted(
        {w for s in entity.spellings for w in s.split() if len(w) >= _LEAST_LETTERS}, key=lambda w: (-len(w), w)
    )
    found: dict[str, WorldEntity] = {}
    for name in (*entity.spellings, *words):
        for other in store.find_entities(name, _MOST_ALIKE + 1):
            if other.id != entity_id and other.type == entity.type:
                found.setdefault(other.id, other)
    return tuple(found.values())[:_MOST_ALIKE]
