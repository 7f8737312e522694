"""Sides: of whom a figure is counted where its words tell («سبعة من المقاومة», «عشرات بين صفوف المتمردين»)."""

from __future__ import annotations

from collections.abc import Sequence

from tawatur.lexicon.join_words import JoinLexicon, forms
from tawatur.model import Span
from tawatur.stories.wording import stem
from tawatur.text.words import Word, find_words

_OF, _AMONG, _RANKS = "من", "بين", "صفوف"
# Words of a side's name that are compared.
_NAMED = 3


def side_of(text: str, sentence: Span, figure: Span, lexicon: JoinLexicon) -> frozenset[str]:
    """Return the stems of the side that a figure is counted of («9 من المقاومة», «بين صفوف المتمردين»), or none."""
    words = list(find_words(text, Span(figure.start, sentence.end)))
    for at, word in enumerate(words[:-1]):
        if word.norm == _OF and (at == 0 or words[at - 1].norm not in lexicon.telling["than"]):
            return _named(words[at + 1 :], lexicon)
        if word.norm in (_AMONG, _RANKS):
            follows = words[at + 1 :]
            return _named(follows[1:] if follows[0].norm == _RANKS else follows, lexicon)
        if word.span.start >= figure.end and not _goes_on(word, lexicon):
            break
    return frozenset()


def _goes_on(word: Word, lexicon: JoinLexicon) -> bool:
    """Tell whether a word behind a figure still counts («قتل 9 وأصيب 50 آخرون من المقاومة»)."""
    if word.kind == "number" or word.norm in ("و", "في"):
        return True
    every = {form for norm in (word.norm, word.norm.removeprefix("و")) for form in forms(norm)}
    return bool(every & (lexicon.people | lexicon.units.keys() | lexicon.contexts.keys()))


def _named(words: Sequence[Word], lexicon: JoinLexicon) -> frozenset[str]:
    found: list[str] = []
    for word in words[:_NAMED]:
        if word.kind != "word" or not word.norm.removeprefix("و").startswith("ال"):
            break
        found.append(word.norm)
    # «أكثر من القتلى», «من الجنسية …» tell of no side.
    if found and lexicon.telling["no-side"] & set(forms(found[0])):
        return frozenset()
    return frozenset(stem(norm) for norm in found)
