"""What chains tell of an outlet: whom it rests on, what begins with it, and who passes its word on."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import dataclass

from tawatur.store.codec import packed, unpack, unpacked


@dataclass(frozen=True, slots=True)
class SourceTotals:
    """A source that chains of an outlet's articles name: its label, its entity where resolved, in how many articles."""

    label: str
    entity: str | None
    articles: int


@dataclass(frozen=True, slots=True)
class OutletLinks:
    """An outlet in chains: carriers and origins named before it, happenings that begin with it, articles of others."""

    carriers: tuple[SourceTotals, ...]
    origins: tuple[SourceTotals, ...]
    happenings: tuple[str, ...]
    relayed: tuple[str, ...]


def outlet_links(db: sqlite3.Connection, outlet: str) -> OutletLinks:
    """Return how an outlet stands in the chains of all articles."""
    keys = [
        key
        for (key,) in db.execute(
            "SELECT DISTINCT l.key FROM article a JOIN chain c ON c.article = a.id JOIN link l ON l.chain = c.id"
            " WHERE a.outlet = ? AND l.kind = 'outlet' AND l.key IS NOT NULL",
            (packed(outlet),),
        )
    ]
    own = json.dumps([unpack(key) for key in keys])
    named = "l.key IS NOT NULL AND l.key IN (SELECT value FROM json_each(?1))"
    happenings = db.execute(
        "SELECT DISTINCT h.uid FROM link l JOIN report r ON r.chain = l.chain JOIN happening h ON h.id = r.happening"
        f" WHERE l.kind = 'origin' AND {named} ORDER BY h.first IS NULL, h.first DESC, h.id",
        (own,),
    )
    relayed = db.execute(
        "SELECT DISTINCT a.uid FROM link l JOIN chain c ON c.id = l.chain JOIN article a ON a.id = c.article"
        f" WHERE l.kind != 'outlet' AND {named} AND a.outlet IS NOT ?2 ORDER BY a.first IS NULL, a.first DESC, a.id",
        (own, packed(outlet)),
    )
    return OutletLinks(
        _sources(db, outlet, "carrier", own),
        _sources(db, outlet, "origin", own),
        tuple(uid for (uid,) in happenings),
        tuple(unpacked(uid) for (uid,) in relayed),
    )


def _sources(db: sqlite3.Connection, outlet: str, kind: str, own: str) -> tuple[SourceTotals, ...]:
    """Return the known sources of one kind in an outlet's chains, but for the outlet itself, most used first."""
    found = db.execute(
        "SELECT min(l.label), max(l.entity), count(DISTINCT a.id) FROM article a JOIN chain c ON c.article = a.id"
        " JOIN link l ON l.chain = c.id WHERE a.outlet = ?1 AND l.kind = ?2 AND l.key IS NOT NULL"
        " AND l.key NOT IN (SELECT value FROM json_each(?3)) GROUP BY l.key ORDER BY count(DISTINCT a.id) DESC, l.key",
        (packed(outlet), kind, own),
    )
    return tuple(SourceTotals(unpacked(label), entity, articles) for label, entity, articles in found)
