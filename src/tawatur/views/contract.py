"""The records of the measured commands: one reading as plain JSON data, and one JSONL line as an article."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import Any

from tawatur.model import Article, Entity, Event, Figure, Published, Reading, Span, Statement

Record = dict[str, Any]

_ISO_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class RecordError(ValueError):
    """A line is no record of an article; `id` is what could be made out of its id."""

    def __init__(self, message: str, id: str | int | None = None) -> None:
        super().__init__(message)
        self.id = id


def article_of_line(line: bytes, number: int) -> Article:
    """Return the article of one JSONL line `{"id", "text"[, "title", "outlet", "url", "date"]}`.

    A date that is no ISO day counts as unknown. Raises RecordError with what was wrong; `number` names the line.
    """
    try:
        record = json.loads(line.removeprefix(b"\xef\xbb\xbf").decode("utf-8"))
    except UnicodeDecodeError as error:
        raise RecordError(f"line {number} is not UTF-8 at byte {error.start}: save it as UTF-8") from error
    except (ValueError, RecursionError) as error:
        told = "is empty" if not line.strip() else f"is no JSON: {error}"
        raise RecordError(f'line {number} {told}; each line must be an object {{"id": …, "text": …}}') from error
    if not isinstance(record, dict):
        raise RecordError(f"line {number} is a JSON {_kind(record)}, not an object with id and text")
    given = record.get("id")
    if not isinstance(given, str):
        known = given if isinstance(given, int) and not isinstance(given, bool) else None
        raise RecordError(f"line {number} has {_lack(record, 'id')}: give it a string", known)
    text = record.get("text")
    if not isinstance(text, str):
        raise RecordError(f"line {number} has {_lack(record, 'text')}: give it a string", given)
    day = iso_day(record.get("date"))
    published = Published(day, day, "given") if day else None
    title, outlet, url = (_string(record.get(key)) for key in ("title", "outlet", "url"))
    return Article(given, text, title, outlet, url, published)


def _kind(value: object) -> str:
    return {list: "array", str: "string", bool: "boolean", type(None): "null"}.get(type(value), "number")


def _lack(record: Record, key: str) -> str:
    return f"an {key} that is a JSON {_kind(record[key])}" if key in record else f"no {key}"


def _string(value: object) -> str | None:
    return value if isinstance(value, str) and value.strip() else None


def iso_day(value: object) -> date | None:
    """Return the day of an ISO day («2015-08-05»), or None for anything else."""
    if not isinstance(value, str) or not _ISO_DAY.fullmatch(value):
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None


def reading_record(reading: Reading) -> Record:
    """Return a reading in the format of `tawatur read --jsonl`, with the entities and some further fields."""
    return {
        "id": reading.article.id,
        "names": [{"span": list(n.span), "type": n.type, "entity": n.entity, "p": _p(n.p)} for n in reading.names],
        "statements": [_statement(s) for s in reading.statements],
        "events": [_event(e) for e in reading.events],
        "times": [
            {"span": list(t.span), "value": t.value, "granularity": t.granularity, "basis": t.basis, "p": _p(t.p)}
            for t in reading.times
        ],
        "figures": [_figure(f) for f in reading.figures],
        "entities": [_entity(e) for e in reading.entities],
    }


def _p(p: float) -> float:
    return round(float(p), 4)


def _span(span: Span | None) -> list[int] | None:
    return None if span is None else list(span)


def _spans(spans: tuple[Span, ...]) -> list[list[int]]:
    return [list(span) for span in spans]


def _statement(s: Statement) -> Record:
    return {
        "cue": _span(s.cue),
        "holder": _span(s.holder),
        "content": list(s.content),
        "kind": s.kind,
        "via": _spans(s.via),
        "stance": s.stance,
        "speaker": s.speaker,
        "basis": s.basis,
        "anonymous": s.anonymous,
        "p": _p(s.p),
    }


def _event(e: Event) -> Record:
    return {
        "trigger": list(e.trigger),
        "type": e.type,
        "mode": e.mode,
        "actors": _spans(e.actors),
        "recipients": _spans(e.recipients),
        "place": _span(e.place),
        "time": _span(e.time),
        "status": e.status,
        "background": e.background,
        "by": list(e.by),
        "figures": list(e.figures),
        "statement": e.statement,
        "p": _p(e.p),
    }


def number(value: float) -> int | float:
    """Return a whole number as an int, so that it is written without a decimal point."""
    return int(value) if float(value).is_integer() else value


def _figure(f: Figure) -> Record:
    value = [number(v) for v in f.value] if isinstance(f.value, tuple) else number(f.value)
    return {"span": list(f.span), "value": value, "comparator": f.comparator, "unit": f.unit, "p": _p(f.p)}


def _entity(e: Entity) -> Record:
    roles = [{"span": list(role.span), "country": role.country} for role in e.roles]
    known = {"canonical": e.canonical, "type": e.type, "key": e.key, "latin": e.latin, "country": e.country}
    return {"id": e.id, **known, "roles": roles}


def json_line(record: object) -> bytes:
    """Return a record as one line of UTF-8 JSON; lone surrogates, which UTF-8 cannot hold, are escaped."""
    try:
        return json.dumps(record, ensure_ascii=False, allow_nan=False).encode() + b"\n"
    except UnicodeEncodeError:
        return json.dumps(record, allow_nan=False).encode() + b"\n"
