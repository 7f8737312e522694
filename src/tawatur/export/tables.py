"""The tables that data is taken out in: their columns, in words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from tawatur.export.rows import (
    Row,
    articles_rows,
    disagreements_rows,
    entities_rows,
    happenings_rows,
    reports_rows,
    reviews_rows,
    statements_rows,
)
from tawatur.views import StoreSource

Kind = Literal["text", "texts", "whole", "day", "flag"]


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, what its cells are, and in words what they say."""

    name: str
    kind: Kind
    about: str


@dataclass(frozen=True, slots=True)
class Table:
    """One table. `rows` makes its rows from views, of the story of that id or (None) of all; always in one order."""

    name: str
    about: str
    columns: tuple[Column, ...]
    rows: Callable[[StoreSource, str | None], Iterator[Row]]


def _text(*named: tuple[str, str]) -> tuple[Column, ...]:
    return tuple(Column(name, "text", about) for name, about in named)


_WHERE = (
    *_text(("article", "id of the article"), ("title", "its title"), ("outlet", "its outlet")),
    Column("start", "whole", "where the words begin in the article's text, in code points"),
    Column("end", "whole", "where they end"),
    Column("exact", "text", "the words themselves"),
    Column("page", "text", "id of the page they stand on"),
    Column("page_start", "whole", "where they begin in the page's text"),
    Column("page_end", "whole", "where they (their first stretch) end in it"),
)
_CHAIN = (
    Column("chain", "texts", "who says it → who carries it → who publishes it, as worded"),
    Column("origin_known", "flag", "whether the first of the chain is known"),
)
_COUNT = (
    Column("known_origins", "whole", "known independent origins"),
    Column("unknown_chains", "whole", "chains whose origin is unknown"),
    Column("articles", "whole", "articles behind them"),
)
_PUBLISHED = (
    Column("published_first", "day", "first possible day of publication"),
    Column("published_last", "day", "last possible day of publication"),
)
_WHEN = (
    Column("when_first", "day", "first possible day"),
    Column("when_last", "day", "last possible day"),
)
_PARTS = (
    *_text(("place", "where"), ("place_entity", "its entity")),
    Column("actors", "texts", "who acts"),
    Column("actor_entities", "texts", "their entities, in the same order; empty where unresolved"),
    Column("recipients", "texts", "who it is done to"),
    Column("recipient_entities", "texts", "their entities, in the same order; empty where unresolved"),
)
_REVIEW = (
    *_text(("judgement", "accept or correct, where a person judged it")),
    Column("read_as", "texts", "the codes as the program had read them, where a correction changed them"),
)
_HAPPENING = _text(
    ("happening", "id of the happening"),
    ("story", "id of its story"),
    ("type", "PLOVER type"),
    ("mode", "PLOVER mode"),
    ("label", "words it is called by"),
)


TABLES = (
    Table(
        "articles",
        "every article with its text",
        (
            *_text(
                ("article", "id"), ("title", "title"), ("outlet", "outlet"), ("url", "address"), ("page", "its page")
            ),
            *_PUBLISHED,
            *_text(("published_basis", "how the day is known"), ("story", "id of its story")),
            *_text(("copy_of", "group of copies it belongs to"), ("copy_origin", "whom the copies go back to")),
            Column("keywords", "texts", "keywords of the page"),
            Column("text", "text", "the text that all spans count in"),
        ),
        articles_rows,
    ),
    Table(
        "statements",
        "who says what: one row for each wording in each article",
        (
            *_text(("utterance", "id of the act of speaking"), ("story", "id of its story")),
            *_text(("speaker", "who, as named"), ("speaker_entity", "id of the speaker's entity")),
            *_text(("stance", "assert, deny, accuse, intend, demand, evaluate"), ("kind", "direct, indirect, mixed")),
            *_text(("cue", "the word that attributes it"), ("basis", "what the source is said to rest on")),
            *_WHERE,
            *_PUBLISHED,
            *_CHAIN,
            Column("answers", "texts", "ids of utterances that it answers"),
            *_REVIEW,
        ),
        statements_rows,
    ),
    Table(
        "reports",
        "what is reported to have happened: one row for each sentence that reports it",
        (
            *_HAPPENING,
            *_text(("status", "actual, alleged, denied, planned, hypothetical, negated: as this report has it")),
            Column("by", "texts", "who alleges or denies it"),
            *_WHEN,
            *_text(("when_wording", "the report's own words for it"), ("report_place", "where, in this report")),
            *_PARTS,
            Column("figures", "texts", "its figures, as read"),
            *_WHERE,
            *_PUBLISHED,
            *_CHAIN,
            *_REVIEW,
        ),
        reports_rows,
    ),
    Table(
        "happenings",
        "the same events, one row for all reports of one",
        (
            *_HAPPENING,
            *_text(("status", "the strongest that the reports allow")),
            *_WHEN,
            *_PARTS,
            *_COUNT,
            Column("reports", "whole", "reports"),
            Column("disagreements", "whole", "disagreements"),
            *_text(("fulfils", "id of the plan that it carries out")),
        ),
        happenings_rows,
    ),
    Table(
        "disagreements",
        "values that cannot both hold: one row for each report of each value",
        (
            *_text(
                ("disagreement", "id"),
                ("happening", "id of the happening, none where it is the story's"),
                ("story", "id of its story"),
            ),
            *_text(
                ("kind", "sources, transmission, update"), ("attribute", "figure, date, place, actor, status, cause")
            ),
            *_text(("what", "what is counted"), ("value", "the value as worded"), ("status", "status of the report")),
            *_WHERE,
            *_CHAIN,
        ),
        disagreements_rows,
    ),
    Table(
        "entities",
        "persons, bodies and places across articles",
        (
            *_text(("entity", "id"), ("label", "fullest name"), ("type", "PER, ORG, GPE, LOC, FAC, OTHER")),
            *_text(("latin", "Latin form, where the gazetteer has one"), ("country", "ISO 3166-1 alpha-2 code")),
            Column("spellings", "texts", "as written"),
            Column("articles", "whole", "articles that name it"),
        ),
        entities_rows,
    ),
    Table(
        "reviews",
        "what people judged of what was read, the rejected too: in no other table stands what was rejected",
        (
            Column("review", "whole", "its number; later ones hold before earlier ones of the same place"),
            *_text(("at", "when, in UTC"), ("who", "the reviewer"), ("layer", "event, statement")),
            *_text(("judgement", "accept, correct, reject")),
            Column("read_as", "texts", "the codes as the program had read them"),
            Column("changes", "texts", "the codes that a correction gives"),
            *_text(("undone", "when it was taken back; empty where it holds")),
            *_WHERE,
        ),
        reviews_rows,
    ),
)


def table_named(name: str) -> Table:
    """Return a table by its name; raises ValueError that lists the names there are."""
    found = next((table for table in TABLES if table.name == name), None)
    if found is None:
        raise ValueError(f"there is no table {name!r}; there are {', '.join(table.name for table in TABLES)}")
    return found
