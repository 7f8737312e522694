"""Entities that stand, as far as new articles ask for them: those written alike, and who held which office when."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable

from tawatur.model import Article, Entity, EntityRole, Published, Reading, Span
from tawatur.store.codec import day, packed, unpacked
from tawatur.store.reading_rows import load_entities, load_names
from tawatur.text.fold import fold

# Standing entities looked at of those that share a block. Short names of bodies share their consonants with hundreds
# (821 with «س» of 24,687 articles; docs/stages/grouping.md#growing): of so many those spelled alike and the last ones.
ALIKE = 40

Member = tuple[str, str]


def sharing(db: sqlite3.Connection, blocks: Iterable[str], names: Iterable[str]) -> list[int]:
    """Return the rows of the entities that share blocks; of a crowded block those called by `names` and the last."""
    sql = "SELECT entity FROM entity_block WHERE block = ? ORDER BY entity DESC LIMIT ?"
    spelled = "SELECT entity FROM world_spelling WHERE folded = ? ORDER BY entity DESC LIMIT ?"
    folded = sorted({fold(name) for name in names})
    called = {row for name in folded for (row,) in db.execute(spelled, (packed(name), ALIKE))}
    found: set[int] = set()
    for block in sorted({packed(block) for block in blocks}):
        last = {row for (row,) in db.execute(sql, (block, ALIKE))}
        found |= last
        if len(last) == ALIKE:
            held = "SELECT 1 FROM entity_block WHERE block = ? AND entity = ?"
            found.update(row for row in called - found if db.execute(held, (block, row)).fetchone())
    return sorted(found)


def held(db: sqlite3.Connection, members: Collection[Member]) -> tuple[Reading, ...]:
    """Return by article what tells the offices of members and when: readings of a day and of these entities alone."""
    people: dict[str, list[Entity]] = {}
    days: dict[str, Published | None] = {}
    for article, local in sorted(members):
        row = db.execute(
            "SELECT a.id, a.first, a.last, a.basis, e.ix, e.canonical, e.type, e.key FROM article a"
            " JOIN entity e ON e.article = a.id WHERE a.uid = ? AND e.id = ?",
            (packed(article), local),
        ).fetchone()
        if row is None:
            continue
        number, first, last, basis, at, canonical, kind, key = row
        days[article] = Published(day(first), day(last), basis) if basis is not None else None
        roles = db.execute(
            "SELECT r.start, r.end, coalesce(r.text, substr(coalesce(a.text, p.text), r.start + 1, r.end - r.start)),"
            " r.country FROM entity_role r JOIN article a ON a.id = r.article LEFT JOIN page p ON p.id = a.page"
            " WHERE r.article = ? AND r.entity = ? ORDER BY r.ix",
            (number, at),
        )
        told = tuple(EntityRole(Span(a, b), unpacked(text), country) for a, b, text, country in roles.fetchall())
        people.setdefault(article, []).append(Entity(local, unpacked(canonical), kind, key, roles=told))
    return tuple(
        Reading(Article(article, "", published=days[article]), entities=tuple(own)) for article, own in people.items()
    )


def named(db: sqlite3.Connection, members: Collection[Member]) -> tuple[Reading, ...]:
    """Return by article who members are: readings of a day, the article's names, and these entities alone."""
    wanted: dict[str, set[str]] = {}
    for article, local in members:
        wanted.setdefault(article, set()).add(local)
    found: list[Reading] = []
    for article, own in sorted(wanted.items()):
        row, first, last, basis, text = db.execute(
            "SELECT a.id, a.first, a.last, a.basis, coalesce(a.text, p.text) FROM article a"
            " LEFT JOIN page p ON p.id = a.page WHERE a.uid = ?",
            (packed(article),),
        ).fetchone()
        published = Published(day(first), day(last), basis) if basis is not None else None
        told = Article(article, unpacked(text), published=published)
        entities = tuple(entity for entity in load_entities(db, row, told) if entity.id in own)
        found.append(Reading(told, names=load_names(db, row), entities=entities))
    return tuple(found)


def grouped(db: sqlite3.Connection, articles: Iterable[str]) -> tuple[tuple[str, ...], ...]:
    """Return the stories of articles as groups of articles, each once."""
    sql = "SELECT s.story FROM article a JOIN story_article s ON s.article = a.id WHERE a.uid = ?"
    rows = {row for article in set(articles) for (row,) in db.execute(sql, (packed(article),))}
    of = "SELECT a.uid FROM story_article s JOIN article a ON a.id = s.article WHERE s.story = ? ORDER BY s.ix"
    return tuple(tuple(unpacked(uid) for (uid,) in db.execute(of, (row,))) for row in sorted(rows))
