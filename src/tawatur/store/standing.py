"""What stands around new articles: the lookups by which stories grow without all of the store being read again.

Each lookup costs by what it is asked of, not by how much is stored: by row, by an index, or by the rarest words.
"""

from __future__ import annotations

import json
import math
import sqlite3
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from tawatur.model import CopyGroup, DayRange, Reading, Span, Story, StoryLine, WorldEntity
from tawatur.search import indexed
from tawatur.store.codec import day, iso, packed, unpack, unpacked
from tawatur.store.page_rows import load_article
from tawatur.store.reading_rows import load_reading
from tawatur.store.standing_entities import held, sharing
from tawatur.store.story_load import StoryReader

# (article id, number of the event or statement in its reading as it was read)
Place = tuple[str, int]

# Code points of the text whose words count beside the title: what news tells first (copies share it as well).
_LEAD = 600
# The rarest words of an article that are looked up. Of two reports of one happening a third of these are shared.
_LOOKED_UP = 24
# A word that more than this share of the articles hold tells little and costs much; so few articles are always few.
_COMMON, _FEW = 0.02, 60
# Articles looked at for one, and the least share of the weight of its rarest words that they must hold. Grouping joins
# at a likeness of .35; measured in docs/stages/grouping.md.
_NEAREST, _LEAST_SHARE = 20, 0.12
# Reports of a happening under another day than these are another's (the slack of happenings/joining.py).
_DAYS_AROUND = timedelta(days=3)
_EXACT = timedelta(days=3)


@dataclass(frozen=True, slots=True)
class Stood:
    """An entity that stands, with the members asked for; `named` tells that some article names it."""

    entity: WorldEntity
    named: bool


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
        """Return the ids of the articles that no story holds, in order of days."""
        rows = self._db.execute(
            "SELECT uid FROM article WHERE NOT EXISTS (SELECT 1 FROM story_article s WHERE s.article = article.id)"
            " ORDER BY first, id"
        )
        return tuple(unpacked(uid) for (uid,) in rows.fetchall())

    def first_articles(self, most: int) -> tuple[str, ...]:
        """Return the ids of at most so many articles: those of unknown days, then those of the first days."""
        rows = self._db.execute("SELECT uid FROM article ORDER BY first, id LIMIT ?", (most,))
        return tuple(unpacked(uid) for (uid,) in rows.fetchall())

    def readings(self, articles: Iterable[str]) -> dict[str, Reading]:
        """Return the readings of articles by id."""
        found: dict[str, Reading] = {}
        for article in sorted(set(articles)):
            row = self._row(article)
            found[article] = load_reading(self._db, row, load_article(self._db, row))
        return found

    def near(self, articles: Iterable[str], days: int) -> tuple[str, ...]:
        """Return the articles that share rare words with given ones and were published at most `days` apart."""
        finder = _Finder(self._db, days)
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
        self, articles: Iterable[str], blocks: Iterable[str] = (), names: Iterable[str] = ()
    ) -> tuple[Stood, ...]:
        """Return the entities of articles with their members there, and those that share a block, with their first.

        Of the many that share one block only some are looked at, first those called by one of the `names`.
        """
        members: dict[int, list[tuple[str, str]]] = {}
        for article in sorted(set(articles)):
            found = self._db.execute("SELECT entity, local FROM world_member WHERE article = ?", (self._row(article),))
            for row, local in found.fetchall():
                members.setdefault(row, []).append((article, local))
        for row in sharing(self._db, blocks, names):
            if row not in members:
                members[row] = self._some_members(row)
        reader = self._reader()
        return tuple(Stood(reader.entity(row, tuple(members[row])), self._named(row)) for row in sorted(members))

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
        where, values = "e.canonical = ?", tuple[object, ...]((packed(name),))
        if span is not None:
            where, values = "n.start < ? AND n.end > ?", (span.end, span.start)
        rows = self._db.execute(
            "SELECT DISTINCT w.uid FROM article a JOIN world_member m ON m.article = a.id"
            " JOIN world_entity w ON w.id = m.entity LEFT JOIN name n ON n.article = a.id AND n.entity = m.local"
            f" LEFT JOIN entity e ON e.article = a.id AND e.id = m.local WHERE a.uid = ? AND {where}",
            (packed(article), *values),
        )
        return tuple(uid for (uid,) in rows.fetchall())

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
        return self._places(
            "SELECT a.uid, r.event FROM happening h JOIN report r ON r.happening = h.id"
            " JOIN article a ON a.id = r.article WHERE h.uid = ? ORDER BY r.ix",
            happenings,
        )

    def sayings_of(self, utterances: Iterable[str]) -> dict[str, list[Place]]:
        """Return the places of the sayings of utterances."""
        return self._places(
            "SELECT a.uid, s.statement FROM utterance u JOIN saying s ON s.utterance = u.id"
            " JOIN article a ON a.id = s.article WHERE u.uid = ? ORDER BY s.ix",
            utterances,
        )

    def _places(self, sql: str, owners: Iterable[str]) -> dict[str, list[Place]]:
        return {
            owner: [(unpacked(uid), number) for uid, number in self._db.execute(sql, (owner,)).fetchall()]
            for owner in sorted(set(owners))
        }

    def happenings_like(self, kind: str, who: Collection[str], days: DayRange, limit: int) -> tuple[str, ...]:
        """Return the happenings of a type and of days around, that share most of `who` as parties or place."""
        if days.first is None or days.last is None or not who:
            return ()
        shared: Counter[str] = Counter()
        rows = self._db.execute(
            "SELECT h.uid, h.last, h.place, p.who FROM happening h LEFT JOIN happening_part p ON p.happening = h.id"
            " WHERE h.type = ? AND h.first BETWEEN ? AND ?",
            (kind, iso(days.first - _DAYS_AROUND - _EXACT), iso(days.last + _DAYS_AROUND)),
        )
        places: set[str] = set()
        for uid, last, place, party in rows.fetchall():
            end = day(last)
            if end is None or end < days.first - _DAYS_AROUND:
                continue
            shared[uid] += unpack(party) in who
            if uid not in places and unpack(place) in who:
                places.add(uid)
                shared[uid] += 1
        near = sorted((-count, uid) for uid, count in shared.items() if count)
        return tuple(uid for _, uid in near[:limit])

    def said_by(self, speaker: str, days: DayRange, limit: int) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Return the latest utterances of a speaker told on days around, each with the words of its sayings."""
        if days.last is None:
            return ()
        found = self._db.execute(
            "SELECT u.uid, u.id FROM utterance u WHERE u.speaker = ? AND u.last BETWEEN ? AND ?"
            " ORDER BY u.last DESC, u.id DESC LIMIT ?",
            (speaker, iso(days.last - _DAYS_AROUND), iso(days.last + _DAYS_AROUND), limit),
        ).fetchall()
        return tuple((uid, self._words_of(row)) for uid, row in found)

    def _words_of(self, utterance: int) -> tuple[str, ...]:
        rows = self._db.execute(
            "SELECT substr(coalesce(a.text, p.text), s.start + 1, s.end - s.start) FROM saying s"
            " JOIN article a ON a.id = s.article LEFT JOIN page p ON p.id = a.page WHERE s.utterance = ? LIMIT 3",
            (utterance,),
        )
        return tuple(unpacked(words or "") for (words,) in rows.fetchall())

    def lines(self) -> tuple[tuple[StoryLine, date | None], ...]:
        """Return the story lines, each with the last known day of its stories' articles."""
        reader = self._reader()
        ends = {
            line: day(last)
            for line, last in self._db.execute(
                "SELECT s.line, max(a.first) FROM story s JOIN story_article x ON x.story = s.id"
                " JOIN article a ON a.id = x.article WHERE s.line IS NOT NULL GROUP BY s.line"
            ).fetchall()
        }
        rows = [row for (row,) in self._db.execute("SELECT id FROM story_line ORDER BY id").fetchall()]
        return tuple((line, ends.get(line.id)) for line in map(reader.line, rows))

    def types_of_line(self, line: str) -> tuple[str, ...]:
        """Return the types of event that the stories of a line report."""
        rows = self._db.execute(
            "SELECT DISTINCT h.type FROM story s JOIN story_happening x ON x.story = s.id"
            " JOIN happening h ON h.uid = x.happening WHERE s.uid IN (SELECT value FROM json_each(?))",
            (json.dumps([story for one, _ in self.lines() if one.id == line for story in one.stories]),),
        )
        return tuple(kind for (kind,) in rows.fetchall())

    def plans_of(self, happenings: Iterable[str]) -> dict[str, str]:
        """Return by happening the plan that it carries out, of those that carry one out."""
        return self._referred("fulfils", happenings)

    def cancelled_by_them(self, happenings: Iterable[str]) -> dict[str, str]:
        """Return by happening the plan that it calls off or puts off, of those that do."""
        return self._referred("cancels", happenings)

    def _referred(self, to: str, happenings: Iterable[str]) -> dict[str, str]:
        sql = f"SELECT json_extract(more, '$.{to}') FROM happening WHERE uid = ?"
        found = {uid: self._db.execute(sql, (uid,)).fetchone() for uid in happenings}
        return {uid: row[0] for uid, row in found.items() if row is not None and row[0] is not None}

    def answers(self, utterances: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """Return by utterance what it answers, of those that answer something."""
        sql = "SELECT json_extract(more, '$.answers') FROM utterance WHERE uid = ? AND stance = 'deny'"
        found = {uid: self._db.execute(sql, (uid,)).fetchone() for uid in utterances}
        return {uid: tuple(json.loads(row[0])) for uid, row in found.items() if row is not None and row[0]}

    def denied_by(self, happenings: Iterable[str], utterances: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """Return by happening and utterance the denials of it, where there are any."""
        found: dict[str, tuple[str, ...]] = {}
        for table, ids in (("happening", happenings), ("utterance", utterances)):
            for uid in ids:
                sql = f"SELECT json_extract(more, '$.denied_by') FROM {table} WHERE uid = ?"
                row = self._db.execute(sql, (uid,)).fetchone()
                if row is not None and row[0]:
                    found[uid] = tuple(json.loads(row[0]))
        return found

    def taken(self, table: str, ids: Iterable[str]) -> frozenset[str]:
        """Return which ids of happenings, utterances or stories are given already; `table` names one of these."""
        sql = {
            "happening": "SELECT 1 FROM happening WHERE uid = ?",
            "utterance": "SELECT 1 FROM utterance WHERE uid = ?",
            "story": "SELECT 1 FROM story WHERE uid = ?",
        }[table]
        return frozenset(uid for uid in ids if self._db.execute(sql, (uid,)).fetchone() is not None)


class _Finder:
    """Finds articles by the rare words that they share, each word counted once."""

    def __init__(self, db: sqlite3.Connection, days: int) -> None:
        self._db = db
        self._days = days
        self._held: dict[str, int] = {}
        self._where: dict[str, list[int]] = {}
        self._published: dict[int, DayRange] = {}
        self._count = int(db.execute("SELECT count(*) FROM article").fetchone()[0])

    def near(self, row: int) -> list[int]:
        """Return the rows of the nearest articles, that of the article itself first."""
        weights = self._weights(row)
        total = sum(weights.values())
        shared: dict[int, float] = {}
        for word, weight in weights.items():
            for other in self._holders(word):
                shared[other] = shared.get(other, 0.0) + weight
        likely = sorted((-weight, other) for other, weight in shared.items() if weight >= _LEAST_SHARE * total)
        near = [other for _, other in likely if other != row and self._is_near(row, other)]
        return [row, *near[:_NEAREST]]

    def _weights(self, row: int) -> Mapping[str, float]:
        """Return the rarest words of an article that another holds as well, each with how much it tells."""
        article = load_article(self._db, row)
        words = {*indexed(article.title).split(), *indexed(article.text[:_LEAD]).split()}
        most = max(_FEW, int(_COMMON * self._count))
        held = {word: self._held_by(word) for word in words if len(word) > 1}
        rare = sorted((number, word) for word, number in held.items() if 1 < number <= most)[:_LOOKED_UP]
        return {word: math.log(self._count / number + 1.0) for number, word in rare}

    def _held_by(self, word: str) -> int:
        if word not in self._held:
            found = self._db.execute("SELECT doc FROM words_held WHERE term = ?", (word,)).fetchone()
            self._held[word] = int(found[0]) if found else 0
        return self._held[word]

    def _holders(self, word: str) -> Sequence[int]:
        if word not in self._where:
            asked = '{title body} : "' + word.replace('"', '""') + '"'
            found = self._db.execute("SELECT rowid FROM words WHERE words MATCH ?", (asked,))
            self._where[word] = [other for (other,) in found.fetchall()]
        return self._where[word]

    def _is_near(self, one: int, other: int) -> bool:
        mine, theirs = self._days_of(one), self._days_of(other)
        if mine.first is None or theirs.first is None:
            return True
        gap = max((mine.first - (theirs.last or theirs.first)).days, (theirs.first - (mine.last or mine.first)).days)
        return gap <= self._days

    def _days_of(self, row: int) -> DayRange:
        if row not in self._published:
            first, last = self._db.execute("SELECT first, last FROM article WHERE id = ?", (row,)).fetchone()
            self._published[row] = DayRange(day(first), day(last))
        return self._published[row]
