"""Words: runs of letters or digits and single marks of punctuation, each with its span and folded form; clitics."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from tawatur.model import Span
from tawatur.text.fold import fold, fold_char

WordKind = Literal["word", "number", "mark"]

# Marks that stand inside words: harakat and Quranic signs, tatweel, joiners, bidi controls, soft hyphen, BOM.
_INSIDE = (
    "\u0300-\u036f\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed"
    "\u200b-\u200f\u202a-\u202e\u2060-\u2069\u061c\ufeff\u00ad"
)
# A number keeps its decimal and thousands marks («60,000», «2.5», «٢٫٥»).
_WORD = re.compile(
    r"(?P<number>\d+(?:[.,٫٬]\d+)*)"
    rf"|(?P<word>[^\W\d_](?:[^\W\d_]|[{_INSIDE}])*)"
    rf"|(?P<mark>[^\w\s{_INSIDE}]|_)"
)


@dataclass(frozen=True, slots=True)
class Word:
    """A word, number or mark: its place in the list of words, its span, surface, folded form and sentence."""

    index: int
    span: Span
    text: str
    norm: str
    kind: WordKind
    sentence: int = 0

    def cut(self, letters: int) -> int:
        """Return where in the text the word goes on after its first `letters` folded letters (clitics, say)."""
        if letters == 0:
            return self.span.start
        seen = 0
        for offset, char in enumerate(self.text):
            if seen >= letters and fold_char(char):
                return self.span.start + offset
            seen += len(fold_char(char))
        return self.span.end


def find_words(
    text: str, span: Span | None = None, first_index: int | None = None, sentence: int = 0
) -> Iterator[Word]:
    """Return the words of a text (or of a span of it) in order; their places count from `first_index`.

    Without a first index they count from anywhere: only how far two words are apart can be told.
    """
    start, end = span or (0, len(text))
    if first_index is not None:
        return _found(text, start, end, first_index, sentence)
    if len(text) > _LONGEST:
        return iter(_words(text, start, end))
    words, starts = _all_words(text) if len(text) > _SHORT else _all_few(text)
    if span is None:
        return iter(words)
    first, last = bisect_left(starts, start), bisect_left(starts, end)
    if (first and words[first - 1].span.end > start) or (last > first and words[last - 1].span.end > end):
        # A span that cuts a word holds a part of it.
        return iter(_words(text, start, end))
    return iter(words[first:last])


# What is compared across articles asks for the words of their sentences, and of parts of them, again and again: whole
# articles are kept, those of a story or two, and what is short, a title or a name, apart from them.
_SHORT, _LONGEST = 300, 30_000


@lru_cache(maxsize=32)
def _all_words(text: str) -> tuple[tuple[Word, ...], tuple[int, ...]]:
    words = tuple(_found(text, 0, len(text), 0, 0))
    return words, tuple(word.span.start for word in words)


@lru_cache(maxsize=2048)
def _all_few(text: str) -> tuple[tuple[Word, ...], tuple[int, ...]]:
    return _all_words.__wrapped__(text)


@lru_cache(maxsize=256)
def _words(text: str, start: int, end: int) -> tuple[Word, ...]:
    return tuple(_found(text, start, end, 0, 0))


def _found(text: str, start: int, end: int, first_index: int, sentence: int) -> Iterator[Word]:
    index = first_index
    for match in _WORD.finditer(text, start, end):
        kind: WordKind = match.lastgroup  # type: ignore[assignment]
        surface = match.group()
        norm = _norm(surface)
        if not norm:
            kind, norm = "mark", _form_of_sign(surface)
        yield Word(index, Span(*match.span()), surface, norm, kind, sentence)
        index += 1


# A few tens of thousands of words are nearly all of the news.
@lru_cache(maxsize=1 << 16)
def _norm(surface: str) -> str:
    return fold(surface)


def _form_of_sign(surface: str) -> str:
    """Return what stands for a word that folds to nothing: tatweel alone is a dash («الرياض ـ الضفاف»)."""
    return "-" if "ـ" in surface else surface


def forms_of(text: str, span: Span | None = None) -> list[tuple[str, WordKind]]:
    """Return the folded form and the kind of the words that `find_words` gives: all that comparing texts asks for."""
    start, end = span or (0, len(text))
    found: list[tuple[str, WordKind]] = []
    for match in _WORD.finditer(text, start, end):
        surface = match.group()
        norm = _norm(surface)
        found.append((norm, match.lastgroup) if norm else (_form_of_sign(surface), "mark"))  # type: ignore[arg-type]
    return found


@dataclass(frozen=True, slots=True)
class Cut:
    """One way to part a folded word: the clitics before it, the form that remains, its letters dropped from the front.

    `form` is what a lexicon is asked for: «للامم» is cut as «ل» + «الامم», the swallowed alef put back, with `letters`
    1 because the remaining written part starts after one letter («لامم»).
    """

    clitics: str
    form: str
    letters: int


_CONJUNCTIONS = ("", "و", "ف")
_PREPOSITIONS = ("", "ب", "ل", "ك")


@lru_cache(maxsize=65536)
def cuts(norm: str, *, prepositions: bool = True, shortest: int = 2) -> tuple[Cut, ...]:
    """Return the ways to part a folded word from its conjunction and preposition, the uncut word first.

    The article ال is never cut: «بالرياض» gives «الرياض» and the caller decides about the article. `shortest` is the
    least number of letters that may remain.
    """
    found: list[Cut] = []
    for conjunction in _CONJUNCTIONS:
        if not norm.startswith(conjunction):
            continue
        for preposition in _PREPOSITIONS if prepositions else ("",):
            clitics = conjunction + preposition
            if not norm.startswith(clitics) or len(norm) - len(clitics) < shortest:
                continue
            rest = norm[len(clitics) :]
            if preposition == "ل" and rest.startswith("ل"):
                found.append(Cut(clitics, "ا" + rest, len(clitics)))
            found.append(Cut(clitics, rest, len(clitics)))
    return tuple(found)


def without_article(form: str) -> str:
    """Return a folded form without its article, or unchanged when it has none or too little would remain."""
    return form[2:] if form.startswith("ال") and len(form) > 4 else form
