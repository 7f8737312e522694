"""The words of one sentence with what the lexicon and the number reader know of each, looked up once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from tawatur.lexicon.time_words import TimeLexicon, TimeTerm
from tawatur.model import Span
from tawatur.text.digits import digits_value
from tawatur.text.numbers import Number, read_number, read_ordinal
from tawatur.text.words import Word, cuts

# Categories that take the article: their words are looked up without it too.
_WITH_ARTICLE = frozenset(
    {
        "unit1",
        "unit2",
        "unit3",
        "part",
        "season",
        "decade",
        "phase",
        "about",
        "era",
        "several",
        "set",
        "month",
        "adjective",
    }
)
_JOINERS = frozenset({"/", "-", "–", "—", "،", ",", "(", "[", "|", "\\"})


@dataclass(frozen=True, slots=True)
class Hit:
    """A term of the lexicon found at a word: its category and value, the index after it, clitics and article cut."""

    category: str
    value: str
    end: int
    letters: int
    clitics: str
    definite: bool

    @property
    def number(self) -> int:
        """The value as a whole number."""
        return int(self.value)


class Tokens:
    """One sentence's words with lookups; never changed after it is built."""

    def __init__(self, words: Sequence[Word], lexicon: TimeLexicon) -> None:
        self.words = words
        self.sets = lexicon.sets
        self.norms = tuple(word.norm for word in words)
        self._hits = [self._find(at, lexicon) for at in range(len(words))]

    def __len__(self) -> int:
        return len(self.words)

    def _find(self, at: int, lexicon: TimeLexicon) -> tuple[Hit, ...]:
        norm = self.norms[at]
        found = []
        for term, letters, clitics, definite in _entries(norm, lexicon):
            end = at + 1 + len(term.rest)
            if not term.rest or self._goes_on(at + 1, term.rest):
                found.append(Hit(term.category, term.value, end, letters, clitics, definite))
        return tuple(found)

    def _goes_on(self, at: int, rest: tuple[str, ...]) -> bool:
        return all(
            at + k < len(self.norms) and (self.norms[at + k] == form or self.norms[at + k] == "ال" + form)
            for k, form in enumerate(rest)
        )

    def hits(self, at: int) -> tuple[Hit, ...]:
        """Return everything the lexicon knows at a word."""
        return self._hits[at] if 0 <= at < len(self._hits) else ()

    def hit(self, at: int, *categories: str, bare: bool = False) -> Hit | None:
        """Return the first hit of one of the categories at a word; `bare`: without clitics."""
        if not 0 <= at < len(self._hits):
            return None
        for hit in self._hits[at]:
            if hit.category in categories and not (bare and hit.letters):
                return hit
        return None

    def norm(self, at: int) -> str:
        """Return the folded form of a word, or the empty string outside the sentence."""
        return self.norms[at] if 0 <= at < len(self.norms) else ""

    def lead(self, at: int) -> str:
        """Return the folded form of the word before a place without its conjunction («ومنذ» is «منذ»)."""
        norm = self.norm(at - 1)
        return norm[1:] if norm[:1] in ("و", "ف") and len(norm) > 2 else norm

    def is_word(self, at: int) -> bool:
        """Tell whether a word of letters stands at a place."""
        return 0 <= at < len(self.words) and self.words[at].kind == "word"

    def digits(self, at: int) -> int | None:
        """Return the whole number written in digits at a place."""
        if not 0 <= at < len(self.words) or self.words[at].kind != "number":
            return None
        return int(self.norms[at]) if self.norms[at].isdigit() and len(self.norms[at]) < 10 else None

    def number(self, at: int) -> Number | None:
        """Return the cardinal at a place."""
        return read_number(self.words, at) if 0 <= at < len(self.words) else None

    def ordinal(self, at: int) -> Number | None:
        """Return the ordinal at a place."""
        return read_ordinal(self.words, at) if self.is_word(at) else None

    def decimal(self, at: int) -> float | None:
        """Return the number in digits at a place, decimals included."""
        return digits_value(self.norms[at], scaled=True) if self.kind(at) == "number" else None

    def kind(self, at: int) -> str:
        """Return the kind of the word at a place, or the empty string outside."""
        return self.words[at].kind if 0 <= at < len(self.words) else ""

    def glued(self, at: int) -> bool:
        """Tell whether a word follows the one before it without white space."""
        return 0 < at < len(self.words) and self.words[at - 1].span.end == self.words[at].span.start

    def joiner(self, at: int) -> bool:
        """Tell whether a mark that may part the halves of a date stands at a place."""
        return self.norm(at) in _JOINERS

    def span(self, first: int, last: int, letters: int = 0) -> Span:
        """Return the span of the words [first, last), the first one's clitics left out."""
        return Span(self.words[first].cut(letters), self.words[last - 1].span.end)


_Entry = tuple[TimeTerm, int, str, bool]


@lru_cache(maxsize=65536)
def _entries(norm: str, lexicon: TimeLexicon) -> tuple[_Entry, ...]:
    found: list[_Entry] = []
    for cut in cuts(norm, shortest=1):
        for term in lexicon.terms.get(cut.form, ()):
            found.append((term, cut.letters, cut.clitics, cut.form.startswith("ال")))
        if cut.form.startswith("ال") and len(cut.form) > 3:
            for term in lexicon.terms.get(cut.form[2:], ()):
                if term.category in _WITH_ARTICLE:
                    found.append((term, cut.letters, cut.clitics, True))
    found.sort(key=lambda entry: (-len(entry[0].rest), entry[1]))
    return tuple(found)
