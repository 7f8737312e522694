"""A store as FollowTheMoney entities, one a line, as `ftm` and Aleph load them.

Articles become Article; persons, bodies and acting states Person, Organization and PublicBody; other places Address;
happenings Event; what is said Note on its speaker; who is named in which article Mention. What FollowTheMoney calls a
statement, a row of provenance, is not written.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field

from tawatur.export.harmless import json_line, visible, web_address
from tawatur.export.rows import article_views, views_of
from tawatur.views import StoreSource
from tawatur.views.values import ArticleView, EntityRow, HappeningView, UtteranceView

# Which schema an entity has; a state or city that acts, speaks or is acted on is its authorities, else it is a place.
_SCHEMA = {"PER": "Person", "ORG": "Organization"}
_ACTING = {"GPE": "PublicBody", "LOC": "LegalEntity", "FAC": "LegalEntity", "OTHER": "LegalEntity"}
_DEFAULT = {"GPE": "Address", "LOC": "Address", "FAC": "Address"}

Values = dict[str, list[str]]


@dataclass(slots=True)
class _Seen:
    """What the stories use, so that each entity is written once, with the schema of what it does."""

    articles: set[str] = field(default_factory=set)
    acting: set[str] = field(default_factory=set)
    placed: set[str] = field(default_factory=set)


def ftm_id(kind: str, id: str) -> str:
    """Return an id that FollowTheMoney takes: letters, digits and dashes alone."""
    return f"{kind}-{hashlib.sha256(id.encode(errors='replace')).hexdigest()[:24]}"


def as_ftm(source: StoreSource, story: str | None) -> Iterator[bytes]:
    """Iterate over FollowTheMoney entities as JSON lines."""
    seen = _Seen()
    for article in article_views(source, story):
        seen.articles.add(article.row.id)
        yield _line(ftm_id("article", article.row.id), "Article", _article(article))
    for view in views_of(source, story):
        for happening in view.happenings:
            seen.acting |= {p.entity for p in (*happening.actors, *happening.recipients) if p.entity}
            seen.placed |= {p.entity for p in (happening.place,) if p and p.entity}
            yield _line(ftm_id("event", happening.id), "Event", _event(happening))
        for utterance in view.utterances:
            seen.acting |= {utterance.speaker.entity} if utterance.speaker.entity else set()
            yield _line(ftm_id("note", utterance.id), "Note", _note(utterance))
    for row in source.entities(None):
        if story is None or row.id in seen.acting | seen.placed:
            yield from _entity(source, row, row.id in seen.acting, seen.articles)


def _line(id: str, schema: str, values: Values) -> bytes:
    kept = {name: [visible(value) for value in found if value] for name, found in values.items()}
    return json_line({"id": id, "schema": schema, "properties": {name: found for name, found in kept.items() if found}})


def _article(view: ArticleView) -> Values:
    row = view.row
    day = row.published.first if row.published.first == row.published.last else None
    url = web_address(view.url)
    return {
        "title": [row.title or row.lead],
        "fileName": [row.id],
        "publisher": [row.outlet or ""],
        "publishedAt": [day.isoformat() if day else ""],
        "sourceUrl": [url or ""],
        "language": ["ara"],
        "mimeType": ["text/plain"],
        "keywords": list(view.keywords),
        "bodyText": ["".join(segment.text for segment in view.segments)],
    }


def _event(view: HappeningView) -> Values:
    told = f"{view.status}; known independent origins {view.count.known}, chains of unknown origin {view.count.unknown}"
    when = (view.when.first, view.when.last)
    parties = (*view.actors, *view.recipients)
    return {
        "name": [view.label],
        "summary": [f"{view.type}{' ' + view.mode if view.mode else ''}: {told}"],
        "description": list(dict.fromkeys(report.evidence.exact for report in view.reports)),
        "startDate": [when[0].isoformat() if when[0] else ""],
        "endDate": [when[1].isoformat() if when[1] else ""],
        "location": [view.place.label] if view.place else [],
        "involved": list(dict.fromkeys(ftm_id("entity", p.entity) for p in parties if p.entity)),
        "notes": [f"{d.attribute} {d.what}: {' / '.join(side.value for side in d.sides)}" for d in view.disagreements],
        "keywords": [view.type, view.status],
        "proof": list(dict.fromkeys(ftm_id("article", report.evidence.article) for report in view.reports)),
    }


def _note(view: UtteranceView) -> Values:
    sayings = view.sayings
    return {
        "name": [f"{view.speaker.label}: {view.stance}"],
        "description": list(dict.fromkeys(saying.evidence.exact for saying in sayings)),
        "entity": [ftm_id("entity", view.speaker.entity)] if view.speaker.entity else [],
        "keywords": [view.stance, *dict.fromkeys(saying.kind for saying in sayings)],
        "proof": list(dict.fromkeys(ftm_id("article", saying.evidence.article) for saying in sayings)),
    }


def _entity(source: StoreSource, row: EntityRow, acts: bool, articles: set[str]) -> Iterator[bytes]:
    schema = _SCHEMA.get(row.type) or (_ACTING if acts else _DEFAULT).get(row.type)
    if schema is None:
        return
    own = ftm_id("entity", row.id)
    others = [spelling for spelling in (*row.spellings, row.latin or "") if spelling != row.label]
    values: Values = {"name": [row.label], "alias": others, "country": [(row.country or "").lower()]}
    yield _line(own, schema, values if schema != "Address" else {**values, "full": [row.label]})
    if schema == "Address":
        return
    for article in source.articles_naming(row.id):
        if article not in articles:
            continue
        yield _line(
            ftm_id("mention", f"{article} {row.id}"),
            "Mention",
            {
                "document": [ftm_id("article", article)],
                "resolved": [own],
                "name": [row.label],
                "detectedSchema": [schema],
                "contextCountry": [(row.country or "").lower()],
            },
        )
