"""Rows of what is read in an article: each with its place in the article's text and a checksum of the words there."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import replace
from sys import intern
from typing import Any

from tawatur.model import (
    Anchor,
    AnchorError,
    Article,
    Entity,
    EntityRole,
    Event,
    Figure,
    Name,
    Reading,
    Sentence,
    Span,
    Statement,
    When,
)
from tawatur.store.codec import check_sum, day, iso, more, pack, packed, rest_of, unpack, unpacked
from tawatur.store.database import insert_many

Row = dict[str, object]


def _evidence(article: Article, *spans: Span | None) -> Row:
    """Return start and end of the first span and the checksum of the words of all; AnchorError if one holds none."""
    words = [Anchor.of(article.id, article.text, Span(*span)).exact for span in spans if span is not None]
    first = spans[0]
    if first is None:
        raise AnchorError(f"a fact of article {article.id!r} has no place in its text")
    return {"start": first[0], "end": first[1], "tally": check_sum(*words)}


def statement_spans(statement: Statement) -> tuple[tuple[str, Span], ...]:
    """Return the spans of a statement beside its content, each with its part."""
    single = (("cue", statement.cue), ("holder", statement.holder), ("basis", statement.basis_span))
    return tuple((part, span) for part, span in single if span) + tuple(("via", span) for span in statement.via)


def event_spans(event: Event) -> tuple[tuple[str, Span], ...]:
    """Return the spans of an event beside its trigger, each with its part."""
    single = (("place", event.place), ("time", event.time))
    return (
        tuple(("actor", span) for span in event.actors)
        + tuple(("recipient", span) for span in event.recipients)
        + tuple((part, span) for part, span in single if span)
    )


def _parts(key: Row, spans: Iterable[tuple[str, Span]]) -> list[Row]:
    seen: dict[str, int] = {}
    rows = []
    for part, span in spans:
        seen[part] = seen.get(part, -1) + 1
        rows.append({**key, "part": part, "ix": seen[part], "start": span[0], "end": span[1]})
    return rows


def write_reading(db: sqlite3.Connection, row: int, reading: Reading) -> None:
    """Insert everything read in the article of row id `row`. Raises AnchorError for a fact without evidence."""
    article = reading.article
    sentences: list[Row] = []
    for ix, sentence in enumerate(reading.sentences):
        if sentence.index != ix:
            raise AnchorError(f"sentence {ix} of article {article.id!r} calls itself {sentence.index}")
        sentences.append({"article": row, "ix": ix, "start": sentence.span[0], "end": sentence.span[1]})
    insert_many(db, "sentence", sentences)
    _write_entities(db, row, reading)
    insert_many(db, "time", [_time_row(row, ix, article, when) for ix, when in enumerate(reading.times)])
    insert_many(db, "figure", [_figure_row(row, ix, article, figure) for ix, figure in enumerate(reading.figures)])
    _write_statements(db, row, reading)
    _write_events(db, row, reading)


def _write_entities(db: sqlite3.Connection, row: int, reading: Reading) -> None:
    entities: list[Row] = []
    roles: list[Row] = []
    for ix, entity in enumerate(reading.entities):
        entities.append(
            {
                "article": row,
                "ix": ix,
                "id": entity.id,
                "canonical": packed(entity.canonical),
                "type": entity.type,
                "key": entity.key,
                "latin": entity.latin,
                "country": entity.country,
                "more": more(entity, "id", "canonical", "type", "key", "latin", "country", "roles"),
            }
        )
        for number, role in enumerate(entity.roles):
            place = _evidence(reading.article, role.span)
            same = Span(*role.span).of(reading.article.text) == role.text
            rest = {"text": None if same else packed(role.text), "country": role.country}
            extra = {"more": more(role, "span", "text", "country")}
            roles.append({"article": row, "entity": ix, "ix": number, **place, **rest, **extra})
    insert_many(db, "entity", entities)
    insert_many(db, "entity_role", roles)
    insert_many(
        db,
        "name",
        [
            {
                "article": row,
                "ix": ix,
                **_evidence(reading.article, name.span),
                "type": name.type,
                "entity": name.entity,
                "p": name.p,
                "more": more(name, "span", "type", "entity", "p"),
            }
            for ix, name in enumerate(reading.names)
        ],
    )


def _time_row(row: int, ix: int, article: Article, when: When) -> Row:
    return {
        "article": row,
        "ix": ix,
        **_evidence(article, when.span),
        "value": when.value,
        "granularity": when.granularity,
        "first": iso(when.first),
        "last": iso(when.last),
        "basis": when.basis,
        "p": when.p,
        "more": more(when, "span", "value", "granularity", "first", "last", "basis", "p"),
    }


def _figure_row(row: int, ix: int, article: Article, figure: Figure) -> Row:
    value, upto = figure.value if isinstance(figure.value, tuple) else (figure.value, None)
    return {
        "article": row,
        "ix": ix,
        **_evidence(article, figure.span),
        "value": float(value),
        "upto": None if upto is None else float(upto),
        "comparator": figure.comparator,
        "unit": pack(figure.unit),
        "p": figure.p,
        "more": more(figure, "span", "value", "comparator", "unit", "p"),
    }


_STATEMENT_FIELDS = (
    "sentence", "cue", "holder", "content", "kind", "stance", "via", "speaker", "basis", "basis_span", "anonymous", "p",
)  # fmt: skip


def _write_statements(db: sqlite3.Connection, row: int, reading: Reading) -> None:
    statements: list[Row] = []
    parts: list[Row] = []
    for ix, statement in enumerate(reading.statements):
        others = statement_spans(statement)
        statements.append(
            {
                "article": row,
                "ix": ix,
                "sentence": statement.sentence,
                **_evidence(reading.article, statement.content, *(span for _, span in others)),
                "kind": statement.kind,
                "stance": statement.stance,
                "speaker": statement.speaker,
                "basis": statement.basis,
                "anonymous": statement.anonymous,
                "p": statement.p,
                "more": more(statement, *_STATEMENT_FIELDS),
            }
        )
        parts += _parts({"article": row, "statement": ix}, others)
    insert_many(db, "statement", statements)
    insert_many(db, "statement_part", parts)


_EVENT_FIELDS = (
    "sentence", "trigger", "type", "mode", "status", "actors", "recipients", "place", "time", "figures", "by",
    "statement", "p",
)  # fmt: skip


def _write_events(db: sqlite3.Connection, row: int, reading: Reading) -> None:
    events: list[Row] = []
    parts: list[Row] = []
    figures: list[Row] = []
    by: list[Row] = []
    for ix, event in enumerate(reading.events):
        others = event_spans(event)
        events.append(
            {
                "article": row,
                "ix": ix,
                "sentence": event.sentence,
                **_evidence(reading.article, event.trigger, *(span for _, span in others)),
                "type": event.type,
                "mode": event.mode,
                "status": event.status,
                "statement": event.statement,
                "p": event.p,
                "more": more(event, *_EVENT_FIELDS),
            }
        )
        parts += _parts({"article": row, "event": ix}, others)
        figures += [{"article": row, "event": ix, "ix": n, "figure": f} for n, f in enumerate(event.figures)]
        by += [{"article": row, "event": ix, "ix": n, "entity": e} for n, e in enumerate(event.by)]
    insert_many(db, "event", events)
    insert_many(db, "event_part", parts)
    insert_many(db, "event_figure", figures)
    insert_many(db, "event_by", by)


def _rows(db: sqlite3.Connection, columns: str, table: str, row: int, order: str = "ix") -> list[Any]:
    found = db.execute(f'SELECT {columns} FROM "{table}" WHERE article = ? ORDER BY {order}', (row,))
    # Types, kinds, names of places: the same few words in every article, of which one is enough.
    return [tuple(intern(value) if type(value) is str else value for value in one) for one in found]


def load_reading(db: sqlite3.Connection, row: int, article: Article) -> Reading:
    """Return everything read in an article: equal to what was written."""
    return Reading(
        article,
        tuple(Sentence(ix, Span(a, b)) for ix, a, b in _rows(db, "ix, start, end", "sentence", row)),
        load_names(db, row),
        load_entities(db, row, article),
        tuple(
            When(Span(a, b), value, granularity, day(first), day(last), basis, p, **rest_of(When, extra))
            for a, b, value, granularity, first, last, basis, p, extra in _rows(
                db, "start, end, value, granularity, first, last, basis, p, more", "time", row
            )
        ),
        tuple(
            Figure(
                Span(a, b), value if upto is None else (value, upto), sign, unpack(unit), p, **rest_of(Figure, extra)
            )
            for a, b, value, upto, sign, unit, p, extra in _rows(
                db, "start, end, value, upto, comparator, unit, p, more", "figure", row
            )
        ),
        _load_statements(db, row),
        _load_events(db, row),
    )


def load_names(db: sqlite3.Connection, row: int) -> tuple[Name, ...]:
    """Return the names read in an article."""
    return tuple(
        Name(Span(a, b), kind, entity, p, **rest_of(Name, extra))
        for a, b, kind, entity, p, extra in _rows(db, "start, end, type, entity, p, more", "name", row)
    )


def load_entities(db: sqlite3.Connection, row: int, article: Article) -> tuple[Entity, ...]:
    """Return the entities read in an article, of which its id and text are needed."""
    roles: dict[int, list[EntityRole]] = {}
    columns = "entity, start, end, text, country, more"
    for ix, a, b, text, country, extra in _rows(db, columns, "entity_role", row, "entity, ix"):
        words = article.text[a:b] if text is None else unpacked(text)
        roles.setdefault(ix, []).append(EntityRole(Span(a, b), words, country, **rest_of(EntityRole, extra)))
    columns = "ix, id, canonical, type, key, latin, country, more"
    return tuple(
        Entity(
            local, unpacked(canonical), kind, key, latin, country, tuple(roles.get(ix, ())), **rest_of(Entity, extra)
        )
        for ix, local, canonical, kind, key, latin, country, extra in _rows(db, columns, "entity", row)
    )


def _spans_by(db: sqlite3.Connection, table: str, owner: str, row: int) -> dict[int, dict[str, list[Span]]]:
    found: dict[int, dict[str, list[Span]]] = {}
    for ix, part, a, b in _rows(db, f"{owner}, part, start, end", table, row, f"{owner}, part, ix"):
        found.setdefault(ix, {}).setdefault(part, []).append(Span(a, b))
    return found


def _one(parts: dict[str, list[Span]], part: str) -> Span | None:
    return parts[part][0] if part in parts else None


def _load_statements(db: sqlite3.Connection, row: int) -> tuple[Statement, ...]:
    spans = _spans_by(db, "statement_part", "statement", row)
    columns = "ix, sentence, start, end, kind, stance, speaker, basis, anonymous, p, more"
    found = []
    for ix, sentence, a, b, kind, stance, speaker, basis, anonymous, p, extra in _rows(db, columns, "statement", row):
        parts = spans.get(ix, {})
        statement = Statement(
            sentence, _one(parts, "cue"), _one(parts, "holder"), Span(a, b), kind, stance, tuple(parts.get("via", ())),
            speaker, basis, _one(parts, "basis"), bool(anonymous), p, **rest_of(Statement, extra),
        )  # fmt: skip
        found.append(statement)
    return tuple(found)


def _load_events(db: sqlite3.Connection, row: int) -> tuple[Event, ...]:
    spans = _spans_by(db, "event_part", "event", row)
    figures: dict[int, list[int]] = {}
    for ix, figure in _rows(db, "event, figure", "event_figure", row, "event, ix"):
        figures.setdefault(ix, []).append(figure)
    by: dict[int, list[str]] = {}
    for ix, entity in _rows(db, "event, entity", "event_by", row, "event, ix"):
        by.setdefault(ix, []).append(entity)
    columns = "ix, sentence, start, end, type, mode, status, statement, p, more"
    found = []
    for ix, sentence, a, b, kind, mode, status, statement, p, extra in _rows(db, columns, "event", row):
        parts = spans.get(ix, {})
        event = Event(sentence, Span(a, b), kind, mode, status, statement=statement, p=p, **rest_of(Event, extra))
        found.append(
            replace(
                event,
                actors=tuple(parts.get("actor", ())),
                recipients=tuple(parts.get("recipient", ())),
                place=_one(parts, "place"),
                time=_one(parts, "time"),
                figures=tuple(figures.get(ix, ())),
                by=tuple(by.get(ix, ())),
            )
        )
    return tuple(found)


def reading_faults(article: Article, db: sqlite3.Connection, row: int) -> Iterable[str]:
    """Yield, in words, the rows of an article whose words are no longer what its text holds."""
    text = article.text
    for table, parts, owner in (
        ("name", None, ""), ("time", None, ""), ("figure", None, ""), ("entity_role", None, ""),
        ("statement", "statement_part", "statement"), ("event", "event_part", "event"),
    ):  # fmt: skip
        others: dict[int, list[Span]] = {}
        if parts:
            loaded = _spans_by(db, parts, owner, row)
            names = (
                ("cue", "holder", "basis", "via") if owner == "statement" else ("actor", "recipient", "place", "time")
            )
            others = {ix: [span for n in names for span in found.get(n, ())] for ix, found in loaded.items()}
        for ix, a, b, tally in _rows(db, "ix, start, end, tally", table, row):
            words = [text[a:b], *(span.of(text) for span in others.get(ix, ()))]
            if check_sum(*words) != tally:
                yield f"{table} {ix} of article {article.id!r}: its words at [{a}, {b}) are no longer what was read"
