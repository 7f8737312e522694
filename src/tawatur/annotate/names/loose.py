"""Readings too weak for the grammar alone, for the model to weigh: words after a class word, quotations, other ends."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from tawatur.annotate.names.bodies import quoted_to, stands
from tawatur.annotate.names.tokens import Found, Token
from tawatur.lexicon.name_words import ClassWord, NameLexicon

# The most words after a class word; longer names are left to the rules and the tagger.
_LONGEST = 4
# Below every reading of the grammar.
_STRENGTH = 10


def loose_readings(sentences: Sequence[tuple[Token, ...]], lexicon: NameLexicon) -> Iterator[Found]:
    """Yield one to four words after each class word, and what stands in quotation marks."""
    for sentence, tokens in enumerate(sentences):
        for at in range(len(tokens)):
            closing = quoted_to(tokens, at)
            if closing is not None:
                yield Found(sentence, at, closing, 0, "OTHER", "quotation", _STRENGTH)
                yield Found(sentence, at, closing, 0, "ORG", "quotation", _STRENGTH)
            for cut in tokens[at].cuts:
                for entry in lexicon.classes.get(cut.form, ()):
                    if entry.mode != "title" and stands(tokens, at, entry):
                        yield from _after_class(tokens, at, cut.letters, entry, sentence)


def _after_class(tokens: tuple[Token, ...], at: int, cut: int, entry: ClassWord, sentence: int) -> Iterator[Found]:
    head = at + len(entry.words)
    first, letters = (head, 0) if entry.mode == "drop" else (at, cut)
    words = 0 if entry.mode == "drop" or entry.mode not in ("party", "named") else head - at
    for last in range(head + 1, min(head + _LONGEST, len(tokens)) + 1):
        if not tokens[last - 1].joined and not tokens[last - 1].quoted:
            return
        yield Found(sentence, first, last, letters, entry.type, f"loose {entry.type}", _STRENGTH, class_words=words)


def other_ends(names: Iterable[Found], sentences: Sequence[tuple[Token, ...]]) -> Iterator[Found]:
    """Yield names with a word less at either end, or the next word more: where rules and tagger misjudge an end."""
    for name in names:
        tokens = sentences[name.sentence]
        if name.last - name.first > 1:
            yield Found(name.sentence, name.first, name.last - 1, name.cut, name.type, "shorter", _STRENGTH)
            yield Found(name.sentence, name.first + 1, name.last, 0, name.type, "headless", _STRENGTH)
        if name.last < len(tokens) and tokens[name.last].joined and tokens[name.last].word.kind == "word":
            yield Found(name.sentence, name.first, name.last + 1, name.cut, name.type, "longer", _STRENGTH)
