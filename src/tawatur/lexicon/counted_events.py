"""What is counted year by year: anniversaries of events, editions of congresses, festivals and cups."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from tawatur.lexicon.known_dates import period, phrase_words
from tawatur.lexicon.tables import LexiconError, read_table

# Years of the editions that are counted: what lies outside them is another count, or misread.
_YEARS = range(1990, 2060)
KINDS = ("anniversary", "death", "edition", "numbered")


@dataclass(frozen=True, slots=True)
class Edition:
    """One edition that public record dates: its number, its days, and how many years part it from the next (or 0)."""

    number: int
    first: date
    last: date
    every: int


@dataclass(frozen=True, slots=True)
class Counted:
    """What one phrase names: an event whose years are counted (`begun`), or something held in editions."""

    kind: str
    begun: tuple[date, date] | None = None
    editions: tuple[Edition, ...] = ()

    def held(self, number: int) -> Edition | None:
        """Return the edition of a number: as listed, else counted from the nearest that is held at regular years."""
        listed = next((edition for edition in self.editions if edition.number == number), None)
        if listed:
            return listed
        regular = [edition for edition in self.editions if edition.every]
        if not regular:
            return None
        near = min(regular, key=lambda edition: abs(edition.number - number))
        year = near.first.year + (number - near.number) * near.every
        return Edition(number, date(year, 1, 1), date(year, 12, 31), near.every) if year in _YEARS else None


@dataclass(frozen=True, slots=True)
class CountedEvents:
    """The table by folded phrase; `longest` is the most words of one, `openers` the words they start with."""

    phrases: dict[str, Counted] = field(default_factory=dict)
    longest: int = 0
    openers: frozenset[str] = frozenset()


def years_later(day: date, years: int) -> date:
    """Return the same day of another year (28 February for the 29th where there is none)."""
    return day.replace(year=day.year + years, day=28 if (day.month, day.day) == (2, 29) else day.day)


def load_counted_events() -> CountedEvents:
    """Build the table from lexicon/data/page_counted_events.tsv.

    Raises LexiconError for a row of an unknown kind, with a date that is none, or an edition without its number.
    """
    phrases: dict[str, Counted] = {}
    for kind, number, when, every, names in read_table("page_counted_events.tsv", 5):
        if kind not in KINDS:
            raise LexiconError(f"page_counted_events.tsv: {kind!r} is no kind of counted event ({names})")
        try:
            days = period(when)
            edition = Edition(int(number), *days, int(every or 0)) if kind in ("edition", "numbered") else None
        except ValueError as error:
            raise LexiconError(f"page_counted_events.tsv: {number!r}, {when!r} or {every!r} ({names})") from error
        for name in names.split("|"):
            key = " ".join(phrase_words(name))
            if edition is None:
                phrases[key] = Counted(kind, days)
            else:
                known = phrases.get(key, Counted(kind))
                phrases[key] = Counted(kind, editions=(*known.editions, edition))
    longest = max((len(phrase.split()) for phrase in phrases), default=0)
    return CountedEvents(phrases, longest, frozenset(phrase.split()[0] for phrase in phrases))
