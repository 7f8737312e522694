"""`tawatur doctor`: is everything here that the program needs, and is a database sound?"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import typer

from tawatur.cli.messages import number_of, say
from tawatur.cli.options import DEFAULT_DATABASE, NONE_HANDLED, AsJson, Database, write_json

Finding = tuple[str, bool, str]

# Faults of a database that are told one by one; more are only counted.
_MOST_FAULTS = 20


def doctor(db: Database = DEFAULT_DATABASE, json: AsJson = False) -> None:
    """Check Python, SQLite, the lexicons, and, where there is a database, its file and every fact against its text.

    Example: `tawatur doctor --db news.db`
    """
    findings = []
    for name, good, told in _checks(db):
        findings.append({"check": name, "ok": good, "told": told})
        if not json:
            print(f"{say('check_good' if good else 'check_wrong')} {say('check_' + name)}: {told}")
    if json:
        write_json(findings)
    if not all(finding["ok"] for finding in findings):
        raise typer.Exit(NONE_HANDLED)


def _checks(db: Path) -> Iterator[Finding]:
    version = ".".join(map(str, sys.version_info[:3]))
    yield "python", sys.version_info >= (3, 11), say("python_needed", version=version)
    yield _sqlite()
    yield _lexicons()
    if db.exists():
        yield from _database(db)
    else:
        yield "database", True, say("no_database_there", db=db)


def _sqlite() -> Finding:
    import sqlite3

    with sqlite3.connect(":memory:") as memory:
        try:
            memory.execute("CREATE VIRTUAL TABLE t USING fts5(x, content='', tokenize='unicode61 remove_diacritics 0')")
        except sqlite3.OperationalError as error:
            return "sqlite", False, say("no_fts", version=sqlite3.sqlite_version, error=error)
    return "sqlite", True, say("with_fts", version=sqlite3.sqlite_version)


def _lexicons() -> Finding:
    import time

    from tawatur.lexicon.bundle import load_every_lexicon
    from tawatur.lexicon.tables import LexiconError

    start = time.perf_counter()
    try:
        load_every_lexicon()
    except (LexiconError, OSError, ValueError) as error:
        return "lexicons", False, say("lexicons_fail", error=error)
    return "lexicons", True, say("lexicons_load", seconds=time.perf_counter() - start)


def _database(db: Path) -> Iterator[Finding]:
    from tawatur.store import StoreError, open_store

    try:
        with open_store(db, must_exist=True) as store:
            totals = store.totals()
            held = {noun: number_of(noun, getattr(totals, noun)) for noun in ("pages", "articles", "stories")}
            yield "database", True, say("database_holds", db=db, **held)
            faults = 0
            for fault in store.faults():
                faults += 1
                if faults <= _MOST_FAULTS:
                    yield "evidence", False, fault
            if faults > _MOST_FAULTS:
                yield "evidence", False, say("more_faults", number=faults - _MOST_FAULTS)
            facts = totals.names + totals.times + totals.figures + totals.statements + totals.events
            if not faults:
                yield "evidence", True, say("facts_stand", number=facts)
            current = store.stories_are_current()
            yield "stories", True, say("stories_current" if current else "stories_old")
    except StoreError as error:
        yield "database", False, str(error)
