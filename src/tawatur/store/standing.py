"""What stands around new articles: the lookups by which stories grow without all of the store being read again.

Each lookup costs by what it is asked of, not by how much is stored: by row, by an index, or by the rarest words.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import date
from itertools import accumulate

from tawatur.model import CopyGroup, DayRange, NameType, Reading, Span, Story, StoryLine, WorldEntity
from tawatur.store import standing_reports as reports
from tawatur.store.codec import packed, unpacked
from tawatur.store.decisions import entities_at
from tawatur.store.near import Finder
from tawatur.store.page_rows import load_article
from tawatur.store.reading_rows import load_reading
from tawatur.store.standing_entities import grouped, held, named, sharing
from tawatur.store.standing_lines import goes_on, lines_between
from tawatur.store.standing_reports import Place
from tawatur.store.story_load import StoryReader


@dataclass(frozen=True, slots=True)
class Stood:
    """An entity that stands, with the members asked for, of `count` that it has; `named`: some article names it."""

    entity: WorldEntity
    named: bool
    count: int


class Standing:
    """Looks up what stands in one store; `db` gives the connection of the calling thread."""

    def __init__(self, db: Callable[[], sqlite3.Connection], reader: Callable[[], StoryReader]) -> None:
        self._connection = db
        self._reader = reader

    @property
    def _db(self) -> sqlite3.Connection:
        return self._connection()

    def _row(self, article: str) -> int:
        found = self._db.execute("SELECT id FROM article WHERE uid = ?", (packed(article),)).fetchone()
        return int(found[0])

    def new_articles(self) -> tuple[str, ...]:
        """Return the ids of the articles that wait for stories, new or judged since, in order of days."""
        # The few that wait are to be gone through, not all articles in order of days: CROSS JOIN keeps to that.
        rows = self._db.execute(
            "SELECT a.uid FROM waiting w CROSS JOIN article a ON a.id = w.article ORDER BY a.first, a.id"
        )
        return tuple(unpacked(uid) for (uid,) in rows.fetchall())

    def told(self, articles: Iterable[str]) -> frozenset[str]:
        """Return those of some articles that stand in a story."""
        sql = "SELECT 1 FROM story_article WHERE article = ?"
        return frozenset(one for one in articles if self._db.execute(sql, (self._row(one),)).fetchone() is not None)

    def is_any_new(self) -> bool:
        """Tell whether an article waits for stories."""
        return self._db.execute("SELECT 1 FROM waiting LIMIT 1").fetchone() is not None

    def count(self) -> int:
        """Return how many articles are stored."""
        return int(self._db.execute("SELECT count(*) FROM article").fetchone()[0])

    def first_articles(self, most: int, letters: int) -> tuple[str, ...]:
        """Return the ids of at most so many articles and code points: those of unknown days, then of the first days."""
        length = 'SELECT sum("end" - start) FROM sentence WHERE article = a.id'
        rows = self._db.execute(f"SELECT uid, ({length}) FROM article a ORDER BY first, id LIMIT ?", (most,))
        lengths = {unpacked(uid): own or 0 for uid, own in rows.fetchall()}
        return tuple(
            uid for uid, so_far in zip(lengths, accumulate(lengths.values()), strict=True) if so_far <= letters
        )

    def readings(self, articles: Iterable[str]) -> dict[str, Reading]:
        """Return the readings of articles by id."""
        found: dict[str, Reading] = {}
        for article in sorted(set(articles)):
            row = self._row(article)
            found[article] = load_reading(self._db, row, load_article(self._db, row))
        return found

    def near(self, articles: Iterable[str], days: int) -> tuple[str, ...]:
        """Return the articles that share rare words with given ones and were published at most `days` apart."""
        finder = Finder(self._db, days)
        found = {row for article in articles for row in finder.near(self._row(article))}
        ids = (self._db.execute("SELECT uid FROM article WHERE id = ?", (row,)).fetchone()[0] for row in sorted(found))
        return tuple(unpacked(uid) for uid in ids)

    def stories_of(self, articles: Iterable[str]) -> dict[str, Story]:
        """Return by id the stories that articles belong to."""
        reader = self._reader()
        rows: set[int] = set()
        for article in articles:
            found = self._db.execute("SELECT story FROM story_article WHERE article = ?", (self._row(article),))
            rows.update(row for (row,) in found.fetchall())
        return {story.id: story for story in map(reader.story, sorted(rows))}

    def copies_of(self, articles: Iterable[str]) -> dict[str, CopyGroup]:
        """Return by id the groups of copies that articles belong to."""
        reader = self._reader()
        rows: set[int] = set()
        for article in articles:
            found = self._db.execute("SELECT copy FROM copy_article WHERE article = ?", (self._row(article),))
            rows.update(row for (row,) in found.fetchall())
        return {group.id: group for group in map(reader.copies, sorted(rows))}

    def entities(
        self,
        articles: Iterable[str],
        blocks: Iterable[str] = (),
        names: Iterable[str] = (),
        kind: NameType | None = None,
    ) -> tuple[Stood, ...]:
        """Return the entities of articles with their members there, and those that share a block, with their first.

        With a `kind`, of the articles' entities those of that type alone. Of the many that share one block only some
        are looked at, first those called by one of the `names`.
        """
        members: dict[int, list[tuple[str, str]]] = {}
        sql = (
            "SELECT m.entity, m.local FROM world_member m JOIN world_entity w ON w.id = m.entity"
            " WHERE m.article = ?1 AND (?2 IS NULL OR w.type = ?2)"
        )
        for article in sorted(set(articles)):
            for row, local in self._db.execute(sql, (self._row(article), kind)).fetchall():
                members.setdefault(row, []).append((article, local))
        for row in sharing(self._db, blocks, names):
            if row not in members:
                members[row] = self._some_members(row)
        reader = self._reader()
        return tuple(
            Stood(reader.entity(row, tuple(own)), self._named(row), self._count(row))
            for row, own in sorted(members.items())
        )

    def _count(self, row: int) -> int:
        # Members are numbered from 0 without gaps.
        found = self._db.execute("SELECT max(ix) FROM world_member WHERE entity = ?", (row,)).fetchone()
        return int(found[0] or 0) + 1

    def _some_members(self, row: int) -> list[tuple[str, str]]:
        """Return the first member of an entity and the one that came last: who holds an office is told by days."""
        sql = (
            "SELECT a.uid, m.local FROM world_member m JOIN article a ON a.id = m.article WHERE m.entity = ?"
            " ORDER BY m.ix {} LIMIT 1"
        )
        found = [self._db.execute(sql.format(way), (row,)).fetchone() for way in ("", "DESC")]
        return list(dict.fromkeys((unpacked(uid), local) for uid, local in found))

    def held(self, members: Collection[tuple[str, str]]) -> tuple[Reading, ...]:
        """Return what tells the offices of members and when: readings with a day and these entities alone."""
        return held(self._db, members)

    def entities_at(self, article: str, span: Span | None, name: str) -> tuple[str, ...]:
        """Return the ids of the entities that are named at a place of an article, or called so where no place is."""
        return tuple(uid for _, uid in entities_at(self._db, article, span, name))

    def decided(self) -> tuple[str, ...]:
        """Return the ids of the entities that were decided about since the stories were built."""
        # The few are to be gone through, not all entities in order: CROSS JOIN keeps to that.
        sql = "SELECT w.uid FROM decided_entity d CROSS JOIN world_entity w ON w.id = d.entity ORDER BY w.uid"
        return tuple(uid for (uid,) in self._db.execute(sql).fetchall())

    def members_of(self, entity: str) -> tuple[tuple[str, str], ...]:
        """Return all members of an entity, in order."""
        reader = self._reader()
        row = reader.row_of("world_entity", entity)
        return () if row is None else reader.entity(row).members

    def named(self, members: Collection[tuple[str, str]]) -> tuple[Reading, ...]:
        """Return what tells who members are: the names of their articles, days, and these entities alone."""
        return named(self._db, members)

    def grouped(self, articles: Iterable[str]) -> tuple[tuple[str, ...], ...]:
        """Return the stories of articles as groups of articles, each once."""
        return grouped(self._db, articles)

    def _named(self, row: int) -> bool:
        found = self._db.execute(
            "SELECT 1 FROM world_member m JOIN name n ON n.article = m.article AND n.entity = m.local"
            " WHERE m.entity = ? LIMIT 1",
            (row,),
        )
        return found.fetchone() is not None

    def happenings_in(self, articles: Iterable[str]) -> dict[Place, str]:
        """Return for each event of articles the id of its happening."""
        sql = "SELECT r.event, h.uid FROM report r JOIN happening h ON h.id = r.happening WHERE r.article = ?"
        return self._by_place(sql, articles)

    def utterances_in(self, articles: Iterable[str]) -> dict[Place, str]:
        """Return for each statement of articles the id of its utterance."""
        sql = "SELECT s.statement, u.uid FROM saying s JOIN utterance u ON u.id = s.utterance WHERE s.article = ?"
        return self._by_place(sql, articles)

    def _by_place(self, sql: str, articles: Iterable[str]) -> dict[Place, str]:
        found: dict[Place, str] = {}
        for article in articles:
            for number, uid in self._db.execute(sql, (self._row(article),)).fetchall():
                found[article, number] = uid
        return found

    def reports_of(self, happenings: Iterable[str]) -> dict[str, list[Place]]:
        """Return the places of the reports of happenings."""
        return reports.places(
            self._db,
            "SELECT a.uid, r.event FROM happening h JOIN report r ON r.happening = h.id"
            " JOIN article a ON a.id = r.article WHERE h.uid = ? ORDER BY r.ix",
            happenings,
        )

    def sayings_of(self, utterances: Iterable[str]) -> dict[str, list[Place]]:
        """Return the places of the sayings of utterances."""
        return reports.places(
            self._db,
            "SELECT a.uid, s.statement FROM utterance u JOIN saying s ON s.utterance = u.id"
            " JOIN article a ON a.id = s.article WHERE u.uid = ? ORDER BY s.ix",
            utterances,
        )

    def happenings_like(self, kind: str, who: Collection[str], days: DayRange, limit: int) -> tuple[str, ...]:
        """Return the happenings of a type and of days around, that share most of `who` as parties or place."""
        return reports.happenings_like(self._db, kind, who, days, limit)

    def said_by(self, speaker: str, days: DayRange, limit: int) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Return the latest utterances of a speaker told on days around, each with the words of its sayings."""
        return reports.said_by(self._db, speaker, days, limit)

    def lines_between(self, parties: Iterable[tuple[str, str]]) -> tuple[StoryLine, ...]:
        """Return the story lines of two parties, given in the order that lines have them."""
        return tuple(map(self._reader().line, lines_between(self._db, parties)))

    def goes_on(self, line: str, types: Collection[str], since: date | None) -> bool:
        """Tell whether a line reports events of given types, and something published since a day, or of unknown day."""
        return goes_on(self._db, line, types, since)

    def plans_of(self, happenings: Iterable[str]) -> dict[str, str]:
        """Return by happening the plan that it carries out, of those that carry one out."""
        return reports.referred(self._db, "fulfils", happenings)

    def cancelled_by_them(self, happenings: Iterable[str]) -> dict[str, str]:
        """Return by happening the plan that it calls off or puts off, of those that do."""
        return reports.referred(self._db, "cancels", happenings)

    def answers(self, utterances: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """Return by utterance what it answers, of those that answer something."""
        return reports.answers(self._db, utterances)

    def denied_by(self, happenings: Iterable[str], utterances: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """Return by happening and utterance the denials of it, where there are any."""
        denied = reports.denied_by(self._db, "happening", happenings)
        return denied | reports.denied_by(self._db, "utterance", utterances)

    def taken(self, table: str, ids: Iterable[str]) -> frozenset[str]:
        """Return which ids of happenings, utterances, stories or entities are given already, `table` holding these."""
        sql = {
            "happening": "SELECT 1 FROM happening WHERE uid = ?",
            "utterance": "SELECT 1 FROM utterance WHERE uid = ?",
            "story": "SELECT 1 FROM story WHERE uid = ?",
            "world_entity": "SELECT 1 FROM world_entity WHERE uid = ?",
        }[table]
        return frozenset(uid for uid in ids if self._db.execute(sql, (uid,)).fetchone() is not None)
