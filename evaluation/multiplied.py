"""Make a small store large: every row of it again and again under other ids, days and words, stories and all.

Reading and building tens of thousands of articles takes half an hour; multiplying takes minutes, so that `make bench`
can ask what a large store costs. In each copy half of the longer words are spelled otherwise, always alike and with as
many letters, so that every span holds what it held, copies are no copies of each other, and most of their people and
bodies are others. What has a gazetteer key (countries, towns, known bodies) is one over all copies, as it is in life,
and so are the story lines of two such. Each copy is told some days later than the one before.
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import date, timedelta
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path
from typing import Any
from zlib import crc32

from tawatur.lexicon.bundle import Lexicons
from tawatur.search import indexed
from tawatur.store import open_store
from tawatur.store.database import connect, writing
from tawatur.store.search_index import index_happenings, remember
from tawatur.stories.entities.standing import entity_blocks

# Ids of what a store holds: a letter or word with a hash, or the record of an article (`ARTICLE_ID`).
ARTICLE_ID = "rec{:07d}"
# Records of a store that is multiplied, at most.
_RECORDS = 10_000
_IDS = re.compile(r"\b(?:rec\d{7}|(?:[a-z]|[a-z]+-)[0-9a-f]{12,16})\b")
_WORD = re.compile("(?<![\u0621-\u0652])((?:[وفبكل]?ال|لل)?)([\u0621-\u064a]{4,})(?![\u0621-\u0652])")
_LETTERS = "بتثجحخدذرزسشصضطظعغفقكلمنهي"
_DAYS = frozenset(("first", "last", "published"))
# Tables without rows of their own for what has a gazetteer key.
_OF_ENTITY = frozenset(("world_entity", "world_spelling", "entity_block"))
# By column the table whose row number it holds; elsewhere a column of that name counts within its article.
_REFERS = {
    "page": "page", "article": "article", "story": "story", "copy": "copy_group", "happening": "happening",
    "chain": "chain", "utterance": "utterance", "disagreement": "disagreement",
}  # fmt: skip
_WITHIN = frozenset((("block", "article"),))
_LEFT_OUT = re.compile("(sqlite|words|statement_words|happening_words)(_|$)|meta$|written$|entity_block$|forgotten$")


@lru_cache(maxsize=1 << 18)
def _letters(word: str, copy: int) -> str:
    """Return a word as a copy spells it: half of the words as they are, the others with other consonants."""
    shift = crc32(f"{copy} {word}".encode())
    if shift % 2:
        return word
    by = 1 + shift // 2 % (len(_LETTERS) - 1)
    return "".join(_LETTERS[(_LETTERS.index(c) + by) % len(_LETTERS)] if c in _LETTERS else c for c in word)


def respelled(text: str, copy: int) -> str:
    """Return a text of as many code points as a copy of that number has it."""
    return _WORD.sub(lambda found: found[1] + _letters(found[2], copy), text)


class _Copy:
    """One copy of all rows: how each value of them is in it."""

    def __init__(self, number: int, days: float, shared: frozenset[str], steps: dict[str, int]) -> None:
        self._number = number
        self._later = timedelta(days=int(number * days))
        self._shared = shared
        self._steps = steps

    def ident(self, ident: str) -> str:
        if ident in self._shared:
            return ident
        if ident.startswith("rec"):
            return ARTICLE_ID.format(int(ident[3:]) + self._number * _RECORDS)
        start = ident[: ident.index("-") + 1] if "-" in ident else ident[:1]
        size = (len(ident) - len(start)) // 2
        return start + blake2b(f"{ident} {self._number}".encode(), digest_size=size).hexdigest()

    def text(self, text: str) -> str:
        return respelled(_IDS.sub(lambda found: self.ident(found[0]), text), self._number)

    def plain(self, value: Any) -> Any:
        if isinstance(value, str):
            return self.text(value)
        if isinstance(value, list):
            return [self.plain(item) for item in value]
        return {name: self.plain(item) for name, item in value.items()} if isinstance(value, dict) else value

    def value(self, table: str, column: str, value: Any) -> Any:
        """Return a value of a row as it is in this copy."""
        if isinstance(value, int) and not isinstance(value, bool):
            of = table if column == "id" else _REFERS.get(column)
            if of is None or (table, column) in _WITHIN:
                return value
            return value + self._number * self._steps[of]
        if isinstance(value, bytes):
            return blake2b(value + bytes([self._number % 256, self._number // 256]), digest_size=32).digest()
        if not isinstance(value, str):
            return value
        if column in _DAYS:
            return (date.fromisoformat(value) + self._later).isoformat()
        return json.dumps(self.plain(json.loads(value))) if column == "more" else self.text(value)


def multiply(path: Path, times: int, lexicons: Lexicons, days: float = 1) -> None:
    """Make the store at `path`, of records `ARTICLE_ID` with its stories built, so many times as large."""
    with closing(connect(path)) as db, writing(db):
        db.execute("PRAGMA defer_foreign_keys = ON")
        tables = [
            name
            for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").fetchall()
            if not _LEFT_OUT.match(name)
        ]
        rows = {name: db.execute(f"SELECT * FROM {name}").fetchall() for name in tables}
        columns = {name: [c[1] for c in db.execute(f"PRAGMA table_info({name})").fetchall()] for name in tables}
        steps = {
            name: 1 + int(db.execute(f"SELECT coalesce(max(id), 0) FROM {name}").fetchone()[0])
            for name in tables
            if "id" in columns[name] and name != "entity"
        }
        kept = dict(db.execute("SELECT id, uid FROM world_entity WHERE key IS NOT NULL").fetchall())
        shared = frozenset(kept.values()) | _shared_lines(db, frozenset(kept.values()))
        for number in range(1, times):
            copy = _Copy(number, days, shared, steps)
            for name in tables:
                settled = _of(name, columns[name], kept, shared, number, steps)
                _put(db, name, columns[name], rows[name], copy.value, settled)
        _longer_lines(db, times, days, shared, steps)
        _index(db, steps["article"])
    with open_store(path) as store, writing(store._db):
        reader, own = store._reader(), store._db
        own.execute("DELETE FROM entity_block")
        for (row,) in own.execute("SELECT id FROM world_entity").fetchall():
            blocks = entity_blocks(reader.entity(row, (("rec0000000", "e0"),)), lexicons.stories)
            own.executemany("INSERT INTO entity_block VALUES (?, ?)", [(block, row) for block in blocks])


Row = tuple[Any, ...]


def _of(
    table: str, columns: list[str], kept: dict[int, str], shared: frozenset[str], number: int, steps: dict[str, int]
) -> Callable[[Row, list[Any]], list[Any] | None]:
    """Return what makes of a row and its copy the row to be put in, None where the one row stands for all copies."""

    def entity(row: Row, copied: list[Any]) -> list[Any] | None:
        at = columns.index("id" if table == "world_entity" else "entity")
        if row[at] in kept:
            if table in _OF_ENTITY:
                return None
            copied[columns.index("ix")] += number * 10**6
        else:
            copied[at] = row[at] + number * steps["world_entity"]
        return copied

    def plain(row: Row, copied: list[Any]) -> list[Any] | None:
        return None if table == "story_line" and row[columns.index("uid")] in shared else copied

    return entity if table in ("world_entity", "world_spelling", "world_member") else plain


def _put(
    db: sqlite3.Connection,
    table: str,
    columns: list[str],
    rows: list[Row],
    value: Callable[[str, str, Any], Any],
    settled: Callable[[Row, list[Any]], list[Any] | None],
) -> None:
    made = (settled(row, [value(table, c, v) for c, v in zip(columns, row, strict=True)]) for row in rows)
    marks = ", ".join("?" * len(columns))
    db.executemany(f"INSERT INTO {table} VALUES ({marks})", [row for row in made if row is not None])


def _shared_lines(db: sqlite3.Connection, entities: frozenset[str]) -> frozenset[str]:
    found = db.execute("SELECT uid, more FROM story_line").fetchall()
    return frozenset(uid for uid, told in found if entities.issuperset(json.loads(told or "{}").get("entities", ("",))))


def _longer_lines(
    db: sqlite3.Connection, times: int, days: float, shared: frozenset[str], steps: dict[str, int]
) -> None:
    for row, uid, told in db.execute("SELECT id, uid, more FROM story_line").fetchall():
        if uid in shared:
            rest = json.loads(told)
            copies = [_Copy(number, days, shared, steps) for number in range(1, times)]
            rest["stories"] += [copy.ident(story) for copy in copies for story in rest["stories"]]
            db.execute("UPDATE story_line SET more = ? WHERE id = ?", (json.dumps(rest), row))


def _index(db: sqlite3.Connection, first: int) -> None:
    """Index the copies of articles, and all happenings."""
    found = db.execute(
        "SELECT a.id, a.title, coalesce(a.text, p.text) FROM article a LEFT JOIN page p ON p.id = a.page"
        " WHERE a.id >= ? ORDER BY a.id",
        (first,),
    ).fetchall()
    for row, title, text in found:
        words = indexed(title), indexed(text)
        db.execute("INSERT INTO words (rowid, title, body, caption) VALUES (?, ?, ?, '')", (row, *words))
        remember(db, words)
    index_happenings(db)
