"""What the page of a large story costs beside an empty page of the same application, as a ratio within one run."""

from __future__ import annotations

import statistics
import tempfile
import time
from dataclasses import dataclass, replace
from importlib.resources import files
from pathlib import Path
from urllib.parse import quote

from fastapi.testclient import TestClient

from tawatur.ingest import HereEngine, add, rebuild_stories
from tawatur.lexicon.bundle import Lexicons
from tawatur.model import Stories
from tawatur.pipeline import Knowledge
from tawatur.store import SqliteStore, open_store
from tawatur.views import StoreSource
from tawatur.web import create_app

# Articles of the story, and rounds of which the middle counts.
ARTICLES, ROUNDS = 50, 5


@dataclass(frozen=True, slots=True)
class PageCost:
    """Median seconds of processor time: the story's page, an empty page; and the bytes of the story's page."""

    story: float
    empty: float
    size: int


def time_story_page(lexicons: Lexicons) -> PageCost:
    """Time the page of a story of fifty articles: the demo pages under several names, all put into one story."""
    with tempfile.TemporaryDirectory() as folder, open_store(Path(folder) / "bench.db") as store:
        _fill(store, Path(folder), lexicons)
        stories = store.stories()
        whole = replace(
            stories.stories[0],
            articles=tuple(store.articles())[:ARTICLES],
            happenings=tuple(happening.id for happening in stories.happenings),
            utterances=tuple(utterance.id for utterance in stories.utterances),
            line=None,
        )
        kept = (stories.copies, stories.entities, stories.happenings, stories.utterances)
        store.replace_stories(Stories((whole,), (), *kept))
        client = TestClient(create_app(StoreSource(store)))
        page = "/story/" + quote(whole.id, safe="")
        return PageCost(_seconds(client, page), _seconds(client, "/search"), len(client.get(page).content))


def _fill(store: SqliteStore, folder: Path, lexicons: Lexicons) -> None:
    demo = Path(str(files("tawatur") / "demo_pages"))
    engine, number = HereEngine(Knowledge(lexicons)), 0
    while len(list(store.articles())) < ARTICLES:
        number += 1
        for page in sorted(path for path in demo.iterdir() if path.suffix == ".txt"):
            # Another first line makes it another page of the same article.
            copy = folder / f"{number}-{page.name}"
            copy.write_text(f"الصفحة {number}\n\n" + page.read_text(encoding="utf-8"), encoding="utf-8")
            add([copy], store, engine)
    rebuild_stories(store, lexicons)


def _seconds(client: TestClient, address: str) -> float:
    spent = []
    for _ in range(ROUNDS + 1):
        start = time.process_time()
        assert client.get(address).status_code == 200
        spent.append(time.process_time() - start)
    return statistics.median(spent[1:])  # the first fills caches
