"""The day of a time as feeds, sitemaps and servers write it."""

from __future__ import annotations

from datetime import date, datetime
from email.utils import parsedate_to_datetime


def written_day(written: str | None) -> date | None:
    """Return the day of a time in ISO 8601 or as in mail and HTTP, as its own time zone writes it; None for another."""
    if not written:
        return None
    try:
        return datetime.fromisoformat(written.strip()).date()
    except ValueError:
        pass
    try:
        return parsedate_to_datetime(written).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
