"""What a source is said to rest on: seen, document, picture, debris, intercept, intelligence, nothing, unverified."""

from __future__ import annotations

from typing import cast

from tawatur.attribute.view import Sight
from tawatur.model import Span
from tawatur.model.readings import Basis

BASES = ("none", "unverified", "witness", "picture", "debris", "intercept", "intelligence", "document")


def basis_in(sight: Sight, region: Span) -> tuple[Basis, Span] | None:
    """Return the first basis that a stretch of a sentence names, and its words; None where it names none.

    «دون تقديم أدلة» ("none") and «لم يتسن التحقق» ("unverified") go before what evidence is named beside them.
    """
    firsts = sight.lexicon.words.get("basis", frozenset())
    places = [
        index
        for index, word in enumerate(sight.words)
        if region.start <= word.span.start and any(word.norm[k:] in firsts for k in (0, 1, 2))
    ]
    for basis in BASES if places else ():
        table = sight.lexicon.phrases.get(f"basis-{basis}", {})
        for index in places:
            span = _phrase_at(sight, table, index)
            if span is not None and span.end <= region.end:
                return cast(Basis, basis), span
    return None


def _phrase_at(sight: Sight, table: object, index: int) -> Span | None:
    phrases = cast("dict[str, tuple[tuple[str, ...], ...]]", table)
    norm = sight.norm(index)
    for letters in (0, 1, 2):
        if letters and norm[:letters] not in ("و", "ب", "ل", "ف", "وب", "ول"):
            continue
        for phrase in phrases.get(norm[letters:], ()):
            if all(sight.norm(index + i) == w for i, w in enumerate(phrase) if i):
                word = sight.words[index]
                return Span(word.cut(letters), sight.words[index + len(phrase) - 1].span.end)
    return None
