"""Readings written by hand: what earlier stages would find, given by the words themselves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from tawatur.model import (
    Anchor,
    Article,
    CopyGroup,
    Entity,
    EntityRole,
    Event,
    Figure,
    Name,
    Published,
    Reading,
    Span,
    Statement,
    Stories,
    When,
    WorldEntity,
)
from tawatur.stories.assemble import assemble
from tawatur.text.prepared import prepare

# Folded nationality words of the texts below.
ADJECTIVES = {
    "روسي": "RU",
    "الروسي": "RU",
    "الكوريه": "KP",
    "الاردني": "JO",
    "الاردنيه": "JO",
    "اردني": "JO",
    "اردنيون": "JO",
}


def at(text: str, words: str, nth: int = 0) -> Span:
    """Return where words stand in a text."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return Span(start, start + len(words))


def reading(
    ident: str,
    text: str,
    *,
    day: str | None = None,
    outlet: str | None = None,
    title: str | None = None,
    credits: Sequence[str] = (),
    names: Mapping[str, tuple[str, str, str | None]] | None = None,
    roles: Mapping[str, str] | None = None,
    times: Mapping[str, tuple[str, str]] | None = None,
    figures: Mapping[str, tuple[Any, str, str | None]] | None = None,
    statements: Sequence[Mapping[str, Any]] = (),
    events: Sequence[Mapping[str, Any]] = (),
) -> Reading:
    """Build a reading; `names` maps words to (type, entity, key or country), `roles` role words to their entity."""
    prepared = prepare(text)
    published = Published(date.fromisoformat(day), date.fromisoformat(day), "given") if day else None
    anchors = tuple(Anchor(ident, 0, len(words), words) for words in credits)
    article = Article(ident, text, title, outlet, published=published, credits=anchors)
    found: list[Name] = []
    entities: dict[str, Entity] = {}
    for words, (type_, entity, key) in (names or {}).items():
        nth = 0
        while text.find(words) >= 0 and text.count(words) > nth:
            found.append(Name(at(text, words, nth), type_, entity))  # type: ignore[arg-type]
            nth += 1
        gazetteer = key if key and ":" in key else None
        country = key if key and ":" not in key else None
        held = tuple(EntityRole(at(text, w), w) for w, owner in (roles or {}).items() if owner == entity)
        entities.setdefault(entity, Entity(entity, words, type_, gazetteer, None, country, held))  # type: ignore[arg-type]
    whens = tuple(
        When(at(text, w), None, "day" if a == b else "interval", date.fromisoformat(a), date.fromisoformat(b))
        for w, (a, b) in (times or {}).items()
    )
    counted = tuple(Figure(at(text, w), v, c, u) for w, (v, c, u) in (figures or {}).items())  # type: ignore[arg-type]
    said = tuple(_statement(text, prepared, s) for s in statements)
    told = tuple(_event(text, prepared, e, list(figures or {}), said) for e in events)
    ordered = tuple(sorted(found, key=lambda n: n.span))
    return Reading(article, prepared.sentences, ordered, tuple(entities.values()), whens, counted, said, told)


def deed(
    ident: str,
    text: str,
    names: Mapping[str, Any],
    statement: Mapping[str, Any] | None = None,
    more: Sequence[Mapping[str, object]] = (),
    **event: object,
) -> Reading:
    """Return a reading of a text that tells of «الهجوم» of Tuesday 14 September 2021, of its own or by a statement.

    `names` are all that the texts of a test may hold; `more` are further events.
    """
    return reading(
        ident,
        text,
        day="2021-09-14",
        outlet="جريدة " + ident,
        names={name: value for name, value in names.items() if name in text},
        times={"الثلاثاء": ("2021-09-14", "2021-09-14")},
        statements=[statement] if statement else [],
        events=[{"trigger": "الهجوم", "type": "ASSAULT", "time": "الثلاثاء", **event}, *more],
    )


def _statement(text: str, prepared: Any, given: Mapping[str, Any]) -> Statement:
    content = at(text, given["content"])
    cue = at(text, given["cue"]) if given.get("cue") else None
    return Statement(
        prepared.sentence_at(content.start) or 0,
        cue,
        at(text, given["holder"]) if given.get("holder") else None,
        content,
        given.get("kind", "indirect"),
        given.get("stance", "assert"),
        tuple(at(text, v) for v in given.get("via", ())),
        given.get("speaker"),
        anonymous=given.get("anonymous", False),
    )


def _event(text: str, prepared: Any, given: Mapping[str, Any], figures: list[str], said: Sequence[Statement]) -> Event:
    trigger = at(text, given["trigger"], given.get("nth", 0))
    holding = [i for i, s in enumerate(said) if s.content.holds(trigger)]
    innermost = min(holding, key=lambda i: said[i].content.end - said[i].content.start) if holding else None
    return Event(
        prepared.sentence_at(trigger.start) or 0,
        trigger,
        given["type"],
        given.get("mode"),
        given.get("status", "actual"),
        tuple(at(text, a) for a in given.get("actors", ())),
        tuple(at(text, r) for r in given.get("recipients", ())),
        at(text, given["place"]) if given.get("place") else None,
        at(text, given["time"]) if given.get("time") else None,
        tuple(figures.index(f) for f in given.get("figures", ())),
        tuple(given.get("by", ())),
        innermost,
    )


def world(*readings: Reading) -> tuple[WorldEntity, ...]:
    """Join entities of one id over all readings: the hand-written stand-in for entity resolution."""
    members: dict[str, list[tuple[str, str]]] = {}
    first: dict[str, Entity] = {}
    spelled: dict[str, dict[str, None]] = {}
    roles: dict[str, list[EntityRole]] = {}
    for one in readings:
        for entity in one.entities:
            members.setdefault(entity.id, []).append((one.article.id, entity.id))
            first.setdefault(entity.id, entity)
            spelled.setdefault(entity.id, {}).setdefault(entity.canonical)
            roles.setdefault(entity.id, []).extend(entity.roles)
    return tuple(
        WorldEntity(
            "w-" + ident, e.canonical, e.type, tuple(members[ident]), tuple(spelled[ident]), None, e.country, e.key,
            tuple(roles[ident]),
        )
        for ident, e in sorted(first.items())
    )  # fmt: skip


def build(
    lexicon: Any, *readings: Reading, clusters: Sequence[Sequence[str]] = (), copies: Sequence[Sequence[str]] = ()
) -> Stories:
    """Assemble stories from hand-written readings, clusters and copies."""
    groups = tuple(CopyGroup("c" + ids[0], tuple(ids), "exact", 1.0) for ids in copies)
    return assemble(readings, groups, clusters, world(*readings), lexicon, ADJECTIVES)
