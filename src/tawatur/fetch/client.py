"""Fetch one address: checked at every step, limited in size and time, nothing in it ever run."""

from __future__ import annotations

import ssl
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from functools import lru_cache

import httpcore
import httpx

from tawatur.fetch.addresses import Resolver, checked_url, system_resolver
from tawatur.fetch.connection import CheckedBackend, Deadline
from tawatur.fetch.errors import FetchError
from tawatur.read.compressed import CutShort, Damaged, TooLarge, opened

# Called with every address before it is asked, redirects too; raises FetchError to stop.
Gate = Callable[[httpx.URL], None]

_REDIRECTS = {301, 302, 303, 307, 308}
# Answers after which the same request may succeed: overload, and what stands between.
_PASSING = {408, 425, 429, 500, 502, 503, 504}
# Bytes of compressed body for each byte that may come of it: gzip adds at most some thousandths.
_SLACK = 65_536


@dataclass(frozen=True, slots=True)
class Rules:
    """How fetching is limited: bytes of a body, seconds in all, seconds without a byte, redirects followed.

    `agent` is the User-Agent sent. `resolver` and `allow_private` are for tests and for one's own network.
    """

    agent: str
    most_bytes: int = 20_000_000
    seconds: float = 60.0
    idle: float = 20.0
    redirects: int = 5
    allow_private: bool = False
    resolver: Resolver = system_resolver


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answered: the address asked, the one that answered after redirects, and when (ISO 8601, UTC).

    `headers` has lower-case names. `status` is 200, or 304 where a condition was sent.
    """

    asked: str
    url: str
    status: int
    headers: Mapping[str, str]
    body: bytes
    fetched: str


def fetch(url: str, rules: Rules, gate: Gate = lambda _: None, headers: Mapping[str, str] | None = None) -> Answer:
    """Fetch an address by GET, following redirects, each of them checked as if it had been given.

    Raises FetchError for all that goes wrong; see there for the kinds.
    """
    deadline = Deadline(rules.seconds)
    target = checked_url(url)
    met: list[str] = []
    while True:
        met.append(str(target))
        began = time.monotonic()
        gate(target)
        # Waiting for a host's turn is our own time, not the server's.
        deadline.extend(time.monotonic() - began)
        found = _ask(target, rules, deadline, headers or {})
        if isinstance(found, Answer):
            return Answer(url, found.url, found.status, found.headers, found.body, found.fetched)
        try:
            target = checked_url(str(target.join(found)))
        except (httpx.InvalidURL, ValueError) as error:
            raise FetchError("redirects", f"leads to {found[:200]!r}, which is no address") from error
        if str(target) in met:
            raise FetchError("redirects", f"leads in a circle, over {len(met)} redirects to {str(target)[:200]!r}")
        if len(met) > rules.redirects:
            raise FetchError("redirects", f"leads on over more than {rules.redirects} redirects")


@lru_cache(maxsize=1)
def _tls() -> ssl.SSLContext:
    return httpx.create_ssl_context()


def _ask(target: httpx.URL, rules: Rules, deadline: Deadline, extra: Mapping[str, str]) -> Answer | str:
    """Ask one address; return its answer, or where it redirects to."""
    # Proxies of the environment are not used: behind one, the address that is connected to cannot be checked.
    backend = CheckedBackend(rules.resolver, deadline, rules.allow_private)
    wait = {"connect": rules.idle, "read": rules.idle, "write": rules.idle, "pool": rules.idle}
    sent = {
        "Host": target.netloc.decode("ascii"),
        "User-Agent": rules.agent,
        "Accept": "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/xml;q=0.9, "
        "text/plain;q=0.8, */*;q=0.5",
        "Accept-Encoding": "gzip, deflate",
        "Accept-Language": "ar, *;q=0.5",
        "Connection": "close",
        **extra,
    }
    address = httpcore.URL(scheme=target.raw_scheme, host=target.raw_host, port=target.port, target=target.raw_path)
    try:
        with (
            httpcore.ConnectionPool(ssl_context=_tls(), network_backend=backend, max_connections=1) as pool,
            pool.stream("GET", address, headers=list(sent.items()), extensions={"timeout": wait}) as response,
        ):
            return _answer(response, target, rules, deadline)
    except (httpcore.TimeoutException, TimeoutError) as error:
        if deadline.is_over():
            raise deadline.over() from error
        raise FetchError("time", f"sent nothing for {rules.idle:g} seconds", again=True) from error
    except (httpcore.NetworkError, httpcore.ProtocolError, httpcore.UnsupportedProtocol, OSError) as error:
        if deadline.is_over():
            raise deadline.over() from error
        raise FetchError("network", f"the connection failed: {error or type(error).__name__}", again=True) from error
    finally:
        deadline.release()


def _answer(response: httpcore.Response, target: httpx.URL, rules: Rules, deadline: Deadline) -> Answer | str:
    headers = {
        name.decode("latin-1").lower(): value.decode("utf-8", "replace") for name, value in reversed(response.headers)
    }
    status = response.status
    if status in _REDIRECTS and headers.get("location"):
        return headers["location"]
    fetched = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    if status == 304:
        return Answer("", str(target), status, headers, b"", fetched)
    if status != 200:
        after = _seconds(headers.get("retry-after"))
        raise FetchError("http", f"the server answered {status}", again=status in _PASSING, after=after, status=status)
    kind = headers.get("content-type", "").partition("/")[0].strip().lower()
    if kind in {"image", "video", "audio", "font"}:
        raise FetchError("type", f"is {headers['content-type'][:80]!r}, no page")
    length = headers.get("content-length", "")
    if length.isascii() and length.isdigit() and int(length[:18]) > rules.most_bytes:
        raise FetchError("size", f"has {int(length[:18]):,} bytes, over the limit of {rules.most_bytes:,}")
    return Answer("", str(target), status, headers, _body(response, headers, rules, deadline), fetched)


def _body(response: httpcore.Response, headers: Mapping[str, str], rules: Rules, deadline: Deadline) -> bytes:
    encoding = headers.get("content-encoding", "").strip().lower()
    try:
        body = b"".join(opened(_limited(response.iter_stream(), rules.most_bytes + _SLACK), encoding, rules.most_bytes))
    except TooLarge as error:
        raise FetchError("size", str(error)) from error
    except CutShort as error:
        raise FetchError("truncated", str(error), again=True) from error
    except Damaged as error:
        raise FetchError("truncated", str(error)) from error
    except ValueError as error:
        raise FetchError("encoding", f"is {error}") from error
    if deadline.is_over():
        raise deadline.over()
    return body


def _limited(chunks: Iterable[bytes], most: int) -> Iterator[bytes]:
    """Pass on what comes over the line up to a limit: compressed nothing may be endless."""
    total = 0
    for chunk in chunks:
        total += len(chunk)
        if total > most:
            raise TooLarge(f"sent more than {most:,} bytes")
        yield chunk


def _seconds(after: str | None) -> float | None:
    """Return the seconds that a Retry-After header asks for, as a number or a date."""
    if not after:
        return None
    if after.strip().isascii() and after.strip().isdigit():
        return float(after.strip()[:9])
    try:
        return max(0.0, (parsedate_to_datetime(after) - datetime.now(UTC)).total_seconds())
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
