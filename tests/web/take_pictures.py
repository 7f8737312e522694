"""Pictures of the pages: those of the documentation, or every page in both languages, schemes and widths to look over.

    python -m tests.web.take_pictures                       # writes docs/images
    python -m tests.web.take_pictures --all FOLDER          # every page there is, to be looked at
    python -m tests.web.take_pictures --all FOLDER --only story,search --lang ar --scheme light --width 390

Shown are the invented demo pages, read by the program as it is.
"""

from __future__ import annotations

import argparse
import shutil
import socket
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import as_file, files
from itertools import product
from pathlib import Path
from urllib.parse import quote

import uvicorn
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tawatur.ingest import HereEngine, add, rebuild_stories
from tawatur.lexicon.bundle import load_lexicons
from tawatur.pipeline import load_knowledge
from tawatur.store import SqliteStore, open_store
from tawatur.views import StoreSource
from tawatur.web import create_app
from tawatur.web.api import create_api
from tawatur.web.report import story_report
from tawatur.web.review import Desk

IMAGES = Path(__file__).parents[2] / "docs" / "images"
FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync"]
TOKEN = "token-of-the-pictures"
# Milliseconds for one step on a machine that is busy with other things.
PATIENCE = 120_000


@contextmanager
def demo_store(given: Path | None) -> Iterator[SqliteStore]:
    """Give a store of the demo pages: a copy of the one given, or one made anew."""
    with tempfile.TemporaryDirectory() as folder:
        db = Path(folder) / "demo.db"
        if given:
            shutil.copy(given, db)
        with open_store(db) as store:
            if not given:
                knowledge = load_knowledge()
                with as_file(files("tawatur") / "demo_pages") as pages:
                    add([pages], store, HereEngine(knowledge))
                rebuild_stories(store, knowledge.lexicons)
            yield store


@contextmanager
def served(store: SqliteStore) -> Iterator[str]:
    """Serve a store with a desk for reviewing, and give the address."""
    source = StoreSource(store)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    app = create_app(source, create_api(source), Desk(store, load_lexicons, TOKEN, "محررة"))
    server = uvicorn.Server(uvicorn.Config(app, port=port, log_level="error"))
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        time.sleep(0.05)
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join()


def main_story(source: StoreSource) -> str:
    """Return the story of the demo with most to compare."""
    return min(source.stories(None), key=lambda row: (-min(row.disagreements, 1), -row.articles, row.id)).id


def addresses(source: StoreSource) -> dict[str, str]:
    """Return every kind of page by a short name."""
    story = source.story(main_story(source))
    assert story is not None
    evidence = story.happenings[1].reports[0].evidence
    article = quote(evidence.article, safe="")
    disputed = next(h.id for h in story.happenings if h.disagreements)
    denied = next((s for row in source.stories(None) if (s := source.story(row.id)) and s.denials), story)
    speaker = max(
        {u.speaker.entity for u in story.utterances if u.speaker.entity},
        key=lambda ident: len(entity.utterances) if (entity := source.entity(ident)) else 0,
    )
    outlet = quote(max(source.outlets(), key=lambda o: o.articles).name, safe="")
    return {
        "overview": "/",
        "overview-filtered": "/?order=differ&status=alleged&happened_from=2025-07-01",
        "overview-none": "/?q=زرافة",
        "story": f"/story/{story.id}",
        "story-denied": f"/story/{denied.id}",
        "story-small": f"/story/{source.stories(None)[-1].id}",
        "happening": f"/happening/{disputed}",
        "article": f"/article/{article}?at={evidence.start}-{evidence.end}",
        "article-page": f"/article/{article}?beside=page",
        "entity": f"/entity/{speaker}",
        "entities": "/entities",
        "outlets": "/outlets",
        "outlet": f"/outlet/{outlet}",
        "search": "/search?q=قافلة",
        "search-empty": "/search",
        "search-filters": "/search?of=statements&type=deny&least_known=1",
        "search-happenings": "/search?of=happenings&q=هجوم&status=actual",
        "search-none": "/search?q=زرافة",
        "search-fault": "/search?q=قافلة&happened_from=2025-99-01&status=x",
        "search-meaning": "/search?q=هجوم&by=meaning",
        "help": "/help",
        "missing": "/nothing-here",
        "open": "/review/open",
        "review": "/review",
        "review-statements": "/review?layer=statement",
        "history": "/review/history",
    }


@contextmanager
def browsing() -> Iterator[Browser]:
    """Give Debian's chromium."""
    with sync_playwright() as playwright:
        path = shutil.which("chromium")
        yield playwright.chromium.launch(executable_path=path, args=FLAGS, timeout=PATIENCE)


def opened(context: BrowserContext) -> Page:
    """Return a new page that waits as long as it takes."""
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    return page


def take_all(base: str, source: StoreSource, folder: Path, chosen: argparse.Namespace) -> None:
    """Write a picture of every page, whole, in each of the languages, schemes and widths asked for."""
    folder.mkdir(parents=True, exist_ok=True)
    only = chosen.only.split(",") if chosen.only else None
    pages = {name: at for name, at in addresses(source).items() if only is None or name in only}
    with browsing() as browser:
        for scheme, width in product(chosen.scheme.split(","), map(int, chosen.width.split(","))):
            context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
            page = opened(context)
            for name, at in pages.items():
                if name.startswith(("review", "history")):
                    page.goto(f"{base}/review/open?token={TOKEN}")
                for lang in chosen.lang.split(","):
                    page.goto(base + at + ("&" if "?" in at else "?") + f"lang={lang}")
                    page.screenshot(path=folder / f"{name}-{lang}-{scheme}-{width}.png", full_page=True)
            context.close()
        if only is None or "print" in only:
            _take_printed(base, source, folder, browser)


def _take_printed(base: str, source: StoreSource, folder: Path, browser: Browser) -> None:
    """Write a story as it is printed (PDF), and as the file that opens offline."""
    story = source.story(main_story(source))
    assert story is not None
    page = opened(browser.new_context())
    page.goto(f"{base}/story/{story.id}")
    page.pdf(path=folder / "story-printed.pdf", format="A4")
    for lang in ("ar", "en"):
        file = folder / f"report-{lang}.html"
        file.write_text(story_report(story, lang), encoding="utf-8", errors="replace")
        page.goto(file.resolve().as_uri())
        page.screenshot(path=folder / f"report-{lang}.png", full_page=True)


def take_documented(base: str, source: StoreSource) -> None:
    """Write the pictures that the documentation shows."""
    pages = addresses(source)
    # Name, address, the element that stands at the top, and how high the picture is.
    wanted = (
        ("story", pages["story"], "main", 1000),
        ("figures", pages["story"], "#figures", 520),
        ("chains", pages["story"], "#chains", 700),
        ("article", pages["article-page"], "main", 820),
        ("review", pages["review"], "main", 760),
    )
    with browsing() as browser:
        page = opened(browser.new_context(color_scheme="light", reduced_motion="reduce"))
        for name, at, top, height in wanted:
            page.set_viewport_size({"width": 1200, "height": height})
            if name == "review":
                page.goto(f"{base}/review/open?token={TOKEN}")
            page.goto(base + at)
            if top != "main":
                page.evaluate("top => document.querySelector(top).scrollIntoView()", top)
            page.screenshot(path=IMAGES / f"{name}.png")


def main() -> None:
    """Take the pictures that the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--all", type=Path, metavar="FOLDER", help="write every page to FOLDER instead of docs/images")
    parser.add_argument("--db", type=Path, help="a database of the demo pages; without it they are read anew")
    parser.add_argument("--only", default="", help="names of pages, parted by commas")
    parser.add_argument("--lang", default="ar,en")
    parser.add_argument("--scheme", default="light,dark")
    parser.add_argument("--width", default="390,1440")
    chosen = parser.parse_args()
    with demo_store(chosen.db) as store, served(store) as base:
        if chosen.all:
            take_all(base, StoreSource(store), chosen.all, chosen)
        else:
            take_documented(base, StoreSource(store))


if __name__ == "__main__":
    main()
