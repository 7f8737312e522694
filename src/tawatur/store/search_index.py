"""The full-text tables: what articles, statements and happenings are found by, as folded words without a second text.

FTS5 in Python knows no Arabic and takes no tokenizer of ours, so it is handed words that are parted and folded already.
Rows of `statement_words` are numbered by article and statement, those of the others as what they index.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from tawatur.model import Article, Reading, Statement
from tawatur.search import indexed
from tawatur.store.codec import unpacked

# Bits of a row number of `statement_words` that hold the statement's index; an article has fewer statements by far.
STATEMENT_BITS = 20

SCHEMA = """
CREATE VIRTUAL TABLE words USING fts5(title, body, caption, content='', tokenize="ascii tokenchars '.'");
CREATE VIRTUAL TABLE statement_words USING fts5(content_words, holder, content='', tokenize="ascii tokenchars '.'");
CREATE VIRTUAL TABLE happening_words USING fts5(label, told, content='', tokenize="ascii tokenchars '.'");
CREATE VIRTUAL TABLE words_held USING fts5vocab(words, row);
CREATE TABLE written (norm TEXT PRIMARY KEY) WITHOUT ROWID;
"""


def _apart(texts: Iterable[str]) -> str:
    """Return texts as indexed with a full stop, which no query asks for, between them: no phrase goes over two."""
    return " . ".join(map(indexed, texts))


def _article_columns(article: Article) -> tuple[str, str, str]:
    return indexed(article.title), indexed(article.text), _apart(article.captions)


def _statement_columns(text: str, statement: Statement) -> tuple[str, str]:
    return indexed(statement.content.of(text)), indexed(statement.holder.of(text)) if statement.holder else ""


def _statement_rows(row: int, reading: Reading) -> list[tuple[int, str, str]]:
    text = reading.article.text
    return [(row << STATEMENT_BITS | ix, *_statement_columns(text, s)) for ix, s in enumerate(reading.statements)]


def add_words(db: sqlite3.Connection, row: int, reading: Reading) -> None:
    """Index an article of row id `row` and its statements."""
    columns = _article_columns(reading.article)
    db.execute("INSERT INTO words (rowid, title, body, caption) VALUES (?, ?, ?, ?)", (row, *columns))
    statements = _statement_rows(row, reading)
    db.executemany("INSERT INTO statement_words (rowid, content_words, holder) VALUES (?, ?, ?)", statements)
    remember(db, columns)


def remember(db: sqlite3.Connection, texts: Iterable[str]) -> None:
    """Note which forms of words the texts hold: a query asks the index for these alone."""
    held = {word for text in texts for word in text.split()}
    db.executemany("INSERT OR IGNORE INTO written VALUES (?)", [(word,) for word in sorted(held)])


def drop_words(db: sqlite3.Connection, row: int, reading: Reading) -> None:
    """Take an article and its statements out of the index; they must be those that were indexed."""
    columns = _article_columns(reading.article)
    db.execute("INSERT INTO words (words, rowid, title, body, caption) VALUES ('delete', ?, ?, ?, ?)", (row, *columns))
    db.executemany(
        "INSERT INTO statement_words (statement_words, rowid, content_words, holder) VALUES ('delete', ?, ?, ?)",
        _statement_rows(row, reading),
    )


def index_happenings(db: sqlite3.Connection) -> None:
    """Index the happenings anew: by what they are called, who and where, and by the sentences that report them."""
    clear_happening_words(db)
    _index(db, _happening_columns(db, ""))


def index_some_happenings(db: sqlite3.Connection, rows: Iterable[int]) -> None:
    """Index happenings of given row ids, which are not indexed yet."""
    for row in rows:
        _index(db, _happening_columns(db, f" = {row:d}"))


def drop_happening_words(db: sqlite3.Connection, rows: Iterable[int]) -> None:
    """Take happenings of given row ids out of the index; what they are indexed by must stand as it did."""
    sql = "INSERT INTO happening_words (happening_words, rowid, label, told) VALUES ('delete', ?, ?, ?)"
    for row in rows:
        db.executemany(sql, _happening_columns(db, f" = {row:d}"))


def _index(db: sqlite3.Connection, rows: list[tuple[int, str, str]]) -> None:
    db.executemany("INSERT INTO happening_words (rowid, label, told) VALUES (?, ?, ?)", rows)
    remember(db, (text for row in rows for text in row[1:]))


def _happening_columns(db: sqlite3.Connection, which: str) -> list[tuple[int, str, str]]:
    """Return row id, label and told words of happenings; `which` follows their row id in a condition, "" means all."""
    labels = _happening_labels(db, which)
    told: dict[int, dict[str, None]] = {row: {} for row in labels}
    text, of = "", None
    where = f" WHERE r.happening{which}" if which else ""
    for row, article, start, end in db.execute(
        "SELECT r.happening, r.article, s.start, s.end FROM report r"
        " JOIN event e ON e.article = r.article AND e.ix = r.event"
        f" JOIN sentence s ON s.article = e.article AND s.ix = e.sentence{where} ORDER BY r.article, r.happening, r.ix"
    ).fetchall():
        if article != of:
            found = "SELECT coalesce(a.text, p.text) FROM article a LEFT JOIN page p ON p.id = a.page WHERE a.id = ?"
            text, of = unpacked(db.execute(found, (article,)).fetchone()[0]), article
        told[row][text[start:end]] = None
    return [(row, _apart(labels[row]), _apart(told[row])) for row in sorted(labels)]


def _happening_labels(db: sqlite3.Connection, which: str) -> dict[int, list[str]]:
    """Return, by row id, what happenings are called, and their places and parties by name."""
    names: dict[str, str] = {}

    def named(uid: str | bytes) -> str:
        key = unpacked(uid)
        if key not in names:
            found = db.execute("SELECT canonical FROM world_entity WHERE uid = ?", (uid,)).fetchone()
            names[key] = unpacked(found[0]) if found else key
        return names[key]

    labels: dict[int, list[str]] = {}
    where = f" WHERE id{which}" if which else ""
    for row, label, place in db.execute(f"SELECT id, label, place FROM happening{where}").fetchall():
        labels[row] = [unpacked(label), *([named(place)] if place else [])]
    where = f" WHERE happening{which}" if which else ""
    found = db.execute(f"SELECT happening, who FROM happening_part{where} ORDER BY happening, part, ix").fetchall()
    for row, who in found:
        labels[row].append(named(who))
    return labels


def clear_happening_words(db: sqlite3.Connection) -> None:
    """Empty the index of happenings."""
    db.execute("INSERT INTO happening_words (happening_words) VALUES ('delete-all')")


def purge(db: sqlite3.Connection) -> None:
    """Leave nothing of what was removed in the index: no word in an old segment, none in the list of forms."""
    for table in ("words", "statement_words", "happening_words"):
        db.execute(f"INSERT INTO {table} ({table}) VALUES ('optimize')")
    db.execute("DELETE FROM written")
    db.execute("INSERT INTO written SELECT term FROM words_held")
