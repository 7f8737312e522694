"""Whole holders: the words behind a holder's span that still belong to whoever speaks.

What is read as the holder often ends early: «الشرطة» «في منطقة …», «مصدر» «في وزارة …», «المتحدث الرسمي» «لصحة …».
"""

from __future__ import annotations

from collections.abc import Sequence

from tawatur.lexicon.join_words import JoinLexicon
from tawatur.model import Name, Span
from tawatur.text.words import Word, cuts, find_words

# Code points behind a holder that are looked at, and words of a name that no list knows.
_REACH, _UNKNOWN = 60, 1
_IN = frozenset({"في", "ب", "من", "لدي"})
# Words behind which what is said begins.
_THEN = frozenset({"ان", "انه", "انها", "انهم", "ما", "امس", "اليوم", "لوكاله", "لصحيفه", "لـ", "بان"})
_LONGEST = 7


def whole_holder(text: str, holder: Span, names: Sequence[Name], lexicon: JoinLexicon) -> Span:
    """Return a holder's span with what follows it of a body's place, a source's body, a spokesman's body or a name."""
    behind = list(find_words(text, Span(holder.end, min(len(text), holder.end + _REACH))))
    if not behind or not _close(text, holder.end, behind[0]):
        return holder
    own = [w for w in find_words(text, holder) if w.kind == "word"]
    if own and _ends_open(own, lexicon):
        return _to_the_saying(holder, behind)
    return _with_place(text, holder, behind, names, lexicon, unnamed=_is_unnamed(own, lexicon))


def _close(text: str, end: int, word: Word) -> bool:
    return word.kind != "mark" and not text[end : word.span.start].strip()


def _is_unnamed(own: Sequence[Word], lexicon: JoinLexicon) -> bool:
    return any(lexicon.is_source_word("anonymous", word.norm) for word in own[:1])


def _ends_open(own: Sequence[Word], lexicon: JoinLexicon) -> bool:
    """Tell whether words are a spokesman's without the body («المتحدث الرسمي»)."""
    rest = [w for w in own if not lexicon.is_source_word("quality", w.norm)]
    return bool(rest) and lexicon.is_source_word("spokesman", rest[-1].norm)


def _to_the_saying(holder: Span, behind: Sequence[Word]) -> Span:
    """Return the span up to where what is said begins, if a body follows («لصحة حائل …»)."""
    first = behind[0].norm
    if not (first == "باسم" or first == "ل" or (first[:1] in ("ل", "ب", "ف") and len(first) > 2)) or first in _THEN:
        return holder
    end = holder.end
    for word in behind[:_LONGEST]:
        if word.kind == "mark" and word.text not in "«»\"“”'":
            break
        if word.norm in _THEN:
            return Span(holder.start, end)
        end = word.span.end
    return Span(holder.start, end)


def _with_place(
    text: str, holder: Span, behind: Sequence[Word], names: Sequence[Name], lexicon: JoinLexicon, *, unnamed: bool
) -> Span:
    kinds = ("GPE", "LOC", "FAC", "ORG") if unnamed else ("GPE", "LOC", "FAC")
    ground = led = False
    for at, word in enumerate(behind):
        name = next((n for n in names if n.span.meets(word.span)), None)
        if name is not None:
            fits = name.type in kinds and (led or ground or word.norm[:1] in ("ب", "ل") or name.type != "ORG")
            return Span(holder.start, name.span.end) if fits else holder
        if lexicon.is_source_word("ground", word.norm):
            ground = True
        elif word.norm in _IN:
            led = True
        elif ground and word.kind == "word" and word.norm not in _THEN:
            # A town that no list knows: «في منطقة …».
            return Span(holder.start, word.span.end)
        elif unnamed and (led or word.norm[:1] == "ب") and _is_body(word, lexicon):
            end = (
                behind[at + 1].span.end if at + 1 < len(behind) and behind[at + 1].norm not in _THEN else word.span.end
            )
            return Span(holder.start, end)
        else:
            break
    return holder


def _is_body(word: Word, lexicon: JoinLexicon) -> bool:
    """Tell whether a word begins a body («في الشرطة», «بوزارة …»)."""
    return any(
        lexicon.is_source_word("unit", cut.form) or lexicon.body_field(cut.form) is not None for cut in cuts(word.norm)
    )
