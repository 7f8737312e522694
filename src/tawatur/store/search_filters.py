"""What narrows a search beside its words: conditions over articles, statements and happenings."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass

from tawatur.store.codec import packed, unpacked
from tawatur.store.judged import code_sql, has_reviews, judged_condition, judged_sql
from tawatur.store.values import Filters, SearchKind
from tawatur.text.fold import fold

# The condition that everything fulfils.
OPEN = "1"


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition in SQL and the values of its question marks."""

    sql: str = OPEN
    values: tuple[object, ...] = ()


def _named(db: sqlite3.Connection, sql: str, name: str) -> list[str]:
    """Return the names a query gives that hold a name's words, in any spelling."""
    wanted = fold(name).split()
    found = (unpacked(label) for (label,) in db.execute(sql) if label is not None)
    return [label for label in found if wanted and " ".join(wanted) in fold(label)]


def _entities(db: sqlite3.Connection, entity: str) -> list[str]:
    """Return ids of the entities that an id or a name means."""
    name = " ".join(fold(entity).split())
    found = db.execute(
        "SELECT uid FROM world_entity WHERE uid = ?1 OR key = ?1"
        " OR id IN (SELECT entity FROM world_spelling WHERE folded = ?2)",
        (packed(entity), packed(name)),
    )
    return [uid for (uid,) in found]


def _any(values: list[str]) -> tuple[str, tuple[object, ...]]:
    return "(" + ", ".join("?" * len(values)) + ")", tuple(map(packed, values))


def unknown_names(db: sqlite3.Connection, filters: Filters) -> tuple[str, ...]:
    """Return the names that filters give and that nothing stored has: no entity, no outlet, no origin."""
    found = []
    if filters.entity is not None and not _entities(db, filters.entity):
        found.append(filters.entity)
    if filters.outlet is not None and not _named(db, "SELECT DISTINCT outlet FROM article", filters.outlet):
        found.append(filters.outlet)
    if (
        filters.origin is not None
        and not _entities(db, filters.origin)
        and not _named(db, "SELECT DISTINCT label FROM link WHERE kind = 'origin'", filters.origin)
    ):
        found.append(filters.origin)
    return tuple(found)


def condition(db: sqlite3.Connection, kind: SearchKind, filters: Filters) -> Condition:
    """Return the condition that filters put on rows of a kind: article a, statement s of article a, happening h."""
    makers: dict[SearchKind, Callable[[sqlite3.Connection, Filters], list[Condition]]] = {
        "articles": _of_articles,
        "statements": _of_statements,
        "happenings": _of_happenings,
    }
    parts = makers[kind](db, filters)
    if not parts:
        return Condition()
    return Condition(" AND ".join(f"({p.sql})" for p in parts), tuple(v for p in parts for v in p.values))


def _published(filters: Filters) -> list[Condition]:
    """Conditions on the day an article came out: some day that it may be lies within the days asked for."""
    parts = []
    if filters.published_from:
        parts.append(Condition("coalesce(a.last, a.first) >= ?", (filters.published_from.isoformat(),)))
    if filters.published_to:
        parts.append(Condition("coalesce(a.first, a.last) <= ?", (filters.published_to.isoformat(),)))
    return parts


def _of_outlet(db: sqlite3.Connection, filters: Filters) -> list[Condition]:
    if filters.outlet is None:
        return []
    marks, values = _any(_named(db, "SELECT DISTINCT outlet FROM article", filters.outlet))
    return [Condition(f"a.outlet IN {marks}", values)]


def _happened(filters: Filters, alias: str) -> list[Condition]:
    parts = []
    if filters.happened_from:
        parts.append(Condition(f"coalesce({alias}.last, {alias}.first) >= ?", (filters.happened_from.isoformat(),)))
    if filters.happened_to:
        parts.append(Condition(f"coalesce({alias}.first, {alias}.last) <= ?", (filters.happened_to.isoformat(),)))
    return parts


def _counted(filters: Filters, alias: str) -> list[Condition]:
    return [Condition(f"{alias}.known >= ?", (filters.least_known,))] if filters.least_known else []


def _by_origin(db: sqlite3.Connection, filters: Filters, chains: str) -> list[Condition]:
    """A chain among `chains` (SQL that gives their ids) begins at the origin asked for, by its name or entity."""
    if filters.origin is None:
        return []
    labels = _named(db, "SELECT DISTINCT label FROM link WHERE kind = 'origin'", filters.origin)
    marks, values = _any(labels)
    entity_marks, entities = _any(_entities(db, filters.origin))
    return [
        Condition(
            f"EXISTS (SELECT 1 FROM link l WHERE l.kind = 'origin' AND l.chain IN ({chains})"
            f" AND (l.label IN {marks} OR l.entity IN {entity_marks}))",
            values + entities,
        )
    ]


def _joined(parts: list[Condition], sql: str) -> list[Condition]:
    """Put conditions that must hold of one row into the place of `{}` in a condition around them."""
    if not parts:
        return []
    inner = " AND ".join(part.sql for part in parts)
    return [Condition(sql.format(inner), tuple(value for part in parts for value in part.values))]


def _of_happening_row(filters: Filters) -> list[Condition]:
    parts = _happened(filters, "h") + _counted(filters, "h")
    if filters.type:
        parts.append(Condition("h.type = ?", (filters.type.upper(),)))
    if filters.status:
        parts.append(Condition("h.status = ?", (filters.status,)))
    return parts


def _of_articles(db: sqlite3.Connection, filters: Filters) -> list[Condition]:
    parts = _published(filters) + _of_outlet(db, filters)
    if filters.entity is not None:
        marks, values = _any(_entities(db, filters.entity))
        inner = f"SELECT m.article FROM world_member m JOIN world_entity e ON e.id = m.entity WHERE e.uid IN {marks}"
        parts.append(Condition(f"a.id IN ({inner})", values))
    parts += _by_origin(db, filters, "SELECT c.id FROM chain c WHERE c.article = a.id")
    if filters.judged not in (None, "any"):
        sql = "a.digest IN (SELECT w.digest FROM review w WHERE w.undone IS NULL AND w.judgement = ?)"
        parts.append(Condition(sql, (filters.judged,)))
    reported = "a.id IN (SELECT r.article FROM report r JOIN happening h ON h.id = r.happening WHERE {})"
    return parts + _joined(_of_happening_row(filters), reported)


def _of_statements(db: sqlite3.Connection, filters: Filters) -> list[Condition]:
    parts = _published(filters) + _of_outlet(db, filters)
    if filters.entity is not None:
        marks, values = _any(_entities(db, filters.entity))
        theirs = (
            "SELECT m.local FROM world_member m JOIN world_entity e ON e.id = m.entity"
            f" WHERE m.article = s.article AND e.uid IN {marks}"
        )
        named = "SELECT 1 FROM name n WHERE n.article = s.article AND s.start <= n.start AND n.end <= s.end"
        sql = f"s.speaker IN ({theirs}) OR EXISTS ({named} AND n.entity IN ({theirs}))"
        parts.append(Condition(sql, values + values))
    said = "FROM saying y WHERE y.article = s.article AND y.statement = s.ix"
    parts += _by_origin(db, filters, f"SELECT y.chain {said}")
    reviews = has_reviews(db)
    if reviews and (judged := judged_condition(filters, judged_sql("statement", "s"))):
        parts.append(Condition(judged))
    elif filters.judged not in (None, "any"):
        parts.append(Condition("0"))
    if filters.type:
        stance, kind = (code_sql("statement", "s", f) if reviews else f"s.{f}" for f in ("stance", "kind"))
        parts.append(Condition(f"{stance} = ? OR {kind} = ?", (filters.type.lower(),) * 2))
    if filters.status:
        event = "SELECT 1 FROM event v WHERE v.article = s.article AND v.statement = s.ix AND v.status = ?"
        parts.append(Condition(f"EXISTS ({event})", (filters.status,)))
    uttered = f"EXISTS (SELECT 1 FROM utterance u WHERE u.id IN (SELECT y.utterance {said}) AND {{}})"
    return parts + _joined(_happened(filters, "u") + _counted(filters, "u"), uttered)


def _of_happenings(db: sqlite3.Connection, filters: Filters) -> list[Condition]:
    parts = _of_happening_row(filters)
    if filters.entity is not None:
        marks, values = _any(_entities(db, filters.entity))
        sql = f"h.place IN {marks} OR h.id IN (SELECT p.happening FROM happening_part p WHERE p.who IN {marks})"
        parts.append(Condition(sql, values + values))
    parts += _by_origin(db, filters, "SELECT r.chain FROM report r WHERE r.happening = h.id")
    if has_reviews(db) and (judged := judged_condition(filters, judged_sql("event", "e"))):
        reports = "report r JOIN article a ON a.id = r.article LEFT JOIN event e ON e.article = a.id AND e.ix = r.event"
        parts.append(Condition(f"EXISTS (SELECT 1 FROM {reports} WHERE r.happening = h.id AND {judged})"))
    told = "EXISTS (SELECT 1 FROM report r JOIN article a ON a.id = r.article WHERE r.happening = h.id AND {})"
    return parts + _joined(_published(filters) + _of_outlet(db, filters), told)
