"""What dates a text by what it takes for granted: office holders, wars and events with the day they began."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tawatur.lexicon.tables import LexiconError, read_table
from tawatur.text.fold import fold
from tawatur.text.words import find_words


@dataclass(frozen=True, slots=True)
class KnownDate:
    """A tenure or an event: its kind ("office", "event"), first day, and last day (None: open)."""

    kind: str
    first: date
    last: date | None


@dataclass(frozen=True, slots=True)
class KnownDates:
    """The table: folded phrases (words joined by a space) to their dates, and wars as sets of words to their starts.

    `longest` is the most words that a phrase has, `openers` the words that phrases start with.
    """

    phrases: dict[str, KnownDate]
    wars: dict[frozenset[str], tuple[date, ...]]
    longest: int
    openers: frozenset[str]


def _words(text: str) -> list[str]:
    return [word.norm for word in find_words(fold(text)) if word.kind != "mark"]


def load_known_dates() -> KnownDates:
    """Build the table from lexicon/data/page_known_dates.tsv.

    A title and name that stand for several tenures (two terms apart) give the first day of the first and the last day
    of the last. Raises LexiconError for a row of an unknown kind.
    """
    phrases: dict[str, KnownDate] = {}
    wars: dict[frozenset[str], tuple[date, ...]] = {}
    for kind, first, last, titles, names in read_table("page_known_dates.tsv", 5):
        begin = date.fromisoformat(first)
        end = date.fromisoformat(last) if last else None
        if kind == "war":
            key = frozenset(_words(names))
            wars[key] = (*wars.get(key, ()), begin)
            continue
        if kind not in ("office", "event"):
            raise LexiconError(f"page_known_dates.tsv: {kind!r} is no kind of known date")
        for title in titles.split("|"):
            for name in names.split("|"):
                phrase = " ".join(_words(f"{title} {name}"))
                old = phrases.get(phrase)
                phrases[phrase] = KnownDate(kind, begin, end) if old is None else _joined(old, begin, end)
    longest = max(len(phrase.split()) for phrase in phrases)
    return KnownDates(phrases, wars, longest, frozenset(phrase.split()[0] for phrase in phrases))


def _joined(old: KnownDate, first: date, last: date | None) -> KnownDate:
    return KnownDate(old.kind, min(old.first, first), max(old.last, last) if old.last and last else None)
