"""What was fetched and what waits, in a file beside the database, so that a killed run goes on where it was.

An address is written down before it is asked, its answer before it is read, and it is done only when its page is in the
store: after a kill at any moment nothing is lost, and nothing that had arrived is fetched again.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal, Self
from urllib.parse import parse_qsl, urlencode, urlsplit

from tawatur.fetch.client import Answer

# Who put an address into the queue: one run of `add`, or `watch`.
By = Literal["add", "watch"]

# Seconds that a caller waits for a host's turn; addresses of hosts that are later are passed over until then.
PATIENCE = 90.0

_VERSION = 1
_SCHEMA = """
CREATE TABLE seen (key BLOB PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE waiting (
  id INTEGER PRIMARY KEY, key BLOB NOT NULL UNIQUE, by TEXT NOT NULL, url TEXT NOT NULL, host TEXT NOT NULL,
  origin TEXT NOT NULL, tries INTEGER NOT NULL DEFAULT 0, due REAL NOT NULL DEFAULT 0, answer TEXT, body BLOB);
CREATE INDEX waiting_due ON waiting (by, due) WHERE body IS NULL;
CREATE TABLE feed (
  url TEXT PRIMARY KEY, title TEXT, parent TEXT, etag TEXT, modified TEXT, due REAL NOT NULL DEFAULT 0,
  failures INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;
CREATE TABLE host (
  host TEXT PRIMARY KEY, due REAL NOT NULL, failures INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;
CREATE TABLE robots (origin TEXT PRIMARY KEY, rules TEXT, allowed INTEGER NOT NULL, until REAL NOT NULL) WITHOUT ROWID;
"""
# Parts of a query that say how a reader came, not what is read.
_TRACKING = ("utm_", "fbclid", "gclid", "mc_cid", "mc_eid", "igshid", "at_medium", "at_campaign")


class StateError(Exception):
    """The file of what was fetched cannot be used; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an address came from: the feed or sitemap that names it, what that says of it, how deep it stands there."""

    listed_by: str | None = None
    title: str | None = None
    published: str | None = None
    depth: int = 0
    modified: str | None = None


@dataclass(frozen=True, slots=True)
class Waiting:
    """An address that waits to be fetched, and how often that was tried."""

    id: int
    url: str
    origin: Origin
    tries: int


@dataclass(frozen=True, slots=True)
class Kept:
    """An answer that waits to be read."""

    id: int
    answer: Answer
    origin: Origin


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed or sitemap that is watched, with what its server said to tell its next state by."""

    url: str
    parent: str | None
    etag: str | None
    modified: str | None
    failures: int


def address_key(url: str) -> bytes:
    """Return what tells an address again: without scheme, fragment, tracking parts and case of the host.

    Only this hash is kept of what is done, so that forgetting a page leaves no trace of its address here.
    """
    parts = urlsplit(url.strip())
    query = [(k, v) for k, v in parse_qsl(parts.query, keep_blank_values=True) if not k.lower().startswith(_TRACKING)]
    host = parts.netloc.lower().rpartition("@")[2]
    host = host.removesuffix(":443" if parts.scheme == "https" else ":80")
    return hashlib.sha256(f"{host}{parts.path or '/'}?{urlencode(query)}".encode("utf-8", "replace")).digest()[:16]


def state_path(db: Path) -> Path:
    """Return the file that belongs to a database."""
    return db.with_name(db.name + "-fetch")


class FetchState:
    """The queue, the watched feeds, the hosts' turns and their robots.txt; one process at a time holds the file.

    Raises StateError when another process holds it, or it is no such file.
    """

    def __init__(self, path: Path) -> None:
        try:
            self._db = sqlite3.connect(path, timeout=0.5, isolation_level=None)
        except sqlite3.OperationalError as error:
            told = f"cannot open {str(path)!r}: {error}; is its folder there, and may it be written?"
            raise StateError(told) from error
        try:
            self._db.execute("PRAGMA locking_mode = EXCLUSIVE")
            self._db.execute("PRAGMA journal_mode = WAL")
            self._db.execute("PRAGMA synchronous = NORMAL")
            with self._writing():
                version = self._db.execute("PRAGMA user_version").fetchone()[0]
                if version not in (0, _VERSION):
                    raise StateError(f"{str(path)!r} is of another version; without it pages are fetched again")
                for statement in _SCHEMA.split(";\n") if version == 0 else ():
                    self._db.execute(statement)
                self._db.execute(f"PRAGMA user_version = {_VERSION}")
        except sqlite3.DatabaseError as error:
            self._db.close()
            if "locked" in str(error) or "busy" in str(error):
                told = "another process fetches for this database (`tawatur watch`?); one at a time can"
                raise StateError(told) from error
            raise StateError(f"{str(path)!r} is no record of what was fetched: {error}") from error
        except StateError:
            self._db.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._db.close()

    @contextmanager
    def _writing(self) -> Iterator[None]:
        self._db.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._db.execute("ROLLBACK")
            raise
        self._db.execute("COMMIT")

    # Pages

    def begin_add(self) -> None:
        """Drop what an earlier `add` left unfetched: the same command names it again."""
        with self._writing():
            self._db.execute("DELETE FROM waiting WHERE by = 'add' AND body IS NULL")

    def put(self, by: By, addresses: Iterable[tuple[str, Origin]], again: bool = False) -> tuple[int, int]:
        """Queue addresses that were not seen; return how many are new and how many known. `again`: seen ones too."""
        with self._writing():
            return self._put(by, addresses, again)

    def _put(self, by: By, addresses: Iterable[tuple[str, Origin]], again: bool) -> tuple[int, int]:
        new = known = 0
        for url, origin in addresses:
            key = address_key(url)
            if again:
                self._db.execute("DELETE FROM seen WHERE key = ?", (key,))
            if self._db.execute("SELECT 1 FROM seen WHERE key = ?", (key,)).fetchone():
                known += 1
                continue
            row = (key, by, url, (urlsplit(url).hostname or "").lower(), json.dumps(asdict(origin)))
            added = self._db.execute(
                "INSERT OR IGNORE INTO waiting (key, by, url, host, origin) VALUES (?, ?, ?, ?, ?)", row
            ).rowcount
            new += added
            if not added and by == "add":
                self._db.execute("UPDATE waiting SET by = 'add', due = 0 WHERE key = ? AND body IS NULL", (key,))
        return new, known

    def next_page(self, by: By, now: float) -> Waiting | None:
        """Return the address that may be asked next: due, and of the host whose turn comes first and soon."""
        found = self._db.execute(
            "SELECT w.id, w.url, w.origin, w.tries FROM waiting w LEFT JOIN host h ON h.host = w.host "
            "WHERE w.by = ? AND w.body IS NULL AND w.due <= ? AND coalesce(h.due, 0) <= ? "
            "ORDER BY coalesce(h.due, 0), w.id LIMIT 1",
            (by, now, now + PATIENCE),
        ).fetchone()
        return Waiting(found[0], found[1], Origin(**json.loads(found[2])), found[3]) if found else None

    def next_due(self, by: By) -> float | None:
        """Return when the next address may be asked, or None when none waits."""
        found = self._db.execute(
            "SELECT min(max(w.due, coalesce(h.due, 0) - ?)) FROM waiting w LEFT JOIN host h ON h.host = w.host "
            "WHERE w.by = ? AND w.body IS NULL",
            (PATIENCE, by),
        ).fetchone()[0]
        return None if found is None else float(found)

    def keep(self, id: int, answer: Answer) -> bool:
        """Keep an answer to be read; False, and done, when redirects led to a page that was seen."""
        with self._writing():
            key = address_key(answer.url)
            mine = self._db.execute("SELECT key FROM waiting WHERE id = ?", (id,)).fetchone()
            if mine is not None and mine[0] != key:
                seen = self._db.execute("SELECT 1 FROM seen WHERE key = ?", (key,)).fetchone()
                other = self._db.execute("SELECT body IS NULL FROM waiting WHERE key = ?", (key,)).fetchone()
                if seen or (other and not other[0]):
                    self._finish([id])
                    return False
                # Waiting under its own name too: this answer is that page.
                self._db.execute("DELETE FROM waiting WHERE key = ?", (key,))
            told = {"asked": answer.asked, "url": answer.url, "status": answer.status, "fetched": answer.fetched,
                    "headers": dict(answer.headers)}  # fmt: skip
            self._db.execute(
                "UPDATE waiting SET answer = ?, body = ? WHERE id = ?", (json.dumps(told), answer.body, id)
            )
        return True

    def kept(self, most: int) -> list[int]:
        """Return the ids of answers that wait to be read, oldest first."""
        found = self._db.execute("SELECT id FROM waiting WHERE body IS NOT NULL ORDER BY id LIMIT ?", (most,))
        return [id for (id,) in found.fetchall()]

    def kept_answer(self, id: int) -> Kept:
        """Return one of them: each may be as large as a page may be, so they are had one by one."""
        told, body, origin = self._db.execute("SELECT answer, body, origin FROM waiting WHERE id = ?", (id,)).fetchone()
        return Kept(id, Answer(body=body, **json.loads(told)), Origin(**json.loads(origin)))

    def finish(self, ids: Sequence[int], seen: bool = True) -> None:
        """Note addresses as done: their pages are in the store, or will never be. `seen` False: they may come again."""
        with self._writing():
            self._finish(ids, seen)

    def _finish(self, ids: Sequence[int], seen: bool = True) -> None:
        for id in ids:
            found = self._db.execute("SELECT key, answer FROM waiting WHERE id = ?", (id,)).fetchone()
            if found and seen:
                keys = {found[0]} | ({address_key(json.loads(found[1])["url"])} if found[1] else set())
                self._db.executemany("INSERT OR IGNORE INTO seen VALUES (?)", [(key,) for key in keys])
                self._db.executemany("DELETE FROM waiting WHERE key = ? AND body IS NULL", [(key,) for key in keys])
            self._db.execute("DELETE FROM waiting WHERE id = ?", (id,))

    def postpone(self, id: int, due: float, tried: bool = True) -> None:
        """Try an address again, not before `due`; `tried` tells whether it counts as a try."""
        with self._writing():
            self._db.execute("UPDATE waiting SET tries = tries + ?, due = ? WHERE id = ?", (tried, due, id))

    # Feeds

    def put_feeds(self, feeds: Iterable[tuple[str, str | None]], parent: str | None = None) -> None:
        """Watch feeds, given by address and title; those of a parent that are no longer given are dropped with it."""
        with self._writing():
            self._put_feeds(list(feeds), parent)

    def _put_feeds(self, feeds: list[tuple[str, str | None]], parent: str | None) -> None:
        given = {url for url, _ in feeds}
        known = self._db.execute("SELECT url FROM feed WHERE parent IS ?", (parent,)).fetchall()
        for (url,) in known:
            if url not in given:
                self._db.execute("DELETE FROM feed WHERE url = ? OR parent = ?", (url, url))
        self._db.executemany(
            "INSERT OR IGNORE INTO feed (url, title, parent) VALUES (?, ?, ?)", [(u, t, parent) for u, t in feeds]
        )

    def due_feeds(self, now: float, all_sound: bool = False) -> list[Feed]:
        """Return the feeds whose time has come; with `all_sound` also those that are not backing off."""
        rows = self._db.execute(
            "SELECT url, parent, etag, modified, failures FROM feed WHERE due <= ? OR (? AND failures = 0) "
            "ORDER BY due, url",
            (now, all_sound),
        ).fetchall()
        return [Feed(*row) for row in rows]

    def next_feed_due(self) -> float | None:
        """Return when the next feed is to be asked."""
        found = self._db.execute("SELECT min(due) FROM feed").fetchone()[0]
        return None if found is None else float(found)

    def feed_read(
        self,
        feed: Feed,
        due: float,
        validators: tuple[str | None, str | None],
        pages: Iterable[tuple[str, Origin]] = (),
        children: list[tuple[str, str | None]] | None = None,
    ) -> tuple[int, int]:
        """Note a feed as read and queue what it names, in one step; return how many pages are new and known."""
        with self._writing():
            self._db.execute(
                "UPDATE feed SET etag = ?, modified = ?, due = ?, failures = 0 WHERE url = ?",
                (*validators, due, feed.url),
            )
            if children is not None:
                self._put_feeds(children, feed.url)
            return self._put("watch", pages, again=False)

    def feed_failed(self, feed: Feed, due: float, tried: bool = True) -> None:
        """Note that a feed could not be read, and when to try again; `tried` tells whether it counts as a failure."""
        with self._writing():
            self._db.execute("UPDATE feed SET failures = failures + ?, due = ? WHERE url = ?", (tried, due, feed.url))

    # Hosts

    def host(self, host: str) -> tuple[float, int]:
        """Return when a host may be asked next, and how often it asked to be left alone in a row."""
        found = self._db.execute("SELECT due, failures FROM host WHERE host = ?", (host,)).fetchone()
        return (float(found[0]), int(found[1])) if found else (0.0, 0)

    def set_host(self, host: str, due: float, failures: int) -> None:
        """Note when a host may be asked next."""
        with self._writing():
            self._db.execute("INSERT OR REPLACE INTO host VALUES (?, ?, ?)", (host, due, failures))

    def robots(self, origin: str, now: float) -> tuple[str | None, bool] | None:
        """Return the robots.txt of a site, or None and whether all is allowed; None when it is to be asked (again)."""
        found = self._db.execute(
            "SELECT rules, allowed FROM robots WHERE origin = ? AND until > ?", (origin, now)
        ).fetchone()
        return (found[0], bool(found[1])) if found else None

    def set_robots(self, origin: str, rules: str | None, allowed: bool, until: float) -> None:
        """Keep a site's robots.txt until a time."""
        with self._writing():
            self._db.execute("INSERT OR REPLACE INTO robots VALUES (?, ?, ?, ?)", (origin, rules, allowed, until))
