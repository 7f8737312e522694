"""Readings too weak for the grammar alone, for the model to weigh: words after a class word, quotations, other ends."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from tawatur.annotate.names.bodies import quoted_to, stands
from tawatur.annotate.names.known import find_weak
from tawatur.annotate.names.tokens import Found, Token
from tawatur.lexicon.name_words import ClassWord, NameLexicon

# The most words after a class word; longer names are left to the rules and the tagger.
_LONGEST = 4
# The most words of a name that stands with others in a list.
_LISTED = 3
# A word that goes on a name already four words long: «المفوضية الدولية لرعاية شؤون المقتلعين».
_GOES_ON = ("ال", "وال", "لل", "بال")
_FURTHEST = 7
# What may stand between a name and the «و» that joins the next: nothing, a comma, marks of quotation.
_LIST_MARKS = ("", "،", ",", "»", '"', "”", '""', "»«", '"،')
# Below every reading of the grammar.
_STRENGTH = 10


def loose_readings(sentences: Sequence[tuple[Token, ...]], lexicon: NameLexicon) -> Iterator[Found]:
    """Yield the words after each class word, what stands in quotation marks, and listed names that are words too."""
    for sentence, tokens in enumerate(sentences):
        yield from find_weak(tokens, lexicon, sentence)
        for at in range(len(tokens)):
            closing = quoted_to(tokens, at)
            if closing is not None:
                yield Found(sentence, at, closing, 0, "OTHER", "quotation", _STRENGTH)
                yield Found(sentence, at, closing, 0, "ORG", "quotation", _STRENGTH)
            for cut in tokens[at].cuts:
                for entry in (*lexicon.classes.get(cut.form, ()), *lexicon.loose.get(cut.form, ())):
                    if entry.mode != "title" and stands(tokens, at, entry):
                        yield from _after_class(tokens, at, cut.letters, entry, sentence)


def _after_class(tokens: tuple[Token, ...], at: int, cut: int, entry: ClassWord, sentence: int) -> Iterator[Found]:
    head = at + len(entry.words)
    # A place stands without its class word, «مناطق» and «حي» too.
    first, letters = (head, 0) if entry.mode == "drop" or (entry.mode, entry.type) == ("loose", "GPE") else (at, cut)
    words = head - at if entry.mode in ("party", "named") else 0
    for last in range(head + 1, min(head + _FURTHEST, len(tokens)) + 1):
        if not tokens[last - 1].joined and not tokens[last - 1].quoted:
            return
        if last - head > _LONGEST and not tokens[last - 1].norm.startswith(_GOES_ON):
            return
        yield Found(sentence, first, last, letters, entry.type, f"loose {entry.type}", _STRENGTH, class_words=words)


def listed_beside(names: Iterable[Found], sentences: Sequence[tuple[Token, ...]]) -> Iterator[Found]:
    """Yield the words that «و» joins to a name, before and after it: where one of a list is a name, so are the others.

    «مناطق الرملة والعر ومحجان»: one to three words each side, of the type of the name.
    """
    for name in names:
        tokens = sentences[name.sentence]
        if name.last < len(tokens) and tokens[name.last].norm[0] == "و" and tokens[name.last].before in _LIST_MARKS:
            cut = next((c.letters for c in tokens[name.last].cuts if c.clitics == "و"), 0)
            for last in range(name.last + 1, _listed_end(tokens, name.last) + 1) if cut else ():
                yield Found(name.sentence, name.last, last, cut, name.type, "listed beside", _STRENGTH)
        if name.cut and name.first and tokens[name.first].norm[0] == "و" and tokens[name.first].before in _LIST_MARKS:
            for first in range(name.first - 1, max(name.first - 1 - _LISTED, -1), -1):
                for cut_before in tokens[first].cuts:
                    yield Found(
                        name.sentence, first, name.first, cut_before.letters, name.type, "listed beside", _STRENGTH
                    )
                if not tokens[first].joined:
                    break


def _listed_end(tokens: tuple[Token, ...], first: int) -> int:
    last = first + 1
    while last < len(tokens) and last - first < _LISTED and tokens[last].joined:
        last += 1
    return last


def other_ends(names: Iterable[Found], sentences: Sequence[tuple[Token, ...]]) -> Iterator[Found]:
    """Yield names with a word less at either end, or the next word more: where rules and tagger misjudge an end."""
    for name in names:
        tokens = sentences[name.sentence]
        if name.last - name.first > 1:
            yield Found(name.sentence, name.first, name.last - 1, name.cut, name.type, "shorter", _STRENGTH)
            yield Found(name.sentence, name.first + 1, name.last, 0, name.type, "headless", _STRENGTH)
        if name.last < len(tokens) and tokens[name.last].joined and tokens[name.last].word.kind == "word":
            yield Found(name.sentence, name.first, name.last + 1, name.cut, name.type, "longer", _STRENGTH)
