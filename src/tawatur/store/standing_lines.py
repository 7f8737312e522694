"""Story lines that stand, as far as new stories may go on them."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable
from datetime import date

from tawatur.store.codec import iso

# The stories of a line, the latest built first: what is asked of a line is mostly true of these. CROSS JOIN keeps to
# this order, so that few are looked at.
_STORIES = "FROM (SELECT id FROM story WHERE line = ?1 ORDER BY id DESC) s"


def lines_between(db: sqlite3.Connection, parties: Iterable[tuple[str, str]]) -> list[int]:
    """Return the rows of the lines of two parties, in the order that lines have them."""
    sql = (
        "SELECT id FROM story_line WHERE json_extract(more, '$.entities[0]') = ?"
        " AND json_extract(more, '$.entities[1]') = ?"
    )
    return sorted(row for pair in set(parties) for (row,) in db.execute(sql, pair))


def goes_on(db: sqlite3.Connection, line: str, types: Collection[str], since: date | None) -> bool:
    """Tell whether a line reports events of given types, and something published since a day, or of unknown day."""
    reported = (
        f"SELECT 1 {_STORIES} CROSS JOIN story_happening x ON x.story = s.id"
        " CROSS JOIN happening h ON h.uid = x.happening WHERE h.type IN (SELECT value FROM json_each(?2)) LIMIT 1"
    )
    if db.execute(reported, (line, json.dumps(sorted(types)))).fetchone() is None:
        return False
    published = (
        f"SELECT 1 {_STORIES} CROSS JOIN story_article x ON x.story = s.id"
        " CROSS JOIN article a ON a.id = x.article WHERE"
    )
    if since is None or db.execute(f"{published} a.first >= ?2 LIMIT 1", (line, iso(since))).fetchone():
        return True
    return db.execute(f"{published} a.first IS NOT NULL LIMIT 1", (line,)).fetchone() is None
