"""Bring pages from the network into a store: fetched a few at a time, read, stored, and only then noted as done."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterator

from tawatur.engine import Engine
from tawatur.fetch import Fetcher, FetchState, Polled, arrived_page, fetch_next, poll_feeds
from tawatur.fetch.state import By
from tawatur.ingest.adding import Added, Progress, add_pages
from tawatur.model import SetAside
from tawatur.store import Store

# Answers that are read and stored together: some seconds of work, and little memory.
BATCH = 16
# Seconds after which what has arrived is read, though it be fewer.
_BATCH_SECONDS = 20.0


def joined(one: Added, other: Added) -> Added:
    """Return two outcomes as one."""
    kinds = Counter(dict(one.kinds)) + Counter(dict(other.kinds))
    return Added(
        one.pages + other.pages,
        one.articles + other.articles,
        one.known + other.known,
        one.forgotten + other.forgotten,
        one.set_aside + other.set_aside,
        tuple(sorted(kinds.items())),
        one.stopped or other.stopped,
        one.changed + other.changed,
    )


def add_fetched(
    state: FetchState,
    fetcher: Fetcher,
    by: By,
    store: Store,
    engine: Engine,
    progress: Progress | None = None,
    seconds: float | None = None,
    again: bool = False,
) -> Added:
    """Fetch what waits and is due, read it and store it, for `seconds` at most.

    An answer is kept in the state as soon as it is there, and noted as done after its page is stored: killed at any
    moment, the next run goes on from there and fetches nothing twice. Ctrl-C returns with `stopped`.
    `again`: see `add`.
    """
    end = None if seconds is None else time.monotonic() + seconds
    total = Added()
    try:
        more = True
        while more and not total.stopped and (end is None or time.monotonic() < end):
            aside, known, more = _fetch_some(state, fetcher, by)
            total = joined(total, Added(known=known))
            total = joined(total, _read_kept(state, store, engine, aside, total, progress, again))
    except KeyboardInterrupt:
        return joined(total, Added(stopped=True))
    return total


def _fetch_some(state: FetchState, fetcher: Fetcher, by: By) -> tuple[list[SetAside], int, bool]:
    """Fetch a batch; return what failed, how many were known, and whether there may be more."""
    aside, known, began = list[SetAside](), 0, time.monotonic()
    for _ in range(BATCH):
        step = fetch_next(state, fetcher, by)
        if not step.asked:
            return aside, known, False
        known += step.known
        if step.failed is not None:
            aside.append(step.failed)
        if time.monotonic() - began > _BATCH_SECONDS:
            break
    return aside, known, True


def _read_kept(
    state: FetchState,
    store: Store,
    engine: Engine,
    aside: list[SetAside],
    before: Added,
    progress: Progress | None,
    again: bool,
) -> Added:
    """Read the answers that are kept, those of a killed run too, and note them as done."""
    total = add_pages(aside, store, engine) if aside else Added()
    while not total.stopped and (kept := state.kept(BATCH)):
        added = add_pages((arrived_page(state.kept_answer(id)) for id in kept), store, engine, again=again)
        if not added.stopped:
            state.finish(kept)
        total = joined(total, added)
    if progress is not None:
        progress(joined(before, total))
    return total


def watch_round(
    state: FetchState,
    fetcher: Fetcher,
    store: Store,
    engine: Engine,
    every: float,
    told: Callable[[Polled], None],
    *,
    all_sound: bool = False,
    progress: Progress | None = None,
    seconds: float | None = None,
) -> Added:
    """Ask the feeds that are due and bring in the pages that they name; `told` hears of each feed."""

    def failures() -> Iterator[SetAside]:
        for polled in poll_feeds(state, fetcher, every, all_sound):
            told(polled)
            if polled.failed is not None and not polled.again:
                yield polled.failed

    total = add_pages(failures(), store, engine)
    if total.stopped:
        return total
    return joined(total, add_fetched(state, fetcher, "watch", store, engine, progress, seconds))


def next_due(state: FetchState) -> float | None:
    """Return when something is to be asked next (seconds since the epoch), or None when nothing waits."""
    dues = [due for due in (state.next_feed_due(), state.next_due("watch")) if due is not None]
    return min(dues, default=None)
