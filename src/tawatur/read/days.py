"""The day of a time as feeds, sitemaps and servers write it."""

from __future__ import annotations

from datetime import date, datetime
from email.utils import parsedate_to_datetime


def written_time(written: str) -> datetime | None:
    """Return a time in ISO 8601 or as in mail and HTTP, or None for another."""
    try:
        return datetime.fromisoformat(written.strip())
    except ValueError:
        pass
    try:
        return parsedate_to_datetime(written)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def written_day(written: str | None) -> date | None:
    """Return the day of a time in ISO 8601 or as in mail and HTTP, as its own time zone writes it; None for another."""
    time = written_time(written) if written else None
    return time.date() if time else None
