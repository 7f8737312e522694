"""From addresses to pages: answers become pages or listings, listings become addresses, failures are tried again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tawatur.fetch.client import Answer
from tawatur.fetch.errors import FetchError
from tawatur.fetch.polite import Fetcher
from tawatur.fetch.state import By, FetchState, Kept, Origin, Waiting
from tawatur.model import Page, Provenance, SetAside
from tawatur.read import (
    Arrival,
    FeedEntry,
    Listing,
    NoListing,
    is_page_type,
    listing_kind,
    page_from_bytes,
    read_listing,
)

# A sitemap index names sitemaps, these name pages: two steps. A third lets an address name the index.
_DEEPEST = 3
# Tries of an address that may go better later: after 5 minutes, 20, 80, and 5 hours.
MOST_TRIES = 5
_FIRST_RETRY, _RETRY_FACTOR = 300.0, 4.0


@dataclass(frozen=True, slots=True)
class Fetched:
    """What one step of fetching came to: whether anything was asked, what failed, pages named new and known."""

    asked: bool
    failed: SetAside | None = None
    named: int = 0
    known: int = 0


def fetch_next(state: FetchState, fetcher: Fetcher, by: By) -> Fetched:
    """Fetch the next address that is due and keep its answer; an answer that is a listing queues what it names."""
    waiting = state.next_page(by, fetcher.clock())
    if waiting is None:
        return Fetched(asked=False)
    try:
        answer = fetcher.get(waiting.url)
    except FetchError as error:
        return Fetched(True, _failed(state, fetcher, waiting, error, by))
    # A listing is kept nowhere: it is asked afresh each time it is given.
    found = listing_of(answer)
    if found is None:
        return Fetched(True, known=0 if state.keep(waiting.id, answer) else 1)
    if isinstance(found, NoListing) or waiting.origin.depth >= _DEEPEST:
        state.finish([waiting.id], seen=False)
        told = (found.kind, found.reason) if isinstance(found, NoListing) else ("feed", "stands too deep in sitemaps")
        return Fetched(True, SetAside(waiting.url, told[1], told[0]))
    new, known = state.put(by, named_pages(found.entries, waiting.url, waiting.origin.depth + 1))
    state.finish([waiting.id], seen=False)
    return Fetched(True, SetAside(waiting.url, found.damage, "feed") if found.damage else None, new, known)


def _failed(state: FetchState, fetcher: Fetcher, waiting: Waiting, error: FetchError, by: By) -> SetAside | None:
    """Put an address off, or give it up; `watch` tells of nothing that it will try again."""
    if error.kind == "later" or (error.again and waiting.tries + 1 < MOST_TRIES):
        asked = error.kind != "later"
        wait = max(error.after or 0.0, _FIRST_RETRY * _RETRY_FACTOR**waiting.tries if asked else 0.0)
        state.postpone(waiting.id, fetcher.clock() + wait, tried=asked)
        return None if by == "watch" else SetAside(waiting.url, f"{error}; try again later", error.kind)
    # A person may ask for the same address again; a feed goes on naming it, and is not to be followed each time.
    state.finish([waiting.id], seen=by == "watch")
    return SetAside(waiting.url, str(error), error.kind)


def listing_of(answer: Answer) -> Listing | NoListing | None:
    """Return the feed or sitemap that an answer is, what is wrong with it, or None for a page."""
    if listing_kind(answer.body[:4096]) is None:
        return None
    charset = answer.headers.get("content-type", "").partition("charset=")[2].strip("\"' ;") or None
    return read_listing(answer.body, answer.url, charset)


def named_pages(entries: Iterable[FeedEntry], listed_by: str, depth: int = 1) -> Iterator[tuple[str, Origin]]:
    """Yield the addresses that a listing names, with what it says of them."""
    for entry in entries:
        if entry.url:
            yield entry.url, Origin(listed_by, entry.title, entry.published, depth, entry.modified)


def arrived_page(kept: Kept) -> Page | SetAside:
    """Return the page of an answer, with where it came from."""
    answer, origin = kept.answer, kept.origin
    media = answer.headers.get("content-type", "")
    if not is_page_type(media):
        return SetAside(answer.url, f"is {media[:80]!r}, no page", "type")
    provenance = Provenance(
        "fetched",
        fetched=answer.fetched,
        asked=answer.asked if answer.asked != answer.url else None,
        http_date=answer.headers.get("date"),
        http_modified=answer.headers.get("last-modified"),
        listed_by=origin.listed_by,
        listed_title=origin.title,
        listed_published=origin.published,
        listed_modified=origin.modified,
    )
    return page_from_bytes(answer.body, Arrival(answer.url, url=answer.url, media=media, provenance=provenance))
