"""The view of one article: its text with what was read in it, marked in place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tawatur.model import Reading, Span
from tawatur.views.building import Builder
from tawatur.views.contract import number
from tawatur.views.reviewing import PlacedReview, codes_of, placed_reviews
from tawatur.views.rows import article_row, rows, story_row
from tawatur.views.segments import segments_of
from tawatur.views.values import ArticleView, Mark, PartyView, ReviewView


def article_view(reading: Reading, builder: Builder, rejected: bool = False) -> ArticleView:
    """Return an article with its evidence in place as people reviewed it, its story, and its copies.

    With `rejected`, what people rejected is marked too, in layers of its own.
    """
    article = reading.article
    store = builder.store
    published = article.published
    judged, placed = placed_reviews(reading, store)
    marks = judged_marks(marks_of(judged, builder), placed) + (rejected_marks(placed, reading) if rejected else ())
    story = next((found for found in map(store.story, store.stories_of(article.id)) if found), None)
    others = dict.fromkeys(a for group in store.copies_of(article.id) for a in group.articles if a != article.id)
    return ArticleView(
        article_row(article, builder),
        article.url,
        article.page,
        published.reasons if published else (),
        tuple(anchor.exact for anchor in published.evidence) if published else (),
        segments_of(article.text, marks),
        article.captions,
        tuple(anchor.exact for anchor in article.credits),
        article.keywords,
        story_row(story, builder) if story else None,
        rows(tuple(others), builder),
        _speakers(judged, builder),
        sum(p.review.judgement == "reject" for p in placed),
    )


def judged_marks(marks: tuple[Mark, ...], placed: Sequence[PlacedReview]) -> tuple[Mark, ...]:
    """Return marks with what people judged of the event or statement they stand for."""
    held: dict[tuple[str, int, int], ReviewView] = {(p.layer, p.span.start, p.span.end): p.review for p in placed}

    def judged(mark: Mark) -> Mark:
        review = held.get((mark.layer, mark.start, mark.end))
        return replace(mark, judgement=review.judgement, read=review.read) if review else mark

    return tuple(map(judged, marks))


def rejected_marks(placed: Sequence[PlacedReview], reading: Reading) -> tuple[Mark, ...]:
    """Return the marks of what people rejected, with the codes that the program had read."""
    items = {("event", e.trigger): e for e in reading.events} | {
        ("statement", s.content): s for s in reading.statements
    }
    found = []
    for p in placed:
        item = items.get((p.layer, p.span))
        if item is not None and p.review.judgement == "reject":
            code, note = (code for _, code in codes_of(item))
            found.append(Mark(p.span.start, p.span.end, p.layer, code, note, None, "reject"))
    return tuple(found)


def marks_of(reading: Reading, builder: Builder) -> tuple[Mark, ...]:
    """Return the marks of all that was read, longest first where they begin together."""
    article = reading.article.id
    labels = {entity.id: entity.canonical for entity in reading.entities}
    marks: list[Mark] = []

    def mark(span: Span | None, layer: str, code: str, note: str = "", entity: str | None = None) -> None:
        if span is not None:
            link = builder.store.entity_of(article, entity) if entity else None
            marks.append(Mark(span.start, span.end, layer, code, note, link))

    for stated in reading.statements:
        mark(stated.content, "statement", stated.stance, labels.get(stated.speaker or "", ""), stated.speaker)
        mark(stated.cue, "cue", stated.kind)
        mark(stated.holder, "holder", "holder", labels.get(stated.speaker or "", ""), stated.speaker)
        for via in stated.via:
            mark(via, "holder", "via")
    for event in reading.events:
        mark(event.trigger, "event", event.type, event.status)
    for name in reading.names:
        mark(name.span, "name", name.type, labels.get(name.entity, ""), name.entity)
    for time in reading.times:
        mark(time.span, "time", time.value or "", time.granularity)
    for figure in reading.figures:
        value = figure.value
        told = "–".join(str(number(v)) for v in value) if isinstance(value, tuple) else str(number(value))
        mark(figure.span, "figure", f"{figure.comparator}{told}".removeprefix("="), figure.unit or "")
    return tuple(sorted(marks, key=lambda m: (m.start, -m.end, m.layer, m.code)))


def _speakers(reading: Reading, builder: Builder) -> tuple[PartyView, ...]:
    labels = {entity.id: entity.canonical for entity in reading.entities}
    found: dict[str, PartyView] = {}
    for stated in reading.statements:
        if stated.speaker in labels:
            world = builder.store.entity_of(reading.article.id, stated.speaker)
            found.setdefault(stated.speaker, PartyView(labels[stated.speaker], world))
    return tuple(found.values())
