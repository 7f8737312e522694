"""The words of one sentence as names are looked for in them: folded, with their clitic cuts and the marks between."""

from __future__ import annotations

from dataclasses import dataclass

from tawatur.model import NameType, Span
from tawatur.text.prepared import Prepared
from tawatur.text.words import Cut, Word, cuts

# Marks that stand inside names and break none: hyphens, underscores and number signs of hashtags, apostrophes.
_BINDING = frozenset("-_#'’‘–")
_QUOTES = frozenset("«»\"“”„‹›'‘’")
_OPENING, _CLOSING = ("«", '"', "“", "(", "["), ("»", '"', "”", ")", "]")


@dataclass(frozen=True, slots=True)
class Token:
    """A word or number with its cuts. `before` holds the marks since the word before, binding ones left out."""

    word: Word
    norm: str
    cuts: tuple[Cut, ...]
    before: str
    after: str
    # Whether the first mark after it stands against it, without space.
    tight: bool = False

    @property
    def joined(self) -> bool:
        """Tell whether nothing but space and binding marks parts it from the word before."""
        return not self.before

    @property
    def quoted(self) -> bool:
        """Tell whether a quotation mark stands just before it."""
        return self.before[-1:] in _QUOTES and bool(self.before)


@dataclass(frozen=True, slots=True)
class Found:
    """A name found in a sentence: the tokens [first, last) it takes, letters cut from its front, type and evidence.

    `strength` orders names that overlap; `evidence` names the rule, by which its probability is estimated.
    """

    sentence: int
    first: int
    last: int
    cut: int
    type: NameType
    evidence: str
    strength: int
    key: str | None = None
    # How many of its tokens are a class word («شركة») that later mentions leave out.
    class_words: int = 0
    # Probability that it is right, where more than the rule tells of it.
    p: float | None = None

    def span(self, tokens: tuple[Token, ...]) -> Span:
        """Return the code points of the name."""
        last = tokens[self.last - 1].word
        # A tatweel after the last letter belongs to no name («ترامبـ»).
        end = last.span.end - (len(last.text) - len(last.text.rstrip("ـ\u200f\u200e")))
        # A quotation that begins inside the name is closed inside it: «حركة «طالبان»».
        if self._opens(tokens) and tokens[self.last - 1].tight:
            end += 1
        return Span(tokens[self.first].word.cut(self.cut), end)

    def _opens(self, tokens: tuple[Token, ...]) -> bool:
        if self.evidence == "class and quotes":
            return True
        inside = tokens[self.first + 1 : self.last]
        return tokens[self.last - 1].after.startswith(_CLOSING) and any(t.before.endswith(_OPENING) for t in inside)


def sentence_tokens(prepared: Prepared, index: int) -> tuple[Token, ...]:
    """Return the tokens of one sentence."""
    words = prepared.sentence_words(index)
    found: list[Token] = []
    marks = ""
    pending: tuple[Word, str] | None = None
    for word in words:
        if word.kind == "mark":
            if not _binds(word, prepared.text):
                marks += word.text
            continue
        if pending is not None:
            found.append(_token(*pending, marks, prepared.text))
        pending = (word, marks)
        marks = ""
    if pending is not None:
        found.append(_token(*pending, marks, prepared.text))
    return tuple(found)


def _binds(mark: Word, text: str) -> bool:
    if mark.text in _BINDING:
        return True
    # A full stop between letters without space: «بي.بي.سي», «العربية.نت».
    start, end = mark.span
    return mark.text == "." and start > 0 and end < len(text) and text[start - 1].isalpha() and text[end].isalpha()


def _token(word: Word, before: str, after: str, text: str) -> Token:
    # Words of one letter («أ ف ب») cannot be cut.
    forms = cuts(word.norm) if word.kind == "word" and len(word.norm) > 1 else (Cut("", word.norm, 0),)
    end = word.span.end
    return Token(word, word.norm, forms, before, after, bool(after) and text[end : end + 1] == after[0])
