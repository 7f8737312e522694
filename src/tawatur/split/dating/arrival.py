"""What is known of a page's day from how it came: the listing that named it, its server, the time of fetching."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, timedelta

from tawatur.model import Page, PageClaim
from tawatur.read.days import written_day, written_time
from tawatur.split.dating.bounds import Bound

# A time in UTC is still the day before, or already the day after, where the page was written.
_ZONES = timedelta(days=1)


def listed_day(page: Page) -> tuple[date, str] | None:
    """Return the day on which a feed or news sitemap says that the page was published, and which one says so."""
    told = page.provenance
    day = written_day(told.listed_published) if told else None
    return (day, f"listed by {told.listed_by or 'a feed'}") if told and day else None


def arrival_bounds(page: Page, east: timedelta | None = None) -> list[Bound]:
    """Return until when a page's articles must have been published: none is younger than its page.

    `east` is how far the outlet's clock is before Greenwich's, where its profile tells it.
    """
    return [
        Bound(f"{reason} {day}", None, last=_local_day(written, east) or day + _ZONES)
        for _, reason, written in _times(page)
        if (day := written_day(written))
    ]


def _local_day(written: str, east: timedelta | None) -> date | None:
    """Return the day at the outlet of a time that tells its own zone, or None."""
    time = written_time(written)
    if east is None or time is None or time.tzinfo is None:
        return None
    return (time.astimezone(UTC) + east).date()


def arrival_claims(page: Page) -> Iterator[PageClaim]:
    """Yield what the page's way here says of its times and title, each with its place."""
    told = page.provenance
    if told is None:
        return
    listed = listed_day(page)
    if listed:
        yield PageClaim("published", listed[0].isoformat(), listed[1])
    if told.listed_title:
        yield PageClaim("headline", told.listed_title, f"listed by {told.listed_by or 'a feed'}")
    for field, reason, written in _times(page):
        day = written_day(written)
        if day:
            yield PageClaim(field, day.isoformat(), reason)


def _times(page: Page) -> Iterator[tuple[str, str, str]]:
    """Yield the times after which the page cannot have been published: field, reason, time as written."""
    told = page.provenance
    if told is None:
        return
    for field, reason, written in (
        ("modified", f"changed by {told.listed_by or 'the sitemap'}", told.listed_modified),
        ("served", "HTTP Last-Modified", told.http_modified),
        ("fetched", "HTTP Date", told.http_date),
        ("fetched", "fetched", told.fetched),
    ):
        if written:
            yield field, reason, written
