"""What a source is said to rest on: seen, document, picture, debris, intercept, intelligence, nothing, unverified."""

from __future__ import annotations

from collections.abc import Mapping

from tawatur.attribute.view import Sight
from tawatur.model import Span
from tawatur.model.readings import Basis

# «دون تقديم أدلة» and «لم يتسن التحقق» go before what evidence is named beside them.
BASES: tuple[Basis, ...] = (
    "none", "unverified", "witness", "picture", "debris", "intercept", "intelligence", "document",
)  # fmt: skip
# Evidence may begin what is said («إن صور الأقمار الصناعية تظهر …»); further on it is what is spoken of.
_SHOWN = {"picture", "intercept", "intelligence"}
_OPENING = 25


def bases_in(sight: Sight) -> list[tuple[Basis, Span]]:
    """Return the bases that a sentence names, each with its words, the strongest kind first."""
    firsts = sight.lexicon.words.get("basis", frozenset())
    places = [i for i, word in enumerate(sight.words) if any(word.norm[k:] in firsts for k in (0, 1, 2))]
    found: list[tuple[Basis, Span]] = []
    for basis in BASES if places else ():
        table = sight.lexicon.phrases.get(f"basis-{basis}", {})
        found.extend((basis, span) for i in places if (span := _phrase_at(sight, table, i)) is not None)
    return found


def basis_of(bases: list[tuple[Basis, Span]], content: Span) -> tuple[Basis, Span] | None:
    """Return the first basis that stands outside a statement's content, or opens it as what shows the rest."""
    for basis, span in bases:
        if not span.meets(content) or (basis in _SHOWN and span.start - content.start < _OPENING):
            return basis, span
    return None


def _phrase_at(sight: Sight, table: Mapping[str, tuple[tuple[str, ...], ...]], index: int) -> Span | None:
    norm = sight.norm(index)
    for letters in (0, 1, 2):
        if letters and norm[:letters] not in ("و", "ب", "ل", "ف", "وب", "ول"):
            continue
        for phrase in table.get(norm[letters:], ()):
            if all(sight.norm(index + i) == w for i, w in enumerate(phrase) if i):
                return Span(sight.words[index].cut(letters), sight.words[index + len(phrase) - 1].span.end)
    return None
