"""Fetch as a guest does: after asking robots.txt, one request at a time to a host, and less when it is asked to."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

import httpx
from protego import Protego

from tawatur.fetch.client import Answer, Rules, fetch
from tawatur.fetch.errors import FetchError
from tawatur.fetch.state import PATIENCE, FetchState

# RFC 9309: at least 500 KiB of a robots.txt are read, and a copy is kept for a day at most.
_ROBOTS_BYTES = 512_000
_ROBOTS_FRESH = 86_400.0
# When a site's robots.txt cannot be had for the server's fault, nothing is fetched from it; this is asked again after.
_ROBOTS_RETRY = 3_600.0
# Answers that ask to be left alone; without Retry-After the wait begins with a minute and doubles up to a day.
_TOO_MUCH = {429, 503}
_FIRST_WAIT, _LONGEST_WAIT = 60.0, 86_400.0


@dataclass(frozen=True, slots=True)
class Manners:
    """How hosts are treated: seconds between requests to one, the longest Crawl-delay followed, robots.txt obeyed."""

    pause: float = 2.0
    longest_delay: float = 60.0
    robots: bool = True


class Fetcher:
    """Fetches addresses, each when its host's turn has come. The turns are kept in the state, over restarts."""

    def __init__(
        self,
        rules: Rules,
        state: FetchState,
        manners: Manners | None = None,
        clock: Callable[[], float] = time.time,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self.rules = rules
        self._state = state
        self._manners = manners or Manners()
        self.clock = clock
        self._sleep = sleep
        self._delays: dict[str, float] = {}
        self._parsed: dict[str, tuple[str, Protego]] = {}

    def get(self, url: str, headers: Mapping[str, str] | None = None) -> Answer:
        """Fetch an address politely. Raises FetchError, "robots" where the site does not want it."""
        asked: list[str] = []

        def gate(target: httpx.URL) -> None:
            self._wait(target.host)
            self._ask_leave(target)
            asked.append(target.host)

        try:
            answer = fetch(url, self.rules, gate, headers)
        except FetchError as error:
            for host in asked:
                self._put_off(host, error if host == asked[-1] else None)
            raise
        for host in asked:
            self._put_off(host, None)
        return answer

    def _wait(self, host: str) -> None:
        due, failures = self._state.host(host)
        wait = due - self.clock()
        if wait > PATIENCE:
            why = "it asked to be left alone" if failures else "its turn is later"
            raise FetchError("later", f"{host} is not asked for {wait:.0f} seconds: {why}", again=True, after=wait)
        if wait > 0:
            self._sleep(wait)

    def _put_off(self, host: str, error: FetchError | None) -> None:
        """Note when a host may be asked next."""
        now = self.clock()
        failures = self._state.host(host)[1]
        if error is not None and (error.status in _TOO_MUCH):
            wait = error.after if error.after is not None else _FIRST_WAIT * 2.0 ** min(failures, 20)
            self._state.set_host(host, now + min(max(wait, self._manners.pause), _LONGEST_WAIT), failures + 1)
        elif error is None or error.kind not in {"later", "robots"}:
            self._state.set_host(host, now + self._delay(host), 0)

    def _delay(self, host: str) -> float:
        return max(self._manners.pause, min(self._delays.get(host, 0.0), self._manners.longest_delay))

    def _ask_leave(self, target: httpx.URL) -> None:
        """Raise FetchError "robots" where the site's robots.txt forbids the address."""
        if not self._manners.robots:
            return
        origin = f"{target.scheme}://{target.netloc.decode('ascii')}"
        known = self._state.robots(origin, self.clock())
        rules, allowed = known if known is not None else self._fetch_robots(origin)
        if rules is None:
            if not allowed:
                raise FetchError(
                    "robots", f"{origin}/robots.txt cannot be had, so nothing there is fetched", again=True
                )
            return
        parsed = self._robots(origin, rules)
        self._delays[target.host] = parsed.crawl_delay(self.rules.agent) or 0.0
        if not parsed.can_fetch(str(target), self.rules.agent):
            raise FetchError("robots", f"{origin}/robots.txt asks not to fetch it")

    def _robots(self, origin: str, rules: str) -> Protego:
        known = self._parsed.get(origin)
        if known is None or known[0] != rules:
            known = self._parsed[origin] = (rules, Protego.parse(rules))
        return known[1]

    def _fetch_robots(self, origin: str) -> tuple[str | None, bool]:
        rules, allowed, fresh = None, True, _ROBOTS_FRESH
        small = replace(self.rules, most_bytes=_ROBOTS_BYTES, seconds=min(self.rules.seconds, 20.0))
        try:
            rules = fetch(f"{origin}/robots.txt", small).body.decode("utf-8", "replace")
        except FetchError as error:
            if error.kind == "address":
                raise
            # RFC 9309: "unavailable" (4xx) allows all, "unreachable" (5xx, no connection) allows nothing.
            absent = error.status is not None and 400 <= error.status < 500 and error.status != 429
            if not absent and error.kind not in {"size", "type", "encoding", "redirects"}:
                allowed, fresh = False, _ROBOTS_RETRY
        self._state.set_robots(origin, rules, allowed, self.clock() + fresh)
        return rules, allowed
