"""The tables that data is taken out in: their columns, and their rows as made from views."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from tawatur.views import StoreSource
from tawatur.views.values import (
    ArticleView,
    CountView,
    EvidenceView,
    HappeningView,
    LinkView,
    PartyView,
    StoryView,
    UtteranceView,
)

Cell = str | int | bool | date | tuple[str, ...] | None
Row = dict[str, Cell]
Kind = Literal["text", "texts", "whole", "day", "flag"]


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, what its cells are, and in words what they say."""

    name: str
    kind: Kind
    about: str


@dataclass(frozen=True, slots=True)
class Table:
    """One table. `rows` makes its rows from views, of the story of that id or (None) of all; always in one order."""

    name: str
    about: str
    columns: tuple[Column, ...]
    rows: Callable[[StoreSource, str | None], Iterator[Row]]


class UnknownStory(ValueError):
    """There is no story of that id."""


def _text(*named: tuple[str, str]) -> tuple[Column, ...]:
    return tuple(Column(name, "text", about) for name, about in named)


_WHERE = (
    *_text(("article", "id of the article"), ("title", "its title"), ("outlet", "its outlet")),
    Column("start", "whole", "where the words begin in the article's text, in code points"),
    Column("end", "whole", "where they end"),
    Column("exact", "text", "the words themselves"),
    Column("page", "text", "id of the page they stand on"),
    Column("page_start", "whole", "where they begin in the page's text"),
    Column("page_end", "whole", "where they (their first stretch) end in it"),
)
_CHAIN = (
    Column("chain", "texts", "who says it → who carries it → who publishes it, as worded"),
    Column("origin_known", "flag", "whether the first of the chain is known"),
)
_COUNT = (
    Column("known_origins", "whole", "known independent origins"),
    Column("unknown_chains", "whole", "chains whose origin is unknown"),
    Column("articles", "whole", "articles behind them"),
)
_PUBLISHED = (
    Column("published_first", "day", "first possible day of publication"),
    Column("published_last", "day", "last possible day of publication"),
)
_WHEN = (
    Column("when_first", "day", "first possible day"),
    Column("when_last", "day", "last possible day"),
)
_PARTS = (
    *_text(("place", "where"), ("place_entity", "its entity")),
    Column("actors", "texts", "who acts"),
    Column("actor_entities", "texts", "their entities, in the same order; empty where unresolved"),
    Column("recipients", "texts", "who it is done to"),
    Column("recipient_entities", "texts", "their entities, in the same order; empty where unresolved"),
)
_HAPPENING = _text(
    ("happening", "id of the happening"),
    ("story", "id of its story"),
    ("type", "PLOVER type"),
    ("mode", "PLOVER mode"),
    ("label", "words it is called by"),
)


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
    head = {"happening": view.id, "story": story, "type": view.type, "mode": view.mode, "label": view.label}
    return dict(head)


def _articles(source: StoreSource, story: str | None) -> Iterator[Row]:
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


def _statements(source: StoreSource, story: str | None) -> Iterator[Row]:
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
        }


def _reports(source: StoreSource, story: str | None) -> Iterator[Row]:
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
                }


def _happenings(source: StoreSource, story: str | None) -> Iterator[Row]:
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


def _disagreements(source: StoreSource, story: str | None) -> Iterator[Row]:
    for view in views_of(source, story):
        for found in view.disagreements:
            for side in found.sides:
                for report in side.reports:
                    yield {
                        "disagreement": found.id,
                        "happening": found.happening,
                        "story": view.id,
                        "kind": found.kind,
                        "attribute": found.attribute,
                        "what": found.what,
                        "value": side.value,
                        "status": report.status,
                        **_where(report.evidence),
                        **_chain(report.chain),
                    }


def _entities(source: StoreSource, story: str | None) -> Iterator[Row]:
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


def _named_in(view: StoryView) -> Iterator[str]:
    for happening in view.happenings:
        place = (happening.place,) if happening.place else ()
        yield from (p.entity for p in (*happening.actors, *happening.recipients, *place) if p.entity)
    yield from (u.speaker.entity for u in view.utterances if u.speaker.entity)


TABLES = (
    Table(
        "articles",
        "every article with its text",
        (
            *_text(
                ("article", "id"), ("title", "title"), ("outlet", "outlet"), ("url", "address"), ("page", "its page")
            ),
            *_PUBLISHED,
            *_text(("published_basis", "how the day is known"), ("story", "id of its story")),
            *_text(("copy_of", "group of copies it belongs to"), ("copy_origin", "whom the copies go back to")),
            Column("keywords", "texts", "keywords of the page"),
            Column("text", "text", "the text that all spans count in"),
        ),
        _articles,
    ),
    Table(
        "statements",
        "who says what: one row for each wording in each article",
        (
            *_text(("utterance", "id of the act of speaking"), ("story", "id of its story")),
            *_text(("speaker", "who, as named"), ("speaker_entity", "id of the speaker's entity")),
            *_text(("stance", "assert, deny, accuse, intend, demand, evaluate"), ("kind", "direct, indirect, mixed")),
            *_text(("cue", "the word that attributes it"), ("basis", "what the source is said to rest on")),
            *_WHERE,
            *_PUBLISHED,
            *_CHAIN,
            Column("answers", "texts", "ids of utterances that it answers"),
        ),
        _statements,
    ),
    Table(
        "reports",
        "what is reported to have happened: one row for each sentence that reports it",
        (
            *_HAPPENING,
            *_text(("status", "actual, alleged, denied, planned, hypothetical, negated: as this report has it")),
            Column("by", "texts", "who alleges or denies it"),
            *_WHEN,
            *_text(("when_wording", "the report's own words for it"), ("report_place", "where, in this report")),
            *_PARTS,
            Column("figures", "texts", "its figures, as read"),
            *_WHERE,
            *_PUBLISHED,
            *_CHAIN,
        ),
        _reports,
    ),
    Table(
        "happenings",
        "the same events, one row for all reports of one",
        (
            *_HAPPENING,
            *_text(("status", "the strongest that the reports allow")),
            *_WHEN,
            *_PARTS,
            *_COUNT,
            Column("reports", "whole", "reports"),
            Column("disagreements", "whole", "disagreements"),
            *_text(("fulfils", "id of the plan that it carries out")),
        ),
        _happenings,
    ),
    Table(
        "disagreements",
        "values that cannot both hold: one row for each report of each value",
        (
            *_text(("disagreement", "id"), ("happening", "id of the happening"), ("story", "id of its story")),
            *_text(("kind", "sources, transmission, update"), ("attribute", "figure, date, place, actor, status")),
            *_text(("what", "what is counted"), ("value", "the value as worded"), ("status", "status of the report")),
            *_WHERE,
            *_CHAIN,
        ),
        _disagreements,
    ),
    Table(
        "entities",
        "persons, bodies and places across articles",
        (
            *_text(("entity", "id"), ("label", "fullest name"), ("type", "PER, ORG, GPE, LOC, FAC, OTHER")),
            *_text(("latin", "Latin form, where the gazetteer has one"), ("country", "ISO 3166-1 alpha-2 code")),
            Column("spellings", "texts", "as written"),
            Column("articles", "whole", "articles that name it"),
        ),
        _entities,
    ),
)


def table_named(name: str) -> Table:
    """Return a table by its name; raises ValueError that lists the names there are."""
    found = next((table for table in TABLES if table.name == name), None)
    if found is None:
        raise ValueError(f"there is no table {name!r}; there are {', '.join(table.name for table in TABLES)}")
    return found
