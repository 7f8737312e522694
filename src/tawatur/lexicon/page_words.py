"""Words that furnish news pages: section headings, share bars, source lines, outlets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tawatur.lexicon.counted_events import CountedEvents, load_counted_events
from tawatur.lexicon.known_dates import KnownDate, KnownDates, load_known_dates, phrase_words
from tawatur.lexicon.office_terms import OfficeTerms, load_office_terms
from tawatur.lexicon.outlet_profiles import OutletProfile, load_outlet_profiles
from tawatur.lexicon.outlets import OutletBook, load_outlets
from tawatur.lexicon.page_people import KnownPeople, load_page_people
from tawatur.lexicon.tables import LexiconError, read_table
from tawatur.text.fold import fold
from tawatur.text.words import find_words

CLASSES = ("section", "pointer", "furniture", "comments", "source", "keywords", "byline", "date", "caption", "topic")

# A name of fewer letters may be other words' too.
_NAME_LETTERS = 6


@dataclass(frozen=True, slots=True)
class PageLexicon:
    """What page lines are known by.

    `whole` and `start` lead from folded words joined by a space to the classes of lines that hold these words and
    nothing else, or begin with them; `longest` is the most words that a phrase has, `openings` the first words of
    what lines begin with.
    """

    outlets: OutletBook
    known: KnownDates
    whole: dict[str, frozenset[str]]
    start: dict[str, frozenset[str]]
    longest: int
    openings: frozenset[str]
    terms: OfficeTerms
    profiles: dict[str, OutletProfile]
    people: KnownPeople
    counted: CountedEvents

    def whole_classes(self, words: Sequence[str]) -> frozenset[str]:
        """Return the classes of a line of exactly these folded words."""
        return self.whole.get(" ".join(words), frozenset()) if len(words) <= self.longest else frozenset()

    def start_match(self, words: Sequence[str], wanted: str) -> int:
        """Return how many of the first folded words are the longest phrase of class `wanted`, 0 for none."""
        if not words or words[0] not in self.openings:
            return 0
        for count in range(min(self.longest, len(words)), 0, -1):
            if wanted in self.start.get(" ".join(words[:count]), frozenset()):
                return count
        return 0


def _with_outlets(known: KnownDates, outlets: OutletBook, profiles: dict[str, OutletProfile]) -> KnownDates:
    """Return the known dates and since when texts can name outlets, by those names that are no other words."""
    phrases = dict(known.phrases)
    for outlet in outlets.outlets:
        since = profiles[outlet.key].named if outlet.key in profiles else None
        for name in outlet.spellings if since else ():
            words = " ".join(phrase_words(name))
            if since and outlets.named(name) == outlet and len(words) >= _NAME_LETTERS:
                phrases.setdefault(words, KnownDate(since, None))
    longest = max(len(phrase.split()) for phrase in phrases)
    openers = frozenset(phrase.split()[0] for phrase in phrases)
    return KnownDates(phrases, known.wars, longest, openers, known.contexts)


def load_page_words() -> PageLexicon:
    """Build the lexicon from its data files.

    Raises LexiconError for a row of an unknown class or kind of match.
    """
    tables: dict[str, dict[str, set[str]]] = {"whole": {}, "start": {}}
    longest = 0
    for kind, match, phrase in read_table("page_phrases.tsv", 3):
        if kind not in CLASSES or match not in tables:
            raise LexiconError(f"page_phrases.tsv: {kind!r} {match!r} is no class and match of line phrases")
        words = [word.norm for word in find_words(fold(phrase)) if word.kind != "mark"]
        longest = max(longest, len(words))
        tables[match].setdefault(" ".join(words), set()).add(kind)
    whole, start = ({key: frozenset(found) for key, found in table.items()} for table in tables.values())
    openings = frozenset(phrase.split(" ", 1)[0] for phrase in start)
    outlets, profiles = load_outlets(), load_outlet_profiles()
    return PageLexicon(
        outlets,
        _with_outlets(load_known_dates(), outlets, profiles),
        whole,
        start,
        longest,
        openings,
        load_office_terms(),
        profiles,
        load_page_people(),
        load_counted_events(),
    )
