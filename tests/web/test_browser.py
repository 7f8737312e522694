"""The pages in a real browser: nothing cut off, nothing from outside, highlights in place, no word of the text lost."""

from __future__ import annotations

import shutil
import socket
import threading
import time
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest
import uvicorn

from tawatur.ingest import HereEngine, add, rebuild_stories
from tawatur.lexicon.bundle import load_lexicons
from tawatur.pipeline import Knowledge
from tawatur.store import open_store
from tawatur.views import StoreSource
from tawatur.web import create_app

sync_api = pytest.importorskip("playwright.sync_api")
CHROMIUM = shutil.which("chromium")
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="Debian's chromium is not installed"),
    # The browser's driver leaves its pipes to the garbage collector.
    pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning"),
]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, StoreSource]]:
    lexicons = load_lexicons()
    with open_store(tmp_path_factory.mktemp("demo") / "demo.db") as store:
        add([Path(str(files("tawatur") / "demo_pages"))], store, HereEngine(Knowledge(lexicons)))
        rebuild_stories(store, lexicons)
        source = StoreSource(store)
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        server = uvicorn.Server(uvicorn.Config(create_app(source), port=port, log_level="error"))
        thread = threading.Thread(target=server.run)
        thread.start()
        while not server.started:
            time.sleep(0.05)
        yield f"http://127.0.0.1:{port}", source
        server.should_exit = True
        thread.join()


@pytest.fixture(scope="module")
def browser() -> Iterator[sync_api.Browser]:
    with sync_api.sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield opened
        opened.close()


def _paths(source: StoreSource) -> list[str]:
    story = source.story(source.stories(1)[0].id)
    assert story is not None
    assert story.articles
    speakers = [u.speaker.entity for u in story.utterances if u.speaker.entity]
    paths = ["/", f"/story/{story.id}", f"/article/{story.articles[0].id.replace('/', '%2F')}", "/search?q=نواذيبو"]
    return paths + [f"/entity/{s}" for s in speakers[:1]]


@pytest.mark.parametrize("width", [390, 1440])
@pytest.mark.parametrize("lang", ["ar", "en"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_page_fits_and_stays_at_home(
    site: tuple[str, StoreSource], browser: sync_api.Browser, width: int, lang: str, scheme: str
) -> None:
    base, source = site
    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
    errors: list[str] = []
    asked: list[str] = []
    page.on("console", lambda m: errors.append(m.text) if m.type in {"error", "warning"} else None)
    page.on("pageerror", lambda e: errors.append(str(e)))
    page.on("request", lambda r: asked.append(r.url))
    for path in _paths(source):
        answer = page.goto(base + path + ("&" if "?" in path else "?") + f"lang={lang}")
        assert answer is not None
        assert answer.status == 200, path
        assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), path
        assert page.evaluate("document.dir") == ("rtl" if lang == "ar" else "ltr")
    page.close()
    assert errors == []
    assert all(url.startswith(base) for url in asked)


def test_the_article_shows_its_text_whole(site: tuple[str, StoreSource], browser: sync_api.Browser) -> None:
    base, source = site
    story = source.story(source.stories(1)[0].id)
    assert story is not None
    page = browser.new_page()
    for row in story.articles:
        article = source.article(row.id)
        assert article is not None
        page.goto(f"{base}/article/{row.id.replace('/', '%2F')}")
        assert page.text_content(".reading") == "".join(s.text for s in article.segments)
    page.close()


def test_evidence_leads_to_its_words(site: tuple[str, StoreSource], browser: sync_api.Browser) -> None:
    base, source = site
    story = source.story(source.stories(1)[0].id)
    assert story is not None
    page = browser.new_page()
    page.goto(f"{base}/story/{story.id}")
    quote = page.locator("blockquote").first
    words = quote.locator("mark").text_content()
    quote.locator("a").click()
    found = "".join(page.locator(".reading .found").all_text_contents())
    page.close()
    assert words
    assert words == found
