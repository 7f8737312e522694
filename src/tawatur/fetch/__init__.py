"""Fetch pages and feeds from the network: safely, politely, and each page once.

Kinds of `SetAside` beyond those of reading: "address" (no public http(s) address), "network" (no connection, or it
broke), "time", "size", "redirects", "http" (a bad answer), "type" (a picture, data …), "robots" (the site asks not to).
"""

from tawatur.fetch.arrivals import Fetched, arrived_page, fetch_next
from tawatur.fetch.client import Answer, Rules, fetch
from tawatur.fetch.errors import FetchError
from tawatur.fetch.feeds import Polled, poll_feeds
from tawatur.fetch.lists import named_in, read_addresses, read_feeds
from tawatur.fetch.polite import Fetcher, Manners
from tawatur.fetch.state import FetchState, Kept, Origin, StateError, state_path

__all__ = [
    "Answer",
    "FetchError",
    "FetchState",
    "Fetched",
    "Fetcher",
    "Kept",
    "Manners",
    "Origin",
    "Polled",
    "Rules",
    "StateError",
    "arrived_page",
    "fetch",
    "fetch_next",
    "named_in",
    "poll_feeds",
    "read_addresses",
    "read_feeds",
    "state_path",
]
