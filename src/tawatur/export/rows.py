"""The rows of each table, made from views, always in one order."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tawatur.views import StoreSource
from tawatur.views.values import (
    ArticleView,
    CountView,
    EvidenceView,
    HappeningView,
    LinkView,
    PartyView,
    ReviewView,
    StoryView,
    UtteranceView,
)

Cell = str | int | bool | date | tuple[str, ...] | None
Row = dict[str, Cell]


class UnknownStory(ValueError):
    """There is no story of that id."""


def views_of(source: StoreSource, story: str | None) -> Iterator[StoryView]:
    """Iterate over one story's view, or those of all; raises UnknownStory for an id that is not there."""
    for id in [story] if story is not None else [row.id for row in source.stories(None)]:
        view = source.story(id)
        if view is not None:
            yield view
        elif story is not None:
            raise UnknownStory(f"there is no story {story!r}")


def article_views(source: StoreSource, story: str | None) -> Iterator[ArticleView]:
    """Iterate over the articles of one story, or over all; raises UnknownStory for an id that is not there."""
    rows = source.articles(None) if story is None else next(views_of(source, story)).articles
    for row in rows:
        view = source.article(row.id)
        if view is not None:
            yield view


def _where(evidence: EvidenceView) -> Row:
    names = ("article", "title", "outlet", "start", "end", "exact", "page", "page_start", "page_end")
    return {name: getattr(evidence, name) for name in names}


def _chain(links: tuple[LinkView, ...]) -> Row:
    return {"chain": tuple(link.label for link in links), "origin_known": bool(links) and links[0].known}


def _count(count: CountView) -> Row:
    return {"known_origins": count.known, "unknown_chains": count.unknown, "articles": count.articles}


def _codes(codes: tuple[tuple[str, str], ...]) -> tuple[str, ...]:
    return tuple(f"{field}={code}" for field, code in codes)


def _review(review: ReviewView | None) -> Row:
    return {"judgement": review.judgement if review else None, "read_as": _codes(review.read) if review else ()}


def _parts(place: PartyView | None, actors: tuple[PartyView, ...], recipients: tuple[PartyView, ...]) -> Row:
    return {
        "place": place.label if place else None,
        "place_entity": place.entity if place else None,
        "actors": tuple(party.label for party in actors),
        "actor_entities": tuple(party.entity or "" for party in actors),
        "recipients": tuple(party.label for party in recipients),
        "recipient_entities": tuple(party.entity or "" for party in recipients),
    }


def _happening_head(view: HappeningView, story: str) -> Row:
    return {"happening": view.id, "story": story, "type": view.type, "mode": view.mode, "label": view.label}


def articles_rows(source: StoreSource, story: str | None) -> Iterator[Row]:
    """Yield the rows of articles."""
    for view in article_views(source, story):
        row = view.row
        yield {
            "article": row.id,
            "title": row.title,
            "outlet": row.outlet,
            "url": view.url,
            "page": view.page,
            "published_first": row.published.first,
            "published_last": row.published.last,
            "published_basis": row.basis,
            "story": view.story.id if view.story else None,
            "copy_of": row.copy_of,
            "copy_origin": row.origin,
            "keywords": view.keywords,
            "text": "".join(segment.text for segment in view.segments),
        }


def statements_rows(source: StoreSource, story: str | None) -> Iterator[Row]:
    """Yield the rows of statements: one for each wording in each article."""
    for view in views_of(source, story):
        for utterance in view.utterances:
            yield from _sayings(utterance, view.id)


def _sayings(utterance: UtteranceView, story: str) -> Iterator[Row]:
    for saying in utterance.sayings:
        yield {
            "utterance": utterance.id,
            "story": story,
            "speaker": utterance.speaker.label,
            "speaker_entity": utterance.speaker.entity,
            "stance": utterance.stance,
            "kind": saying.kind,
            "cue": saying.cue,
            "basis": saying.basis,
            **_where(saying.evidence),
            "published_first": saying.published.first,
            "published_last": saying.published.last,
            **_chain(saying.chain),
            "answers": utterance.answers,
            **_review(saying.review),
        }


def reports_rows(source: StoreSource, story: str | None) -> Iterator[Row]:
    """Yield the rows of reports: one for each sentence that reports a happening."""
    for view in views_of(source, story):
        for happening in view.happenings:
            for report in happening.reports:
                yield {
                    **_happening_head(happening, view.id),
                    "status": report.status,
                    "by": tuple(party.label for party in report.by),
                    "when_first": report.when.first,
                    "when_last": report.when.last,
                    "when_wording": report.when.wording,
                    "report_place": report.place,
                    **_parts(happening.place, happening.actors, happening.recipients),
                    "figures": report.figures,
                    **_where(report.evidence),
                    "published_first": report.published.first,
                    "published_last": report.published.last,
                    **_chain(report.chain),
                    **_review(report.review),
                }


def happenings_rows(source: StoreSource, story: str | None) -> Iterator[Row]:
    """Yield the rows of happenings."""
    for view in views_of(source, story):
        for happening in view.happenings:
            yield {
                **_happening_head(happening, view.id),
                "status": happening.status,
                "when_first": happening.when.first,
                "when_last": happening.when.last,
                **_parts(happening.place, happening.actors, happening.recipients),
                **_count(happening.count),
                "reports": len(happening.reports),
                "disagreements": len(happening.disagreements),
                "fulfils": happening.fulfils,
            }


def disagreements_rows(source: StoreSource, story: str | None) -> Iterator[Row]:
    """Yield the rows of disagreements: one for each report of each value."""
    for view in views_of(source, story):
        for found in view.disagreements:
            for side in found.sides:
                for report in side.reports:
                    yield {
                        "disagreement": found.id,
                        # A toll that several happenings of a story share is the story's own.
                        "happening": found.happening or None,
                        "story": view.id,
                        "kind": found.kind,
                        "attribute": found.attribute,
                        "what": found.what,
                        "value": side.value,
                        "status": report.status,
                        **_where(report.evidence),
                        **_chain(report.chain),
                    }


def entities_rows(source: StoreSource, story: str | None) -> Iterator[Row]:
    """Yield the rows of entities."""
    named = None if story is None else {id for view in views_of(source, story) for id in _named_in(view)}
    for row in source.entities(None):
        if named is None or row.id in named:
            yield {
                "entity": row.id,
                "label": row.label,
                "type": row.type,
                "latin": row.latin,
                "country": row.country,
                "spellings": row.spellings,
                "articles": row.articles,
            }


def reviews_rows(source: StoreSource, story: str | None) -> Iterator[Row]:
    """Yield the rows of reviews whose article is stored, the newest first."""
    among = None if story is None else {row.id for view in views_of(source, story) for row in view.articles}
    for judged in source.judged(None):
        review, evidence = judged.review, judged.evidence
        if evidence is not None and (among is None or evidence.article in among):
            yield {
                "review": review.number,
                "at": review.at,
                "who": review.who,
                "layer": review.layer,
                "judgement": review.judgement,
                "read_as": _codes(judged.codes),
                "changes": _codes(review.changes),
                "undone": review.undone,
                **_where(evidence),
            }


def _named_in(view: StoryView) -> Iterator[str]:
    for happening in view.happenings:
        place = (happening.place,) if happening.place else ()
        yield from (p.entity for p in (*happening.actors, *happening.recipients, *place) if p.entity)
    yield from (u.speaker.entity for u in view.utterances if u.speaker.entity)
