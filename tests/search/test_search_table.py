"""The table of searches: what must come back, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.search.documents import DOCUMENTS

from tawatur.model import Article, Page, Reading, SplitPage
from tawatur.store import ReadPage, SqliteStore, open_store

TABLE = Path(__file__).with_name("queries.tsv")
# What the search is held to (docs/search.md).
LEAST_RECALL = LEAST_PRECISION = 0.96


@dataclass(frozen=True, slots=True)
class Row:
    query: str
    mode: str
    must: frozenset[str]
    may: frozenset[str]


def rows() -> list[Row]:
    found = []
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if line.startswith(("#", "query\t")):
            continue
        query, mode, must, may = (line.split("\t") + [""] * 3)[:4]
        found.append(Row(query, mode, frozenset(must.split()), frozenset(may.split())))
    return found


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SqliteStore]:
    pages = []
    for name, (title, text, caption) in DOCUMENTS.items():
        article = Article(name, text, title, captions=(caption,) if caption else (), page=f"p{name}")
        pages.append(ReadPage(SplitPage(Page(f"p{name}", text), (), (article,)), (Reading(article),)))
    with open_store(tmp_path_factory.mktemp("table") / "t.db") as store:
        store.put(pages)
        yield store


def found_by(store: SqliteStore, row: Row) -> frozenset[str]:
    return frozenset(hit.article for hit in store.search(row.query, limit=100, exact=row.mode == "exact"))


def test_recall_and_precision_over_the_table(filled: SqliteStore) -> None:
    right = missed = wrong = 0
    slips = []
    for row in rows():
        found = found_by(filled, row)
        right += len(found & row.must)
        missed += len(row.must - found)
        wrong += len(found - row.must - row.may)
        if row.must - found or found - row.must - row.may:
            slips.append((row.query, row.mode, sorted(row.must - found), sorted(found - row.must - row.may)))
    recall, precision = right / (right + missed), right / (right + wrong)
    report = "\n".join(map(str, slips))
    told = f"recall {recall:.3f}, precision {precision:.3f} over {len(rows())} queries\n{report}"
    print(told)
    assert recall >= LEAST_RECALL, told
    assert precision >= LEAST_PRECISION, told
