"""Words of time: months in every tradition, weekdays, units, parts of the day, relative words."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TimeLexicon:
    """What timex knows of words."""


def load_time_words() -> TimeLexicon:
    """Build the lexicon from its data files."""
    return TimeLexicon()
