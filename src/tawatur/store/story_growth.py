"""Write what new articles change in the stories that stand: only the rows of what changed are touched."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import replace

from tawatur.model import Stories, StoryLine, WorldEntity
from tawatur.store.codec import more, packed
from tawatur.store.database import counted, step
from tawatur.store.search_index import drop_happening_words, index_some_happenings
from tawatur.store.story_rows import StoryWriter
from tawatur.store.values import Growth, Regathered

# The number of the way in which stories grow: those built in another are built anew before they grow.
GROWTH = 1


def can_grow(db: sqlite3.Connection) -> bool:
    """Tell whether stories can grow: built by this way of growing, and nothing happened since that they cannot take."""
    other = counted(db, "changes") - counted(db, "built") - (counted(db, "arrivals") - counted(db, "built-arrivals"))
    return counted(db, "growth") == GROWTH and other == 0


def note_built(db: sqlite3.Connection, *, whole: bool = True) -> None:
    """Note that the stories are built from what the store holds now, or that the `whole` waits for pages to be in."""
    for key in ("built", "built-arrivals"):
        counter = {"built": "changes", "built-arrivals": "arrivals"}[key]
        note(db, key, counted(db, counter) - (not whole))
    step(db, "builds")


def note(db: sqlite3.Connection, key: str, value: int) -> None:
    """Keep a number under a key."""
    db.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))


class StoryGrower:
    """Writes one `Growth` inside a transaction that the caller holds."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._writer = StoryWriter(db)

    def grow(self, growth: Growth) -> None:
        """Take away what is gone, put in what is fresh, and put right whatever refers to either."""
        stories = self._stories_around(growth)
        happenings = self._rows("happening", growth.gone)
        lost = self._lost(growth)
        denied = self._denied((*growth.followed, *lost))
        denials = self._denials((*growth.followed, *lost))
        renamed = self._renamed(growth.fresh.entities)
        around = sorted(self._with_entities(renamed) - set(happenings))
        drop_happening_words(self._db, [*happenings, *around])
        for uid in sorted(growth.gone):
            self._db.execute("DELETE FROM meaning WHERE kind = 'happenings' AND item = ?", (uid,))
        self._drop_happenings(happenings)
        self._drop_utterances(self._rows("utterance", growth.gone))
        self._drop_lists("story", ("story_article", "story_happening", "story_utterance"), growth.gone)
        self._drop_lists("copy_group", ("copy_article",), growth.gone, "copy")
        self._entities(growth.fresh.entities)
        self._writer.add(replace(growth.fresh, entities=(), lines=()))
        self._blocks(growth.blocks)
        self._follow(growth.followed, denied, denials)
        self._forget(lost, denied, denials)
        self._lines(growth.lines)
        for row in sorted(stories | set(self._rows("story", (story.id for story in growth.fresh.stories)))):
            self._list_again(row)
        fresh = self._rows("happening", (happening.id for happening in growth.fresh.happenings))
        index_some_happenings(self._db, sorted({*fresh, *around}))

    def regather(self, value: Regathered) -> None:
        """Put entities in the place of those taken apart, and let the articles wait that tell of another one now."""
        around = sorted(self._with_entities([*self._renamed(value.entities), *value.followed]))
        drop_happening_words(self._db, around)
        for row in self._rows("world_entity", value.taken):
            for table in ("world_member", "world_spelling", "entity_block"):
                self._db.execute(f"DELETE FROM {table} WHERE entity = ?", (row,))
        self._entities(value.entities)
        self._blocks(value.blocks)
        for old, new in value.followed.items():
            self._follow_entity(old, new)
        index_some_happenings(self._db, around)
        waiting = [(self._writer.article_row(article),) for article in value.articles]
        self._db.executemany("INSERT OR IGNORE INTO waiting VALUES (?)", waiting)
        self._db.execute("DELETE FROM decided_entity")

    def _follow_entity(self, old: str, new: str) -> None:
        """Let what is looked up by an entity that goes refer to the one in its place; its reports are told again."""
        for table, column in (("happening_part", "who"), ("happening", "place"), ("utterance", "speaker")):
            self._db.execute(f"UPDATE {table} SET {column} = ?2 WHERE {column} = ?1", (old, new))
        parties = " OR ".join(f"json_extract(more, '$.entities[{n}]') = ?1" for n in (0, 1))
        self._db.execute(f"UPDATE story_line SET more = replace(more, ?1, ?2) WHERE {parties}", (old, new))
        self._db.execute("DELETE FROM world_entity WHERE uid = ?", (old,))

    def _rows(self, table: str, ids: Iterable[str]) -> list[int]:
        found = (self._db.execute(f"SELECT id FROM {table} WHERE uid = ?", (uid,)).fetchone() for uid in sorted(ids))
        return [row[0] for row in found if row is not None]

    def _stories_around(self, growth: Growth) -> set[int]:
        """Return the rows of the stories that stay and whose happenings or utterances change."""
        articles = {self._writer.article_row(article) for article in _articles(growth.fresh)}
        for sql in (
            "SELECT DISTINCT r.article FROM happening h JOIN report r ON r.happening = h.id WHERE h.uid = ?",
            "SELECT DISTINCT s.article FROM utterance u JOIN saying s ON s.utterance = u.id WHERE u.uid = ?",
        ):
            for uid in growth.gone:
                articles.update(row for (row,) in self._db.execute(sql, (uid,)).fetchall())
        gone = set(self._rows("story", growth.gone))
        rows: set[int] = set()
        for article in articles:
            found = self._db.execute("SELECT story FROM story_article WHERE article = ?", (article,)).fetchall()
            rows.update(story for (story,) in found)
        return rows - gone

    def _drop_happenings(self, rows: Iterable[int]) -> None:
        for row in rows:
            chains = self._db.execute("SELECT chain FROM report WHERE happening = ?", (row,)).fetchall()
            self._drop_chains(chain for (chain,) in chains)
            for (told,) in self._db.execute("SELECT id FROM disagreement WHERE happening = ?", (row,)).fetchall():
                self._db.execute("DELETE FROM side WHERE disagreement = ?", (told,))
                self._db.execute("DELETE FROM side_report WHERE disagreement = ?", (told,))
            for table in ("happening_part", "report", "measure", "disagreement"):
                self._db.execute(f"DELETE FROM {table} WHERE happening = ?", (row,))
            self._db.execute("DELETE FROM happening WHERE id = ?", (row,))

    def _drop_utterances(self, rows: Iterable[int]) -> None:
        for row in rows:
            chains = self._db.execute("SELECT chain FROM saying WHERE utterance = ?", (row,)).fetchall()
            self._drop_chains(chain for (chain,) in chains)
            self._db.execute("DELETE FROM saying WHERE utterance = ?", (row,))
            self._db.execute("DELETE FROM utterance WHERE id = ?", (row,))

    def _drop_chains(self, rows: Iterable[int]) -> None:
        for row in rows:
            self._db.execute("DELETE FROM link WHERE chain = ?", (row,))
            self._db.execute("DELETE FROM chain WHERE id = ?", (row,))

    def _drop_lists(self, table: str, lists: Iterable[str], ids: Iterable[str], owner: str = "story") -> None:
        for row in self._rows(table, ids):
            for name in lists:
                self._db.execute(f"DELETE FROM {name} WHERE {owner} = ?", (row,))
            self._db.execute(f"DELETE FROM {table} WHERE id = ?", (row,))

    def _renamed(self, entities: Iterable[WorldEntity]) -> list[str]:
        """Return the ids of standing entities that are called otherwise now."""
        found: list[str] = []
        for entity in entities:
            row = self._db.execute("SELECT canonical FROM world_entity WHERE uid = ?", (entity.id,)).fetchone()
            if row is not None and row[0] != packed(entity.canonical):
                found.append(entity.id)
        return found

    def _with_entities(self, entities: Iterable[str]) -> set[int]:
        rows: set[int] = set()
        for uid in entities:
            found = self._db.execute(
                "SELECT happening FROM happening_part WHERE who = ?1 UNION SELECT id FROM happening WHERE place = ?1",
                (uid,),
            )
            rows.update(row for (row,) in found.fetchall())
        return rows

    def _entities(self, entities: Iterable[WorldEntity]) -> None:
        for entity in entities:
            found = self._db.execute("SELECT id FROM world_entity WHERE uid = ?", (entity.id,)).fetchone()
            if found is None:
                self._writer.add(Stories(entities=(entity,)))
            else:
                self._entity(found[0], entity)

    def _entity(self, row: int, entity: WorldEntity) -> None:
        """Put an entity in the place of the one in a row, and add the members that it has not got."""
        known = ("id", "canonical", "type", "members", "spellings", "latin", "country", "key")
        self._db.execute(
            "UPDATE world_entity SET canonical = ?, type = ?, latin = ?, country = ?, key = ?, more = ? WHERE id = ?",
            (
                packed(entity.canonical),
                entity.type,
                entity.latin,
                entity.country,
                entity.key,
                more(entity, *known),
                row,
            ),
        )
        self._db.execute("DELETE FROM world_spelling WHERE entity = ?", (row,))
        self._db.execute("DELETE FROM entity_block WHERE entity = ?", (row,))
        self._writer.add_spellings(row, entity)
        (first,) = self._db.execute("SELECT max(ix) + 1 FROM world_member WHERE entity = ?", (row,)).fetchone()
        self._writer.add_members(row, [m for m in entity.members if not self._is_member(row, m)], first or 0)

    def _is_member(self, row: int, member: tuple[str, str]) -> bool:
        found = self._db.execute(
            "SELECT 1 FROM world_member WHERE article = ? AND local = ? AND entity = ?",
            (self._writer.article_row(member[0]), member[1], row),
        )
        return found.fetchone() is not None

    def _blocks(self, blocks: Mapping[str, Iterable[str]]) -> None:
        self._writer.add_blocks(blocks)

    def _denied(self, ids: Iterable[str]) -> dict[str, list[str]]:
        """Return by denial what it denies: the happenings and utterances that refer back to it."""
        sql = "SELECT json_extract(more, '$.answers') FROM utterance WHERE uid = ?"
        found = {uid: self._db.execute(sql, (uid,)).fetchone() for uid in ids}
        return {uid: json.loads(row[0]) for uid, row in found.items() if row is not None and row[0]}

    def _lost(self, growth: Growth) -> list[str]:
        """Return the ids that go with nothing in their place: what was told there alone, a person rejected."""
        fresh = growth.fresh
        stay = {
            one.id for values in (fresh.stories, fresh.copies, fresh.happenings, fresh.utterances) for one in values
        }
        return sorted(growth.gone - stay - growth.followed.keys())

    def _forget(self, lost: Iterable[str], denied: Mapping[str, list[str]], denials: Mapping[str, list[str]]) -> None:
        """Let nothing refer to an id that is lost."""
        for uid in lost:
            for other in denied.get(uid, ()):
                for table in ("happening", "utterance"):
                    self._without(table, other, "denied_by", uid)
            for other in denials.get(uid, ()):
                self._without("utterance", other, "answers", uid)
            for plan in ("fulfils", "cancels"):
                self._db.execute(
                    f"UPDATE happening SET more = json_remove(more, '$.{plan}')"
                    f" WHERE json_extract(more, '$.{plan}') = ?",
                    (uid,),
                )

    def _without(self, table: str, uid: str, field: str, gone: str) -> None:
        row = self._db.execute(f"SELECT id, more FROM {table} WHERE uid = ?", (uid,)).fetchone()
        if row is not None and row[1]:
            rest = json.loads(row[1])
            if gone in rest.get(field, ()):
                rest[field].remove(gone)
                self._db.execute(f"UPDATE {table} SET more = ? WHERE id = ?", (json.dumps(rest), row[0]))

    def _denials(self, ids: Iterable[str]) -> dict[str, list[str]]:
        """Return by happening or utterance the denials of it, which refer to it."""
        found: dict[str, list[str]] = {}
        for uid in ids:
            for table in ("happening", "utterance"):
                sql = f"SELECT json_extract(more, '$.denied_by') FROM {table} WHERE uid = ?"
                row = self._db.execute(sql, (uid,)).fetchone()
                if row is not None and row[0]:
                    found[uid] = json.loads(row[0])
        return found

    def _follow(
        self, followed: Mapping[str, str], denied: Mapping[str, list[str]], denials: Mapping[str, list[str]]
    ) -> None:
        """Let what refers to an id that is gone refer to the one in its place."""
        for old, new in followed.items():
            for table in ("happening", "utterance"):
                for uid in denied.get(old, ()):
                    self._db.execute(f"UPDATE {table} SET more = replace(more, ?, ?) WHERE uid = ?", (old, new, uid))
            for plan in ("fulfils", "cancels"):
                self._db.execute(
                    f"UPDATE happening SET more = replace(more, ?1, ?2) WHERE json_extract(more, '$.{plan}') = ?1",
                    (old, new),
                )
            for uid in denials.get(old, ()):
                self._db.execute("UPDATE utterance SET more = replace(more, ?, ?) WHERE uid = ?", (old, new, uid))

    def _lines(self, lines: Iterable[StoryLine]) -> None:
        for line in lines:
            rest = more(line, "id", "label")
            self._db.execute(
                "UPDATE story_line SET label = ?, more = ? WHERE uid = ?", (packed(line.label), rest, line.id)
            )

    def _list_again(self, story: int) -> None:
        """List the happenings and utterances of a story anew: those that its articles report, by id."""
        for table, column, parts, owner in (
            ("story_happening", "happening", "report", "happening"),
            ("story_utterance", "utterance", "saying", "utterance"),
        ):
            self._db.execute(f"DELETE FROM {table} WHERE story = ?", (story,))
            self._db.execute(
                f"INSERT INTO {table} (story, ix, {column}) SELECT ?1, row_number() OVER (ORDER BY uid) - 1, uid FROM"
                f" (SELECT DISTINCT o.uid AS uid FROM story_article a JOIN {parts} p ON p.article = a.article"
                f" JOIN {owner} o ON o.id = p.{owner} WHERE a.story = ?1)",
                (story,),
            )


def _articles(stories: Stories) -> set[str]:
    told = {report.article for happening in stories.happenings for report in happening.reports}
    return told | {saying.article for utterance in stories.utterances for saying in utterance.sayings}
