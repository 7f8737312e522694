"""Open the store's file: connections, pragmas, and the migrations that it still needs."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tawatur.store.errors import NewerStore, NotAStore, StoreBusy, StoreError
from tawatur.store.migrations import APPLICATION_ID, MIGRATIONS

# Seconds to wait for another process that is writing: longer than any batch takes to commit.
PATIENCE = 30.0


def connect(path: Path) -> sqlite3.Connection:
    """Open a connection to the file at `path`, made and migrated as needed.

    Raises NotAStore for a file of another kind, NewerStore for one of a later version, StoreError when it cannot be
    opened at all.
    """
    try:
        db = sqlite3.connect(path, timeout=PATIENCE, isolation_level=None, check_same_thread=False)
    except sqlite3.OperationalError as error:
        raise StoreError(f"cannot open {str(path)!r}: {error}; is its folder there, and may it be written?") from error
    try:
        _prepare(db, path)
    except BaseException as error:
        db.close()
        if isinstance(error, sqlite3.DatabaseError):
            raise _in_words(error, path) from error
        raise
    return db


def _prepare(db: sqlite3.Connection, path: Path) -> None:
    """Check what the file is, set the connection's ways, and bring the schema up to date."""
    version = db.execute("PRAGMA user_version").fetchone()[0]
    mark = db.execute("PRAGMA application_id").fetchone()[0]
    if mark != APPLICATION_ID and (version or mark or db.execute("SELECT 1 FROM sqlite_master").fetchone()):
        raise NotAStore(f"{str(path)!r} is an SQLite database of another program; give another file with --db")
    if version > len(MIGRATIONS):
        raise NewerStore(f"{str(path)!r} has schema {version}, this program knows {len(MIGRATIONS)}: upgrade tawatur")
    # NORMAL loses no commit when the process dies, only, in WAL mode, perhaps the last ones when the machine does.
    for pragma in ("journal_mode = WAL", "synchronous = NORMAL", "foreign_keys = ON", "secure_delete = ON"):
        db.execute(f"PRAGMA {pragma}")
    if version < len(MIGRATIONS):
        with writing(db):
            version = db.execute("PRAGMA user_version").fetchone()[0]
            for migration in MIGRATIONS[version:]:
                migration(db)
            db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            db.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")


def _in_words(error: sqlite3.DatabaseError, path: Path) -> StoreError:
    words = str(error)
    if "locked" in words or "busy" in words:
        return StoreBusy(f"{str(path)!r} is being written by another process; try again when it is done")
    if "not a database" in words or "malformed" in words:
        return NotAStore(f"{str(path)!r} is no readable SQLite database ({words}); give another file with --db")
    return StoreError(f"cannot use {str(path)!r}: {words}; is its folder there, and may it be written?")


@contextmanager
def writing(db: sqlite3.Connection) -> Iterator[None]:
    """Hold one transaction: committed at the end, rolled back when anything is raised."""
    try:
        db.execute("BEGIN IMMEDIATE")
    except sqlite3.OperationalError as error:
        raise StoreBusy(f"the database is being written by another process ({error}); try again later") from error
    try:
        yield
    except BaseException:
        db.execute("ROLLBACK")
        raise
    db.execute("COMMIT")


def step(db: sqlite3.Connection, counter: str) -> None:
    """Count one more of what the store counts: "changes", "builds" of the stories, "vectors"."""
    db.execute("INSERT INTO meta VALUES (?, 1) ON CONFLICT (key) DO UPDATE SET value = value + 1", (counter,))


def counted(db: sqlite3.Connection, counter: str) -> int:
    """Return what a counter stands at."""
    found = db.execute("SELECT value FROM meta WHERE key = ?", (counter,)).fetchone()
    return found[0] if found else 0


def insert(db: sqlite3.Connection, table: str, row: dict[str, object]) -> int:
    """Insert one row, given as columns and values, and return its row id."""
    cursor = db.execute(statement_for(table, row), list(row.values()))
    return cursor.lastrowid or 0


def insert_many(db: sqlite3.Connection, table: str, rows: list[dict[str, object]]) -> None:
    """Insert rows that all have the same columns."""
    if rows:
        db.executemany(statement_for(table, rows[0]), [list(row.values()) for row in rows])


def statement_for(table: str, row: dict[str, object]) -> str:
    """Return the INSERT statement for the columns of a row."""
    columns = ", ".join(f'"{name}"' for name in row)
    return f"INSERT INTO {table} ({columns}) VALUES ({', '.join('?' * len(row))})"
