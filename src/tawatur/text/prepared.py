"""A text prepared once for all the stages that read it: its sentences, words and quotations."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field

from tawatur.model import Sentence, Span
from tawatur.text.quotes import Quote, find_quotes
from tawatur.text.sentences import find_sentences
from tawatur.text.words import Word, find_words


@dataclass(frozen=True, slots=True)
class Prepared:
    """A text with its words (in order, over all sentences), sentences, and quotations.

    `bounds[i]` is the range of word indexes of sentence i. The text is never changed: all spans count in it.
    """

    text: str
    words: tuple[Word, ...]
    sentences: tuple[Sentence, ...]
    bounds: tuple[tuple[int, int], ...]
    quotes: tuple[Quote, ...]
    _starts: tuple[int, ...] = field(repr=False)

    def sentence_words(self, index: int) -> tuple[Word, ...]:
        """Return the words of one sentence."""
        first, last = self.bounds[index]
        return self.words[first:last]

    def words_in(self, span: Span) -> tuple[Word, ...]:
        """Return the words that start inside a span."""
        first, last = self.range_in(span)
        return self.words[first:last]

    def range_in(self, span: Span) -> tuple[int, int]:
        """Return the range of indexes of the words that start inside a span."""
        return bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)

    def word_at(self, offset: int) -> Word | None:
        """Return the word that holds a code point, or None between words."""
        place = bisect_right(self._starts, offset) - 1
        if place >= 0 and offset < self.words[place].span.end:
            return self.words[place]
        return None

    def sentence_at(self, offset: int) -> int | None:
        """Return the index of the sentence that holds a code point, or None between sentences."""
        place = bisect_right(self.sentences, offset, key=lambda s: s.span.start) - 1
        if place >= 0 and offset < self.sentences[place].span.end:
            return place
        return None


def prepare(text: str) -> Prepared:
    """Find the sentences, words and quotations of a text."""
    sentences: list[Sentence] = []
    words: list[Word] = []
    bounds: list[tuple[int, int]] = []
    for index, span in enumerate(find_sentences(text)):
        first = len(words)
        words.extend(find_words(text, span, first, index))
        sentences.append(Sentence(index, span))
        bounds.append((first, len(words)))
    return Prepared(
        text,
        tuple(words),
        tuple(sentences),
        tuple(bounds),
        tuple(find_quotes(text, [s.span for s in sentences])),
        tuple(w.span.start for w in words),
    )
