"""People's decisions about entities: kept by article, name and place, so that they outlast readings and builds."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from tawatur.model import DecidedEntity, DecidedMention, Decision, EntityRef, NameType, Span, Verdict
from tawatur.store.codec import pack, packed, unpack, unpacked
from tawatur.store.database import insert, insert_many, writing
from tawatur.store.errors import AmbiguousName, StoreError, UnknownItem
from tawatur.store.page_rows import load_article
from tawatur.store.removal import BLOT, Forgotten, name_spans
from tawatur.store.search import folded_name
from tawatur.text.fold import fold

SCHEMA = """
CREATE TABLE decision (
  id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE, verdict TEXT NOT NULL, at TEXT NOT NULL, note TEXT);
CREATE TABLE decision_side (
  decision INTEGER NOT NULL REFERENCES decision ON DELETE CASCADE, side INTEGER NOT NULL, label TEXT NOT NULL,
  type TEXT NOT NULL, key TEXT, PRIMARY KEY (decision, side)) WITHOUT ROWID;
CREATE TABLE decision_mention (
  decision INTEGER NOT NULL REFERENCES decision ON DELETE CASCADE, side INTEGER NOT NULL, ix INTEGER NOT NULL,
  article TEXT NOT NULL, name TEXT NOT NULL, start INTEGER, end INTEGER,
  PRIMARY KEY (decision, side, ix)) WITHOUT ROWID;
"""

# So many ids are told where a name may mean several entities.
_TOLD = 6


@dataclass(frozen=True, slots=True)
class _Meant:
    """What one side of a decision is meant to be: an entity's row, and what narrows it to some of its mentions."""

    entity: int
    ref: EntityRef
    by: str  # "id", "name" or "mention"


class DecisionBook:
    """The decisions of a store. `connection` gives this thread's connection, `changed` notes that stories are to grow.

    The entities that a decision is about are noted, until they are gathered anew.
    """

    def __init__(self, connection: Callable[[], sqlite3.Connection], changed: Callable[[], None]) -> None:
        self._connection = connection
        self._changed = changed

    def decide(self, verdict: Verdict, one: EntityRef, other: EntityRef, note: str | None = None) -> Decision:
        """Keep a person's decision that two entities are the same or different; the stories are then to be built again.

        Each is named by its id, by a spelling that no other entity has, or as (article, entity) by one mention. Where
        both belong to one entity, the decision is about the mentions named, against the rest. Of decisions that
        contradict each other the newer holds; one about the very same mentions is replaced. Raises UnknownItem,
        AmbiguousName, or StoreError for twice the same.
        """
        db = self._connection()
        with writing(db):
            decision = _decide(db, verdict, one, other, note)
            _note_entities(db, decision)
            self._changed()
        return decision

    def all(self) -> tuple[Decision, ...]:
        """Return the decisions, the newest first."""
        return _load_decisions(self._connection())

    def undo(self, decision: str) -> Decision:
        """Take a decision back by its id and return it; raises UnknownItem. The stories are then to be built again."""
        db = self._connection()
        with writing(db):
            for kept in _load_decisions(db):
                if kept.id == decision:
                    db.execute("DELETE FROM decision WHERE uid = ?", (packed(decision),))
                    _note_entities(db, kept)
                    self._changed()
                    return kept
            raise UnknownItem(f"there is no decision {decision!r}; `tawatur decisions` lists them")


def entities_at(db: sqlite3.Connection, article: str, span: Span | None, name: str) -> tuple[tuple[int, str], ...]:
    """Return rows and ids of the entities named at a place of an article, or called so where no place is given."""
    where, values = "e.canonical = ?", tuple[object, ...]((packed(name),))
    if span is not None:
        where, values = "n.start < ? AND n.end > ?", (span.end, span.start)
    rows = db.execute(
        "SELECT DISTINCT w.id, w.uid FROM article a JOIN world_member m ON m.article = a.id"
        " JOIN world_entity w ON w.id = m.entity LEFT JOIN name n ON n.article = a.id AND n.entity = m.local"
        f" LEFT JOIN entity e ON e.article = a.id AND e.id = m.local WHERE a.uid = ? AND {where}",
        (packed(article), *values),
    )
    return tuple(rows.fetchall())


def _note_entities(db: sqlite3.Connection, decision: Decision) -> None:
    """Note the entities that the mentions of a decision stand in, to be gathered anew."""
    mentions = (*decision.one.mentions, *decision.other.mentions)
    found = {row for m in mentions for row, _ in entities_at(db, m.article, m.span, m.name)}
    db.executemany("INSERT OR IGNORE INTO decided_entity VALUES (?)", [(row,) for row in sorted(found)])


def _decide(db: sqlite3.Connection, verdict: Verdict, one: EntityRef, other: EntityRef, note: str | None) -> Decision:
    first, second = _meant(db, one), _meant(db, other)
    sides = _side(db, first, first.entity == second.entity), _side(db, second, first.entity == second.entity)
    if first.entity == second.entity:
        sides = _parted(sides, (first, second))
    told = "\n".join((verdict, *sorted(_identity(side) for side in sides)))
    uid = "d-" + hashlib.blake2b(told.encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()
    at = datetime.now(UTC).isoformat(timespec="seconds")
    db.execute("DELETE FROM decision WHERE uid = ?", (uid,))
    row = insert(db, "decision", {"uid": uid, "verdict": verdict, "at": at, "note": pack(note)})
    for number, side in enumerate(sides):
        own: dict[str, object] = {"decision": row, "side": number, "label": packed(side.label), "type": side.type}
        insert(db, "decision_side", {**own, "key": pack(side.key)})
        mentions: list[dict[str, object]] = [
            {
                "decision": row,
                "side": number,
                "ix": ix,
                "article": packed(mention.article),
                "name": packed(mention.name),
                "start": mention.span.start if mention.span else None,
                "end": mention.span.end if mention.span else None,
            }
            for ix, mention in enumerate(side.mentions)
        ]
        insert_many(db, "decision_mention", mentions)
    return Decision(uid, verdict, *sides, at, note)


def _identity(side: DecidedEntity) -> str:
    return "\x1f".join(f"{m.article} {m.name} {m.span}" for m in side.mentions)


def _meant(db: sqlite3.Connection, ref: EntityRef) -> _Meant:
    """Find the entity that is asked about: by its id, by an article's own entity, or by a name that only one has."""
    if not isinstance(ref, str):
        found = db.execute(
            "SELECT m.entity FROM world_member m JOIN article a ON a.id = m.article WHERE a.uid = ? AND m.local = ?",
            (packed(ref[0]), ref[1]),
        ).fetchone()
        if found is None:
            raise UnknownItem(f"article {ref[0]!r} has no entity {ref[1]!r}; are the stories built?")
        return _Meant(found[0], ref, "mention")
    found = db.execute("SELECT id FROM world_entity WHERE uid = ?", (packed(ref),)).fetchone()
    if found is not None:
        return _Meant(found[0], ref, "id")
    rows = db.execute(
        "SELECT DISTINCT e.id, e.uid, e.canonical FROM world_entity e JOIN world_spelling s ON s.entity = e.id"
        " WHERE s.folded = ? ORDER BY e.id",
        (packed(folded_name(ref)),),
    ).fetchall()
    if not rows:
        raise UnknownItem(f"no entity has the id or the spelling {ref!r}; `tawatur who {ref!r}` looks for parts of it")
    if len(rows) > 1:
        told = ", ".join(f"{uid} ({unpacked(canonical)})" for _, uid, canonical in rows[:_TOLD])
        raise AmbiguousName(f"{ref!r} may mean {len(rows)} entities: {told}; give the id of one")
    return _Meant(rows[0][0], ref, "name")


def _side(db: sqlite3.Connection, meant: _Meant, narrow: bool) -> DecidedEntity:
    """Return one side with its mentions: all of the entity, or those that the reference names when both are of one."""
    canonical, kind, key = db.execute(
        "SELECT canonical, type, key FROM world_entity WHERE id = ?", (meant.entity,)
    ).fetchone()
    mentions = _mentions(db, meant.entity)
    kept = [mention for _, mention in mentions]
    label = unpacked(canonical)
    if meant.by == "mention":
        kept = [mention for local, mention in mentions if (mention.article, local) == meant.ref]
        label = kept[0].name
    elif meant.by == "name" and narrow:
        wanted = folded_name(str(meant.ref))
        kept = [mention for mention in kept if fold(mention.name) == wanted]
        label = str(meant.ref)
    return DecidedEntity(label, kind, tuple(kept), unpack(key))


def _parted(
    sides: tuple[DecidedEntity, DecidedEntity], meant: tuple[_Meant, _Meant]
) -> tuple[DecidedEntity, DecidedEntity]:
    """Make two sides of one entity: the side given by the entity's id is what the other side does not name."""
    one, other = sides
    if meant[0].by == "id":
        one = _without(one, other)
    elif meant[1].by == "id":
        other = _without(other, one)
    if not one.mentions or not other.mentions or set(one.mentions) & set(other.mentions):
        raise StoreError(
            f"{meant[0].ref!r} and {meant[1].ref!r} are the same mentions of one entity; name two of its spellings, or"
            " the articles whose mention is meant"
        )
    return one, other


def _without(side: DecidedEntity, other: DecidedEntity) -> DecidedEntity:
    rest = tuple(mention for mention in side.mentions if mention not in set(other.mentions))
    return DecidedEntity(side.label, side.type, rest, side.key)


def _mentions(db: sqlite3.Connection, entity: int) -> list[tuple[str, DecidedMention]]:
    """Return the members of an entity: each article's own id of it, and the mention that it is known again by."""
    rows = db.execute(
        "SELECT a.uid, m.local, e.canonical, n.start, n.end, min(n.ix) FROM world_member m"
        " JOIN article a ON a.id = m.article LEFT JOIN entity e ON e.article = m.article AND e.id = m.local"
        " LEFT JOIN name n ON n.article = m.article AND n.entity = m.local"
        " WHERE m.entity = ? GROUP BY m.ix ORDER BY m.ix",
        (entity,),
    )
    return [
        (local, DecidedMention(unpacked(uid), unpack(name) or "", None if start is None else Span(start, end)))
        for uid, local, name, start, end, _ in rows
    ]


def _load_decisions(db: sqlite3.Connection) -> tuple[Decision, ...]:
    """Return all decisions, the newest first."""
    found = []
    for row, uid, verdict, at, note in db.execute("SELECT id, uid, verdict, at, note FROM decision ORDER BY id DESC"):
        one, other = (_load_side(db, row, side) for side in (0, 1))
        found.append(Decision(uid, verdict, one, other, at, unpack(note)))
    return tuple(found)


def _load_side(db: sqlite3.Connection, row: int, side: int) -> DecidedEntity:
    kind: NameType
    label, kind, key = db.execute(
        "SELECT label, type, key FROM decision_side WHERE decision = ? AND side = ?", (row, side)
    ).fetchone()
    mentions = db.execute(
        "SELECT article, name, start, end FROM decision_mention WHERE decision = ? AND side = ? ORDER BY ix",
        (row, side),
    )
    return DecidedEntity(
        unpacked(label),
        kind,
        tuple(
            DecidedMention(unpacked(article), unpacked(name), None if start is None else Span(start, end))
            for article, name, start, end in mentions
        ),
        unpack(key),
    )


def forget_articles(db: sqlite3.Connection, articles: Iterable[str]) -> None:
    """Take the mentions of forgotten articles out of the decisions; one that has no mention left on a side goes."""
    db.executemany("DELETE FROM decision_mention WHERE article = ?", [(packed(uid),) for uid in articles])
    db.execute(
        "DELETE FROM decision WHERE EXISTS (SELECT 1 FROM decision_side s WHERE s.decision = decision.id AND NOT EXISTS"
        " (SELECT 1 FROM decision_mention m WHERE m.decision = s.decision AND m.side = s.side))"
    )


def forget_persons(db: sqlite3.Connection, forgotten: Forgotten) -> None:
    """Take back the decisions that name a forgotten person, or whose mention was blotted out of its article."""
    for decision in _load_decisions(db):
        sides = (decision.one, decision.other)
        named = [text for side in sides for text in (side.label, *(m.name for m in side.mentions))]
        named.append(decision.note or "")
        if any(next(iter(name_spans(text, forgotten)), None) is not None for text in named) or any(
            _blotted(db, mention) for side in sides for mention in side.mentions
        ):
            db.execute("DELETE FROM decision WHERE uid = ?", (packed(decision.id),))


def _blotted(db: sqlite3.Connection, mention: DecidedMention) -> bool:
    found = db.execute("SELECT id FROM article WHERE uid = ?", (packed(mention.article),)).fetchone()
    if found is None or mention.span is None:
        return False
    return BLOT in mention.span.of(load_article(db, found[0]).text)
