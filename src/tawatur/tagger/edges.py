"""Marks at the edges of a span: no name, filler or content starts or ends with a mark that nothing inside it answers.

The encoder sees marks as words and now and then takes one too many, or leaves the closing half of a pair outside.
"""

from __future__ import annotations

from collections.abc import Sequence

from tawatur.text.words import Word

_CLOSING = {"«": "»", "“": "”", "„": "“", "(": ")", "[": "]", "{": "}", '"': '"'}
_OPENING = {closing: opening for opening, closing in _CLOSING.items()}
# Marks that carry meaning where they stand: «5 %», «#وسم», «@حساب».
_KEPT = frozenset("%٪$€£#@…")


def edged(words: Sequence[Word], first: int, last: int, limit: int) -> tuple[int, int]:
    """Return the words [first, last) with their edges put right; it ends at `limit` at the latest.

    A pair of marks around the whole span is left out, a single mark at an edge too; a closing mark right behind it that
    answers an opening one inside is taken in. A span of marks alone stays as it is.
    """
    if last < limit and _answers(words[last], words[first:last]):
        last += 1
    start, end = first, last
    while start < end:
        if _is_mark(words[start]) and not _is_closed(words[start], words[start + 1 : end - 1]):
            start += 1
        elif _is_mark(words[end - 1]) and not _is_opened(words[end - 1], words[start : end - 1]):
            end -= 1
        else:
            return start, end
    return first, last


def _is_mark(word: Word) -> bool:
    return word.kind == "mark" and word.text not in _KEPT


def _answers(mark: Word, inside: Sequence[Word]) -> bool:
    """Tell whether a mark closes a pair that is open at the end of the words inside."""
    opening = _OPENING.get(mark.text)
    if opening is None:
        return False
    texts = [word.text for word in inside]
    if opening == mark.text:
        return texts.count(opening) % 2 == 1
    return texts.count(opening) > texts.count(mark.text)


def _is_closed(mark: Word, rest: Sequence[Word]) -> bool:
    """Tell whether an opening mark at the front is closed before the last word: a quotation within, not around."""
    closing = _CLOSING.get(mark.text)
    return closing is not None and any(word.text == closing for word in rest)


def _is_opened(mark: Word, before: Sequence[Word]) -> bool:
    """Tell whether a mark at the end closes a pair that opens within the words before it, not at their front."""
    return _answers(mark, before) and (before[0].text != _OPENING[mark.text] or _is_closed(before[0], before[1:]))
