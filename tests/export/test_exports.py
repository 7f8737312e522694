"""Every export read by an independent reader of its format, and every fact in it found in its text again."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pyarrow.parquet as pq
import pytest

from tawatur.export import FORMATS, TABLES, Format, UnknownStory, Wanted, export
from tawatur.model import Span
from tawatur.store import SqliteStore, open_store
from tawatur.views import StoreSource

HERE = Path(__file__).parent
NAMES = [table.name for table in TABLES]
# Tables whose every row is a fact with its words.
ANCHORED = ["statements", "reports", "disagreements"]
_ORDER = re.compile("[\u202a-\u202e\u2066-\u2069\U000e0000-\U000e007f]")


@pytest.fixture(scope="module")
def store(demo_db: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[SqliteStore]:
    """The demo pages, one event of them confirmed."""
    with open_store(shutil.copy(demo_db, tmp_path_factory.mktemp("export") / "demo.db")) as opened:
        reading = next(reading for reading in opened.readings() if reading.events)
        opened.reviews.judge("event", reading.article.id, reading.events[0].trigger, "accept", "محررة")
        yield opened


@pytest.fixture(scope="module")
def source(store: SqliteStore) -> StoreSource:
    return StoreSource(store)


@pytest.fixture(scope="module")
def hostile(hostile_db: Path) -> Iterator[StoreSource]:
    with open_store(hostile_db) as opened:
        yield StoreSource(opened)


def taken(source: StoreSource, format: Format, **wanted: Any) -> bytes:
    return b"".join(export(source, format, Wanted(**wanted)))


def lines(data: bytes) -> list[dict[str, Any]]:
    return [json.loads(line) for line in data.decode().splitlines()]


@pytest.fixture(scope="module")
def tables(source: StoreSource) -> dict[str, list[dict[str, Any]]]:
    return {name: lines(taken(source, "jsonl", table=name)) for name in NAMES}


@pytest.mark.parametrize("name", NAMES)
def test_json_lines_hold_every_column(tables: dict[str, list[dict[str, Any]]], name: str) -> None:
    columns = [column.name for table in TABLES if table.name == name for column in table.columns]
    assert tables[name]
    assert all(list(row) == columns for row in tables[name])


@pytest.mark.parametrize("name", ANCHORED)
def test_every_fact_stands_in_its_article_and_on_its_page(
    store: SqliteStore, tables: dict[str, list[dict[str, Any]]], name: str
) -> None:
    on_pages = 0
    for row in tables[name]:
        article = store.article(row["article"])
        assert article is not None
        assert article.text[row["start"] : row["end"]] == row["exact"]
        page = store.text_of(row["page"])
        assert page is not None
        if row["page_start"] is not None:
            words = page[row["page_start"] : row["page_end"]]
            assert words
            assert row["exact"].startswith(words)
            on_pages += 1
    assert on_pages > len(tables[name]) // 2


def test_ids_lead_from_table_to_table(tables: dict[str, list[dict[str, Any]]]) -> None:
    articles = {row["article"] for row in tables["articles"]}
    happenings = {row["happening"] for row in tables["happenings"]}
    entities = {row["entity"] for row in tables["entities"]}
    assert {row["article"] for row in tables["statements"]} <= articles
    assert {row["happening"] for row in tables["reports"]} <= happenings
    assert {row["happening"] for row in tables["disagreements"]} - {None} <= happenings
    assert {row["speaker_entity"] for row in tables["statements"]} - {None} <= entities


@pytest.mark.parametrize("name", NAMES)
def test_csv_says_what_the_json_lines_say(
    source: StoreSource, tables: dict[str, list[dict[str, Any]]], name: str
) -> None:
    read = list(csv.DictReader(io.StringIO(taken(source, "csv", table=name).decode(), newline="")))
    assert len(read) == len(tables[name])
    for cells, row in zip(read, tables[name], strict=True):
        for column, value in row.items():
            if isinstance(value, str):
                assert cells[column].removeprefix("'") == value.removeprefix("'")
            elif isinstance(value, list):
                assert cells[column].removeprefix("'") == " | ".join(value)
            elif value is None:
                assert cells[column] == ""
            else:
                assert cells[column] == json.dumps(value)


@pytest.mark.parametrize("name", NAMES)
def test_parquet_says_what_the_json_lines_say(
    source: StoreSource, tables: dict[str, list[dict[str, Any]]], name: str
) -> None:
    table = pq.read_table(io.BytesIO(taken(source, "parquet", table=name)))
    assert json.loads(json.dumps(table.to_pylist(), default=lambda day: day.isoformat())) == tables[name]
    assert all(field.metadata[b"about"] for field in table.schema)


def test_one_story_alone(source: StoreSource, tables: dict[str, list[dict[str, Any]]]) -> None:
    story = source.stories(1)[0].id
    rows = lines(taken(source, "jsonl", table="statements", story=story))
    assert rows == [row for row in tables["statements"] if row["story"] == story]
    entities = lines(taken(source, "jsonl", table="entities", story=story))
    assert 0 < len(entities) < len(tables["entities"])


@pytest.mark.parametrize("format", list(FORMATS))
def test_an_unknown_story_is_told(source: StoreSource, format: Format) -> None:
    with pytest.raises(UnknownStory, match="no story 'no-such'"):
        taken(source, format, story="no-such")


def test_an_unknown_table_is_told(source: StoreSource) -> None:
    with pytest.raises(ValueError, match="there are articles, statements"):
        taken(source, "csv", table="no-such")


@pytest.mark.parametrize("format", list(FORMATS))
def test_the_same_store_gives_the_same_bytes(source: StoreSource, format: Format) -> None:
    story = source.stories(1)[0].id
    assert taken(source, format, story=story) == taken(source, format, story=story)


def _keys_and_codes(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for key, item in value.items():
            yield key
            if key in {"type", "motivation", "purpose"}:
                yield item
            else:
                yield from _keys_and_codes(item)
    elif isinstance(value, list):
        for item in value:
            yield from _keys_and_codes(item)


def test_annotations_follow_the_w3c_model(source: StoreSource, store: SqliteStore) -> None:
    document = json.loads(taken(source, "annotations"))
    jsonschema.validate(document, json.loads((HERE / "web_annotation.schema.json").read_text(encoding="utf-8")))
    terms = {
        term
        for line in (HERE / "anno_terms.txt").read_text(encoding="utf-8").splitlines()
        if not line.startswith("#")
        for term in line.split()
    }
    assert set(_keys_and_codes(document)) - terms == {"@context"}
    items = document["first"]["items"]
    assert document["total"] == len(items) > 100
    assert len({item["id"] for item in items}) == len(items)
    texts = {
        "urn:tawatur:article:" + row.id.replace("/", "%2F"): "".join(s.text for s in view.segments)
        for row in source.articles(None)
        if (view := source.article(row.id))
    }
    for item in items:
        target = item["target"][0]
        quoted, place = target["selector"]
        text = texts[target["source"]]
        assert Span(place["start"], place["end"]).of(text) == quoted["exact"]
        assert text[: place["start"]].endswith(quoted["prefix"])
        assert text[place["end"] :].startswith(quoted["suffix"])


def test_a_collection_of_nothing_is_still_one(tmp_path: Path) -> None:
    with open_store(tmp_path / "empty.db") as empty:
        source = StoreSource(empty)
        document = json.loads(taken(source, "annotations"))
        assert (document["total"], document["first"]["items"]) == (0, [])
        assert pq.read_table(io.BytesIO(taken(source, "parquet"))).num_rows == 0
        assert taken(source, "csv").count(b"\n") == 1
        assert taken(source, "ftm") == taken(source, "plover") == b""


PLOVER_RECORD = {
    "type": "object",
    "required": [
        "id",
        "date",
        "event",
        "mode",
        "contexts",
        "actors",
        "recipients",
        "location",
        "status",
        "publication",
    ],
    "properties": {
        "event": {
            "enum": [
                "AGREE",
                "CONSULT",
                "SUPPORT",
                "CONCEDE",
                "COOPERATE",
                "AID",
                "RETREAT",
                "REQUEST",
                "ACCUSE",
                "REJECT",
                "THREATEN",
                "PROTEST",
                "SANCTION",
                "MOBILIZE",
                "COERCE",
                "ASSAULT",
            ]
        },
        "date": {"type": ["string", "null"], "format": "date"},
        "quad_code": {"enum": [1, 2, 3, 4]},
        "contexts": {"type": "array"},
        "actors": {"type": "array", "items": {"type": "object", "required": ["name", "country"]}},
        "recipients": {"type": "array", "items": {"type": "object", "required": ["name", "country"]}},
        "status": {"enum": ["actual", "alleged", "denied", "planned", "hypothetical", "negated"]},
        "publication": {"type": "object", "required": ["headline", "publisher", "article"]},
        "text": {"type": "object", "required": ["exact", "start", "end", "page"]},
    },
}


def test_plover_records(source: StoreSource, tables: dict[str, list[dict[str, Any]]]) -> None:
    records = lines(taken(source, "plover"))
    assert len(records) == len(tables["reports"])
    for record in records:
        jsonschema.validate(record, PLOVER_RECORD, format_checker=jsonschema.FormatChecker())
    assert any(party["country"] == "NO" for record in records for party in record["actors"])


def test_follow_the_money_loads_it(source: StoreSource) -> None:
    """Needs the library, which needs ICU to build: `.ci/run` installs both."""
    model = pytest.importorskip("followthemoney").model
    proxies = {}
    for line in lines(taken(source, "ftm")):
        proxy = model.get_proxy(line, cleaned=False)
        proxies[proxy.id] = proxy
        kept = {prop.name: set(values) for prop, values in ((p, proxy.get(p)) for p in proxy.iterprops())}
        assert kept == {name: set(values) for name, values in line["properties"].items()}
    assert {p.schema.name for p in proxies.values()} >= {"Article", "Person", "PublicBody", "Event", "Note", "Mention"}
    for proxy in proxies.values():
        for prop, value in proxy.itervalues():
            if prop.type.name == "entity":
                assert proxies[value].schema.is_a(prop.range), (proxy.schema, prop.name, proxies[value].schema)


def test_follow_the_money_names_what_it_refers_to(source: StoreSource) -> None:
    entities = {line["id"]: line for line in lines(taken(source, "ftm"))}
    assert all(re.fullmatch(r"[a-z]+-[0-9a-f]{24}", id) for id in entities)
    for line in entities.values():
        for name in ("proof", "involved", "entity", "document", "resolved"):
            assert all(other in entities for other in line["properties"].get(name, []))


@pytest.mark.parametrize("format", ["jsonl", "csv", "annotations", "ftm", "plover"])
@pytest.mark.parametrize("table", NAMES)
def test_nothing_hostile_leaves_raw(hostile: StoreSource, format: Format, table: str) -> None:
    text = taken(hostile, format, table=table).decode()
    assert not _ORDER.search(text)
    if format != "csv":
        assert "<" not in text
    assert "javascript:" not in text or table == "articles"


def test_json_reads_back_the_exact_words(hostile: StoreSource) -> None:
    rows = lines(taken(hostile, "jsonl", table="statements"))
    assert any("\u202eمقلوب\u202c" in row["exact"] and "<script>" in row["exact"] for row in rows)


def test_csv_disarms_formulas_unless_told(hostile: StoreSource) -> None:
    rows = list(csv.DictReader(io.StringIO(taken(hostile, "csv", table="statements").decode(), newline="")))
    assert any(row["title"].startswith("'=HYPERLINK") for row in rows)
    assert any("\\u202eمقلوب" in row["exact"] for row in rows)
    assert all(cell[:1] not in {"=", "+", "-", "@", "\t", "\r"} for row in rows for cell in row.values())
    raw = taken(hostile, "csv", table="statements", formulas=True).decode()
    assert any(row["title"].startswith("=HYPERLINK") for row in csv.DictReader(io.StringIO(raw, newline="")))


def test_a_byte_order_mark_where_asked_for(source: StoreSource) -> None:
    assert taken(source, "csv", bom=True)[:3] == b"\xef\xbb\xbf"
    assert taken(source, "csv")[:3] == b"utt"
