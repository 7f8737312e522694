"""Fetching from a server that means harm: every way is refused with its reason, in time and in little memory."""

from __future__ import annotations

import contextlib
import gzip
import socket
import threading
import time
import tracemalloc
import zlib
from collections.abc import Iterator, Sequence
from typing import Any

import httpcore
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.fetch.hostile_server import HostileServer, answer, dripping, raw, redirect, serving

from tawatur.fetch import FetchError, Rules, addresses, fetch
from tawatur.fetch.addresses import checked_url, not_public, system_resolver
from tawatur.fetch.connection import CheckedBackend, Deadline

HERE = ("127.0.0.1",)


@pytest.fixture
def server() -> Iterator[HostileServer]:
    with serving() as running:
        yield running


def rules(**changed: Any) -> Rules:
    """Rules under which the test server can be reached, by any name."""
    given: dict[str, Any] = {
        "agent": "Tawatur/test",
        "most_bytes": 1_000_000,
        "seconds": 5.0,
        "idle": 2.0,
        "allow_private": True,
        "resolver": lambda host, port: HERE,
    }
    return Rules(**{**given, **changed})


def refused(url: str, under: Rules | None = None) -> FetchError:
    with pytest.raises(FetchError) as caught:
        fetch(url, under or rules())
    assert str(caught.value)
    return caught.value


def test_a_page_is_fetched(server: HostileServer) -> None:
    server.paths["/a?b=%D8%A3"] = answer(200, "صفحة".encode(), Date="Sat, 04 Mar 2023 10:00:00 GMT")
    found = fetch(server.url("/a?b=%D8%A3") + "#there", rules())
    assert found.body.decode() == "صفحة"
    assert (found.status, found.url) == (200, server.url("/a?b=%D8%A3"))
    assert found.headers["date"] == "Sat, 04 Mar 2023 10:00:00 GMT"
    head = server.heads[0].lower()
    assert b"user-agent: tawatur/test" in head
    assert f"host: site.example:{server.port}".encode() in head
    assert b"cookie" not in head


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd",
        "ftp://site.example/x",
        "gopher://site.example/x",
        "javascript:alert(1)",
        "data:text/html,x",
        "//site.example/x",
        "site.example/x",
        "",
        "http://",
        "http:///x",
        "http://user:secret@site.example/",
        "http://site.example:22/",
        "http://site.example:99999/",
        "http://[::1/",
        "http://" + "a" * 3000,
        "http://exa mple/x y",
        "http://[",
        "http://\u202e/",
    ],
)
def test_what_is_no_plain_web_address(url: str) -> None:
    assert refused(url).kind == "address"


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1", "2130706433", "0x7f000001", "0x7f.1", "0177.0.0.1", "127.1", "0", "0.0.0.0", "localhost",
        "localhost.", "１２７.０.０.１", "127。0。0。1", "[::1]", "[::]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]",
        "[0:0:0:0:0:ffff:127.0.0.1]", "[::127.0.0.1]", "[64:ff9b::7f00:1]", "[2002:7f00:1::]", "[fe80::1]",
        "[fc00::1]", "[fd12::1]", "169.254.169.254", "10.0.0.1", "172.16.0.1", "192.168.1.1", "100.64.0.1",
        "198.18.0.1", "192.0.0.1", "224.0.0.1", "255.255.255.255", "240.0.0.1",
    ],
)  # fmt: skip
def test_private_addresses_in_every_spelling(server: HostileServer, host: str) -> None:
    """Spelled as a literal these need no network to resolve; the system's own resolver decides what they mean."""
    error = refused(f"http://{host}:{server.port}/", rules(allow_private=False, resolver=system_resolver))
    assert error.kind in {"address", "network"}
    assert server.connections == 0


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.216.34", True), ("8.8.8.8", True), ("2606:2800:220:1:248:1893:25c8:1946", True), ("127.0.0.1", False),
        ("::ffff:10.0.0.1", False), ("::ffff:8.8.8.8", True), ("64:ff9b::808:808", True), ("64:ff9b::a00:1", False),
        ("2002:808:808::1", True), ("fe80::1%eth0", False), ("ff02::1", False), ("192.88.99.1", False),
        ("nonsense", False),
    ],
)  # fmt: skip
def test_what_is_public(address: str, public: bool) -> None:
    assert (not_public(address) is None) == public


@pytest.mark.parametrize("answers", [("10.1.2.3",), ("8.8.8.8", "127.0.0.1"), ("::1",), ("fe80::1%1",)])
def test_a_name_that_answers_with_a_private_address(server: HostileServer, answers: Sequence[str]) -> None:
    error = refused(server.url("/"), rules(allow_private=False, resolver=lambda host, port: answers))
    assert error.kind == "address"
    assert server.connections == 0


def test_a_name_that_changes_its_mind_gains_nothing() -> None:
    """DNS rebinding: the name is asked once, and the connection goes to the address that was checked."""
    answers = iter([("8.8.8.8",), HERE])
    asked: list[str] = []
    connected: list[str] = []

    def resolver(host: str, port: int) -> Sequence[str]:
        asked.append(host)
        return next(answers)

    class Recorder(httpcore.NetworkBackend):
        def connect_tcp(self, host: str, *_: Any, **__: Any) -> httpcore.NetworkStream:
            connected.append(host)
            raise httpcore.ConnectError("recorded")

    backend = CheckedBackend(resolver, Deadline(5), allow_private=False)
    backend._system = Recorder()  # type: ignore[assignment]
    with pytest.raises(FetchError):
        backend.connect_tcp("rebinding.example", 80)
    assert asked == ["rebinding.example"]
    assert connected == ["8.8.8.8"]


@pytest.mark.parametrize(
    "to",
    [
        "http://127.0.0.1:{port}/secret",
        "http://169.254.169.254/latest/meta-data/",
        "http://2130706433:{port}/secret",
        "http://[::1]:{port}/secret",
        "//localhost:{port}/secret",
        "file:///etc/passwd",
        "ftp://site.example/",
        "http://user:x@site.example/",
    ],
)
def test_redirects_are_checked_like_addresses(server: HostileServer, monkeypatch: pytest.MonkeyPatch, to: str) -> None:
    server.paths["/"] = redirect(to.format(port=server.port))

    def resolver(host: str, port: int) -> Sequence[str]:
        return HERE if host == "site.example" else system_resolver(host, port)

    # The first address asked passes the check, so that there is a redirect to follow; none after it does.
    first, check = iter([None]), not_public
    monkeypatch.setattr(addresses, "not_public", lambda ip: next(first, check(ip)))
    error = refused(server.url("/"), rules(allow_private=False, resolver=resolver))
    assert error.kind == "address"
    assert server.asked == ["/"]


def test_redirects_are_followed_and_counted(server: HostileServer) -> None:
    server.paths |= {"/a": redirect("/b", 301), "/b": redirect("c", 307), "/c": answer(200, b"here")}
    found = fetch(server.url("/a"), rules())
    assert (found.body, found.url, found.asked) == (b"here", server.url("/c"), server.url("/a"))
    server.paths |= {"/l1": redirect("/l2"), "/l2": redirect("/l1")}
    assert refused(server.url("/l1")).kind == "redirects"
    server.paths |= {f"/n{n}": redirect(f"/n{n + 1}") for n in range(20)}
    assert refused(server.url("/n0")).kind == "redirects"
    assert len([path for path in server.asked if path.startswith("/n")]) == 6
    server.paths["/bad"] = redirect("http://[")
    assert refused(server.url("/bad")).kind in {"redirects", "address"}


def test_the_gate_is_asked_for_every_step(server: HostileServer) -> None:
    server.paths |= {"/a": redirect("/b"), "/b": answer(200, b"x")}
    asked: list[str] = []
    fetch(server.url("/a"), rules(), lambda url: asked.append(url.path))
    assert asked == ["/a", "/b"]


@pytest.mark.parametrize(
    "head",
    [
        b"",
        b"HTTP/1.1 200 OK\r\nX-Slow: ",
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1;",
    ],
)
def test_a_slow_drip_ends_in_time(server: HostileServer, head: bytes) -> None:
    server.paths["/"] = dripping(server, head)
    began = time.monotonic()
    error = refused(server.url("/"), rules(seconds=0.4, idle=0.3))
    assert time.monotonic() - began < 20, "the drip goes on for hours"
    assert error.kind == "time"
    assert error.again


def test_silence_and_a_slow_tls_handshake_end_in_time(server: HostileServer) -> None:
    server.paths["/"] = lambda connection, head: server.ended.wait(3) and None
    assert refused(server.url("/"), rules(idle=0.2)).kind == "time"
    with socket.create_server(("127.0.0.1", 0)) as listening:
        url = f"https://site.example:{listening.getsockname()[1]}/"
        assert refused(url, rules(seconds=0.4, idle=0.3)).kind in {"time", "network"}


def test_a_resolver_that_hangs_ends_in_time() -> None:
    ended, answered = threading.Event(), threading.Event()

    def hangs(host: str, port: int) -> Sequence[str]:
        ended.wait(60)
        answered.set()
        return HERE

    try:
        assert refused("http://slow.example/", rules(seconds=0.3, resolver=hangs)).kind == "network"
        assert not answered.is_set(), "the fetch waited for the answer"
    finally:
        ended.set()


def test_bombs_and_endless_bodies_cost_little(server: HostileServer) -> None:
    bomb = gzip.compress(b"\0" * 30_000_000, 1)
    deflate = zlib.compress(b"\0" * 20_000_000, 1)
    server.paths["/gzip"] = answer(200, bomb, Content_Encoding="gzip")
    server.paths["/deflate"] = answer(200, deflate, Content_Encoding="deflate")
    server.paths["/twice"] = answer(200, gzip.compress(bomb), Content_Encoding="gzip, gzip")
    server.paths["/length"] = answer(200, b"x", Content_Length="99999999999")
    endless = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"
    server.paths["/endless"] = dripping(server, endless, b"x" * 65_536, 0)
    # Empty stored blocks of deflate: bytes without end that hold nothing.
    nothing = endless.replace(b"\r\n\r\n", b"\r\nContent-Encoding: gzip\r\n\r\n") + gzip.compress(b"")[:10]
    server.paths["/nothing"] = dripping(server, nothing, b"\x00\x00\x00\xff\xff" * 13_000, 0)
    server.paths["/headers"] = dripping(server, b"HTTP/1.1 200 OK\r\n", b"X-More: " + b"x" * 500 + b"\r\n", 0)
    tracemalloc.start()
    kinds = {path: refused(server.url(path)).kind for path in server.paths}
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert kinds == {
        "/gzip": "size",
        "/deflate": "size",
        "/twice": "encoding",
        "/length": "size",
        "/endless": "size",
        "/nothing": "size",
        "/headers": "network",
    }
    assert peak < 12_000_000


def test_wrong_lengths_types_and_no_http(server: HostileServer) -> None:
    server.paths["/short"] = answer(200, b"half", Content_Length="400")
    server.paths["/long"] = answer(200, b"whole and more", Content_Length="5")
    server.paths["/image"] = answer(200, b"\x89PNG", kind="image/png")
    server.paths["/cut"] = answer(200, gzip.compress(b"x" * 5000)[:-12], Content_Encoding="gzip")
    server.paths["/broken"] = answer(200, b"\x1f\x8b" + b"\xff" * 50, Content_Encoding="gzip")
    server.paths["/br"] = answer(200, b"x", Content_Encoding="br")
    server.paths["/noise"] = raw(b"\x16\x03\x01\x02\x00 not http at all\r\n\r\n")
    server.paths["/empty"] = raw(b"")
    kinds = {path: refused(server.url(path)).kind for path in server.paths if path != "/long"}
    assert kinds == {
        "/short": "network",
        "/image": "type",
        "/cut": "truncated",
        "/broken": "truncated",
        "/br": "encoding",
        "/noise": "network",
        "/empty": "network",
    }
    assert fetch(server.url("/long"), rules()).body == b"whole"


def test_what_only_claims_to_be_compressed_is_taken(server: HostileServer) -> None:
    server.paths["/"] = answer(200, b"plain", Content_Encoding="gzip")
    assert fetch(server.url("/"), rules()).body == b"plain"
    whole = zlib.compressobj(9, zlib.DEFLATED, -15)
    server.paths["/raw"] = answer(200, whole.compress(b"plain") + whole.flush(), Content_Encoding="deflate")
    assert fetch(server.url("/raw"), rules()).body == b"plain"


@pytest.mark.parametrize(
    ("status", "after", "again"), [(404, None, False), (503, "120", True), (429, "Wed, 21 Oct 2015 07:28:00 GMT", True)]
)
def test_bad_answers(server: HostileServer, status: int, after: str | None, again: bool) -> None:
    server.paths["/"] = answer(status, b"x", **({"Retry_After": after} if after else {}))
    error = refused(server.url("/"))
    assert (error.kind, error.again) == ("http", again)
    assert error.after == {None: None, "120": 120.0}.get(after, 0.0)


@given(st.text(max_size=60))
def test_no_address_raises_but_fetch_error(text: str) -> None:
    for url in (text, f"http://{text}", f"http://site.example/{text}", f"http://site.example:{text}"):
        with contextlib.suppress(FetchError):
            assert checked_url(url).scheme in {"http", "https"}
