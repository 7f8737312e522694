"""Hosts are asked as a guest asks: robots.txt, one at a time, and not again when they said so; over restarts too."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.fetch.hostile_server import HostileServer, answer, redirect, serving

from tawatur.fetch import Fetcher, FetchError, FetchState, Manners, Origin, Rules, StateError, fetch_next
from tawatur.fetch.state import address_key


@pytest.fixture
def server() -> Iterator[HostileServer]:
    with serving() as running:
        yield running


class Clock:
    """A clock that sleeping moves."""

    def __init__(self) -> None:
        self.now = 1_000_000.0
        self.slept: list[float] = []

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.slept.append(round(seconds, 3))
        self.now += seconds


def fetcher(state: FetchState, clock: Clock, **manners: Any) -> Fetcher:
    rules = Rules("Tawatur/test", seconds=5, idle=2, allow_private=True, resolver=lambda host, port: ("127.0.0.1",))
    return Fetcher(rules, state, Manners(**manners), clock, clock.sleep)


@pytest.fixture
def state(tmp_path: Path) -> Iterator[FetchState]:
    with FetchState(tmp_path / "t.db-fetch") as opened:
        yield opened


def kind_of(one: Fetcher, url: str) -> str:
    try:
        one.get(url)
    except FetchError as error:
        return error.kind
    return "fetched"


@pytest.mark.parametrize(
    ("robots", "kinds"),
    [
        (answer(200, b"User-agent: *\nDisallow: /private\n", kind="text/plain"), ["fetched", "robots"]),
        (answer(200, b"User-agent: tawatur\nDisallow: /\n", kind="text/plain"), ["robots", "robots"]),
        (answer(404, b"x"), ["fetched", "fetched"]),
        (answer(403, b"x"), ["fetched", "fetched"]),
        (answer(503, b"x"), ["robots", "robots"]),
        (answer(200, b"\xff\xfe\x00 nonsense"), ["fetched", "fetched"]),
        (redirect("/robots.txt"), ["fetched", "fetched"]),
    ],
)
def test_robots(server: HostileServer, state: FetchState, robots: Any, kinds: list[str]) -> None:
    server.paths |= {"/robots.txt": robots, "/open": answer(200, b"x"), "/private/a": answer(200, b"x")}
    one = fetcher(state, Clock())
    assert [kind_of(one, server.url(path)) for path in ("/open", "/private/a")] == kinds
    assert server.asked.count("/robots.txt") == 1


def test_robots_are_kept_over_restarts_for_a_day(server: HostileServer, tmp_path: Path) -> None:
    server.paths |= {"/robots.txt": answer(200, b"User-agent: *\nDisallow: /private\n"), "/a": answer(200, b"x")}
    clock = Clock()
    for _ in range(2):
        with FetchState(tmp_path / "s") as state:
            assert kind_of(fetcher(state, clock), server.url("/private/a")) == "robots"
    assert server.asked == ["/robots.txt"]
    clock.now += 90_000
    with FetchState(tmp_path / "s") as state:
        kind_of(fetcher(state, clock), server.url("/private/a"))
    assert server.asked == ["/robots.txt"] * 2


def test_robots_of_where_a_redirect_leads_are_asked(server: HostileServer, state: FetchState) -> None:
    server.paths |= {"/robots.txt": answer(200, b"User-agent: *\nDisallow: /private\n"), "/a": redirect("/private/b")}
    assert kind_of(fetcher(state, Clock()), server.url("/a")) == "robots"
    assert "/private/b" not in server.asked


def test_without_robots_they_are_not_asked(server: HostileServer, state: FetchState) -> None:
    server.paths["/a"] = answer(200, b"x")
    assert kind_of(fetcher(state, Clock(), robots=False), server.url("/a")) == "fetched"
    assert server.asked == ["/a"]


def test_a_pause_between_requests_to_one_host_alone(server: HostileServer, tmp_path: Path) -> None:
    server.paths["/a"] = answer(200, b"x")
    clock = Clock()
    with FetchState(tmp_path / "s") as state:
        one = fetcher(state, clock, pause=2.0)
        for host in ("one.example", "two.example", "one.example"):
            one.get(server.url("/a", host))
        assert clock.slept == [2.0]
    with FetchState(tmp_path / "s") as state:
        fetcher(state, clock, pause=2.0).get(server.url("/a", "one.example"))
    assert clock.slept == [2.0, 2.0]


def test_a_crawl_delay_is_followed_up_to_a_minute(server: HostileServer, state: FetchState) -> None:
    server.paths |= {"/robots.txt": answer(200, b"User-agent: *\nCrawl-delay: 7\n"), "/a": answer(200, b"x")}
    clock = Clock()
    one = fetcher(state, clock)
    one.get(server.url("/a"))
    one.get(server.url("/a"))
    assert clock.slept == [7.0]


def test_a_host_that_is_overloaded_is_left_alone(server: HostileServer, state: FetchState) -> None:
    server.paths["/a"] = answer(429, b"x", Retry_After="600")
    clock = Clock()
    one = fetcher(state, clock)
    assert kind_of(one, server.url("/a")) == "http"
    assert kind_of(one, server.url("/a")) == "later"
    assert server.asked.count("/a") == 1
    clock.now += 601
    server.paths["/a"] = answer(503, b"x")
    assert [kind_of(one, server.url("/a")), kind_of(one, server.url("/a"))] == ["http", "later"]
    # Without Retry-After the wait doubles with each time.
    assert state.host("site.example") == (clock.now + 120, 2)
    clock.now += 121
    server.paths["/a"] = answer(200, b"x")
    assert kind_of(one, server.url("/a")) == "fetched"
    assert state.host("site.example")[1] == 0


def test_hosts_take_turns(server: HostileServer, state: FetchState) -> None:
    server.paths |= {f"/{n}": answer(200, b"x") for n in range(3)}
    clock = Clock()
    one = fetcher(state, clock)
    addresses = [server.url(f"/{n}", host) for host in ("one.example", "two.example") for n in range(3)]
    state.put("add", [(address, Origin()) for address in addresses])
    while fetch_next(state, one, "add").asked:
        pass
    hosts = [head.split(b"Host: ")[1].split(b":")[0] for head in server.heads if b"robots" not in head]
    assert hosts == [b"one.example", b"two.example"] * 3
    assert clock.slept == [2.0, 2.0]


def test_what_may_go_better_is_tried_again_and_then_given_up(server: HostileServer, state: FetchState) -> None:
    server.paths["/a"] = answer(500, b"x")
    clock = Clock()
    one = fetcher(state, clock)
    state.put("watch", [(server.url("/a"), Origin())])
    waits = []
    while (due := state.next_due("watch")) is not None:
        waits.append(round(max(0.0, due - clock.now)))
        clock.now = max(clock.now, due)
        failed = fetch_next(state, one, "watch").failed
    assert waits == [0, 300, 1200, 4800, 19200]
    assert failed is not None
    assert failed.kind == "http"
    assert state.put("watch", [(server.url("/a"), Origin())]) == (0, 1)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("https://a.example/x", "http://A.example:80/x#top", True),
        ("https://a.example/x?id=1&utm_source=rss&fbclid=2", "https://a.example/x?id=1", True),
        ("https://a.example", "https://a.example/", True),
        ("https://a.example/x?id=1", "https://a.example/x?id=2", False),
        ("https://a.example/x", "https://b.example/x", False),
        ("https://a.example/خبر", "https://a.example/خبر", True),
    ],
)
def test_when_two_addresses_are_one(one: str, other: str, same: bool) -> None:
    assert (address_key(one) == address_key(other)) == same


def test_one_process_at_a_time(tmp_path: Path) -> None:
    with FetchState(tmp_path / "s"), pytest.raises(StateError, match="another process"):
        FetchState(tmp_path / "s")
    FetchState(tmp_path / "s").__exit__()


def test_another_file_is_no_state(tmp_path: Path) -> None:
    (tmp_path / "s").write_bytes(b"no database at all, but long enough to be taken for one" * 50)
    with pytest.raises(StateError, match="no record"):
        FetchState(tmp_path / "s")


@given(st.binary(max_size=300))
def test_no_robots_raise(rules: bytes) -> None:
    from protego import Protego

    parsed = Protego.parse("User-agent: *\n" + rules.decode("utf-8", "replace"))
    assert parsed.can_fetch("https://a.example/x?y=خبر", "Tawatur") in (True, False)
    assert (parsed.crawl_delay("Tawatur") or 0.0) >= 0 or True
