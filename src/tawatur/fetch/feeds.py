"""Ask the watched feeds whether there is something new, with as little traffic as they allow."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tawatur.fetch.arrivals import listing_of, named_pages
from tawatur.fetch.errors import FetchError
from tawatur.fetch.polite import Fetcher
from tawatur.fetch.state import Feed, FetchState
from tawatur.model import SetAside
from tawatur.read import FeedEntry, Listing

# A feed that fails is asked after twice the interval, then four times, up to a day; one that is gone (410), once a day.
_LONGEST_WAIT = 86_400.0
# Sitemaps of an index that are watched: the newest. An index of a big site names thousands, one for each old month.
_MOST_CHILDREN = 50


@dataclass(frozen=True, slots=True)
class Polled:
    """What a feed came to: pages that are new and known, whether it said that nothing changed, and what failed.

    `again` tells that what failed may go better by itself.
    """

    url: str
    new: int = 0
    known: int = 0
    unchanged: bool = False
    failed: SetAside | None = None
    again: bool = False


def poll_feeds(state: FetchState, fetcher: Fetcher, every: float, all_sound: bool = False) -> Iterator[Polled]:
    """Ask every feed that is due, `every` seconds apart; new pages are queued with the note that the feed was read.

    `all_sound` asks feeds before their time too, those excepted that failed. Sitemaps of an index are asked in the same
    round.
    """
    asked: set[str] = set()
    while feeds := [feed for feed in state.due_feeds(fetcher.clock(), all_sound) if feed.url not in asked]:
        for feed in feeds:
            asked.add(feed.url)
            yield _poll(state, fetcher, feed, every)


def _poll(state: FetchState, fetcher: Fetcher, feed: Feed, every: float) -> Polled:
    conditions = {"If-None-Match": feed.etag, "If-Modified-Since": feed.modified}
    try:
        answer = fetcher.get(feed.url, {name: value for name, value in conditions.items() if value})
    except FetchError as error:
        wait = max(error.after or 0.0, min(every * 2.0 ** (feed.failures + 1), _LONGEST_WAIT))
        if error.kind == "later":
            state.feed_failed(feed, fetcher.clock() + (error.after or every), tried=False)
        else:
            state.feed_failed(feed, fetcher.clock() + (_LONGEST_WAIT if error.status == 410 else wait))
        return Polled(feed.url, failed=SetAside(feed.url, str(error), error.kind), again=error.again)
    due = fetcher.clock() + every
    if answer.status == 304:
        state.feed_read(feed, due, (feed.etag, feed.modified))
        return Polled(feed.url, unchanged=True)
    found = listing_of(answer)
    if not isinstance(found, Listing) or found.kind == "opml":
        reason = "is no feed or sitemap" if found is None or isinstance(found, Listing) else found.reason
        state.feed_failed(feed, fetcher.clock() + min(every * 2.0 ** (feed.failures + 1), _LONGEST_WAIT))
        return Polled(feed.url, failed=SetAside(feed.url, reason, "feed"))
    validators = (_header(answer.headers.get("etag")), _header(answer.headers.get("last-modified")))
    damage = SetAside(feed.url, found.damage, "feed") if found.damage else None
    if found.kind == "index" and feed.parent is None:
        state.feed_read(feed, due, validators, children=_newest(found.entries))
        return Polled(feed.url, failed=damage)
    # A damaged feed is not taken for read: what comes after the damage may be had the next time.
    new, known = state.feed_read(
        feed, due, (None, None) if damage else validators, named_pages(found.entries, feed.url)
    )
    return Polled(feed.url, new, known, failed=damage)


def _newest(entries: tuple[FeedEntry, ...]) -> list[tuple[str, str | None]]:
    """Return the sitemaps of an index that changed last; those without a date count as new."""
    dated = sorted(entries, key=lambda entry: entry.modified or entry.published or "9999", reverse=True)
    return [(entry.url, entry.title) for entry in dated[:_MOST_CHILDREN] if entry.url]


def _header(value: str | None) -> str | None:
    """Return a validator as it may be sent back: of one line, and no longer than servers make them."""
    return value if value and len(value) <= 1_000 and value.isascii() and value.isprintable() else None
