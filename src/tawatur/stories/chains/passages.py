"""Passages: which agency stands behind which part of an article, where its text says so.

An article may be put together of several: «باريس - أ ف ب» opens a paragraph and what follows, «(رويترز)» closes one,
«نقلا عن وكالة …», «وذكرت …» and «بحسب وكالة …» tell of their own sentence. «وكالات» names none: who is behind it is
unknown, and shown as unknown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tawatur.lexicon.join_words import JoinLexicon
from tawatur.model import Anchor, Link, Reading, Span
from tawatur.stories.chains.sources import Source, outlet_source
from tawatur.text.words import Word, find_words

# A dateline at the front of a paragraph: «باريس (أ ف ب) - …», «لندن - رويترز: …», «رويترز - …».
_OPENING = re.compile(
    r"[^\n:«»\"()]{0,60}?[(\[]([^()\[\]\n]{2,40})[)\]]\s*[-–—:]"
    r"|((?:[^-–—:،\n()«»]{2,30}\s[-–—]+\s){1,2}(?:[^-–—:،\n()«»]{2,30}:)?|[^\n:«»\"()]{2,60}?:)"
)
# The end of a paragraph: «… (أ ف ب).», «… - رويترز».
_CLOSING = re.compile(r"(?:[(\[]([^()\[\]\n]{2,40})[)\]]|\s[-–—]\s*([^-–—\n]{2,30}))[\s.]*$")
# What stands between the agencies of one credit.
_BETWEEN = re.compile(r"\s*[،,/–—-]\s*")
# Credits that name no agency, folded.
_NAMELESS = frozenset({"وكالات", "الوكالات", "وكالات الانباء", "وكالات انباء"})
# What leads to whoever a sentence is taken from, in folded words without «و»: at most so many words of a name follow.
_FROM = ("نقلا", "عن")
_LONGEST_NAME = 5
_QUOTES = ("«", '"', "“", "(")


@dataclass(frozen=True, slots=True)
class Passage:
    """A part of an article and who is behind it; `whole` tells of a part of its own, not of a sentence taken over."""

    span: Span
    source: Source
    whole: bool


def find_passages(reading: Reading, lexicon: JoinLexicon) -> tuple[Passage, ...]:
    """Return the passages of an article whose text tells where they come from: single sentences before whole parts."""
    return (*_sentences(reading, lexicon), *_parts(reading, lexicon))


def nameless_credit(credit: str) -> bool:
    """Tell whether a credit names agencies without telling which («وكالات»)."""
    return " ".join(word.norm for word in find_words(credit) if word.kind == "word") in _NAMELESS


def _parts(reading: Reading, lexicon: JoinLexicon) -> Iterator[Passage]:
    """Yield what datelines open, up to the next one, and the paragraphs that a credit closes."""
    text, article = reading.article.text, reading.article.id
    paragraphs = list(_paragraphs(text))
    opened = [(p.start, source) for p in paragraphs if (source := _opening(article, text, p, lexicon))]
    closed = [(p, source) for p in paragraphs if (source := _closing(article, text, p, lexicon))]
    if not opened and len(closed) == 1 and closed[0][0] == paragraphs[-1]:
        # The only credit, at the very end, signs the whole article.
        closed = [(Span(0, len(text)), closed[0][1])]
    yield from (Passage(span, source, True) for span, source in closed)
    for at, (start, source) in enumerate(opened):
        end = opened[at + 1][0] if at + 1 < len(opened) else len(text)
        yield Passage(Span(start, end), source, True)


def _paragraphs(text: str) -> Iterator[Span]:
    start = 0
    for line in text.split("\n"):
        if line.strip():
            yield Span(start, start + len(line))
        start += len(line) + 1


def _opening(article: str, text: str, paragraph: Span, lexicon: JoinLexicon) -> Source | None:
    return _credit(article, text, _OPENING.match(text, paragraph.start, paragraph.end), lexicon)


def _closing(article: str, text: str, paragraph: Span, lexicon: JoinLexicon) -> Source | None:
    return _credit(article, text, _CLOSING.search(text, paragraph.start, paragraph.end), lexicon)


def _credit(article: str, text: str, match: re.Match[str] | None, lexicon: JoinLexicon) -> Source | None:
    """Return the first agency of a credit line, or the unknown source where it says that agencies are behind it."""
    if match is None:
        return None
    start, end = match.span(1) if match.group(1) else match.span(2)
    for name in _BETWEEN.split(text[start:end]):
        bare = name.strip(" .:\t\u200f\u200e")
        if not bare:
            continue
        at = text.index(bare, start)
        anchor = Anchor.of(article, text, Span(at, at + len(bare)))
        if nameless_credit(bare):
            return Source(Link("origin", bare, None, anchor), frozenset())
        if (outlet := lexicon.outlets.named(bare, marked=True)) is not None and outlet.kind == "agency":
            return outlet_source(bare, lexicon, "origin", anchor)
    return None


def _sentences(reading: Reading, lexicon: JoinLexicon) -> Iterator[Passage]:
    """Yield the sentences that say which outlet they are taken from."""
    text = reading.article.text
    for sentence in reading.sentences:
        words = [word for word in find_words(text, sentence.span) if word.kind == "word"]
        for at in range(len(words) - 1):
            start = _name_after(words, at, lexicon)
            name = _outlet_at(text, words[start : start + _LONGEST_NAME], lexicon) if start else None
            if name is not None:
                source = outlet_source(name.of(text), lexicon, "origin", Anchor.of(reading.article.id, text, name))
                yield Passage(sentence.span, source, False)
                break


def _name_after(words: Sequence[Word], at: int, lexicon: JoinLexicon) -> int:
    """Return where the name begins that the words from `at` on lead to; 0 where they lead to none."""
    forms = {words[at].norm, words[at].norm.removeprefix("و")}
    if _FROM[0] in forms and words[at + 1].norm == _FROM[1] and at + 2 < len(words):
        return at + 2
    if forms & lexicon.told.tells or forms & lexicon.told.by_whom:
        return at + 1
    return 0


def _outlet_at(text: str, words: Sequence[Word], lexicon: JoinLexicon) -> Span | None:
    """Return the longest stretch from the first of some words on that names an outlet."""
    for count in range(len(words), 0, -1):
        span = Span(words[0].span.start, words[count - 1].span.end)
        # «لوكالة …» after «وفقا» is the agency; an ordinary word is a name only after a word such as «صحيفة».
        plain = Span(span.start + 1, span.end) if words[0].norm.startswith("ل") and count > 1 else span
        quoted = text[max(0, span.start - 1) : span.start] in _QUOTES
        for place in (span, plain):
            if lexicon.outlets.named(place.of(text), marked=quoted) is not None:
                return place
    return None
