"""Questions that are asked of the store's tables, each one query."""

from __future__ import annotations

import sqlite3

from tawatur.store.codec import day, packed, unpacked
from tawatur.store.search import folded_name
from tawatur.store.values import OutletTotals, Totals

_TABLES = (
    "page", "set_aside", "article", "name", "time", "figure", "statement", "event", "story", "happening", "utterance",
    "forgotten",
)  # fmt: skip


def totals(db: sqlite3.Connection) -> Totals:
    """Count the rows of every table that people ask about."""
    return Totals(*(db.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in _TABLES))


def find_entities(db: sqlite3.Connection, name: str, limit: int) -> list[int]:
    """Return row ids of entities by spelling: the same, then beginning with it, then holding it; most named first."""
    folded = folded_name(name)
    if not folded:
        return []
    pattern = packed("%" + folded.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%")
    found = db.execute(
        "SELECT s.entity, min(CASE WHEN s.folded = ?1 THEN 0 WHEN substr(s.folded, 1, length(?1)) = ?1 THEN 1 ELSE 2"
        " END) AS rank, (SELECT count(*) FROM world_member m WHERE m.entity = s.entity) AS members"
        " FROM world_spelling s WHERE s.folded LIKE ?2 ESCAPE '\\' GROUP BY s.entity"
        " ORDER BY rank, members DESC, s.entity LIMIT ?3",
        (packed(folded), pattern, limit),
    )
    return [entity for entity, _, _ in found]


def entities_by_size(db: sqlite3.Connection) -> list[int]:
    """Return row ids of the entities, those that most articles' entities are joined in first."""
    found = db.execute(
        "SELECT e.id FROM world_entity e LEFT JOIN (SELECT entity, count(*) AS n FROM world_member GROUP BY entity) m"
        " ON m.entity = e.id ORDER BY coalesce(m.n, 0) DESC, e.id"
    )
    return [row for (row,) in found]


def entity_of(db: sqlite3.Connection, article: str, local: str) -> str | None:
    """Return the id of the entity across articles behind an article's own entity."""
    found = db.execute(
        "SELECT e.uid FROM article a JOIN world_member m ON m.article = a.id AND m.local = ?"
        " JOIN world_entity e ON e.id = m.entity WHERE a.uid = ?",
        (local, packed(article)),
    ).fetchone()
    return found[0] if found else None


def utterances_by(db: sqlite3.Connection, entity: str) -> tuple[str, ...]:
    """Return the ids of a speaker's utterances, earliest first, undated ones last."""
    found = db.execute("SELECT uid FROM utterance WHERE speaker = ? ORDER BY first IS NULL, first, id", (entity,))
    return tuple(uid for (uid,) in found)


def utterance_of(db: sqlite3.Connection, article: str, statement: int) -> int | None:
    """Return the row id of the utterance that a statement (by its index in its article) is a saying of."""
    found = db.execute(
        "SELECT s.utterance FROM article a JOIN saying s ON s.article = a.id WHERE a.uid = ? AND s.statement = ?",
        (packed(article), statement),
    ).fetchone()
    return found[0] if found else None


def statements_about(db: sqlite3.Connection, entity: str) -> tuple[tuple[str, int], ...]:
    """Return (article id, statement index) of the statements whose content names the entity."""
    found = db.execute(
        "SELECT DISTINCT a.uid, s.ix FROM world_entity e JOIN world_member m ON m.entity = e.id"
        " JOIN name n ON n.article = m.article AND n.entity = m.local"
        " JOIN statement s ON s.article = n.article AND s.start <= n.start AND n.end <= s.end"
        " JOIN article a ON a.id = s.article WHERE e.uid = ? ORDER BY a.first IS NULL, a.first, a.id, s.ix",
        (entity,),
    )
    return tuple((unpacked(uid), ix) for uid, ix in found)


def happenings_with(db: sqlite3.Connection, entity: str) -> tuple[str, ...]:
    """Return ids of the happenings an entity has a part in or that are placed there."""
    found = db.execute(
        "SELECT h.uid FROM happening h"
        " WHERE h.place = ?1 OR h.id IN (SELECT happening FROM happening_part WHERE who = ?1)"
        " ORDER BY h.first IS NULL, h.first, h.id",
        (packed(entity),),
    )
    return tuple(uid for (uid,) in found)


def stories_by_size(db: sqlite3.Connection) -> list[int]:
    """Return row ids of the stories, those of most articles first."""
    found = db.execute(
        "SELECT s.id FROM story s LEFT JOIN story_article a ON a.story = s.id GROUP BY s.id"
        " ORDER BY count(a.article) DESC, s.id"
    )
    return [row for (row,) in found]


def stories_of(db: sqlite3.Connection, article: str) -> tuple[str, ...]:
    """Return the ids of the stories of an article."""
    found = db.execute(
        "SELECT s.uid FROM article a JOIN story_article x ON x.article = a.id JOIN story s ON s.id = x.story"
        " WHERE a.uid = ? ORDER BY s.id",
        (packed(article),),
    )
    return tuple(uid for (uid,) in found)


def copies_of(db: sqlite3.Connection, article: str) -> list[int]:
    """Return row ids of the groups of copies that an article belongs to."""
    found = db.execute(
        "SELECT c.copy FROM article a JOIN copy_article c ON c.article = a.id WHERE a.uid = ? ORDER BY c.copy",
        (packed(article),),
    )
    return [row for (row,) in found]


def outlets(db: sqlite3.Connection) -> tuple[OutletTotals, ...]:
    """Return the outlets with how many articles each has and from when to when, those of most articles first."""
    found = db.execute(
        "SELECT outlet, count(*), min(first), max(coalesce(last, first)) FROM article WHERE outlet IS NOT NULL"
        " GROUP BY outlet ORDER BY count(*) DESC, outlet"
    )
    return tuple(OutletTotals(unpacked(name), articles, day(first), day(last)) for name, articles, first, last in found)


def articles_of(db: sqlite3.Connection, outlet: str) -> tuple[str, ...]:
    """Return the ids of an outlet's articles, the latest first, undated ones last."""
    found = db.execute(
        "SELECT uid FROM article WHERE outlet = ?"
        " ORDER BY coalesce(last, first) IS NULL, coalesce(last, first) DESC, id",
        (packed(outlet),),
    )
    return tuple(unpacked(uid) for (uid,) in found)


def stories_with(db: sqlite3.Connection, happening: str) -> tuple[str, ...]:
    """Return the ids of the stories that a happening belongs to."""
    found = db.execute(
        "SELECT s.uid FROM story_happening x JOIN story s ON s.id = x.story WHERE x.happening = ? ORDER BY s.id",
        (happening,),
    )
    return tuple(uid for (uid,) in found)
