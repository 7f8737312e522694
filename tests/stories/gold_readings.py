"""Readings made from gold annotation: what perfect earlier stages would give (names, statements, events, figures)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from tawatur.model import Article, Entity, Event, Figure, Name, Published, Reading, Span, Statement, When
from tawatur.text.prepared import Prepared, prepare

SHARED = Path(__file__).resolve().parents[3] / "shared"


def gold_readings(path: Path) -> Iterator[Reading]:
    """Yield a reading for each line of a gold file."""
    for line in path.read_text(encoding="utf-8").splitlines():
        yield gold_reading(json.loads(line))


def gold_reading(record: dict[str, Any]) -> Reading:
    """Build the reading of one gold record: speakers are names in holders, figures go to their sentence's event."""
    text = record["text"]
    prepared = prepare(text)
    names = tuple(Name(Span(*n["span"]), n["type"], f"e{n['entity']}") for n in record["names"])
    longest: dict[str, Name] = {}
    for name in names:
        if name.entity not in longest or len(name.span.of(text)) > len(longest[name.entity].span.of(text)):
            longest[name.entity] = name
    entities = tuple(Entity(e, n.span.of(text), n.type) for e, n in longest.items())
    day = date.fromisoformat(record["date"]) if record.get("date") else None
    published = Published(day, day, "given") if day else None
    times = tuple(_when(Span(*t["span"]), t["value"]) for t in record["times"])
    figures = tuple(_figure(f) for f in record["figures"])
    statements = tuple(_statement(s, prepared, names) for s in record["statements"])
    events = tuple(_event(e, prepared, statements, figures, record["events"]) for e in record["events"])
    article = Article(record["id"], text, record.get("title"), record.get("outlet"), published=published)
    return Reading(article, prepared.sentences, names, entities, times, figures, statements, events)


def _span(value: Any) -> Span | None:
    return Span(*value) if value else None


def _figure(given: dict[str, Any]) -> Figure:
    value = tuple(given["value"]) if isinstance(given["value"], list) else given["value"]
    return Figure(Span(*given["span"]), value, given["comparator"], given["unit"])


def _when(span: Span, value: str | None) -> When:
    first, last = days_of(value)
    granularity = (
        "interval" if value and "/" in value else "day" if first and first == last else "month" if first else "ref"
    )
    return When(span, value, granularity, first, last)  # type: ignore[arg-type]


def days_of(value: str | None) -> tuple[date | None, date | None]:
    """Return the days that a gold time value covers."""
    if not value or value[0] == "P" or value.endswith("REF") or value == "SET":
        return None, None
    try:
        if "/" in value:
            first, last = value.split("/")
            return days_of(first)[0], days_of(last)[1]
        parts = value.split("T")[0].split("-")
        if len(parts) == 1:
            return date(int(parts[0]), 1, 1), date(int(parts[0]), 12, 31)
        if len(parts) == 2:
            first_day = date(int(parts[0]), int(parts[1]), 1)
            return first_day, (first_day + timedelta(31)).replace(day=1) - timedelta(1)
        return date(*map(int, parts[:3])), date(*map(int, parts[:3]))
    except ValueError:
        return None, None


def _statement(given: dict[str, Any], prepared: Prepared, names: tuple[Name, ...]) -> Statement:
    holder = _span(given["holder"])
    content = Span(*given["content"])
    inside = [n for n in names if holder and holder.holds(n.span)]
    people = [n for n in inside if n.type == "PER"] or inside
    return Statement(
        prepared.sentence_at(content.start) or 0,
        _span(given["cue"]),
        holder,
        content,
        given["kind"],
        given["stance"],
        tuple(Span(*v) for v in given["via"]),
        people[0].entity if people else None,
    )


def _event(
    given: dict[str, Any], prepared: Prepared, said: tuple[Statement, ...], figures: tuple[Figure, ...], every: Any
) -> Event:
    trigger = Span(*given["trigger"])
    holding = [i for i, s in enumerate(said) if s.content.holds(trigger)]
    sentence = prepared.sentence_at(trigger.start) or 0
    bounds = prepared.sentences[sentence].span
    alike = [e for e in every if e["type"] == "ASSAULT" and bounds.holds(Span(*e["trigger"]))]
    own = tuple(i for i, f in enumerate(figures) if bounds.holds(f.span)) if alike and alike[0] is given else ()
    return Event(
        sentence,
        trigger,
        given["type"],
        None,
        given["status"],
        tuple(Span(*a) for a in given["actors"]),
        tuple(Span(*r) for r in given["recipients"]),
        _span(given["place"]),
        _span(given["time"]),
        own,
        (),
        min(holding, key=lambda i: said[i].content.end - said[i].content.start) if holding else None,
    )
