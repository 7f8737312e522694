"""Following feeds: every page once, whatever happens in between."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest
from tests.fetch.hostile_server import Behaviour, HostileServer, answer, redirect, serving
from typer.testing import CliRunner

from tawatur import pipeline
from tawatur.cli.app import build_app
from tawatur.fetch import Fetcher, FetchState, Manners, Origin, Rules, arrived_page, fetch_next
from tawatur.ingest import Added, HereEngine, add_fetched, watch_round
from tawatur.lexicon import bundle
from tawatur.model import Page
from tawatur.pipeline import Knowledge
from tawatur.store import open_store

LEXICONS = lru_cache(maxsize=1)(bundle.load_lexicons)


def page(number: int) -> bytes:
    return (
        f"<html><head><title>ميناء العرفان {number}</title></head><body><h1>ميناء العرفان يستقبل السفينة {number}</h1>"
        f"<p>قال مدير ميناء العرفان سالم الدرعاوي إن السفينة رقم {number} وصلت صباح الثلاثاء وعلى متنها ألف طن من "
        "القمح، وأضاف أن تفريغها يستمر يومين.</p></body></html>"
    ).encode()


def feed(server: HostileServer, numbers: range, suffix: str = "") -> bytes:
    items = "".join(
        f"<item><title>خبر {n}</title><link>{server.url(f'/{n}', 'localhost')}{suffix}</link>"
        "<pubDate>Tue, 07 Mar 2023 08:00:00 +0300</pubDate></item>"
        for n in numbers
    )
    return f"<rss><channel><title>المرفأ</title>{items}</channel></rss>".encode()


@pytest.fixture
def server() -> Iterator[HostileServer]:
    with serving() as running:
        running.paths |= {f"/{n}": answer(200, page(n)) for n in range(40)}
        yield running


def conditional(body: bytes, etag: str) -> Behaviour:
    def behave(connection: Any, head: bytes) -> None:
        known = f"if-none-match: {etag}".lower().encode() in head.lower()
        (answer(304) if known else answer(200, body, "application/rss+xml", ETag=etag))(connection, head)

    return behave


def round_of(tmp_path: Path, server: HostileServer, feeds: list[str], all_sound: bool = True) -> Added:
    with FetchState(tmp_path / "t.db-fetch") as state, open_store(tmp_path / "t.db") as store:
        state.put_feeds([(url, None) for url in feeds])
        rules = Rules("Tawatur/test", allow_private=True, seconds=5)
        one = Fetcher(rules, state, Manners(pause=0.0))
        return watch_round(
            state, one, store, HereEngine(Knowledge(LEXICONS())), 900, lambda _: None, all_sound=all_sound
        )


def test_new_pages_once_over_restarts(tmp_path: Path, server: HostileServer) -> None:
    url = server.url("/feed", "localhost")
    server.paths["/feed"] = conditional(feed(server, range(3)), '"one"')
    assert round_of(tmp_path, server, [url]).pages == 3
    assert round_of(tmp_path, server, [url]).inputs == 0
    server.paths["/feed"] = conditional(feed(server, range(5), "?utm_source=rss"), '"two"')
    server.paths |= {f"/{n}?utm_source=rss": answer(200, page(n)) for n in range(5)}
    assert round_of(tmp_path, server, [url]).pages == 2
    asked = [path for path in server.asked if path[1:2].isdigit()]
    assert asked == ["/0", "/1", "/2", "/3?utm_source=rss", "/4?utm_source=rss"]
    assert server.asked.count("/feed") == 3
    assert server.asked.count("/robots.txt") == 1
    with open_store(tmp_path / "t.db") as store:
        (first, *_) = [store.page(f"{store.article(id).page}") for id in store.articles()]  # type: ignore[union-attr]
        assert first is not None
        origin = first.page.provenance
        assert origin is not None
        assert (origin.how, origin.listed_by, origin.listed_title) == ("fetched", url, "خبر 0")
        assert origin.listed_published == "Tue, 07 Mar 2023 08:00:00 +0300"
        assert first.page.url == server.url("/0", "localhost")


def test_a_feed_is_not_asked_before_its_time(tmp_path: Path, server: HostileServer) -> None:
    server.paths["/feed"] = answer(200, feed(server, range(1)))
    url = server.url("/feed", "localhost")
    round_of(tmp_path, server, [url], all_sound=False)
    round_of(tmp_path, server, [url], all_sound=False)
    assert server.asked.count("/feed") == 1


def test_two_addresses_that_lead_to_one_page_are_one(tmp_path: Path, server: HostileServer) -> None:
    target = server.url("/7", "localhost")
    server.paths |= {"/r1": redirect(target), "/r2": redirect(target)}
    links = "".join(f"<item><link>{server.url(path, 'localhost')}</link></item>" for path in ("/r1", "/r2", "/7"))
    server.paths["/feed"] = answer(200, f"<rss><channel>{links}</channel></rss>".encode())
    added = round_of(tmp_path, server, [server.url("/feed", "localhost")])
    assert added.pages == 1
    assert server.asked.count("/7") <= 2
    assert round_of(tmp_path, server, [server.url("/feed", "localhost")]).pages == 0


def test_an_index_of_news_sitemaps(tmp_path: Path, server: HostileServer) -> None:
    def sitemap(numbers: range) -> bytes:
        return ("<urlset>" + "".join(f"<url><loc>{server.url(f'/{n}', 'localhost')}</loc></url>" for n in numbers)
                + "</urlset>").encode()  # fmt: skip

    index = f"<sitemapindex><sitemap><loc>{server.url('/news.xml', 'localhost')}</loc></sitemap></sitemapindex>"
    server.paths |= {"/index": answer(200, index.encode()), "/news.xml": answer(200, sitemap(range(2)))}
    url = server.url("/index", "localhost")
    assert round_of(tmp_path, server, [url]).pages == 2
    server.paths["/news.xml"] = answer(200, sitemap(range(4)))
    assert round_of(tmp_path, server, [url]).pages == 2


def test_a_broken_feed_costs_no_other(tmp_path: Path, server: HostileServer) -> None:
    server.paths |= {"/bad": answer(200, b"<rss><channel><item>"), "/page": answer(200, page(1)), "/gone": answer(410)}
    server.paths["/good"] = answer(200, feed(server, range(1)))
    urls = [server.url(path, "localhost") for path in ("/bad", "/page", "/gone", "/good")]
    added = round_of(tmp_path, server, [*urls, "file:///etc/passwd", "http://[/"])
    assert added.pages == 1
    assert dict(added.kinds) == {"address": 2, "feed": 2, "http": 1}


def test_what_had_arrived_is_read_after_a_kill_and_not_fetched_again(tmp_path: Path, server: HostileServer) -> None:
    rules = Rules("Tawatur/test", allow_private=True, seconds=5)
    with FetchState(tmp_path / "s") as state:
        one = Fetcher(rules, state, Manners(pause=0.0))
        state.put("watch", [(server.url("/1", "localhost"), Origin("f"))])
        assert fetch_next(state, one, "watch").asked
    # Killed here: the answer is kept, nothing is read yet.
    with FetchState(tmp_path / "s") as state, open_store(tmp_path / "t.db") as store:
        (kept,) = state.kept(9)
        assert isinstance(arrived_page(state.kept_answer(kept)), Page)
        one = Fetcher(rules, state, Manners(pause=0.0))
        assert add_fetched(state, one, "watch", store, HereEngine(Knowledge(LEXICONS()))).pages == 1
        assert add_fetched(state, one, "watch", store, HereEngine(Knowledge(LEXICONS()))).inputs == 0
    assert server.asked.count("/1") == 1


def watching(tmp_path: Path, opml: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "tawatur.cli", "watch", str(opml), "--once", "--allow-private", "--pause", "0.02"]
    options = ["--db", str(tmp_path / "t.db"), "--no-stories"]
    return subprocess.Popen([*command, *options], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def stored(db: Path) -> list[str]:
    try:
        with sqlite3.connect(f"file:{db}?mode=ro", uri=True) as connection:
            return [url for (url,) in connection.execute("SELECT url FROM page")]
    except sqlite3.OperationalError:
        return []


def test_a_watch_that_is_killed_and_started_again_reads_no_page_twice(tmp_path: Path, server: HostileServer) -> None:
    server.paths["/feed"] = answer(200, feed(server, range(40)))
    url = server.url("/feed", "localhost")
    opml = tmp_path / "feeds.opml"
    opml.write_text(f'<opml><body><outline xmlUrl="{url}"/></body></opml>')
    running = watching(tmp_path, opml)
    deadline = time.monotonic() + 60
    while not stored(tmp_path / "t.db") and running.poll() is None and time.monotonic() < deadline:
        time.sleep(0.02)
    running.kill()
    running.wait(20)
    before = len(stored(tmp_path / "t.db"))
    assert 0 < before < 40
    round_of(tmp_path, server, [url])
    pages = stored(tmp_path / "t.db")
    assert len(pages) == len(set(pages)) == 40
    asked = [path for path in server.asked if path[1:2].isdigit()]
    # The one that was on its way when it was killed had not arrived.
    assert len(asked) - len(set(asked)) <= 1
    with open_store(tmp_path / "t.db") as store:
        assert list(store.faults()) == []


def test_ctrl_c_keeps_what_is_there(tmp_path: Path, server: HostileServer) -> None:
    def sleep(seconds: float) -> None:
        raise KeyboardInterrupt

    rules = Rules("Tawatur/test", allow_private=True, seconds=5)
    with FetchState(tmp_path / "t.db-fetch") as state, open_store(tmp_path / "t.db") as store:
        state.put("watch", [(server.url(f"/{n}", "localhost"), Origin()) for n in range(2)])
        one = Fetcher(rules, state, Manners(pause=5.0), sleep=sleep)
        assert add_fetched(state, one, "watch", store, HereEngine(Knowledge(LEXICONS()))).stopped
    assert round_of(tmp_path, server, []).pages == 2
    assert server.asked.count("/0") == 1


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Any:
    monkeypatch.setattr(pipeline, "load_lexicons", LEXICONS)
    app = build_app()

    def invoke(*arguments: str, stdin: str | None = None) -> Any:
        options = ["--db", str(tmp_path / "t.db"), "--no-stories", "--pause", "0"]
        result = CliRunner().invoke(app, [*arguments, *options], input=stdin)
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    return invoke


def test_add_an_address_and_again(server: HostileServer, run: Any) -> None:
    url = server.url("/1", "localhost")
    refused = run("add", url)
    assert refused.exit_code == 1
    assert "--allow-private" in refused.stderr
    assert server.connections == 0
    assert "1 new page" in run("add", url, "--allow-private").stdout
    assert "0 new pages" in run("add", url, "--allow-private").stdout
    assert server.asked.count("/1") == 1
    server.paths["/1"] = answer(200, page(1).replace("ألف طن".encode(), "ألفا طن".encode()))
    assert "1 new page" in run("add", url, "--allow-private", "--again").stdout


def test_add_a_list_a_feed_and_a_saved_feed(server: HostileServer, run: Any, tmp_path: Path) -> None:
    list_ = tmp_path / "list.txt"
    list_.write_text(f"# list\n\n{server.url('/1', 'localhost')}\nftp://x/\n{server.url('/none', 'localhost')}\n")
    result = run("add", "--urls", str(list_), "--allow-private")
    assert "1 new page" in result.stdout
    assert "1 set aside (address)" in result.stdout
    assert "1 set aside (http)" in result.stdout
    server.paths["/feed"] = answer(200, feed(server, range(4)))
    assert "3 new pages" in run("add", server.url("/feed", "localhost"), "--allow-private").stdout
    saved = tmp_path / "saved.rss"
    saved.write_bytes(feed(server, range(6)))
    asked = len(server.asked)
    assert "0 new pages" in run("add", str(saved)).stdout
    assert len(server.asked) == asked
    assert "2 new pages" in run("add", str(saved), "--fetch", "--allow-private").stdout


def test_wrong_use_is_told(run: Any, tmp_path: Path) -> None:
    assert run("add").exit_code == 2
    assert run("add", "--urls", str(tmp_path / "none")).exit_code == 1
    assert run("watch", str(tmp_path / "none")).exit_code == 1
    (tmp_path / "page.html").write_bytes(page(1))
    assert run("watch", str(tmp_path / "page.html"), "--once").exit_code == 1
    (tmp_path / "empty.txt").write_text("# nothing\n")
    assert run("watch", str(tmp_path / "empty.txt"), "--once").exit_code == 2


def test_another_process_that_fetches_is_told(run: Any, tmp_path: Path) -> None:
    with FetchState(tmp_path / "t.db-fetch"):
        result = run("add", "http://site.example/")
    assert result.exit_code == 1
    assert "another process" in result.stderr
