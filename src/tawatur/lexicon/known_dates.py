"""What dates a text by what it takes for granted: wars, bodies, inventions and events with the day they began."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from tawatur.lexicon.tables import LexiconError, read_table
from tawatur.text.fold import fold
from tawatur.text.words import find_words


@dataclass(frozen=True, slots=True)
class KnownDate:
    """An event or body: since when it can be spoken of, until when it had its name, and whose news is meant."""

    first: date
    last: date | None
    country: str | None = None


@dataclass(frozen=True, slots=True)
class KnownDates:
    """The table: folded phrases (words joined by a space) to their dates, and wars as sets of words to their starts.

    `longest` is the most words that a phrase has, `openers` the words that phrases start with; `contexts` holds, by
    country, the folded words by which its news is known.
    """

    phrases: dict[str, KnownDate]
    wars: dict[frozenset[str], tuple[date, ...]]
    longest: int
    openers: frozenset[str]
    contexts: dict[str, frozenset[str]] = field(default_factory=dict)


def phrase_words(text: str) -> list[str]:
    """Return the folded words of a phrase, «عبد الله» and «أبو الغيط» as one word, as «عبدالله» is."""
    return joined_names(word.norm for word in find_words(fold(text)) if word.kind != "mark")


# First halves of names that are written together or apart.
NAME_HALVES = frozenset(("عبد", "ابو"))


def joined_names(norms: Iterable[str]) -> list[str]:
    """Return folded words with the halves of names put together."""
    found: list[str] = []
    for norm in norms:
        if found and found[-1] in NAME_HALVES:
            found[-1] += norm
        else:
            found.append(norm)
    return found


def period(text: str) -> tuple[date, date]:
    """Return the first and last day of a date written as year, month or day («2015», «2015-04», «2015-04-29»)."""
    parts = [int(part) for part in text.split("-")]
    if len(parts) == 3:
        return date(*parts), date(*parts)
    year, month = parts[0], parts[1] if len(parts) == 2 else 12
    first = date(year, month if len(parts) == 2 else 1, 1)
    return first, date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


def load_known_dates() -> KnownDates:
    """Build the table from lexicon/data/page_known_dates.tsv.

    Raises LexiconError for a row of an unknown kind or with a date that is none.
    """
    phrases: dict[str, KnownDate] = {}
    wars: dict[frozenset[str], tuple[date, ...]] = {}
    contexts: dict[str, frozenset[str]] = {}
    for kind, first, last, country, names in read_table("page_known_dates.tsv", 5):
        if kind == "context":
            contexts[country] = frozenset(" ".join(phrase_words(name)) for name in names.split("|"))
            continue
        try:
            begin, end = period(first)[0], period(last)[1] if last else None
        except ValueError as error:
            raise LexiconError(f"page_known_dates.tsv: {first!r}, {last!r} are no dates ({names})") from error
        if kind == "war":
            key = frozenset(phrase_words(names))
            wars[key] = (*wars.get(key, ()), begin)
        elif kind == "event":
            for name in names.split("|"):
                phrases[" ".join(phrase_words(name))] = KnownDate(begin, end, country or None)
        else:
            raise LexiconError(f"page_known_dates.tsv: {kind!r} is no kind of known date")
    longest = max(len(phrase.split()) for phrase in phrases)
    return KnownDates(phrases, wars, longest, frozenset(phrase.split()[0] for phrase in phrases), contexts)
