"""What helps to date the pages of known outlets; an outlet without a profile is read as before."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from tawatur.lexicon.known_dates import period
from tawatur.lexicon.tables import LexiconError, read_table

_ORDERS = ("", "dmy", "mdy")


@dataclass(frozen=True, slots=True)
class OutletProfile:
    """An outlet's first day of writing, its clock's hours east of Greenwich, whether it writes the month first.

    `named` is since when texts can name it, None where that is before the web or not sure.
    """

    since: date | None = None
    east: timedelta | None = None
    month_first: bool = False
    named: date | None = None


def load_outlet_profiles() -> dict[str, OutletProfile]:
    """Read lexicon/data/outlet_profiles.tsv, by the outlets' keys.

    Raises LexiconError for a date, number of hours or order that is none.
    """
    profiles = {}
    for key, since, hours, order, named in read_table("outlet_profiles.tsv", 5):
        if order not in _ORDERS:
            raise LexiconError(f"outlet_profiles.tsv: {order!r} is no order of a date ({key})")
        try:
            first = period(since)[0] if since else None
            known = period(named)[0] if named else None
            east = timedelta(hours=float(hours)) if hours else None
        except ValueError as error:
            raise LexiconError(
                f"outlet_profiles.tsv: {since!r}, {named!r} or {hours!r} is no date, no hours ({key})"
            ) from error
        profiles[key] = OutletProfile(first, east, order == "mdy", known)
    return profiles
