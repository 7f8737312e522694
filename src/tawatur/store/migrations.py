"""The numbered migrations of the store's file: each a function that takes the schema from one number to the next."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

# Marks the file as one of this program (`PRAGMA application_id`): "Twtr" in ASCII.
APPLICATION_ID = 0x54777472

_PAGES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value) WITHOUT ROWID;
CREATE TABLE page (
  id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, media TEXT NOT NULL, text NOT NULL, path TEXT, url TEXT, title TEXT,
  outlet TEXT, published TEXT, byline TEXT, encoding TEXT NOT NULL, digest BLOB NOT NULL, more TEXT);
CREATE TABLE block (
  page INTEGER NOT NULL REFERENCES page ON DELETE CASCADE, ix INTEGER NOT NULL, line INTEGER NOT NULL,
  start INTEGER NOT NULL, end INTEGER NOT NULL, text TEXT, role TEXT NOT NULL, article INTEGER, reason TEXT, more TEXT,
  PRIMARY KEY (page, ix)) WITHOUT ROWID;
CREATE TABLE set_aside (
  id INTEGER PRIMARY KEY, place TEXT NOT NULL, reason TEXT NOT NULL, kind TEXT NOT NULL, UNIQUE (place, kind, reason));
CREATE TABLE article (
  id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, page INTEGER REFERENCES page ON DELETE CASCADE,
  ord INTEGER NOT NULL, title TEXT, text, outlet TEXT, url TEXT, first TEXT, last TEXT, basis TEXT,
  digest BLOB NOT NULL, more TEXT);
CREATE INDEX article_page ON article (page, ord);
CREATE INDEX article_day ON article (first);
CREATE TABLE article_anchor (
  article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE, purpose TEXT NOT NULL, ix INTEGER NOT NULL,
  on_page INTEGER NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL, exact TEXT NOT NULL,
  PRIMARY KEY (article, purpose, ix)) WITHOUT ROWID;
CREATE TABLE article_note (
  article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE, kind TEXT NOT NULL, ix INTEGER NOT NULL,
  text TEXT NOT NULL, PRIMARY KEY (article, kind, ix)) WITHOUT ROWID;
CREATE TABLE piece (
  article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE, start INTEGER NOT NULL, end INTEGER NOT NULL,
  page_start INTEGER NOT NULL, page_end INTEGER NOT NULL, PRIMARY KEY (article, start)) WITHOUT ROWID;
"""

# `tally` is the checksum of the exact words of all the row's spans (codec.check_sum): the text is not kept twice.
_READINGS = """
CREATE TABLE sentence (
  article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE, ix INTEGER NOT NULL, start INTEGER NOT NULL,
  end INTEGER NOT NULL, PRIMARY KEY (article, ix)) WITHOUT ROWID;
CREATE TABLE entity (
  article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE, ix INTEGER NOT NULL, id TEXT NOT NULL,
  canonical TEXT NOT NULL, type TEXT NOT NULL, key TEXT, latin TEXT, country TEXT, more TEXT,
  PRIMARY KEY (article, ix)) WITHOUT ROWID;
CREATE TABLE entity_role (
  article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE, entity INTEGER NOT NULL, ix INTEGER NOT NULL,
  start INTEGER NOT NULL, end INTEGER NOT NULL, tally INTEGER NOT NULL, text TEXT, country TEXT, more TEXT,
  PRIMARY KEY (article, entity, ix)) WITHOUT ROWID;
CREATE TABLE name (
  article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE, ix INTEGER NOT NULL, start INTEGER NOT NULL,
  end INTEGER NOT NULL, tally INTEGER NOT NULL, type TEXT NOT NULL, entity TEXT NOT NULL, p REAL NOT NULL, more TEXT,
  PRIMARY KEY (article, ix)) WITHOUT ROWID;
CREATE TABLE time (
  article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE, ix INTEGER NOT NULL, start INTEGER NOT NULL,
  end INTEGER NOT NULL, tally INTEGER NOT NULL, value TEXT, granularity TEXT NOT NULL, first TEXT, last TEXT,
  basis TEXT NOT NULL, p REAL NOT NULL, more TEXT, PRIMARY KEY (article, ix)) WITHOUT ROWID;
CREATE TABLE figure (
  article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE, ix INTEGER NOT NULL, start INTEGER NOT NULL,
  end INTEGER NOT NULL, tally INTEGER NOT NULL, value REAL NOT NULL, upto REAL, comparator TEXT NOT NULL, unit TEXT,
  p REAL NOT NULL, more TEXT, PRIMARY KEY (article, ix)) WITHOUT ROWID;
CREATE TABLE statement (
  article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE, ix INTEGER NOT NULL, sentence INTEGER NOT NULL,
  start INTEGER NOT NULL, end INTEGER NOT NULL, tally INTEGER NOT NULL, kind TEXT NOT NULL, stance TEXT NOT NULL,
  speaker TEXT, basis TEXT, anonymous INTEGER NOT NULL, p REAL NOT NULL, more TEXT,
  PRIMARY KEY (article, ix)) WITHOUT ROWID;
CREATE TABLE statement_part (
  article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE, statement INTEGER NOT NULL, part TEXT NOT NULL,
  ix INTEGER NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL,
  PRIMARY KEY (article, statement, part, ix)) WITHOUT ROWID;
CREATE TABLE event (
  article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE, ix INTEGER NOT NULL, sentence INTEGER NOT NULL,
  start INTEGER NOT NULL, end INTEGER NOT NULL, tally INTEGER NOT NULL, type TEXT NOT NULL, mode TEXT,
  status TEXT NOT NULL, statement INTEGER, p REAL NOT NULL, more TEXT, PRIMARY KEY (article, ix)) WITHOUT ROWID;
CREATE TABLE event_part (
  article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE, event INTEGER NOT NULL, part TEXT NOT NULL,
  ix INTEGER NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL,
  PRIMARY KEY (article, event, part, ix)) WITHOUT ROWID;
CREATE TABLE event_figure (
  article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE, event INTEGER NOT NULL, ix INTEGER NOT NULL,
  figure INTEGER NOT NULL, PRIMARY KEY (article, event, ix)) WITHOUT ROWID;
CREATE TABLE event_by (
  article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE, event INTEGER NOT NULL, ix INTEGER NOT NULL,
  entity TEXT NOT NULL, PRIMARY KEY (article, event, ix)) WITHOUT ROWID;
CREATE VIEW evidence AS
  WITH body AS (SELECT a.id, a.uid, coalesce(a.text, p.text) AS text FROM article a LEFT JOIN page p ON p.id = a.page),
  fact AS (
    SELECT 'name' AS fact, article, ix, start, end FROM name
    UNION ALL SELECT 'time', article, ix, start, end FROM time
    UNION ALL SELECT 'figure', article, ix, start, end FROM figure
    UNION ALL SELECT 'statement', article, ix, start, end FROM statement
    UNION ALL SELECT 'event', article, ix, start, end FROM event)
  SELECT fact, uid AS article, ix, start, end, substr(text, start + 1, end - start) AS exact
  FROM fact JOIN body ON body.id = fact.article;
"""

# Text folded in Python stands here without a second copy of it (contentless); detail is full for phrases.
_SEARCH = """
CREATE VIRTUAL TABLE words USING fts5(title, body, content='', tokenize="unicode61 remove_diacritics 0");
"""

_REMOVALS = """
CREATE TABLE forgotten (
  id INTEGER PRIMARY KEY, kind TEXT NOT NULL, mark BLOB NOT NULL, words INTEGER NOT NULL DEFAULT 0, at TEXT NOT NULL,
  UNIQUE (kind, mark));
"""

# `exact` is NULL for long words: they are cut from the source's text again. `source` is NULL for the row's own article.
_STORIES = """
CREATE TABLE story_line (id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, label TEXT NOT NULL, more TEXT);
CREATE TABLE story (
  id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, label TEXT NOT NULL, line TEXT, more TEXT);
CREATE TABLE story_article (
  story INTEGER NOT NULL, ix INTEGER NOT NULL, article INTEGER NOT NULL, PRIMARY KEY (story, ix)) WITHOUT ROWID;
CREATE INDEX story_article_article ON story_article (article);
CREATE TABLE story_happening (
  story INTEGER NOT NULL, ix INTEGER NOT NULL, happening TEXT NOT NULL, PRIMARY KEY (story, ix)) WITHOUT ROWID;
CREATE INDEX story_happening_happening ON story_happening (happening);
CREATE TABLE story_utterance (
  story INTEGER NOT NULL, ix INTEGER NOT NULL, utterance TEXT NOT NULL, PRIMARY KEY (story, ix)) WITHOUT ROWID;
CREATE INDEX story_utterance_utterance ON story_utterance (utterance);
CREATE TABLE copy_group (
  id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, shared REAL NOT NULL, origin TEXT, more TEXT);
CREATE TABLE copy_article (
  copy INTEGER NOT NULL, ix INTEGER NOT NULL, article INTEGER NOT NULL, PRIMARY KEY (copy, ix)) WITHOUT ROWID;
CREATE INDEX copy_article_article ON copy_article (article);
CREATE TABLE world_entity (
  id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, canonical TEXT NOT NULL, type TEXT NOT NULL, latin TEXT,
  country TEXT, key TEXT, more TEXT);
CREATE TABLE world_member (
  entity INTEGER NOT NULL, ix INTEGER NOT NULL, article INTEGER NOT NULL, local TEXT NOT NULL,
  PRIMARY KEY (entity, ix)) WITHOUT ROWID;
CREATE INDEX world_member_article ON world_member (article, local);
CREATE TABLE world_spelling (
  entity INTEGER NOT NULL, ix INTEGER NOT NULL, text TEXT NOT NULL, folded TEXT NOT NULL,
  PRIMARY KEY (entity, ix)) WITHOUT ROWID;
CREATE INDEX world_spelling_folded ON world_spelling (folded);
CREATE TABLE happening (
  id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, type TEXT NOT NULL, mode TEXT, label TEXT NOT NULL, place TEXT,
  first TEXT, last TEXT, status TEXT NOT NULL, known INTEGER NOT NULL, unknown INTEGER NOT NULL,
  articles INTEGER NOT NULL, more TEXT);
CREATE TABLE happening_part (
  happening INTEGER NOT NULL, part TEXT NOT NULL, ix INTEGER NOT NULL, who TEXT NOT NULL,
  PRIMARY KEY (happening, part, ix)) WITHOUT ROWID;
CREATE INDEX happening_part_who ON happening_part (who);
CREATE TABLE chain (id INTEGER PRIMARY KEY, article INTEGER NOT NULL, known INTEGER NOT NULL, more TEXT);
CREATE TABLE link (
  chain INTEGER NOT NULL, ix INTEGER NOT NULL, kind TEXT NOT NULL, label TEXT NOT NULL, key TEXT, entity TEXT,
  source TEXT, start INTEGER, end INTEGER, exact TEXT, more TEXT, PRIMARY KEY (chain, ix)) WITHOUT ROWID;
CREATE INDEX link_entity ON link (entity) WHERE entity IS NOT NULL;
CREATE TABLE report (
  happening INTEGER NOT NULL, ix INTEGER NOT NULL, article INTEGER NOT NULL, event INTEGER NOT NULL, source TEXT,
  start INTEGER NOT NULL, end INTEGER NOT NULL, exact TEXT, status TEXT NOT NULL, chain INTEGER NOT NULL, first TEXT,
  last TEXT, place TEXT, more TEXT, PRIMARY KEY (happening, ix)) WITHOUT ROWID;
CREATE INDEX report_event ON report (article, event);
CREATE TABLE measure (
  happening INTEGER NOT NULL, report INTEGER NOT NULL, ix INTEGER NOT NULL, what TEXT NOT NULL, value REAL NOT NULL,
  upto REAL, comparator TEXT NOT NULL, unit TEXT, source TEXT, start INTEGER NOT NULL, end INTEGER NOT NULL,
  exact TEXT, more TEXT, PRIMARY KEY (happening, report, ix)) WITHOUT ROWID;
CREATE TABLE disagreement (
  id INTEGER PRIMARY KEY, uid TEXT NOT NULL, happening INTEGER NOT NULL, kind TEXT NOT NULL, attribute TEXT NOT NULL,
  what TEXT NOT NULL, more TEXT);
CREATE INDEX disagreement_happening ON disagreement (happening);
CREATE TABLE side (
  disagreement INTEGER NOT NULL, ix INTEGER NOT NULL, value TEXT NOT NULL,
  PRIMARY KEY (disagreement, ix)) WITHOUT ROWID;
CREATE TABLE side_report (
  disagreement INTEGER NOT NULL, side INTEGER NOT NULL, ix INTEGER NOT NULL, report INTEGER NOT NULL,
  PRIMARY KEY (disagreement, side, ix)) WITHOUT ROWID;
CREATE TABLE utterance (
  id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, speaker TEXT, label TEXT NOT NULL, stance TEXT NOT NULL,
  first TEXT, last TEXT, known INTEGER NOT NULL, unknown INTEGER NOT NULL, articles INTEGER NOT NULL, more TEXT);
CREATE INDEX utterance_speaker ON utterance (speaker) WHERE speaker IS NOT NULL;
CREATE TABLE saying (
  utterance INTEGER NOT NULL, ix INTEGER NOT NULL, article INTEGER NOT NULL, statement INTEGER NOT NULL, source TEXT,
  start INTEGER NOT NULL, end INTEGER NOT NULL, exact TEXT, chain INTEGER NOT NULL, more TEXT,
  PRIMARY KEY (utterance, ix)) WITHOUT ROWID;
CREATE INDEX saying_statement ON saying (article, statement);
"""

# What the filters of a search look rows up by.
_SEARCH_KEYS = """
CREATE INDEX article_outlet ON article (outlet);
CREATE INDEX link_label ON link (kind, label);
CREATE INDEX chain_article ON chain (article);
CREATE INDEX report_chain ON report (chain);
"""

# What new articles find their place in the stories by.
_GROWTH = """
CREATE TABLE entity_block (block TEXT NOT NULL, entity INTEGER NOT NULL, PRIMARY KEY (block, entity)) WITHOUT ROWID;
CREATE INDEX entity_block_entity ON entity_block (entity);
CREATE INDEX happening_day ON happening (type, first);
CREATE INDEX happening_fulfils ON happening (json_extract(more, '$.fulfils'))
  WHERE json_extract(more, '$.fulfils') IS NOT NULL;
CREATE INDEX utterance_stance ON utterance (stance);
"""

# What new articles touch is looked up by who and when, never by one of both: «the United States» have a part in every
# tenth happening. `waiting` holds the articles that no story holds.
_REGIONS = """
ALTER TABLE happening_part ADD COLUMN type TEXT;
ALTER TABLE happening_part ADD COLUMN first TEXT;
UPDATE happening_part SET (type, first) = (SELECT type, first FROM happening h WHERE h.id = happening);
DROP INDEX happening_part_who;
CREATE INDEX happening_part_who ON happening_part (who, type, first);
CREATE INDEX happening_place ON happening (place, type, first) WHERE place IS NOT NULL;
DROP INDEX utterance_speaker;
CREATE INDEX utterance_speaker ON utterance (speaker, last) WHERE speaker IS NOT NULL;
CREATE INDEX story_of_line ON story (line) WHERE line IS NOT NULL;
CREATE INDEX story_line_parties
  ON story_line (json_extract(more, '$.entities[0]'), json_extract(more, '$.entities[1]'));
CREATE TABLE waiting (article INTEGER PRIMARY KEY);
INSERT INTO waiting
  SELECT a.id FROM article a WHERE NOT EXISTS (SELECT 1 FROM story_article s WHERE s.article = a.id);
CREATE TRIGGER article_comes AFTER INSERT ON article
  WHEN NOT EXISTS (SELECT 1 FROM story_article s WHERE s.article = new.id)
  BEGIN INSERT OR IGNORE INTO waiting VALUES (new.id); END;
CREATE TRIGGER article_goes AFTER DELETE ON article BEGIN DELETE FROM waiting WHERE article = old.id; END;
CREATE TRIGGER story_takes AFTER INSERT ON story_article BEGIN DELETE FROM waiting WHERE article = new.article; END;
CREATE TRIGGER story_leaves AFTER DELETE ON story_article
  WHEN EXISTS (SELECT 1 FROM article a WHERE a.id = old.article)
  AND NOT EXISTS (SELECT 1 FROM story_article s WHERE s.article = old.article)
  BEGIN INSERT OR IGNORE INTO waiting VALUES (old.article); END;
"""

# What reviews find articles by.
_DIGESTS = "CREATE INDEX article_digest ON article (digest)"

# The entities that people decided about, until the stories are put right by it.
_DECIDED = "CREATE TABLE decided_entity (entity INTEGER PRIMARY KEY)"

# The tables that are replaced as one when stories are built again.
DERIVED = (
    "story_line", "story", "story_article", "story_happening", "story_utterance", "copy_group", "copy_article",
    "world_entity", "world_member", "world_spelling", "entity_block", "happening", "happening_part", "chain", "link",
    "report", "measure", "disagreement", "side", "side_report", "utterance", "saying", "decided_entity",
)  # fmt: skip


def _statements(script: str) -> list[str]:
    return [s for s in (part.strip() for part in script.split(";\n")) if s]


def migration_1(db: sqlite3.Connection) -> None:
    """Lay the first schema: pages, articles, readings, search, removals, stories."""
    for script in (_PAGES, _READINGS, _SEARCH, _REMOVALS, _STORIES):
        for statement in _statements(script):
            db.execute(statement)


def migration_2(db: sqlite3.Connection) -> None:
    """Index articles with their captions, statements and happenings; note the forms of words that are held."""
    # Loading rows needs the module that opens the file, which needs this one.
    from tawatur.store.page_rows import load_article
    from tawatur.store.reading_rows import load_reading
    from tawatur.store.search_index import SCHEMA, add_words, index_happenings

    db.execute("DROP TABLE words")
    for statement in (*_statements(SCHEMA), *_statements(_SEARCH_KEYS)):
        db.execute(statement)
    for (row,) in db.execute("SELECT id FROM article ORDER BY id").fetchall():
        add_words(db, row, load_reading(db, row, load_article(db, row)))
    index_happenings(db)


def migration_3(db: sqlite3.Connection) -> None:
    """Make room for people's decisions about entities."""
    from tawatur.store.decisions import SCHEMA

    for statement in _statements(SCHEMA):
        db.execute(statement)


def migration_4(db: sqlite3.Connection) -> None:
    """Make room for people's reviews of events and statements."""
    from tawatur.store.reviews import SCHEMA

    for statement in _statements(SCHEMA):
        db.execute(statement)


def migration_5(db: sqlite3.Connection) -> None:
    """Make room for vectors, which an optional extra makes for searching by meaning."""
    from tawatur.store.meaning import SCHEMA

    for statement in _statements(SCHEMA):
        db.execute(statement)


def migration_6(db: sqlite3.Connection) -> None:
    """Make room for what stories grow by: by what entities are looked up, and happenings by type and day."""
    for statement in _statements(_GROWTH):
        db.execute(statement)


def migration_7(db: sqlite3.Connection) -> None:
    """Look up what calls off a plan."""
    db.execute(
        "CREATE INDEX happening_cancels ON happening (json_extract(more, '$.cancels'))"
        " WHERE json_extract(more, '$.cancels') IS NOT NULL"
    )


def migration_8(db: sqlite3.Connection) -> None:
    """Look up happenings and utterances by who and when together, and the articles that no story holds."""
    for statement in _statements(_REGIONS):
        db.execute(statement)


def migration_9(db: sqlite3.Connection) -> None:
    """Look up the articles that a review is about."""
    db.execute(_DIGESTS)


def migration_10(db: sqlite3.Connection) -> None:
    """Note which entities are to be gathered anew, because people decided about them."""
    db.execute(_DECIDED)


MIGRATIONS: tuple[Callable[[sqlite3.Connection], None], ...] = (
    migration_1,
    migration_2,
    migration_3,
    migration_4,
    migration_5,
    migration_6,
    migration_7,
    migration_8,
    migration_9,
    migration_10,
)
