"""People by whom a text can be dated: since when they are in the news, and when they were born."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from tawatur.lexicon.known_dates import period, phrase_words
from tawatur.lexicon.tables import LexiconError, read_table
from tawatur.text.sounds import plain

Words = tuple[str, ...]
# Names of fewer consonants than this are known by their letters alone; as no office stands beside these names, more
# consonants are asked for than where one does.
_SOUNDS = 6
# Letters for one foreign sound, finer than the keys of entities for the same reason; vowels and hamza come and go.
_LETTERS = str.maketrans("غجقصثطذظض", "كككسستززد", "اويهءع")


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """A person: first and last day of birth, since when in the news, words of which one must be in the text."""

    name: str
    born: tuple[date, date] | None
    since: date | None
    beside: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class KnownPeople:
    """The table, by the first words of names (`openings`) and by the sounds of those of foreign names (`sounds`)."""

    openings: dict[str, tuple[tuple[Words, KnownPerson], ...]] = field(default_factory=dict)
    sounds: dict[str, tuple[tuple[Words, KnownPerson], ...]] = field(default_factory=dict)

    def named_at(self, words: Sequence[str], at: int, form: str) -> Iterator[tuple[int, KnownPerson]]:
        """Yield whom the folded words at a place name, with the place after the name.

        `form` is the word at the place without its clitics.
        """
        for name, person in self.openings.get(form, ()):
            if tuple(words[at + 1 : at + len(name)]) == name[1:]:
                yield at + len(name), person
                return
        for heard, person in self.sounds.get(_heard(form), ()):
            if tuple(map(_heard, words[at + 1 : at + len(heard)])) == heard[1:]:
                yield at + len(heard), person
                return


def load_page_people() -> KnownPeople:
    """Build the table from lexicon/data/page_people.tsv.

    Raises LexiconError for a row with a date that is none.
    """
    openings: dict[str, list[tuple[Words, KnownPerson]]] = {}
    sounds: dict[str, list[tuple[Words, KnownPerson]]] = {}
    for spelled, born, since, beside, names in read_table("page_people.tsv", 5):
        listed = names.split("|")
        try:
            days = period(born) if born else None
            first = period(since)[0] if since else None
        except ValueError as error:
            raise LexiconError(f"page_people.tsv: {born!r} or {since!r} is no date ({names})") from error
        if spelled not in ("native", "foreign"):
            raise LexiconError(f"page_people.tsv: {spelled!r} is neither «native» nor «foreign» ({names})")
        near = frozenset(" ".join(phrase_words(word)) for word in beside.split("|") if word)
        person = KnownPerson(listed[0], days, first, near)
        for name in listed:
            words = tuple(phrase_words(name))
            openings.setdefault(words[0], []).append((words, person))
            heard = tuple(map(_heard, words))
            if spelled == "foreign" and len(words) > 1 and len("".join(heard)) >= _SOUNDS:
                sounds.setdefault(heard[0], []).append((heard, person))
    return KnownPeople(_longest_first(openings), _longest_first(sounds))


@lru_cache(maxsize=50_000)
def _heard(word: str) -> str:
    return plain(word).translate(_LETTERS)


def _longest_first(
    found: dict[str, list[tuple[Words, KnownPerson]]],
) -> dict[str, tuple[tuple[Words, KnownPerson], ...]]:
    return {word: tuple(sorted(matches, key=lambda match: -len(match[0]))) for word, matches in found.items()}
