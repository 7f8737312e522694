"""Happenings and utterances that stand, as far as new reports and sayings ask for them."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Collection, Iterable
from datetime import timedelta

from tawatur.model import DayRange
from tawatur.store.codec import day, iso, packed, unpacked

# (article id, number of the event or statement in its reading as it was read)
Place = tuple[str, int]

# Reports of a happening under another day than these are another's (the slack of happenings/joining.py).
_DAYS_AROUND = timedelta(days=3)
_EXACT = timedelta(days=3)


def places(db: sqlite3.Connection, sql: str, owners: Iterable[str]) -> dict[str, list[Place]]:
    """Return by owner the places that a query gives for it."""
    return {
        owner: [(unpacked(uid), number) for uid, number in db.execute(sql, (owner,)).fetchall()]
        for owner in sorted(set(owners))
    }


def happenings_like(
    db: sqlite3.Connection, kind: str, who: Collection[str], days: DayRange, limit: int
) -> tuple[str, ...]:
    """Return the happenings of a type and of days around, that share most of `who` as parties or place."""
    if days.first is None or days.last is None:
        return ()
    since, until = iso(days.first - _DAYS_AROUND - _EXACT), iso(days.last + _DAYS_AROUND)
    shared: Counter[int] = Counter()
    for one in sorted(map(packed, who)):
        for sql in (
            "SELECT happening FROM happening_part WHERE who = ? AND type = ? AND first BETWEEN ? AND ?",
            "SELECT id FROM happening WHERE place = ? AND type = ? AND first BETWEEN ? AND ?",
        ):
            shared.update(row for (row,) in db.execute(sql, (one, kind, since, until)))
    found: list[tuple[int, str]] = []
    for row, count in shared.items():
        uid, last = db.execute("SELECT uid, last FROM happening WHERE id = ?", (row,)).fetchone()
        end = day(last)
        if end is not None and end >= days.first - _DAYS_AROUND:
            found.append((-count, uid))
    return tuple(uid for _, uid in sorted(found)[:limit])


def said_by(
    db: sqlite3.Connection, speaker: str, days: DayRange, limit: int
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the latest utterances of a speaker told on days around, each with the words of its sayings."""
    if days.last is None:
        return ()
    found = db.execute(
        "SELECT u.uid, u.id FROM utterance u WHERE u.speaker = ? AND u.last BETWEEN ? AND ?"
        " ORDER BY u.last DESC, u.id DESC LIMIT ?",
        (speaker, iso(days.last - _DAYS_AROUND), iso(days.last + _DAYS_AROUND), limit),
    ).fetchall()
    return tuple((uid, _words_of(db, row)) for uid, row in found)


def _words_of(db: sqlite3.Connection, utterance: int) -> tuple[str, ...]:
    rows = db.execute(
        "SELECT substr(coalesce(a.text, p.text), s.start + 1, s.end - s.start) FROM saying s"
        " JOIN article a ON a.id = s.article LEFT JOIN page p ON p.id = a.page WHERE s.utterance = ? LIMIT 3",
        (utterance,),
    )
    return tuple(unpacked(words or "") for (words,) in rows.fetchall())


def referred(db: sqlite3.Connection, to: str, happenings: Iterable[str]) -> dict[str, str]:
    """Return by happening the one that it refers to, by a field of it: "fulfils" or "cancels"."""
    sql = f"SELECT json_extract(more, '$.{to}') FROM happening WHERE uid = ?"
    found = {uid: db.execute(sql, (uid,)).fetchone() for uid in happenings}
    return {uid: row[0] for uid, row in found.items() if row is not None and row[0] is not None}


def answers(db: sqlite3.Connection, utterances: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return by utterance what it answers, of those that answer something."""
    return _listed(db, "SELECT json_extract(more, '$.answers') FROM utterance WHERE uid = ?", utterances)


def denied_by(db: sqlite3.Connection, table: str, ids: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return by happening or utterance the denials of it, where there are any."""
    return _listed(db, f"SELECT json_extract(more, '$.denied_by') FROM {table} WHERE uid = ?", ids)


def _listed(db: sqlite3.Connection, sql: str, ids: Iterable[str]) -> dict[str, tuple[str, ...]]:
    found = {uid: db.execute(sql, (uid,)).fetchone() for uid in ids}
    return {uid: tuple(json.loads(row[0])) for uid, row in found.items() if row is not None and row[0]}
