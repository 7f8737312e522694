"""The web over a real store: ids as stages make them, slashes included, lead to their pages."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from urllib.parse import quote

from fastapi.testclient import TestClient
from tests.store.invented import read_page, stories_of

from tawatur.model import Article, Page, Reading, SplitPage
from tawatur.store import ReadPage, open_store
from tawatur.views import StoreSource
from tawatur.web import create_app


def test_every_kind_of_page_is_reached(tmp_path: Path) -> None:
    pages = [read_page(n) for n in range(2)]
    article = Article("page-1/0", "نص في نيامي", page="p/1")
    slashed = ReadPage(SplitPage(Page("p/1", article.text), (), (article,)), (Reading(article),))
    stories = stories_of(*pages)
    stories = replace(stories, entities=(*stories.entities[:1], replace(stories.entities[1], key="gpe:a/b")))
    with open_store(tmp_path / "t.db") as store:
        store.put([*pages, slashed])
        store.replace_stories(stories)
        client = TestClient(create_app(StoreSource(store)))
        for path in ("/", "/story/s0", "/article/a0", "/entity/w0", "/search?q=" + quote("نيامي")):
            assert client.get(path).status_code == 200
        answer = client.get("/article/" + quote("page-1/0", safe=""))
        assert answer.status_code == 200
        assert "نص في نيامي" in answer.text
        assert client.get("/article/" + quote("page-1/9", safe="")).status_code == 404
