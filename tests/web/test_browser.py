"""The pages in a real browser: nothing cut off, nothing from outside, highlights in place, reviewing by keyboard."""

from __future__ import annotations

import re
import shutil
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
import uvicorn

from tawatur.lexicon.bundle import load_lexicons
from tawatur.store import SqliteStore, open_store
from tawatur.views import StoreSource
from tawatur.web import create_app
from tawatur.web.review import Desk

sync_api = pytest.importorskip("playwright.sync_api")
CHROMIUM = shutil.which("chromium")
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
# What axe looks at: WCAG 2.2 AA, and what its authors hold for good practice.
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
TOKEN = "token-of-the-test"
# Milliseconds for one step on a machine that is busy with other things.
PATIENCE = 120_000

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="Debian's chromium is not installed"),
    # The browser's driver leaves its pipes to the garbage collector.
    pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning"),
]

Site = tuple[str, StoreSource, SqliteStore]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, demo_db: Path) -> Iterator[Site]:
    db = shutil.copy(demo_db, tmp_path_factory.mktemp("browser") / "demo.db")
    with open_store(db) as store:
        source = StoreSource(store)
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        app = create_app(source, None, Desk(store, load_lexicons, TOKEN, "محررة"))
        server = uvicorn.Server(uvicorn.Config(app, port=port, log_level="error"))
        thread = threading.Thread(target=server.run)
        thread.start()
        while not server.started:
            time.sleep(0.05)
        yield f"http://127.0.0.1:{port}", source, store
        server.should_exit = True
        thread.join()


@pytest.fixture(scope="module")
def browser() -> Iterator[sync_api.Browser]:
    with sync_api.sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS, timeout=PATIENCE)
        yield opened
        opened.close()


def _paths(source: StoreSource) -> list[str]:
    story = source.story(source.stories(1)[0].id)
    assert story is not None
    article = quote(story.articles[0].id, safe="")
    speaker = next(u.speaker.entity for u in story.utterances if u.speaker.entity)
    disputed = next(h.id for h in story.happenings if h.disagreements)
    return [
        "/", "/?order=differ&status=alleged&happened_from=2025-07-01", f"/story/{story.id}", f"/happening/{disputed}",
        f"/article/{article}", f"/article/{article}?beside=page&hide=name,time", f"/entity/{speaker}", "/entities",
        "/outlets", "/outlet/" + quote(source.outlets()[0].name, safe=""), "/search?q=نواذيبو&exact=1",
        "/search?of=statements&type=deny", "/search?of=happenings&q=هجوم&least_known=1", "/nothing-here",
        "/help", "/search?q=x&by=meaning", f"/article/{article}?rejected=1",
        "/review/open",
    ]  # fmt: skip


@pytest.mark.parametrize("width", [390, 1440])
@pytest.mark.parametrize("lang", ["ar", "en"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_page_fits_and_stays_at_home(
    site: Site, browser: sync_api.Browser, width: int, lang: str, scheme: str
) -> None:
    base, source, _ = site
    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page.set_default_timeout(PATIENCE)
    errors: list[str] = []
    asked: list[str] = []
    page.on("console", lambda m: errors.append(m.text) if m.type in {"error", "warning"} else None)
    page.on("pageerror", lambda e: errors.append(str(e)))
    page.on("request", lambda r: asked.append(r.url))
    for path in _paths(source):
        answer = page.goto(base + path + ("&" if "?" in path else "?") + f"lang={lang}")
        assert answer is not None
        assert answer.status == {"/nothing-here": 404, "/review/open": 403}.get(path, 200), path
        assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), path
        assert page.evaluate("document.dir") == ("rtl" if lang == "ar" else "ltr")
    page.close()
    assert [error for error in errors if "status of 40" not in error] == []
    assert all(url.startswith(base) for url in asked)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious(site: Site, browser: sync_api.Browser, scheme: str) -> None:
    axe = Path(pytest.importorskip("axe_playwright_python").__file__).parent / "axe.min.js"
    base, source, _ = site
    context = browser.new_context(bypass_csp=True, color_scheme=scheme)
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    page.goto(f"{base}/review/open?token={TOKEN}")
    found = []
    for path in [*_paths(source), "/review", "/review?layer=statement", "/review/history"]:
        page.goto(base + path)
        page.evaluate(axe.read_text(encoding="utf-8"))
        result = page.evaluate(f"axe.run(document, {{runOnly: {RULES}, resultTypes: ['violations']}})")
        found += [(path, v["id"], v["nodes"][0]["html"]) for v in result["violations"] if v["impact"] != "minor"]
    context.close()
    assert found == []


def test_the_article_shows_its_text_whole(site: Site, browser: sync_api.Browser) -> None:
    base, _, store = site
    page = browser.new_page()
    page.set_default_timeout(PATIENCE)
    for article in store.articles():
        text = store.text_of(article)
        page.goto(f"{base}/article/{quote(article, safe='')}")
        assert page.text_content(".reading") == text
    page.close()


def test_highlights_hold_their_words_and_join_their_letters(site: Site, browser: sync_api.Browser) -> None:
    """Each mark holds the words of its segment exactly, begins and ends between words, and changes colours alone."""
    base, source, _ = site
    story = source.story(source.stories(1)[0].id)
    assert story is not None
    page = browser.new_page()
    page.set_default_timeout(PATIENCE)
    for row in story.articles[:3]:
        article = source.article(row.id)
        assert article is not None
        page.goto(f"{base}/article/{quote(row.id, safe='')}")
        shown = page.locator(".reading mark").all_text_contents()
        assert shown == [s.text for s in article.segments if s.marks]
        text = "".join(s.text for s in article.segments)
        for segment in article.segments[1:]:
            assert not (text[segment.start - 1].isalpha() and text[segment.start].isalpha())
        changed = page.evaluate(
            """() => [...document.querySelectorAll('.reading mark')].filter(m => {
                const s = getComputedStyle(m), r = getComputedStyle(m.parentElement);
                const inline = ['paddingLeft', 'paddingRight', 'borderLeftWidth', 'borderRightWidth', 'marginLeft',
                                'marginRight'].some(k => s[k] !== '0px');
                return inline || s.display !== 'inline' || s.fontFamily !== r.fontFamily || s.fontSize !== r.fontSize
                    || s.letterSpacing !== r.letterSpacing || s.fontWeight !== r.fontWeight;
            }).length"""
        )
        assert changed == 0
    page.close()


def test_evidence_leads_to_its_words(site: Site, browser: sync_api.Browser) -> None:
    base, source, _ = site
    story = source.story(source.stories(1)[0].id)
    assert story is not None
    page = browser.new_page()
    page.set_default_timeout(PATIENCE)
    page.goto(f"{base}/story/{story.id}")
    quoted = page.locator("blockquote").first
    words = quoted.locator("mark").text_content()
    quoted.locator("a").click()
    found = "".join(page.locator(".reading .found").all_text_contents())
    page.close()
    assert words
    assert words == found


def test_reading_needs_no_script(site: Site, browser: sync_api.Browser) -> None:
    base, _, _ = site
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    page.goto(base + "/")
    page.locator("summary").first.click()
    page.fill("[name=least_known]", "2")
    page.locator(".narrow button").click()
    assert "least_known=2" in page.url
    page.locator(".rows a").first.click()
    assert "/story/" in page.url
    page.locator(".nav a[href^='/help']").click()
    page.locator(".steps a").nth(1).click()
    assert page.locator("[name=type]").input_value() == "deny"
    assert page.locator(".rows .stance").first.is_visible()
    context.close()


def test_a_review_by_keyboard_alone(site: Site, browser: sync_api.Browser) -> None:
    """Correct an event, accept one, merge two entities, build, see them as one, take all of it back."""
    base, source, store = site
    context = browser.new_context()
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    errors: list[str] = []
    page.on("console", lambda m: errors.append(m.text) if m.type in {"error", "warning"} else None)
    page.on("pageerror", lambda e: errors.append(str(e)))

    def press(key: str) -> None:
        page.keyboard.press(key)
        page.wait_for_load_state()

    def focused() -> str:
        return str(page.evaluate("document.activeElement.id"))

    before = {e.id for e in store.list_entities()}
    page.goto(f"{base}/review/open?token={TOKEN}")
    assert focused() == "i0"
    first = page.locator("#i0 blockquote mark").text_content()
    press("j")
    assert focused() == "i1"
    press("k")
    press("c")
    assert page.evaluate("document.activeElement.name") == "type"
    page.keyboard.press("Home")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert "told=correct" in page.url
    (kept,) = store.reviews.history()
    assert dict(kept.changes)["type"] == "AGREE"
    assert page.locator("#i0 blockquote mark").text_content() != first or len(store.reviews.history()) == 1
    assert focused() == "i0"
    with page.expect_navigation():
        page.keyboard.press("a")
    assert [r.judgement for r in store.reviews.history()] == ["accept", "correct"]

    entity = next(e.id for e in store.list_entities() if source.alike(e.id))
    page.goto(f"{base}/entity/{entity}")
    assert focused() == "i0"
    with page.expect_navigation():
        page.keyboard.press("m")
    assert "told=same" in page.url
    page.goto(f"{base}/review")
    with page.expect_navigation():
        page.keyboard.press("b")
    assert "told=building" in page.url
    _until_built(page, store)
    assert len(list(store.list_entities())) < len(before)
    for _ in range(3):
        with page.expect_navigation():
            page.keyboard.press("u")
    assert store.decisions.all() == ()
    assert all(r.undone for r in store.reviews.history())
    with page.expect_navigation():
        page.keyboard.press("b")
    _until_built(page, store)
    assert {e.id for e in store.list_entities()} == before
    context.close()
    assert errors == []


def _until_built(page: sync_api.Page, store: SqliteStore) -> None:
    """Wait until the build that goes on beside the pages is done, and no page says that it still goes on."""
    for _ in range(PATIENCE // 500):
        if store.stories_are_current():
            break
        page.wait_for_timeout(500)
    assert store.stories_are_current()
    page.locator(".turning").wait_for(state="detached")


def test_keys_rest_while_one_types_and_can_be_turned_off(site: Site, browser: sync_api.Browser) -> None:
    base, _, store = site
    held = len(store.reviews.history())
    context = browser.new_context()
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    page.goto(f"{base}/review/open?token={TOKEN}")
    page.locator(".top input[type=search]").focus()
    page.keyboard.type("ar")
    assert page.locator(".top input[type=search]").input_value() == "ar"
    page.goto(f"{base}/review?keys=off")
    page.keyboard.press("a")
    page.wait_for_timeout(300)
    assert not re.search("told=", page.url)
    assert len(store.reviews.history()) == held
    context.close()
